using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Every word of the number word lists, whatever its case, with a small id. Ordinary words are turned away without hashing.</summary>
internal sealed class Vocabulary
{
    /// <summary>The id of words that are in no list.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    // One bit for each (first letter, last letter, length) that some word has; letters by their lowest five bits, which case does not touch.
    private readonly ulong[] shapes = new ulong[1 << 9];

    public Vocabulary() => lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => ids.Count;

    public int Add(string word)
    {
        if (ids.TryGetValue(word, out var id)) return id;
        var shape = ShapeOf(word);
        shapes[shape >> 6] |= 1UL << (shape & 63);
        ids.Add(word, ids.Count);
        return ids.Count - 1;
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

    private static int ShapeOf(ReadOnlySpan<char> word) => ((word[0] & 31) << 10) | ((word[^1] & 31) << 5) | (word.Length & 31);
}
