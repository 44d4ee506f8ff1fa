using System.Numerics;
using System.Runtime.Intrinsics;

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

    private readonly FingerprintList fingerprints = new();

    // The last document with each text: numbers from 1, found by the hash of the text; 0 is free. Never full by more than half.
    private int[] same = new int[1 << 12];
    private int texts;

    // Every indexed document has an entry for each band: entry number = its place among the indexed * Bands + band. Entries of one
    // bucket are chained; their keys are not kept but read from the fingerprints again. A national archive is held in memory.
    private readonly List<int> indexed = [];
    private readonly List<int> next = [];
    private int[] buckets = NoEntries(1 << 12);
    private readonly List<int> comparedWith = [];
    private readonly List<int> firstOf = [];
    private readonly HashSet<int> withdrawn = [];

    /// <summary>How many documents were added; the next one has this number.</summary>
    public int Count => fingerprints.Count;

    /// <summary>Adds a document and says of which earlier one it is a copy, by its number; null when of none.</summary>
    public (int First, DuplicateKind Kind)? Add(Fingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);
        return Add(fingerprint.View);
    }

    /// <summary>Adds a document by its fingerprint as stored, and says of which earlier one it is a copy, by its number; null when of none.</summary>
    /// <exception cref="ArgumentException">The bytes are no fingerprint.</exception>
    public (int First, DuplicateKind Kind)? Add(ReadOnlySpan<byte> stored)
    {
        if (stored.Length != Fingerprint.Size) throw new ArgumentException($"A fingerprint has {Fingerprint.Size} bytes.", nameof(stored));
        return Add(new FingerprintView(stored));
    }

    /// <summary>Takes a document out: it has changed or gone, and what comes is no copy of it.</summary>
    public void Withdraw(int number) => withdrawn.Add(number);

    private (int First, DuplicateKind Kind)? Add(FingerprintView fingerprint)
    {
        var number = fingerprints.Count;
        fingerprints.Add(fingerprint);
        comparedWith.Add(-1);
        firstOf.Add(number);
        ref var place = ref PlaceOf(fingerprint.Exact);
        if (place > 0 && !withdrawn.Contains(place - 1))
        {
            // A copy of a near copy leads to the article that both stem from.
            firstOf[number] = firstOf[place - 1];
            return (firstOf[number], DuplicateKind.Exact);
        }

        if (place == 0) texts++;
        place = number + 1;
        if (texts > same.Length / 2) Widen();
        if (fingerprint.WordCount < FewestRuns) return null;
        if (FirstNear(number, fingerprint) is { } first)
        {
            firstOf[number] = first;
            return (first, DuplicateKind.Near);
        }

        AddBands(number);
        return null;
    }

    /// <summary>The place in <see cref="same"/> of a text, or the free one where it belongs.</summary>
    private ref int PlaceOf(UInt128 text)
    {
        var mask = same.Length - 1;
        var at = (int)(uint)text & mask;
        while (same[at] != 0 && fingerprints[same[at] - 1].Exact != text) at = (at + 1) & mask;
        return ref same[at];
    }

    private void Widen()
    {
        var old = same;
        same = new int[old.Length * 2];
        foreach (var entry in old)
            if (entry != 0) PlaceOf(fingerprints[entry - 1].Exact) = entry;
    }

    private static bool AreNear(FingerprintView a, FingerprintView b)
    {
        var words = Resemblance(a.Words, b.Words);
        if (words < LeastResemblance && Containment(words, a.WordCount, b.WordCount) < LeastContainment) return false;
        if (a.FigureCount == 0 || b.FigureCount == 0) return a.FigureCount + b.FigureCount <= 2;
        return Containment(Resemblance(a.Figures, b.Figures), a.FigureCount, b.FigureCount) >= LeastFigures;
    }

    /// <summary>The part of what either has that both have (Jaccard), as the sketches estimate it.</summary>
    private static double Resemblance(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        // Two bytes are equal by chance once in 256 times.
        const double Chance = 1.0 / 256;
        return Math.Max(0, (((double)EqualBytes(a, b) / a.Length) - Chance) / (1 - Chance));
    }

    private static int EqualBytes(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b)
    {
        int equal = 0, i = 0;
        for (; i <= a.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
            equal += BitOperations.PopCount(Vector128.Equals(Vector128.Create(a[i..]), Vector128.Create(b[i..])).ExtractMostSignificantBits());
        for (; i < a.Length; i++)
            if (a[i] == b[i]) equal++;
        return equal;
    }

    /// <summary>The part of the smaller that lies in the larger.</summary>
    private static double Containment(double resemblance, int a, int b) =>
        Math.Min(1, resemblance * (a + b) / (1 + resemblance) / Math.Min(a, b));

    private void AddBands(int number)
    {
        indexed.Add(number);
        for (var band = 0; band < Bands; band++) next.Add(-1);
        if (next.Count <= buckets.Length * 2)
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

    /// <summary>The earliest document that shares a band of the sketch and is near.</summary>
    private int? FirstNear(int number, FingerprintView fingerprint)
    {
        int? first = null;
        for (var band = 0; band < Bands; band++)
        {
            var key = Key(fingerprint.Words, band);
            for (var entry = buckets[BucketOf(key)]; entry >= 0; entry = next[entry])
            {
                var candidate = indexed[entry / Bands];
                if (entry % Bands != band || comparedWith[candidate] == number) continue;
                var other = fingerprints[candidate];
                if (Key(other.Words, band) != key) continue;
                comparedWith[candidate] = number;
                if ((first is null || candidate < first) && AreNear(other, fingerprint) && !withdrawn.Contains(candidate)) first = candidate;
            }
        }

        return first;
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
