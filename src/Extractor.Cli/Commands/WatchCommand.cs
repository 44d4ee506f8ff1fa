using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Running;
using Extractor.Ingest;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor watch</c>: new and changed files are processed as they arrive.</summary>
internal sealed class WatchCommand : CliCommand
{
    private readonly Argument<DirectoryInfo> folder = new("FOLDER") { Description = "The folder to watch." };
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<DateOnly?> published = SharedOptions.Published();
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();
    private readonly Option<int> threads = SharedOptions.Threads();
    private readonly Option<int> interval = new("--interval")
    {
        Description = "Seconds between two looks at the folder. A file is read when it has stayed the same from one look to the next.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 1,
        CustomParser = result => SharedOptions.ParseNumber(result, "--interval", 1, 86_400),
    };

    public WatchCommand(Terminal terminal)
        : base("watch", "Processes the files of a folder, and then new and changed ones as they arrive, until it is interrupted with Ctrl+C.", terminal)
    {
        Arguments.Add(folder);
        foreach (Option option in new Option[] { database, published, lexicon, rules, threads, interval }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples => ["extractor watch incoming/", "extractor watch incoming/ --db results/facts.db --interval 10"];

    public override string WhenDone => "it was interrupted";

    public override string WhenNothing => "never";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var watched = parsed.GetValue(folder)!;
        if (!watched.Exists) throw new UsageException($"{watched}: no such folder");
        var extractor = ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules));
        var pause = TimeSpan.FromSeconds(parsed.GetValue(interval));
        var state = new FolderState(watched.FullName);
        var options = new RunOptions
        {
            Paths = [watched.ToString()],
            Database = parsed.GetValue(database)!.ToString(),
            Threads = parsed.GetValue(threads),
            Published = parsed.GetValue(published),
            ShowProgress = false,
            CommandLine = $"watch {watched}",
        };
        Terminal.Say($"Watching {watched}; Ctrl+C ends it.");
        while (!cancellation.IsCancellationRequested)
        {
            if (state.Look() is { } settled) Process(options with { Filter = item => settled.Contains(SourceName.FileOf(Path.GetFullPath(item.Source))) }, extractor, cancellation);
            cancellation.WaitHandle.WaitOne(pause);
        }

        return ExitCode.Done;
    }

    private void Process(RunOptions options, TradeExtractor extractor, CancellationToken cancellation)
    {
        try
        {
            var summary = new ArticleRun(Terminal, options, extractor, TimeProvider.System).Execute(cancellation);
            Terminal.WriteLine($"{TimeProvider.System.GetLocalNow():HH:mm:ss}  {summary}");
            Terminal.Output.Flush();
        }
        catch (OperationCanceledException)
        {
            // Interrupted: what was written is whole, and the next run goes on from there.
        }
    }
}
