using System.Diagnostics.CodeAnalysis;

namespace Extractor.Facts;

/// <summary>The months (or days) that a number covers, both ends inclusive, written <c>START/END</c>.</summary>
/// <remarks>Notation of ANNOTATION.md, after ISO 8601 intervals: <c>2022-01/2022-03</c>, <c>XXXX-01/XXXX-10</c>, <c>2025-05-01/2025-05-20</c>.</remarks>
public readonly record struct TradePeriod
{
    /// <summary>Makes the period from <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    /// <exception cref="ArgumentException">The end lies before the start, or only one end has its year or its day.</exception>
    public TradePeriod(PeriodBound start, PeriodBound end)
    {
        if (start.Year is null != end.Year is null) throw new ArgumentException("Both ends have a year or neither has.", nameof(end));
        if (start.Year is not null && end < start) throw new ArgumentException("A period ends no earlier than it starts.", nameof(end));
        Start = start;
        End = end;
    }

    /// <summary>The first month or day.</summary>
    public PeriodBound Start { get; }

    /// <summary>The last month or day.</summary>
    public PeriodBound End { get; }

    /// <summary>Whether the year is known.</summary>
    public bool YearIsKnown => Start.Year is not null;

    /// <summary>The months <paramref name="firstMonth"/> to <paramref name="lastMonth"/> of one year; a last month before the first lies in the next year.</summary>
    public static TradePeriod Months(int? year, int firstMonth, int lastMonth) =>
        new(new PeriodBound(year, firstMonth), new PeriodBound(lastMonth < firstMonth && year is { } y ? y + 1 : year, lastMonth));

    /// <summary>January to December.</summary>
    public static TradePeriod WholeYear(int? year) => Months(year, 1, 12);

    /// <summary>The number of calendar months touched; null when the period crosses years that are unknown.</summary>
    public int? MonthCount => Start.Year is { } a && End.Year is { } b
        ? ((b - a) * 12) + End.Month - Start.Month + 1
        : End.Month >= Start.Month ? End.Month - Start.Month + 1 : null;

    /// <summary>The same months, <paramref name="years"/> years later (negative: earlier). An unknown year stays unknown.</summary>
    public TradePeriod AddYears(int years) => Start.Year is { } a && End.Year is { } b
        ? new(new PeriodBound(a + years, Start.Month, Start.Day), new PeriodBound(b + years, End.Month, End.Day))
        : this;

    /// <summary>The period of the same length, moved by <paramref name="months"/> months. Days are dropped.</summary>
    public TradePeriod AddMonths(int months) => new(Shift(Start, months), Shift(End, months));

    /// <summary>Reads the notation that <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TradePeriod period)
    {
        period = default;
        if (text is null) return false;
        var slash = text.IndexOf('/');
        if (slash < 0 || !TryBound(text[..slash], out var start) || !TryBound(text[(slash + 1)..], out var end)) return false;
        if (start.Year is null != end.Year is null || (start.Year is not null && end < start)) return false;
        period = new TradePeriod(start, end);
        return true;
    }

    /// <summary>Reads the notation that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text is not a period.</exception>
    public static TradePeriod Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is not a period: expected YYYY-MM/YYYY-MM.");

    /// <summary><c>START/END</c>.</summary>
    public override string ToString() => $"{Start}/{End}";

    private static PeriodBound Shift(PeriodBound bound, int months)
    {
        var index = bound.Month - 1 + months;
        var years = (int)Math.Floor(index / 12.0);
        return new PeriodBound(bound.Year is { } y ? y + years : null, index - (years * 12) + 1);
    }

    private static bool TryBound(string text, out PeriodBound bound)
    {
        bound = default;
        if (text.Length is not (7 or 10) || text[4] != '-') return false;
        int? year = null;
        if (text.AsSpan(0, 4) is not "XXXX")
        {
            if (!int.TryParse(text.AsSpan(0, 4), out var y) || y < 1) return false;
            year = y;
        }

        if (!int.TryParse(text.AsSpan(5, 2), out var month) || month is < 1 or > 12) return false;
        int? day = null;
        if (text.Length == 10)
        {
            if (text[7] != '-' || !int.TryParse(text.AsSpan(8, 2), out var d) || d is < 1 or > 31) return false;
            day = d;
        }

        bound = new PeriodBound(year, month, day);
        return true;
    }
}
