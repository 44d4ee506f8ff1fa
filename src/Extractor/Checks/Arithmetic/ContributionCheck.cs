using System.Collections.Immutable;
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
            if (First(ShareCheck.Wholes(key, null), whole => Points(figures, key, whole, contribution.Fact!.Basis)) is { } left)
                yield return Equation(CheckKind.Contribution, left, contribution, Amounts.Points).Judge();
        }

        foreach (var (key, rate) in figures.Of(SlotName.ContributionRate))
        {
            if (First(ShareCheck.Wholes(key, null), whole => Rate(figures, key, whole, rate.Fact!.Basis)) is { } left)
                yield return Equation(CheckKind.ContributionRate, left, rate, Amounts.Percent).Judge();
        }
    }

    private static LeftSide? First(IEnumerable<ObservationKey> wholes, Func<ObservationKey, LeftSide?> reckon)
    {
        foreach (var whole in wholes)
            if (reckon(whole) is { } left) return left;
        return null;
    }

    /// <summary>What the part grew by, in percent of the earlier level of the whole.</summary>
    private static LeftSide? Points(DocumentFigures figures, ObservationKey key, ObservationKey whole, string? basis)
    {
        if (Levels(figures, key, whole, basis) is var (part, growth, total, totalGrowth))
        {
            var format = Amounts.For(part, total);
            var (g, t) = (Factor.Of(growth), Factor.Of(totalGrowth));
            return new(
                $"{format.Bare(part)} × (1 - 1 / {g.Written}) / ({format.Full(total)} / {t.Written})",
                reading => part.Interval(reading) * g.Added(reading) / total.Interval(reading) * t.Interval(reading) * Hundred,
                [part, growth, total, totalGrowth]);
        }

        // Without the levels, the share of today's whole leads there as well.
        if (figures.Share(key, null) is { } share && figures.Growth(key, basis) is { } own && figures.Growth(whole, basis) is { } all)
        {
            var (g, t) = (Factor.Of(own), Factor.Of(all));
            return new(
                $"{Amounts.Percent.Full(share)} × (1 - 1 / {g.Written}) × {t.Written}",
                reading => share.Interval(reading) * g.Added(reading) * t.Interval(reading),
                [share, own, all]);
        }

        return null;
    }

    /// <summary>What the part grew by, in percent of what the whole grew by.</summary>
    private static LeftSide? Rate(DocumentFigures figures, ObservationKey key, ObservationKey whole, string? basis)
    {
        if (figures.Any(key, SlotName.Contribution).FirstOrDefault() is { } points && figures.Growth(whole, basis) is { Printed.Value: not 0 } growth)
        {
            return new(
                $"{Amounts.Points.Bare(points)} / {Amounts.Percent.Full(growth)}",
                reading => points.Interval(reading) / growth.Interval(reading) * Hundred,
                [points, growth]);
        }

        if (Levels(figures, key, whole, basis) is var (part, own, total, all))
        {
            var format = Amounts.For(part, total);
            var (g, t) = (Factor.Of(own), Factor.Of(all));
            return new(
                $"{format.Bare(part)} × (1 - 1 / {g.Written}) / ({format.Bare(total)} × (1 - 1 / {t.Written}))",
                reading => part.Interval(reading) * g.Added(reading) / (total.Interval(reading) * t.Added(reading)) * Hundred,
                [part, own, total, all]);
        }

        return null;
    }

    private static (Figure Part, Figure Growth, Figure Total, Figure TotalGrowth)? Levels(DocumentFigures figures, ObservationKey key, ObservationKey whole, string? basis)
    {
        foreach (var part in figures.Any(key, SlotName.Value))
        {
            if (figures.GrowthOf(key, part, basis) is { } growth && figures.Value(whole, part.Unit) is { } total && figures.GrowthOf(whole, total, basis) is { } totalGrowth)
                return (part, growth, total, totalGrowth);
        }

        return null;
    }

    private static Equation Equation(CheckKind kind, LeftSide left, Figure stated, Amounts format) => new()
    {
        Kind = kind,
        Left = left.Written,
        Reckon = left.Reckon,
        Stated = stated,
        Format = format,
        Terms = left.Terms,
    };

    private sealed record LeftSide(string Written, Func<Reading, Interval> Reckon, ImmutableArray<Figure> Terms);
}
