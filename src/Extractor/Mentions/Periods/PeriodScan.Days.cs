using System.Globalization;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <content>Days and runs of days: "13 May 2024", "May 1-20".</content>
internal readonly partial struct PeriodScan
{
    private PeriodMention? DottedDay(int i)
    {
        var chars = tokens.Chars(i);
        Span<Range> parts = stackalloc Range[4];
        if (chars.Contains(',') || chars.Split(parts, '.') != 3) return null;
        var yearFirst = parts[0].End.Value == 4;
        if (!yearFirst && chars[parts[2]].Length != 4) return null;
        if (chars[parts[1]].Length > 2 || chars[yearFirst ? parts[2] : parts[0]].Length > 2) return null;
        var year = int.Parse(chars[yearFirst ? parts[0] : parts[2]], CultureInfo.InvariantCulture);
        var month = int.Parse(chars[parts[1]], CultureInfo.InvariantCulture);
        var day = int.Parse(chars[yearFirst ? parts[2] : parts[0]], CultureInfo.InvariantCulture);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day is >= 1 and <= 31 ? Date(i, Time(i + 1) ?? i, year, month, day) : null;
    }

    // 09:52, 09:06:45.47, with a.m./p.m. and a time zone left outside; returns the last token.
    private int? Time(int i)
    {
        if (Small(i) is not (>= 0 and <= 24) || !tokens.IsSymbol(i + 1, ':') || !Glued(i + 1) || i + 2 >= tokens.Count || !Glued(i + 2)) return null;
        if (tokens[i + 2].Kind != TokenKind.Number || tokens[i + 2].Length < 2) return null;
        var last = i + 2;
        if (tokens.IsSymbol(last + 1, ':') && last + 2 < tokens.Count && tokens[last + 2].Kind == TokenKind.Number) last += 2;
        return last;
    }

    private PeriodMention Date(int first, int last, int year, int month, int day) =>
        Make(first, last, PeriodKind.Date) with
        {
            Year = year,
            LastYear = year,
            FirstMonth = month,
            LastMonth = month,
            FirstDay = day,
            LastDay = day,
            YearReference = year > 0 ? YearReference.Explicit : YearReference.None,
        };
}
