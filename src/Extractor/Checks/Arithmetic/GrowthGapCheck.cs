using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Up 10.2%, which is 6 percentage points higher than that of foreign trade", which grew 4.2%.</summary>
/// <remarks>
/// Facts do not say whose growth was exceeded. The region's own total, the other flow and the same flow of another region
/// may be it: one that fits confirms; none that fits proves nothing.
/// </remarks>
internal sealed class GrowthGapCheck : IDocumentCheck
{
    /// <summary>The more regions are tried, the likelier one fits by chance.</summary>
    private const int MostRegions = 8;

    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        var others = figures.Of(SlotName.Growth).ToLookup(g => (g.Key with { Region = "" }, g.Figure.Fact!.Basis, g.Figure.Fact.Terms));
        foreach (var (key, gap) in figures.Of(SlotName.GrowthGap))
        {
            foreach (var growth in figures.Any(key, SlotName.Growth))
            {
                var (basis, terms) = (growth.Fact!.Basis, growth.Fact.Terms);
                CheckResult? best = null;
                foreach (var other in Candidates(figures, key, basis, terms).Concat(others[(key with { Region = "" }, basis, terms)].Where(o => o.Key.Region != key.Region).Take(MostRegions).Select(o => o.Figure)))
                {
                    var result = new Equation
                    {
                        Kind = CheckKind.GrowthGap,
                        Left = $"{Amounts.Percent.Full(growth)} - {(other.Printed.Value < 0 ? $"({Amounts.Percent.Full(other)})" : Amounts.Percent.Full(other))}",
                        Reckon = reading => growth.Interval(reading) - other.Interval(reading),
                        Stated = gap,
                        Format = Amounts.Points,
                        Terms = [growth, other],
                        Doubt = "the text may compare with another growth",
                    }.Judge();
                    if (best is null || result.Status == CheckStatus.Confirmed) best = result;
                    if (result.Status == CheckStatus.Confirmed) break;
                }

                if (best is not null) yield return best;
            }
        }
    }

    private static IEnumerable<Figure> Candidates(DocumentFigures figures, ObservationKey key, string? basis, string? terms)
    {
        ReadOnlySpan<ObservationKey> keys =
        [
            key with { Partner = null, Category = null },
            key with { Category = null },
            key with { Partner = null },
            key with { Flow = Flow.Trade },
            key with { Flow = key.Flow == Flow.Exports ? Flow.Imports : Flow.Exports },
            key with { Flow = Flow.Trade, Partner = null, Category = null },
        ];
        var found = new List<Figure>();
        foreach (var candidate in keys)
            if (candidate != key && figures.Growth(candidate, basis, terms) is { } growth && !found.Contains(growth)) found.Add(growth);
        return found;
    }
}
