using System.Globalization;
using System.Text;

namespace Extractor.Storage;

/// <summary>Words looked for in sentences that no index holds, alike to how FTS5 finds them: whole words, whatever their case or accents, phrases in order.</summary>
internal sealed class WordSearch
{
    private const char FirstAccented = '\u00c0';

    // The letters from U+00C0 to U+017F in lower case and without their accents.
    private const string Plain =
        "aaaaaaæceeeeiiiiðnooooo×øuuuuyþßaaaaaaæceeeeiiiiðnooooo÷øuuuuyþy"
        + "aaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀ"
        + "ŀłłnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";

    private readonly List<string> terms = [];
    private readonly StringBuilder folded = new();

    private WordSearch(string words)
    {
        foreach (var (term, isPrefix) in TextQuery.Terms(words))
        {
            var text = Fold(term);
            terms.Add(isPrefix ? text.TrimEnd() : text);
        }
    }

    /// <summary>Null when there is no word to look for.</summary>
    public static WordSearch? Of(string words) => new WordSearch(words) is { terms.Count: > 0 } search ? search : null;

    /// <summary>Whether one of <paramref name="sentences"/> has all the words.</summary>
    public bool Finds(string text, Func<IEnumerable<Text.TextSpan>> sentences) =>
        Has(Fold(text)) && sentences().Any(sentence => Has(Fold(text.AsSpan(sentence.Start, sentence.Length))));

    private bool Has(string words) => terms.TrueForAll(term => words.Contains(term, StringComparison.Ordinal));

    /// <summary>"Côte d'Ivoire's" becomes " cote d ivoire s ".</summary>
    private string Fold(ReadOnlySpan<char> text)
    {
        folded.Clear().Append(' ');
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c)) folded.Append((char)(c | 0x20));
            else if (c >= FirstAccented && c - FirstAccented < Plain.Length && char.IsLetter(c)) folded.Append(Plain[c - FirstAccented]);
            else if (c > '\u007f' && IsOfWord(c)) folded.Append(char.ToLowerInvariant(c));
            else if (c > '\u007f' && char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            else if (folded[^1] != ' ') folded.Append(' ');
        }

        if (folded[^1] != ' ') folded.Append(' ');
        return folded.ToString();
    }

    private static bool IsOfWord(char c) => char.IsLetter(c) || char.IsNumber(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse;
}
