namespace Extractor.Facts;

/// <summary>What a reviewer should know about a fact before trusting it.</summary>
[Flags]
public enum FactFlags
{
    /// <summary>Nothing of note.</summary>
    None = 0,

    /// <summary>The document never makes the year knowable.</summary>
    YearUnknown = 1,

    /// <summary>The period was carried over from an earlier sentence.</summary>
    PeriodCarried = 2,

    /// <summary>The region was not named in or near the sentence.</summary>
    RegionAssumed = 4,

    /// <summary>List members were paired by position without "respectively".</summary>
    ListPaired = 8,

    /// <summary>The wording only bounds the number (over, nearly, about).</summary>
    Bound = 16,

    /// <summary>Forecast or target, not an outcome.</summary>
    Forecast = 32,

    /// <summary>The category was carried over or read from a bare subject.</summary>
    CategoryAssumed = 64,
}
