using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Extractor.Cli.Commands;
using Extractor.Cli.Console;
using Extractor.Store;

namespace Extractor.Cli;

/// <summary>The command <c>extractor</c> and its subcommands.</summary>
internal static class ExtractorCommand
{
    /// <summary>All subcommands, in the order of the help.</summary>
    public static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Turns folders of trade news into checked, sourced numbers.");
        foreach (var command in Subcommands(terminal)) root.Subcommands.Add(command);
        foreach (var help in root.Options.OfType<HelpOption>()) help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    /// <summary>Runs the command line and returns the exit code.</summary>
    public static int Run(string[] arguments, Terminal terminal)
    {
        using (terminal)
        {
            var parsed = Build(terminal).Parse(arguments);
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            {
                foreach (var error in parsed.Errors) terminal.Error(OneLine(error.Message));
                terminal.Say($"Try '{PathOf(parsed.CommandResult.Command)} --help'.");
                return ExitCode.Errors;
            }

            using var cancellation = new CancellationTokenSource();
            using var interrupted = InterruptionOf(cancellation);
            try
            {
                // Handlers see the token through the terminal's command; exceptions are ours to word.
                return parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellation.Token)
                    .GetAwaiter().GetResult();
            }
            catch (Exception e) when (e is UsageException or StoreException or IOException or UnauthorizedAccessException)
            {
                terminal.Error(e.Message);
                return ExitCode.Errors;
            }
            catch (OperationCanceledException)
            {
                terminal.Error("interrupted; what was written is whole. Run the same command again to complete it.");
                return ExitCode.Errors;
            }
            catch (Exception e)
            {
                terminal.Error($"a mistake in this program; please report it with the command: {e}");
                return ExitCode.Errors;
            }
        }
    }

    private static IEnumerable<CliCommand> Subcommands(Terminal terminal) =>
    [
        new RunCommand(terminal),
        new WatchCommand(terminal),
        new RetryCommand(terminal),
        new FactsCommand(terminal),
        new ShowCommand(terminal),
        new DocumentsCommand(terminal),
        new FailuresCommand(terminal),
        new VerifyCommand(terminal),
        new GoldCommand(terminal),
        new EvalCommand(terminal),
        new TextCommand(terminal),
        new LedgerCommand(terminal),
        new ExplainCommand(terminal),
        new ReviewCommand(terminal),
        new ReportCommand(terminal),
        new CheckCommand(terminal),
        new SeriesCommand(terminal),
        new DiffCommand(terminal),
        new ExportCommand(terminal),
        new RulesCommand(terminal),
        new PipeCommand(terminal),
    ];

    private static string OneLine(string message) => string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string PathOf(Command command) => command is RootCommand ? "extractor" : $"extractor {command.Name}";

    private static IDisposable InterruptionOf(CancellationTokenSource cancellation) =>
        System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGINT, signal =>
        {
            // The first Ctrl+C ends the run in good order; a second one ends the process.
            if (cancellation.IsCancellationRequested) return;
            signal.Cancel = true;
            cancellation.Cancel();
        });

    /// <summary>The usual help, then the examples and exit codes of the command.</summary>
    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            switch (parseResult.CommandResult.Command)
            {
                case CliCommand command:
                    output.WriteLine("Examples:");
                    foreach (var example in command.Examples) output.WriteLine($"  {example}");
                    output.WriteLine();
                    output.WriteLine("Exit codes:");
                    output.WriteLine($"  {ExitCode.Done}  {command.WhenDone}");
                    output.WriteLine($"  {ExitCode.Nothing}  {command.WhenNothing}");
                    output.WriteLine($"  {ExitCode.Errors}  there were errors; each is named on standard error");
                    break;
                case RootCommand:
                    output.WriteLine("Each command has its own help with examples: extractor run --help");
                    output.WriteLine("Exit codes: 0 done, 1 nothing found or a floor missed, 2 errors (each named on standard error).");
                    break;
            }

            return code;
        }
    }
}
