using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Arithmetic;

/// <summary>"Imports were 9.1 billion in January to September, 1.0 billion in October, and 10.1 billion in the first ten months."</summary>
/// <remarks>
/// Months that follow one another without a gap add up, a balance's with its sign. At most <see cref="MostCovers"/> ways are
/// reckoned for one total, of at most <see cref="MostParts"/> parts each, and <see cref="MostPeriods"/> periods of one flow
/// are looked at: prose has fewer, and no text must keep the checks busy.
/// </remarks>
internal sealed class PeriodSumCheck : IDocumentCheck
{
    private const int MostCovers = 32;
    private const int MostParts = 12;
    private const int MostPeriods = 64;

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
            if (list.Count is < 3 or > MostPeriods) continue;
            var byStart = list.ToLookup(p => p.First);
            foreach (var whole in list)
            {
                var fewest = FewestParts(list, whole);
                foreach (var parts in Covers(byStart, whole.First, whole, [], fewest).Take(MostCovers))
                    yield return Equation(whole.Figure, parts).Judge();
            }
        }
    }

    /// <summary>From each month on, in how few parts the end of the whole can be reached; months from which it cannot are left out.</summary>
    private static Dictionary<int, int> FewestParts(List<(int First, int Last, Figure Figure)> list, (int First, int Last, Figure Figure) whole)
    {
        var fewest = new Dictionary<int, int> { [whole.Last + 1] = 0 };
        foreach (var part in list.Where(p => p.First >= whole.First && p.Last <= whole.Last && !ReferenceEquals(p.Figure, whole.Figure)).OrderByDescending(p => p.First))
            if (fewest.TryGetValue(part.Last + 1, out var rest) && (!fewest.TryGetValue(part.First, out var known) || rest + 1 < known)) fewest[part.First] = rest + 1;
        return fewest;
    }

    private static IEnumerable<ImmutableArray<Figure>> Covers(
        ILookup<int, (int First, int Last, Figure Figure)> byStart, int at, (int First, int Last, Figure Figure) whole, ImmutableArray<Figure> sofar, Dictionary<int, int> fewest)
    {
        if (at == whole.Last + 1)
        {
            if (sofar.Length > 1) yield return sofar;
            yield break;
        }

        foreach (var part in byStart[at])
        {
            if (ReferenceEquals(part.Figure, whole.Figure) || !fewest.TryGetValue(part.Last + 1, out var rest) || sofar.Length + 1 + rest > MostParts) continue;
            foreach (var cover in Covers(byStart, part.Last + 1, whole, sofar.Add(part.Figure), fewest)) yield return cover;
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
