using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Every word of the number word lists, whatever its case, with a small id. Ordinary words are turned away without hashing.</summary>
internal sealed class Vocabulary
{
    /// <summary>The id of words that are in no list.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> words = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // One bit for each shape that some word has: first, second and last letter by their lowest five bits, which case does not touch, and length.
    private readonly ulong[] shapes = new ulong[ShapeCount / 64];

    // The same for the words that a number can begin with: the only ones that the pass over a text looks for.
    private readonly ulong[] openingShapes = new ulong[ShapeCount / 64];

    private const int ShapeCount = 1 << 16;

    public Vocabulary() => lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => ids.Count;

    public int Add(string word)
    {
        if (ids.TryGetValue(word, out var id)) return id;
        var shape = ShapeOf(word);
        shapes[shape >> 6] |= 1UL << (shape & 63);
        ids.Add(word, ids.Count);
        words.Add(word);
        return ids.Count - 1;
    }

    /// <summary>Declares that a number can begin with the word of the id <paramref name="word"/>.</summary>
    public void AddOpening(int word)
    {
        var shape = ShapeOf(words[word]);
        openingShapes[shape >> 6] |= 1UL << (shape & 63);
    }

    /// <summary>Whether a number may begin with <paramref name="word"/>; false for nearly all that cannot.</summary>
    public bool MayOpen(ReadOnlySpan<char> word)
    {
        var shape = ShapeOf(word);
        return (openingShapes[shape >> 6] & (1UL << (shape & 63))) != 0;
    }

    /// <summary>The ids of the tokens of <paramref name="phrase"/>; hyphens are left out, as the finder steps over them.</summary>
    public int[] AddPhrase(string phrase)
    {
        var tokens = Tokenizer.Tokenize(phrase);
        var result = new List<int>(tokens.Count);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens.Count == 1 || !tokens.IsSymbol(i, '-')) result.Add(Add(tokens.Chars(i).ToString()));
        }

        return [.. result];
    }

    public int Find(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return None;
        var shape = ShapeOf(word);
        if ((shapes[shape >> 6] & (1UL << (shape & 63))) == 0) return None;
        return lookup.TryGetValue(word, out var id) ? id : None;
    }

    private static int ShapeOf(ReadOnlySpan<char> word) =>
        ((word[0] & 31) | ((word[^1] & 31) << 5) | ((word.Length & 31) << 10) | ((word[word.Length > 1 ? 1 : 0] & 31) << 11)) & (ShapeCount - 1);
}
