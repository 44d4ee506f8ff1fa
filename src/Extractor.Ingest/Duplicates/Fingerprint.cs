using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Extractor.Text;

namespace Extractor.Ingest.Duplicates;

/// <summary>What of a text suffices to find its copies: 120 bytes, whatever its length.</summary>
/// <remarks>
/// A hash for texts that are the same, and two MinHash sketches for those that are nearly: one of the runs of three words,
/// one of the figures. The sketch of figures keeps two monthly releases apart that share every word but the numbers.
/// </remarks>
public sealed class Fingerprint
{
    /// <summary>How many bytes <see cref="ToArray"/> yields.</summary>
    public const int Size = FigureCountAt + 4;

    internal const int WordValues = 63;
    internal const int FigureValues = 32;
    internal const int WordsAt = 16;
    internal const int FiguresAt = WordsAt + WordValues;
    internal const int WordCountAt = FiguresAt + FigureValues + 1;
    internal const int FigureCountAt = WordCountAt + 4;

    private const int RunLength = 3;

    private static readonly ulong[] WordOrders = Orders(WordValues, seed: 1);
    private static readonly ulong[] FigureOrders = Orders(FigureValues, seed: 2);

    [ThreadStatic]
    private static HashBag? threadRuns;

    [ThreadStatic]
    private static HashBag? threadFigures;

    private readonly byte[] bytes;

    private Fingerprint(byte[] bytes) => this.bytes = bytes;

    internal FingerprintView View => new(bytes);

    /// <summary>The fingerprint of a document as read: of its body where that is known, so that another headline does not hide a copy.</summary>
    public static Fingerprint Of(IngestedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Of(document, Tokenizer.Tokenize(document.Document.Text));
    }

    /// <summary>The same, of a document whose tokens are known.</summary>
    /// <param name="document">The document.</param>
    /// <param name="tokens">What <see cref="Tokenizer.Tokenize"/> makes of its text.</param>
    public static Fingerprint Of(IngestedDocument document, TokenList tokens)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(tokens);
        return document.Body is { IsEmpty: false } body && body.Length < tokens.Text.Length ? Of(body.Of(tokens.Text)) : Of(tokens);
    }

    /// <summary>The fingerprint of a text.</summary>
    public static Fingerprint Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(Tokenizer.Tokenize(text));
    }

    private static Fingerprint Of(TokenList tokens)
    {
        var value = new byte[Size];
        ExactHash(tokens.Text, value);
        var runs = threadRuns ??= new HashBag();
        var figures = threadFigures ??= new HashBag();
        runs.Clear(tokens.Count);
        figures.Clear(tokens.Count);
        Span<ulong> last = stackalloc ulong[RunLength];
        var seen = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number)) continue;
            var hash = TokenHash(tokens.Chars(i));
            if (tokens[i].Kind == TokenKind.Number && IsFigure(tokens.Chars(i))) figures.Add(hash);
            last[seen++ % RunLength] = hash;
            if (seen >= RunLength) runs.Add(Mix(Mix(Mix(last[seen % RunLength]) ^ last[(seen + 1) % RunLength]) ^ last[(seen + 2) % RunLength]));
        }

        Sketch(runs.Hashes, value.AsSpan(WordsAt, WordValues), WordOrders);
        Sketch(figures.Hashes, value.AsSpan(FiguresAt, FigureValues), FigureOrders);
        BinaryPrimitives.WriteInt32LittleEndian(value.AsSpan(WordCountAt), runs.Hashes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(value.AsSpan(FigureCountAt), figures.Hashes.Length);
        return new Fingerprint(value);
    }

    /// <summary>A fingerprint that was stored.</summary>
    /// <exception cref="ArgumentException">The bytes are no fingerprint.</exception>
    public static Fingerprint FromArray(byte[] stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Length == Size ? new Fingerprint([.. stored]) : throw new ArgumentException($"A fingerprint has {Size} bytes.", nameof(stored));
    }

    /// <summary>The bytes to store.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>The text's words and marks, whatever white space stands between them.</summary>
    private static void ExactHash(string text, Span<byte> into)
    {
        var words = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length + 1));
        try
        {
            var length = 0;
            foreach (var c in text)
            {
                var isSpace = c is ' ' or '\n' or '\r' or '\t' or '\u00a0';
                if (isSpace && (length == 0 || words[length - 1] == ' ')) continue;
                words[length++] = isSpace ? ' ' : c;
            }

            if (length > 0 && words[length - 1] != ' ') words[length++] = ' ';
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(words.AsSpan(0, length), bytes)), hash);
            hash[..WordsAt].CopyTo(into);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(words);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Figures tell releases apart; years and single digits stand in all of them.</summary>
    private static bool IsFigure(ReadOnlySpan<char> number) =>
        number.Length >= 2 && !(number.Length == 4 && int.TryParse(number, out var year) && year is >= 1900 and < 2100);

    private static ulong TokenHash(ReadOnlySpan<char> token)
    {
        var hash = 0xcbf29ce484222325UL;
        foreach (var c in token)
        {
            var lower = c < 0x80 ? char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c : char.ToLowerInvariant(c);
            hash = (hash ^ lower) * 0x100000001b3UL;
        }

        return Mix(hash);
    }

    /// <summary>For each of the sketch's values, the least of all items in an order of its own; one byte of it is kept.</summary>
    private static void Sketch(ReadOnlySpan<ulong> items, Span<byte> sketch, ulong[] orders)
    {
        if (items.IsEmpty) return;
        Span<ulong> least = stackalloc ulong[orders.Length];
        for (var i = 0; i < orders.Length; i += Vector<ulong>.Count)
        {
            // The high bits of a product with an odd number are an order as good as random.
            var order = new Vector<ulong>(orders, i);
            var shifted = order >>> 7;
            var lowest = Vector<ulong>.AllBitsSet;
            foreach (var item in items)
            {
                var value = (new Vector<ulong>(item) ^ shifted) * order;
                lowest = Vector.Min(lowest, value ^ (value >>> 32));
            }

            lowest.CopyTo(least[i..]);
        }

        for (var i = 0; i < sketch.Length; i++) sketch[i] = (byte)(Mix(least[i]) >> 56);
    }

    /// <summary>An odd number for each value of a sketch, and some more to fill the last vector.</summary>
    private static ulong[] Orders(int values, ulong seed)
    {
        var orders = new ulong[(values + Vector<ulong>.Count - 1) / Vector<ulong>.Count * Vector<ulong>.Count];
        for (var i = 0; i < orders.Length; i++) orders[i] = Mix((seed << 32) + (ulong)i) | 1;
        return orders;
    }

    /// <summary>The finaliser of SplitMix64: every bit of the input moves half of the output's.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9UL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebUL;
        return x ^ (x >> 31);
    }
}
