using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Places;

namespace Extractor.Rules.Reading;

/// <summary>Finds the country that a sentence names as a market: "China was the top destination", "its largest market was Mexico".</summary>
/// <remarks>What follows in the sentence is then said of trade with it, until another partner is named.</remarks>
internal static class NamedMarkets
{
    /// <summary>Words that may stand between a place and the market it is said to be.</summary>
    private const WordClass Between = WordClass.Determiner | WordClass.Adverb | WordClass.Neutral;

    /// <summary>The market named, where what is said of it begins.</summary>
    /// <param name="From">Index of the item after which the partner is known.</param>
    /// <param name="Market">The phrase with the word for it.</param>
    /// <param name="Frame">The flow that stands behind it: "the main source | of imports"; or null.</param>
    /// <param name="Goods">The goods that stand behind it: "the main market | for Chilean fruit"; or null.</param>
    /// <param name="Place">With whom.</param>
    public sealed record Naming(int From, Item Market, Item? Frame, Phrase? Goods, PlaceMention Place);

    /// <summary>The first naming of a sentence, or null.</summary>
    public static Naming? Find(List<Item> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Phrase is not { IsMarket: true }) continue;
            var of = i + 2 < items.Count && items[i + 1].Word?.Form is "of" or "for" ? items[i + 2] : null;
            var frame = of is { Phrase.IsFrame: true } ? of : null;
            var goods = of?.Phrase is { IsFrame: false, HasGoods: true, Aside: null } named ? named : null;
            var last = frame is null && goods is null ? i : i + 2;
            if (Before(items, i) is { } place) return new Naming(last, items[i], frame, goods, place);
            if (Behind(items, last) is { } at) return new Naming(at, items[i], frame, goods, items[at].Place!);
        }

        return null;
    }

    // "China | was the top destination"
    private static PlaceMention? Before(List<Item> items, int market)
    {
        var i = market - 1;
        while (i >= 0 && (items[i].Kind == ItemKind.Number && items[i].Number!.Kind == NumberKind.Ordinal || items[i].Kind == ItemKind.Word && items[i].Is(Between) && !items[i].Is(WordClass.Be))) i--;
        if (i < 1 || !IsLink(items[i])) return null;
        i--;
        while (i > 0 && (items[i].Kind == ItemKind.Period || items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Adverb))) i--;
        return IsAlone(items, i) ? items[i].Place : null;
    }

    // "the main destination of rice exports in 2023 was | the Philippines": the index of the place.
    private static int? Behind(List<Item> items, int last)
    {
        var i = last + 1;
        while (i < items.Count && (items[i].Kind == ItemKind.Period || items[i].Word?.Form is "in" or "during" || items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Adverb) && !items[i].Is(WordClass.Be))) i++;
        if (i >= items.Count || !IsLink(items[i])) return null;
        i++;
        while (i < items.Count && items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Adverb) && !items[i].Is(WordClass.Preposition)) i++;
        return IsAlone(items, i) ? i : null;
    }

    private static bool IsLink(Item item) => item.Kind == ItemKind.Word && (item.Is(WordClass.Be) || item.Word?.Form is "remained" or "remains" or "became" or "stayed" or "as");

    // Not one of several: "its markets were China, Japan and Korea".
    private static bool IsAlone(List<Item> items, int i)
    {
        if (i < 0 || i >= items.Count || items[i] is not { Kind: ItemKind.Place, Place: { PartnerCode: not null, IsPossessive: false, Place.IsSeat: false } }) return false;
        for (var step = -1; step <= 1; step += 2)
        {
            var next = i + step;
            if (next >= 0 && next < items.Count && (items[next].IsSymbol(',') || items[next].Word?.Form is "and")) next += step;
            if (next >= 0 && next < items.Count && items[next].Word?.Form is "and") next += step;
            if (next >= 0 && next < items.Count && next != i + step && items[next].Kind == ItemKind.Place) return false;
        }

        return true;
    }
}
