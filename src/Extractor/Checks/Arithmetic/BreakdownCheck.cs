using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"A deficit of £1.9bn with the EU and £2.7bn with the rest of the world, £4.6bn in all."</summary>
/// <remarks>
/// A breakdown is complete when its parts are: a group and its complement (<c>EU</c> and <c>NON-EU</c>), goods and services,
/// the partners of a joint figure (<c>CN+HK</c>), or the parts of one sentence whose shares make up 100%. Parts of one
/// sentence that happen to add up to the whole are confirmed too; when they do not, some are merely left out.
/// </remarks>
internal sealed class BreakdownCheck : IDocumentCheck
{
    private const string Complement = "non-";
    private const string Services = "services";
    private const string GoodsAndServices = "goods and services";
    private static readonly Interval Hundred = Interval.Of(100m);

    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        foreach (var (key, figure) in figures.Of(SlotName.Value))
        {
            foreach (var (whole, parts) in Complete(key))
            {
                if (figures.Value(whole, figure.Unit) is not { } total) continue;
                if (All(parts, part => figures.Value(part, figure.Unit)) is { } found) yield return Sum(CheckKind.Breakdown, total, found, Amounts.For([total, .. found]), null).Judge();
            }
        }

        foreach (var (key, share) in figures.Of(SlotName.Share))
        {
            var shareOf = share.Fact!.ShareOf;
            foreach (var (whole, parts) in Complete(key))
            {
                if (All(parts, part => figures.Share(part, shareOf)) is not { } found) continue;
                if (whole == key) yield return Sum(CheckKind.ShareSum, share, found, Amounts.Percent, null).Judge();
                else if (shareOf is null) yield return Sum(CheckKind.ShareSum, HundredPercent, found, Amounts.Percent, null).Judge();
            }
        }

        foreach (var result in OfOneSentence(figures)) yield return result;
    }

    private static Figure HundredPercent { get; } =
        new(null, SlotName.Share, new PrintedNumber { Value = 100, Step = 0.0000001m, RoundStep = 0.0000001m }, null);

    /// <summary>The complete breakdowns that the observation closes: its last part, or its joint whole, so that each is met once.</summary>
    private static IEnumerable<(ObservationKey Whole, ImmutableArray<ObservationKey> Parts)> Complete(ObservationKey key)
    {
        if (key.Partner is { } partner)
        {
            if (partner.StartsWith(Complement, StringComparison.OrdinalIgnoreCase))
                yield return (key with { Partner = null }, [key with { Partner = partner[Complement.Length..] }, key]);
            if (partner.Contains('+', StringComparison.Ordinal))
                yield return (key, [.. partner.Split('+').Select(one => key with { Partner = one })]);
        }

        if (key.Category is { } category)
        {
            if (category == Services) yield return (key with { Category = GoodsAndServices }, [key with { Category = null }, key]);
            if (category.StartsWith(Complement, StringComparison.Ordinal))
                yield return (key with { Category = null }, [key with { Category = category[Complement.Length..] }, key]);
        }
    }

    private static IEnumerable<CheckResult> OfOneSentence(DocumentFigures figures)
    {
        var sentences = new Dictionary<(ObservationKey Whole, string? Unit, string Quote), List<(ObservationKey Key, Figure Figure)>>();
        foreach (var (key, figure) in figures.Of(SlotName.Value))
        {
            if (key.Partner is null == key.Category is null || key.Partner?.Contains('+', StringComparison.Ordinal) == true) continue;
            var place = (key with { Partner = null, Category = null }, figure.Unit, $"{figure.Fact!.Span} {key.Partner is null} {figure.Fact.Quote}");
            if (!sentences.TryGetValue(place, out var list)) sentences.Add(place, list = []);
            list.Add((key, figure));
        }

        foreach (var ((whole, unit, _), parts) in sentences)
        {
            if (parts.Count < 2 || figures.Value(whole, unit) is not { } total) continue;
            if (parts.Exists(p => IsComplement(p.Key))) continue;
            ImmutableArray<Figure> terms = [.. parts.Select(p => p.Figure)];
            var shares = parts.Select(p => figures.Share(p.Key, null)).ToList();
            var isComplete = shares.TrueForAll(s => s is not null)
                && shares.Select(s => s!.Interval(Reading.Narrow)).Aggregate((sum, next) => sum + next).Intersects(Hundred);
            var result = Sum(CheckKind.Breakdown, total, terms, Amounts.For([total, .. terms]), isComplete ? null : "others may be left out").Judge();
            if (isComplete || result.Status == CheckStatus.Confirmed) yield return result;
        }
    }

    private static bool IsComplement(ObservationKey key) =>
        key.Partner?.StartsWith(Complement, StringComparison.OrdinalIgnoreCase) == true || key.Category?.StartsWith(Complement, StringComparison.Ordinal) == true;

    private static ImmutableArray<Figure>? All(ImmutableArray<ObservationKey> keys, Func<ObservationKey, Figure?> find)
    {
        var found = ImmutableArray.CreateBuilder<Figure>(keys.Length);
        foreach (var key in keys)
        {
            if (find(key) is not { } figure) return null;
            found.Add(figure);
        }

        return found.ToImmutable();
    }

    private static Equation Sum(CheckKind kind, Figure whole, ImmutableArray<Figure> parts, Amounts format, string? doubt) => new()
    {
        Kind = kind,
        Left = format.Sum(parts),
        Reckon = reading => parts.Select(p => p.Interval(reading)).Aggregate((sum, next) => sum + next),
        Stated = whole,
        Format = format,
        Terms = parts,
        Doubt = doubt,
    };
}
