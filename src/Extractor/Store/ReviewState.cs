namespace Extractor.Store;

/// <summary>How far the review of a fact has come.</summary>
public enum ReviewState
{
    /// <summary>Nobody has decided.</summary>
    Pending,

    /// <summary>A reviewer accepted it, or added it.</summary>
    Accepted,

    /// <summary>A reviewer rejected it.</summary>
    Rejected,

    /// <summary>A reviewer corrected it.</summary>
    Corrected,

    /// <summary>A reviewer decided, and the fact has since been extracted with other slots: to be looked at again.</summary>
    Changed,
}
