using System.Collections.Immutable;
using Extractor.Cli.Console;
using Extractor.Ingest;
using Spectre.Console;

namespace Extractor.Cli.Running;

/// <summary>The bar that a person at a terminal sees while a run goes on. It is drawn on standard error.</summary>
internal sealed class RunProgress : IDisposable
{
    private readonly Terminal terminal;
    private readonly TaskCompletionSource finished = new();
    private readonly ProgressTask bar;
    private readonly Task drawing;
    private string? lastFile;

    private RunProgress(Terminal terminal, IAnsiConsole console, int files)
    {
        this.terminal = terminal;
        var shown = new TaskCompletionSource<ProgressTask>();
        drawing = console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async context =>
            {
                shown.SetResult(context.AddTask("reading", maxValue: Math.Max(1, files)));
                await finished.Task;
            });
        bar = shown.Task.GetAwaiter().GetResult();
        terminal.RedirectMessages(message => console.WriteLine(message));
    }

    /// <summary>Starts the bar where a person looks; null where nobody does.</summary>
    public static RunProgress? Start(Terminal terminal, ImmutableArray<SourceRoot> roots)
    {
        if (!terminal.ErrorIsTerminal || !terminal.OutputIsTerminal) return null;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        return new RunProgress(terminal, console, roots.Sum(CountFiles));
    }

    public void Advance(string source, RunSummary summary)
    {
        // Members of an archive are one file.
        var file = source.IndexOf(SourceName.MemberSeparator, StringComparison.Ordinal) is > 0 and var at ? source[..at] : source;
        if (file != lastFile) bar.Increment(1);
        lastFile = file;
        bar.Description = $"{summary.Documents} documents, {summary.Facts} facts";
    }

    public void Dispose()
    {
        finished.SetResult();
        drawing.GetAwaiter().GetResult();
        terminal.RedirectMessages(null);
    }

    private static int CountFiles(SourceRoot root) => root.IsFolder
        ? Directory.EnumerateFiles(root.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Count()
        : 1;
}
