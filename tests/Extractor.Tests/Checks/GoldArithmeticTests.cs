using Extractor.Checks;
using Extractor.Facts;

namespace Extractor.Tests.Checks;

/// <summary>The annotated articles' own arithmetic.</summary>
public sealed class GoldArithmeticTests(Xunit.Abstractions.ITestOutputHelper output)
{
    /// <summary>
    /// Articles whose figures contradict one another, with how often: a deficit called a surplus, a total that its parts do
    /// not make up. Whoever adds one has read the sentences.
    /// </summary>
    private static readonly Dictionary<string, int> SelfContradictions = new()
    {
        ["04-ap-china-oct-2020.html"] = 1,
        ["24-bbc-us-trade-gap-2004.txt"] = 2,
        ["26-portcalls-philippines-2016.txt"] = 1,
        ["contradiction-chongqing-2023q1.txt"] = 1,
    };

    /// <summary>Kinds that the derivation by brute force covers in full; the others confirm only where candidates happen to fit.</summary>
    private static readonly HashSet<CheckKind> Derived =
    [
        CheckKind.FlowSum, CheckKind.FlowDifference, CheckKind.EarlierLevel, CheckKind.Share, CheckKind.Contribution, CheckKind.PeriodSum, CheckKind.Change,
        CheckKind.Breakdown, CheckKind.Restatement,
    ];

    [SharedDataFact]
    public void Every_identity_that_the_gold_facts_allow_is_found_and_no_other()
    {
        var count = 0;
        foreach (var doc in GoldFacts.All())
        {
            Fact[] facts = [.. doc];
            var expected = BruteForce.Identities(facts);
            var results = DocumentChecker.Check(facts);
            var found = results.Select(BruteForce.Name).ToHashSet();
            count += expected.Count;

            Assert.Equal([], expected.Where(e => !found.Contains(e)).Select(e => $"{doc.Key} lacks {e}"));
            Assert.Equal([], results.Where(r => Derived.Contains(r.Kind) && !IsOneSentence(r)).Select(BruteForce.Name).Where(f => !expected.Contains(f)).Select(f => $"{doc.Key} has {f}"));
        }

        output.WriteLine($"{count} identities");
        Assert.True(count >= 70, $"only {count} identities: the gold files are not what they were");
    }

    [SharedDataFact]
    public void Gold_facts_are_contradicted_only_where_the_article_contradicts_itself()
    {
        var contradictions = GoldFacts.All()
            .SelectMany(doc => DocumentChecker.Check([.. doc]).Where(r => r.Status == CheckStatus.Contradicted).Select(r => (Doc: doc.Key, r.Arithmetic)))
            .ToList();
        foreach (var (doc, arithmetic) in contradictions) output.WriteLine($"{doc}: {arithmetic}");

        Assert.Equal(
            SelfContradictions.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Value}"),
            contradictions.GroupBy(c => c.Doc).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key} {c.Count()}"));
    }

    [SharedDataFact]
    public void A_good_part_of_the_values_is_confirmed()
    {
        foreach (var file in (string[])["seeds.gold.jsonl", "dev.gold.jsonl"])
        {
            var (values, confirmed) = (0, 0);
            foreach (var doc in GoldFacts.Shared(file))
            {
                Fact[] facts = [.. doc];
                var proven = DocumentChecker.Check(facts)
                    .Where(r => r.Status == CheckStatus.Confirmed && r.Kind != CheckKind.Restatement)
                    .SelectMany(r => r.Figures)
                    .Where(f => f.Measure == SlotName.Value)
                    .Select(f => f.Fact!.Id)
                    .ToHashSet();
                values += facts.Count(f => f.Value is not null);
                confirmed += facts.Count(f => f.Value is not null && proven.Contains(f.Id));
            }

            output.WriteLine($"{file}: {confirmed} of {values} values confirmed ({100.0 * confirmed / values:0.0}%)");
            Assert.True(confirmed * 100 >= values * 30, $"{file}: only {confirmed} of {values}");
        }
    }

    /// <summary>Parts of one sentence that happen to add up: whether they are all, no definition tells.</summary>
    private static bool IsOneSentence(CheckResult result) =>
        result.Kind == CheckKind.Breakdown && result.Figures.SkipLast(1).Select(f => f.Fact!.Quote).Distinct().Count() == 1
        && result.Figures[0].Fact!.Partner?.StartsWith("NON-", StringComparison.Ordinal) != true
        && !result.Figures.Any(f => f.Fact!.Partner?.StartsWith("NON-", StringComparison.Ordinal) == true);
}
