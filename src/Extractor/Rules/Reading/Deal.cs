using Extractor.Lexicons;

namespace Extractor.Rules.Reading;

/// <summary>What a place bought from another, or sold to another or overseas: "Taiwan bought $20.3 billion worth of semiconductors from China".</summary>
/// <param name="Flow">The flow as the dealer sees it.</param>
/// <param name="With">The other place, where one is named.</param>
internal readonly record struct Deal(FlowNoun Flow, Item? With)
{
    /// <summary>The deal that a verb speaks of; null when the sentence names neither an amount nor with whom.</summary>
    public static Deal? Read(List<Item> items, int verb, Item dealer)
    {
        var isSale = items[verb].Word!.Value(WordClass.Buy) == "imports";
        var hasAmount = false;
        for (var i = verb + 1; i < items.Count && i < verb + 10 && items[i].Clause == items[verb].Clause; i++)
        {
            hasAmount |= items[i].Kind == ItemKind.Number;
            if (!hasAmount) continue;
            if (isSale && items[i].Is(WordClass.World)) return new(FlowNoun.Exports, null);
            if (items[i].Kind == ItemKind.Place && items[i].Place!.Place != dealer.Place!.Place && items[i - 1].Word?.Form == (isSale ? "to" : "from")) return new(isSale ? FlowNoun.Exports : FlowNoun.Imports, items[i]);
        }

        return null;
    }
}
