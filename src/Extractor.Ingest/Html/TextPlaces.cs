using System.Buffers;
using AngleSharp.Html;
using Extractor.Ingest.Html.Tree;

namespace Extractor.Ingest.Html;

/// <summary>Finds where in the page each character of a text token stands, by reading the page again beside it.</summary>
internal ref struct TextPlaces
{
    /// <summary>Set in a place when the character stems from a character reference, or its place could not be told.</summary>
    internal const int Reference = int.MinValue;

    private const int LongestName = 33;

    private int[]? rented;

    /// <summary>Offset in the page for each character; for one that stems from a reference that of the ampersand, with <see cref="Reference"/> set.</summary>
    internal ReadOnlySpan<int> Of(string html, PageText text)
    {
        var data = text.Data.Span;
        if (rented is null || rented.Length < data.Length)
        {
            Dispose();
            rented = ArrayPool<int>.Shared.Rent(data.Length);
        }

        Fill(html, text.Source, data, rented);
        return rented.AsSpan(0, data.Length);
    }

    /// <summary>Whether the page holds the text as it is, without character references.</summary>
    internal static bool IsVerbatim(string html, PageText text)
        => text.Source + text.Data.Length <= html.Length && html.AsSpan(text.Source, text.Data.Length).SequenceEqual(text.Data.Span);

    internal void Dispose()
    {
        if (rented is not null) ArrayPool<int>.Shared.Return(rented);
        rented = null;
    }

    private static void Fill(string html, int at, ReadOnlySpan<char> data, Span<int> places)
    {
        var i = 0;
        while (i < data.Length)
        {
            if (at >= html.Length)
            {
                places[i..data.Length].Fill(Math.Max(0, html.Length - 1) | Reference);
                return;
            }

            var c = html[at];
            if (c == '&' && ReferenceAt(html, at, data[i..], out var consumed, out var produced))
            {
                for (var k = 0; k < produced; k++) places[i++] = at | Reference;
                at += consumed;
            }
            else if (c == data[i])
            {
                places[i++] = at++;
            }
            else if (c == '\r' && data[i] == '\n')
            {
                places[i++] = at;
                at += at + 1 < html.Length && html[at + 1] == '\n' ? 2 : 1;
            }
            else if (c is '\0' or ' ' or '\t' or '\r' or '\n' or '\f')
            {
                // The tree builder drops white space at the start of some tokens, and nulls everywhere.
                at++;
            }
            else
            {
                places[i++] = at | Reference;
                if (c != '<') at++;
            }
        }
    }

    private static bool ReferenceAt(string html, int at, ReadOnlySpan<char> data, out int consumed, out int produced)
    {
        consumed = produced = 0;
        var next = at + 1;
        if (next >= html.Length) return false;
        if (html[next] == '#')
        {
            var isHex = next + 1 < html.Length && html[next + 1] is 'x' or 'X';
            var digits = next + (isHex ? 2 : 1);
            var end = digits;
            while (end < html.Length && (isHex ? char.IsAsciiHexDigit(html[end]) : char.IsAsciiDigit(html[end]))) end++;
            if (end == digits) return false;
            consumed = end - at + (end < html.Length && html[end] == ';' ? 1 : 0);
            produced = char.IsHighSurrogate(data[0]) && data.Length > 1 ? 2 : 1;
            return true;
        }

        var limit = Math.Min(html.Length, next + LongestName);
        var last = next;
        while (last < limit && char.IsAsciiLetterOrDigit(html[last])) last++;
        if (last < html.Length && html[last] == ';') last++;
        for (var end = last; end > next; end--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(html[next..end]) is not { Length: > 0 } symbol) continue;
            if (!data.StartsWith(symbol)) return false;
            consumed = end - at;
            produced = symbol.Length;
            return true;
        }

        return false;
    }
}
