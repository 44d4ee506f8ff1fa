using Extractor.Lexicons;
using Extractor.Mentions.Numbers;

namespace Extractor.Rules.Reading;

/// <summary>Finds lists of the parts of a flow: "A (22%), B (13%) and C (7%) were its main export markets", "the goods exported were X (12%) and Y (9%)".</summary>
/// <remarks>Percentages in brackets behind the members of such a list are their shares, where nothing in the sentence rises or falls.</remarks>
internal static class RankedLists
{
    private const WordClass Changes = WordClass.ChangeVerb | WordClass.ChangeNoun;

    /// <summary>Whether percentages in brackets of the sentence are shares; and the index of the phrase that announces the list, if one does.</summary>
    public static bool Find(List<Item> items, out int? announcement)
    {
        announcement = null;
        var depth = 0;
        var hasBracket = false;
        var hasFlow = false;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].IsSymbol('(')) depth++;
            else if (items[i].IsSymbol(')')) depth--;
            else if (items[i].Kind == ItemKind.Word && (items[i].Is(Changes) || items[i].Is(WordClass.Up | WordClass.Down) && items[i].Is(WordClass.ChangeAdverb)) || items[i].Phrase is { Measure: "growth" }) return false;
            else if (depth > 0) hasBracket |= items[i].Kind == ItemKind.Number && items[i].Number is { Kind: NumberKind.Percent, Sign: 0 } && items[i - 1].IsSymbol('(');
            else if (announcement is null && items[i].Phrase is { IsTop: true } phrase && (phrase.IsMarket || phrase.MarketFlow is not null) && IsLinked(items, i)) announcement = i;
            else hasFlow |= items[i].Phrase is { IsFrame: true } or { IsMarket: true, MarketFlow: not null } || items[i].Kind == ItemKind.Word && items[i].Is(WordClass.FlowVerb);
        }

        return hasBracket && (hasFlow || announcement is not null);
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
