using System.Collections.Immutable;
using System.Text;
using Extractor.Ingest.Html.Tree;
using Extractor.Text;

namespace Extractor.Ingest.Html;

/// <summary>The article's markup as a page hands it to its scripts: <c>{"body":"\u003cp\u003eExports rose ..."}</c>.</summary>
/// <param name="Html">The markup, escapes resolved.</param>
/// <param name="Places">Leads from the markup's characters to the page's.</param>
internal sealed record ScriptMarkup(string Html, OffsetMap Places)
{
    private const int ShortestMarkup = 400;
    private const int LeastBreaks = 2;

    /// <summary>The string in the page's scripts that holds most text in paragraphs and is about what <paramref name="title"/> is about, or null.</summary>
    internal static ScriptMarkup? Find(string html, PageOutline outline, string? title)
    {
        if (title is null) return null;
        ScriptMarkup? best = null;
        var most = 0;
        foreach (var (element, _, _) in outline.Notes)
        {
            if (element.Kind != ElementKind.Script) continue;
            foreach (var child in element.Children)
            {
                if (child is not PageText text || text.Data.Length < ShortestMarkup || !TextPlaces.IsVerbatim(html, text)) continue;
                foreach (var (start, end) in Strings(text.Data.Span))
                {
                    var markup = Decode(text.Data.Span[start..end], text.Source + start);
                    var chars = TextChars(markup.Html);
                    if (chars <= most || Breaks(markup.Html) < LeastBreaks || IsData(markup.Html) || !IsAbout(markup.Html, title)) continue;
                    (best, most) = (markup, chars);
                }
            }
        }

        return best;
    }

    /// <summary>The contents of the long strings in double quotes. No string goes over the end of its line: a quote that opened none does no harm beyond that.</summary>
    private static List<(int Start, int End)> Strings(ReadOnlySpan<char> script)
    {
        var strings = new List<(int, int)>();
        var start = -1;
        for (var i = 0; i < script.Length; i++)
        {
            switch (script[i])
            {
                case '\\':
                    i++;
                    break;
                case '\n':
                    start = -1;
                    break;
                case '"' when start < 0:
                    start = i + 1;
                    break;
                case '"':
                    if (i - start >= ShortestMarkup) strings.Add((start, i));
                    start = -1;
                    break;
            }
        }

        return strings;
    }

    private static ScriptMarkup Decode(ReadOnlySpan<char> escaped, int place)
    {
        var text = new StringBuilder(escaped.Length);
        var runs = ImmutableArray.CreateBuilder<OffsetRun>();
        var isPlain = false;
        for (var i = 0; i < escaped.Length; i++)
        {
            if (escaped[i] != '\\' || i + 1 == escaped.Length)
            {
                if (!isPlain) runs.Add(new OffsetRun(text.Length, place + i, 1));
                isPlain = true;
                text.Append(escaped[i]);
                continue;
            }

            isPlain = false;
            runs.Add(new OffsetRun(text.Length, place + i, 0));
            i++;
            if (escaped[i] == 'u' && i + 4 < escaped.Length && ushort.TryParse(escaped.Slice(i + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
            {
                text.Append((char)code);
                i += 4;
                continue;
            }

            text.Append(escaped[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' or 'f' => ' ', var c => c });
        }

        return new ScriptMarkup(text.ToString(), new OffsetMap(runs.ToImmutable()));
    }

    private static int TextChars(ReadOnlySpan<char> markup)
    {
        var chars = 0;
        var inTag = false;
        foreach (var c in markup)
        {
            if (c == '<') inTag = true;
            else if (c == '>') inTag = false;
            else if (!inTag) chars++;
        }

        return chars;
    }

    private static int Breaks(ReadOnlySpan<char> markup)
    {
        var breaks = 0;
        for (var at = markup.IndexOf('<'); at >= 0; at = markup.IndexOf('<'))
        {
            markup = markup[(at + 1)..];
            if (markup.StartsWith("br", StringComparison.OrdinalIgnoreCase) || (markup is ['p' or 'P', '>' or ' ', ..])) breaks++;
        }

        return breaks;
    }

    // A string that holds data in turn, {\"id\":\"1\"}: its own strings are looked for elsewhere, if anywhere.
    private static bool IsData(ReadOnlySpan<char> markup)
    {
        var first = markup.IndexOf("\":");
        return first >= 0 && markup[(first + 2)..].Contains("\":", StringComparison.Ordinal);
    }

    // A third of the title's words stand in it. Without that it is a notice about cookies, say. Scripts without spaces are compared by pairs of characters.
    private static bool IsAbout(string markup, string title)
    {
        int known = 0, all = 0;
        foreach (var word in HeadlineFinder.Words(title).Split(' '))
        {
            var isWide = word.AsSpan().ContainsAnyInRange('\u2e80', '\uffff');
            if (word.Length < (isWide ? 2 : 4)) continue;
            for (var i = 0; i < word.Length - 1; i += isWide ? 2 : word.Length)
            {
                all++;
                if (markup.AsSpan().Contains(word.AsSpan(i, isWide ? 2 : word.Length), StringComparison.OrdinalIgnoreCase)) known++;
            }
        }

        return all > 0 && known * 3 >= all;
    }
}
