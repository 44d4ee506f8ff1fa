using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>How the facts extracted from some documents compare with gold: the figures of <c>score.py</c>, and what is behind them.</summary>
public sealed record Score
{
    /// <summary>Number, measure and all slots agree.</summary>
    public required PrecisionRecall Strict { get; init; }

    /// <summary>The same, for value, growth, share and contribution only.</summary>
    public required PrecisionRecall StrictCore { get; init; }

    /// <summary>Number and measure agree, whatever the slots.</summary>
    public required PrecisionRecall Number { get; init; }

    /// <summary>Predictions that say again, slot for slot, what a gold observation says; they count neither for nor against.</summary>
    public required int Restated { get; init; }

    /// <summary>Each slot that occurs, in the order of <see cref="SlotName"/>.</summary>
    public required ImmutableArray<SlotScore> Slots { get; init; }

    /// <summary>The strict score of each document that has gold, in ordinal order of names.</summary>
    public required ImmutableSortedDictionary<string, PrecisionRecall> Documents { get; init; }

    /// <summary>Pairs that differ in some slot.</summary>
    public required ImmutableArray<Pairing> Wrong { get; init; }

    /// <summary>Gold observations without a prediction.</summary>
    public required ImmutableArray<Observation> Missed { get; init; }

    /// <summary>Predictions without gold.</summary>
    public required ImmutableArray<Observation> Spurious { get; init; }
}
