using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>What a fact's row holds beside the fact.</summary>
internal sealed record FactRow
{
    /// <summary>The row's number; 0 for one yet to be given.</summary>
    public long Key { get; init; }

    public required Fact Fact { get; init; }

    public required long DocumentId { get; init; }

    public required long SentenceId { get; init; }

    public ReviewState State { get; init; }

    public int Confirmed { get; init; }

    public int Contradicted { get; init; }

    public bool IsAdded { get; init; }

    public bool IsDuplicate { get; init; }

    public required long FirstRun { get; init; }

    public required long Run { get; init; }

    public string? DecidedAs { get; init; }

    /// <summary>The fact line as extracted, where a reviewer corrected it.</summary>
    public string? Extracted { get; init; }
}
