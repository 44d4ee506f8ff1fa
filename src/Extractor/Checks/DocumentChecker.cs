using System.Collections.Immutable;
using Extractor.Checks.Arithmetic;
using Extractor.Facts;

namespace Extractor.Checks;

/// <summary>Tests the figures of one document against one another.</summary>
public static class DocumentChecker
{
    private static readonly ImmutableArray<IDocumentCheck> Checks =
    [
        new FlowSumCheck(),
        new FlowDifferenceCheck(),
        new EarlierLevelCheck(),
        new EarlierFlowSumCheck(),
        new ShareCheck(),
        new ContributionCheck(),
        new BreakdownCheck(),
        new PeriodSumCheck(),
        new GrowthGapCheck(),
        new RateChangeCheck(),
        new ChangeCheck(),
        new ExchangeRateCheck(),
        new RestatementCheck(),
    ];

    /// <summary>Every identity that the facts of one document allow, judged, in a fixed order. The facts stay as they are.</summary>
    /// <param name="facts">The facts of one document.</param>
    /// <param name="documentText">Its text, which tells how the numbers were printed; null to go by quotes and values alone.</param>
    public static ImmutableArray<CheckResult> Check(IReadOnlyList<Fact> facts, string? documentText = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.Count == 0) return [];
        var figures = new DocumentFigures(facts, documentText);
        return [.. Checks.SelectMany(check => check.Run(figures))];
    }
}
