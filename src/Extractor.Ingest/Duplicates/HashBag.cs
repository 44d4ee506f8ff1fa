using System.Numerics;

namespace Extractor.Ingest.Duplicates;

/// <summary>Different hashes in the order in which they came; filled again for text after text without allocating.</summary>
internal sealed class HashBag
{
    // What one giant text needs is not kept for all that follow.
    private const int MostKept = 1 << 14;

    // Places in the list of hashes, from 1; 0 is free. At least twice as many as hashes.
    private int[] table = new int[1 << 11];
    private ulong[] hashes = new ulong[1 << 10];
    private int count;

    /// <summary>The hashes, each once.</summary>
    public ReadOnlySpan<ulong> Hashes => hashes.AsSpan(0, count);

    /// <summary>Empties it and makes room for <paramref name="most"/> hashes.</summary>
    public void Clear(int most)
    {
        count = 0;
        var room = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(most, 1 << 10));
        if (room > hashes.Length || (hashes.Length > MostKept && room <= MostKept))
        {
            hashes = new ulong[room];
            table = new int[room * 2];
        }
        else
        {
            table.AsSpan().Clear();
        }
    }

    public void Add(ulong hash)
    {
        var mask = table.Length - 1;
        var at = (int)hash & mask;
        for (; table[at] != 0; at = (at + 1) & mask)
            if (hashes[table[at] - 1] == hash) return;
        hashes[count++] = hash;
        table[at] = count;
    }
}
