using Extractor.Lexicons;
using Extractor.Mentions.Numbers;

namespace Extractor.Rules.Reading;

/// <summary>Finds lists of the parts of a flow: "A (22%), B (13%) and C (7%) were its main export markets", "the goods exported were X (12%) and Y (9%)".</summary>
/// <remarks>Percentages in brackets behind the members of such a list are their shares, where nothing in the sentence rises or falls.</remarks>
internal static class RankedLists
{
    private const WordClass Changes = WordClass.ChangeVerb | WordClass.ChangeNoun;

    /// <summary>What percentages in brackets of the sentence are; and the index of the phrase that announces the list, if one does.</summary>
    public static BracketList Find(List<Item> items, out int? announcement)
    {
        announcement = null;
        int depth = 0, brackets = 0, rises = 0, falls = 0;
        var hasFlow = false;
        var mayBeShares = true;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.IsSymbol('(')) depth++;
            else if (item.IsSymbol(')')) depth--;
            else if (item.Kind == ItemKind.Word && item.Is(Changes))
            {
                if (item.Is(WordClass.Down)) falls++;
                else rises++;
            }
            else if (item.Kind == ItemKind.Word && item.Is(WordClass.ChangeAdverb) || item.Phrase is { Measure: "growth" }) mayBeShares = false;
            else if (depth > 0 && item is { Kind: ItemKind.Number, Number: { Kind: NumberKind.Percent, Sign: 0 } part })
            {
                if (items[i - 1].IsSymbol('(')) brackets++;
                mayBeShares &= part.Value <= 100;
            }
            else if (announcement is null && depth == 0 && item.Phrase is { IsTop: true } phrase && (phrase.IsMarket || phrase.MarketFlow is not null) && IsLinked(items, i)) announcement = i;
            else hasFlow |= item.Phrase is { IsFrame: true } or { IsMarket: true, MarketFlow: not null } || item.Kind == ItemKind.Word && item.Is(WordClass.FlowVerb);
        }

        if (brackets == 0 || !hasFlow && announcement is null) return BracketList.None;
        if (rises + falls == 0) return mayBeShares ? BracketList.Shares : BracketList.None;
        announcement = null;
        if (brackets < 2) return BracketList.None;
        return falls == 0 ? BracketList.Rises : rises == 0 ? BracketList.Falls : BracketList.None;
    }

    // "were | its main markets", "the main markets in 2014 | were", "the main markets | : "
    private static bool IsLinked(List<Item> items, int at)
    {
        var before = at - 1;
        while (before >= 0 && items[before].Kind == ItemKind.Word && items[before].Is(WordClass.Determiner | WordClass.Adverb | WordClass.Neutral)) before--;
        if (before >= 0 && items[before].Kind == ItemKind.Word && items[before].Is(WordClass.Be)) return true;
        for (var i = at + 1; i < items.Count && i <= at + 8; i++)
        {
            if (items[i].IsSymbol(':') || items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Be | WordClass.Account)) return true;
            if (items[i].Kind is not (ItemKind.Period or ItemKind.Word or ItemKind.Place) && items[i].Phrase is null) return false;
        }

        return false;
    }
}
