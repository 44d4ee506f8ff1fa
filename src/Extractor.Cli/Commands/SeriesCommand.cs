using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extractor.Checks.Across;
using Extractor.Cli.Checking;
using Extractor.Cli.Console;
using Extractor.Cli.Export;
using Extractor.Cli.Output;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor series</c>: what the articles state, over time.</summary>
internal sealed class SeriesCommand : CliCommand
{
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<string?> region = new("--region") { Description = "Who trades, such as Zhejiang.", HelpName = "NAME" };
    private readonly Option<string?> flow = new("--flow") { Description = "Which direction.", HelpName = "trade|exports|imports|balance" };
    private readonly Option<string?> partner = new("--partner") { Description = "With whom, such as US or ASEAN; 'world' for no partner.", HelpName = "CODE" };
    private readonly Option<string?> category = new("--category") { Description = "What is traded, in the text's own words; 'all' for no category.", HelpName = "WORDS" };
    private readonly Option<string?> measure = new("--measure") { Description = "What is measured, such as value, growth or share.", HelpName = "NAME" };
    private readonly Option<string?> unit = new("--unit") { Description = "What amounts are counted in, such as CNY.", HelpName = "UNIT" };
    private readonly Option<string?> frequency = new("--frequency") { Description = "How long the periods are; ytd: from January on.", HelpName = string.Join('|', Frequencies.All) };
    private readonly Option<DateOnly?> asOf = new("--as-of")
    {
        Description = "What was known on this day: only articles published up to it.",
        HelpName = "YYYY-MM-DD",
        CustomParser = SharedOptions.ParseDate,
    };

    private readonly Option<bool> mirror = new("--mirror") { Description = "Instead of series, both ends of one trade side by side: A's exports to B, and B's imports from A." };
    private readonly ExportTarget<SeriesFormat> target = new(SeriesFormat.Table, SeriesFormat.Xlsx);

    public SeriesCommand(Terminal terminal)
        : base("series", "Time series over all articles: each point by the statement to go by, with all statements behind it. Articles that repeat another count as one source.", terminal)
    {
        flow.AcceptOnlyFromAmong("trade", "exports", "imports", "balance");
        frequency.AcceptOnlyFromAmong([.. Frequencies.All]);
        measure.AcceptOnlyFromAmong("value", "growth", "multiple", "change", "share", "contribution", "contributionRate", "growthChange", "growthGap", "shareChange");
        foreach (Option option in new Option[] { database, region, flow, partner, category, measure, unit, frequency, asOf, mirror }) Options.Add(option);
        foreach (var option in target.Options) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor series --region China --flow exports --measure growth --frequency month",
        "extractor series --region China --flow exports --as-of 2024-12-31",
        "extractor series --mirror --format csv",
        "extractor series --format sdmx --out series.csv",
        "extractor series --region Zhejiang --format xlsx --out zhejiang.xlsx",
    ];

