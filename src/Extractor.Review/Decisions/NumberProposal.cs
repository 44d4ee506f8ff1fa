using System.Globalization;
using Extractor.Facts;
using Extractor.Mentions.Numbers;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Review.Decisions;

/// <summary>Proposes the measure of a number that a reviewer pointed at: "5.2%" is growth, "$3.1 billion" a value in dollars.</summary>
internal static class NumberProposal
{
    /// <summary>The longest stretch that is read around the words: sentences are shorter.</summary>
    private const int LongestSentence = 20_000;

    /// <summary>The slots that the words propose; none when they hold no number.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="sentence">The sentence, which says what a bare number counts.</param>
    /// <param name="words">What was pointed at.</param>
    public static IEnumerable<SlotChange> Read(string text, TextSpan sentence, TextSpan words)
    {
        var read = sentence.Length <= LongestSentence ? sentence : words;
        if (read.Length > LongestSentence) yield break;
        var mention = NumberFinder.Find(read.Of(text)).FirstOrDefault(m => Place(m.Span).Overlaps(words));
        if (mention is null || Measure(mention.Kind) is not { } measure) yield break;
        var span = Place(mention.Span);
        yield return new SlotChange(measure, mention.Value.ToString("0.############################", CultureInfo.InvariantCulture), span);
        if (measure == SlotName.Value && mention.Unit is { } unit) yield return new SlotChange(SlotName.Unit, unit, span);
        if (FactLineNames.Of(mention.Approx) is { } bound)
            yield return new SlotChange(SlotName.Approx, bound, mention.ApproxSpan is { } at ? Place(at) : null);

        TextSpan Place(TextSpan inSentence) => new(inSentence.Start + read.Start, inSentence.End + read.Start);
    }

    private static SlotName? Measure(NumberKind kind) => kind switch
    {
        NumberKind.Percent => SlotName.Growth,
        NumberKind.PercentagePoints => SlotName.GrowthChange,
        NumberKind.Multiple => SlotName.Multiple,
        NumberKind.Ordinal => SlotName.Rank,
        _ => SlotName.Value,
    };
}
