using Extractor.Lexicons;

namespace Extractor.Rules.Reading;

/// <summary>Numbers the clauses of a sentence, so that a subject governs its own clause only.</summary>
internal static class ClauseCutter
{
    private const WordClass Verbal = WordClass.Up | WordClass.Down | WordClass.Reach | WordClass.Be | WordClass.OverVerb | WordClass.Account
        | WordClass.Flat | WordClass.Verb | WordClass.Accelerate | WordClass.Auxiliary | WordClass.FlowVerb;

    public static void Cut(List<Item> items)
    {
        var clause = 0;
        var hasVerb = false;
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0 && Begins(items, i, hasVerb))
            {
                clause++;
                hasVerb = false;
            }

            items[i].Clause = clause;
            hasVerb |= items[i].Kind == ItemKind.Word && items[i].Is(Verbal) || items[i].Kind == ItemKind.Number && items[i].Number!.Kind is not (Mentions.Numbers.NumberKind.Cardinal or Mentions.Numbers.NumberKind.Ordinal);
        }
    }

    private static bool Begins(List<Item> items, int i, bool hasVerb)
    {
        var item = items[i];
        if (items[i - 1].IsSymbol(';') || items[i - 1].IsSymbol('—')) return true;
        if (items[i - 1].IsSymbol('–') && i > 1 && items[i - 1].First != items[i - 2].Last + 1) return true;
        if (item.Kind == ItemKind.Word && item.Word is { } word)
        {
            if (word.Form is "while" or "whereas" or "although" or "though" or "whilst") return true;
            if (word.Form is "and" && hasVerb && i + 3 < items.Count && items[i + 1].Word?.Form is "in" or "during" or "for" && items[i + 2].Kind == ItemKind.Period && (items[i + 3].IsSymbol(',') || items[i + 3].Kind == ItemKind.Phrase)) return true;
            if (word.Form is "but") return HasSubjectSoon(items, i + 1) || items[i - 1].IsSymbol(',');
            if (word.Form is "and" or "as" or "with" or "after" or "because" or "since" or "when") return word.Form is "with" ? IsFrameWithVerb(items, i + 1) : HasSubjectSoon(items, i + 1);
        }

        // "In October, exports rose": what comes before the first verb is no clause of its own.
        return hasVerb && items[i - 1].IsSymbol(',') && HasSubjectSoon(items, i);
    }

    // A phrase with a verb behind it: "... and exports to the EU jumped".
    private static bool HasSubjectSoon(List<Item> items, int i)
    {
        while (i < items.Count && items[i].Kind is ItemKind.Word && items[i].Word is { } word && word.Is(WordClass.Adverb | WordClass.Preposition | WordClass.Determiner) && !word.Is(WordClass.Compare)) i++;
        if (i + 1 >= items.Count) return false;
        if (items[i].Kind == ItemKind.Period) i++;
        if (i + 1 >= items.Count || items[i].Kind is not (ItemKind.Phrase or ItemKind.Place) && !items[i].Is(WordClass.Pronoun)) return false;
        i++;
        while (i < items.Count && (items[i].Kind == ItemKind.Period || items[i].Kind == ItemKind.Number && items[i].Number!.Kind == Mentions.Numbers.NumberKind.Ordinal || items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Adverb) && !items[i].Is(Verbal))) i++;
        return i < items.Count && (items[i].Kind == ItemKind.Word && items[i].Is(Verbal) || items[i] is { Kind: ItemKind.Number, Number.Kind: Mentions.Numbers.NumberKind.Multiple });
    }

    private static bool IsFrameWithVerb(List<Item> items, int i) => i < items.Count && items[i].Phrase is { } phrase && (phrase.IsFrame || phrase.HasGoods) && HasSubjectSoon(items, i);
}
