using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Extractor.Lexicons;

namespace Extractor.Ingest.Charsets;

/// <summary>How the letters of a language lie beyond ASCII.</summary>
internal enum Script
{
    /// <summary>All of them, in words without spaces, mixed with Latin letters at will.</summary>
    Ideographic,

    /// <summary>All of them, never beside a Latin letter.</summary>
    Alphabet,

    /// <summary>Some of them, among Latin letters.</summary>
    Accents,
}

/// <summary>How one language looks when its encoding is right; a row of <c>writing.tsv</c>.</summary>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Script">How its letters lie beyond ASCII.</param>
/// <param name="Charsets">The legacy encodings it is written in.</param>
/// <param name="Share">The part of the characters beyond ASCII that the frequent ones cover at least.</param>
/// <param name="Frequent">Its frequent characters, or its accented letters in both cases.</param>
/// <param name="Words">Its commonest words without accents.</param>
internal sealed record WritingSystem(string Language, Script Script, ImmutableArray<Charset> Charsets, double Share, SearchValues<char> Frequent, FrozenSet<string> Words)
{
    private static readonly Dictionary<string, Script> Scripts = new(StringComparer.Ordinal)
    {
        ["ideographic"] = Script.Ideographic,
        ["alphabet"] = Script.Alphabet,
        ["accents"] = Script.Accents,
    };

    public static ImmutableArray<WritingSystem> All { get; } = [.. CharsetTables.Load("writing.tsv").Rows.Select(Of)];

    /// <summary>Marks that any language uses: quotes, dashes, currency, the full stops and commas of Chinese and Japanese.</summary>
    public static SearchValues<char> Marks { get; } = SearchValues.Create("\u00a0\u00ad§©«®°±·»¿¡£¥€‘’‚“”„–—…•™‰‹›′″，。、；：？！“”《》（）「」『』【】〈〉・～　０１２３４５６７８９％．");

    /// <summary>The part of the characters beyond ASCII in <paramref name="text"/> that look right for this language, 0 to 1.</summary>
    public double ShareOf(ReadOnlySpan<char> text)
    {
        int seen = 0, right = 0, letters = 0, latin = 0, foreign = 0;
        var start = text.IndexOfAnyExceptInRange('\0', '\u007f');
        for (var i = Math.Max(start, 0); i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                if (char.IsAsciiLetter(c)) latin++;
                continue;
            }

            // Marks are the same in many charsets: they tell nothing of a language whose letters all lie beyond ASCII.
            var isMark = Marks.Contains(c);
            if (isMark && Script == Script.Alphabet) continue;
            seen += IsForeign(c) ? 4 : 1;
            if (IsForeign(c)) foreign++;
            else if (!isMark) letters++;
            if (isMark ? IsPlacedMark(text, i) : Frequent.Contains(c) && IsPlacedLetter(text, i)) right++;
        }

        // A few letters amid much Latin text are no text in another script.
        if (Script != Script.Accents && (letters < 2 || letters * 50 < latin || foreign * 20 > letters)) return 0;
        return seen == 0 ? 1 : (double)right / seen;
    }

    /// <summary>The part of the characters beyond ASCII in <paramref name="text"/> that stand as they do in Chinese, Japanese and Korean: none right behind a Latin letter, but accented ones.</summary>
    public static double ShareAmongThemselves(ReadOnlySpan<char> text)
    {
        int seen = 0, right = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80) continue;
            seen += IsForeign(text[i]) ? 4 : 1;
            if (Marks.Contains(text[i]) || (!IsForeign(text[i]) && !(text[i] >= '\u0250' && i > 0 && char.IsAsciiLetter(text[i - 1])))) right++;
        }

        return seen == 0 ? 1 : (double)right / seen;
    }

    /// <summary>How many of its commonest words <paramref name="text"/> holds.</summary>
    public int CountWords(ReadOnlySpan<char> text)
    {
        var words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && char.IsLetter(text[at])) at++;
            if (at > start && words.Contains(text[start..at])) count++;
            if (at == start) at++;
        }

        return count;
    }

    /// <summary>What prose never holds: drawing characters, controls, private use. Each speaks against the reading like several.</summary>
    private static bool IsForeign(char c) => c is (>= '\u0080' and < '\u00a0') or (>= '\u2500' and < '\u2600') or (>= '\ue000' and < '\uf900') or '\ufffd';

    private bool IsPlacedLetter(ReadOnlySpan<char> text, int at)
    {
        if (Script == Script.Ideographic) return true;
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        if (Script == Script.Alphabet) return !char.IsAsciiLetter(before) && !char.IsAsciiLetter(after) && (before >= 0x80 || after >= 0x80);

        // A capital does not follow a small letter ("KÃ¶ln" read wrongly), and no letter stands before a figure ("Ł3.4bn").
        return !char.IsAsciiDigit(after) && !(char.IsUpper(text[at]) && char.IsLower(before));
    }

    /// <summary>Currency and the like do not follow a letter; quotes and dashes may.</summary>
    private static bool IsPlacedMark(ReadOnlySpan<char> text, int at)
    {
        var afterLetter = at > 0 && char.IsLetter(text[at - 1]);
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '¿' or '¡' => !afterLetter && (char.IsLetterOrDigit(next) || next is '¿' or '¡' or '<' or '"' or '“' or '«'),
            '§' or '£' => !afterLetter && (char.IsAsciiDigit(next) || next is ' ' or '\u00a0' or '§' or '<'),
            '±' or '¥' or '«' or '€' or '‹' or '„' => !afterLetter,
            '°' or '“' or '”' or '»' or '‚' => !afterLetter || at + 1 == text.Length || !char.IsLetter(text[at + 1]),
            _ => true,
        };
    }

    private static WritingSystem Of(TsvRow row)
    {
        var script = row.Choice("script", Scripts);
        var letters = row.Required("characters");
        return new WritingSystem(
            row.Required("language"),
            script,
            [.. row.Required("charsets").Split(',').Select(name => Charset.OfLabel(name) ?? throw row.Error("charsets", $"'{name}' is not in labels.tsv."))],
            double.Parse(row.Required("share")),
            SearchValues.Create(script != Script.Accents ? letters : letters + letters.ToUpperInvariant()),
            row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase));
    }
}
