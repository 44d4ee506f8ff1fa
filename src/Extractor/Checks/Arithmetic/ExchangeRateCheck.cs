using Extractor.Facts;
using Extractor.Mentions.Numbers;
using Extractor.Text;

namespace Extractor.Checks.Arithmetic;

/// <summary>"4.68 trillion yuan ($658.63 billion)": the rate that the two amounts imply is that of the document's other pairs.</summary>
/// <remarks>
/// Each pair is set against the one that agrees with most. "About" before a converted amount says only that it is rounded,
/// and is read as such. Amounts of other periods may be converted at other rates, so those only confirm.
/// </remarks>
internal sealed class ExchangeRateCheck : IDocumentCheck
{
    /// <summary>Every pair is set against every other.</summary>
    private const int MostPairs = 64;

    public IEnumerable<CheckResult> Run(DocumentFigures figures)
    {
        var pairs = new Dictionary<(string, string), List<Pair>>();
        foreach (var sentence in figures.Facts.Where(f => f.Value is not null).GroupBy(f => (f.Span, f.Quote)))
        {
            foreach (var pair in Pairs(sentence.Key.Quote, sentence.Key.Span, sentence))
            {
                var units = (pair.First.Unit!, pair.Second.Unit!);
                if (!pairs.TryGetValue(units, out var list)) pairs.Add(units, list = []);
                if (list.Count < MostPairs) list.Add(pair);
            }
        }

        foreach (var list in pairs.Values)
        {
            if (list.Count < 2) continue;
            var reference = list.MaxBy(pair => list.Count(other => pair.Rate.Intersects(other.Rate)))!;
            foreach (var pair in list)
                if (pair != reference) yield return Equation(reference, pair).Judge();
        }
    }

    private static IEnumerable<Pair> Pairs(string quote, TextSpan span, IEnumerable<Fact> facts)
    {
        NumberMention? first = null;
        foreach (var mention in NumberFinder.Find(quote))
        {
            if (mention.Kind != NumberKind.Money || mention.Value == 0 || mention.Unit is null) continue;
            if (!mention.IsSecondCurrency)
            {
                first = mention;
                continue;
            }

            if (first is null || first.Unit == mention.Unit) continue;
            var fact = facts.FirstOrDefault(f => f.Value is { } value && Math.Abs(value) == Math.Abs(first.Value) && f.Unit == first.Unit);
            yield return new Pair(Figure(first, fact), Figure(mention, null));
        }

        Figure Figure(NumberMention mention, Fact? fact) =>
            new(fact, SlotName.Value, Printed(mention, quote), mention.Unit) { Span = new TextSpan(span.Start + mention.Span.Start, span.Start + mention.Span.End) };
    }

    private static PrintedNumber Printed(NumberMention mention, string quote)
    {
        var size = Math.Abs(mention.Value);
        return PrintedNumber.FromDigits(size, PrintedDigits.Find(mention.Span.Of(quote), size, isScaled: true) ?? new PrintedDigits(mention.Step, mention.Step));
    }

    private static Equation Equation(Pair reference, Pair pair)
    {
        var (first, second) = (Amounts.For(reference.First), Amounts.For(reference.Second, pair.Second));
        return new Equation
        {
            Kind = CheckKind.ExchangeRate,
            Left = $"{first.Full(reference.First)} / {second.Bare(reference.Second)} × {second.Full(pair.Second)}",
            Reckon = reading => reference.First.Interval(reading) / reference.Second.Interval(reading) * pair.Second.Interval(reading),
            Stated = pair.First,
            Format = Amounts.For(pair.First),
            Terms = [reference.First, reference.Second, pair.Second],
            Doubt = reference.First.Fact?.Period == pair.First.Fact?.Period ? null : "amounts of other periods may be converted at other rates",
        };
    }

    private sealed record Pair(Figure First, Figure Second)
    {
        public Interval Rate => First.Interval(Reading.Wide) / Second.Interval(Reading.Wide);
    }
}
