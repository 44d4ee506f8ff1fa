using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>Which facts, in what order, which page. What is null does not restrict.</summary>
public sealed record FactQuery
{
    /// <summary>All facts, in the order of documents and spans.</summary>
    public static FactQuery All { get; } = new();

    /// <summary>Who trades.</summary>
    public string? Region { get; init; }

    /// <summary>Which direction.</summary>
    public Flow? Flow { get; init; }

    /// <summary>With whom; the empty string for the world (no partner).</summary>
    public string? Partner { get; init; }

    /// <summary>What narrows the flow; the empty string for all goods (no category).</summary>
    public string? Category { get; init; }

    /// <summary>Exactly this period.</summary>
    public TradePeriod? Period { get; init; }

    /// <summary>Any period that shares a month with this one.</summary>
    public TradePeriod? Overlapping { get; init; }

    /// <summary>The document's number.</summary>
    public long? DocumentId { get; init; }

    /// <summary>The document's name, exactly, or with <c>*</c> for any characters.</summary>
    public string? Doc { get; init; }

    /// <summary>Words that the quote has, all of them, in any order; "a phrase in double quotes" in order.</summary>
    public string? Text { get; init; }

    /// <summary>Any of these states; empty for all.</summary>
    public ImmutableArray<ReviewState> States { get; init; } = [];

    /// <summary>All of these flags.</summary>
    public FactFlags Flags { get; init; }

    /// <summary>The rule that read it, or the start of its name with <c>*</c> at the end.</summary>
    public string? Rule { get; init; }

    /// <summary>At least this doubt.</summary>
    public double? MinDoubt { get; init; }

    /// <summary>At most this doubt.</summary>
    public double? MaxDoubt { get; init; }

    /// <summary>Only with (true) or without (false) a contradicting check.</summary>
    public bool? Contradicted { get; init; }

    /// <summary>Only facts that this run found first.</summary>
    public long? FirstRun { get; init; }

    /// <summary>Only facts whose document this run wrote.</summary>
    public long? Run { get; init; }

    /// <summary>Only those that have this measure: <see cref="SlotName.Value"/>, <see cref="SlotName.Growth"/> ...</summary>
    public SlotName? Measure { get; init; }

    /// <summary>Whether facts of documents that repeat another are among them.</summary>
    public bool IncludeDuplicates { get; init; } = true;

    /// <summary>The order.</summary>
    public FactSort Sort { get; init; }

    /// <summary>The page to continue with: <see cref="FactPage.Next"/> or <see cref="FactPage.Previous"/> of the page before; null for the first.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many to skip after the cursor; prefer the cursor, a large offset costs.</summary>
    public int Offset { get; init; }

    /// <summary>How many at most.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Whether slots, derivation and the like are read too; a queue row needs only the fields.</summary>
    public bool WithSlots { get; init; } = true;
}

/// <summary>The order of facts.</summary>
public enum FactSort
{
    /// <summary>Documents by name, facts by span.</summary>
    Document,

    /// <summary>Most doubtful first.</summary>
    Doubt,

    /// <summary>Latest period first.</summary>
    Period,

    /// <summary>Largest value first; facts without value last.</summary>
    Value,

    /// <summary>Last stored first.</summary>
    Newest,
}

/// <summary>One page of facts.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Next">The cursor of the page after; null on the last.</param>
/// <param name="Previous">The cursor of the page before; null on the first.</param>
public sealed record FactPage(ImmutableArray<StoredFact> Facts, string? Next, string? Previous);
