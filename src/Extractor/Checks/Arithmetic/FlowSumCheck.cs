using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Trade was 4.37 trillion yuan: exports 3.25 trillion, imports 1.12 trillion."</summary>
internal sealed class FlowSumCheck : IDocumentCheck
{
    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, trade) in figures.Of(SlotName.Value))
        {
            if (key.Flow != Flow.Trade) continue;
            if (figures.Value(key with { Flow = Flow.Exports }, trade.Unit) is not { } exports) continue;
            if (figures.Value(key with { Flow = Flow.Imports }, trade.Unit) is not { } imports) continue;
            var format = Amounts.For(trade, exports, imports);
            yield return new Equation
            {
                Kind = CheckKind.FlowSum,
                Left = $"{format.Bare(exports)} + {format.Bare(imports)}",
                Reckon = reading => exports.Interval(reading) + imports.Interval(reading),
                Stated = trade,
                Format = format,
                Terms = [exports, imports],
            }.Judge();
        }
    }
}
