using System.Collections.Frozen;
using System.Text;
using Extractor.Lexicons;

namespace Extractor.Ingest.Metadata;

/// <summary>Tells a text's language from its script and its commonest words.</summary>
internal static class LanguageGuess
{
    private const int Sample = 6000;

    /// <summary>Fewer common words than this are chance.</summary>
    private const int FewestWords = 4;

    /// <summary>So many common words of another language belie what the page declares.</summary>
    private const int PlainMajority = 12;

    private static readonly string[] Languages = [.. Rows().Select(row => row.Required("language"))];
    private static readonly FrozenDictionary<string, ulong> Words = Load();

    /// <summary>The language of <paramref name="text"/> as a BCP 47 primary subtag; what the page declares wins unless the script belies it.</summary>
    internal static string? Of(string text, string? declared)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        var primary = Primary(declared);
        var script = OfScript(sample, out var isLatin);
        if (script is not null) return primary is not null && SameScript(script, primary) ? primary : script;
        if (primary is null || (isLatin && IsOtherScript(primary))) return OfWords(sample, null);

        // Templates made in English declare English, whatever the article is written in.
        return isLatin ? OfWords(sample, primary) : primary;
    }

    private static string? Primary(string? declared)
    {
        if (string.IsNullOrWhiteSpace(declared)) return null;
        var tag = declared.AsSpan().Trim();
        var end = tag.IndexOfAny('-', '_', ',');
        if (end >= 0) tag = tag[..end];
        if (tag.Length is < 2 or > 3) return null;
        foreach (var c in tag)
        {
            if (!char.IsAsciiLetter(c)) return null;
        }

        var lower = tag.ToString().ToLowerInvariant();
        return lower is "nb" or "nn" ? "no" : lower is "und" or "xx" ? null : lower;
    }

    private static bool IsOtherScript(string language) => language is "zh" or "ja" or "ko" or "th" or "ar" or "fa" or "ur" or "he" or "ru" or "uk" or "bg" or "el" or "hi";

    private static bool SameScript(string script, string declared) => script switch
    {
        "ru" or "uk" or "bg" or "sr" or "be" or "mk" => declared is "ru" or "uk" or "bg" or "sr" or "be" or "mk" or "kk" or "ky" or "mn" or "tg" or "tt",
        "ar" or "fa" or "ur" => declared is "ar" or "fa" or "ur" or "ps" or "ku" or "ckb" or "ug" or "sd",
        "hi" => declared is "hi" or "mr" or "ne" or "sa",
        "he" => declared is "he" or "yi" or "iw",
        "bn" => declared is "bn" or "as",
        "zh" => declared is "zh" or "yue",
        _ => script == declared,
    };

    private static string? OfScript(ReadOnlySpan<char> text, out bool isLatin)
    {
        Span<int> counts = stackalloc int[16];
        foreach (var c in text)
        {
            var script = c switch
            {
                < 'A' => -1,
                < '\u0250' => char.IsLetter(c) ? 0 : -1,
                >= '\u0370' and < '\u0400' => 1,
                < '\u0530' and >= '\u0400' => 2,
                >= '\u0590' and < '\u0600' => 3,
                >= '\u0600' and < '\u0780' => 4,
                >= '\u0900' and < '\u0980' => 5,
                >= '\u0980' and < '\u0a00' => 6,
                >= '\u0b80' and < '\u0c00' => 7,
                >= '\u0e00' and < '\u0e80' => 8,
                >= '\u10a0' and < '\u1100' => 9,
                >= '\u3040' and < '\u3100' => 10,
                >= '\u4e00' and < '\ua000' => 11,
                >= '\uac00' and < '\ud7a4' => 12,
                >= '\u0530' and < '\u0590' => 13,
                _ => -1,
            };
            if (script >= 0) counts[script]++;
        }

        var total = 0;
        var best = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i];
            if (counts[i] > counts[best]) best = i;
        }

        isLatin = best == 0 && total > 0;
        if (total == 0) return null;
        if (counts[12] * 4 > total) return "ko";
        if (counts[10] * 10 > total || (counts[10] * 5 > counts[11] && counts[11] * 4 > total)) return "ja";
        if (counts[11] * 3 > total) return "zh";
        return best switch
        {
            1 => "el",
            2 => OfWords(text, null) ?? "ru",
            3 => "he",
            4 => OfWords(text, null) ?? "ar",
            5 => "hi",
            6 => "bn",
            7 => "ta",
            8 => "th",
            9 => "ka",
            13 => "hy",
            _ => null,
        };
    }

    /// <summary>The language whose common words the text uses most; <paramref name="declared"/> unless they belie it by far.</summary>
    private static string? OfWords(ReadOnlySpan<char> text, string? declared)
    {
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<int> hits = stackalloc int[64];
        Span<char> lower = stackalloc char[24];
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            if (end - at <= lower.Length)
            {
                text[at..end].ToLowerInvariant(lower);
                if (lookup.TryGetValue(lower[..(end - at)], out var languages))
                {
                    for (var bits = languages; bits != 0; bits &= bits - 1) hits[System.Numerics.BitOperations.TrailingZeroCount(bits)]++;
                }
            }

            at = end;
        }

        var best = 0;
        for (var i = 1; i < Languages.Length; i++)
        {
            if (hits[i] > hits[best]) best = i;
        }

        if (declared is null) return hits[best] >= FewestWords ? Languages[best] : null;
        var stated = Array.IndexOf(Languages, declared);
        return stated >= 0 && hits[best] >= PlainMajority && hits[best] > 4 * hits[stated] ? Languages[best] : declared;
    }

    private static IEnumerable<TsvRow> Rows()
    {
        const string Name = "metadata/stop-words.tsv";
        using var stream = typeof(LanguageGuess).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return TsvTable.Read(Name, reader).Rows;
    }

    private static FrozenDictionary<string, ulong> Load()
    {
        var words = new Dictionary<string, ulong>(StringComparer.Ordinal);
        var language = 0;
        foreach (var row in Rows())
        {
            foreach (var word in row["words"].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | (1UL << language);
            language++;
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
