using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"The growth rate accelerated by 0.5 percentage points to 13.6%", from 13.1% stated elsewhere; likewise for shares.</summary>
/// <remarks>
/// Facts do not say which earlier period the text has in mind. Any earlier period whose rate is stated may be it: one that
/// fits confirms; one that does not contradicts only when it is the only one, and the period just before or the year before.
/// </remarks>
internal sealed class RateChangeCheck : IDocumentCheck
{
    /// <summary>Prose states fewer periods; no text must keep the checks busy.</summary>
    private const int MostCandidates = 8;

    public IEnumerable<CheckResult> Run(DocumentFigures figures) =>
        Changes(figures, SlotName.GrowthChange, SlotName.Growth, CheckKind.GrowthChange)
            .Concat(Changes(figures, SlotName.ShareChange, SlotName.Share, CheckKind.ShareChange));

    private static IEnumerable<CheckResult> Changes(DocumentFigures figures, SlotName changeMeasure, SlotName rateMeasure, CheckKind kind)
    {
        // Every rate by what it observes but for the period: the candidates.
        var rates = figures.Of(rateMeasure).ToLookup(r => (r.Key with { Period = default }, r.Figure.Fact!.Terms, r.Figure.Fact.ShareOf, Recurring(r.Figure.Fact.Basis)));
        foreach (var (key, change) in figures.Of(changeMeasure))
        {
            foreach (var now in figures.Any(key, rateMeasure))
            {
                if (rateMeasure == SlotName.Growth && now.Fact!.Basis is { } other && TradePeriod.TryParse(other, out _)) continue;
                var candidates = rates[(key with { Period = default }, now.Fact!.Terms, now.Fact.ShareOf, Recurring(now.Fact.Basis))]
                    .Take(8 * MostCandidates)
                    .Where(r => r.Key.Period.End < key.Period.End)
                    .OrderByDescending(r => r.Key.Period.End)
                    .Take(MostCandidates)
                    .ToList();
                CheckResult? best = null;
                foreach (var (earlierKey, earlier) in candidates)
                {
                    var result = Equation(kind, now, earlier, change, candidates.Count == 1 && IsJustBefore(earlierKey.Period, key.Period)).Judge();
                    if (best is null || result.Status == CheckStatus.Confirmed) best = result;
                    if (result.Status == CheckStatus.Confirmed) break;
                }

                if (best is not null) yield return best;
            }
        }
    }

    private static string? Recurring(string? basis) => basis is null or "mom" or "qoq" or "period" ? basis : "";

    /// <summary>The year before, the period before of the same length, or the same cumulation up to a month or a quarter less.</summary>
    private static bool IsJustBefore(TradePeriod earlier, TradePeriod period)
    {
        if (period.YearIsKnown && period.Start.Year > 1 && earlier == period.AddYears(-1)) return true;
        if (period.MonthCount is not { } months || earlier.MonthCount is not { } before || !period.YearIsKnown) return false;
        return before == months
            ? period.Start.Year > 1 && earlier == period.AddMonths(-months)
            : earlier.Start == period.Start && months - before is 1 or 3;
    }

    private static Equation Equation(CheckKind kind, Figure now, Figure earlier, Figure change, bool isSure) => new()
    {
        Kind = kind,
        Left = $"{Amounts.Percent.Full(now)} - {Written(earlier)}",
        Reckon = reading => now.Interval(reading) - earlier.Interval(reading),
        Stated = change,
        Format = Amounts.Points,
        Terms = [now, earlier],
        Doubt = isSure ? null : "the text may compare with another period",
    };

    private static string Written(Figure figure) => figure.Printed.Value < 0 ? $"({Amounts.Percent.Full(figure)})" : Amounts.Percent.Full(figure);
}
