using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor failures</c>: what could not be read, and why.</summary>
internal sealed class FailuresCommand : CliCommand
{
    private static readonly ImmutableArray<Column<FailureRecord>> Columns =
    [
        new("doc", failure => failure.Failure.Name),
        new("kind", failure => failure.Failure.Kind),
        new("reason", failure => failure.Failure.Reason),
        new("attempts", failure => (long)failure.Attempts),
        new("at", failure => failure.Failure.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
        new("resolved", failure => failure.ResolvedRun is { } run ? $"run {run}" : null),
        new("path", failure => failure.Failure.Path),
    ];

    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<string?> kind = new("--kind") { Description = "Only this kind, such as undecodable.", HelpName = "KIND" };
    private readonly Option<bool> all = new("--all") { Description = "Failures too that a later run resolved." };
    private readonly Option<int> limit = SharedOptions.Limit(0);
    private readonly Option<OutputFormat> format = SharedOptions.Format();

    public FailuresCommand(Terminal terminal)
        : base("failures", "Lists what could not be read and why.", terminal)
    {
        foreach (Option option in new Option[] { database, kind, all, limit, format }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples => ["extractor failures", "extractor failures --kind undecodable --format jsonl"];

    public override string WhenNothing => "there are no failures";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var failures = store.Failures(new FailureQuery { OnlyStanding = !parsed.GetValue(all), Kind = parsed.GetValue(kind), Limit = parsed.GetValue(limit) });
        var count = TableOutput.Write(Terminal, parsed.GetValue(format), Columns, failures);
        if (parsed.GetValue(format) == OutputFormat.Table) Terminal.Say(count == 1 ? "1 failure" : $"{count} failures");
        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
