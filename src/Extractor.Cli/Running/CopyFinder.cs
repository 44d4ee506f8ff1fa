using Extractor.Ingest.Duplicates;
using Extractor.Store;
using DuplicateKind = Extractor.Store.DuplicateKind;

namespace Extractor.Cli.Running;

/// <summary>Recognises documents that say again what a stored one, or one before them in this run, has said.</summary>
internal sealed class CopyFinder
{
    private const int PageSize = 5_000;

    private readonly DuplicateIndex index = new();
    private readonly List<long> documents = [];
    private readonly Dictionary<long, int> numbers = [];

    /// <summary>Starts with what is stored.</summary>
    public CopyFinder(IFactStore store)
    {
        for (var offset = 0; ; offset += PageSize)
        {
            var page = store.Documents(new DocumentQuery { Duplicates = false, Offset = offset, Limit = PageSize }).Documents;
            foreach (var document in page)
                if (document.Fingerprint is { } fingerprint) Remember(document.Id, fingerprint.Span);
            if (page.Length < PageSize) return;
        }
    }

    /// <summary>The document with its link to the one that it copies. Call <see cref="Written"/> when it is stored.</summary>
    /// <param name="write">The document.</param>
    /// <param name="stored">Its number where an earlier reading of it is stored: it is no copy of that.</param>
    public DocumentWrite Link(DocumentWrite write, long? stored)
    {
        if (write.Fingerprint is not { } fingerprint) return write;
        if (stored is { } id && numbers.Remove(id, out var earlier)) index.Withdraw(earlier);
        return index.Add(fingerprint.Span) is var (first, kind)
            ? write with { DuplicateOf = documents[first], Duplicate = kind == Ingest.Duplicates.DuplicateKind.Exact ? DuplicateKind.Same : DuplicateKind.Near }
            : write;
    }

    /// <summary>Tells the number that the store gave the document linked last.</summary>
    public void Written(long document)
    {
        numbers[document] = documents.Count;
        documents.Add(document);
    }

    private void Remember(long document, ReadOnlySpan<byte> fingerprint)
    {
        index.Add(fingerprint);
        Written(document);
    }
}
