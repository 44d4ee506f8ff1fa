using System.Globalization;
using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Periods;
using Extractor.Text;

namespace Extractor.Tests.Mentions.Periods;

/// <summary>Every form of period, resolved against the day of publication and the period spoken of before.</summary>
public sealed class PeriodTests
{
    private static readonly PeriodFinder Finder = new(PeriodLexicon.English);

    [Theory]
    [InlineData("in the first nine months", "2022-10-20", "2022-01/2022-09")]
    [InlineData("in the first nine months of 2021", "2022-10-20", "2021-01/2021-09")]
    [InlineData("in the first 10 months of this year", "2022-11-20", "2022-01/2022-10")]
    [InlineData("in the first two months of last year", "2022-11-20", "2021-01/2021-02")]
    [InlineData("during the first-seven-month period", "2022-08-20", "2022-01/2022-07")]
    [InlineData("for 10 months of 2022", null, "2022-01/2022-10")]
    [InlineData("Exports in 9M 2022 rose", null, "2022-01/2022-09")]
    [InlineData("in the last three months of 2022", null, "2022-10/2022-12")]
    [InlineData("the three months to August 2024", null, "2024-06/2024-08")]
    [InlineData("the 12 months ending in March 2024", null, "2023-04/2024-03")]
    public void Counted_months(string text, string? published, string expected) => Check(text, published, null, expected);

    [Theory]
    [InlineData("in Jan-Oct", "2022-11-09", "2022-01/2022-10")]
    [InlineData("in Jan–Oct 2021", "2022-11-09", "2021-01/2021-10")]
    [InlineData("from January to October", "2022-11-09", "2022-01/2022-10")]
    [InlineData("from January through May 2024", null, "2024-01/2024-05")]
    [InlineData("between January and May 2024", null, "2024-01/2024-05")]
    [InlineData("the January-September period", "2024-10-12", "2024-01/2024-09")]
    [InlineData("in January and February 2024", null, "2024-01/2024-02")]
    [InlineData("through November", "2023-12-08", "2023-01/2023-11")]
    [InlineData("through November 2023", null, "2023-01/2023-11")]
    [InlineData("July 2021-June 2022", "2022-08-01", "2021-07/2022-06")]
    [InlineData("from July 2021 to June 2022", null, "2021-07/2022-06")]
    [InlineData("from November to January", "2024-02-20", "2023-11/2024-01")]
    [InlineData("from November to January 2024", null, "2023-11/2024-01")]
    public void Ranges_of_months(string text, string? published, string expected) => Check(text, published, null, expected);

    [Theory]
    [InlineData("in May 2024", null, "2024-05/2024-05")]
    [InlineData("in May, 2024", null, "2024-05/2024-05")]
    [InlineData("in May of 2024", null, "2024-05/2024-05")]
    [InlineData("in Sept. 2024", null, "2024-09/2024-09")]
    [InlineData("in May", "2024-06-07", "2024-05/2024-05")]
    [InlineData("in December", "2024-01-12", "2023-12/2023-12")]
    [InlineData("in June", "2024-06-30", "2024-06/2024-06")]
    [InlineData("in May last year", "2024-06-07", "2023-05/2023-05")]
    [InlineData("in October last year", "2024-11-07", "2023-10/2023-10")]
    [InlineData("in May of the previous year", "2024-06-07", "2023-05/2023-05")]
    [InlineData("in May this year", "2024-06-07", "2024-05/2024-05")]
    [InlineData("last October", "2024-02-07", "2023-10/2023-10")]
    [InlineData("in May", null, "XXXX-05/XXXX-05")]
    [InlineData("from January to October", null, "XXXX-01/XXXX-10")]
    [InlineData("in the first quarter", null, "XXXX-01/XXXX-03")]
    [InlineData("last year", null, "XXXX-01/XXXX-12")]
    public void Months(string text, string? published, string expected) => Check(text, published, null, expected);

