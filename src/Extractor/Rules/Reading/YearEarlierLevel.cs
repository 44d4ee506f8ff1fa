using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;

namespace Extractor.Rules.Reading;

/// <summary>
/// "The same period last year" mostly says what growth compares with. Where a level is said to have been reached in it, it is the level's
/// own period: "In the same period last year, exports were $3.33 billion", "exports stood at $4 billion in the year-ago period".
/// </summary>
internal static class YearEarlierLevel
{
    /// <summary>Such a period behind the level at <paramref name="at"/>, with no other number between; null without one.</summary>
    public static Item? PeriodBehind(List<Item> items, int at)
    {
        if (at > 0 && items[at - 1].Is(WordClass.Compare)) return null;
        for (var i = at + 1; i < items.Count && i <= at + 4 && items[i].Clause == items[at].Clause; i++)
        {
            if (items[i].Kind == ItemKind.Number && !items[i].Number!.IsSecondCurrency || items[i].IsSymbol(',') || items[i].IsSymbol(';') || items[i].Is(WordClass.Up | WordClass.Down | WordClass.Compare) && items[i].Kind == ItemKind.Word) return null;
            if (IsYearEarlier(items[i])) return IsWithin(items, i) ? items[i] : null;
        }

        return null;
    }

    /// <summary>Such a period at the head of the sentence, or between its first flow and the verb; null without one.</summary>
    public static Item? PeriodInFront(List<Item> items)
    {
        for (var i = 0; i < items.Count && i < 6; i++)
        {
            if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal)) return null;
            if (IsYearEarlier(items[i])) return IsWithin(items, i) ? items[i] : null;
        }

        return null;
    }

    private static bool IsYearEarlier(Item item) => item is { Kind: ItemKind.Period, IsConsumed: false, Period.Kind: PeriodKind.YearEarlier };

    // "in the same period last year", and nothing in front of it that compares: "than in the same period last year".
    private static bool IsWithin(List<Item> items, int period)
    {
        var i = period - 1;
        while (i >= 0 && items[i].Is(WordClass.Determiner) && items[i].Word!.Form is not ("that" or "those")) i--;
        if (i < 0 || items[i].Word?.Form is not ("in" or "during" or "for" or "of")) return false;
        return i == 0 || !(items[i - 1].Is(WordClass.Compare) || items[i - 1].Word?.Form is "that" or "those" or "than" || items[i - 1].Word?.Form.EndsWith(" than", StringComparison.Ordinal) == true);
    }
}
