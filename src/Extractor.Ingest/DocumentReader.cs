using System.Collections.Immutable;
using System.Security.Cryptography;
using Extractor.Ingest.Charsets;
using Extractor.Ingest.Containers;
using Extractor.Ingest.Html;
using Extractor.Ingest.Mail;
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
    /// <param name="paths">Files, folders, or <c>-</c> for standard input.</param>
    /// <param name="standardInput">What <c>-</c> stands for; the console's input when omitted.</param>
    public IEnumerable<WorkItem> Enumerate(IEnumerable<string> paths, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return new SourceWalk(options, standardInput).Walk(paths);
    }

    /// <summary>Lists what one file holds, as when its folder is listed: for watching, and for reading again.</summary>
    /// <param name="path">The file.</param>
    /// <param name="doc">Its name as a document's: the path relative to the folder that is watched.</param>
    public IEnumerable<WorkItem> EnumerateFile(string path, string doc)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(doc);
        return new SourceWalk(options, null).WalkFile(path, doc);
    }

    /// <summary>Lists the documents of a stream of JSON lines, each as its line arrives. A line that cannot be read becomes a failure; the stream may be endless.</summary>
    public IEnumerable<WorkItem> EnumerateRecords(Stream jsonLines)
    {
        ArgumentNullException.ThrowIfNull(jsonLines);
        return JsonLinesContainer.Endless(jsonLines, options);
    }

    /// <summary>Reads one item. Whatever is wrong with it becomes an <see cref="IngestFailure"/>.</summary>
    public Ingested Read(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.Outcome is not null) return item.Outcome;
        try
        {
            var bytes = Load(item);
            return Make(item, bytes) with { SourceHash = Convert.ToHexStringLower(SHA256.HashData(bytes)), SourceSize = bytes.Length };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return IngestException.ToFailure(e, item.Doc, item.Source);
        }
    }

    private byte[] Load(WorkItem item)
    {
        using Stream input = item.Bytes is { } held ? new MemoryStream(held, writable: false) : BoundedInput.Open(item.Source);
        return item.Bytes is { } plain && !item.Gzipped ? plain : BoundedInput.ReadDocument(input, item.Gzipped, options.Limits);
    }

    private IngestedDocument Make(WorkItem item, byte[] bytes)
    {
        if (bytes.Length == 0) throw new IngestException(FailureKind.Empty, "It is empty (0 bytes).");
        if (item.Format != SourceFormat.Mail) return Make(item, bytes, item.Format, item.DeclaredCharset, item.ByteOffsets ?? OffsetMap.Identity, item.Given);
        var mail = MailReader.Read(bytes, options.Limits);
        return Make(item, mail.Bytes, mail.Format, mail.Charset, mail.Offsets, GivenMetadata.Overlay(item.Given, mail.Metadata));
    }

    private IngestedDocument Make(WorkItem item, byte[] bytes, SourceFormat format, string? charset, OffsetMap byteOffsets, DocumentMetadata given)
    {
        var decoded = TextDecoder.Decode(bytes, charset, format == SourceFormat.Html);
        var notes = item.Notes;
        if (decoded.Malformed > 0) notes = notes.Add($"{decoded.Malformed} byte sequences are not valid {decoded.Charset} and were read as U+FFFD, the first at byte {decoded.FirstMalformed}.");
        var charOffsets = decoded.Offsets.Compose(byteOffsets);
        return format == SourceFormat.Html ? MakePage(item, decoded, charOffsets, given, notes) : MakeText(item, decoded, charOffsets, given, notes);
    }

    private IngestedDocument MakeText(WorkItem item, Decoded decoded, OffsetMap charOffsets, DocumentMetadata given, ImmutableArray<string> notes)
    {
        TextLimits.Check(decoded.Text, options.Limits);
        var metadata = Merge(given, PlainTextMetadata.Read(decoded.Text));
        return new IngestedDocument(new SourceDocument(item.Doc, decoded.Text, metadata, charOffsets), item.Source, "text", decoded.Charset) { Notes = notes };
    }

    private IngestedDocument MakePage(WorkItem item, Decoded decoded, OffsetMap charOffsets, DocumentMetadata given, ImmutableArray<string> notes)
    {
        TextLimits.CheckMarkup(decoded.Text, options.Limits);
        var article = ReadArticle(decoded.Text, given.Url);
        if (article.Body.IsEmpty)
            throw new IngestException(FailureKind.NoArticle, "The page was read, but holds no article text: an empty page, a list of links, or one that a script fills.");
        if (article.Cut is { } cut) notes = notes.Add(cut);
        var document = new SourceDocument(item.Doc, article.Text, Merge(given, article.Metadata), article.Offsets.Compose(charOffsets));
        return new IngestedDocument(document, item.Source, "html", decoded.Charset, article.Body, options.KeepHtml ? decoded.Text : null) { Notes = notes };
    }

    /// <summary>The parser has mistakes of its own, met by markup that is badly damaged (a null reference in its table modes); they are the page's failure.</summary>
    private static HtmlArticle ReadArticle(string html, string? url)
    {
        try
        {
            return HtmlArticleReader.Read(html, url);
        }
        catch (Exception e) when (e.Source == "AngleSharp")
        {
            throw new IngestException(FailureKind.Corrupt, $"The page's markup is damaged in a way that the HTML parser gives up on ({e.GetType().Name}). Fetch it again.");
        }
    }

    /// <summary>What was given wins, field by field, over what was read.</summary>
    private DocumentMetadata Merge(DocumentMetadata given, DocumentMetadata read)
    {
        if (given.Published is null && options.Published is { } date) given = given with { Published = date, PublishedFrom = "given" };
        return GivenMetadata.Overlay(given, read);
    }
}
