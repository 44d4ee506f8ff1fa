using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Checks;
using Extractor.Checks.Across;
using Extractor.Cli.Output;
using Extractor.Facts;

namespace Extractor.Cli.Export;

/// <summary>Series as SDMX-CSV 2.0. The structure, its code lists and what each column holds are described in <c>SDMX.md</c> beside this file.</summary>
internal static class SdmxCsv
{
    /// <summary>The data structure that every row names.</summary>
    public const string Structure = "EXTRACTOR:TRADE_NEWS(1.0)";

    private static readonly ImmutableArray<Column<(SeriesRow Row, Func<string, string?> Code)>> Columns =
    [
        new("STRUCTURE", _ => "datastructure"),
        new("STRUCTURE_ID", _ => Structure),
        new("ACTION", _ => "I"),
        new("FREQ", cell => Frequency(cell.Row.Frequency)),
        new("REF_AREA", cell => cell.Code(cell.Row.Region) ?? Identifier(cell.Row.Region)),
        new("COUNTERPART_AREA", cell => cell.Row.Partner is { } partner ? Identifier(partner) : "W"),
        new("FLOW", cell => cell.Row.Flow switch { Flow.Exports => "X", Flow.Imports => "M", Flow.Balance => "B", _ => "T" }),
        new("PRODUCT", cell => cell.Row.Category is { } category ? Identifier(category) : "_T"),
        new("INDICATOR", cell => Upper(FactLineNames.Of(cell.Row.Measure))),
        new("UNIT_MEASURE", cell => UnitOf(cell.Row)),
        new("BASIS", cell => cell.Row.Basis is { } basis ? basis.Replace('/', '_').ToUpperInvariant() : HasBasis(cell.Row) ? "YOY" : "_Z"),
        new("TERMS", cell => cell.Row.Terms is { } terms ? Identifier(terms) : "_Z"),
        new("SHARE_OF", cell => cell.Row.ShareOf is { } whole ? cell.Code(whole) ?? Identifier(whole) : "_Z"),
        new("STANDING", cell => cell.Row.Standing switch { Standing.Forecast => "F", Standing.Target => "T", _ => "O" }),
        new("TIME_PERIOD", cell => TimePeriod(cell.Row.Period)),
        new("OBS_VALUE", cell => Cell.Number(Scaled(cell.Row.Number, Multiplier(cell.Row)).ToString("0.############################", CultureInfo.InvariantCulture))),
        new("OBS_STATUS", cell => cell.Row switch { { Standing: Standing.Forecast } => "F", { Relation: StatementRelation.Conflict } => "U", { Approx: not Approx.Exact } => "E", _ => "A" }),
        new("UNIT_MULT", cell => (long)Multiplier(cell.Row)),
        new("DECIMALS", cell => (long)Decimals(cell.Row)),
        new("APPROX", cell => FactLineNames.Of(cell.Row.Approx)),
        new("REGION", cell => cell.Row.Region),
        new("PARTNER", cell => cell.Row.Partner),
        new("CATEGORY", cell => cell.Row.Category),
        new("UNIT", cell => cell.Row.Unit),
        new("BASIS_NAME", cell => cell.Row.Basis),
        new("TERMS_NAME", cell => cell.Row.Terms),
        new("SHARE_OF_NAME", cell => cell.Row.ShareOf),
        new("PERIOD", cell => cell.Row.Period.ToString()),
        new("PERIOD_KIND", cell => Frequencies.Of(cell.Row.Frequency)),
        new("SOURCES", cell => (long)cell.Row.Sources),
        new("RELATION", cell => StatementRelationNames.Of(cell.Row.Relation)),
        new("PUBLISHED", cell => cell.Row.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("DOC", cell => cell.Row.Doc),
        new("FACT", cell => cell.Row.Fact),
        new("URL", cell => cell.Row.Url),
        new("QUOTE", cell => cell.Row.Quote),
        new("STATEMENTS", cell => cell.Row.Statements),
    ];

    /// <summary>Writes a message and says how many observations it has.</summary>
    /// <param name="output">Receives it, as UTF-8.</param>
    /// <param name="rows">The observations.</param>
    /// <param name="code">The ISO 3166 or group code of a region's name; null when it has none.</param>
    public static int Write(Stream output, IEnumerable<SeriesRow> rows, Func<string, string?> code)
    {
        var text = new StringBuilder();
        CsvLine.Append(text, Columns.Select(column => column.Name));
        var count = 0;
        foreach (var row in rows)
        {
            CsvLine.Append(text, Columns.Select(column => column.Value((row, code)).Text));
            count++;
            if (text.Length > 1 << 14) Flush();
        }

        Flush();
        return count;

        void Flush()
        {
            output.Write(Encoding.UTF8.GetBytes(text.ToString()));
            text.Clear();
        }
    }

    /// <summary>The observations of a message of this structure.</summary>
    /// <exception cref="InvalidDataException">A row is of another structure, or lacks what this one asks for.</exception>
    public static IEnumerable<SeriesRow> Read(TextReader input)
    {
        foreach (var row in CsvReader.Read(input))
        {
            if (row.GetValueOrDefault("STRUCTURE_ID") is var structure && structure != Structure) throw new InvalidDataException($"the structure is '{structure}', not {Structure}.");
            var scale = int.Parse(row["UNIT_MULT"], CultureInfo.InvariantCulture);
            var number = Scaled(decimal.Parse(row["OBS_VALUE"], CultureInfo.InvariantCulture), -scale);
            var step = Scaled(1, int.Parse(row["DECIMALS"], CultureInfo.InvariantCulture) - scale);
            var plain = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["flow"] = row["FLOW"] switch { "X" => "exports", "M" => "imports", "B" => "balance", _ => "trade" },
                ["measure"] = Enum.GetValues<SlotName>().Select(FactLineNames.Of).First(name => Upper(name) == row["INDICATOR"]),
                ["standing"] = row["STANDING"] switch { "F" => "forecast", "T" => "target", _ => "outcome" },
                ["number"] = number.ToString(CultureInfo.InvariantCulture),
                ["step"] = step.ToString(CultureInfo.InvariantCulture),
            };
            foreach (var (column, field) in Plain)
                if (row.TryGetValue(column, out var cell)) plain[field] = cell;
            yield return SeriesRow.FromRow(plain);
        }
    }

