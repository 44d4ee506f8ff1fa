using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Running;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor retry</c>: reads failures again.</summary>
internal sealed class RetryCommand : CliCommand
{
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<string?> kind = new("--kind") { Description = "Only this kind, such as unreadable.", HelpName = "KIND" };
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();
    private readonly Option<int> threads = SharedOptions.Threads();

    public RetryCommand(Terminal terminal)
        : base("retry", "Reads again what could not be read before. What can be read now is stored; what cannot stays a failure.", terminal)
    {
        foreach (Option option in new Option[] { database, kind, lexicon, rules, threads }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples => ["extractor retry", "extractor retry --kind unreadable"];

    public override string WhenDone => "everything that had failed was read";

    public override string WhenNothing => "there was nothing to retry";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var path = parsed.GetValue(database)!.ToString();
        ImmutableArray<NewFailure> failures;
        using (var store = SqliteFactStore.Open(path))
            failures = [.. store.Failures(new FailureQuery { Kind = parsed.GetValue(kind) }).Select(failure => failure.Failure).Where(failure => failure.Path is not null)];
        if (failures.IsEmpty)
        {
            Terminal.Say("There are no failures to retry.");
            return ExitCode.Nothing;
        }

        // Whole folders are walked, so that documents keep their names, but only what failed is read.
        var wanted = failures.Select(failure => failure.Path!).ToHashSet(StringComparer.Ordinal);
        var folders = failures.Select(failure => failure.Root).Where(Directory.Exists).ToHashSet(StringComparer.Ordinal);
        foreach (var lost in failures.Where(failure => !folders.Contains(failure.Root))) Terminal.Error($"{lost.Path}: its folder {lost.Root} is gone.");
        var run = new ArticleRun(
            Terminal,
            new RunOptions
            {
                Paths = [.. folders],
                Database = path,
                Threads = parsed.GetValue(threads),
                Filter = item => wanted.Contains(Path.GetFullPath(item.Source)),
                KeepGone = true,
                CommandLine = "retry",
            },
            ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules)),
            TimeProvider.System);
        var summary = run.Execute(cancellation);
        Terminal.WriteLine(summary.ToString());
        return Terminal.HasErrors ? ExitCode.Errors : summary.Documents > 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
