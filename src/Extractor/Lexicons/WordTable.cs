using System.Diagnostics.CodeAnalysis;

namespace Extractor.Lexicons;

/// <summary>Values by word, whatever its case: made once, then asked for every word of every text.</summary>
/// <remarks>The shape of a word (see <see cref="WordShapes"/>) turns most words away, and is the hash of the others.</remarks>
internal sealed class WordTable<T>
{
    private readonly WordShapes shapes = new();
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> all;
    private readonly Entry[] entries;
    private readonly int[] buckets;

    public WordTable(IEnumerable<KeyValuePair<string, T>> words)
    {
        var dictionary = new Dictionary<string, T>(words, StringComparer.OrdinalIgnoreCase);
        all = dictionary.GetAlternateLookup<ReadOnlySpan<char>>();
        entries = new Entry[dictionary.Count];
        buckets = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, dictionary.Count * 2))];
        Array.Fill(buckets, -1);
        var count = 0;
        foreach (var (word, value) in dictionary)
        {
            shapes.Add(word);
            if (word.Length == 0 || WordShapes.ShapeOf(word) is var shape && shape == WordShapes.Unknown) continue;
            ref var bucket = ref buckets[BucketOf(shape)];
            entries[count] = new Entry(word, value, bucket);
            bucket = count++;
        }
    }

    /// <summary>Whether <paramref name="word"/> is in the table.</summary>
    public bool Contains(ReadOnlySpan<char> word) => TryGetValue(word, out _);

    /// <summary>The value of <paramref name="word"/>.</summary>
    public bool TryGetValue(ReadOnlySpan<char> word, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (word.IsEmpty) return false;
        var shape = WordShapes.ShapeOf(word);
        if (!shapes.MayContain(shape)) return false;
        if (shape == WordShapes.Unknown) return all.TryGetValue(word, out value);
        for (var at = buckets[BucketOf(shape)]; at >= 0;)
        {
            ref readonly var entry = ref entries[at];
            if (entry.Word.Length == word.Length && (word.SequenceEqual(entry.Word) || word.Equals(entry.Word, StringComparison.OrdinalIgnoreCase)))
            {
                value = entry.Value;
                return true;
            }

            at = entry.Next;
        }

        return false;
    }

    private int BucketOf(int shape) => (int)(((uint)shape * 0x9E3779B1u) >> 12) & (buckets.Length - 1);

    private readonly record struct Entry(string Word, T Value, int Next);
}
