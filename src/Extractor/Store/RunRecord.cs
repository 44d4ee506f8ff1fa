namespace Extractor.Store;

/// <summary>One run as stored.</summary>
/// <param name="Id">Its number, ascending.</param>
/// <param name="Started">When it started.</param>
/// <param name="Finished">When it ended; null while it runs or when it was interrupted.</param>
/// <param name="RulesVersion">Which lexicons and rules it used.</param>
/// <param name="CommandLine">The command.</param>
/// <param name="Counts">What it did.</param>
public sealed record RunRecord(
    long Id,
    DateTimeOffset Started,
    DateTimeOffset? Finished,
    string RulesVersion,
    string CommandLine,
    RunCounts Counts);
