using System.Collections.Immutable;

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
/// <remarks>Documents are taken by date of publication (unknown last), then by name, so that the first to be published is the first of its kind.</remarks>
public static class DuplicateFinder
{
    /// <summary>The copies among <paramref name="documents"/>, each with the first of its kind, by name.</summary>
    public static ImmutableArray<Duplicate> Find(IEnumerable<(string Doc, DateOnly? Published, Fingerprint Fingerprint)> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var ordered = documents.ToArray();
        Array.Sort(ordered, (a, b) => (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue) is var byDate and not 0 ? byDate : string.CompareOrdinal(a.Doc, b.Doc));

        var index = new DuplicateIndex();
        var copies = ImmutableArray.CreateBuilder<Duplicate>();
        foreach (var (doc, _, fingerprint) in ordered)
        {
            if (index.Add(fingerprint) is var (first, kind)) copies.Add(new Duplicate(doc, ordered[first].Doc, kind));
        }

        copies.Sort((a, b) => string.CompareOrdinal(a.Doc, b.Doc));
        return copies.ToImmutable();
    }
}
