using System.Collections.Immutable;

namespace Extractor.Ingest.Charsets;

/// <summary>Tells the encoding of bytes that are not UTF-8 by how the languages written in each would look.</summary>
internal static class CharsetDetector
{
    private const int SampleBytes = 64 << 10;

    // Bytes before the first beyond ASCII that are looked at, too, for the words in them.
    private const int Context = 400;

    // Two readings must differ by this part of their characters for the better to be believed.
    private const double Margin = 0.1;

    // Below this score a text looks like no language at all.
    private const double LeastPlausible = 0.5;

    // Fewer accented letters are those of one language as well as another's: without words of the language they say nothing.
    private const int FewLetters = 4;

    private static readonly ImmutableArray<Charset> Candidates = [.. WritingSystem.All.SelectMany(w => w.Charsets).Distinct()];

    /// <summary>The charset of <paramref name="bytes"/>; null when no reading is convincing, or two are.</summary>
    public static Charset? Detect(ReadOnlySpan<byte> bytes) => Best(Sample(bytes))?.Charset;

    /// <summary>Whether <paramref name="bytes"/>, read in the charset that is declared for them, look like some language, and in no other charset more like one.</summary>
    public static bool Confirms(ReadOnlySpan<byte> bytes, Charset declared)
    {
        var sample = Sample(bytes);
        var reading = Read(sample, declared);
        if (Best(sample) is not { } best || best.Charset == declared || best.Text == reading.Text) return Score(reading) >= LeastPlausible;
        return (reading.Convincing || !Candidates.Contains(declared)) && Score(reading) > best.Score - Margin && reading.Words * 2 >= best.Words;
    }

    /// <summary>The part of the characters beyond ASCII that look right when <paramref name="bytes"/> are read in <paramref name="charset"/>, in the language that fits best.</summary>
    public static double Score(ReadOnlySpan<byte> bytes, Charset charset) => Score(Read(Sample(bytes), charset));

    // Of characters by the thousand a short text may hold none of the frequent ones: there, that they stand among themselves says as much.
    // Every other charset may hold English with a foreign name or a sign of currency in it.
    private static double Score(Reading reading) => Math.Max(
        reading.Score,
        reading.Charset.Width == CharsetWidth.Multi ? WritingSystem.ShareAmongThemselves(reading.Text) : WritingSystem.All.Where(w => w.Script == Script.Accents).Max(w => w.ShareOf(reading.Text)));

    private static Reading? Best(ReadOnlySpan<byte> sample)
    {
        var readings = new Dictionary<string, Reading>(StringComparer.Ordinal);
        foreach (var charset in Candidates)
        {
            // Charsets that read the bytes alike are one reading, named by the one whose languages fit best.
            var reading = Read(sample, charset);
            if (!reading.Convincing) continue;
            if (!readings.TryGetValue(reading.Text, out var same)) readings.Add(reading.Text, reading);
            else readings[reading.Text] = (reading.Words > same.Words ? reading : same) with { Score = Math.Max(reading.Score, same.Score) };
        }

        if (readings.Count == 0) return null;
        var best = readings.Values.Max(r => r.Score);
        var close = readings.Values.Where(r => r.Score > best - Margin).OrderByDescending(r => r.Words).ToList();
        return close.Count == 1 || close[0].Words > 2 * close[1].Words ? close[0] : null;
    }

    /// <summary>Which UTF-16 the bytes are, without a byte order mark; null when neither.</summary>
    public static Charset? DetectUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0) return null;
        var sample = bytes[..Math.Min(bytes.Length, SampleBytes)];
        var little = Plausibility(MappedDecoder.Decode(sample, 0, Charset.Utf16LittleEndian));
        var big = Plausibility(MappedDecoder.Decode(sample, 0, Charset.Utf16BigEndian));
        if (little >= 0.6 && big < 0.4) return Charset.Utf16LittleEndian;
        return big >= 0.6 && little < 0.4 ? Charset.Utf16BigEndian : null;

        static double Plausibility(Decoded decoded)
        {
            var good = 0;
            foreach (var c in decoded.Text)
            {
                if (c is >= ' ' and < '\u007f' or '\n' or '\r' or '\t') good++;
                else if (c >= 0x80 && (WritingSystem.Marks.Contains(c) || WritingSystem.All.Any(w => w.Frequent.Contains(c)))) good++;
            }

            return decoded.Malformed > 1 ? 0 : (double)good / decoded.Text.Length;
        }
    }

    private static Reading Read(ReadOnlySpan<byte> sample, Charset charset)
    {
        var decoded = MappedDecoder.Decode(sample, 0, charset);

        // A sequence may be cut at the end of the sample, and real pages have a broken one here and there.
        var reading = new Reading(charset, decoded.Text, 0, Convincing: false, 0);
        var tolerated = charset.Width == CharsetWidth.Single ? sample.Length / 20_000 : 1 + (sample.Length / 5_000);
        if (decoded.Malformed > tolerated) return reading;
        foreach (var writing in WritingSystem.All)
        {
            if (!writing.Charsets.Contains(charset)) continue;
            var share = writing.ShareOf(decoded.Text);
            var words = share >= writing.Share ? writing.CountWords(decoded.Text) : 0;
            var convincing = share >= writing.Share && (words > 1 || writing.Script != Script.Accents || LetterCount(decoded.Text) >= FewLetters);
            reading = reading with { Score = Math.Max(reading.Score, share), Convincing = reading.Convincing || convincing, Words = Math.Max(reading.Words, words) };
        }

        return reading;
    }

    private static int LetterCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c >= 0x80 && char.IsLetter(c)) count++;
        }

        return count;
    }

    /// <summary>The bytes around those beyond ASCII, so that a long script in front does not hide them.</summary>
    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes)
    {
        var first = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7f);
        if (first < 0) first = 0;
        var rest = bytes[Math.Max(0, first - Context)..];
        if (rest.Length <= SampleBytes) return rest;
        var sample = rest[..SampleBytes];
        var end = sample.LastIndexOfAnyInRange((byte)0x09, (byte)0x20);
        return end > 0 ? sample[..(end + 1)] : sample;
    }

    private sealed record Reading(Charset Charset, string Text, double Score, bool Convincing, int Words);
}
