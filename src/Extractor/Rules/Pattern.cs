using Extractor.Lexicons;
using Extractor.Mentions.Numbers;

namespace Extractor.Rules;

/// <summary>What one element of a pattern stands for.</summary>
internal enum ElementKind : byte
{
    /// <summary>One of some words, as written.</summary>
    Literal,

    /// <summary>A word of a class.</summary>
    Class,

    /// <summary>A noun phrase whose head is a flow.</summary>
    Flow,

    /// <summary>Any other noun phrase, or a place.</summary>
    Noun,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A period.</summary>
    Period,

    /// <summary>A number of a kind, or of any.</summary>
    Number,

    /// <summary>A mark.</summary>
    Symbol,

    /// <summary>Up to so many items of any kind in the same clause.</summary>
    Gap,

    /// <summary>The start of the clause.</summary>
    ClauseStart,
}

/// <summary>One element of a pattern.</summary>
internal sealed record Element(
    ElementKind Kind,
    bool IsOptional = false,
    bool IsCaptured = false,
    HashSet<string>? Words = null,
    WordClass Classes = WordClass.None,
    WordClass AlsoClasses = WordClass.None,
    string? Measure = null,
    NumberKind[]? Numbers = null,
    char Symbol = '\0',
    int Limit = 0)
{
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = Words is null ? default : Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A bit for each of the words, see <see cref="WordBits"/>.</summary>
    public ulong WordBits { get; } = Words is null ? 0 : Words.Aggregate(0UL, (bits, word) => bits | Lexicons.WordBits.Of(word));

    /// <summary>A bit for each of the kinds of number.</summary>
    public uint NumberBits { get; } = Numbers is null ? 0 : Numbers.Aggregate(0u, (bits, kind) => bits | (1u << (int)kind));

    /// <summary>Whether one of the words is <paramref name="form"/>, whatever its case.</summary>
    public bool Names(ReadOnlySpan<char> form) => Words is not null && lookup.Contains(form);
}

/// <summary>A pattern: elements left of the number (nearest first) and right of it.</summary>
internal sealed record Pattern(Element[] Left, Element[] Right)
{
    public int Weight { get; } = Left.Concat(Right).Count(e => e is { Kind: not ElementKind.Gap, IsOptional: false });

    /// <summary>The elements without which it matches nowhere.</summary>
    public Element[] Needed { get; } = [.. Left.Concat(Right).Where(e => e is { Kind: not (ElementKind.Gap or ElementKind.ClauseStart), IsOptional: false })];

    /// <summary>The elements of which one stands next to the number on the left; none where that cannot be told.</summary>
    public Element[] NextOnLeft { get; } = Next(Left);

    /// <summary>The same on the right.</summary>
    public Element[] NextOnRight { get; } = Next(Right);

    /// <summary>The words in a row that it spells out, in the order of the text.</summary>
    public IEnumerable<Element[]> Literals() => Runs([.. Left.Reverse()]).Concat(Runs(Right));

    // Optional ones up to the first that is not.
    private static Element[] Next(Element[] elements)
    {
        var last = Array.FindIndex(elements, e => !e.IsOptional);
        return last < 0 || elements[..(last + 1)].Any(e => e.Kind is ElementKind.Gap or ElementKind.ClauseStart) ? [] : elements[..(last + 1)];
    }

    private static IEnumerable<Element[]> Runs(Element[] elements)
    {
        for (var i = 0; i < elements.Length;)
        {
            var run = elements.Skip(i).TakeWhile(e => e.Kind == ElementKind.Literal).ToArray();
            if (run.Any(e => !e.IsOptional)) yield return run;
            i += Math.Max(1, run.Length);
        }
    }
}
