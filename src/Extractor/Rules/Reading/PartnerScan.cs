using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Finds a partner that stands apart from its flow: at the head of the sentence, or behind the numbers.</summary>
internal static class PartnerScan
{
    /// <summary>"With the European Union, the trade surplus dived ...", "In trade with China, ...", "To Japan, exports rose ...": said of every flow of the sentence that names no partner.</summary>
    public static Sourced<string>? Leading(List<Item> items)
    {
        var i = 0;
        if (items.Count > 2 && items[0].Word?.Form is "in" && items[1].Phrase is { IsFrame: true, Partners: [{ PartnerCode: { } named } other] } trade && trade.Flows[0].Noun == FlowNoun.Trade && items[2].IsSymbol(',')) return new(named, other.Span, SlotOrigin.Stated);
        if (items.Count < 4 || items[0].Word?.Form is not ("with" or "to" or "from")) return null;
        i++;
        while (i < items.Count && items[i].Is(WordClass.Determiner)) i++;
        return i + 1 < items.Count && items[i] is { Kind: ItemKind.Place, Place: { PartnerCode: { } code, IsSeat: false } place } && items[i + 1].IsSymbol(',') ? new(code, place.Span, SlotOrigin.Stated) : null;
    }

    /// <summary>Index of the place: "exported goods worth 71.2 billion euros to the European Union"; over an amount that the number led to: "the surplus grew 5.7 percent to 7 trillion yen with the United States".</summary>
    public static int? Behind(List<Item> items, int at)
    {
        var start = at;
        if (items[at].Number!.Kind == NumberKind.Percent && at + 2 < items.Count && items[at + 1].Word?.Form is "to" or "at" && items[at + 2].Kind == ItemKind.Number && items[at + 2].Number!.Kind == NumberKind.Money) start = at + 2;
        if (start + 3 < items.Count && items[start + 1].IsSymbol('(') && items[start + 2].Kind == ItemKind.Number && items[start + 2].Number!.IsSecondCurrency && items[start + 3].IsSymbol(')')) start += 3;
        for (var i = start + 1; i + 1 < items.Count && i <= start + 4 && items[i].Clause == items[at].Clause; i++)
        {
            if (items[i].Kind == ItemKind.Number || items[i].IsSymbol(',')) return null;
            if (items[i].Word?.Form is not ("to" or "from" or "with" or "into")) continue;
            var k = i + 1;
            while (k < items.Count && items[k].Is(WordClass.Determiner)) k++;
            return k < items.Count && items[k] is { Kind: ItemKind.Place, Place.PartnerCode: not null } ? k : null;
        }

        return null;
    }

    /// <summary>"135 percent | to Mexico": the partners right behind a number, in the direction of the flow.</summary>
    public static List<Sourced<string>>? AtOnce(List<Item> items, int at, FlowNoun flow)
    {
        if (at + 2 >= items.Count || items[at + 1].Word?.Form != (flow is FlowNoun.Exports ? "to" : flow is FlowNoun.Imports ? "from" : "with")) return null;
        var k = at + 2;
        while (k < items.Count && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Determiner)) k++;
        if (k >= items.Count || items[k] is not { Kind: ItemKind.Place, Place: { PartnerCode: not null, IsPossessive: false, IsSeat: false } }) return null;
        var next = k + 1 < items.Count ? items[k + 1] : null;
        return next is null || next.Kind is ItemKind.Symbol or ItemKind.Period || next.Kind == ItemKind.Word && next.Is(WordClass.Conjunction | WordClass.Preposition | WordClass.Compare) && next.Word?.Form is not "to" ? From(items, k) : null;
    }

    /// <summary>The partners from a place on: "China and Hong Kong".</summary>
    public static List<Sourced<string>> From(List<Item> items, int at)
    {
        var partners = new List<Sourced<string>>();
        for (var i = at; i < items.Count && items[i] is { Kind: ItemKind.Place, Place: { PartnerCode: { } code } place }; i++)
        {
            partners.Add(new(code, place.Span, SlotOrigin.Stated));
            if (i + 1 < items.Count && (items[i + 1].IsSymbol(',') || items[i + 1].Word?.Form is "and")) i++;
        }

        return partners;
    }

    /// <summary>"the goods exported | to Poland | totalled 52.2 billion euros": the partner right behind a flow's verb.</summary>
    public static Sourced<string>? Destination(List<Item> items, int verb)
    {
        var k = verb + 2;
        if (k >= items.Count || items[verb + 1].Word?.Form != (items[verb].Word!.Value(WordClass.FlowVerb) == "imports" ? "from" : "to")) return null;
        while (k < items.Count && items[k].Is(WordClass.Determiner)) k++;
        return k < items.Count && items[k] is { Kind: ItemKind.Place, Place: { PartnerCode: { } code } place } ? new(code, place.Span, SlotOrigin.Stated) : null;
    }

    /// <summary>The word behind a number that stands for partners spoken of: "imported goods worth 62.8 billion euros from the same countries".</summary>
    public static Item? AnaphorBehind(List<Item> items, int at, TokenList tokens)
    {
        for (var i = at + 1; i + 1 < items.Count && i <= at + 4 && items[i].Clause == items[at].Clause; i++)
        {
            if (items[i].Kind == ItemKind.Number || items[i].IsSymbol(',')) return null;
            if (items[i].Word?.Form is "to" or "from" or "with") return Anaphor(items, i, tokens);
        }

        return null;
    }

    /// <summary>"from | there", "to | those countries", "from the | same countries".</summary>
    public static Item? Anaphor(List<Item> items, int preposition, TokenList tokens)
    {
        if (preposition >= items.Count || items[preposition].Word?.Form is not ("to" or "from" or "with")) return null;
        var k = preposition + 1;
        while (k < items.Count && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Determiner)) k++;
        if (k >= items.Count) return null;
        if (items[k].Word?.Form is "there") return items[k];
        if (items[k].Phrase is not { IsFrame: false, Places.Count: 0, Aside: null or "count" }) return null;
        var isNamed = k > preposition + 1 || tokens.Chars(items[k].First) is "the" or "those" or "these" or "same";
        return isNamed && tokens.Chars(items[k].Last) is "countries" or "states" or "markets" ? items[k] : null;
    }
}
