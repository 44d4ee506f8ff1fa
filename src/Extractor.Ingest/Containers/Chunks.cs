using System.Globalization;
using System.Text;

namespace Extractor.Ingest.Containers;

/// <summary>Undoes the chunked transfer coding of HTTP/1.1.</summary>
internal static class Chunks
{
    /// <summary>The chunks joined; null when the bytes are not chunked after all.</summary>
    public static byte[]? Join(ReadOnlyMemory<byte> chunked)
    {
        var rest = chunked.Span;
        var body = new byte[rest.Length];
        var count = 0;
        while (true)
        {
            var lineEnd = rest.IndexOf("\r\n"u8);
            if (lineEnd is < 1 or > 100) return null;
            var digits = Encoding.Latin1.GetString(rest[..lineEnd]);
            var extension = digits.IndexOf(';');
            if (extension >= 0) digits = digits[..extension];
            if (!int.TryParse(digits.Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0) return null;
            rest = rest[(lineEnd + 2)..];
            if (size == 0) break;
            if (size > rest.Length) return null;
            rest[..size].CopyTo(body.AsSpan(count));
            count += size;
            rest = rest[size..];
            if (rest.StartsWith("\r\n"u8)) rest = rest[2..];
        }

        Array.Resize(ref body, count);
        return body;
    }
}
