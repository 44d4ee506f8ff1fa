using System.Collections.Immutable;
using System.Globalization;
using Extractor.Checks;
using Extractor.Checks.Across;
using Extractor.Cli.Output;
using Extractor.Facts;

namespace Extractor.Cli.Export;

/// <summary>One point of a series with what it is a point of and the statement it goes by, flat.</summary>
internal sealed record SeriesRow
{
    public required string Region { get; init; }

    public required Flow Flow { get; init; }

    public string? Partner { get; init; }

    public string? Category { get; init; }

    public required SlotName Measure { get; init; }

    public string? Unit { get; init; }

    public string? Basis { get; init; }

    public string? Terms { get; init; }

    public string? ShareOf { get; init; }

    public required Frequency Frequency { get; init; }

    public required TradePeriod Period { get; init; }

    public required Standing Standing { get; init; }

    public required decimal Number { get; init; }

    /// <summary>One unit of the last printed digit.</summary>
    public required decimal Step { get; init; }

    public Approx Approx { get; init; }

    public required int Sources { get; init; }

    public required StatementRelation Relation { get; init; }

    public DateOnly? Published { get; init; }

    public required string Doc { get; init; }

    public required string Fact { get; init; }

    public string? Url { get; init; }

    public string? Quote { get; init; }

    /// <summary>All statements behind the point: <c>12.47 billion GBP (release.txt, 2024-02-12); ...</c>.</summary>
    public required string Statements { get; init; }

    /// <summary>The columns of every format.</summary>
    public static ImmutableArray<Column<SeriesRow>> Columns { get; } =
    [
        new("region", row => row.Region),
        new("flow", row => FactLineNames.Of(row.Flow)),
        new("partner", row => row.Partner),
        new("category", row => row.Category),
        new("measure", row => FactLineNames.Of(row.Measure)),
        new("unit", row => row.Unit),
        new("basis", row => row.Basis),
        new("terms", row => row.Terms),
        new("shareOf", row => row.ShareOf),
        new("frequency", row => Frequencies.Of(row.Frequency)),
        new("period", row => row.Period.ToString()),
        new("standing", row => StandingName(row.Standing)),
        new("number", row => Decimal(row.Number)),
        new("step", row => Decimal(row.Step)),
        new("approx", row => FactLineNames.Of(row.Approx)),
        new("sources", row => (long)row.Sources),
        new("relation", row => StatementRelationNames.Of(row.Relation)),
        new("published", row => row.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("doc", row => row.Doc),
        new("fact", row => row.Fact),
        new("url", row => row.Url),
        new("quote", row => row.Quote),
        new("statements", row => row.Statements),
    ];

    /// <summary>What fits a terminal.</summary>
    public static ImmutableArray<Column<SeriesRow>> Brief { get; } =
    [
        new("period", row => row.Period.ToString()),
        new("number", row => $"{FactLineNames.Of(row.Approx)}{row.Number.ToString("#,0.############", CultureInfo.InvariantCulture)}{(row.Standing == Standing.Outcome ? "" : $" ({StandingName(row.Standing)})")}"),
        new("sources", row => (long)row.Sources),
        new("relation", row => StatementRelationNames.Of(row.Relation)),
        new("statements", row => row.Statements),
    ];

    /// <summary>The columns of a workbook.</summary>
    public static ImmutableArray<XlsxColumn<SeriesRow>> Workbook { get; } = [.. Columns.Select(column => column.Name switch
    {
        "published" => new XlsxColumn<SeriesRow>(column, XlsxType.Date, 12),
        "doc" or "url" => new XlsxColumn<SeriesRow>(column, XlsxType.Link, 30, row => row.Url),
        "quote" or "statements" => new XlsxColumn<SeriesRow>(column, Width: 60),
        "number" or "period" => new XlsxColumn<SeriesRow>(column, Width: 18),
        _ => new XlsxColumn<SeriesRow>(column),
    })];

    public static IEnumerable<SeriesRow> Of(TimeSeries series) => series.Points.Select(point => Of(series.Key, point));

    public static SeriesRow Of(SeriesKey key, SeriesPoint point)
    {
        var held = point.Group.Held;
        return new SeriesRow
        {
            Region = key.Region,
            Flow = key.Flow,
            Partner = key.Partner,
            Category = key.Category,
            Measure = key.Measure,
            Unit = key.Unit,
            Basis = key.Basis,
            Terms = key.Terms,
            ShareOf = key.ShareOf,
            Frequency = key.Frequency,
            Period = point.Period,
            Standing = point.Standing,
            Number = held.Figure.Printed.Value,
            Step = held.Figure.Printed.Step,
            Approx = held.Figure.Printed.Approx,
            Sources = point.Group.Sources,
            Relation = point.Group.Relation,
            Published = held.Published,
            Doc = held.Fact.Doc,
            Fact = held.Fact.Id,
            Url = held.Url,
            Quote = held.Fact.Quote.Length == 0 ? null : held.Fact.Quote,
            Statements = string.Join("; ", point.Group.Statements.Select(Written)),
        };
    }

    /// <summary>The point of a row, as <see cref="Columns"/> write it.</summary>
    /// <exception cref="InvalidDataException">The row is none; the message names the column.</exception>
    public static SeriesRow FromRow(IReadOnlyDictionary<string, string> row)
    {
        return new SeriesRow
        {
            Region = Required("region"),
            Flow = FactLineNames.TryFlow(Required("flow"), out var flow) ? flow : throw Wrong("flow"),
            Partner = Text("partner"),
            Category = Text("category"),
            Measure = FactLineNames.TrySlot(Required("measure"), out var measure) ? measure : throw Wrong("measure"),
            Unit = Text("unit"),
            Basis = Text("basis"),
            Terms = Text("terms"),
            ShareOf = Text("shareOf"),
            Frequency = Frequencies.Named(Required("frequency")) ?? throw Wrong("frequency"),
            Period = TradePeriod.TryParse(Required("period"), out var period) ? period : throw Wrong("period"),
            Standing = Enum.TryParse<Standing>(Required("standing"), ignoreCase: true, out var standing) ? standing : throw Wrong("standing"),
            Number = Amount("number"),
            Step = Amount("step"),
            Approx = FactLineNames.TryApprox(Text("approx"), out var approx) ? approx : throw Wrong("approx"),
            Sources = int.TryParse(Required("sources"), NumberStyles.None, CultureInfo.InvariantCulture, out var sources) ? sources : throw Wrong("sources"),
            Relation = Enum.GetValues<StatementRelation>().Cast<StatementRelation?>().FirstOrDefault(r => StatementRelationNames.Of(r!.Value) == Text("relation")) ?? throw Wrong("relation"),
            Published = Text("published") is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            Doc = Required("doc"),
            Fact = Required("fact"),
            Url = Text("url"),
            Quote = Text("quote"),
            Statements = Required("statements"),
        };

        string? Text(string name) => row.GetValueOrDefault(name);
        string Required(string name) => Text(name) ?? throw new InvalidDataException($"'{name}' is missing");
        decimal Amount(string name) => decimal.TryParse(Required(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name);
        InvalidDataException Wrong(string name) => new($"'{name}': '{Text(name)}' is none");
    }

    private static string Written(Statement statement) =>
        $"{statement.Figure.Written} ({statement.Fact.Doc}{(statement.Published is { } day ? $", {day:yyyy-MM-dd}" : "")})";

    private static string StandingName(Standing standing) => standing.ToString().ToLowerInvariant();

    private static Cell Decimal(decimal number) => Cell.Number(number.ToString("0.############################", CultureInfo.InvariantCulture));
}
