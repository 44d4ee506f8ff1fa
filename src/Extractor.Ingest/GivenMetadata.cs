using System.Collections.Immutable;
using Extractor.Ingest.Records;
using Extractor.Text;

namespace Extractor.Ingest;

/// <summary>What <c>metadata.jsonl</c> says of the files of its folder.</summary>
internal sealed class GivenMetadata
{
    private const string From = "given";
    private const int LineBytes = 1 << 20;
    private const int MaxFailures = 100;

    private readonly Dictionary<string, DocumentMetadata> byDoc = new(StringComparer.Ordinal);
    private readonly GivenMetadata? outer;

    private GivenMetadata(GivenMetadata? outer) => this.outer = outer;

    public static GivenMetadata None { get; } = new(null);

    /// <summary>The lines that could not be read.</summary>
    public ImmutableArray<IngestFailure> Failures { get; private set; } = [];

    /// <summary>Reads the file of one folder.</summary>
    /// <param name="content">The file.</param>
    /// <param name="outer">What the folders around it say; this one wins.</param>
    /// <param name="doc">What failures call the file.</param>
    /// <param name="source">Where failures say it lies.</param>
    /// <param name="folder">What the names of the folder's documents begin with.</param>
    public static GivenMetadata Read(Stream content, GivenMetadata outer, string doc, string source, string folder)
    {
        var given = new GivenMetadata(outer);
        var lines = new BoundedLines(content, LineBytes);
        while (given.Failures.Length < MaxFailures && lines.TryRead(out var line, out var tooLong))
        {
            if (line.IsEmpty && !tooLong) continue;
            try
            {
                if (tooLong) throw new IngestException(FailureKind.BadMetadata, "it is longer than 1 MB");
                var record = JsonRecord.Parse(line.Span, From, IngestOptions.Default);
                if ((record.Doc ?? record.Id) is not { } name) throw new IngestException(FailureKind.BadMetadata, $"the field doc is missing; it has {record.Names}");
                if (record.UnreadDate is { } date) throw new IngestException(FailureKind.BadMetadata, $"the date '{MemberName.Label(date)}' cannot be read; write it as YYYY-MM-DD");
                given.byDoc[folder + name.Replace('\\', '/')] = record.Metadata;
            }
            catch (IngestException e)
            {
                given.Failures = given.Failures.Add(new IngestFailure(doc, source, FailureKind.BadMetadata, $"Line {lines.Number}: {e.Message}."));
            }
        }

        return given;
    }

    /// <summary>A file that is there but could not be read.</summary>
    public static GivenMetadata Unread(GivenMetadata outer, IngestFailure failure) => new(outer) { Failures = [failure] };

    /// <summary>What was given for the document of this name.</summary>
    public DocumentMetadata Of(string doc)
    {
        var around = outer?.Of(doc) ?? DocumentMetadata.None;
        return byDoc.TryGetValue(doc, out var own) ? Overlay(own, around) : around;
    }

    /// <summary>What <paramref name="first"/> says, and where it is silent what <paramref name="second"/> says.</summary>
    public static DocumentMetadata Overlay(DocumentMetadata first, DocumentMetadata second)
    {
        if (ReferenceEquals(first, DocumentMetadata.None)) return second;
        if (ReferenceEquals(second, DocumentMetadata.None)) return first;
        return new DocumentMetadata
        {
            Title = first.Title ?? second.Title,
            Url = first.Url ?? second.Url,
            Published = first.Published ?? second.Published,
            PublishedFrom = first.Published is null ? second.PublishedFrom : first.PublishedFrom,
            Publisher = first.Publisher ?? second.Publisher,
            Author = first.Author ?? second.Author,
            Language = first.Language ?? second.Language,
        };
    }
}
