using System.Globalization;
using System.Text;
using Extractor.Text;

namespace Extractor.Ingest.Records;

/// <summary>Takes the escapes out of a JSON string and keeps which byte stems from which.</summary>
internal static class JsonText
{
    /// <summary>The string's content in UTF-8, and the way from its bytes to those of the source.</summary>
    /// <param name="escaped">What stands between the quotes; valid JSON.</param>
    /// <param name="start">Where that begins in the source.</param>
    public static (byte[] Utf8, OffsetMap Offsets) Unescape(ReadOnlySpan<byte> escaped, long start)
    {
        var utf8 = new byte[escaped.Length];
        var map = new OffsetMapBuilder();
        int at = 0, count = 0;
        while (at < escaped.Length)
        {
            var plain = escaped[at..].IndexOf((byte)'\\');
            if (plain < 0) plain = escaped.Length - at;
            if (plain > 0)
            {
                map.Add(count, start + at, 1);
                escaped.Slice(at, plain).CopyTo(utf8.AsSpan(count));
                at += plain;
                count += plain;
                continue;
            }

            var length = ReadEscape(escaped[at..], out var rune);
            var written = rune.EncodeToUtf8(utf8.AsSpan(count));
            map.Add(count, start + at, length / written);
            at += length;
            count += written;
        }

        Array.Resize(ref utf8, count);
        return (utf8, map.ToMap());
    }

    private static int ReadEscape(ReadOnlySpan<byte> escape, out Rune rune)
    {
        if (escape[1] != 'u')
        {
            rune = new Rune((char)(escape[1] switch
            {
                (byte)'n' => (byte)'\n',
                (byte)'t' => (byte)'\t',
                (byte)'r' => (byte)'\r',
                (byte)'b' => (byte)'\b',
                (byte)'f' => (byte)'\f',
                var other => other,
            }));
            return 2;
        }

        var first = Unit(escape[2..]);
        if (Rune.TryCreate(first, out rune)) return 6;
        if (char.IsHighSurrogate(first) && escape.Length >= 12 && escape[6] == '\\' && escape[7] == 'u' && Rune.TryCreate(first, Unit(escape[8..]), out rune)) return 12;
        rune = Rune.ReplacementChar;
        return 6;
    }

    private static char Unit(ReadOnlySpan<byte> digits) => (char)ushort.Parse(digits[..4], NumberStyles.AllowHexSpecifier);
}
