namespace Extractor.Lexicons;

/// <summary>Turns away, without hashing, nearly every word that is not in a list.</summary>
/// <remarks>One bit for each shape that some word has: first, second and last letter by their lowest five bits, which case does not touch, and length.</remarks>
internal sealed class WordShapes
{
    /// <summary>The shape of what is not told by its shape: the long s and the Kelvin sign are letters of ASCII to whoever ignores case.</summary>
    public const int Unknown = -1;

    private const int ShapeCount = 1 << 16;

    private readonly ulong[] bits = new ulong[ShapeCount / 64];

    public void Add(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return;
        var shape = ShapeOf(word[0], word[word.Length > 1 ? 1 : 0], word[^1], word.Length);
        bits[shape >> 6] |= 1UL << (shape & 63);
    }

    /// <summary>False for a word that was not added, whatever its case; true for all others and a few of these.</summary>
    public bool MayContain(ReadOnlySpan<char> word) => !word.IsEmpty && MayContain(ShapeOf(word));

    /// <summary>The same for a shape.</summary>
    public bool MayContain(int shape) => shape == Unknown || (bits[shape >> 6] & (1UL << (shape & 63))) != 0;

    /// <summary>The shape of a word that is not empty; the same for any case.</summary>
    public static int ShapeOf(ReadOnlySpan<char> word)
    {
        var (first, second, last) = (word[0], word[word.Length > 1 ? 1 : 0], word[^1]);
        return (first | second | last) > '\u007f' ? Unknown : ShapeOf(first, second, last, word.Length);
    }

    private static int ShapeOf(char first, char second, char last, int length) =>
        ((first & 31) | ((last & 31) << 5) | ((length & 31) << 10) | ((second & 31) << 11)) & (ShapeCount - 1);
}
