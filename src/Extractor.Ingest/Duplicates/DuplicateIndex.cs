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
    private readonly Dictionary<int, int> heads = [];
    private readonly List<(int Document, int Next)> entries = [];
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

        AddBands(number, fingerprint);
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

    private void AddBands(int number, Fingerprint fingerprint)
    {
        for (var band = 0; band < Bands; band++)
        {
            ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, Key(fingerprint.Words, band), out var exists);
            entries.Add((number, exists ? head : -1));
            head = entries.Count - 1;
        }
    }

    /// <summary>The earlier documents that share a band of the sketch, each once.</summary>
    private IEnumerable<int> Candidates(int number, Fingerprint fingerprint)
    {
        for (var band = 0; band < Bands; band++)
        {
            if (!heads.TryGetValue(Key(fingerprint.Words, band), out var at)) continue;
            for (; at >= 0; at = entries[at].Next)
            {
                var candidate = entries[at].Document;
                if (comparedWith[candidate] == number || withdrawn.Contains(candidate)) continue;
                comparedWith[candidate] = number;
                yield return candidate;
            }
        }
    }

    private static int Key(ReadOnlySpan<byte> words, int band)
    {
        var row = band * BandRows;
        return (band << 24) | (words[row] << 16) | (words[row + 1] << 8) | words[row + 2];
    }
}
