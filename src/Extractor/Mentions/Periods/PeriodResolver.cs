using Extractor.Facts;

namespace Extractor.Mentions.Periods;

/// <summary>Turns what a mention says into months, given the document's calendar and the period spoken of last.</summary>
public static class PeriodResolver
{
    /// <summary>The months that <paramref name="mention"/> means, or null when they cannot be known (a date, a way of comparing, no antecedent).</summary>
    /// <remarks>A month without a year is the latest such month that is not after the document's day; without a known year it stays <c>XXXX</c>.</remarks>
    public static TradePeriod? Resolve(PeriodMention mention, DocumentCalendar calendar, TradePeriod? antecedent)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(calendar);
        try
        {
            return ResolveKind(mention, calendar, antecedent);
        }
        catch (ArgumentException)
        {
            // "The first 0 months", "the last 3,000 years": what the types of the calendar refuse is no period.
            return null;
        }
    }

    private static TradePeriod? ResolveKind(PeriodMention mention, DocumentCalendar calendar, TradePeriod? antecedent)
    {
        switch (mention.Kind)
        {
            case PeriodKind.Months:
                return Months(mention, calendar, antecedent);
            case PeriodKind.Days:
                return Days(mention, calendar, antecedent);
            case PeriodKind.Years:
                if (mention.YearReference == YearReference.Explicit)
                    return new TradePeriod(new PeriodBound(mention.Year, 1), new PeriodBound(Math.Max(mention.Year, mention.LastYear), 12));
                return TradePeriod.WholeYear(YearOf(mention.YearReference, calendar, antecedent));
            case PeriodKind.FiscalYear:
                return Fiscal(mention, calendar, antecedent);
            case PeriodKind.YearToDate:
                return YearToDate(calendar, antecedent);
            case PeriodKind.Window:
                return Window(mention, calendar, antecedent);
            case PeriodKind.Same:
                return Same(mention, antecedent);
            case PeriodKind.YearEarlier:
                return mention.UnitMonths == 1 && antecedent is { MonthCount: > 1 } several && several.YearIsKnown
                    ? several.AddYears(-1)
                    : antecedent?.AddYears(-1);
            case PeriodKind.Previous:
                return Previous(mention, antecedent, calendar);
            case PeriodKind.ThisUnit:
                return calendar.Published is { } now ? Unit(now.Year, now.Month, mention.UnitMonths) : antecedent;
            case PeriodKind.LastUnit:
                if (calendar.Published is not { } day) return Previous(mention, antecedent, calendar);
                return Unit(day.Year, day.Month, mention.UnitMonths) is { } unit ? unit.AddMonths(-mention.UnitMonths) : null;
            default:
                return null;
        }
    }

    private static TradePeriod Unit(int year, int month, int months)
    {
        if (months <= 1) return TradePeriod.Months(year, month, month);
        var first = ((month - 1) / months * months) + 1;
        return TradePeriod.Months(year, first, Math.Min(12, first + months - 1));
    }

    private static TradePeriod? Months(PeriodMention mention, DocumentCalendar calendar, TradePeriod? antecedent)
    {
        var (first, last) = (mention.FirstMonth, mention.LastMonth);
        if (mention.YearReference == YearReference.Explicit)
        {
            return mention.LastYear > mention.Year && (mention.LastYear, last).CompareTo((mention.Year, first)) > 0
                ? new TradePeriod(new PeriodBound(mention.Year, first), new PeriodBound(mention.LastYear, last))
                : Range(first > last ? mention.Year - 1 : mention.Year, first, last); // "November to January 2024" ends in that year.
        }

        if (mention.YearReference == YearReference.Last && mention.LastToken == mention.FirstToken + 1)
        {
            // "up 20% from last October" in a text about October; else the latest October gone by. "October last year" needs no such guess.
            if (antecedent is { YearIsKnown: true } spoken && spoken.End.Month == first) return Range(spoken.End.Year!.Value - 1, first, last);
            if (calendar.Published is { } day) return Range(first < day.Month ? day.Year : day.Year - 1, first, last);
        }

        var year = mention.YearReference == YearReference.None ? LatestYear(last - first == 2 && calendar.Published is { } now && now.Month >= first && now.Month <= last ? first : last, calendar, antecedent) : YearOf(mention.YearReference, calendar, antecedent);
        if (year is null && first > last) return null;
        return Range(year - (first > last ? 1 : 0), first, last);
    }

    private static TradePeriod? Range(int? year, int first, int last) =>
        year is null && last < first ? null : TradePeriod.Months(year, first, last);

    // The year in which the latest such month ended, seen from the document.
    private static int? LatestYear(int lastMonth, DocumentCalendar calendar, TradePeriod? antecedent)
    {
        if (calendar.Published is { } day)
        {
            // An article that looks back ("in December 2016") goes on in that year.
            if (antecedent is { YearIsKnown: true } spoken && spoken.End.Year < day.Year - 1) return spoken.End.Year;
            return lastMonth <= day.Month ? day.Year : day.Year - 1;
        }

        return antecedent?.End.Year ?? calendar.Year;
    }

    private static int? YearOf(YearReference reference, DocumentCalendar calendar, TradePeriod? antecedent) => reference switch
    {
        YearReference.This => calendar.ThisYear,
        YearReference.Last => calendar.ThisYear - 1,
        YearReference.Next => calendar.ThisYear + 1,
        YearReference.Previous => (antecedent?.End.Year ?? calendar.ThisYear) - 1,
        YearReference.Same => antecedent?.End.Year ?? calendar.ThisYear,
        _ => calendar.ThisYear,
    };

    private static TradePeriod? Days(PeriodMention mention, DocumentCalendar calendar, TradePeriod? antecedent)
    {
        int month, lastMonth;
        int? year;
        if (mention.FirstMonth > 0)
        {
            month = mention.FirstMonth;
            lastMonth = mention.LastMonth;
            year = mention.YearReference == YearReference.Explicit ? mention.LastYear
                : mention.YearReference == YearReference.None ? LatestYear(lastMonth, calendar, antecedent)
                : YearOf(mention.YearReference, calendar, antecedent);
        }
        else if (antecedent is { MonthCount: 1 } spoken)
        {
            month = lastMonth = spoken.Start.Month;
            year = spoken.Start.Year;
        }
        else if (calendar.Published is { } day)
        {
            month = lastMonth = day.Month;
            year = day.Year;
        }
        else
        {
            return null;
        }

        // June 0, February 30: slips of the pen, and no day can be told.
        var lastDay = lastMonth == month && mention.FirstDay > 1 ? Math.Min(mention.LastDay, DateTime.DaysInMonth(year ?? 2024, month)) : mention.LastDay;
        var length = DateTime.DaysInMonth(year ?? 2024, lastMonth);
        if (mention.FirstDay < 1 || mention.FirstDay > DateTime.DaysInMonth(year ?? 2024, month) || lastDay < 1) return null;
        lastDay = Math.Min(lastDay, length);
        if (mention.DayCount > 0)
        {
            if (year is not { } known) return null;
            var end = new DateOnly(known, lastMonth, lastDay);
            var start = end.AddDays(1 - mention.DayCount);
            return new TradePeriod(new PeriodBound(start.Year, start.Month, start.Day), new PeriodBound(end.Year, end.Month, end.Day));
        }

        var isBackwards = (lastMonth, lastDay).CompareTo((month, mention.FirstDay)) < 0;
        if (isBackwards && (lastMonth == month || year is null)) return null;

        // "from February 15 to June 30" in a text of February 12 lies ahead: figures of days are told soon after them.
        if (mention is { FirstMonth: > 0, YearReference: YearReference.None } && calendar.Published is { } published && year == published.Year - 1 && published.Month + 12 - lastMonth > 6) return null;
        var firstYear = mention.Year > 0 && mention.Year < mention.LastYear ? mention.Year : isBackwards ? year - 1 : year;
        return new TradePeriod(new PeriodBound(firstYear, month, mention.FirstDay), new PeriodBound(year, lastMonth, lastDay));
    }

    private static TradePeriod? Fiscal(PeriodMention mention, DocumentCalendar calendar, TradePeriod? antecedent)
    {
        var start = calendar.FiscalYearStart;

        // "April-November 2024-25" says itself where its year begins.
        if (mention.FirstMonth > 0 && mention.FirstDay != -1 && mention.LastYear == mention.Year + 1) start = mention.FirstMonth;
        int startYear;
        if (mention.YearReference != YearReference.Explicit)
        {
            if (calendar.Published is not { } day) return null;
            startYear = day.Month >= start ? day.Year : day.Year - 1;
            if (mention.YearReference is YearReference.Last or YearReference.Previous) startYear--;
            if (mention.YearReference == YearReference.Next) startYear++;
        }
        else if (mention.LastYear == mention.Year + 1)
        {
            startYear = mention.Year;
        }
        else
        {
            startYear = calendar.FiscalYearNamedByEnd && start > 1 ? mention.Year - 1 : mention.Year;
        }

        if (mention.FirstMonth == 0)
            return start == 1 ? TradePeriod.WholeYear(startYear) : new TradePeriod(new PeriodBound(startYear, start), new PeriodBound(startYear + 1, start - 1));
        var (first, last) = (mention.FirstMonth, mention.LastMonth);
        if (mention.FirstDay == -1)
        {
            // Counted from the start of the fiscal year: "7MFY25", "first half of the current fiscal year".
            first = ((start - 1 + first - 1) % 12) + 1;
            last = ((start - 1 + last - 1) % 12) + 1;
        }

        var firstYear = first >= start ? startYear : startYear + 1;
        var lastYear = last >= start ? startYear : startYear + 1;
        return (lastYear, last).CompareTo((firstYear, first)) < 0 ? null : new TradePeriod(new PeriodBound(firstYear, first), new PeriodBound(lastYear, last));
    }

    private static TradePeriod? YearToDate(DocumentCalendar calendar, TradePeriod? antecedent)
    {
        if (antecedent is { End: { Day: not null, Year: { } dayYear } last } && (calendar.ThisYear is not { } now || now == dayYear))
            return new TradePeriod(new PeriodBound(dayYear, 1, 1), last);
        if (antecedent is { } spoken && spoken.Start.Day is null && (calendar.ThisYear is not { } year || spoken.End.Year == year))
            return TradePeriod.Months(spoken.End.Year, 1, spoken.End.Month);
        if (calendar.Published is not { } day) return null;
        return day.Month == 1 ? TradePeriod.Months(day.Year, 1, 1) : TradePeriod.Months(day.Year, 1, day.Month - 1);
    }

    // "in the last five years" in a text of June 2023 is 2018 to 2022: the last complete years.
    private static TradePeriod? Window(PeriodMention mention, DocumentCalendar calendar, TradePeriod? antecedent)
    {
        if (mention.UnitMonths % 12 == 0 && !mention.CountsMonths)
        {
            if (calendar.ThisYear is not { } year || mention.UnitMonths == 12) return null;
            return new TradePeriod(new PeriodBound(year - (mention.UnitMonths / 12), 1), new PeriodBound(year - 1, 12));
        }

        TradePeriod? end = antecedent is { MonthCount: 1 } ? antecedent : calendar.Published is { } day ? TradePeriod.Months(day.Year, day.Month, day.Month).AddMonths(-1) : null;
        return end is { } last ? new TradePeriod(last.AddMonths(1 - mention.UnitMonths).Start, last.End) : null;
    }

    private static TradePeriod? Same(PeriodMention mention, TradePeriod? antecedent)
    {
        if (antecedent is not { } spoken) return null;
        if (mention.YearReference == YearReference.Explicit)
            return spoken.End.Year is { } year ? spoken.AddYears(mention.Year - year) : null;
        return mention.UnitMonths switch
        {
            1 when spoken.MonthCount > 1 => TradePeriod.Months(spoken.End.Year, spoken.End.Month, spoken.End.Month),
            3 when spoken.MonthCount is 1 => Quarter(spoken),
            12 => TradePeriod.WholeYear(spoken.End.Year),
            _ => spoken,
        };
    }

    private static TradePeriod Quarter(TradePeriod month)
    {
        var first = ((month.End.Month - 1) / 3 * 3) + 1;
        return TradePeriod.Months(month.End.Year, first, first + 2);
    }

    private static TradePeriod? Previous(PeriodMention mention, TradePeriod? antecedent, DocumentCalendar calendar)
    {
        if (mention.UnitMonths == 12) return antecedent?.AddYears(-1);
        if (antecedent is not { } spoken)
        {
            return calendar.Published is { } day && mention.UnitMonths is 1 or 3 ? Unit(day.Year, day.Month, mention.UnitMonths).AddMonths(-mention.UnitMonths) : null;
        }

        if (spoken.MonthCount is not { } length) return null;
        var unit = mention.UnitMonths == 0 ? length : mention.UnitMonths;
        if (unit != length)
        {
            // "the previous month" in a text about January to May is April.
            spoken = unit switch
            {
                1 => TradePeriod.Months(spoken.End.Year, spoken.End.Month, spoken.End.Month),
                3 => Quarter(spoken),
                _ => spoken,
            };
        }

        return unit == 12 ? spoken.AddYears(-1) : spoken.AddMonths(-unit);
    }
}