    [Theory]
    [InlineData("in the first quarter of 2022", null, "2022-01/2022-03")]
    [InlineData("in Q1 2022", null, "2022-01/2022-03")]
    [InlineData("in Q3", "2022-10-20", "2022-07/2022-09")]
    [InlineData("1Q25 exports", null, "2025-01/2025-03")]
    [InlineData("the third-quarter surplus", "2022-10-20", "2022-07/2022-09")]
    [InlineData("in the final quarter of last year", "2023-01-20", "2022-10/2022-12")]
    [InlineData("the June quarter of 2024", null, "2024-04/2024-06")]
    [InlineData("in the first half of 2022", null, "2022-01/2022-06")]
    [InlineData("in H1 2022", null, "2022-01/2022-06")]
    [InlineData("2H 2024", null, "2024-07/2024-12")]
    [InlineData("in the second half", "2025-01-20", "2024-07/2024-12")]
    [InlineData("in the first three quarters of 2022", null, "2022-01/2022-09")]
    [InlineData("in the first three quarters", "2022-10-24", "2022-01/2022-09")]
    public void Quarters_and_halves(string text, string? published, string expected) => Check(text, published, null, expected);

    [Theory]
    [InlineData("in 2022", null, "2022-01/2022-12")]
    [InlineData("last year", "2024-06-07", "2023-01/2023-12")]
    [InlineData("this year", "2024-06-07", "2024-01/2024-12")]
    [InlineData("next year", "2024-06-07", "2025-01/2025-12")]
    [InlineData("from 2018 to 2022", null, "2018-01/2022-12")]
    [InlineData("in 2018-2022", null, "2018-01/2022-12")]
    [InlineData("in 2018-22", null, "2018-01/2022-12")]
    [InlineData("in the last five years", "2023-06-07", "2018-01/2022-12")]
    [InlineData("over the past decade", "2023-06-07", "2013-01/2022-12")]
    [InlineData("so far this year", "2024-06-07", "2024-01/2024-05")]
    [InlineData("year to date", "2024-06-07", "2024-01/2024-05")]
    [InlineData("in the year-to-date period", "2024-06-07", "2024-01/2024-05")]
    [InlineData("this year so far", "2024-06-07", "2024-01/2024-05")]
    public void Years_and_windows(string text, string? published, string expected) => Check(text, published, null, expected);

    [Theory]
    [InlineData("last month", "2024-06-07", "2024-05/2024-05")]
    [InlineData("last month", "2024-01-07", "2023-12/2023-12")]
    [InlineData("this month", "2024-06-07", "2024-06/2024-06")]
    [InlineData("last quarter", "2024-06-07", "2024-01/2024-03")]
    [InlineData("last quarter", "2024-01-07", "2023-10/2023-12")]
    [InlineData("this quarter", "2024-06-07", "2024-04/2024-06")]
    [InlineData("the current quarter", "2024-06-07", "2024-04/2024-06")]
    public void Units_counted_from_the_day_of_publication(string text, string published, string expected) => Check(text, published, null, expected);

    [Theory]
    [InlineData("the previous month", "2024-05/2024-05", "2024-04/2024-04")]
    [InlineData("the previous month", "2024-01/2024-01", "2023-12/2023-12")]
    [InlineData("a month earlier", "2024-05/2024-05", "2024-04/2024-04")]
    [InlineData("the prior month", "2024-01/2024-05", "2024-04/2024-04")]
    [InlineData("the month before", "2024-05/2024-05", "2024-04/2024-04")]
    [InlineData("the previous quarter", "2024-04/2024-06", "2024-01/2024-03")]
    [InlineData("a quarter earlier", "2024-04/2024-06", "2024-01/2024-03")]
    [InlineData("the previous year", "2023-01/2023-12", "2022-01/2022-12")]
    [InlineData("a year earlier", "2024-05/2024-05", "2023-05/2023-05")]
    [InlineData("a year ago", "2024-01/2024-05", "2023-01/2023-05")]
    [InlineData("one year earlier", "2024-01/2024-05", "2023-01/2023-05")]
    [InlineData("the year-earlier period", "2024-05/2024-05", "2023-05/2023-05")]
    [InlineData("the year before", "2024-05/2024-05", "2023-05/2023-05")]
    [InlineData("the same period last year", "2024-01/2024-05", "2023-01/2023-05")]
    [InlineData("the same period of last year", "2024-01/2024-05", "2023-01/2023-05")]
    [InlineData("the same period a year earlier", "2024-01/2024-05", "2023-01/2023-05")]
    [InlineData("the same month last year", "2024-05/2024-05", "2023-05/2023-05")]
    [InlineData("the same period of 2021", "2024-01/2024-05", "2021-01/2021-05")]
    [InlineData("the corresponding period of 2021", "2024-01/2024-05", "2021-01/2021-05")]
    [InlineData("during the same period", "2024-01/2024-05", "2024-01/2024-05")]
    [InlineData("in the month", "2024-05/2024-05", "2024-05/2024-05")]
    [InlineData("during the period", "2024-01/2024-05", "2024-01/2024-05")]
    [InlineData("in the same month", "2024-05/2024-05", "2024-05/2024-05")]
    [InlineData("a year earlier", "XXXX-05/XXXX-05", "XXXX-05/XXXX-05")]
    [InlineData("in October", "2024-05/2024-05", "2024-10/2024-10")]
    public void Periods_seen_from_the_one_spoken_of(string text, string antecedent, string expected) => Check(text, null, antecedent, expected);

