namespace Extractor.Store;

/// <summary>Something that could not be read.</summary>
public sealed record NewFailure
{
    /// <summary>The folder or archive given.</summary>
    public string Root { get; init; } = "";

    /// <summary>The document's name, or of the file that should hold documents.</summary>
    public required string Name { get; init; }

    /// <summary>Where <c>retry</c> finds it.</summary>
    public string? Path { get; init; }

    /// <summary>What kind of trouble, as a code: <c>undecodable</c>, <c>unreadable</c>, <c>too-large</c>, <c>empty</c>, <c>binary</c>, <c>timeout</c> ...</summary>
    public required string Kind { get; init; }

    /// <summary>What was wrong and what to do, for people.</summary>
    public required string Reason { get; init; }

    /// <summary>SHA-256 of the source bytes, when they could be read, so that an unchanged one is not tried again.</summary>
    public string? SourceHash { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>A failure as stored.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Run">The run that met it last.</param>
/// <param name="Failure">What happened.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="ResolvedRun">The run that read the source after all; null while it stands.</param>
public sealed record FailureRecord(long Id, long Run, NewFailure Failure, int Attempts, long? ResolvedRun);

/// <summary>Which failures.</summary>
public sealed record FailureQuery
{
    /// <summary>Only failures that still stand.</summary>
    public bool OnlyStanding { get; init; } = true;

    /// <summary>Only those last met in this run.</summary>
    public long? Run { get; init; }

    /// <summary>Only this kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Only under this root.</summary>
    public string? Root { get; init; }

    /// <summary>How many at most; 0 for all.</summary>
    public int Limit { get; init; }
}
