using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Every word of the number word lists, whatever its case, with a small id. Ordinary words are turned away without hashing.</summary>
internal sealed class Vocabulary
{
    /// <summary>The id of words that are in no list.</summary>
    public const int None = -1;

    private readonly Dictionary<string, int> ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> words = [];
    private WordTable<int> table = new([]);

    // The words that a number can begin with: the only ones that the pass over a text looks for.
    private readonly WordShapes openingShapes = new();

    public int Count => ids.Count;

    public int Add(string word)
    {
        if (ids.TryGetValue(word, out var id)) return id;
        ids.Add(word, ids.Count);
        words.Add(word);
        return ids.Count - 1;
    }

    /// <summary>Declares that a number can begin with the word of the id <paramref name="word"/>.</summary>
    public void AddOpening(int word) => openingShapes.Add(words[word]);

    /// <summary>Whether a number may begin with <paramref name="word"/>; false for nearly all that cannot.</summary>
    public bool MayOpen(ReadOnlySpan<char> word) => openingShapes.MayContain(word);

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

    /// <summary>Makes what was added known to <see cref="Find"/>.</summary>
    public void Close() => table = new WordTable<int>(ids);

    /// <summary>The id of <paramref name="word"/>, or <see cref="None"/>.</summary>
    public int Find(ReadOnlySpan<char> word) => table.TryGetValue(word, out var id) ? id : None;
}
