namespace Extractor.Ingest.Charsets;

/// <summary>Decides in which encoding bytes are text, and reads them in it; never mojibake in silence.</summary>
/// <remarks>
/// In order: a byte order mark; UTF-8 where the bytes are valid UTF-8, whatever is declared; the declared charset where
/// the bytes fit it; what the languages of the world tell (<see cref="CharsetDetector"/>); else it is a failure.
/// </remarks>
internal static class TextDecoder
{
    // A page with a broken character here and there is read with U+FFFD in its place; more of them are another encoding.
    private const int BytesPerTolerated = 1_000;

    /// <summary>Reads <paramref name="bytes"/>.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="transport">The charset that the crawl or mail it came with declares.</param>
    /// <param name="html">Whether the page itself may declare one.</param>
    /// <exception cref="IngestException">The bytes are no text, or none that can be read without doubt.</exception>
    public static Decoded Decode(ReadOnlySpan<byte> bytes, string? transport, bool html)
    {
        if (OfByteOrderMark(bytes) is { } mark) return Checked(MappedDecoder.Decode(bytes, mark.Length, mark.Charset), bytes, tolerant: true);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe, 0, 0])) throw new IngestException(FailureKind.Undecodable, "It is UTF-32, which is not read; convert it to UTF-8 (iconv -f UTF-32 -t UTF-8).");

        var page = html ? CharsetDeclaration.Find(bytes) : null;
        var declared = Charset.OfLabel(transport) ?? Charset.OfLabel(page);
        if (bytes.Contains((byte)0)) return DecodeWithNulls(bytes, declared);
        if (bytes.IndexOf("\x1b$)"u8) >= 0) throw new IngestException(FailureKind.Undecodable, "It is ISO-2022-KR or ISO-2022-CN, which are not read; convert it to UTF-8 (iconv -f ISO-2022-KR -t UTF-8).");
        RefuseBinary(bytes);

        // ASCII with escapes that switch what it means is Japanese mail, whatever it is declared to be.
        var ascii = !bytes.ContainsAnyExceptInRange((byte)0, (byte)0x7f);
        if (ascii && (bytes.IndexOf("\x1b$"u8) >= 0 || bytes.IndexOf("\x1b("u8) >= 0))
            return Checked(MappedDecoder.Decode(bytes, 0, Charset.Iso2022Jp), bytes, tolerant: true);
        var utf8 = MappedDecoder.Decode(bytes, 0, Charset.Utf8);
        if (ascii) return utf8 with { Charset = "us-ascii" };
        if (utf8.Malformed == 0 && !IsChanceUtf8(bytes, declared)) return utf8;

        foreach (var charset in new[] { declared, Charset.OfLabel(page) })
        {
            if (charset is null || charset == Charset.Utf8 || charset.Width is CharsetWidth.Utf16 or CharsetWidth.Stateful) continue;
            var decoded = MappedDecoder.Decode(bytes, 0, charset);
            if (IsTolerable(decoded, bytes) && CharsetDetector.Confirms(bytes, charset)) return decoded;
        }

        // Mostly right UTF-8 with a broken sequence: cut in the middle of a character, say.
        if (IsTolerable(utf8, bytes) && MultiByteCount(bytes) > 10 * utf8.Malformed) return utf8;
        if (CharsetDetector.Detect(bytes) is { } detected)
        {
            var decoded = MappedDecoder.Decode(bytes, 0, detected);
            if (IsTolerable(decoded, bytes)) return decoded;
        }

        if (CharsetDetector.DetectUtf16(bytes) is { } utf16) return Checked(MappedDecoder.Decode(bytes, 0, utf16), bytes, tolerant: false);
        throw Undecodable(bytes, transport ?? page, utf8);
    }

    private static Decoded DecodeWithNulls(ReadOnlySpan<byte> bytes, Charset? declared)
    {
        if (CharsetDetector.DetectUtf16(bytes) is { } utf16) return Checked(MappedDecoder.Decode(bytes, 0, utf16), bytes, tolerant: true);
        if (declared?.Width == CharsetWidth.Utf16 && CharsetDetector.DetectUtf16(bytes[..(bytes.Length & ~1)]) is { } cut)
            return Checked(MappedDecoder.Decode(bytes, 0, cut), bytes, tolerant: true);
        throw Binary(bytes, $"it holds a zero byte at offset {bytes.IndexOf((byte)0)}");
    }

    private static void RefuseBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\n' or (byte)'\r' or (byte)'\t' or 0x0c or 0x0b or 0x1b or 0x1a)) controls++;
        }

        // A stray control character is dirt; one in a hundred bytes is no text.
        if (controls > bytes.Length / 100 && controls > 1) throw Binary(bytes, $"{controls} of its {bytes.Length} bytes are control characters");
        if (BinarySignature.Name(bytes) is not null) throw Binary(bytes, "");
    }

    private static (Charset Charset, int Length)? OfByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf])) return (Charset.Utf8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe, 0, 0])) return null;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe])) return (Charset.Utf16LittleEndian, 2);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]) ? (Charset.Utf16BigEndian, 2) : null;
    }

    /// <summary>Whether a few two-byte characters of another declared charset happen to be valid UTF-8, as two Chinese words are known to.</summary>
    private static bool IsChanceUtf8(ReadOnlySpan<byte> bytes, Charset? declared) =>
        declared is { Width: CharsetWidth.Multi } && declared != Charset.Utf8 && MultiByteCount(bytes) < 8
        && MappedDecoder.Decode(bytes, 0, declared).Malformed == 0 && CharsetDetector.Score(bytes, declared) >= 0.6;

    private static bool IsTolerable(Decoded decoded, ReadOnlySpan<byte> bytes) => decoded.Malformed <= bytes.Length / BytesPerTolerated;

    private static int MultiByteCount(ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            if (b >= 0xc0) count++;
        }

        return count;
    }

    private static Decoded Checked(Decoded decoded, ReadOnlySpan<byte> bytes, bool tolerant)
    {
        if (decoded.Malformed == 0 || (tolerant && IsTolerable(decoded, bytes))) return decoded;
        throw new IngestException(
            FailureKind.Undecodable,
            $"It begins like {decoded.Charset}, but {decoded.Malformed} byte sequences stand for no character, the first at byte {decoded.FirstMalformed}; the file is damaged or its mark is wrong.");
    }

    private static IngestException Binary(ReadOnlySpan<byte> bytes, string found)
    {
        var name = BinarySignature.Name(bytes);
        return new IngestException(
            FailureKind.Binary,
            name is null ? $"It is not text: {found}." : $"It is {name}, not text; convert it to text or HTML.");
    }

    private static IngestException Undecodable(ReadOnlySpan<byte> bytes, string? declared, Decoded utf8) => new(
        FailureKind.Undecodable,
        $"Byte {utf8.FirstMalformed} (0x{bytes[(int)utf8.FirstMalformed]:x2}) is not valid UTF-8, "
        + (declared is null ? "and no other encoding reads the text without doubt" : $"the declared charset '{declared}' does not fit, and no other reads the text without doubt")
        + "; convert the file to UTF-8 (iconv -f CHARSET -t UTF-8) and run again.");
}
