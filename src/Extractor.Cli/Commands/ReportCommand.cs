using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Extractor.Cli.Console;
using Extractor.Review.Pages;
using Extractor.Review.Reports;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor report</c>: the facts of a run or a filter as one HTML file to send to someone.</summary>
internal sealed class ReportCommand : CliCommand
{
    private static readonly string[] Filters = ["region", "flow", "partner", "period", "category", "doc", "text", "status"];

    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<int?> run = new("--run") { Description = "Only facts of documents that this run wrote.", HelpName = "N", CustomParser = result => SharedOptions.ParseNumber(result, "--run", 1, int.MaxValue) };
    private readonly ImmutableArray<Option<string?>> filters =
    [
        .. Filters.Select(name => new Option<string?>("--" + name) { Description = $"Only facts with this {name}, as in 'extractor facts'.", HelpName = name.ToUpperInvariant() }),
    ];

    private readonly Option<string?> title = new("--title") { Description = "The headline of the report.", HelpName = "TEXT" };
    private readonly Option<FileInfo?> output = new("--out") { Description = "The file to write; standard output when not given.", HelpName = "FILE" };

    public ReportCommand(Terminal terminal)
        : base("report", "Writes facts as one HTML file without script: charts, tables, each fact with its sentence and a link to it in the source.", terminal)
    {
        foreach (Option option in new Option[] { database, run, title, output }.Concat(filters)) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor report --out report.html",
        "extractor report --region Zhejiang --flow exports --period 2022 --out zhejiang.html",
        "extractor report --run 3 > run3.html",
    ];

    public override string WhenDone => "the report has facts";

    public override string WhenNothing => "no fact matches; the report says so";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var file = parsed.GetValue(database)!;
        var filter = FactFilter.Read(filters.Select(option => KeyValuePair.Create(option.Name[2..], new Microsoft.Extensions.Primitives.StringValues(parsed.GetValue(option)))));
        if (!filter.Errors.IsEmpty) throw new UsageException($"--{filter.Errors[0].Field}: {filter.Errors[0].Message}");
        using var store = SqliteFactStore.Open(file.FullName);
        var number = parsed.GetValue(run);
        var record = number is { } wanted ? store.FindRun(wanted) ?? throw new UsageException($"--run {wanted}: there is no such run in {file}.") : null;
        var options = new ReportOptions
        {
            Query = filter.ToQuery() with { Run = number, Sort = FactSort.Document },
            Title = parsed.GetValue(title) ?? "Trade facts",
            Subtitle = Describe(file.Name, record, filter),
            Made = TimeProvider.System.GetLocalNow(),
        };
        var destination = parsed.GetValue(output);
        int count;
        using (var writer = new StreamWriter(destination?.Create() ?? Terminal.Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: destination is null))
        {
            count = FactReport.Write(writer, store, options);
        }

        if (destination is not null) Terminal.Say($"{destination}: {count} facts.");
        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private static string Describe(string database, RunRecord? run, FactFilter filter)
    {
        var parts = new List<string> { database };
        if (run is not null) parts.Add($"run {run.Id} of {run.Started:yyyy-MM-dd HH:mm}");
        if (filter.Describe() is { Length: > 0 } words) parts.Add(words);
        return string.Join(", ", parts);
    }
}
