using System.Buffers.Text;
using Extractor.Text;

namespace Extractor.Ingest.Mail;

/// <summary>Undoes the transfer encodings of mail (RFC 2045) and keeps which byte stems from which.</summary>
internal static class TransferEncoding
{
    public static (byte[] Bytes, OffsetMap Offsets) Decode(ReadOnlySpan<byte> encoded, string encoding, long start) => encoding.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(encoded, start),
        "quoted-printable" => QuotedPrintable(encoded, start),
        _ => (encoded.ToArray(), Shifted(start)),
    };

    /// <summary>Four letters make three bytes; whatever is no letter (line breaks, dirt) is passed over.</summary>
    public static (byte[] Bytes, OffsetMap Offsets) Base64(ReadOnlySpan<byte> encoded, long start)
    {
        var bytes = new byte[(encoded.Length / 4 * 3) + 3];
        var map = new OffsetMapBuilder();
        int count = 0, bits = 0, held = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var value = Value(encoded[i]);
            if (value < 0)
            {
                if (encoded[i] == '=') held = 0;
                continue;
            }

            bits = ((bits << 6) | value) & 0xfff;
            held += 6;
            if (held < 8) continue;
            held -= 8;
            map.Add(count, start + i - 1, 1);
            bytes[count++] = (byte)(bits >> held);
        }

        Array.Resize(ref bytes, count);
        return (bytes, map.ToMap());
    }

    /// <summary><c>=E9</c> is a byte, an equals sign at the end of a line joins it with the next.</summary>
    public static (byte[] Bytes, OffsetMap Offsets) QuotedPrintable(ReadOnlySpan<byte> encoded, long start)
    {
        var bytes = new byte[encoded.Length];
        var map = new OffsetMapBuilder();
        var count = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '=')
            {
                if (Utf8Parser.TryParse(encoded[(i + 1)..Math.Min(i + 3, encoded.Length)], out byte value, out var used, 'x') && used == 2)
                {
                    map.Add(count, start + i, 3);
                    bytes[count++] = value;
                    i += 2;
                    continue;
                }

                var end = i + 1;
                while (end < encoded.Length && encoded[end] is (byte)' ' or (byte)'\t' or (byte)'\r') end++;
                if (end < encoded.Length && encoded[end] == '\n')
                {
                    i = end;
                    continue;
                }
            }

            map.Add(count, start + i, 1);
            bytes[count++] = encoded[i];
        }

        Array.Resize(ref bytes, count);
        return (bytes, map.ToMap());
    }

    private static OffsetMap Shifted(long start)
    {
        var map = new OffsetMapBuilder();
        map.Add(0, start, 1);
        return map.ToMap();
    }

    private static int Value(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'+' or (byte)'-' => 62,
        (byte)'/' or (byte)'_' => 63,
        _ => -1,
    };
}
