using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Checks.Across;
using Extractor.Cli.Checking;
using Extractor.Cli.Console;
using Extractor.Cli.Export;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Cli.Commands;

/// <summary>How facts are exported.</summary>
internal enum ExportFormat
{
    /// <summary>Comma-separated values, one row a fact.</summary>
    Csv,

    /// <summary>Fact lines: everything, slots' spans included.</summary>
    Jsonl,

    /// <summary>An Excel workbook.</summary>
    Xlsx,

    /// <summary>The facts' series as SDMX-CSV 2.0.</summary>
    Sdmx,

    /// <summary>W3C Web Annotations in JSON-LD: which characters of which text state each fact.</summary>
    Annotations,
}

/// <summary><c>extractor export</c>: the stored facts for other programs.</summary>
internal sealed class ExportCommand : CliCommand
{
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly FactFilters filters = new();
    private readonly ExportTarget<ExportFormat> target = new(ExportFormat.Csv, ExportFormat.Xlsx);

    public ExportCommand(Terminal terminal)
        : base("export", "Writes stored facts for other programs, with the reviewers' corrections: tables, workbooks, statistics, annotations. In CSV, text that a spreadsheet would take for a formula gets an apostrophe before it.", terminal)
    {
        Options.Add(database);
        foreach (var option in filters.Options) Options.Add(option);
        foreach (var option in target.Options) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor export --format xlsx --out facts.xlsx",
        "extractor export --region China --format csv --out china.csv",
        "extractor export --format sdmx --out facts.sdmx.csv",
        "extractor export --format annotations --out facts.jsonld",
    ];

    public override string WhenNothing => "no fact matches";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var query = filters.Query(parsed);
        var lines = store.AllFacts(query).Select(fact => FactLines.Of(fact, store));
        var count = target.Write(parsed, Terminal, output => target.Format(parsed) switch
        {
            ExportFormat.Jsonl => WriteJsonLines(output, lines),
            ExportFormat.Xlsx => XlsxTable.Write(output, "facts", FactRows.Workbook, lines),
            ExportFormat.Sdmx => SdmxCsv.Write(output, TimeSeries.Build(StoredStatements.Find(store, query, cancellation)).SelectMany(SeriesRow.Of), PlaceCodes.Of),
            ExportFormat.Annotations => WebAnnotations.Write(output, Annotated(store, query)),
            _ => TableOutput.WriteCsv(output, FactColumns.All, lines),
        });
        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private static int WriteJsonLines(Stream output, IEnumerable<FactLine> lines)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        var count = 0;
        foreach (var line in lines)
        {
            line.WriteTo(buffer);
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
            count++;
        }

        return count;
    }

    private static IEnumerable<(FactLine Line, SourceDocument Document)> Annotated(IFactStore store, FactQuery query)
    {
        var (id, document) = (-1L, default(SourceDocument));
        foreach (var fact in store.AllFacts(query))
        {
            if (fact.DocumentId != id) (id, document) = (fact.DocumentId, store.ReadDocument(fact.DocumentId)?.Document);
            if (document is not null) yield return (FactLines.Of(fact, store), document);
        }
    }
}
