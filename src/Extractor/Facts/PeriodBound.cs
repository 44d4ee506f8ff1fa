namespace Extractor.Facts;

/// <summary>One end of a period: a month, or a day when the text has days. The year may be unknown.</summary>
public readonly record struct PeriodBound : IComparable<PeriodBound>
{
    /// <summary>Makes a bound.</summary>
    /// <param name="year">1 to 9999, or null where the document never makes it knowable.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31, or null for the whole month.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is out of range.</exception>
    public PeriodBound(int? year, int month, int? day = null)
    {
        if (year is < 1 or > 9999) throw new ArgumentOutOfRangeException(nameof(year), year, "A year is 1 to 9999.");
        if (month is < 1 or > 12) throw new ArgumentOutOfRangeException(nameof(month), month, "A month is 1 to 12.");
        if (day is < 1 or > 31) throw new ArgumentOutOfRangeException(nameof(day), day, "A day is 1 to 31.");
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>The year, or null when unknown (<c>XXXX</c>).</summary>
    public int? Year { get; }

    /// <summary>The month, 1 to 12.</summary>
    public int Month { get; }

    /// <summary>The day, or null for the whole month.</summary>
    public int? Day { get; }

    /// <summary>Orders by year (unknown first), month and day.</summary>
    public int CompareTo(PeriodBound other) =>
        (Year ?? 0, Month, Day ?? 0).CompareTo((other.Year ?? 0, other.Month, other.Day ?? 0));

    /// <summary>Whether <paramref name="left"/> comes before <paramref name="right"/>.</summary>
    public static bool operator <(PeriodBound left, PeriodBound right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> comes after <paramref name="right"/>.</summary>
    public static bool operator >(PeriodBound left, PeriodBound right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> does not come after <paramref name="right"/>.</summary>
    public static bool operator <=(PeriodBound left, PeriodBound right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> does not come before <paramref name="right"/>.</summary>
    public static bool operator >=(PeriodBound left, PeriodBound right) => left.CompareTo(right) >= 0;

    /// <summary><c>YYYY-MM</c> or <c>YYYY-MM-DD</c>, with <c>XXXX</c> for an unknown year.</summary>
    public override string ToString()
    {
        var year = Year is { } y ? y.ToString("D4") : "XXXX";
        return Day is { } day ? $"{year}-{Month:D2}-{day:D2}" : $"{year}-{Month:D2}";
    }
}