    public override string WhenNothing => "no statement matches";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        FactLineNames.TrySlot(parsed.GetValue(measure), out var slot);
        var query = FactQuery.All with
        {
            Region = parsed.GetValue(region),
            Flow = FactLineNames.TryFlow(parsed.GetValue(flow), out var direction) ? direction : null,
            Partner = parsed.GetValue(partner) is "world" ? "" : parsed.GetValue(partner),
            Category = parsed.GetValue(category) is "all" ? "" : parsed.GetValue(category),
            Measure = parsed.GetValue(measure) is null ? null : slot,
        };
        var statements = StoredStatements.Find(store, query, cancellation)
            .Where(statement => parsed.GetValue(measure) is null || statement.Figure.Measure == slot)
            .Where(statement => parsed.GetValue(unit) is not { } wanted || string.Equals(statement.Figure.Unit, wanted, StringComparison.OrdinalIgnoreCase))
            .Where(statement => parsed.GetValue(frequency) is not { } wanted || Frequencies.Of(statement.Fact.Period) == Frequencies.Named(wanted));
        return parsed.GetValue(mirror) ? WriteMirror(parsed, statements) : WriteSeries(parsed, TimeSeries.Build(statements, parsed.GetValue(asOf)));
    }

    private int WriteSeries(ParseResult parsed, ImmutableArray<TimeSeries> series)
    {
        var rows = series.SelectMany(SeriesRow.Of);
        var chosen = target.Format(parsed);
        if (chosen == SeriesFormat.Table && target.IsStandardOutput(parsed))
        {
            foreach (var one in series)
            {
                Terminal.WriteLine(Terminal.Printable(Title(one.Key)));
                TableOutput.Write(Terminal, OutputFormat.Table, SeriesRow.Brief, SeriesRow.Of(one));
                Terminal.WriteLine();
            }
        }
        else
        {
            target.Write(parsed, Terminal, output => chosen switch
            {
                SeriesFormat.Csv => TableOutput.WriteCsv(output, SeriesRow.Columns, rows),
                SeriesFormat.Jsonl => TableOutput.WriteJsonLines(output, SeriesRow.Columns, rows),
                SeriesFormat.Xlsx => XlsxTable.Write(output, "series", SeriesRow.Workbook, rows),
                SeriesFormat.Sdmx => SdmxCsv.Write(output, rows, PlaceCodes.Of),
                _ => throw new UsageException("a table goes to standard output: leave --out off, or choose another --format."),
            });
        }

        return series.Length > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private int WriteMirror(ParseResult parsed, IEnumerable<Statement> statements)
    {
        var day = parsed.GetValue(asOf);
        var groups = StatementGrouper.Group(day is null ? statements : statements.Where(s => s.Published is { } published && published <= day));
        var pairs = MirrorPair.Find(groups, PlaceCodes.Of);
        var listed = target.Format(parsed) switch
        {
            SeriesFormat.Csv => OutputFormat.Csv,
            SeriesFormat.Jsonl => OutputFormat.Jsonl,
            SeriesFormat.Table => OutputFormat.Table,
            var other => throw new UsageException($"mirror statements are no {other.ToString().ToLowerInvariant()}: choose table, csv or jsonl."),
        };
        TableOutput.Write(Terminal, listed, MirrorColumns, pairs);
        return pairs.Length > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private static readonly ImmutableArray<Column<MirrorPair>> MirrorColumns =
    [
        new("period", pair => pair.Exports.Observed.Key.Period.ToString()),
        new("category", pair => pair.Exports.Observed.Key.Category),
        new("measure", pair => FactLineNames.Of(pair.Exports.Observed.Measure)),
        new("exporter", pair => pair.Exports.Observed.Key.Region),
        new("exports", pair => pair.Exports.Held.Figure.Written),
        new("importer", pair => pair.Imports.Observed.Key.Region),
        new("imports", pair => pair.Imports.Held.Figure.Written),
        new("exportsDoc", pair => pair.Exports.Held.Fact.Doc),
        new("importsDoc", pair => pair.Imports.Held.Fact.Doc),
    ];

    /// <summary>"China, exports to US of chips: growth in percent against mom, by month".</summary>
    private static string Title(SeriesKey key)
    {
        var title = $"{key.Region}, {FactLineNames.Of(key.Flow)}";
        if (key.Partner is not null) title += $", partner {key.Partner}";
        if (key.Category is not null) title += $", {key.Category}";
        title += $": {FactLineNames.Of(key.Measure)}";
        if (key.Unit is not null) title += $" in {key.Unit}";
        if (key.Basis is not null) title += $", {key.Basis}";
        if (key.Terms is not null) title += $", in terms of {key.Terms}";
        if (key.ShareOf is not null) title += $" of {key.ShareOf}";
        return string.Create(CultureInfo.InvariantCulture, $"{title}, by {Frequencies.Of(key.Frequency)}");
    }
}
