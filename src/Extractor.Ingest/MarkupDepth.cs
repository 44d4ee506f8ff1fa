using System.Buffers;
using System.Collections.Frozen;

namespace Extractor.Ingest;

/// <summary>What a page would cost a parser, measured in one pass over its tags without building a tree.</summary>
/// <param name="Depth">How deep tags are nested, at most.</param>
/// <param name="Reopened">How often an inline tag left open would be opened again inside the next block; grows as a product in pages made to do harm.</param>
/// <param name="Attributes">Attributes on one tag, at most.</param>
internal readonly record struct MarkupDepth(int Depth, long Reopened, int Attributes)
{
    // End tags of these may be left out (or there are none), so that many of them side by side are no nest.
    private static readonly FrozenSet<string> Flat = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "dd", "dt", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "html", "head", "body", "path", "use",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Inline = new[] { "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Raw = new[] { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    public static MarkupDepth Measure(ReadOnlySpan<char> html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        var flat = Flat.GetAlternateLookup<ReadOnlySpan<char>>();
        var inline = Inline.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = Raw.GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, inlineDepth = 0, deepest = 0, mostAttributes = 0;
        long reopened = 0;
        for (var at = html.IndexOf('<'); at >= 0;)
        {
            html = html[(at + 1)..];
            var closing = html.StartsWith("/");
            if (closing) html = html[1..];
            if (!html.IsEmpty && char.IsAsciiLetter(html[0]))
            {
                var end = html.IndexOfAny(NameEnd);
                var name = end < 0 ? html : html[..end];
                html = html[name.Length..];
                var length = TagLength(html, out var attributes);
                mostAttributes = Math.Max(mostAttributes, attributes);
                var selfClosing = length >= 2 && html[length - 2] == '/';
                html = html[length..];
                if (closing)
                {
                    if (open.TryGetValue(name, out var count) && count > 0)
                    {
                        open[name] = count - 1;
                        depth--;
                        if (inline.Contains(name)) inlineDepth--;
                    }
                }
                else if (raw.Contains(name))
                {
                    html = AfterRawText(html, name);
                }
                else
                {
                    var isInline = inline.Contains(name);
                    if (!isInline) reopened += inlineDepth;
                    if (!flat.Contains(name) && !(selfClosing && !isInline))
                    {
                        open.TryGetValue(name, out var count);
                        open[name] = count + 1;
                        deepest = Math.Max(deepest, ++depth);
                        if (isInline) inlineDepth++;
                    }
                }
            }
            else if (html.StartsWith("!--"))
            {
                var end = html.IndexOf("-->");
                html = end < 0 ? [] : html[(end + 3)..];
            }

            at = html.IndexOf('<');
        }

        return new MarkupDepth(deepest, reopened, mostAttributes);
    }

    /// <summary>Characters up to and with the closing bracket, which may stand in a quoted value before that.</summary>
    private static int TagLength(ReadOnlySpan<char> tag, out int attributes)
    {
        attributes = 0;
        var quote = '\0';
        for (var i = 0; i < tag.Length; i++)
        {
            var c = tag[i];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c == '>')
            {
                return i + 1;
            }
            else if (c is '"' or '\'' && i > 0 && tag[i - 1] == '=')
            {
                quote = c;
            }
            else if (c is ' ' or '\t' or '\n' or '/' && i + 1 < tag.Length && tag[i + 1] is not (' ' or '\t' or '\n' or '/' or '>' or '='))
            {
                attributes++;
            }
        }

        return tag.Length;
    }

    private static ReadOnlySpan<char> AfterRawText(ReadOnlySpan<char> html, ReadOnlySpan<char> name)
    {
        for (var at = html.IndexOf("</"); at >= 0; at = html.IndexOf("</"))
        {
            html = html[(at + 2)..];
            if (html.StartsWith(name, StringComparison.OrdinalIgnoreCase)) return html;
        }

        return [];
    }
}
