using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Extractor.Cli.Console;
using Extractor.Cli.Export;
using Extractor.Cli.Output;
using Extractor.Facts;
using Extractor.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Extractor.Cli.Tests.Export;

/// <summary>What is written is read back as it was.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Facts_survive_comma_separated_values()
    {
        var text = new StringBuilder(FactColumns.CsvHeader());
        foreach (var line in Samples.Facts()) FactColumns.AppendCsv(text, line);

        Assert.Equal(Samples.Json(Samples.Facts()), Samples.Json(CsvReader.Read(new StringReader(text.ToString())).Select(FactRows.FromRow)));
    }

    [Fact]
    public void Facts_survive_a_workbook()
    {
        using var file = new MemoryStream();

        Assert.Equal(Samples.Facts().Count(), XlsxTable.Write(file, "facts", FactRows.Workbook, Samples.Facts()));
        file.Position = 0;
        Assert.Equal(Samples.Json(Samples.Facts()), Samples.Json(XlsxTable.Read(file).Select(FactRows.FromRow)));
    }

    [Fact]
    public void Series_survive_every_format()
    {
        var rows = Samples.Rows().ToList();
        using var workbook = new MemoryStream();
        using var sdmx = new MemoryStream();
        XlsxTable.Write(workbook, "series", SeriesRow.Workbook, rows);
        SdmxCsv.Write(sdmx, rows, name => name == "Freedonia" ? "FR" : null);
        workbook.Position = 0;
        sdmx.Position = 0;

        Assert.True(rows.Count > 500);
        Assert.Equal(rows, CsvReader.Read(new StringReader(Written(OutputFormat.Csv, rows))).Select(SeriesRow.FromRow));
        Assert.Equal(rows, XlsxTable.Read(workbook).Select(SeriesRow.FromRow));
        Assert.Equal(rows, SdmxCsv.Read(new StreamReader(sdmx)));
        Assert.Equal(rows, Written(OutputFormat.Jsonl, rows).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JsonRow.Read).Select(SeriesRow.FromRow));
    }

    [Fact]
    public void Annotations_lead_back_to_the_characters()
    {
        var document = new SourceDocument("a.txt", "😀 Sales: exports were 3.25 trillion yuan, up 5%. 😀 The end.", new DocumentMetadata { Url = "https://example.org/a" });
        var start = document.Text.IndexOf("exports", StringComparison.Ordinal);
        var span = new TextSpan(start, document.Text.IndexOf("%.", StringComparison.Ordinal) + 2);
        var line = Samples.Full with { Fact = Samples.Full.Fact with { Span = span, Quote = span.Of(document.Text), Doc = document.Name } };
        using var file = new MemoryStream();

        Assert.Equal(1, WebAnnotations.Write(file, [(line, document)]));
        file.Position = 0;
        var annotation = Assert.Single(WebAnnotations.Read(file));
        Assert.Equal(line.ToJson(), annotation.Line.ToJson());
        Assert.Equal(span.Of(document.Text), annotation.Exact);
        Assert.Equal(start - 1, annotation.Start);
        Assert.Equal("😀 Sales: ", annotation.Prefix);
        Assert.Equal(" 😀 The end.", annotation.Suffix);
        Assert.Equal(document.Metadata.Url, annotation.Source);
        Assert.True(annotation.Holds(document));
        Assert.False(annotation.Holds(new SourceDocument("a.txt", document.Text + " ")));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-8.1", "-8.1")]
    [InlineData("-8.1%", "'-8.1%")]
    [InlineData("-", "'-")]
    [InlineData("@x", "'@x")]
    [InlineData("'a", "''a")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void Text_is_never_taken_for_a_formula(string text, string cell)
    {
        Assert.Equal(cell, SpreadsheetText.Guard(text));
        Assert.Equal(text, SpreadsheetText.Unguard(cell));
    }

    [Fact]
    public void Any_text_survives_the_guards() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => text is null
            || (SpreadsheetText.Unguard(SpreadsheetText.Guard(text)) == text && SpreadsheetText.Unescape(SpreadsheetText.Escape(text)) == text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void The_workbook_is_sound_with_typed_cells_a_frozen_header_and_links()
    {
        using var file = new MemoryStream();
        XlsxTable.Write(file, "facts", FactRows.Workbook, Samples.Facts());
        using var document = SpreadsheetDocument.Open(file, false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var sheet = document.WorkbookPart!.WorksheetParts.Single();
        Assert.Equal(PaneStateValues.Frozen, sheet.Worksheet.Descendants<Pane>().Single().State!.Value);
        Assert.Empty(sheet.Worksheet.Descendants<CellFormula>());
        Assert.Equal(["https://example.org/a?b=1&c=2"], sheet.HyperlinkRelationships.Select(link => link.Uri.OriginalString).Distinct());
        var header = sheet.Worksheet.Descendants<Row>().First().Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().Select(c => c.InnerText).ToList();
        var cells = sheet.Worksheet.Descendants<Row>().ElementAt(1).Elements<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToList();
        var value = cells[header.IndexOf("value")];
        Assert.Equal("-3250000000000", value.CellValue!.Text);
        Assert.Null(value.DataType);
        Assert.Equal("45614", cells[header.IndexOf("published")].CellValue!.Text);
    }

    [Fact]
    public void A_link_leads_to_pages_only()
    {
        using var file = new MemoryStream();
        var line = Samples.Full with { Metadata = Samples.Full.Metadata with { Url = "file:///etc/passwd" } };
        XlsxTable.Write(file, "facts", FactRows.Workbook, [line, line with { Metadata = line.Metadata with { Url = "javascript:alert(1)" } }]);
        using var document = SpreadsheetDocument.Open(file, false);

        Assert.Empty(document.WorkbookPart!.WorksheetParts.Single().HyperlinkRelationships);
    }

    [Fact]
    public void An_empty_workbook_has_its_header()
    {
        using var file = new MemoryStream();

        Assert.Equal(0, XlsxTable.Write(file, "facts", FactRows.Workbook, []));
        file.Position = 0;
        Assert.Empty(XlsxTable.Read(file));
    }

    [Theory]
    [InlineData("2024-05/2024-05", "2024-05")]
    [InlineData("2024-04/2024-06", "2024-Q2")]
    [InlineData("2024-07/2024-12", "2024-S2")]
    [InlineData("2024-01/2024-12", "2024")]
    [InlineData("2023-04/2024-03", "2023-04-01/P12M")]
    [InlineData("2024-01/2024-10", "2024-01-01/P10M")]
    [InlineData("2024-05-01/2024-05-20", "2024-05-01/P20D")]
    public void Periods_are_written_as_SDMX_has_them(string period, string written) => Assert.Equal(written, SdmxCsv.TimePeriod(TradePeriod.Parse(period)));

    [Fact]
    public void An_observation_is_scaled_and_its_dimensions_are_coded()
    {
        using var file = new MemoryStream();
        var fact = Samples.Spare.Fact with { Region = "China", Partner = "US", Category = "machine tools", Period = TradePeriod.Parse("2024-05/2024-05"), Value = 4_370_000_000_000m, Unit = "CNY", Growth = null, Quote = "4.37 trillion yuan" };
        var series = Extractor.Checks.Across.TimeSeries.Build(Extractor.Checks.Across.Statement.Of(fact, 1, null));
        SdmxCsv.Write(file, series.SelectMany(SeriesRow.Of), _ => "CN");
        var row = Assert.Single(CsvReader.Read(new StringReader(Encoding.UTF8.GetString(file.ToArray()))));

        Assert.Equal(
            "datastructure EXTRACTOR:TRADE_NEWS(1.0) I M CN US X MACHINE_TOOLS VALUE CNY _Z _Z _Z O 2024-05 4.37 A 12 2",
            string.Join(' ', "STRUCTURE STRUCTURE_ID ACTION FREQ REF_AREA COUNTERPART_AREA FLOW PRODUCT INDICATOR UNIT_MEASURE BASIS TERMS SHARE_OF STANDING TIME_PERIOD OBS_VALUE OBS_STATUS UNIT_MULT DECIMALS".Split(' ').Select(name => row[name])));
    }

    [Fact]
    public void The_corpus_as_SDMX_has_sound_identifiers_and_each_observation_once()
    {
        string[] dimensions = ["FREQ", "REF_AREA", "COUNTERPART_AREA", "FLOW", "PRODUCT", "INDICATOR", "UNIT_MEASURE", "BASIS", "TERMS", "SHARE_OF", "STANDING", "TIME_PERIOD"];
        var facts = Directory.EnumerateFiles(Path.Combine(Root, "corpus"), "*.gold.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines)
            .Select(json => FactLine.TryParse(json, out var line, out var error) ? line.Fact with { Id = "id" } : throw new InvalidDataException(error));
        var series = Extractor.Checks.Across.TimeSeries.Build(facts.SelectMany(fact => Extractor.Checks.Across.Statement.Of(fact, 1, null)));
        using var file = new MemoryStream();
        SdmxCsv.Write(file, series.SelectMany(SeriesRow.Of), PlaceCodes.Of);
        var rows = CsvReader.Read(new StringReader(Encoding.UTF8.GetString(file.ToArray()))).ToList();

        Assert.True(rows.Count > 300, $"{rows.Count} rows");
        Assert.Equal([], rows.GroupBy(row => string.Join(' ', dimensions.Select(d => row[d]))).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(rows, row => Assert.All(dimensions[..^1], d => Assert.True(row[d].All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '@' or '$'), row[d])));
        Assert.Contains(rows, row => row["REF_AREA"] == "CL" && row["COUNTERPART_AREA"] == "CN");
    }

    [Fact]
    public void Every_column_is_described()
    {
        var description = File.ReadAllText(Path.Combine(Root, "src", "Extractor.Cli", "Export", "SDMX.md"));
        using var file = new MemoryStream();
        SdmxCsv.Write(file, [], _ => null);

        Assert.Equal([], Encoding.UTF8.GetString(file.ToArray()).TrimEnd().Split(',').Where(column => !description.Contains($"`{column}`", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", 1)]
    [InlineData("a,b\r\n1,2\r\n\r\n3\r\n", 2)]
    [InlineData("a\n\"x\ny\"", 1)]
    [InlineData("", 0)]
    public void Records_end_as_they_may(string text, int records) => Assert.Equal(records, CsvReader.Read(new StringReader(text)).Count());

    [Theory]
    [InlineData("a\n\"x")]
    [InlineData("a\n1,2\n")]
    public void Broken_records_are_told(string text) => Assert.Throws<InvalidDataException>(() => CsvReader.Read(new StringReader(text)).Count());

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) folder = folder.Parent!;
            return folder.FullName;
        }
    }

    private static string Written(OutputFormat format, IEnumerable<SeriesRow> rows)
    {
        using var output = new MemoryStream();
        using (var terminal = new Terminal(Stream.Null, output, TextWriter.Null, false, false)) TableOutput.Write(terminal, format, SeriesRow.Columns, rows);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static class JsonRow
    {
        public static IReadOnlyDictionary<string, string> Read(string json)
        {
            using var document = System.Text.Json.JsonDocument.Parse(json);
            return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
        }
    }
}