    /// <summary>Columns that hold a field as it is, for what a code cannot give back.</summary>
    private static readonly ImmutableArray<(string Column, string Field)> Plain =
    [
        ("REGION", "region"), ("PARTNER", "partner"), ("CATEGORY", "category"), ("UNIT", "unit"), ("BASIS_NAME", "basis"), ("TERMS_NAME", "terms"),
        ("SHARE_OF_NAME", "shareOf"), ("PERIOD", "period"), ("PERIOD_KIND", "frequency"), ("APPROX", "approx"), ("SOURCES", "sources"),
        ("RELATION", "relation"), ("PUBLISHED", "published"), ("DOC", "doc"), ("FACT", "fact"), ("URL", "url"), ("QUOTE", "quote"), ("STATEMENTS", "statements"),
    ];

    private static string Frequency(Frequency frequency) => frequency switch
    {
        Checks.Across.Frequency.Monthly => "M",
        Checks.Across.Frequency.Quarterly => "Q",
        Checks.Across.Frequency.HalfYearly => "S",
        Checks.Across.Frequency.Annual => "A",
        _ => "_O",
    };

    /// <summary>2024, 2024-05, 2024-Q2, 2024-S1, or for other periods their start and length: 2024-01-01/P10M.</summary>
    internal static string TimePeriod(TradePeriod period)
    {
        var (start, end) = (period.Start, period.End);
        if (start.Day is not null || end.Day is not null)
        {
            var (first, last) = (Date(start, 1), Date(end, 31));
            return $"{first:yyyy-MM-dd}/P{last.DayNumber - first.DayNumber + 1}D";
        }

        return (Frequencies.Of(period), start.Month) switch
        {
            (Checks.Across.Frequency.Monthly, _) => $"{start}",
            (Checks.Across.Frequency.Quarterly, var month) => $"{start.Year:D4}-Q{(month + 2) / 3}",
            (Checks.Across.Frequency.HalfYearly, var month) => $"{start.Year:D4}-S{(month + 5) / 6}",
            (Checks.Across.Frequency.Annual, 1) => $"{start.Year:D4}",
            _ => $"{start}-01/P{period.MonthCount}M",
        };
    }

    private static DateOnly Date(PeriodBound bound, int otherwise)
    {
        var year = bound.Year ?? 1;
        return new DateOnly(year, bound.Month, Math.Min(bound.Day ?? otherwise, DateTime.DaysInMonth(year, bound.Month)));
    }

    private static string UnitOf(SeriesRow row) => row.Measure switch
    {
        SlotName.Value or SlotName.Change => row.Unit is { } unit ? Identifier(unit) : "_Z",
        SlotName.Growth or SlotName.Share or SlotName.ContributionRate => "PC",
        SlotName.Multiple => "RATIO",
        _ => "PP",
    };

    private static bool HasBasis(SeriesRow row) => row.Measure is not (SlotName.Value or SlotName.Share);

    /// <summary>Trillions, billions and millions; everything else as it is.</summary>
    private static int Multiplier(SeriesRow row) => row.Measure is not (SlotName.Value or SlotName.Change) ? 0 : Math.Abs(row.Number) switch
    {
        >= 1_000_000_000_000m => 12,
        >= 1_000_000_000m => 9,
        >= 1_000_000m => 6,
        _ => 0,
    };

    private static int Decimals(SeriesRow row)
    {
        var decimals = Multiplier(row);
        for (var step = row.Step; step >= 10; step /= 10) decimals--;
        for (var step = row.Step; step < 1 && step > 0; step *= 10) decimals++;
        return decimals;
    }

    private static decimal Scaled(decimal number, int powerOfTen)
    {
        for (; powerOfTen > 0; powerOfTen--) number /= 10;
        for (; powerOfTen < 0; powerOfTen++) number *= 10;
        return number;
    }

    private static string Upper(string camel)
    {
        var upper = new StringBuilder(camel.Length + 4);
        foreach (var c in camel)
        {
            if (char.IsAsciiLetterUpper(c)) upper.Append('_');
            upper.Append(char.ToUpperInvariant(c));
        }

        return upper.ToString();
    }

    /// <summary>A name as an SDMX identifier: letters, digits, <c>_ - @ $</c>; the rest as the hexadecimal of its code unit, <c>$00E9</c>, so that no two names meet.</summary>
    internal static string Identifier(string name)
    {
        var identifier = new StringBuilder(name.Length);
        foreach (var c in name.ToUpperInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '-') identifier.Append(c);
            else if (c == ' ') identifier.Append('_');
            else identifier.Append('$').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
        }

        return identifier.ToString();
    }
}
