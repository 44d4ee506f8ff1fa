using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>Brings the decisions on an earlier reading of a document over to a new one.</summary>
/// <remarks>
/// A fact with the same id keeps its decisions. A decided fact that is gone is looked for among the facts of its sentence:
/// one that says what the reviewer corrected it to is accepted; one that shares a number but differs otherwise comes back
/// as <see cref="ReviewState.Changed"/>. What a reviewer added stays as long as the text is the same.
/// </remarks>
public static class DecisionReconciliation
{
    /// <summary>The state of every fact of the new reading, in order, and the added facts after them.</summary>
    /// <param name="facts">The facts of the new reading.</param>
    /// <param name="documentHash">The hash of the text read.</param>
    /// <param name="decisions">All decisions on facts of this text, and of the text that it replaces, marked with what was undone.</param>
    public static ImmutableArray<ReconciledFact> Reconcile(IReadOnlyList<Fact> facts, string documentHash, IEnumerable<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(decisions);
        var byFact = decisions.DistinctBy(decision => decision.Sequence).OrderBy(decision => decision.Sequence)
            .GroupBy(decision => decision.Fact.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var result = new ReconciledFact[facts.Count];
        var open = new List<int>();
        var extracted = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < facts.Count; i++)
        {
            extracted.Add(facts[i].Id);
            result[i] = new ReconciledFact(facts[i], facts[i], ReviewState.Pending, null, IsAdded: false);
            if (!byFact.TryGetValue(facts[i].Id, out var own))
            {
                open.Add(i);
                continue;
            }

            var replayed = DecisionReplay.Replay(facts[i], own);
            result[i] = result[i] with { Effective = replayed.Fact, State = replayed.State };
            if (replayed.Standing is null) open.Add(i);
        }

        var added = new List<ReconciledFact>();
        var orphans = new List<(Fact Decided, ReplayedFact Replayed, List<Decision> Decisions, bool SameText)>();
        foreach (var (id, own) in byFact)
        {
            if (extracted.Contains(id)) continue;
            var decided = own[0].Fact;
            var replayed = DecisionReplay.Replay(decided, own);
            if (replayed.Standing is null) continue;
            var sameText = own[0].DocumentHash == documentHash;
            if (replayed.Added is not null && sameText) added.Add(new ReconciledFact(decided, replayed.Fact, replayed.State, null, IsAdded: true));
            else orphans.Add((decided, replayed, own, sameText));
        }

        foreach (var sameText in (ReadOnlySpan<bool>)[true, false])
        {
            var group = orphans.Where(orphan => orphan.SameText == sameText).ToList();
            if (group.Count == 0) continue;

            // What the reviewer made of it is what the new rules should find; where they find that, they agree.
            MatchGroup(group, effective: true, sameText, open, facts, result);
            MatchGroup(group, effective: false, sameText, open, facts, result);
        }

        return [.. result, .. added.OrderBy(fact => fact.Extracted.Span).ThenBy(fact => fact.Extracted.Id, StringComparer.Ordinal)];
    }

    private static void MatchGroup(
        List<(Fact Decided, ReplayedFact Replayed, List<Decision> Decisions, bool SameText)> orphans,
        bool effective,
        bool sameText,
        List<int> open,
        IReadOnlyList<Fact> facts,
        ReconciledFact[] result)
    {
        var before = orphans.ConvertAll(orphan => effective ? orphan.Replayed.Fact : orphan.Decided);
        var after = open.ConvertAll(i => facts[i]);
        var matches = FactMatching.Match(before, after, sameText);
        var taken = effective ? matches.Moved.RemoveAll(match => !Agrees(match)) : matches.Moved.AddRange(matches.Changed);
        foreach (var match in taken)
        {
            var orphan = before.FindIndex(fact => ReferenceEquals(fact, match.Before));
            var index = open[after.FindIndex(fact => ReferenceEquals(fact, match.After))];
            var (decided, replayed, decisions, _) = orphans[orphan];
            var agrees = Agrees(match);
            var state = !agrees ? ReviewState.Changed : effective && replayed.State == ReviewState.Corrected ? ReviewState.Accepted : replayed.State;
            var fact = agrees && !effective ? DecisionReplay.Replay(facts[index], sameText ? decisions : decisions.ConvertAll(WithoutSpans)).Fact : facts[index];
            result[index] = result[index] with { State = state, DecidedAs = decided.Id, Effective = fact };
        }

        open.RemoveAll(i => taken.Any(match => ReferenceEquals(match.After, facts[i])));
        orphans.RemoveAll(orphan => taken.Any(match => ReferenceEquals(match.Before, effective ? orphan.Replayed.Fact : orphan.Decided)));
    }

    /// <summary>Where the sentence was reworded somebody has to look again, though the slots are the same.</summary>
    private static bool Agrees(FactChange match) => match.Fields.IsEmpty && match.Before.Quote == match.After.Quote;

    /// <summary>Words marked in the earlier text stand elsewhere in the new one, or nowhere.</summary>
    private static Decision WithoutSpans(Decision decision) =>
        decision with { Changes = [.. decision.Changes.Select(change => change with { Span = null })] };
}

/// <summary>A fact of a new reading with what earlier decisions make of it.</summary>
/// <param name="Extracted">The fact as extracted, or as added.</param>
/// <param name="Effective">The fact with corrections applied.</param>
/// <param name="State">How far its review has come.</param>
/// <param name="DecidedAs">The id under which the decisions that count for it are recorded, when that is not its own.</param>
/// <param name="IsAdded">Whether a reviewer added it.</param>
public sealed record ReconciledFact(Fact Extracted, Fact Effective, ReviewState State, string? DecidedAs, bool IsAdded);
