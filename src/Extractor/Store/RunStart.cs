namespace Extractor.Store;

/// <summary>What is known of a run when it starts.</summary>
public sealed record RunStart
{
    /// <summary>When it started; the core has no clock.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>Which lexicons and rules read the documents.</summary>
    public required string RulesVersion { get; init; }

    /// <summary>The command line, for the record.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>How many documents are committed together at most.</summary>
    public int BatchSize { get; init; } = 1_000;

    /// <summary>How long to wait for another run to end.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Called once if another run has to be waited for, with a sentence for the user.</summary>
    public Action<string>? Waiting { get; init; }

    /// <summary>Gives the time at which the run ends; <see cref="Started"/> when omitted.</summary>
    public Func<DateTimeOffset>? Clock { get; init; }
}
