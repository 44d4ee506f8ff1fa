using System.Collections.Immutable;

namespace Extractor.Store;

/// <summary>Which documents, in what order.</summary>
public sealed record DocumentQuery
{
    /// <summary>Only names that contain this.</summary>
    public string? NameContains { get; init; }

    /// <summary>Only under this root.</summary>
    public string? Root { get; init; }

    /// <summary>Only duplicates (true), only first sources (false), or both.</summary>
    public bool? Duplicates { get; init; }

    /// <summary>Only documents with a sentence that has these words.</summary>
    public string? Text { get; init; }

    /// <summary>The order.</summary>
    public DocumentSort Sort { get; init; }

    /// <summary>How many to skip.</summary>
    public int Offset { get; init; }

    /// <summary>How many at most; 0 for all.</summary>
    public int Limit { get; init; } = 50;
}

/// <summary>The order of documents.</summary>
public enum DocumentSort
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>Most unresolved numbers first.</summary>
    Unresolved,

    /// <summary>Most undecided facts first.</summary>
    Pending,

    /// <summary>Most facts first.</summary>
    Facts,

    /// <summary>Latest publication first.</summary>
    Published,
}

/// <summary>One page of documents.</summary>
/// <param name="Documents">The rows.</param>
/// <param name="Total">How many match in all.</param>
public sealed record DocumentPage(ImmutableArray<StoredDocument> Documents, int Total);
