using Extractor.Lexicons;

namespace Extractor.Rules.Reading;

/// <summary>Finds where a text explains what a balance is: "China's surplus, the value of goods it sold abroad versus its imports, reached ...". The explanation names flows, but is about the balance.</summary>
internal static class BalanceDefinition
{
    private const int Longest = 16;

    /// <summary>Index of the comma or dash that ends the explanation beginning at <paramref name="start"/>; null when none begins there, or numbers stand in it.</summary>
    public static int? End(List<Item> items, int start)
    {
        if (!IsMark(items[start - 1]) || items[start - 2].Phrase is not { IsFrame: true, IsBalance: true } || items[start].Kind == ItemKind.Symbol) return null;
        if (!Defines(items, start)) return null;
        var flows = 0;
        for (var i = start; i < items.Count && i < start + Longest; i++)
        {
            if (items[i].Kind == ItemKind.Number) return null;
            if (items[i].Phrase is { IsFrame: true } || items[i].Is(WordClass.FlowVerb) || items[i].Is(WordClass.Buy)) flows++;
            if (IsMark(items[i])) return flows > 0 ? i : null;
        }

        return null;
    }

    // "the value of", "the difference between", "the gap between"
    private static bool Defines(List<Item> items, int start)
    {
        var i = start;
        if (items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Determiner)) i++;
        return i + 1 < items.Count && items[i + 1].Word?.Form is "of" or "between" && items[i] is { Kind: ItemKind.Phrase or ItemKind.Word } noun && (noun.Phrase is { Measure: "value" } or { IsBalance: true } || noun.Phrase?.Head?.Text is "difference" or "gap" or "amount" or "margin" || noun.Word?.Form is "difference" or "gap");
    }

    private static bool IsMark(Item item) => item.Kind == ItemKind.Symbol && item.Symbol is ',' or '-' or '–' or '—' or '(' or ')';
}
