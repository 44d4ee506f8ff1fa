using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Across;

/// <summary>How long the periods of a series are.</summary>
public enum Frequency
{
    /// <summary>Single months.</summary>
    Monthly,

    /// <summary>Calendar quarters.</summary>
    Quarterly,

    /// <summary>Half years from January or July.</summary>
    HalfYearly,

    /// <summary>Twelve months, of the calendar or a fiscal year.</summary>
    Annual,

    /// <summary>From January on, up to a month that ends no quarter's, half year's or year's own period.</summary>
    YearToDate,

    /// <summary>Any other period.</summary>
    Other,
}

/// <summary>Tells and names frequencies.</summary>
public static class Frequencies
{
    private static readonly ImmutableArray<string> Names = ["month", "quarter", "half", "year", "ytd", "other"];

    /// <summary>The word for a frequency, as the command line has it.</summary>
    public static string Of(Frequency frequency) => Names[(int)frequency];

    /// <summary>The frequency that <paramref name="name"/> names; null for none.</summary>
    public static Frequency? Named(string name) => Names.IndexOf(name) is var index && index >= 0 ? (Frequency)index : null;

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All => Names;

    /// <summary>The frequency of a period.</summary>
    public static Frequency Of(TradePeriod period)
    {
        if (period.Start.Day is not null || period.End.Day is not null) return Frequency.Other;
        return (period.MonthCount, period.Start.Month) switch
        {
            (1, _) => Frequency.Monthly,
            (3, 1 or 4 or 7 or 10) => Frequency.Quarterly,
            (6, 1 or 7) => Frequency.HalfYearly,
            (12, _) => Frequency.Annual,
            ( < 12, 1) => Frequency.YearToDate,
            _ => Frequency.Other,
        };
    }
}
