using Extractor.Lexicons;
using Extractor.Mentions.Places;

namespace Extractor.Rules.Reading;

/// <content>Phrases that are a flow though no flow heads them, and places told with the country around them.</content>
internal sealed partial class PhraseBuilder
{
    // "General trade rose 5%", "Shandong's processing trade": a way of trading is a flow where it is what the verb is said of;
    // behind a preposition it only narrows ("imports under general trade").
    private bool IsMode(int start, int end) =>
        items[end - 1].Kind == ItemKind.Word && items[end - 1].Word?.Value(WordClass.Goods) is "mode" && !(start > 0 && items[start - 1].Is(WordClass.Preposition));

    // "The volume of general trade expanded 14.4%"
    private bool IsOfMode(Phrase phrase, int end) =>
        phrase is { Measure: "value" or "volume", Flows.Count: 0 } && end + 1 < items.Count && items[end].Word?.Form is "of" && EndOfPhrase(end + 1) is var stop && stop > end + 1 && items[stop - 1].Word?.Value(WordClass.Goods) is "mode";

    private int ReadMode(Phrase phrase, int last)
    {
        phrase.Flows.Add(new NamedFlow(FlowNoun.Trade, items[last - 1].Span(tokens), IsWeak: false));
        return Modifiers(phrase, last);
    }

    // "Cambodia's garment, footwear, travel goods exports", "rice, coffee and rubber exports": goods in a row up to the flow that they narrow.
    private bool ListsGoodsOfFlow(int start, int comma)
    {
        if (start > 0 && items[start - 1].Is(WordClass.Preposition) || !items[comma - 1].Is(WordClass.Goods)) return false;
        var joints = 1;
        var goods = 0;
        for (var i = comma + 1; i < items.Count && i < comma + 12; i++)
        {
            var item = items[i];
            if (item.Is(WordClass.Flow)) return joints > 1 && goods > 1 && items[i - 1].Is(WordClass.Goods) && !IsVerbHere(i);
            if (item.IsSymbol(',') || item.Word?.Form is "and") joints++;
            else if (item.Kind == ItemKind.Word && item.Is(WordClass.Goods)) goods++;
            else if (item.Kind != ItemKind.Word || !item.Is(WordClass.Neutral) || item.Is(Verbal | WordClass.Up | WordClass.Down)) return false;
        }

        return false;
    }

    // The two flows of "exports and imports", where they are no trade in one.
    private List<NamedFlow>? BothFlows(Item item)
    {
        if (item.First == item.Last || item.Word?.Value(WordClass.Flow) is not "trade") return null;
        var exports = new NamedFlow(FlowNoun.Exports, item.Span(tokens), IsWeak: false);
        var imports = exports with { Noun = FlowNoun.Imports };
        var first = tokens.Chars(item.First);
        return first.StartsWith("export", StringComparison.OrdinalIgnoreCase) ? [exports, imports] : first.StartsWith("import", StringComparison.OrdinalIgnoreCase) ? [imports, exports] : null;
    }

    // "the Arrangement projects Pakistan's exports": unknown words in front of the owner of a flow are no goods.
    private int BehindOwner(int start, int end)
    {
        for (var owner = end - 2; owner > start; owner--)
        {
            if (items[owner].Kind != ItemKind.Place || items[owner + 1].Kind != ItemKind.Possessive) continue;
            for (var i = start; i < owner; i++)
            {
                if (items[i].Is(WordClass.Goods | WordClass.CategoryWord | WordClass.Enterprise)) return start;
            }

            return owner + 2;
        }

        return start;
    }

    // "East China's Zhejiang Province", "the southern Chinese island's Haikou": the part is meant. What stands around a place is no
    // mention of its own (PlaceResolution), only words in front of a possessive.
    private PlaceMention? Innermost(int start, int end)
    {
        var last = end - 1;
        while (last > start && items[last].Is(WordClass.RegionNoun)) last--;
        if (last < start + 2 || last > start + 5 || items[last].Kind != ItemKind.Place || items[last].Place is not { Place.IsSubnational: true } part || items[last - 1].Kind != ItemKind.Possessive) return null;
        if (items[last - 2] is not { Kind: ItemKind.Word, Word: null } || !IsCapitalised(last - 2)) return null;
        for (var i = start; i < last - 2; i++)
        {
            if (items[i].Kind != ItemKind.Word || items[i].Is(WordClass.Flow | WordClass.Goods | WordClass.Aside | WordClass.Market)) return null;
        }

        return part;
    }
}
