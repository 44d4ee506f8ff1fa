using Extractor.Text;

namespace Extractor.Store;

/// <summary>The row of a document, without its text.</summary>
public sealed record StoredDocument
{
    /// <summary>Its number in the store.</summary>
    public required long Id { get; init; }

    /// <summary>Its name: the <c>doc</c> of its facts.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the canonical text.</summary>
    public required string Hash { get; init; }

    /// <summary>Length of the canonical text in UTF-16 code units.</summary>
    public required int Length { get; init; }

    /// <summary>Title, URL, date and the like.</summary>
    public required DocumentMetadata Metadata { get; init; }

    /// <summary>The bytes that it was read from.</summary>
    public required DocumentSource Source { get; init; }

    /// <summary>What read it.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The run that stored it first.</summary>
    public required long FirstRun { get; init; }

    /// <summary>The run that stored it last.</summary>
    public required long LastRun { get; init; }

    /// <summary>The document that it repeats.</summary>
    public long? DuplicateOf { get; init; }

    /// <summary>The name of the document that it repeats.</summary>
    public string? DuplicateOfName { get; init; }

    /// <summary>How it repeats it.</summary>
    public DuplicateKind Duplicate { get; init; }

    /// <summary>How many facts it has.</summary>
    public int FactCount { get; init; }

    /// <summary>How many numbers it has.</summary>
    public int NumberCount { get; init; }

    /// <summary>How many of its numbers are unresolved.</summary>
    public int UnresolvedCount { get; init; }

    /// <summary>How many of its facts nobody has decided.</summary>
    public int PendingCount { get; init; }

    /// <summary>Whether the page as read is kept.</summary>
    public bool HasSource { get; init; }

    /// <summary>Seconds that reading and extracting took.</summary>
    public double Seconds { get; init; }

    /// <summary>What recognises near copies.</summary>
    public ReadOnlyMemory<byte>? Fingerprint { get; init; }
}
