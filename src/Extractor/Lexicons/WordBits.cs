namespace Extractor.Lexicons;

/// <summary>Sets of words in the bits of a number: what is not in the bits is not in the set.</summary>
internal static class WordBits
{
    /// <summary>One bit of 64 for a word or mark: by its first letter, whose case the lowest five bits do not tell, and its length.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return 0;

        // The long s is an s to whoever ignores case.
        return word[0] > '\u007f' ? ulong.MaxValue : 1UL << (((word[0] & 31) + (word.Length * 11)) & 63);
    }
}
