using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>What stands among some items, in a few bits: turns away nearly every pattern that cannot match there.</summary>
internal struct ItemSet
{
    private WordClass classes;
    private ulong words;
    private ulong symbols;
    private uint numbers;
    private bool hasFrame;
    private bool hasNoun;
    private bool hasPlace;
    private bool hasPeriod;

    public void Add(Item item, TokenList tokens)
    {
        switch (item.Kind)
        {
            case ItemKind.Symbol:
                symbols |= 1UL << (item.Symbol & 63);
                return;
            case ItemKind.Period:
                hasPeriod = true;
                return;
            case ItemKind.Place:
                hasPlace = true;
                break;
            case ItemKind.Number:
                numbers |= 1u << (int)item.Number!.Kind;
                break;
        }

        if (item.Word is { } word)
        {
            classes |= word.Classes;
            words |= WordBits.Of(word.Form);
        }
        else if (item.First == item.Last)
        {
            words |= WordBits.Of(tokens.Chars(item.First));
        }

        if (item.Phrase is not { } phrase) return;
        if (phrase.IsFrame) hasFrame = true;
        else hasNoun = true;
    }

    /// <summary>Whether an item that fits <paramref name="element"/> may be among them; true for what stands for no one item.</summary>
    public readonly bool MayHave(Element element) => element.Kind switch
    {
        ElementKind.Literal => (words & element.WordBits) != 0,
        ElementKind.Class => (classes & element.Classes) != 0,
        ElementKind.Flow => hasFrame,
        ElementKind.Noun => hasNoun || hasPlace,
        ElementKind.Place => hasPlace,
        ElementKind.Period => hasPeriod,
        ElementKind.Number => (numbers & element.NumberBits) != 0,
        ElementKind.Symbol => (symbols & (1UL << (element.Symbol & 63))) != 0,
        _ => true,
    };

    public readonly bool MayHaveAll(Element[] elements)
    {
        foreach (var element in elements)
        {
            if (!MayHave(element)) return false;
        }

        return true;
    }

    /// <summary>Whether one of <paramref name="elements"/> may be among them; true when there are none to ask for.</summary>
    public readonly bool MayHaveAny(Element[] elements)
    {
        foreach (var element in elements)
        {
            if (MayHave(element)) return true;
        }

        return elements.Length == 0;
    }
}
