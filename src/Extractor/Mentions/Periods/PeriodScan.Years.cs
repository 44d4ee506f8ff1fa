using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <content>Years and fiscal years: "in 2022", "2018-2022", "FY25".</content>
internal readonly partial struct PeriodScan
{
    private static readonly HashSet<string> LeadsToYear = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "of", "for", "since", "from", "to", "by", "during", "until", "till", "through", "and", "between", "than", "versus", "vs", "year", "early",
        "late", "mid", "end", "calendar", "against", "or", "over", "with", "at", "throughout", "whole", "all", "after", "before", "fiscal", "annual", "on", "spring", "summer", "autumn", "winter", "back", "comparing", "below", "above",
    };

    private static readonly HashSet<string> NotAfterYear = new(StringComparer.OrdinalIgnoreCase)
    {
        "percent", "per", "pct", "billion", "million", "trillion", "bn", "mln", "thousand", "hundred", "tonnes", "tons", "units", "people", "companies", "firms",
        "enterprises", "vehicles", "dollars", "yuan", "yen", "won", "euros", "pounds", "barrels", "workers", "jobs", "points", "metric", "countries", "years", "dlrs", "crore", "lakh", "kg", "times", "km", "mw",
    };

    private static readonly HashSet<string> FollowsNoun = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "as", "from", "of", "and", "to", "over", "on", "compared", "against", "with", "but", "while", "which", "that", "when", "so", "was", "were", "is", "has", "have", "till", "until", "after", "by", "at", "rose", "fell", "stood", "grew",
    };

    // FY25, FY2024-25, fiscal 2023, fiscal year 2023/24; months count from the first of the fiscal year.
    private PeriodMention? Fiscal(int start, int at, int firstMonth, int lastMonth, bool abbreviated)
    {
        if (abbreviated && at + 1 < tokens.Count && Glued(at + 1) && (tokens.IsSymbol(at, '\'') || tokens.IsSymbol(at, '’'))) at++;
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Number) return null;
        int year;
        if (YearAt(at) is { } full) year = full;
        else if (abbreviated && tokens[at].Length == 2 && Small(at) is { } yy) year = 2000 + yy;
        else return null;
        var last = at;
        var lastYear = 0;
        if (Sign(at + 1, '-', '/') || tokens.IsSymbol(at + 1, '–'))
        {
            if (Small(at + 2) is { } tail && tokens[at + 2].Length == 2 && tail == (year + 1) % 100)
            {
                lastYear = year + 1;
                last = at + 2;
            }
            else if (YearAt(at + 2) is { } tailYear && tailYear == year + 1)
            {
                lastYear = tailYear;
                last = at + 2;
            }
        }

        // Months of a fiscal year count from its first month: IsFiscalCount is told by FirstDay = -1.
        return Make(start, last, PeriodKind.FiscalYear) with
        {
            YearReference = YearReference.Explicit,
            Year = year,
            LastYear = lastYear,
            FirstMonth = firstMonth,
            LastMonth = lastMonth,
            FirstDay = firstMonth > 0 ? -1 : 0,
        };
    }

    private PeriodMention? LoneYear(int i)
    {
        if (YearAt(i) is not { } year) return null;
        if (i > 0 && tokens[i - 1].Kind == TokenKind.Symbol && tokens[i].Gap == TokenGap.None && tokens.Text[tokens[i - 1].Start] is '$' or '€' or '£' or '¥' or '₹' or '₩' or '.' or '/' or '+' or '_' or '=' or '#') return null;
        if (i > 0 && tokens[i].Gap == TokenGap.None && tokens[i - 1].Kind == TokenKind.Word) return null;
        if (YearPart(i, year) is { } part) return part;
        var next = i + 1;
        if (next < tokens.Count)
        {
            if (tokens.IsSymbol(next, '%') || tokens.IsSymbol(next, '/') && tokens[next].Gap == TokenGap.None && Small(next + 1) is null) return null;
            if (tokens[next].Kind == TokenKind.Word && (tokens[next].Gap == TokenGap.None || NotAfterYear.Contains(tokens.Chars(next).ToString()))) return null;
        }

        // 2020-21 is a fiscal year; 2017-2022 and 2021-24 are years.
        if (Sign(next, '-', '/') || tokens.IsSymbol(next, '–'))
        {
            if (Small(next + 1) is { } tail && tokens[next + 1].Length == 2 && tokens[next + 1].Gap == TokenGap.None)
            {
                if (tail == (year + 1) % 100) return Make(i, next + 1, PeriodKind.FiscalYear) with { YearReference = YearReference.Explicit, Year = year, LastYear = year + 1 };
                if (tail > year % 100) return Make(i, next + 1, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = (year / 100 * 100) + tail };
            }

            if (YearAt(next + 1) is { } end && end > year) return Make(i, next + 1, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = end };
        }

        // "between 2020 and 2023"
        if (i > 0 && (Is(i - 1, "between") || Is(i - 1, "from")) && (Is(next, "and") || Is(next, "to") || Is(next, "through") || Is(next, "until")) && YearAt(next + 1) is { } until && until > year)
            return Make(i, next + 1, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = until, HasBothEnds = true };
        var isLed = i == 0 || tokens[i].Gap == TokenGap.Paragraph || tokens[i - 1].Kind != TokenKind.Word || LeadsToYear.Contains(tokens.Chars(i - 1).ToString());
        var isClosed = next >= tokens.Count || tokens[next].Kind != TokenKind.Word || tokens[next].Gap == TokenGap.Paragraph;
        if (!isLed && !isClosed && lexicon.Find(tokens.Chars(i - 1), PeriodWordClass.Relation) is null && !Is(i - 1, "full")) return null;
        return Make(i, i, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = year };
    }

    // "2024 Q3", "2024Q3", "2024 1H", "2023's fourth quarter"
    private PeriodMention? YearPart(int i, int year)
    {
        PeriodMention? part = null;
        var k = i + 1;
        if (k + 1 >= tokens.Count || tokens[k].Gap == TokenGap.Paragraph) return null;
        if (tokens[k].Kind == TokenKind.Possessive) part = Ordinal(k + 1);
        else if (Is(k, "q") && Glued(k + 1) && Small(k + 1) is >= 1 and <= 4) part = Part(k, k + 1, 3, Small(k + 1)!.Value);
        else if (Is(k, "h") && Glued(k + 1) && Small(k + 1) is 1 or 2) part = Part(k, k + 1, 6, Small(k + 1)!.Value);
        else if (Glued(k + 1) && Is(k + 1, "q") && tokens[k].Length == 1 && Small(k) is >= 1 and <= 4) part = Part(k, k + 1, 3, Small(k)!.Value);
        return part is { Kind: PeriodKind.Months, YearReference: YearReference.None } ? Resume(i, part.LastToken, part) with { YearReference = YearReference.Explicit, Year = year, LastYear = year } : null;
    }

    // "fiscal year", or "fiscal" alone as Indian papers write: "this fiscal", but not "this fiscal deficit".
    private bool IsFiscalNoun(int k, out int last)
    {
        last = k;
        if (!(Is(k, "fiscal") || Is(k, "financial"))) return false;
        if (YearWord(k + 1))
        {
            last = k + 1;
            return true;
        }

        // "the current fiscal 2025" is told by its number.
        if (!Is(k, "fiscal") || k + 1 < tokens.Count && tokens[k + 1].Kind == TokenKind.Number) return false;
        return k + 1 >= tokens.Count || tokens[k + 1].Kind != TokenKind.Word || tokens[k + 1].Gap == TokenGap.Paragraph || FollowsNoun.Contains(tokens.Chars(k + 1).ToString()) || tokens[k + 1].Length > 4 && tokens.Chars(k + 1).EndsWith("ed", StringComparison.OrdinalIgnoreCase);
    }
}