    [Theory]
    [InlineData("the first 20 days of May", "2025-05-21", null, "2025-05-01/2025-05-20")]
    [InlineData("the first 20 days of May 2024", null, null, "2024-05-01/2024-05-20")]
    [InlineData("the first 10 days of this month", "2025-05-12", null, "2025-05-01/2025-05-10")]
    [InlineData("May 1-20", "2025-05-21", null, "2025-05-01/2025-05-20")]
    [InlineData("May 1-20, 2025", null, null, "2025-05-01/2025-05-20")]
    [InlineData("May 1 to 20", "2025-05-21", null, "2025-05-01/2025-05-20")]
    [InlineData("the first half of May", "2025-05-21", null, "2025-05-01/2025-05-15")]
    [InlineData("the first 20 days", "2025-06-21", "2025-05/2025-05", "2025-05-01/2025-05-20")]
    public void Days(string text, string? published, string? antecedent, string expected) => Check(text, published, antecedent, expected);

    [Theory]
    [InlineData("in fiscal 2025", "IN", "2024-04/2025-03")]
    [InlineData("in FY25", "IN", "2024-04/2025-03")]
    [InlineData("in FY2024-25", "IN", "2024-04/2025-03")]
    [InlineData("in 2024-25", "IN", "2024-04/2025-03")]
    [InlineData("April-November 2024-25", "IN", "2024-04/2024-11")]
    [InlineData("Q3FY25", "IN", "2024-10/2024-12")]
    [InlineData("7MFY25", "IN", "2024-04/2024-10")]
    [InlineData("in fiscal 2024", "JP", "2024-04/2025-03")]
    [InlineData("in fiscal year 2023", "JP", "2023-04/2024-03")]
    [InlineData("in FY24", "BD", "2023-07/2024-06")]
    [InlineData("in FY2023-24", "BD", "2023-07/2024-06")]
    [InlineData("in the first seven months of FY25", "BD", "2024-07/2025-01")]
    [InlineData("in fiscal year 2024", "US", "2023-10/2024-09")]
    [InlineData("in the first quarter of fiscal 2024", "US", "2023-10/2023-12")]
    [InlineData("in the current fiscal 2025", "IN", "2024-04/2025-03")]
    [InlineData("in the last fiscal year", "IN", "2023-04/2024-03")]
    [InlineData("in the current fiscal year", "IN", "2024-04/2025-03")]
    [InlineData("in the first half of the current fiscal year", "IN", "2024-04/2024-09")]
    public void Fiscal_years(string text, string country, string expected) => Check(text, "2025-02-20", null, expected, country);

    [Theory]
    [InlineData("June 13, 2023")]
    [InlineData("13 June 2023")]
    [InlineData("13th of June, 2023")]
    [InlineData("June 13th")]
    [InlineData("26-MAR-1987 15:19:31")]
    [InlineData("2022-07-13 15:19")]
    [InlineData("2022/07/13")]
    [InlineData("20/05/2024")]
    [InlineData("20.05.2024")]
    [InlineData("2024.05.20")]
    [InlineData("1.5.2024 09:52")]
    [InlineData("09:52")]
    [InlineData("Wednesday")]
    [InlineData("five years ago")]
    public void Days_are_dates_and_no_periods_of_trade(string text)
    {
        var mention = Assert.Single(Find(text));
        Assert.Equal(PeriodKind.Date, mention.Kind);
        Assert.Equal(text, mention.Span.Of(text));
        Assert.Null(PeriodResolver.Resolve(mention, Calendar("2024-06-07", "CN"), null));
    }

    [Theory]
    [InlineData("from February 15 to June 30", "2025-02-12")]
    [InlineData("the third week of May", "2024-05-20")]
    [InlineData("in mid-2024", "2024-11-20")]
    [InlineData("since mid-2024", "2024-11-20")]
    [InlineData("February 30-31, 2023", "2024-05-20")]
    public void What_lies_ahead_or_has_no_months_resolves_to_nothing(string text, string published) =>
        Assert.All(Find(text), mention => Assert.Null(PeriodResolver.Resolve(mention, Calendar(published, "CN"), null)));

