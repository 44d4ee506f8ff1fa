namespace Extractor.Lexicons;

/// <summary>Turns away, without hashing, nearly every word that is not in a list.</summary>
/// <remarks>One bit for each shape that some word has: first, second and last letter by their lowest five bits, which case does not touch, and length.</remarks>
internal sealed class WordShapes
{
    private const int ShapeCount = 1 << 16;

    private readonly ulong[] bits = new ulong[ShapeCount / 64];

    public void Add(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return;
        var shape = ShapeOf(word[0], word[word.Length > 1 ? 1 : 0], word[^1], word.Length);
        bits[shape >> 6] |= 1UL << (shape & 63);
    }

    /// <summary>False for a word that was not added, whatever its case; true for all others and a few of these.</summary>
    public bool MayContain(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return false;
        var (first, second, last) = (word[0], word[word.Length > 1 ? 1 : 0], word[^1]);

        // The long s and the Kelvin sign are letters of ASCII to whoever ignores case.
        if ((first | second | last) > '\u007f') return true;
        var shape = ShapeOf(first, second, last, word.Length);
        return (bits[shape >> 6] & (1UL << (shape & 63))) != 0;
    }

    private static int ShapeOf(char first, char second, char last, int length) =>
        ((first & 31) | ((last & 31) << 5) | ((length & 31) << 10) | ((second & 31) << 11)) & (ShapeCount - 1);
}
