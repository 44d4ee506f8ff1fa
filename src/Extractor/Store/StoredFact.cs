using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Store;

/// <summary>A fact as stored, with what belongs to a row of the queue.</summary>
public sealed record StoredFact
{
    /// <summary>The row's number; another after re-extraction changed the fact.</summary>
    public required long Key { get; init; }

    /// <summary>The fact with reviewers' corrections applied; its id stays that of the extracted fact.</summary>
    public required Fact Fact { get; init; }

    /// <summary>The fact as extracted, where a reviewer corrected it; else null.</summary>
    public Fact? Extracted { get; init; }

    /// <summary>The document's number.</summary>
    public required long DocumentId { get; init; }

    /// <summary>SHA-256 of the document's canonical text.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>The document's title, URL, date and language.</summary>
    public required DocumentMetadata Metadata { get; init; }

    /// <summary>Whether the document repeats another.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether a reviewer added it.</summary>
    public bool IsAdded { get; init; }

    /// <summary>How far review has come.</summary>
    public ReviewState State { get; init; }

    /// <summary>From 0 (sure) to 1; see <see cref="FactDoubt"/>.</summary>
    public double Doubt { get; init; }

    /// <summary>How many checks confirm it.</summary>
    public int Confirmed { get; init; }

    /// <summary>How many checks contradict it.</summary>
    public int Contradicted { get; init; }

    /// <summary>The run that found it first.</summary>
    public long FirstRun { get; init; }

    /// <summary>The run that last wrote its document.</summary>
    public long Run { get; init; }
}
