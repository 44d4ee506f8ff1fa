using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>Finds which facts of one reading of a document are facts of another reading that changed.</summary>
public static class FactMatching
{
    /// <summary>How many facts of one sentence a fact is compared with: a line of a hundred thousand numbers must not take forever.</summary>
    private const int MaxCandidates = 64;

    /// <summary>Tells facts that are gone and new from facts of one sentence whose slots differ, and from those that only moved with the text.</summary>
    /// <param name="before">Facts of the earlier reading that the later has not (by id).</param>
    /// <param name="after">Facts of the later reading that the earlier has not (by id).</param>
    /// <param name="sameText">Whether both readings are of the same text, so that spans can be compared.</param>
    public static FactMatches Match(IReadOnlyList<Fact> before, IReadOnlyList<Fact> after, bool sameText)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Count == 0 || after.Count == 0) return new FactMatches([.. after], [.. before], [], []);

        var candidates = new List<(int Score, int Before, int After)>();
        var byStart = sameText ? new SpanOrder(after) : null;
        var byQuote = sameText ? null : By(after, fact => fact.Quote);
        var bySubject = sameText ? null : By(after, Subject);
        for (var b = 0; b < before.Count; b++)
        {
            // Of another text, the sentence if it is still there, else whatever speaks of the same: "320 billion" may have become "330".
            var others = byStart?.Overlapping(before[b]).Take(MaxCandidates)
                ?? byQuote!.GetValueOrDefault(before[b].Quote, []).Take(MaxCandidates)
                    .Union(bySubject!.GetValueOrDefault(Subject(before[b]), []).Take(MaxCandidates));
            foreach (var a in others)
            {
                var score = Score(before[b], after[a]);
                if (score > 0 && !sameText && before[b].Quote == after[a].Quote) score += 1_000;
                if (score > 0) candidates.Add((score, b, a));
            }
        }

        // The best pairs first; ties in the order of the text, so that the result does not depend on chance.
        candidates.Sort((x, y) => x.Score != y.Score ? y.Score.CompareTo(x.Score)
            : x.Before != y.Before ? x.Before.CompareTo(y.Before) : x.After.CompareTo(y.After));
        var partner = new int?[before.Count];
        var taken = new bool[after.Count];
        foreach (var (_, b, a) in candidates)
        {
            if (partner[b] is not null || taken[a]) continue;
            partner[b] = a;
            taken[a] = true;
        }

        var changed = ImmutableArray.CreateBuilder<FactChange>();
        var moved = ImmutableArray.CreateBuilder<FactChange>();
        var gone = ImmutableArray.CreateBuilder<Fact>();
        for (var b = 0; b < before.Count; b++)
        {
            if (partner[b] is not { } a)
            {
                gone.Add(before[b]);
                continue;
            }

            var fields = FactIdentity.DifferingSlots(before[b], after[a]);
            (fields.IsEmpty ? moved : changed).Add(new FactChange(before[b], after[a], [.. fields.Select(FactLineNames.Of)]));
        }

        return new FactMatches([.. after.Where((_, a) => !taken[a])], gone.ToImmutable(), changed.ToImmutable(), moved.ToImmutable());
    }

    /// <summary>Whether the two share a measure's number; 0 when nothing makes them one fact, else higher the more fields agree.</summary>
    private static int Score(Fact before, Fact after)
    {
        var sharesNumber = false;
        var equal = 0;
        for (var name = SlotName.Region; name <= SlotName.Modality; name++)
        {
            var left = before.Written(name);
            if (left != after.Written(name)) continue;
            equal++;
            if (left is not null && before.Number(name) is not null) sharesNumber = true;
        }

        // A number that was misread: everything that says of what the fact speaks agrees instead.
        return sharesNumber ? 100 + equal : Subject(before) == Subject(after) ? equal : 0;
    }

    private static (string Region, TradePeriod Period, Flow Flow, string? Partner, string? Category) Subject(Fact fact) =>
        (fact.Region, fact.Period, fact.Flow, fact.Partner, fact.Category);

    private static Dictionary<TKey, List<int>> By<TKey>(IReadOnlyList<Fact> facts, Func<Fact, TKey> key)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, List<int>>();
        for (var i = 0; i < facts.Count; i++)
        {
            if (!groups.TryGetValue(key(facts[i]), out var group)) groups.Add(key(facts[i]), group = []);
            group.Add(i);
        }

        return groups;
    }

    /// <summary>Facts by the start of their spans, to find those that overlap a span without looking at all.</summary>
    private sealed class SpanOrder
    {
        private readonly IReadOnlyList<Fact> facts;
        private readonly int[] order;
        private readonly int longest;

        public SpanOrder(IReadOnlyList<Fact> facts)
        {
            this.facts = facts;
            order = [.. Enumerable.Range(0, facts.Count).OrderBy(i => facts[i].Span.Start).ThenBy(i => i)];
            longest = facts.Max(fact => fact.Span.Length);
        }

        public IEnumerable<int> Overlapping(Fact fact)
        {
            int low = 0, high = order.Length;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (facts[order[middle]].Span.Start + longest <= fact.Span.Start) low = middle + 1;
                else high = middle;
            }

            for (; low < order.Length && facts[order[low]].Span.Start < fact.Span.End; low++)
                if (facts[order[low]].Span.Overlaps(fact.Span)) yield return order[low];
        }
    }
}

/// <summary>How two readings of a document correspond.</summary>
/// <param name="Added">Facts only the later has.</param>
/// <param name="Gone">Facts only the earlier has.</param>
/// <param name="Changed">Facts of one sentence, or of one subject in a text that changed, whose slots differ.</param>
/// <param name="Moved">Facts with equal slots whose place in the text changed, or its wording.</param>
public sealed record FactMatches(
    ImmutableArray<Fact> Added,
    ImmutableArray<Fact> Gone,
    ImmutableArray<FactChange> Changed,
    ImmutableArray<FactChange> Moved);
