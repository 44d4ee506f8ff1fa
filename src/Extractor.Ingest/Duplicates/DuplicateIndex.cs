using System.Numerics;
using System.Runtime.InteropServices;

namespace Extractor.Ingest.Duplicates;

/// <summary>Finds copies among documents that come one after the other: each is compared with those before it.</summary>
/// <remarks>
/// A document is compared with those that are no copies themselves and share a band of the sketch of words (locality-sensitive
/// hashing), so that a chain of small changes does not link two articles that have little in common.
/// </remarks>
public sealed class DuplicateIndex
{
    private const int BandRows = 3;
    private const int Bands = Fingerprint.WordValues / BandRows;

    // Shorter texts (a caption, a headline) share runs of words by chance.
    private const int FewestRuns = 12;
    private const double LeastResemblance = 0.5;
    private const double LeastContainment = 0.8;
    private const double LeastFigures = 0.75;

    private readonly Dictionary<UInt128, int> same = [];

    // Every indexed document has an entry for each band: entry number = its place among the indexed * Bands + band. Entries of one
    // bucket are chained; their keys are not kept but read from the fingerprints again. A national archive is held in memory.
    private readonly List<int> indexed = [];
    private readonly List<int> next = [];
    private int[] buckets = NoEntries(1 << 12);
    private readonly List<Fingerprint> fingerprints = [];
    private readonly List<int> comparedWith = [];
    private readonly List<int> firstOf = [];
    private readonly HashSet<int> withdrawn = [];

    /// <summary>How many documents were added; the next one has this number.</summary>
    public int Count => fingerprints.Count;

    /// <summary>Adds a document and says of which earlier one it is a copy, by its number; null when of none.</summary>
    public (int First, DuplicateKind Kind)? Add(Fingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        var number = fingerprints.Count;
        fingerprints.Add(fingerprint);
        comparedWith.Add(-1);
        firstOf.Add(number);
        var hash = MemoryMarshal.Read<UInt128>(fingerprint.Exact);
        if (same.TryGetValue(hash, out var twin) && !withdrawn.Contains(twin))
        {
            // A copy of a near copy leads to the article that both stem from.
            firstOf[number] = firstOf[twin];
            return (firstOf[twin], DuplicateKind.Exact);
        }

        same[hash] = number;
        if (fingerprint.WordCount < FewestRuns) return null;
        var first = -1;
        foreach (var candidate in Candidates(number, fingerprint))
        {
            if ((first < 0 || candidate < first) && AreNear(fingerprints[candidate], fingerprint)) first = candidate;
        }

        if (first >= 0)
        {
            firstOf[number] = first;
            return (first, DuplicateKind.Near);
        }

        AddBands(number);
        return null;
    }

    /// <summary>Takes a document out: it has changed or gone, and what comes is no copy of it.</summary>
    public void Withdraw(int number) => withdrawn.Add(number);

    private static bool AreNear(Fingerprint a, Fingerprint b)
    {
        var words = Resemblance(a.Words, b.Words);
        if (words < LeastResemblance && Containment(words, a.WordCount, b.WordCount) < LeastContainment) return false;
        if (a.FigureCount == 0 || b.FigureCount == 0) return a.FigureCount + b.FigureCount <= 2;
        return Containment(Resemblance(a.Figures, b.Figures), a.FigureCount, b.FigureCount) >= LeastFigures;
    }

    /// <summary>The part of what either has that both have (Jaccard), as the sketches estimate it.</summary>
    private static double Resemblance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        var equal = 0;
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] == b[i]) equal++;
        }

        // Two bytes are equal by chance once in 256 times.
        const double Chance = 1.0 / 256;
        return Math.Max(0, (((double)equal / a.Length) - Chance) / (1 - Chance));
    }

    /// <summary>The part of the smaller that lies in the larger.</summary>
    private static double Containment(double resemblance, int a, int b) =>
        Math.Min(1, resemblance * (a + b) / (1 + resemblance) / Math.Min(a, b));

    private void AddBands(int number)
    {
        indexed.Add(number);
        for (var band = 0; band < Bands; band++) next.Add(-1);
        if (next.Count <= buckets.Length)
        {
            for (var entry = next.Count - Bands; entry < next.Count; entry++) Chain(entry);
            return;
        }

        buckets = NoEntries(buckets.Length * 2);
        for (var entry = 0; entry < next.Count; entry++) Chain(entry);
    }

    private void Chain(int entry)
    {
        ref var first = ref buckets[BucketOf(Key(fingerprints[indexed[entry / Bands]].Words, entry % Bands))];
        next[entry] = first;
        first = entry;
    }

    /// <summary>The earlier documents that share a band of the sketch, each once.</summary>
    private IEnumerable<int> Candidates(int number, Fingerprint fingerprint)
    {
        for (var band = 0; band < Bands; band++)
        {
            var key = Key(fingerprint.Words, band);
            for (var entry = buckets[BucketOf(key)]; entry >= 0; entry = next[entry])
            {
                var candidate = indexed[entry / Bands];
                if (entry % Bands != band || comparedWith[candidate] == number || withdrawn.Contains(candidate)) continue;
                if (Key(fingerprints[candidate].Words, band) != key) continue;
                comparedWith[candidate] = number;
                yield return candidate;
            }
        }
    }

    private static int[] NoEntries(int count)
    {
        var none = new int[count];
        Array.Fill(none, -1);
        return none;
    }

    private int BucketOf(int key) => (int)(((uint)key * 2_654_435_769) >> (32 - BitOperations.Log2((uint)buckets.Length)));

    private static int Key(ReadOnlySpan<byte> words, int band)
    {
        var row = band * BandRows;
        return (band << 24) | (words[row] << 16) | (words[row + 1] << 8) | words[row + 2];
    }
}
