using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Trade totaled 98.44 billion, up 21.3%; exports 71.11 billion, up 18.8%; imports 27.33 billion, up 28.1%": the year before must add up too.</summary>
/// <remarks>
/// Earlier levels may have been revised, but growth of all three is then reckoned from the revised ones, which add up as well.
/// Not so for a balance, whose growth newsrooms reckon themselves from what they printed a year ago: it only confirms. Where
/// the flows of today do not add up, that is said by another check.
/// </remarks>
internal sealed class EarlierFlowSumCheck : IDocumentCheck
{
    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, trade) in figures.Of(SlotName.Value))
        {
            if (key.Flow is not (Flow.Trade or Flow.Balance)) continue;
            var (exportsKey, importsKey) = (key with { Flow = Flow.Exports }, key with { Flow = Flow.Imports });
            if (figures.Value(exportsKey, trade.Unit) is not { } exports || figures.Value(importsKey, trade.Unit) is not { } imports) continue;
            if (figures.GrowthOf(key, trade, null) is not { } whole) continue;
            if (figures.GrowthOf(exportsKey, exports, null) is not { } ofExports || figures.GrowthOf(importsKey, imports, null) is not { } ofImports) continue;
            var (t, e, i) = (Factor.Of(whole), Factor.Of(ofExports), Factor.Of(ofImports));
            var format = Amounts.For(trade, exports, imports);
            var isSum = key.Flow == Flow.Trade;
            var addsUp = isSum && (exports.Interval(Reading.Wide) + imports.Interval(Reading.Wide)).Intersects(trade.Interval(Reading.Wide));

            // trade = (exports' earlier level + imports' earlier level) × trade's own growth
            yield return new Equation
            {
                Kind = CheckKind.EarlierFlowSum,
                Left = $"({format.Bare(exports)} / {e.Written} {(isSum ? '+' : '-')} {format.Bare(imports)} / {i.Written}) × {t.Written}",
                Reckon = reading =>
                {
                    var (left, right) = (exports.Interval(reading) / e.Interval(reading), imports.Interval(reading) / i.Interval(reading));
                    return (isSum ? left + right : left - right) * t.Interval(reading);
                },
                Stated = trade,
                Format = format,
                Terms = [exports, ofExports, imports, ofImports, whole],
                Doubt = addsUp ? null : isSum ? "the flows of today do not add up" : "the earlier levels may have been revised",
            }.Judge();
        }
    }
}
