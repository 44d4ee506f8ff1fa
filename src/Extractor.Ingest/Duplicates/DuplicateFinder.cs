using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Extractor.Ingest.Duplicates;

/// <summary>How alike two documents are.</summary>
public enum DuplicateKind
{
    /// <summary>The same text, but for white space.</summary>
    Exact,

    /// <summary>The same article with another headline, footer, cut or correction.</summary>
    Near,
}

/// <summary>A document that says again what another said first.</summary>
/// <param name="Doc">The copy.</param>
/// <param name="First">What it is a copy of.</param>
/// <param name="Kind">How alike they are.</param>
public sealed record Duplicate(string Doc, string First, DuplicateKind Kind);

/// <summary>Finds the documents that copy others. The order of the input does not matter.</summary>
/// <remarks>
/// Documents are taken by date of publication (unknown last), then by name. Each is compared with those before it that are no
/// copies themselves and share a band of the sketch of words (locality-sensitive hashing), so that a chain of small
/// changes does not link two articles that have little in common.
/// </remarks>
public static class DuplicateFinder
{
    private const int BandRows = 3;
    private const int Bands = Fingerprint.WordValues / BandRows;

    // Shorter texts (a caption, a headline) share runs of words by chance.
    private const int FewestRuns = 12;
    private const double LeastResemblance = 0.5;
    private const double LeastContainment = 0.8;
    private const double LeastFigures = 0.75;

    /// <summary>The copies among <paramref name="documents"/>, each with the first of its kind, by name.</summary>
    public static ImmutableArray<Duplicate> Find(IEnumerable<(string Doc, DateOnly? Published, Fingerprint Fingerprint)> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var ordered = documents.ToArray();
        Array.Sort(ordered, (a, b) => (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue) is var byDate and not 0 ? byDate : string.CompareOrdinal(a.Doc, b.Doc));

        var same = new Dictionary<UInt128, int>();
        var index = new BandIndex(ordered.Length);
        var copies = ImmutableArray.CreateBuilder<Duplicate>();
        for (var i = 0; i < ordered.Length; i++)
        {
            var (doc, _, fingerprint) = ordered[i];
            if (!same.TryAdd(MemoryMarshal.Read<UInt128>(fingerprint.Exact), i))
            {
                // A copy of a near copy leads to the article that both stem from.
                copies.Add(new Duplicate(doc, ordered[index.FirstOf(same[MemoryMarshal.Read<UInt128>(fingerprint.Exact)])].Doc, DuplicateKind.Exact));
            }
            else if (fingerprint.WordCount >= FewestRuns)
            {
                var first = -1;
                foreach (var candidate in index.Candidates(i, fingerprint))
                {
                    if ((first < 0 || candidate < first) && AreNear(ordered[candidate].Fingerprint, fingerprint)) first = candidate;
                }

                if (first < 0) index.Add(i, fingerprint);
                else
                {
                    index.Link(i, first);
                    copies.Add(new Duplicate(doc, ordered[first].Doc, DuplicateKind.Near));
                }
            }
        }

        copies.Sort((a, b) => string.CompareOrdinal(a.Doc, b.Doc));
        return copies.ToImmutable();
    }

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

    /// <summary>Finds the earlier documents that share a band of the sketch.</summary>
    private sealed class BandIndex
    {
        private readonly Dictionary<int, int> heads = [];
        private readonly List<(int Document, int Next)> entries = [];
        private readonly int[] comparedWith;
        private readonly int[] firstOf;

        public BandIndex(int documents)
        {
            comparedWith = new int[documents];
            firstOf = new int[documents];
            Array.Fill(comparedWith, -1);
            for (var i = 0; i < documents; i++) firstOf[i] = i;
        }

        public int FirstOf(int document) => firstOf[document];

        public void Link(int copy, int first) => firstOf[copy] = first;

        public void Add(int document, Fingerprint fingerprint)
        {
            for (var band = 0; band < Bands; band++)
            {
                ref var head = ref CollectionsMarshal.GetValueRefOrAddDefault(heads, Key(fingerprint.Words, band), out var exists);
                entries.Add((document, exists ? head : -1));
                head = entries.Count - 1;
            }
        }

        public IEnumerable<int> Candidates(int document, Fingerprint fingerprint)
        {
            for (var band = 0; band < Bands; band++)
            {
                if (!heads.TryGetValue(Key(fingerprint.Words, band), out var at)) continue;
                for (; at >= 0; at = entries[at].Next)
                {
                    var candidate = entries[at].Document;
                    if (comparedWith[candidate] == document) continue;
                    comparedWith[candidate] = document;
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
}
