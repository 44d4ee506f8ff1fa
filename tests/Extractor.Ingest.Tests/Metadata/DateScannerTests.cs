using System.Globalization;
using Extractor.Ingest.Metadata;

namespace Extractor.Ingest.Tests.Metadata;

public sealed class DateScannerTests
{
    [Theory]
    [InlineData("2024-05-24", "2024-05-24")]
    [InlineData("2024-05-24T05:03:00+07:00", "2024-05-24")]
    [InlineData("2025-02-08 02:18:46", "2025-02-08")]
    [InlineData("2024/5/24", "2024-05-24")]
    [InlineData("2024. 5. 24.", "2024-05-24")]
    [InlineData("24.05.2024, 08:00 Uhr", "2024-05-24")]
    [InlineData("24.5.24", "2024-05-24")]
    [InlineData("24/05/2024", "2024-05-24")]
    [InlineData("05/24/2024", "2024-05-24")]
    [InlineData("PUBLISHED : 24 May 2024 at 05:03", "2024-05-24")]
    [InlineData("Wed, July 3, 2024", "2024-07-03")]
    [InlineData("Sept. 3rd, 2024", "2024-09-03")]
    [InlineData("09:52, June 13, 2023", "2023-06-13")]
    [InlineData("26-MAR-1987 09:06:45.47", "1987-03-26")]
    [InlineData("the 1st of May 2024", "2024-05-01")]
    [InlineData("Stand: 24. Mai 2024", "2024-05-24")]
    [InlineData("1er mai 2024", "2024-05-01")]
    [InlineData("24 de mayo de 2024", "2024-05-24")]
    [InlineData("24 de maio de 2024", "2024-05-24")]
    [InlineData("mayo 24, 2024", "2024-05-24")]
    [InlineData("24 maggio 2024", "2024-05-24")]
    [InlineData("24 mei 2024", "2024-05-24")]
    [InlineData("24 stycznia 2024", "2024-01-24")]
    [InlineData("24. listopadu 2024", "2024-11-24")]
    [InlineData("24 мая 2024 г.", "2024-05-24")]
    [InlineData("24 травня 2024", "2024-05-24")]
    [InlineData("24 Μαΐου 2024", "2024-05-24")]
    [InlineData("24 Mayıs 2024", "2024-05-24")]
    [InlineData("24. toukokuuta 2024", "2024-05-24")]
    [InlineData("2024. május 24.", "2024-05-24")]
    [InlineData("2024 m. gegužės 24 d.", "2024-05-24")]
    [InlineData("24 مايو 2024", "2024-05-24")]
    [InlineData("٢٤ مايو ٢٠٢٤", "2024-05-24")]
    [InlineData("24 كانون الثاني 2024", "2024-01-24")]
    [InlineData("24 במאי 2024", "2024-05-24")]
    [InlineData("24 मई 2024", "2024-05-24")]
    [InlineData("24 พ.ค. 2567", "2024-05-24")]
    [InlineData("24 พฤษภาคม 2567", "2024-05-24")]
    [InlineData("24 tháng 5, 2024", "2024-05-24")]
    [InlineData("24 tháng 5 năm 2024", "2024-05-24")]
    [InlineData("2024年5月24日", "2024-05-24")]
    [InlineData("2024 年 05 月 24 日", "2024-05-24")]
    [InlineData("2024년 5월 24일", "2024-05-24")]
    [InlineData("24 Mei 2024 10:00 WIB", "2024-05-24")]
    public void A_full_date_is_read_however_it_is_written(string text, string date)
    {
        var scanner = new DateScanner(text, monthFirst: null);
        Assert.True(scanner.Next(out var found));
        Assert.Equal(date, found.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("BEIJING, May 13 (Xinhua)")]
    [InlineData("HONG KONG, March 26 -")]
    [InlineData("in May 2024")]
    [InlineData("5/6/2024")]
    [InlineData("31.02.2024")]
    [InlineData("2024-13-01")]
    [InlineData("rose 4.37 to 24.05 in 2024")]
    [InlineData("1-2-3")]
    [InlineData("may 12")]
    [InlineData("call 0800 2024 0524")]
    [InlineData("2024")]
    [InlineData("")]
    public void What_is_no_full_date_is_none(string text)
    {
        var scanner = new DateScanner(text, monthFirst: null);
        Assert.False(scanner.Next(out var found), found.ToString());
    }

    [Theory]
    [InlineData(true, 5, 6)]
    [InlineData(false, 6, 5)]
    public void Slashed_dates_follow_the_custom_of_the_place(bool monthFirst, int month, int day)
    {
        var scanner = new DateScanner("5/6/2024", monthFirst);
        Assert.True(scanner.Next(out var found));
        Assert.Equal(new DateOnly(2024, month, day), found.Date);
    }

    [Fact]
    public void All_dates_of_a_line_are_found_with_their_places()
    {
        const string Line = "Published: 12 May 2022 | Updated: 14 May 2022";
        var scanner = new DateScanner(Line, null);
        Assert.True(scanner.Next(out var first));
        Assert.True(scanner.Next(out var second));
        Assert.False(scanner.Next(out _));
        Assert.Equal(("12 May 2022", "14 May 2022"), (first.Span.Of(Line), second.Span.Of(Line)));
        Assert.Equal((true, false), (DateLabels.Before(Line.AsSpan(0, first.Span.Start)), DateLabels.Before(Line.AsSpan(first.Span.End, second.Span.Start - first.Span.End))));
    }
}
