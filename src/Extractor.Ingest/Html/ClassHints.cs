using System.Collections.Frozen;
using System.Text;
using Extractor.Lexicons;

namespace Extractor.Ingest.Html;

/// <summary>Reads class names and ids as hints: <c>mostRead</c>, <c>c-most-read__list</c> and <c>most_read</c> all hold <c>most-read</c>.</summary>
internal static class ClassHints
{
    /// <summary>Longer class attributes are generated and say nothing.</summary>
    private const int LongestValue = 400;

    private const int LongestHint = 3;

    private static readonly FrozenDictionary<string, Region> Hints = Load();
    private static readonly FrozenDictionary<string, Region>.AlternateLookup<ReadOnlySpan<char>> Lookup = Hints.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What the words of <paramref name="value"/> hint at, all together.</summary>
    internal static Region Of(ReadOnlySpan<char> value)
    {
        if (value.Length > LongestValue) value = value[..LongestValue];
        Span<char> words = stackalloc char[(2 * LongestValue) + 1];
        var region = Region.None;
        var at = 0;
        while (at < value.Length)
        {
            while (at < value.Length && value[at] is ' ' or '\n' or '\t' or '\r' or '\f') at++;
            var end = at;
            while (end < value.Length && value[end] is not (' ' or '\n' or '\t' or '\r' or '\f')) end++;
            if (end > at) region |= OfName(value[at..end], words);
            at = end;
        }

        return region;
    }

    private static Region OfName(ReadOnlySpan<char> name, Span<char> words)
    {
        Span<int> starts = stackalloc int[LongestHint];
        var known = 0;
        var length = 0;
        var region = Region.None;
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : '-';
            var isWord = char.IsAsciiLetterOrDigit(c) || c > '\u007f';
            var isBoundary = !isWord || (i > 0 && char.IsAsciiLetterUpper(c) && char.IsAsciiLetterLower(name[i - 1]));
            if (isBoundary && length > 0 && words[length - 1] != '-')
            {
                for (var k = 0; k < known; k++)
                {
                    if (Lookup.TryGetValue(words[starts[k]..length], out var found)) region |= found;
                }

                words[length++] = '-';
            }

            if (!isWord) continue;
            if (length == 0 || words[length - 1] == '-')
            {
                if (known == LongestHint)
                {
                    starts[1..].CopyTo(starts);
                    known--;
                }

                starts[known++] = length;
            }

            words[length++] = char.ToLowerInvariant(c);
        }

        return region;
    }

    private static FrozenDictionary<string, Region> Load()
    {
        const string Name = "html/class-hints.tsv";
        using var stream = typeof(ClassHints).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var hints = new Dictionary<string, Region>(StringComparer.Ordinal);
        foreach (var row in TsvTable.Read(Name, reader).Rows)
        {
            if (!Enum.TryParse<Region>(row["region"], ignoreCase: true, out var region)) throw row.Error("region", "body, article, boilerplate, suspect, apart, embed, headline or standfirst is expected.");
            hints[row["hint"]] = region == Region.Apart ? Region.Apart | Region.Boilerplate : region;
        }

        return hints.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
