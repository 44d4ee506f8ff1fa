using System.Collections.Immutable;
using System.Security.Cryptography;
using Extractor.Ingest.Charsets;
using Extractor.Ingest.Html;
using Extractor.Ingest.Metadata;
using Extractor.Text;

namespace Extractor.Ingest;

/// <summary>Finds documents under paths and reads them. Safe to share between threads.</summary>
/// <remarks>
/// Two stages: <see cref="Enumerate"/> lists what there is in a fixed order on one thread, <see cref="Read"/> decodes
/// one item on any thread. <see cref="ReadAll"/> does both on the caller's thread.
/// </remarks>
public sealed class DocumentReader
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    private readonly IngestOptions options;

    /// <summary>Makes a reader.</summary>
    public DocumentReader(IngestOptions? options = null) => this.options = options ?? IngestOptions.Default;

    /// <summary>Reads everything under <paramref name="paths"/>: files, folders, or <c>-</c> for standard input.</summary>
    public IEnumerable<Ingested> ReadAll(IEnumerable<string> paths) => Enumerate(paths).Select(Read);

    /// <summary>Lists what lies under <paramref name="paths"/> in ordinal order of names, whatever the order of the paths.</summary>
    public IEnumerable<WorkItem> Enumerate(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new SourceWalk(options).Walk(paths);
    }

    /// <summary>Reads one item. Whatever is wrong with it becomes an <see cref="IngestFailure"/>.</summary>
    public Ingested Read(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Outcome is not null) return item.Outcome;
        try
        {
            var bytes = item.Bytes ?? BoundedInput.ReadFile(item.Source, item.Gzipped, options.Limits);
            return Make(item, bytes) with { SourceHash = Convert.ToHexStringLower(SHA256.HashData(bytes)), SourceSize = bytes.Length };
        }
        catch (Exception e) when (e is IngestException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return IngestException.ToFailure(e, item.Doc, item.Source);
        }
    }

    private IngestedDocument Make(WorkItem item, byte[] bytes)
    {
        if (bytes.Length == 0) throw new IngestException(FailureKind.Empty, "The file is empty (0 bytes).");
        var html = item.Format == SourceFormat.Html;
        var decoded = TextDecoder.Decode(bytes, item.DeclaredCharset, html);
        var byteOffsets = item.ByteOffsets is null ? decoded.Offsets : decoded.Offsets.Compose(item.ByteOffsets);
        return html ? MakePage(item, decoded, byteOffsets) : MakeText(item, decoded, byteOffsets);
    }

    private IngestedDocument MakeText(WorkItem item, Decoded decoded, OffsetMap byteOffsets)
    {
        TextLimits.Check(decoded.Text, options.Limits);
        var metadata = Merge(item.Given, PlainTextMetadata.Read(decoded.Text));
        return new IngestedDocument(new SourceDocument(item.Doc, decoded.Text, metadata, byteOffsets), item.Source, "text", decoded.Charset)
        {
            Notes = Notes(decoded, null),
        };
    }

    private IngestedDocument MakePage(WorkItem item, Decoded decoded, OffsetMap byteOffsets)
    {
        TextLimits.CheckMarkup(decoded.Text, options.Limits);
        var article = HtmlArticleReader.Read(decoded.Text, item.Given.Url);
        if (article.Body.IsEmpty) throw new IngestException(FailureKind.NoArticle, "The page was read, but holds no article text: an empty page, a list of links, or one that a script fills.");
        var metadata = Merge(item.Given, article.Metadata);
        var document = new SourceDocument(item.Doc, article.Text, metadata, article.Offsets.Compose(byteOffsets));
        return new IngestedDocument(document, item.Source, "html", decoded.Charset, article.Body, options.KeepHtml ? decoded.Text : null)
        {
            Notes = Notes(decoded, article.Cut),
        };
    }

    private static ImmutableArray<string> Notes(Decoded decoded, string? cut)
    {
        var notes = ImmutableArray<string>.Empty;
        if (decoded.Malformed > 0) notes = notes.Add($"{decoded.Malformed} byte sequences are not valid {decoded.Charset} and were read as U+FFFD, the first at byte {decoded.FirstMalformed}.");
        return cut is null ? notes : notes.Add(cut);
    }

    /// <summary>What was given wins, field by field, over what was read.</summary>
    private DocumentMetadata Merge(DocumentMetadata given, DocumentMetadata read)
    {
        var (published, from) = given.Published is { } own ? (own, given.PublishedFrom)
            : options.Published is { } all ? (all, "given")
            : (read.Published, read.PublishedFrom);
        return new DocumentMetadata
        {
            Title = given.Title ?? read.Title,
            Url = given.Url ?? read.Url,
            Published = published,
            PublishedFrom = from,
            Publisher = given.Publisher ?? read.Publisher,
            Author = given.Author ?? read.Author,
            Language = given.Language ?? read.Language,
        };
    }
}
