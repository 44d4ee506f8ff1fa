using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <summary>Reads the period, if any, that begins at a token.</summary>
internal readonly partial struct PeriodScan(TokenList tokens, PeriodLexicon lexicon, PeriodOpenings openings)
{
    private readonly TokenList tokens = tokens;
    private readonly PeriodLexicon lexicon = lexicon;
    private readonly PeriodOpenings openings = openings;

    /// <summary>The period that begins at the token <paramref name="i"/>, or null.</summary>
    public PeriodMention? At(int i)
    {
        var mention = tokens[i].Kind switch
        {
            TokenKind.Number => FromNumber(i),
            TokenKind.Word when openings.Find(tokens.Chars(i)) is var opening && Has(opening, PeriodOpening.Starts) => FromWord(i, opening),
            _ => null,
        };
        if (mention is { Kind: PeriodKind.Date, FirstMonth: > 0, FirstDay: > 0 } && IsAsOf(i)) mention = UpTo(mention);
        return mention is null ? null : Detailed(mention);
    }

    private static bool Has(PeriodOpening opening, PeriodOpening wanted) => (opening & wanted) != PeriodOpening.None;

    private PeriodMention? FromNumber(int i)
    {
        ref readonly var token = ref tokens[i];
        var value = Small(i) ?? -1;

        // 2022-07-13, 2022-07-13 15:19, 2022/07/13
        if (token.Length == 4 && YearAt(i) is { } isoYear && Sign(i + 1, '-', '/') && Small(i + 2) is int isoMonth and >= 1 and <= 12
            && Sign(i + 3, '-', '/') && Small(i + 4) is int isoDay and >= 1 and <= 31)
            return Date(i, Time(i + 5) ?? i + 4, isoYear, isoMonth, isoDay);

        // 20/05/2024
        if (value is >= 1 and <= 31 && Sign(i + 1, '/', '.') && Glued(i + 1) && Small(i + 2) is int numericMonth and >= 1 and <= 12 && Sign(i + 3, '/', '.') && YearAt(i + 4) is { } numericYear)
            return Date(i, i + 4, numericYear, numericMonth, value);

        // 20.05.2024, 2024.05.20: one token, for dots between digits are parts of numbers.
        if (token.Length is >= 8 and <= 10 && DottedDay(i) is { } dotted) return dotted;

        // 09:52
        if (token.Length <= 2 && Time(i) is { } afterTime) return Date(i, afterTime, 0, 0, 0);

        // 1-20 May, 13 to 19 May 2024, 27 May-2 June
        if (value is >= 1 and <= 31 && RunOfDays(i, i) is { } run) return run;

        // 3rd quarter
        if (value is >= 1 and <= 4 && IsOrdinalEnding(i + 1) && UnitAt(Hop(i + 1)) is 3 or 6 && (UnitAt(Hop(i + 1)) == 3 || value <= 2)) return Part(i, Hop(i + 1), UnitAt(Hop(i + 1))!.Value, value);

        // 26-MAR-1987, 13 May 2022, 13th of May
        if (value is >= 1 and <= 31 && token.Length <= 2)
        {
            var j = i + 1;
            if (tokens.IsWord(j, "st") || tokens.IsWord(j, "nd") || tokens.IsWord(j, "rd") || tokens.IsWord(j, "th")) j++;
            if (tokens.IsWord(j, "of")) j++;
            if (Sign(j, '-', '-')) j++;
            if (Month(j) is { } month && tokens[j].Gap != TokenGap.Paragraph)
            {
                var last = j;
                var year = 0;
                var k = j + 1;
                if (tokens.IsSymbol(k, '.') && Glued(k)) k++;
                if (Sign(k, '-', ',')) k++;
                if (YearAt(k) is { } y)
                {
                    year = y;
                    last = Time(k + 1) ?? k;
                }

                return Date(i, last, year, month, value);
            }
        }

        // 1Q25, 2H 2024
        if (value is >= 1 and <= 4 && token.Length == 1 && i + 1 < tokens.Count && tokens[i + 1].Gap == TokenGap.None && (Is(i + 1, "q") || (Is(i + 1, "h") && value <= 2)))
            return Part(i, i + 1, Is(i + 1, "q") ? 3 : 6, value);

        // 9M 2022, 5M24, 7MFY25
        if (value is >= 2 and <= 11 && i + 2 < tokens.Count && Glued(i + 1) && Is(i + 1, "m") && Glued(i + 2) && tokens[i + 2].Length == 2 && Small(i + 2) is { } shortYear)
            return Make(i, i + 2, PeriodKind.Months) with { FirstMonth = 1, LastMonth = value, YearReference = YearReference.Explicit, Year = 2000 + shortYear, LastYear = 2000 + shortYear };
        if (value is >= 2 and <= 11 && i + 1 < tokens.Count && Glued(i + 1) && Is(i + 1, "m") && (YearAt(i + 2) is not null || Is(i + 2, "fy")))
            return WithYear(i, i + 1, 1, value, 0, counted: true);
        if (value is >= 2 and <= 11 && i + 1 < tokens.Count && Glued(i + 1) && Is(i + 1, "mfy")) return Fiscal(i, i + 2, 1, value, true);

        if (Counted(i) is { } counted) return counted;
        return LoneYear(i);
    }

    private PeriodMention? FromWord(int i, PeriodOpening opening)
    {
        if (Has(opening, PeriodOpening.Basis) && Basis(i) is { } basis) return basis;
        if (Has(opening, PeriodOpening.UpTo) && UpToPart(i) is { } upTo) return upTo;
        if (Has(opening, PeriodOpening.Month) && MonthIsName(i)) return Months(i, i, YearReference.None);
        if (Has(opening, PeriodOpening.Weekday) && char.IsUpper(tokens.Text[tokens[i].Start])) return Date(i, i, 0, 0, 0);
        if (Has(opening, PeriodOpening.Abbreviation))
        {
            if (Is(i, "q") && i + 1 < tokens.Count && Glued(i + 1) && Small(i + 1) is int q and >= 1 and <= 4) return Part(i, i + 1, 3, q);
            if (Is(i, "h") && i + 1 < tokens.Count && Glued(i + 1) && Small(i + 1) is int h and >= 1 and <= 2) return Part(i, i + 1, 6, h);
            if (Is(i, "fy")) return Fiscal(i, i + 1, 0, 0, true);
            if (Is(i, "cy")) return YearAt(i + 1) is { } calendarYear ? Make(i, i + 1, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = calendarYear, LastYear = calendarYear } : null;

            // "in mid-2024" is a point in time, and no year.
            if (Is(i, "mid")) return Hop(i) > i + 1 && YearAt(Hop(i)) is { } midYear ? Date(i, Hop(i), midYear, 0, 0) : null;
            if (Is(i, "just")) return Hop(i) > i + 1 && IsConcluded(Hop(i)) && (Is(Hop(i) + 1, "fiscal") || Is(Hop(i) + 1, "financial")) && YearWord(Hop(i) + 2) ? Make(i, Hop(i) + 2, PeriodKind.FiscalYear) with { YearReference = YearReference.Last } : null;
        }

        if (Has(opening, PeriodOpening.Beginning) && Beginning(i) is { } beginning) return beginning;
        if (Has(opening, PeriodOpening.Ended) && EndedUnit(i) is { } ended) return ended;
        if (Has(opening, PeriodOpening.Fiscal))
        {
            var at = Is(i + 1, "year") ? i + 2 : i + 1;

            // "fiscal year (FY) 2023/2024"
            if (tokens.IsSymbol(at, '(') && Is(at + 1, "fy") && tokens.IsSymbol(at + 2, ')')) at += 3;
            return Fiscal(i, at, 0, 0, false);
        }

        if (Has(opening, PeriodOpening.SoFar) && Is(i + 1, "far") && (Is(i + 2, "this") || Is(i + 2, "in")) && YearWord(i + 3)) return Make(i, i + 3, PeriodKind.YearToDate);
        if (Has(opening, PeriodOpening.Year) && Is(Hop(i), "to") && Is(Hop(Hop(i)), "date")) return Make(i, Hop(Hop(i)), PeriodKind.YearToDate);
        if (Has(opening, PeriodOpening.Ago) && Ago(i) is { } ago) return ago;
        if (Has(opening, PeriodOpening.Ordinal) && Ordinal(i) is { } ordinal) return ordinal;
        if (Has(opening, PeriodOpening.Count) && Counted(i) is { } counted) return counted;
        if (Has(opening, PeriodOpening.Relation) && Relation(i) is { } relation) return relation;

        // year-earlier, year-ago, year-before
        if (Has(opening, PeriodOpening.Year) && IsBack(Hop(i)) && Hop(i) != i + 1)
        {
            var last = Hop(i);
            if (IsUnitOrSpan(last + 1)) last++;
            return Make(i, last, PeriodKind.YearEarlier);
        }

        return null;
    }

    private bool IsBack(int i) => Is(i, "earlier") || Is(i, "ago") || Is(i, "before");

    private bool IsConcluded(int i) => Is(i, "concluded") || Is(i, "ended") || Is(i, "completed") || Is(i, "finished");

    private PeriodMention? Basis(int i)
    {
        string? basis = null;
        var last = i;
        if (Is(i, "yoy")) basis = "yoy";
        else if (Is(i, "mom")) basis = "mom";
        else if (Is(i, "qoq") || Is(i, "qtq")) basis = "qoq";
        else if (Is(i, "mtm")) basis = "mom";
        else if ((Is(i, "monthly") || Is(i, "quarterly") || Is(i, "yearly") || Is(i, "annual")) && Is(i + 1, "basis"))
        {
            last = i + 1;
            basis = Is(i, "monthly") ? "mom" : Is(i, "quarterly") ? "qoq" : "yoy";
        }
        else if ((Is(i, "monthly") || Is(i, "quarterly") || Is(i, "annual")) && i > 0 && i + 1 < tokens.Count && lexicon.Find(tokens.Chars(i + 1), PeriodWordClass.Change) is not null
            && (Is(i - 1, "a") || Is(i - 1, "an") || Is(i - 1, "were") || tokens.IsSymbol(i - 1, '%') || Is(i - 1, "percent") || Is(i - 1, "cent") || Is(i - 1, "pct")))
        {
            // "a monthly drop of 1.96%", "an 8% annual increase" but not "the third monthly drop", "the biggest annual increase"
            basis = Is(i, "monthly") ? "mom" : Is(i, "quarterly") ? "qoq" : "yoy";
        }
        else if (Is(i, "y") || Is(i, "m") || Is(i, "q") || Is(i, "yr"))
        {
            // y-o-y, m/m, yr/yr
            var first = tokens.Chars(i);
            if (Sign(i + 1, '-', '/') && Is(i + 2, "o") && Sign(i + 3, '-', '-') && Same(i, i + 4)) last = i + 4;
            else if (Sign(i + 1, '/', '/') && Same(i, i + 2)) last = i + 2;
            else return null;
            basis = first[0] is 'y' or 'Y' ? "yoy" : first[0] is 'm' or 'M' ? "mom" : "qoq";
        }
        else if (UnitAt(i) is { } unit && unit != 6 && (Is(Hop(i), "on") || Is(Hop(i), "over") || Is(Hop(i), "to")) && Same(i, Hop(Hop(i))))
        {
            last = Hop(Hop(i));
            basis = BasisOf(unit);
        }
        else if (Is(i, "on") && UnitAt(Is(Hop(i), "the") ? Hop(i) + 1 : Hop(i)) is 1 or 3 or 12)
        {
            last = Is(Hop(i), "the") ? Hop(i) + 1 : Hop(i);
            // "on the month", "on year" but not "on the year-end ..."
            if (tokens.IsSymbol(last + 1, '-')) return null;
            basis = BasisOf(UnitAt(last)!.Value);
        }

        return basis is null ? null : Make(i, last, PeriodKind.Basis) with { Basis = basis };
    }

    private static string BasisOf(int unit) => unit switch { 1 => "mom", 3 => "qoq", _ => "yoy" };
}
