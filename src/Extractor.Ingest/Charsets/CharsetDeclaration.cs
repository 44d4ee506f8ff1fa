using System.Buffers;
using System.Text;

namespace Extractor.Ingest.Charsets;

/// <summary>Reads the charset that a page declares of itself near its beginning.</summary>
internal static class CharsetDeclaration
{
    // Browsers look at 1,024 bytes; pages of some content systems put scripts and comments first.
    private const int Window = 16 << 10;

    private static readonly SearchValues<char> ValueEnd = SearchValues.Create("\"' ;/>\t\r\n");

    /// <summary>The label in <c>&lt;?xml encoding="..."?&gt;</c>, <c>&lt;meta charset="..."&gt;</c> or <c>&lt;meta content="text/html; charset=..."&gt;</c>.</summary>
    public static string? Find(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Window)]).AsSpan();
        var xml = head.TrimStart();
        if (xml.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && xml.IndexOf("?>") is var end and > 0 && Value(xml[..end], "encoding") is { } encoding)
            return encoding;

        for (var at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase); at >= 0;)
        {
            var tag = head[at..];
            var close = tag.IndexOf('>');
            if (close < 0) return null;
            if (Value(tag[..close], "charset") is { } label) return label;
            head = tag[close..];
            at = head.IndexOf("<meta", StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private static string? Value(ReadOnlySpan<char> tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = tag[(at + name.Length)..].TrimStart();
        if (rest.IsEmpty || rest[0] != '=') return null;
        rest = rest[1..].TrimStart().TrimStart("\"'");
        var end = rest.IndexOfAny(ValueEnd);
        var value = end < 0 ? rest : rest[..end];
        return value.IsEmpty || value.Length > 40 ? null : value.ToString();
    }
}
