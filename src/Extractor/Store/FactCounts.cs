namespace Extractor.Store;

/// <summary>How many facts match a query, by review state.</summary>
/// <param name="Pending">Nobody has decided.</param>
/// <param name="Accepted">Accepted.</param>
/// <param name="Rejected">Rejected.</param>
/// <param name="Corrected">Corrected.</param>
/// <param name="Changed">Decided, then extracted otherwise.</param>
/// <param name="IsExact">False when counting stopped early: there are at least so many.</param>
public sealed record FactCounts(long Pending, long Accepted, long Rejected, long Corrected, long Changed, bool IsExact = true)
{
    /// <summary>All together.</summary>
    public long Total => Pending + Accepted + Rejected + Corrected + Changed;

    /// <summary>How many are in <paramref name="state"/>.</summary>
    public long this[ReviewState state] => state switch
    {
        ReviewState.Pending => Pending,
        ReviewState.Accepted => Accepted,
        ReviewState.Rejected => Rejected,
        ReviewState.Corrected => Corrected,
        _ => Changed,
    };
}
