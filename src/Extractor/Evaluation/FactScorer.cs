using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>Scores extracted facts against gold facts, as <c>score.py</c> does.</summary>
/// <remarks>
/// A fact is split into observations. A predicted observation meets a gold one when document, measure and number agree;
/// each is used once, the pairing that agrees on most slots first. Documents without gold are left out.
/// </remarks>
public static class FactScorer
{
    /// <summary>Scores <paramref name="predicted"/> against <paramref name="gold"/>.</summary>
    public static Score Score(IReadOnlyCollection<Fact> gold, IEnumerable<Fact> predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        var documents = gold.Select(fact => fact.Doc).ToImmutableSortedSet(StringComparer.Ordinal);
        var wanted = Observation.Of(gold).ToImmutableArray();
        var found = Observation.Of(predicted.Where(fact => documents.Contains(fact.Doc))).ToImmutableArray();

        var (pairs, missed, spurious, restated) = Align(wanted, found);
        ImmutableArray<Observation> counted = [.. pairs.Select(pair => pair.Predicted), .. spurious];
        ImmutableArray<Observation> strict = [.. pairs.Where(pair => pair.Wrong.IsEmpty).Select(pair => pair.Gold)];
        return new Score
        {
            Strict = new PrecisionRecall(strict.Length, counted.Length, wanted.Length),
            StrictCore = new PrecisionRecall(strict.Count(IsCore), counted.Count(IsCore), wanted.Count(IsCore)),
            Number = new PrecisionRecall(pairs.Length, counted.Length, wanted.Length),
            Restated = restated,
            Slots = [.. SlotScores(pairs)],
            Documents = DocumentScores(documents, strict, counted, wanted),
            Wrong = [.. pairs.Where(pair => !pair.Wrong.IsEmpty)],
            Missed = missed,
            Spurious = spurious,
        };
    }

    private static bool IsCore(Observation observation) => Measures.Core.Contains(observation.Measure);

    private static (ImmutableArray<Pairing> Pairs, ImmutableArray<Observation> Missed, ImmutableArray<Observation> Spurious, int Restated) Align(
        ImmutableArray<Observation> gold, ImmutableArray<Observation> predicted)
    {
        var byPlace = Enumerable.Range(0, predicted.Length).ToLookup(j => (predicted[j].Fact.Doc, predicted[j].Measure));
        var candidates = new List<(int Agreeing, int Gold, int Predicted, ImmutableArray<SlotName> Wrong)>();
        for (var i = 0; i < gold.Length; i++)
        {
            var slots = Measures.SlotsOf(gold[i].Measure);
            foreach (var j in byPlace[(gold[i].Fact.Doc, gold[i].Measure)].Where(j => IsSameNumber(gold[i].Number, predicted[j].Number)))
            {
                var wrong = slots.RemoveRange(SlotAgreement.Agreeing(gold[i], predicted[j]));
                candidates.Add((slots.Length - wrong.Length, i, j, wrong));
            }
        }

        var usedGold = new bool[gold.Length];
        var usedPredicted = new bool[predicted.Length];
        var pairs = ImmutableArray.CreateBuilder<Pairing>();
        foreach (var (_, i, j, wrong) in candidates.OrderByDescending(c => c.Agreeing).ThenBy(c => c.Gold).ThenBy(c => c.Predicted))
        {
            if (usedGold[i] || usedPredicted[j]) continue;
            usedGold[i] = usedPredicted[j] = true;
            pairs.Add(new Pairing(gold[i], predicted[j], wrong));
        }

        var restated = candidates.Where(c => c.Wrong.IsEmpty && !usedPredicted[c.Predicted]).Select(c => c.Predicted).ToHashSet();
        return (
            pairs.ToImmutable(),
            [.. gold.Where((_, i) => !usedGold[i])],
            [.. predicted.Where((_, j) => !usedPredicted[j] && !restated.Contains(j))],
            restated.Count);
    }

    /// <summary>Equal to within one part in a million, so that a figure written through floating point still meets its gold.</summary>
    private static bool IsSameNumber(decimal gold, decimal predicted)
    {
        var (a, b) = ((double)gold, (double)predicted);
        return Math.Abs(a - b) <= 1e-6 * Math.Max(1.0, Math.Max(Math.Abs(a), Math.Abs(b)));
    }

    private static IEnumerable<SlotScore> SlotScores(ImmutableArray<Pairing> pairs) =>
        from pair in pairs
        from slot in Measures.SlotsOf(pair.Gold.Measure)
        group !pair.Wrong.Contains(slot) by slot into outcomes
        orderby outcomes.Key
        select new SlotScore(outcomes.Key, outcomes.Count(right => right), outcomes.Count());

    private static ImmutableSortedDictionary<string, PrecisionRecall> DocumentScores(
        IEnumerable<string> documents, IEnumerable<Observation> strict, IEnumerable<Observation> predicted, IEnumerable<Observation> gold)
    {
        var right = CountByDocument(strict);
        var said = CountByDocument(predicted);
        var wanted = CountByDocument(gold);
        return documents.ToImmutableSortedDictionary(
            doc => doc,
            doc => new PrecisionRecall(right.GetValueOrDefault(doc), said.GetValueOrDefault(doc), wanted.GetValueOrDefault(doc)),
            StringComparer.Ordinal);
    }

    private static Dictionary<string, int> CountByDocument(IEnumerable<Observation> observations) =>
        observations.CountBy(observation => observation.Fact.Doc, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
}
