namespace Extractor.Store;

/// <summary>What a run did to the store.</summary>
public sealed record RunCounts
{
    /// <summary>Documents stored for the first time.</summary>
    public int DocumentsAdded { get; init; }

    /// <summary>Documents read again because their content or the rules changed.</summary>
    public int DocumentsChanged { get; init; }

    /// <summary>Documents met again and left alone.</summary>
    public int DocumentsUnchanged { get; init; }

    /// <summary>Documents taken out because their source is gone.</summary>
    public int DocumentsGone { get; init; }

    /// <summary>Sources that could not be read.</summary>
    public int Failures { get; init; }

    /// <summary>Facts that are new.</summary>
    public int FactsAdded { get; init; }

    /// <summary>Facts whose sentence still yields a fact, with other slots.</summary>
    public int FactsChanged { get; init; }

    /// <summary>Facts that are no longer there.</summary>
    public int FactsGone { get; init; }

    /// <summary>Facts that a rewritten document yields as before.</summary>
    public int FactsKept { get; init; }
}
