using Extractor.Lexicons;

namespace Extractor.Rules.Reading;

/// <summary>Tells what was expected from what came about otherwise than expected.</summary>
internal static class Expectation
{
    /// <summary>Words between "than" and "expected": "than economists had expected".</summary>
    private const int LongestSource = 4;

    /// <summary>Whether the word of expecting at <paramref name="at"/> only says how the actual number compares: "narrowed more than expected to 15 billion", "more than economists had forecast to ...".</summary>
    /// <remarks>"more than the forecast 15 billion" and "above forecasts of 15 billion" give the number that was expected.</remarks>
    public static bool IsBeaten(List<Item> items, int at)
    {
        if (IsMeasured(items, at)) return true;
        if (LeadsToNumber(items, at)) return false;
        if (at > 0 && (IsThan(items[at - 1]) || items[at - 1].IsSymbol('-'))) return true;
        var i = at - 1;
        while (i >= 0 && at - i <= LongestSource && items[i].Clause == items[at].Clause && (items[i].Kind == ItemKind.Phrase && items[i].Phrase is { IsFrame: false } || items[i].Kind is ItemKind.Word && items[i].Is(WordClass.Auxiliary | WordClass.Determiner | WordClass.Adverb | WordClass.Forecast) && !IsThan(items[i]))) i--;
        return i >= 0 && i < at - 1 && IsThan(items[i]) && Follows(items, at) is { Kind: ItemKind.Word, Word.Form: "to" };
    }

    /// <summary>Whether the flow at <paramref name="flow"/> is what somebody had expected: "Analysts had forecast a deficit of ...", "The forecast was for a surplus of ...".</summary>
    public static bool Precedes(List<Item> items, int flow)
    {
        for (var i = flow - 1; i >= 0 && flow - i <= 8 && items[i].Clause == items[flow].Clause; i--)
        {
            if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind != Mentions.Numbers.NumberKind.Cardinal || items[i].Phrase is { IsFrame: true }) return false;
            if (items[i].Is(WordClass.Forecast | WordClass.ForecastNoun) && !IsBeaten(items, i)) return true;
        }

        return false;
    }

    // "The first estimate for exports in August was 231.1 billion": of what came about.
    private static bool IsMeasured(List<Item> items, int at) =>
        at > 0 && items[at].Word?.Form is "estimate" or "estimates" && items[at - 1] is { Kind: ItemKind.Number, Number.Kind: Mentions.Numbers.NumberKind.Ordinal };

    /// <summary>What was expected is the flow that was spoken of just before, with its partner and goods.</summary>
    public static Subject Of(Subject? spoken, Subject expected)
    {
        if (spoken is not { Aside: null, Flows.Count: 1 } || expected.Flows.Count != 1 || expected.Categories.Count > 0) return expected;
        if (!(spoken.IsBalance && expected.IsBalance) && spoken.Flows[0].Value != expected.Flows[0].Value) return expected;
        var carried = spoken.Carried();
        return expected with { Regions = carried.Regions, Partners = carried.Partners, Categories = carried.Categories };
    }

    private static bool LeadsToNumber(List<Item> items, int at) => items[at].Is(WordClass.ForecastNoun) && at + 1 < items.Count && items[at + 1].Word?.Form is "of" or "for";

    private static Item? Follows(List<Item> items, int at)
    {
        var i = at + 1;
        while (i < items.Count && (items[i].Kind == ItemKind.Period || items[i].Kind == ItemKind.Word && i + 1 < items.Count && items[i + 1].Kind == ItemKind.Period)) i++;
        return i < items.Count ? items[i] : null;
    }

    private static bool IsThan(Item item) => item.Word?.Form is "than" or "as" || item.Word?.Form.EndsWith(" than", StringComparison.Ordinal) == true;
}
