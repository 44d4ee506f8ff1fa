using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Facts;
using Extractor.Storage;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor run</c>: a folder of articles becomes a database of facts.</summary>
internal sealed class RunCommand : CliCommand
{
    private const int FactsShown = 20;

    private static readonly ImmutableArray<Column<RunSummary.DocumentRow>> Columns =
    [
        new("document", row => row.Doc),
        new("facts", row => (long)row.Facts),
        new("unresolved", row => (long)row.Unresolved),
        new("seconds", row => Cell.Rounded(row.Seconds, 3)),
        new("", row => row.What),
    ];

    private readonly Argument<string[]> paths = SharedOptions.Paths();
    private readonly Option<DirectoryInfo> output = new("--out")
    {
        Description = "The folder for facts.db, facts.csv and facts.jsonl.",
        HelpName = "DIR",
        DefaultValueFactory = _ => new DirectoryInfo(SharedOptions.DefaultOutput),
    };

    private readonly Option<FileInfo?> database = new("--db") { Description = "The database, if not facts.db in that folder.", HelpName = "FILE" };
    private readonly Option<OutputFormat> format = SharedOptions.Format();
    private readonly Option<DateOnly?> published = SharedOptions.Published();
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();
    private readonly Option<int> threads = SharedOptions.Threads();

    public RunCommand(Terminal terminal)
        : base("run", "Reads articles, extracts their facts and stores them. Unchanged files are left alone; those that are gone lose their facts.", terminal)
    {
        Arguments.Add(paths);
        foreach (Option option in new Option[] { output, database, format, published, lexicon, rules, threads }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor run corpus",
        "extractor run news/ archive.zip --out results --threads 4",
        "extractor run news/ --format jsonl | jq .quote",
        "curl -s https://example.org/article.html | extractor run - --published 2022-04-13",
    ];

    public override string WhenDone => "every document was read, and there are facts";

    public override string WhenNothing => "every document was read, but there are no facts";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        // SQLite is loaded while the word lists are read.
        _ = Task.Run(SqliteFactStore.WarmUp, CancellationToken.None);
        var folder = parsed.GetValue(output)!.ToString();
        var chosen = parsed.GetValue(format);
        var sample = new FactSample(FactsShown);
        if (chosen == OutputFormat.Csv) Terminal.Write(FactColumns.CsvHeader());
        var run = new ArticleRun(
            Terminal,
            new RunOptions
            {
                Paths = [.. parsed.GetValue(paths)!],
                OutputFolder = folder,
                Database = parsed.GetValue(database)?.ToString() ?? Path.Combine(folder, "facts.db"),
                Threads = parsed.GetValue(threads),
                Published = parsed.GetValue(published),
                CommandLine = string.Join(' ', parsed.Tokens.Select(token => token.Value)),
            },
            ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules)),
            TimeProvider.System)
        {
            FactsWritten = facts => Write(facts, chosen, sample),
        };
        var summary = run.Execute(cancellation);
        if (chosen == OutputFormat.Table) WriteTables(summary, sample, folder);
        else Terminal.Say(summary.ToString());
        if (Terminal.HasErrors) return ExitCode.Errors;
        return summary.Facts > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private void Write(WrittenFacts facts, OutputFormat format, FactSample sample)
    {
        switch (format)
        {
            case OutputFormat.Jsonl:
                Terminal.Output.Write(facts.JsonLines.Span);
                break;
            case OutputFormat.Csv:
                Terminal.Output.Write(facts.Csv.Span);
                break;
            default:
                sample.Add(facts);
                break;
        }
    }

    private void WriteTables(RunSummary summary, FactSample sample, string folder)
    {
        if (sample.Lines.Count > 0)
        {
            TableOutput.Write(Terminal, OutputFormat.Table, FactColumns.Brief, sample.Lines);
            if (summary.Facts > sample.Lines.Count) Terminal.WriteLine($"... and {summary.Facts - sample.Lines.Count} more: extractor facts, or {folder}/facts.csv");
            Terminal.WriteLine();
        }

        TableOutput.Write(Terminal, OutputFormat.Table, Columns, summary.Rows);
        if (summary.Documents > summary.Rows.Count) Terminal.WriteLine($"... and {summary.Documents - summary.Rows.Count} more: extractor documents");
        if (summary.Rows.Count > 0) Terminal.WriteLine();
        Terminal.WriteLine(summary.ToString());
    }

    /// <summary>The first facts of a run, to be shown when it has ended.</summary>
    private sealed class FactSample(int most)
    {
        private readonly List<FactLine> lines = [];

        public IReadOnlyList<FactLine> Lines => lines;

        public void Add(WrittenFacts facts)
        {
            if (lines.Count >= most) return;
            foreach (var json in System.Text.Encoding.UTF8.GetString(facts.JsonLines.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (lines.Count < most && FactLine.TryParse(json, out var line, out _)) lines.Add(line);
        }
    }
}
