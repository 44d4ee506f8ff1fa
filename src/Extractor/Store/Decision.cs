using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Store;

/// <summary>What a reviewer did.</summary>
public enum DecisionKind
{
    /// <summary>The fact is right.</summary>
    Accept,

    /// <summary>It is no fact, or wrong beyond correcting.</summary>
    Reject,

    /// <summary>Some slots are wrong; here are the right ones.</summary>
    Correct,

    /// <summary>A fact that extraction missed.</summary>
    Add,

    /// <summary>A remark; changes no state.</summary>
    Comment,

    /// <summary>Takes back an earlier decision.</summary>
    Undo,
}

/// <summary>A slot as a reviewer sets it.</summary>
/// <param name="Name">Which.</param>
/// <param name="Value">As written in the fact line; null to clear it.</param>
/// <param name="Span">The words that state it, when the reviewer marked them.</param>
public sealed record SlotChange(SlotName Name, string? Value, TextSpan? Span = null);

/// <summary>A decision to append.</summary>
public sealed record NewDecision
{
    /// <summary>What the reviewer did.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The fact decided on; for <see cref="DecisionKind.Add"/> and <see cref="DecisionKind.Undo"/> null.</summary>
    public string? FactId { get; init; }

    /// <summary>The document, for <see cref="DecisionKind.Add"/>.</summary>
    public long? DocumentId { get; init; }

    /// <summary>The quote's span, for <see cref="DecisionKind.Add"/>.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The slots set, for <see cref="DecisionKind.Correct"/> and <see cref="DecisionKind.Add"/>.</summary>
    public ImmutableArray<SlotChange> Changes { get; init; } = [];

    /// <summary>The reason of a rejection, or the comment.</summary>
    public string? Reason { get; init; }

    /// <summary>The decision taken back, for <see cref="DecisionKind.Undo"/>.</summary>
    public long? Undoes { get; init; }

    /// <summary>
    /// The last decision on this fact that the reviewer saw, 0 for none. When a later one stands on record the store refuses with
    /// <see cref="StaleDecisionException"/>, so that two reviewers at once do not decide over each other unseen. Null: not looked at.
    /// </summary>
    public long? Seen { get; init; }

    /// <summary>Who.</summary>
    public required string Reviewer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A decision as stored: never changed, never deleted.</summary>
public sealed record Decision
{
    /// <summary>Its place in the sequence of all decisions.</summary>
    public required long Sequence { get; init; }

    /// <summary>What the reviewer did.</summary>
    public required DecisionKind Kind { get; init; }

    /// <summary>The name of the document at the time.</summary>
    public required string Doc { get; init; }

    /// <summary>SHA-256 of the document's canonical text: first part of the key.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>The quote's span: second part of the key.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The fact as it was when decided, uncorrected: its slots are the third part of the key. For <see cref="DecisionKind.Add"/> the fact added.</summary>
    public required Fact Fact { get; init; }

    /// <summary>The slots set.</summary>
    public ImmutableArray<SlotChange> Changes { get; init; } = [];

    /// <summary>The reason of a rejection, or the comment.</summary>
    public string? Reason { get; init; }

    /// <summary>The decision taken back.</summary>
    public long? Undoes { get; init; }

    /// <summary>Whether a later decision takes this one back.</summary>
    public bool IsUndone { get; init; }

    /// <summary>Who.</summary>
    public required string Reviewer { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Which decisions.</summary>
public sealed record DecisionQuery
{
    /// <summary>Only on this fact.</summary>
    public string? FactId { get; init; }

    /// <summary>Only on documents with this text.</summary>
    public string? DocumentHash { get; init; }

    /// <summary>Only by this reviewer.</summary>
    public string? Reviewer { get; init; }

    /// <summary>Only after this place in the sequence.</summary>
    public long After { get; init; }

    /// <summary>Only those that stand: not undone, no undo themselves.</summary>
    public bool OnlyStanding { get; init; }

    /// <summary>Latest first.</summary>
    public bool LatestFirst { get; init; }

    /// <summary>How many at most; 0 for all.</summary>
    public int Limit { get; init; }
}
