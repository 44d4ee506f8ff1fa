using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>What a list of decisions makes of a fact. Every store replays decisions with this, so that all come to the same state.</summary>
/// <remarks>
/// Corrections add up: each sets some slots of the fact as corrected so far. Accepting a corrected fact leaves it corrected.
/// A rejection counts until something is decided after it. Comments and what was undone count for nothing.
/// </remarks>
public static class DecisionReplay
{
    /// <summary>The decisions with <see cref="Decision.IsUndone"/> set; undoing an undo makes the first decision stand again.</summary>
    /// <param name="decisions">Decisions in ascending order, each with all undos that concern it.</param>
    public static ImmutableArray<Decision> MarkUndone(IEnumerable<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var all = decisions.ToList();
        var undone = new HashSet<long>();
        for (var i = all.Count - 1; i >= 0; i--)
            if (all[i].Undoes is { } target && !undone.Contains(all[i].Sequence)) undone.Add(target);
        return [.. all.Select(decision => undone.Contains(decision.Sequence) == decision.IsUndone ? decision : decision with { IsUndone = !decision.IsUndone })];
    }

    /// <summary>Replays the decisions on one fact.</summary>
    /// <param name="fact">The fact as extracted, or as added.</param>
    /// <param name="decisions">The decisions on it in order, marked with what was undone.</param>
    public static ReplayedFact Replay(Fact fact, IEnumerable<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(decisions);
        var effective = fact;
        Decision? standing = null;
        Decision? added = null;
        foreach (var decision in decisions)
        {
            if (decision.IsUndone || decision.Kind is DecisionKind.Undo or DecisionKind.Comment) continue;
            standing = decision;
            if (decision.Kind == DecisionKind.Add) added = decision;
            if (decision.Kind == DecisionKind.Correct && FactCorrection.TryApply(effective, decision.Changes, out var corrected, out _)) effective = corrected;
        }

        var state = standing?.Kind switch
        {
            null => ReviewState.Pending,
            DecisionKind.Reject => ReviewState.Rejected,
            _ => FactIdentity.SameSlots(fact, effective) ? ReviewState.Accepted : ReviewState.Corrected,
        };
        return new ReplayedFact(state, effective, standing, added);
    }
}

/// <summary>A fact after its decisions.</summary>
/// <param name="State">How far review has come.</param>
/// <param name="Fact">The fact with corrections applied.</param>
/// <param name="Standing">The last decision that counts; null while pending.</param>
/// <param name="Added">The decision that added the fact, where one did.</param>
public sealed record ReplayedFact(ReviewState State, Fact Fact, Decision? Standing, Decision? Added);
