using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Exports reached $5.29 billion and imports $5.39 billion, a deficit of $101 million."</summary>
/// <remarks>Where the balance is small beside the flows' rounding, it is added to the imports instead: that still tells of the flows.</remarks>
internal sealed class FlowDifferenceCheck : IDocumentCheck
{
    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, balance) in figures.Of(SlotName.Value))
        {
            if (key.Flow != Flow.Balance) continue;
            if (figures.Value(key with { Flow = Flow.Exports }, balance.Unit) is not { } exports) continue;
            if (figures.Value(key with { Flow = Flow.Imports }, balance.Unit) is not { } imports) continue;
            var format = Amounts.For(balance, exports, imports);
            var difference = new Equation
            {
                Kind = CheckKind.FlowDifference,
                Left = $"{format.Bare(exports)} - {format.Bare(imports)}",
                Reckon = reading => exports.Interval(reading) - imports.Interval(reading),
                Stated = balance,
                Format = format,
                Terms = [exports, imports],
            };
            var sum = difference with
            {
                Left = format.Sum([imports, balance]),
                Reckon = reading => imports.Interval(reading) + balance.Interval(reading),
                Stated = exports,
                Terms = [imports, balance],
            };
            yield return (difference.IsTelling ? difference : sum).Judge();
        }
    }
}
