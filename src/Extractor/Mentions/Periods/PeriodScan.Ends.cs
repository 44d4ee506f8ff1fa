using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <content>Runs told by their two ends or by their last: "from May 27 to June 2", "the week ended Nov. 14", "the year to June".</content>
internal readonly partial struct PeriodScan
{
    /// <summary>A month, or a day of one, at an end of a run: <c>May</c>, <c>May 19</c>, <c>19 May 2024</c>, <c>end-July</c>, <c>June last year</c>.</summary>
    private readonly record struct Bound(int Month, int Day, YearReference YearReference, int Year, int Last);

    private Bound? BoundAt(int k)
    {
        // "to end-July", "to the end of July", "to mid-July"
        if (Is(k, "the") && Is(k + 1, "end")) k++;
        if ((Is(k, "end") || Is(k, "mid") || Is(k, "late")) && Month(Hop(k)) is not null) k = Hop(k);
        else if (Is(k, "end") && Is(k + 1, "of")) k += 2;
        var day = 0;
        var at = k;
        if (DayAt(k) is { } before)
        {
            day = Small(k)!.Value;
            at = Is(before + 1, "of") ? before + 2 : before + 1;
            if (Sign(at, '-', '-')) at++;
        }

        if (at >= tokens.Count || at > k && tokens[at].Gap == TokenGap.Paragraph || Month(at) is not { } month || !MonthIsName(at)) return null;
        var last = at;
        var next = Dotted(at) + 1;
        if (day == 0 && DayAt(next) is { } after && tokens[next].Gap != TokenGap.Paragraph)
        {
            day = Small(next)!.Value;
            last = after;
            next = after + 1;
        }

        if (RelativeYear(next, out var end, out var reference)) return new Bound(month, day, reference, 0, end);
        if (tokens.IsSymbol(next, ',')) next++;
        if (Is(next, "of")) next++;
        return YearAt(next) is { } year && tokens[next].Gap != TokenGap.Paragraph && IsFreeYear(next) ? new Bound(month, day, YearReference.Explicit, year, next) : new Bound(month, day, YearReference.None, 0, last);
    }

    /// <summary>The last token of a day of the month with its ending (<c>20</c>, <c>20th</c>); null where the number counts something.</summary>
    private int? DayAt(int k)
    {
        if (Small(k) is not (>= 1 and <= 31)) return null;
        if (IsOrdinalEnding(k + 1)) return k + 1;
        return IsCounted(k) ? null : k;
    }

    private bool IsOrdinalEnding(int k) => Glued(k) && (Is(k, "st") || Is(k, "nd") || Is(k, "rd") || Is(k, "th"));

    private bool IsCounted(int k) => tokens.IsSymbol(k + 1, '%') || k + 1 < tokens.Count && tokens[k + 1].Kind == TokenKind.Word && NotAfterYear.Contains(tokens.Chars(k + 1).ToString());

    // "In 2024 5 billion" but not "May 2,024"; "2024-25" is no year of a day.
    private bool IsFreeYear(int k) => !(k + 1 < tokens.Count && tokens[k + 1].Kind == TokenKind.Word && NotAfterYear.Contains(tokens.Chars(k + 1).ToString()));

    /// <summary>The token behind the word between two ends of a run; -1 without one.</summary>
    private int Connector(int k, bool and)
    {
        var after = ConnectorEnd(k, and);
        return after >= 0 && after < tokens.Count && tokens[k].Gap != TokenGap.Paragraph && tokens[after].Gap != TokenGap.Paragraph ? after : -1;
    }

    private int ConnectorEnd(int k, bool and)
    {
        if (Sign(k, '-', '–') || tokens.IsSymbol(k, '—') || tokens.IsSymbol(k, '‑'))
        {
            // "January-to-May"
            return Is(k + 1, "to") && Glued(k + 1) && Sign(k + 2, '-', '‑') ? k + 3 : k + 1;
        }

        return Is(k, "to") || Is(k, "through") || Is(k, "thru") || Is(k, "till") || Is(k, "until") || and && Is(k, "and") ? k + 1 : -1;
    }

    /// <summary>"May 1-20", "1 to 20 May", "May 27-June 2", "between 1 and 20 May", "from Jan. 1 to March 20, 2024", from the token <paramref name="at"/>.</summary>
    private PeriodMention? RunOfDays(int start, int at)
    {
        var and = at > 0 && Is(at - 1, "between");

        // "1-20 May": the month stands behind the second day.
        if (DayAt(at) is { } dayLast && Connector(dayLast + 1, and) is >= 0 and var toDay && BoundAt(toDay) is { Day: > 0 } shared && Small(toDay) is not null)
            return Days(start, shared.Month, Small(at)!.Value, shared);
        if (BoundAt(at) is not { Day: > 0 } first || Connector(first.Last + 1, and) is not (>= 0 and var to)) return null;
        if (DayAt(to) is { } last && Small(to) > first.Day && Month(last + 1) is null && first.YearReference == YearReference.None)
        {
            // "May 1-20", "May 1-20, 2024"
            var second = RelativeYear(last + 1, out var end, out var reference) ? new Bound(first.Month, Small(to)!.Value, reference, 0, end)
                : new Bound(first.Month, Small(to)!.Value, YearReference.None, 0, last);
            var y = tokens.IsSymbol(last + 1, ',') || Is(last + 1, "of") ? last + 2 : last + 1;
            if (second.Last == last && YearAt(y) is { } year && tokens[y].Gap != TokenGap.Paragraph && IsFreeYear(y)) second = second with { YearReference = YearReference.Explicit, Year = year, Last = y };
            return Days(start, first.Month, first.Day, second);
        }

        return BoundAt(to) is { Day: > 0 } other ? Days(start, first.Month, first.Day, other, first.Year) : null;
    }

    private PeriodMention Days(int start, int firstMonth, int firstDay, Bound end, int firstYear = 0) => Make(start, Period(end.Last), PeriodKind.Days) with
    {
        FirstMonth = firstMonth,
        FirstDay = firstDay,
        LastMonth = end.Month,
        LastDay = end.Day,
        YearReference = end.YearReference,
        Year = firstYear > 0 ? firstYear : end.Year,
        LastYear = end.Year,
        HasBothEnds = true,
    };

    /// <summary>"the week ended Nov. 14", "the year to June", "the fiscal year that ended in March", from the determiner or the unit.</summary>
    private PeriodMention? EndedUnit(int i)
    {
        var unit = Is(i, "the") || Is(i, "a") ? i + 1 : i;
        if (unit > i && (unit >= tokens.Count || !Has(openings.Find(tokens.Chars(unit)), PeriodOpening.EndedNoun))) return null;
        if (unit == i && i > 0 && (Is(i - 1, "this") || Is(i - 1, "last") || Is(i - 1, "next"))) return null;
        var isFiscal = Is(unit, "fiscal") || Is(unit, "financial") || Is(unit, "full") || Is(unit, "marketing") || Is(unit, "crop") || Is(unit, "trade");
        if (isFiscal && (Is(unit + 1, "year") || Is(unit, "fiscal"))) unit = Is(unit + 1, "year") ? unit + 1 : unit;
        if (Is(unit, "week")) return Ended(i, unit, 0, 7);
        if (Is(unit, "half") && Is(Hop(unit), "year")) return Ended(i, Hop(unit), 6, 0);
        if (isFiscal && Is(unit, "fiscal")) return Ended(i, unit, 12, 0);
        return UnitAt(unit) is 1 or 3 or 6 or 12 && !IsPluralUnit(unit) && (unit > i || Is(unit, "year") || Is(unit, "quarter")) ? Ended(i, unit, UnitAt(unit)!.Value, 0) : null;
    }

    /// <summary>So many months or days that end as told behind the token <paramref name="unit"/>; null where no end is told.</summary>
    private PeriodMention? Ended(int start, int unit, int months, int days)
    {
        var k = Ending(unit + 1);
        if (k < 0 || k >= tokens.Count || tokens[k].Gap == TokenGap.Paragraph) return null;

        // "in the year up to the same day"
        if (months == 12 && Is(k, "the") && Is(k + 1, "same") && (Is(k + 2, "day") || Is(k + 2, "date"))) return Make(start, k + 2, PeriodKind.YearToDate);
        if (BoundAt(k) is not { } end) return null;
        if (days > 0) return end.Day == 0 ? null : Days(start, end.Month, end.Day, end) with { DayCount = days };

        // "in the month up to May 19", "in the year up to May 19": counted from the first of the month or the year.
        if (months == 1) return end.Day == 0 ? null : Days(start, end.Month, 1, end);
        if (months == 12 && end.Day is > 0 and < 28) return Days(start, 1, 1, end);
        return Make(start, Period(end.Last), PeriodKind.Months) with
        {
            FirstMonth = ((end.Month - months) % 12 + 12) % 12 + 1,
            LastMonth = end.Month,
            YearReference = end.YearReference,
            Year = end.Year,
            LastYear = end.Year,
        };
    }

    // "to", "through", "ended", "ending in", "up to", "that ended on"
    private int Ending(int k)
    {
        if ((Is(k, "that") || Is(k, "which")) && (Is(k + 1, "ended") || Is(k + 1, "ends"))) k++;
        if (Is(k, "ended") || Is(k, "ending") || Is(k, "ends")) return Is(k + 1, "in") || Is(k + 1, "on") || Is(k + 1, "at") || Is(k + 1, "to") ? k + 2 : k + 1;
        if (Is(k, "up")) return Is(k + 1, "to") || Is(k + 1, "until") ? k + 2 : -1;
        return Is(k, "to") || Is(k, "through") || Is(k, "thru") || Is(k, "until") || Is(k, "till") ? k + 1 : -1;
    }

    /// <summary>"since the start of the year", "from the beginning of the year to May 24", "from the beginning of May to May 24".</summary>
    private PeriodMention? Beginning(int i)
    {
        var noun = Is(i, "the") ? i + 1 : i;
        if (!(Is(noun, "start") || Is(noun, "beginning")) || !Is(noun + 1, "of") || i == 0) return null;
        var k = noun + 2;
        var month = 0;
        int last;
        if ((Is(k, "the") || Is(k, "this")) && YearWord(k + 1)) last = k + 1;
        else if (Month(k) is { } named && MonthIsName(k)) (month, last) = (named, Dotted(k));
        else return null;
        if (Connector(last + 1, and: false) is >= 0 and var to && BoundAt(to) is { } end)
        {
            if (end.Day > 0) return Days(i, Math.Max(1, month), 1, end);
            return Make(i, end.Last, PeriodKind.Months) with { HasBothEnds = true, FirstMonth = Math.Max(1, month), LastMonth = end.Month, YearReference = end.YearReference, Year = end.Year, LastYear = end.Year };
        }

        return month == 0 && (Is(i - 1, "since") || Is(i - 1, "from")) ? Make(i, last, PeriodKind.YearToDate) : null;
    }

    /// <summary>"as of April 15, 2018": figures of trade are counted from the first of the year.</summary>
    private static PeriodMention UpTo(PeriodMention day) => day with
    {
        Kind = PeriodKind.Days,
        FirstMonth = 1,
        FirstDay = 1,
        HasBothEnds = true,
    };

    /// <summary>"as of mid-April", "by mid-April", "up to the end of July".</summary>
    private PeriodMention? UpToPart(int i)
    {
        var isMiddle = Is(i, "mid");
        if (!isMiddle && !(Is(i, "end") || Is(i, "the") && Is(i + 1, "end")) || !(IsAsOf(i) || isMiddle && i > 0 && Is(i - 1, "by")) || BoundAt(i) is not { Day: 0 } end) return null;
        if (isMiddle) return Days(i, 1, 1, end with { Day = 15 });
        return Make(i, end.Last, PeriodKind.Months) with { HasBothEnds = true, FirstMonth = 1, LastMonth = end.Month, YearReference = end.YearReference, Year = end.Year, LastYear = end.Year };
    }

    // "as of", "as at", "up to", "till"
    private bool IsAsOf(int i) => i > 1 && tokens[i].Gap != TokenGap.Paragraph
        && (Is(i - 2, "as") && (Is(i - 1, "of") || Is(i - 1, "at")) || Is(i - 2, "up") && Is(i - 1, "to") || Is(i - 1, "till"));

    /// <summary>
    /// What stands in brackets behind a period says it more exactly: "the third week of May (13 to 19 May)", "the first seven months
    /// (April-October) of the current fiscal year", "the 2023/24 marketing year (July-June)".
    /// </summary>
    private PeriodMention Detailed(PeriodMention period)
    {
        var isWeek = Is(Hop(period.FirstToken), "week");
        var isSeason = period.Kind == PeriodKind.FiscalYear && period.FirstMonth == 0;
        if (!isWeek && !isSeason && period.Kind is not (PeriodKind.YearToDate or PeriodKind.Days) && !(period.Kind is PeriodKind.Months or PeriodKind.FiscalYear && period.LastMonth > period.FirstMonth)) return period;
        var k = period.LastToken + 1;
        for (var words = 0; isSeason && words < 2 && (Is(k, "season") || Is(k, "marketing") || Is(k, "crop") || Is(k, "year") || Is(k, "campaign")); words++) k++;
        var isBracket = tokens.IsSymbol(k, '(');
        if (isBracket) k++;
        else if (isWeek && tokens.IsSymbol(k, ',')) k++;
        else if (!isSeason && !isWeek) return period;
        if (isWeek && !isBracket && Is(k, "from")) k++;
        if (k >= tokens.Count || tokens[k].Gap == TokenGap.Paragraph) return period;
        var inner = RunOfDays(k, k) ?? (Month(k) is not null && MonthIsName(k) ? Months(k, k, YearReference.None) : null);
        if (inner is null || isBracket && !tokens.IsSymbol(inner.LastToken + 1, ')')) return period;
        var last = isBracket ? inner.LastToken + 1 : inner.LastToken;
        if (inner.Kind == PeriodKind.Days && (isWeek || period.Kind is PeriodKind.YearToDate or PeriodKind.Days))
        {
            var detailed = Resume(period.FirstToken, last, inner);
            return inner.YearReference == YearReference.None ? detailed with { YearReference = period.YearReference, Year = period.Year, LastYear = period.LastYear } : detailed;
        }

        if (inner is not { Kind: PeriodKind.Months } months || isWeek) return period;
        var count = ((months.LastMonth - months.FirstMonth + 12) % 12) + 1;
        if (isSeason)
        {
            // "the 2023/24 July-June season" too
            if (count != 12 || period.YearReference != YearReference.Explicit || period.LastYear == 0) return period;
            return Resume(period.FirstToken, last, period with { FirstMonth = months.FirstMonth, LastMonth = months.LastMonth });
        }

        if (!isBracket || count != ((period.LastMonth - period.FirstMonth + 12) % 12) + 1) return period;
        var whole = WithYear(period.FirstToken, last, months.FirstMonth, months.LastMonth, 0);
        return whole.YearReference != YearReference.None ? whole
            : period.Kind == PeriodKind.FiscalYear ? Resume(period.FirstToken, last, period)
            : months.YearReference != YearReference.None ? Resume(period.FirstToken, last, months)
            : whole with { YearReference = period.YearReference, Year = period.Year, LastYear = period.LastYear };
    }
}
