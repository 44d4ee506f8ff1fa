using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Up by $2.3 billion, or 5%, to $48.3 billion": the change against the earlier level, and against what growth makes of it.</summary>
/// <remarks>A change of a balance is that of its size: a deficit that narrows has a negative change. It must keep its sign.</remarks>
internal sealed class ChangeCheck : IDocumentCheck
{
    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, change) in figures.Of(SlotName.Change))
        {
            var basis = change.Fact!.Basis;
            var value = figures.Value(key, change.Unit);
            var earlier = DocumentFigures.Compared(key.Period, basis) is { } period ? figures.ValueAt(key, period, change.Unit) : null;
            if (value is not null && earlier is not null && Math.Sign(value.Printed.Value) * Math.Sign(earlier.Printed.Value) > 0)
            {
                var format = Amounts.For(value, change, earlier);
                yield return new Equation
                {
                    Kind = CheckKind.Change,
                    Left = $"{Size(format, value)} - {Size(format, earlier)}",
                    Reckon = reading => value.Interval(reading).Abs() - earlier.Interval(reading).Abs(),
                    Stated = change,
                    Format = format,
                    Terms = [value, earlier],
                }.Judge();
            }

            if (value is not null && figures.GrowthOf(key, value, basis) is { } growth)
            {
                var format = Amounts.For(value, change);
                var factor = Factor.Of(growth);
                yield return new Equation
                {
                    Kind = CheckKind.Change,
                    Left = $"{Size(format, value)} × (1 - 1 / {factor.Written})",
                    Reckon = reading => value.Interval(reading).Abs() * factor.Added(reading),
                    Stated = change,
                    Format = format,
                    Terms = [value, growth],
                }.Judge();
            }
            else if (earlier is not null && value is null && figures.GrowthOf(key, earlier, basis) is { } rate)
            {
                var format = Amounts.For(earlier, change);
                yield return new Equation
                {
                    Kind = CheckKind.Change,
                    Left = $"{Size(format, earlier)} × {Amounts.Percent.Full(rate)}",
                    Reckon = reading => earlier.Interval(reading).Abs() * rate.Interval(reading) / Interval.Of(100m),
                    Stated = change,
                    Format = format,
                    Terms = [earlier, rate],
                }.Judge();
            }
        }
    }

    private static string Size(Amounts format, Figure figure) => format.Bare(figure with { Printed = figure.Printed with { Value = Math.Abs(figure.Printed.Value) } });
}
