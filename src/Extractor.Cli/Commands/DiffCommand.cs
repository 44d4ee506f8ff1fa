using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor diff</c>: what changed between two runs.</summary>
internal sealed class DiffCommand : CliCommand
{
    private static readonly ImmutableArray<Column<Difference>> Columns =
    [
        new("change", row => row.What),
        new("id", row => row.Fact.Id),
        new("before", row => row.Before is null ? null : FactSentence.Of(row.Before)),
        new("after", row => row.After is null ? null : FactSentence.Of(row.After)),
        new("fields", row => row.Fields),
        new("decision", row => row.Decision),
        new("where", row => $"{row.Fact.Doc}:{row.Fact.Span}"),
        new("quote", row => row.Fact.Quote),
    ];

    private readonly Argument<long> earlier = new("RUN1") { Description = "The earlier run." };
    private readonly Argument<long> later = new("RUN2") { Description = "The later run." };
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<OutputFormat> format = SharedOptions.Format();

    public DiffCommand(Terminal terminal)
        : base("diff", "Shows which facts were added, lost and changed between two runs, and which of them contradict a reviewer's decision.", terminal)
    {
        Arguments.Add(earlier);
        Arguments.Add(later);
        foreach (Option option in new Option[] { database, format }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor diff 1 2",
        "extractor diff 1 2 --format jsonl | jq 'select(.change == \"lost\")'",
    ];

    public override string WhenDone => "there are differences";

    public override string WhenNothing => "there is no difference";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var (before, after) = (Known(store, parsed.GetValue(earlier)), Known(store, parsed.GetValue(later)));
        var rows = Differences(store, store.Diff(before, after)).ToList();
        if (parsed.GetValue(format) is OutputFormat.Table) WriteForPeople(rows);
        else TableOutput.Write(Terminal, parsed.GetValue(format), Columns, rows);
        return rows.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private static long Known(IFactStore store, long run)
    {
        if (store.FindRun(run) is not null) return run;
        var runs = store.Runs();
        throw new UsageException(runs.IsEmpty
            ? $"there is no run {run}: nothing was run into this database yet."
            : $"there is no run {run}: the database knows {runs[^1].Id} to {runs[0].Id}.");
    }

    private static IEnumerable<Difference> Differences(IFactStore store, RunDiff diff)
    {
        // By the decided fact and by the fact extracted now: either may be what differs.
        var conflicts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var conflict in store.Conflicts())
        {
            conflicts.TryAdd(conflict.Decision.Fact.Id, conflict.Message);
            if (conflict.Fact is { } now) conflicts.TryAdd(now.Fact.Id, conflict.Message);
        }

        foreach (var fact in diff.Added) yield return new Difference("added", null, fact, null, Decision(fact));
        foreach (var fact in diff.Lost) yield return new Difference("lost", fact, null, null, Decision(fact));
        foreach (var change in diff.Changed)
            yield return new Difference("changed", change.Before, change.After, string.Join(' ', change.Fields), Decision(change.After) ?? Decision(change.Before));

        string? Decision(Fact fact) => conflicts.GetValueOrDefault(fact.Id);
    }

    private void WriteForPeople(List<Difference> rows)
    {
        foreach (var row in rows)
        {
            WriteLine($"{row.Fact.Doc}:{row.Fact.Span}  {row.Fact.Quote}");
            if (row.Before is { } before) WriteLine($"  - {FactSentence.Of(before)}");
            if (row.After is { } after) WriteLine($"  + {FactSentence.Of(after)}");
            if (row.Fields is { } fields) WriteLine($"    changed: {fields}");
            if (row.Decision is { } decision) WriteLine($"    against a decision: {decision}");
            Terminal.WriteLine();
        }

        var against = rows.Count(row => row.Decision is not null);
        Terminal.WriteLine(
            $"{rows.Count(row => row.What == "added")} added, {rows.Count(row => row.What == "lost")} lost, {rows.Count(row => row.What == "changed")} changed; {against} against a decision");
    }

    private void WriteLine(string line) => Terminal.WriteLine(Terminal.Printable(line.ReplaceLineEndings(" ")));

    private sealed record Difference(string What, Fact? Before, Fact? After, string? Fields, string? Decision)
    {
        public Fact Fact => (After ?? Before)!;
    }
}
