using Extractor.Text;

namespace Extractor.Ingest.Containers;

/// <summary>Where an archive or record file stands, and what holds for everything in it.</summary>
/// <param name="Doc">The container's name as a document's would be.</param>
/// <param name="Source">The container's source name.</param>
/// <param name="Options">How sources are read.</param>
/// <param name="Depth">Archives around it.</param>
/// <param name="Given">Metadata given for a document by its name.</param>
/// <param name="IsAsked">Whether the user named the file itself, so that nothing found in it is an error and not a file passed over.</param>
internal sealed record ContainerScope(string Doc, string Source, IngestOptions Options, int Depth, Func<string, DocumentMetadata> Given, bool IsAsked)
{
    public NameLedger Names { get; } = new();

    public BadRecords Bad { get; } = new();

    public IngestLimits Limits => Options.Limits;

    /// <summary>Whether it is a stream without end: nothing of one record is kept for the next, and names are those that the records give.</summary>
    public bool IsEndless { get; init; }

    public string DocOf(string member) => IsEndless ? member : SourceName.Member(Doc, member);

    public string SourceOf(string member) => SourceName.Member(Source, member);

    public WorkItem Failure(string member, FailureKind kind, string reason) =>
        WorkItem.Done(new IngestFailure(DocOf(member), SourceOf(member), kind, reason));

    public WorkItem Skip(string member, string reason) => WorkItem.Done(new IngestSkip(DocOf(member), SourceOf(member), reason));

    /// <summary>The container itself could not be read (on).</summary>
    public WorkItem Failure(FailureKind kind, string reason) => WorkItem.Done(new IngestFailure(Doc, Source, kind, reason));

    /// <summary>Nothing in the container is a document.</summary>
    public WorkItem NothingToRead(string reason) =>
        IsAsked ? Failure(FailureKind.Unsupported, reason) : WorkItem.Done(new IngestSkip(Doc, Source, reason));
}
