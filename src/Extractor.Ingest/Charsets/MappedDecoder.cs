using System.Buffers;
using System.Text;
using Extractor.Text;

namespace Extractor.Ingest.Charsets;

/// <summary>Decodes bytes in a known charset and keeps which character stems from which byte.</summary>
internal static class MappedDecoder
{
    private const char Replacement = '\ufffd';

    /// <summary>Decodes <paramref name="bytes"/> from <paramref name="start"/> on (past a byte order mark).</summary>
    public static Decoded Decode(ReadOnlySpan<byte> bytes, int start, Charset charset) => charset.Width switch
    {
        _ when charset == Charset.Utf8 => DecodeUtf8(bytes, start),
        CharsetWidth.Single => DecodeSingle(bytes, start, charset),
        CharsetWidth.Utf16 => DecodeUtf16(bytes, start, charset),
        _ => DecodeSequences(bytes, start, charset),
    };

    private static Decoded DecodeUtf8(ReadOnlySpan<byte> bytes, int start)
    {
        var chars = ArrayPool<char>.Shared.Rent(bytes.Length - start + 1);
        var map = new OffsetMapBuilder();
        int at = start, count = 0, malformed = 0;
        long firstMalformed = -1;
        while (at < bytes.Length)
        {
            var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
            if (ascii < 0) ascii = bytes.Length - at;
            if (ascii > 0)
            {
                map.Add(count, at, 1);
                Encoding.ASCII.GetChars(bytes.Slice(at, ascii), chars.AsSpan(count));
                count += ascii;
                at += ascii;
            }

            while (at < bytes.Length && bytes[at] >= 0x80)
            {
                if (Rune.DecodeFromUtf8(bytes[at..], out var rune, out var length) != OperationStatus.Done)
                {
                    malformed++;
                    if (firstMalformed < 0) firstMalformed = at;
                }

                var units = rune.EncodeToUtf16(chars.AsSpan(count));
                map.Add(count, at, Step(length, units));
                count += units;
                at += length;
            }
        }

        var text = new string(chars, 0, count);
        ArrayPool<char>.Shared.Return(chars);
        return new Decoded(text, Charset.Utf8.Name, map.ToMap(), malformed, firstMalformed);
    }

    private static Decoded DecodeSingle(ReadOnlySpan<byte> bytes, int start, Charset charset)
    {
        var text = charset.Encoding.GetString(bytes[start..]);
        var malformed = 0;
        long firstMalformed = -1;

        // Bytes that a code page leaves open come out as the control characters 80 to 9F, or replaced.
        for (var i = text.AsSpan().IndexOfAny(Undefined); i >= 0 && i < text.Length;)
        {
            malformed++;
            if (firstMalformed < 0) firstMalformed = start + i;
            var next = text.AsSpan(i + 1).IndexOfAny(Undefined);
            if (next < 0) break;
            i += 1 + next;
        }

        var map = new OffsetMapBuilder();
        map.Add(0, start, 1);
        return new Decoded(text, charset.Name, map.ToMap(), malformed, firstMalformed);
    }

    private static readonly SearchValues<char> Undefined =
        SearchValues.Create([.. Enumerable.Range(0x80, 0x20).Select(c => (char)c), Replacement, .. Enumerable.Range(0xf8c0, 0x40).Select(c => (char)c)]);

    private static Decoded DecodeUtf16(ReadOnlySpan<byte> bytes, int start, Charset charset)
    {
        var pairs = (bytes.Length - start) / 2;
        var chars = new char[pairs + ((bytes.Length - start) % 2)];
        var big = charset == Charset.Utf16BigEndian;
        for (var i = 0; i < pairs; i++)
        {
            var at = start + (2 * i);
            chars[i] = (char)(big ? (bytes[at] << 8) | bytes[at + 1] : bytes[at] | (bytes[at + 1] << 8));
        }

        var malformed = 0;
        long firstMalformed = -1;
        for (var i = 0; i < chars.Length; i++)
        {
            var lone = i == pairs || (char.IsSurrogate(chars[i]) && !(char.IsHighSurrogate(chars[i]) && i + 1 < pairs && char.IsLowSurrogate(chars[i + 1])));
            if (!lone)
            {
                if (char.IsHighSurrogate(chars[i])) i++;
                continue;
            }

            malformed++;
            if (firstMalformed < 0) firstMalformed = start + (2 * i);
            chars[i] = Replacement;
        }

        var map = new OffsetMapBuilder();
        map.Add(0, start, 2);
        return new Decoded(new string(chars), charset.Name, map.ToMap(), malformed, firstMalformed);
    }

    /// <summary>Feeds the decoder byte by byte; where characters come out, the bytes since the last ones were theirs.</summary>
    private static Decoded DecodeSequences(ReadOnlySpan<byte> bytes, int start, Charset charset)
    {
        var decoder = charset.Encoding.GetDecoder();
        decoder.Fallback = new DecoderReplacementFallback(Replacement.ToString());
        var text = new StringBuilder(bytes.Length - start);
        var map = new OffsetMapBuilder();
        Span<char> produced = stackalloc char[16];
        int at = start, sequence = start, malformed = 0;
        long firstMalformed = -1;
        while (at < bytes.Length)
        {
            if (sequence == at && charset.Width != CharsetWidth.Stateful)
            {
                var ascii = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
                if (ascii < 0) ascii = bytes.Length - at;
                if (ascii > 0)
                {
                    map.Add(text.Length, at, 1);
                    foreach (var b in bytes.Slice(at, ascii)) text.Append((char)b);
                    sequence = at += ascii;
                    continue;
                }
            }

            decoder.Convert(bytes.Slice(at, 1), produced, flush: at == bytes.Length - 1, out _, out var count, out _);
            at++;
            if (count == 0) continue;
            var bad = produced[..count].IndexOf(Replacement) >= 0;
            if (bad)
            {
                malformed++;
                if (firstMalformed < 0) firstMalformed = sequence;
            }

            map.Add(text.Length, sequence, bad ? 0 : Step(at - sequence, count));
            text.Append(produced[..count]);
            sequence = at;
        }

        return new Decoded(text.ToString(), charset.Name, map.ToMap(), malformed, firstMalformed);
    }

    /// <summary>A character of four bytes is two code units: each stands for two bytes.</summary>
    private static int Step(int bytes, int units) => bytes % units == 0 ? bytes / units : 0;
}
