using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Ingest;

/// <summary>One document to be read: cheap to make in order on one thread, to be read by <see cref="DocumentReader.Read"/> on any other.</summary>
/// <remarks>A loose file is opened only when read; what lies in an archive comes with its bytes, so hold few items at a time.</remarks>
public sealed class WorkItem
{
    internal WorkItem(string doc, string source)
    {
        Doc = doc;
        Source = source;
    }

    /// <summary>The document's name.</summary>
    public string Doc { get; }

    /// <summary>The path to open, with the archive member.</summary>
    public string Source { get; }

    /// <summary>Bytes that the item keeps in memory until it is read.</summary>
    public long HeldBytes => Bytes?.Length ?? 0;

    /// <summary>What is known already, so that nothing need be read: a missing path, a file passed over.</summary>
    internal Ingested? Outcome { get; init; }

    /// <summary>The content; absent for a loose file.</summary>
    internal byte[]? Bytes { get; init; }

    /// <summary>Whether the content is wrapped in gzip.</summary>
    internal bool Gzipped { get; init; }

    /// <summary>What the name says that the content is.</summary>
    internal SourceFormat Format { get; init; }

    /// <summary>The charset that came with the content: from a crawl's or a mail's header.</summary>
    internal string? DeclaredCharset { get; init; }

    /// <summary>Leads from the bytes to where they stand in the source; absent when they are the source.</summary>
    internal OffsetMap? ByteOffsets { get; init; }

    /// <summary>Metadata that came with the content or was given for it; it wins over what is read from the page.</summary>
    internal DocumentMetadata Given { get; init; } = DocumentMetadata.None;

    /// <summary>What was odd about the record it came from, though it could be read.</summary>
    internal ImmutableArray<string> Notes { get; init; } = [];

    internal static WorkItem Done(Ingested outcome) => new(outcome.Doc, outcome.Source) { Outcome = outcome };
}
