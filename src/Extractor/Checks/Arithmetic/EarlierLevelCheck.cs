using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Trade slipped by 2% to RM152 billion from RM155.2 billion in November last year."</summary>
/// <remarks>
/// A deficit grows by its size, so a balance must keep its sign. "Increased by 17 times" is read as 17 or 18 times the
/// earlier level: only what fits neither is wrong.
/// </remarks>
internal sealed class EarlierLevelCheck : IDocumentCheck
{
    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, growth) in figures.Of(SlotName.Growth))
        {
            foreach (var (value, earlier) in Levels(figures, key, growth))
                yield return Equation(value, earlier, Factor.Of(growth)).Judge();
        }

        foreach (var (key, multiple) in figures.Of(SlotName.Multiple))
        {
            foreach (var (value, earlier) in Levels(figures, key, multiple))
            {
                var asStated = Equation(value, earlier, Factor.OfMultiple(multiple, added: false)).Judge();
                var asAdded = Equation(value, earlier, Factor.OfMultiple(multiple, added: true)).Judge();
                yield return asAdded.Status == CheckStatus.Confirmed && asStated.Status != CheckStatus.Confirmed ? asAdded : asStated;
            }
        }
    }

    private static IEnumerable<(Figure Value, Figure Earlier)> Levels(DocumentFigures figures, ObservationKey key, Figure rate)
    {
        if (DocumentFigures.Compared(key.Period, rate.Fact!.Basis) is not { } period) yield break;
        foreach (var value in figures.Any(key, SlotName.Value))
        {
            if (rate.Fact.Terms is { } terms && terms != value.Unit) continue;
            if (rate.Fact.Terms is null && figures.Growth(key, rate.Fact.Basis, value.Unit) is not null) continue;
            if (figures.ValueAt(key, period, value.Unit) is not { } earlier) continue;
            if (Math.Sign(value.Printed.Value) * Math.Sign(earlier.Printed.Value) > 0) yield return (value, earlier);
        }
    }

    private static Equation Equation(Figure value, Figure earlier, Factor factor)
    {
        var format = Amounts.For(value, earlier);
        return new Equation
        {
            Kind = CheckKind.EarlierLevel,
            Left = $"{format.Bare(value)} / {factor.Written}",
            Reckon = reading => value.Interval(reading) / factor.Interval(reading),
            Stated = earlier,
            Format = format,
            Terms = [value, factor.Figure],
        };
    }
}
