using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using Extractor.Cli.Console;
using Extractor.Review.Server;
using Extractor.Storage;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor review</c>: the facts beside their articles, in the browser, to be accepted, rejected and corrected.</summary>
internal sealed class ReviewCommand : CliCommand
{
    private const int UsualPort = 8765;

    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<int?> port = new("--port")
    {
        Description = $"The port on 127.0.0.1; {UsualPort}, or a free one where that is taken, when not given. 0 for any free one.",
        HelpName = "N",
        CustomParser = result => SharedOptions.ParseNumber(result, "--port", 0, 65535),
    };

    private readonly Option<string> reviewer = new("--reviewer")
    {
        Description = "The name under which decisions are kept; your user name when not given.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Environment.UserName,
    };

    private readonly Option<bool> noOpen = new("--no-open") { Description = "Only print the address; do not open a browser." };

    public ReviewCommand(Terminal terminal)
        : base("review", "Serves the review pages on this machine: each fact beside its sentence, decided with one key. Ctrl+C ends it.", terminal)
    {
        foreach (Option option in new Option[] { database, port, reviewer, noOpen }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor review",
        "extractor review --db results/facts.db --reviewer ada",
        "extractor review --port 9000 --no-open",
    ];

    public override string WhenDone => "the server was ended";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(database)!;
        var name = parsed.GetValue(reviewer)?.Trim();
        if (string.IsNullOrEmpty(name)) throw new UsageException("--reviewer: a name is needed, such as --reviewer ada.");
        using var store = SqliteFactStore.Open(file.FullName);
        var options = new ReviewOptions { Store = store, Reviewer = name, Name = file.Name, Report = message => Terminal.Say(message) };
        return ServeAsync(options, parsed.GetValue(port), !parsed.GetValue(noOpen), cancellation).GetAwaiter().GetResult();
    }

    private async Task<int> ServeAsync(ReviewOptions options, int? port, bool open, CancellationToken cancellation)
    {
        await using var server = await StartAsync(options, port, cancellation);
        Terminal.WriteLine(server.Start.ToString());
        await Terminal.Output.FlushAsync(cancellation);
        Terminal.Say($"Reviewing {options.Name} as {options.Reviewer}. Ctrl+C ends it.");
        if (open) Open(server.Start);
        await server.WaitAsync(cancellation);
        return ExitCode.Done;
    }

    private static async Task<ReviewServer> StartAsync(ReviewOptions options, int? port, CancellationToken cancellation)
    {
        try
        {
            return await ReviewServer.StartAsync(options with { Port = port ?? UsualPort }, cancellation);
        }
        catch (IOException) when (port is null)
        {
            return await ReviewServer.StartAsync(options with { Port = 0 }, cancellation);
        }
        catch (IOException e)
        {
            throw new UsageException($"--port {port}: {e.Message} Give another, or none.");
        }
    }

    /// <summary>Opens the browser where there is a desktop; the address is printed anyway.</summary>
    private static void Open(Uri address)
    {
        var hasDesktop = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            || Environment.GetEnvironmentVariable("DISPLAY") is { Length: > 0 } || Environment.GetEnvironmentVariable("WAYLAND_DISPLAY") is { Length: > 0 };
        if (!hasDesktop) return;
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.ToString()) { UseShellExecute = true });
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            // No browser to open: the address stands on the terminal.
        }
    }
}
