using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>A document to store, with everything read from it.</summary>
public sealed record DocumentWrite
{
    /// <summary>The document, its sentences, facts and ledger.</summary>
    public required Extraction Extraction { get; init; }

    /// <summary>Where it was read.</summary>
    public required DocumentSource Source { get; init; }

    /// <summary>The page as read, to be kept for the review page; null to keep none.</summary>
    public ReadOnlyMemory<byte>? SourceBytes { get; init; }

    /// <summary>The arithmetic checks within the document.</summary>
    public ImmutableArray<FactCheck> Checks { get; init; } = [];

    /// <summary>The number of the document that this one repeats.</summary>
    public long? DuplicateOf { get; init; }

    /// <summary>How it repeats it.</summary>
    public DuplicateKind Duplicate { get; init; }

    /// <summary>What recognises near copies (MinHash, SimHash), kept so that a later run compares with it; opaque to the store.</summary>
    public ReadOnlyMemory<byte>? Fingerprint { get; init; }

    /// <summary>What <see cref="IFactStore.Prepare"/> made of <see cref="Extraction"/> and <see cref="SourceBytes"/>; only the store knows what it is.</summary>
    public object? Prepared { get; init; }

    /// <summary>Seconds that reading and extracting took.</summary>
    public double Seconds { get; init; }
}
