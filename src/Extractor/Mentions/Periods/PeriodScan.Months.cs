using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <content>Months, quarters and halves: "January to May", "the first nine months of 2021", "Q3".</content>
internal readonly partial struct PeriodScan
{
    // "first quarter of 2022", "first seven months", "second-half", "the first 20 days of May", "last three months of 2022"
    private PeriodMention? Ordinal(int i)
    {
        if (lexicon.Find(tokens.Chars(i), PeriodWordClass.Ordinal) is not { } ordinal) return null;
        var j = Hop(i);
        if (UnitAt(j) is 3 or 6 && ordinal.Number is >= 1 and <= 4 || UnitAt(j) == 3 && ordinal.Number == -1)
        {
            var unit = UnitAt(j)!.Value;
            if (unit == 6 && ordinal.Number > 2) return null;
            if (unit == 6 && Is(j + 1, "of") && Month(j + 2) is { } halfOf && MonthIsName(j + 2))
            {
                var half = WithYear(i, j + 2, halfOf, halfOf, 0);
                return half with { Kind = PeriodKind.Days, FirstDay = ordinal.Number == 1 ? 1 : 16, LastDay = ordinal.Number == 1 ? 15 : 31 };
            }

            return Part(i, j, unit, ordinal.Number == -1 ? 4 : ordinal.Number);
        }

        // "the third week of May": no period of trade, unless its days follow.
        if (Is(j, "week") && Is(j + 1, "of") && Month(j + 2) is { } weekOf && MonthIsName(j + 2)) return WithYear(i, j + 2, weekOf, weekOf, 0) with { Kind = PeriodKind.Date };

        // "the first to the third quarter", "first to third quarters"
        if (ordinal.Number == 1 && Is(i + 1, "to") && lexicon.Find(tokens.Chars(Math.Min(tokens.Count - 1, Is(i + 2, "the") ? i + 3 : i + 2)), PeriodWordClass.Ordinal) is { Number: > 1 } until)
        {
            var quarter = Hop(Is(i + 2, "the") ? i + 3 : i + 2);
            return UnitAt(quarter) == 3 ? WithYear(i, quarter, 1, 3 * until.Number, 0, counted: true) : null;
        }

        // "the final three months of 2024"
        if (ordinal.Number == -1 && Count(j) is { } lastMonths and <= 11 && UnitAt(Hop(j)) == 1 && Is(Hop(j) + 1, "of") && (YearAt(Hop(j) + 2) is not null || RelativeYear(Hop(j) + 2, out _, out _)))
            return WithYear(i, Hop(j), 13 - lastMonths, 12, 0);
        if (ordinal.Number != 1) return null;
        if (UnitAt(j) == 1 && Is(j + 1, "of") && !Is(j + 2, "operation")) return WithYear(i, j, 1, 1, 0);
        if (Count(j) is not { } count) return null;
        var k = Hop(j);
        if (UnitAt(k) == 1 && count <= 12) return WithYear(i, Period(k), 1, count, 0, counted: true);
        if (UnitAt(k) == 3 && count <= 4) return WithYear(i, Period(k), 1, count * 3, 0, counted: true);
        if (Is(k, "days") && count <= 31)
        {
            if (Is(k + 1, "of") && Month(k + 2) is { } month && MonthIsName(k + 2))
            {
                var days = WithYear(i, k + 2, month, month, 0);
                return days with { Kind = PeriodKind.Days, FirstDay = 1, LastDay = count };
            }

            var end = Is(k + 1, "of") && (Is(k + 2, "this") || Is(k + 2, "the")) && UnitAt(k + 3) == 1 ? k + 3 : k;
            return Make(i, end, PeriodKind.Days) with { FirstDay = 1, LastDay = count, UnitMonths = 1 };
        }

        return null;
    }

    // "10 months of 2022", "three months to August", "five years ago"
    private PeriodMention? Counted(int i)
    {
        if (Count(i) is not { } count) return null;
        var j = Hop(i);
        if (Is(j, "week") || Is(j, "weeks") || Is(j, "days")) return Ended(i, Period(j), 0, Is(j, "days") ? count : 7 * count);
        if (UnitAt(j) is not { } unit) return null;
        if (unit == 12 && (Is(j + 1, "ago") || Is(j + 1, "earlier") || Is(j + 1, "before")))
            return count == 1 ? Make(i, j + 1, PeriodKind.YearEarlier) : Make(i, j + 1, PeriodKind.Date);
        if (unit != 1 || count > 12) return null;
        var k = Period(j);
        if (Is(k + 1, "of") && (YearAt(k + 2) is not null || RelativeYear(k + 2, out _, out _))) return WithYear(i, k, 1, count, 0, counted: true);
        return count >= 2 ? Ended(i, k, count, 0) ?? FirstMonths(count, i, j, k) : null;
    }

    // A month name at `at`, with what may follow: a day, a range, a year, "period", "quarter".
    private PeriodMention? Months(int start, int at, YearReference given)
    {
        var first = Month(at)!.Value;
        var last = at;
        var lastMonth = first;
        var k = at + 1;
        if (tokens.IsSymbol(k, '.') && Glued(k)) k++;

        // January and February; January to October; Jan-Oct
        var to = Connector(k, and: Month(k + 1) is { } next && (next == first + 1 || at > 0 && Is(at - 1, "between")));
        if (tokens.IsSymbol(k, '/')) to = k + 1;

        // "from January to the end of May", "January to end-May"
        if (to > 0 && !(Month(to) is not null && MonthIsName(to)) && tokens[k].Kind == TokenKind.Word && BoundAt(to) is { Day: 0 } end)
            return Make(start, end.Last, PeriodKind.Months) with { HasBothEnds = true, FirstMonth = first, LastMonth = end.Month, YearReference = end.YearReference == YearReference.None ? given : end.YearReference, Year = end.Year, LastYear = end.Year };
        if (to > 0 && Month(to) is { } second && MonthIsName(to) && tokens[to].Gap != TokenGap.Paragraph)
        {
            lastMonth = second;
            last = to;
            k = to + 1;
            if (tokens.IsSymbol(k, '.') && Glued(k)) k++;
        }
        else if (RunOfDays(start, at) is { } run)
        {
            return given == YearReference.None ? run : run with { YearReference = given };
        }
        else if (DayAt(k) is { } dayEnd && tokens[k].Gap != TokenGap.Paragraph)
        {
            var day = Small(k)!.Value;
            var year = 0;
            var y = dayEnd + 1;
            if (tokens.IsSymbol(y, ',')) y++;
            if (YearAt(y) is { } found)
            {
                year = found;
                dayEnd = y;
            }

            return Date(start, Time(dayEnd + 1) ?? dayEnd, year, first, day);
        }

        // "the June year": the twelve months that end in June
        if (YearWord(last + 1) && lastMonth == first && start > 0 && Is(start - 1, "the") && !Sign(last + 2, '-', '-'))
            return WithYear(start, last + 1, (first % 12) + 1, first, 0);
        if (Is(last + 1, "quarter") && lastMonth == first)
        {
            last++;
            first = ((first - 3) % 12 + 12) % 12 + 1;
        }

        // "July 2021-June 2022", "between November 2023 and February 2024", "from November last year to February this year"
        if (first == lastMonth && BoundAt(at) is { Day: 0, YearReference: not YearReference.None } from && Connector(from.Last + 1, at > 0 && Is(at - 1, "between")) is >= 0 and var until && BoundAt(until) is { Day: 0 } upTo)
        {
            if (from.Year > 0 && upTo.Year >= from.Year)
                return Make(start, upTo.Last, PeriodKind.Months) with { HasBothEnds = true, FirstMonth = first, LastMonth = upTo.Month, YearReference = YearReference.Explicit, Year = from.Year, LastYear = upTo.Year };
            if (from.Year == 0 && upTo.YearReference == YearReference.This && from.YearReference == YearReference.Last && upTo.Month < first)
                return Make(start, upTo.Last, PeriodKind.Months) with { HasBothEnds = true, FirstMonth = first, LastMonth = upTo.Month, YearReference = YearReference.This };
        }

        // "through November": from the start of the year.
        if (first == lastMonth && first > 1 && start > 0 && given == YearReference.None && Is(start - 1, "through")) first = 1;
        return WithYear(start, Period(last), first, lastMonth, k - 1 > last ? k - 1 : 0, given);
    }

    // Adds the year behind a months expression that ends at `last`.
    private PeriodMention WithYear(int start, int last, int firstMonth, int lastMonth, int dot, YearReference given = YearReference.None, bool counted = false)
    {
        var k = Math.Max(last, dot) + 1;
        var months = Make(start, last, PeriodKind.Months) with { FirstMonth = firstMonth, LastMonth = lastMonth, YearReference = given };
        if (RelativeYear(k, out var end, out var reference))
            return Resume(start, Period(end), months with { YearReference = reference });

        // "first seven months of FY25", "of the current fiscal year" count from the first of the year; "April-October FY25" names its months.
        var of = Is(k, "of") || Is(k, "in") ? k + 1 : k;
        if (Is(of, "the")) of++;
        PeriodMention? fiscal = null;
        if (Is(of, "fy")) fiscal = Fiscal(start, of + 1, firstMonth, lastMonth, true);
        else if (Is(of, "fiscal") || Is(of, "financial")) fiscal = Fiscal(start, Is(of + 1, "year") ? of + 2 : of + 1, firstMonth, lastMonth, false);
        else if (YearAt(of) is not null && of > k) fiscal = Fiscal(start, of, firstMonth, lastMonth, false) is { LastYear: > 0 } spanning ? spanning : null;
        if (fiscal is not null) return FiscalYearWord(fiscal) with { FirstDay = counted ? -1 : 0 };
        if (IsFiscalNoun(of + 1, out var noun) && of < tokens.Count && lexicon.Find(tokens.Chars(of), PeriodWordClass.Relation) is { } relation && Reference(relation.Text) != YearReference.None)
            return Resume(start, NamedAgain(noun), months with { Kind = PeriodKind.FiscalYear, YearReference = Reference(relation.Text), FirstDay = counted ? -1 : 0 });

        if (tokens.IsSymbol(k, ',')) k++;
        if (Is(k, "of") || Is(k, "in")) k++;
        if (tokens.IsSymbol(k, '\'') || tokens.IsSymbol(k, '’')) k++;
        if (k < tokens.Count && tokens[k].Gap != TokenGap.Paragraph && YearAt(k) is { } year)
        {
            // "April-November 2024-25"
            if (Fiscal(start, k, firstMonth, lastMonth, false) is { LastYear: > 0 } named) return FiscalYearWord(named) with { FirstDay = counted ? -1 : 0 };
            return Resume(start, Period(k), months with { YearReference = YearReference.Explicit, Year = year, LastYear = year });
        }

        // "July-June (2021-22)", "July-March (FY24)"
        if (tokens.IsSymbol(k, '(') && tokens[k].Gap != TokenGap.Paragraph && firstMonth != lastMonth)
        {
            var inner = Is(k + 1, "fy") ? Fiscal(start, k + 2, firstMonth, lastMonth, true) : Fiscal(start, k + 1, firstMonth, lastMonth, false) is { LastYear: > 0 } spanned ? spanned : null;
            if (inner is { LastToken: var behind } && tokens.IsSymbol(behind + 1, ')')) return Resume(start, behind + 1, inner) with { FirstDay = counted ? -1 : 0 };
        }

        return months;
    }

    // "the 2025-26 fiscal year": the noun behind belongs to it.
    private PeriodMention FiscalYearWord(PeriodMention fiscal) =>
        (Is(fiscal.LastToken + 1, "fiscal") || Is(fiscal.LastToken + 1, "financial")) && YearWord(fiscal.LastToken + 2) ? Resume(fiscal.FirstToken, fiscal.LastToken + 2, fiscal) : Resume(fiscal.FirstToken, Period(fiscal.LastToken), fiscal);

    private PeriodMention Resume(int start, int last, PeriodMention mention) => mention with { FirstToken = start, LastToken = last, Span = tokens.SpanOf(start, last) };

    private PeriodMention Part(int start, int last, int unit, int number)
    {
        if (start + 1 == last && last + 1 < tokens.Count && Glued(last + 1) && Is(last + 1, "fy") && Fiscal(start, last + 2, ((number - 1) * unit) + 1, number * unit, true) is { } glued)
            return glued;
        if (last + 1 < tokens.Count && Glued(last + 1) && tokens[last + 1].Kind == TokenKind.Number && tokens[last + 1].Length == 2 && Small(last + 1) is { } yy)
        {
            return Make(start, last + 1, PeriodKind.Months) with
            {
                FirstMonth = ((number - 1) * unit) + 1,
                LastMonth = number * unit,
                YearReference = YearReference.Explicit,
                Year = 2000 + yy,
                LastYear = 2000 + yy,
            };
        }

        // "Q1-Q3", "Q1 to Q3", "1Q-3Q"
        if (Connector(last + 1, and: false) is >= 0 and var to && tokens[start].Length == 1 && last == start + 1)
        {
            var digit = Is(to, "q") ? to + 1 : to;
            if (unit == 3 && Small(digit) is { } second && second > number && second <= 4 && (digit > to ? Glued(digit) : Glued(to + 1) && Is(to + 1, "q")))
                return WithYear(start, digit > to ? digit : to + 1, ((number - 1) * 3) + 1, second * 3, 0, counted: true);
        }

        // "through the third quarter": from the start of the year
        var isThrough = start > 1 && Is(start - 1, "the") ? Is(start - 2, "through") : start > 0 && Is(start - 1, "through");
        return WithYear(start, Period(last), isThrough ? 1 : ((number - 1) * unit) + 1, number * unit, 0, counted: true);
    }
}
