using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Export;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Facts;
using Extractor.Storage;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor facts</c>: the stored facts, filtered.</summary>
internal sealed class FactsCommand : CliCommand
{
    private static readonly ImmutableArray<Column<FactLine>> Csv = FactColumns.All;

    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly FactFilters filters = new();
    private readonly Option<bool> quotes = new("--quotes") { Description = "Show the sentence of each fact in the table." };
    private readonly Option<int> limit = SharedOptions.Limit(0);
    private readonly Option<OutputFormat> format = SharedOptions.Format(OutputFormat.Table, OutputFormat.Csv, OutputFormat.Jsonl, OutputFormat.Xlsx);

    public FactsCommand(Terminal terminal)
        : base("facts", "Lists stored facts, with the reviewers' corrections.", terminal)
    {
        Options.Add(database);
        foreach (var option in filters.Options) Options.Add(option);
        foreach (Option option in new Option[] { quotes, limit, format }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor facts --region Zhejiang --flow exports --quotes",
        "extractor facts --partner US --period 2022 --format csv > us.csv",
        "extractor facts --text steel --status pending",
        "extractor facts --format jsonl | jq .quote",
    ];

    public override string WhenNothing => "no fact matches";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var chosen = parsed.GetValue(format);
        var query = filters.Query(parsed) with { WithSlots = chosen == OutputFormat.Jsonl };
        var facts = store.AllFacts(query);
        if (parsed.GetValue(limit) is > 0 and var most) facts = facts.Take(most);
        var lines = facts.Select(fact => FactLines.Of(fact, store));
        var count = chosen switch
        {
            OutputFormat.Jsonl => WriteJsonLines(lines),
            OutputFormat.Xlsx => WriteWorkbook(lines),
            OutputFormat.Csv => TableOutput.Write(Terminal, chosen, Csv, lines),
            _ => TableOutput.Write(Terminal, chosen, parsed.GetValue(quotes) ? FactColumns.WithQuote : FactColumns.Brief, lines),
        };
        if (chosen == OutputFormat.Table) Terminal.Say(count == 1 ? "1 fact" : $"{count} facts");
        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private int WriteWorkbook(IEnumerable<FactLine> lines)
    {
        if (Terminal.OutputIsTerminal) throw new UsageException("a workbook is no text for a terminal: redirect it, as in extractor facts --format xlsx > facts.xlsx.");
        using var buffer = new MemoryStream();
        var count = XlsxTable.Write(buffer, "facts", FactRows.Workbook, lines);
        Terminal.Output.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
        return count;
    }

    private int WriteJsonLines(IEnumerable<FactLine> lines)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var count = 0;
        foreach (var line in lines)
        {
            line.WriteTo(buffer);
            Terminal.Output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            count++;
        }

        return count;
    }
}
