using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Imports were 9.1 billion in January to September, 1.0 billion in October, and 10.1 billion in the first ten months."</summary>
/// <remarks>Months that follow one another without a gap add up, a balance's with its sign. At most <see cref="MostCovers"/> ways are reckoned for one total.</remarks>
internal sealed class PeriodSumCheck : IDocumentCheck
{
    internal const int MostCovers = 32;

    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        var series = new Dictionary<(ObservationKey, string?, int?), List<(int First, int Last, Figure Figure)>>();
        foreach (var (key, figure) in figures.Of(SlotName.Value))
        {
            if (key.Period.Start.Day is not null || key.Period.End.Day is not null || key.Period.MonthCount is not { } months) continue;
            var place = (key with { Period = default }, figure.Unit, key.Period.YearIsKnown ? 0 : (int?)null);
            if (!series.TryGetValue(place, out var list)) series.Add(place, list = []);
            var first = ((key.Period.Start.Year ?? 0) * 12) + key.Period.Start.Month;
            list.Add((first, first + months - 1, figure));
        }

        foreach (var list in series.Values)
        {
            if (list.Count < 3) continue;
            var byStart = list.ToLookup(p => p.First);
            foreach (var whole in list)
            {
                var left = MostCovers;
                foreach (var parts in Covers(byStart, whole.First, whole, [], 0).TakeWhile(_ => left-- > 0))
                    yield return Equation(whole.Figure, parts).Judge();
            }
        }
    }

    private static IEnumerable<ImmutableArray<Figure>> Covers(
        ILookup<int, (int First, int Last, Figure Figure)> byStart, int at, (int First, int Last, Figure Figure) whole, ImmutableArray<Figure> sofar, int depth)
    {
        if (at == whole.Last + 1)
        {
            if (sofar.Length > 1) yield return sofar;
            yield break;
        }

        // Twelve months are the most parts that prose gives of one total; longer chains are not searched.
        if (depth == 12) yield break;
        foreach (var part in byStart[at])
        {
            if (part.Last > whole.Last || ReferenceEquals(part.Figure, whole.Figure)) continue;
            foreach (var cover in Covers(byStart, part.Last + 1, whole, sofar.Add(part.Figure), depth + 1)) yield return cover;
        }
    }

    private static Equation Equation(Figure whole, ImmutableArray<Figure> parts)
    {
        var format = Amounts.For([whole, .. parts]);
        return new Equation
        {
            Kind = CheckKind.PeriodSum,
            Left = format.Sum(parts),
            Reckon = reading => parts.Select(p => p.Interval(reading)).Aggregate((sum, next) => sum + next),
            Stated = whole,
            Format = format,
            Terms = parts,
        };
    }
}
