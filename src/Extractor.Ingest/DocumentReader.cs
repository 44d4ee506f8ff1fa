using System.Security.Cryptography;
using Extractor.Ingest.Charsets;
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
        var decoded = Decoding.Decode(bytes);
        return new IngestedDocument(new SourceDocument(item.Doc, decoded.Text, Given(item), decoded.Offsets), item.Source, "text", decoded.Charset);
    }

    private DocumentMetadata Given(WorkItem item) =>
        item.Given.Published is null && options.Published is { } date
            ? item.Given with { Published = date, PublishedFrom = "given" }
            : item.Given;
}
