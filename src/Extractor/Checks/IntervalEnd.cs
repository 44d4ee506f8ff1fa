namespace Extractor.Checks;

/// <summary>One end of an interval: a number that belongs to it or just not, or no bound at all.</summary>
/// <param name="At">Where it ends; null for no bound on this side.</param>
/// <param name="IsClosed">Whether the end itself belongs to the interval; false without a bound.</param>
public readonly record struct IntervalEnd(Ratio? At, bool IsClosed)
{
    /// <summary>No bound on this side.</summary>
    public static IntervalEnd Unbounded => new(null, false);

    /// <summary>An end that belongs to the interval.</summary>
    public static IntervalEnd Closed(Ratio at) => new(at, true);

    /// <summary>An end that just does not belong to it.</summary>
    public static IntervalEnd Open(Ratio at) => new(at, false);
}
