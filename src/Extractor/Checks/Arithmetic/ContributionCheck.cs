using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>
/// "Exports to the EU totaled 14.71 billion yuan, a growth of 39.0%, promoting the export growth by 6.9 percentage points":
/// what they grew by, over the earlier level of the whole.
/// </summary>
internal sealed class ContributionCheck : IDocumentCheck
{
    private static readonly Interval Hundred = Interval.Of(100m);

    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, contribution) in figures.Of(SlotName.Contribution))
        {
            foreach (var whole in ShareCheck.Wholes(key, null))
            {
                if (Reckoning(figures, key, whole, contribution.Fact!.Basis) is not { } equation) continue;
                yield return (equation with { Kind = CheckKind.Contribution, Stated = contribution, Format = Amounts.Points }).Judge();
                break;
            }
        }

        foreach (var (key, rate) in figures.Of(SlotName.ContributionRate))
        {
            foreach (var whole in ShareCheck.Wholes(key, null))
            {
                if (Rate(figures, key, whole, rate) is not { } equation) continue;
                yield return equation.Judge();
                break;
            }
        }
    }

    private static Equation? Reckoning(DocumentFigures figures, ObservationKey key, ObservationKey whole, string? basis)
    {
        foreach (var part in figures.Any(key, SlotName.Value))
        {
            if (figures.GrowthOf(key, part, basis) is not { } growth) continue;
            if (figures.Value(whole, part.Unit) is not { } total || figures.GrowthOf(whole, total, basis) is not { } totalGrowth) continue;
            var format = Amounts.For(part, total);
            var (g, t) = (Factor.Of(growth), Factor.Of(totalGrowth));
            return Blank with
            {
                Left = $"{format.Bare(part)} × (1 - 1 / {g.Written}) / ({format.Full(total)} / {t.Written})",
                Reckon = reading => part.Interval(reading) * g.Added(reading) / total.Interval(reading) * t.Interval(reading) * Hundred,
                Terms = [part, growth, total, totalGrowth],
            };
        }

        // Without the levels, the share of today's whole leads there as well.
        if (figures.Share(key, null) is { } share && figures.Growth(key, basis) is { } own && figures.Growth(whole, basis) is { } all)
        {
            var (g, t) = (Factor.Of(own), Factor.Of(all));
            return Blank with
            {
                Left = $"{Amounts.Percent.Full(share)} × (1 - 1 / {g.Written}) × {t.Written}",
                Reckon = reading => share.Interval(reading) * g.Added(reading) * t.Interval(reading),
                Terms = [share, own, all],
            };
        }

        return null;
    }

    private static Equation? Rate(DocumentFigures figures, ObservationKey key, ObservationKey whole, Figure rate)
    {
        var basis = rate.Fact!.Basis;
        var frame = Blank with { Kind = CheckKind.ContributionRate, Stated = rate, Format = Amounts.Percent };
        if (figures.Any(key, SlotName.Contribution).FirstOrDefault() is { } points && figures.Growth(whole, basis) is { Printed.Value: not 0 } growth)
        {
            return frame with
            {
                Left = $"{Amounts.Points.Bare(points)} / {Amounts.Percent.Full(growth)}",
                Reckon = reading => points.Interval(reading) / growth.Interval(reading) * Hundred,
                Terms = [points, growth],
            };
        }

        foreach (var part in figures.Any(key, SlotName.Value))
        {
            if (figures.GrowthOf(key, part, basis) is not { } own) continue;
            if (figures.Value(whole, part.Unit) is not { } total || figures.GrowthOf(whole, total, basis) is not { } all) continue;
            var format = Amounts.For(part, total);
            var (g, t) = (Factor.Of(own), Factor.Of(all));
            return frame with
            {
                Left = $"{format.Bare(part)} × (1 - 1 / {g.Written}) / ({format.Bare(total)} × (1 - 1 / {t.Written}))",
                Reckon = reading => part.Interval(reading) * g.Added(reading) / (total.Interval(reading) * t.Added(reading)) * Hundred,
                Terms = [part, own, total, all],
            };
        }

        return null;
    }

    private static readonly Equation Blank = new()
    {
        Kind = CheckKind.Contribution,
        Left = "",
        Reckon = _ => Interval.All,
        Stated = null!,
        Format = Amounts.Points,
        Terms = [],
    };
}
