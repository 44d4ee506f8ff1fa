using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Ingest;

/// <summary>What became of one thing found under the paths given: a document, a failure, or something passed over.</summary>
public abstract record Ingested
{
    private protected Ingested(string doc, string source)
    {
        Doc = doc;
        Source = source;
    }

    /// <summary>The document's name: path relative to the folder given, forward slashes, members as <c>a.zip!/b.html</c>.</summary>
    public string Doc { get; }

    /// <summary>The path as opened, with the member when it lies in an archive: <c>/news/a.zip!/b.html</c>.</summary>
    public string Source { get; }
}

/// <summary>A document that was read.</summary>
/// <param name="Document">Text, metadata and the way back to the bytes.</param>
/// <param name="Source">The path as opened, with the archive member.</param>
/// <param name="Kind"><c>text</c>, <c>html</c>: what the bytes held.</param>
/// <param name="Charset">IANA name of the encoding that the bytes were read in.</param>
/// <param name="Body">The article without its headline, in the canonical text; absent when the whole text is the body.</param>
/// <param name="RawHtml">The page as decoded, before the article was taken out of it; absent for plain text.</param>
public sealed record IngestedDocument(SourceDocument Document, string Source, string Kind, string Charset, TextSpan? Body = null, string? RawHtml = null)
    : Ingested(Document.Name, Source)
{
    /// <summary>What a reader of the result should know though the document could be read, such as byte sequences that no character stands for.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>SHA-256 of the bytes that were read, 64 lower-case hex digits: what tells a changed file from an unchanged one.</summary>
    public string? SourceHash { get; init; }

    /// <summary>How many bytes were read.</summary>
    public long SourceSize { get; init; }
}

/// <summary>Something that should have been a document and could not be read.</summary>
/// <param name="Doc">The name it would have had.</param>
/// <param name="Source">The path as opened, with the archive member.</param>
/// <param name="Kind">The class of failure.</param>
/// <param name="Reason">What was wrong, where, and what to do.</param>
public sealed record IngestFailure(string Doc, string Source, FailureKind Kind, string Reason) : Ingested(Doc, Source);

/// <summary>Something found in a folder or archive that is no document: another kind of file, a hidden one. Listed, but no error.</summary>
/// <param name="Doc">The name it would have had.</param>
/// <param name="Source">The path as opened, with the archive member.</param>
/// <param name="Reason">Why it was passed over.</param>
public sealed record IngestSkip(string Doc, string Source, string Reason) : Ingested(Doc, Source);
