using System.Collections.Immutable;
using Extractor.Cli.Output;
using Extractor.Ingest;

namespace Extractor.Cli.Running;

/// <summary>What a run reads and where it writes.</summary>
internal sealed record RunOptions
{
    /// <summary>Files, folders and archives, or <c>-</c>.</summary>
    public required ImmutableArray<string> Paths { get; init; }

    /// <summary>The folder of <c>facts.csv</c> and <c>facts.jsonl</c>; null to write none.</summary>
    public string? OutputFolder { get; init; }

    /// <summary>The database.</summary>
    public required string Database { get; init; }

    /// <summary>What goes to standard output.</summary>
    public OutputFormat? Format { get; init; }

    /// <summary>How many documents are read at once.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The date of documents that do not tell theirs.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Which of the items are read; those left out count as met. Null for all.</summary>
    public Func<WorkItem, bool>? Filter { get; init; }

    /// <summary>Whether documents that are not met stay, because not everything was looked at.</summary>
    public bool KeepGone { get; init; }

    /// <summary>Whether a progress bar may be shown.</summary>
    public bool ShowProgress { get; init; } = true;

    /// <summary>The command line, for the record.</summary>
    public string CommandLine { get; init; } = "";
}