    [Theory]
    [InlineData("May 1-20 million tonnes")]
    [InlineData("$5 on May 1 to 7%")]
    [InlineData("from 5 to 10 percent in May")]
    [InlineData("this fiscal deficit")]
    [InlineData("just one week to go")]
    [InlineData("at the start of the talks")]
    public void Numbers_beside_words_of_time_are_no_runs_of_days(string text) =>
        Assert.DoesNotContain(Find(text), mention => mention.Kind is PeriodKind.Days or PeriodKind.FiscalYear or PeriodKind.YearToDate);

    [Theory]
    [InlineData("In the year up to the same day", "2024-05-13/2024-05-19", "2024-01-01/2024-05-19")]
    [InlineData("so far this year", "2024-05-01/2024-05-20", "2024-01-01/2024-05-20")]
    [InlineData("the same period last year", "2024-05-01/2024-05-20", "2023-05-01/2023-05-20")]
    [InlineData("the year-to-date period", "2024-05/2024-05", "2024-01/2024-05")]
    public void Days_go_on_in_what_is_told_from_them(string text, string antecedent, string expected) => Check(text, "2024-05-21", antecedent, expected);

    [Theory]
    [InlineData("BEIJING, Jan. 14 (Xinhua) -- Exports", 2)]
    [InlineData("SEOUL, Nov 1 (Reuters) - Exports", 2)]
    [InlineData("TOKYO -- Exports rose (May 20, 2024)", 3)]
    public void Datelines_are_dates(string text, int numbersAndWords)
    {
        var mention = Assert.Single(Find(text));
        Assert.Equal(PeriodKind.Date, mention.Kind);
        Assert.InRange(mention.LastToken - mention.FirstToken, 1, numbersAndWords + 1);
    }

    [Theory]
    [InlineData("year on year", "yoy")]
    [InlineData("year-on-year", "yoy")]
    [InlineData("y-o-y", "yoy")]
    [InlineData("y/y", "yoy")]
    [InlineData("yoy", "yoy")]
    [InlineData("on an annual basis", "yoy")]
    [InlineData("rose on the year", "yoy")]
    [InlineData("month on month", "mom")]
    [InlineData("month-over-month", "mom")]
    [InlineData("m/m", "mom")]
    [InlineData("on the month", "mom")]
    [InlineData("on a monthly basis", "mom")]
    [InlineData("quarter-on-quarter", "qoq")]
    [InlineData("q/q", "qoq")]
    [InlineData("quarter over quarter", "qoq")]
    public void Ways_of_comparing(string text, string basis)
    {
        var mention = Assert.Single(Find(text));
        Assert.Equal((PeriodKind.Basis, basis), (mention.Kind, mention.Basis));
    }

    [Theory]
    [InlineData("Exports may rise.")]
    [InlineData("They march on.")]
    [InlineData("It costs $2022 a tonne.")]
    [InlineData("some 2000 companies took part")]
    [InlineData("2,022 ships")]
    [InlineData("version 20.15.2024")]
    [InlineData("at 192.16.1.20")]
    [InlineData("half the country")]
    [InlineData("a second ship")]
    [InlineData("It was the first time.")]
    [InlineData("$1990")]
    public void What_only_looks_like_a_period_is_none(string text) => Assert.Empty(Find(text));

    private static void Check(string text, string? published, string? antecedent, string expected, string country = "CN")
    {
        var mention = Find(text).FirstOrDefault();
        Assert.True(mention is not null, $"'{text}': nothing found");
        TradePeriod? spoken = antecedent is null ? null : TradePeriod.Parse(antecedent);
        var resolved = PeriodResolver.Resolve(mention, Calendar(published, country), spoken);
        Assert.True(resolved?.ToString() == expected, $"'{mention.Span.Of(text)}' of '{text}' is {mention.Kind} {resolved?.ToString() ?? "unresolved"}, expected {expected}");
    }

    private static DocumentCalendar Calendar(string? published, string country)
    {
        var fiscal = FiscalYearLexicon.BuiltIn.Of(country);
        DateOnly? day = published is null ? null : DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new DocumentCalendar(day, null, false, fiscal.FirstMonth, fiscal.NamedByEnd);
    }

    private static List<PeriodMention> Find(string text)
    {
        var mentions = new List<PeriodMention>();
        Finder.Find(Tokenizer.Tokenize(text), mentions);
        return mentions;
    }
}
