using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Exports to RCEP members reached 16.31 billion yuan, accounting for 22.9% of the total" of 71.11 billion.</summary>
/// <remarks>
/// A share of a category may be of a smaller whole than all goods ("19.9% of electronics"), which fact lines do not tell: a
/// share that is too large for the total then proves nothing. Where the whole is not stated, any two parts of it with
/// their shares lead to it.
/// </remarks>
internal sealed class ShareCheck : IDocumentCheck
{
    private static readonly Interval Hundred = Interval.Of(100m);

    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        var implied = new Dictionary<(ObservationKey Whole, string? Unit), (Figure Part, Figure Share)>();
        foreach (var (key, share) in figures.Of(SlotName.Share))
        {
            if (share.Printed.Value <= 0) continue;
            foreach (var part in figures.Any(key, SlotName.Value))
            {
                var found = false;
                foreach (var wholeKey in Wholes(key, share.Fact!.ShareOf))
                {
                    if (figures.Value(wholeKey, part.Unit) is not { } whole) continue;
                    found = true;
                    if (Math.Sign(part.Printed.Value) * Math.Sign(whole.Printed.Value) <= 0) continue;
                    yield return OfWhole(key, part, share, whole).Judge();
                    break;
                }

                if (found || Wholes(key, share.Fact.ShareOf) is not [var only]) continue;
                if (implied.TryGetValue((only, part.Unit), out var first)) yield return Implied(key, first, (part, share)).Judge();
                else implied.Add((only, part.Unit), (part, share));
            }
        }

        foreach (var ((whole, unit), trade) in implied)
        {
            if (whole.Flow != Flow.Trade) continue;
            if (!implied.TryGetValue((whole with { Flow = Flow.Exports }, unit), out var exports)) continue;
            if (implied.TryGetValue((whole with { Flow = Flow.Imports }, unit), out var imports)) yield return ImpliedSum(trade, exports, imports).Judge();
        }
    }

    /// <summary>The totals that a share may be of, the likelier first.</summary>
    internal static IReadOnlyList<ObservationKey> Wholes(ObservationKey key, string? shareOf)
    {
        if (shareOf is not null) return [key with { Region = shareOf }];
        return (key.Partner, key.Category) switch
        {
            (null, null) => key.Flow is Flow.Exports or Flow.Imports ? [key with { Flow = Flow.Trade }] : [],
            (_, null) => [key with { Partner = null }],
            (null, _) => [key with { Category = null }],
            _ => [key with { Partner = null }, key with { Category = null }],
        };
    }

    private static Equation OfWhole(ObservationKey key, Figure part, Figure share, Figure whole)
    {
        var format = Amounts.For(part, whole);
        var ratio = part.Interval(Reading.Narrow) / whole.Interval(Reading.Narrow) * Hundred;
        var maySmallerWhole = share.Fact!.ShareOf is null && (key.Category is not null || key.Partner is null) && (Ratio)share.Printed.Value > (ratio.High.At ?? Ratio.Zero);
        return new Equation
        {
            Kind = CheckKind.Share,
            Left = $"{format.Bare(part)} / {format.Full(whole)}",
            Reckon = reading => part.Interval(reading) / whole.Interval(reading) * Hundred,
            Stated = share,
            Format = Amounts.Percent,
            Terms = [part, whole],
            Doubt = maySmallerWhole ? "may be the share of a smaller whole" : null,
        };
    }

    private static Equation Implied(ObservationKey key, (Figure Part, Figure Share) first, (Figure Part, Figure Share) second)
    {
        var format = Amounts.For(first.Part, second.Part);
        return new Equation
        {
            Kind = CheckKind.ImpliedWhole,
            Left = $"{format.Bare(first.Part)} / {Amounts.Percent.Full(first.Share)} × {Amounts.Percent.Full(second.Share)}",
            Reckon = reading => first.Part.Interval(reading) / first.Share.Interval(reading) * second.Share.Interval(reading),
            Stated = second.Part,
            Format = format,
            Terms = [first.Part, first.Share, second.Share],
            Doubt = key.Category is null ? null : "may be the share of a smaller whole",
        };
    }

    private static Equation ImpliedSum((Figure Part, Figure Share) trade, (Figure Part, Figure Share) exports, (Figure Part, Figure Share) imports)
    {
        var format = Amounts.For(trade.Part, exports.Part, imports.Part);
        return new Equation
        {
            Kind = CheckKind.ImpliedWhole,
            Left = $"({format.Bare(exports.Part)} / {Amounts.Percent.Full(exports.Share)} + {format.Bare(imports.Part)} / {Amounts.Percent.Full(imports.Share)}) × {Amounts.Percent.Full(trade.Share)}",
            Reckon = reading => ((exports.Part.Interval(reading) / exports.Share.Interval(reading)) + (imports.Part.Interval(reading) / imports.Share.Interval(reading)))
                * trade.Share.Interval(reading),
            Stated = trade.Part,
            Format = format,
            Terms = [exports.Part, exports.Share, imports.Part, imports.Share, trade.Share],
        };
    }
}
