using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using XlsxCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using XlsxText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace Extractor.Cli.Export;

/// <summary>Rows as an Excel workbook: typed cells, a header that stays in sight, links to the sources.</summary>
/// <remarks>
/// Text is stored as text, never as a formula, whatever it begins with. Numbers are written digit for digit; Excel itself
/// calculates with fifteen. What a workbook cannot hold is cut where its limits are: cells at 32,767 characters, links
/// beyond 65,530 a sheet; rows beyond 1,048,575 go on in a further sheet.
/// </remarks>
internal static class XlsxTable
{
    private const int MostRows = 1_048_575;
    private const int MostLinks = 65_530;
    private const int MostCharacters = 32_767;
    private const uint PlainStyle = 0;
    private const uint HeaderStyle = 1;
    private const uint DateStyle = 2;
    private const uint LinkStyle = 3;
    private static readonly DateOnly Epoch = new(1899, 12, 30);

    /// <summary>Writes a workbook and says how many rows it has.</summary>
    public static int Write<T>(Stream output, string name, ImmutableArray<XlsxColumn<T>> columns, IEnumerable<T> rows)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var styles = workbook.AddNewPart<WorkbookStylesPart>();
        styles.Stylesheet = Styles();
        styles.Stylesheet.Save();
        var sheets = new Sheets();
        var count = 0;
        using var source = rows.GetEnumerator();
        var hasMore = source.MoveNext();
        do
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            var number = (uint)sheets.ChildElements.Count + 1;
            sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = number == 1 ? name : $"{name} {number}" });
            count += WriteSheet(part, columns, source, ref hasMore);
        }
        while (hasMore);

        workbook.Workbook = new Workbook(sheets);
        workbook.Workbook.Save();
        return count;
    }

    /// <summary>The rows of all sheets, each as a table from column to cell; empty cells are left out, days are written <c>YYYY-MM-DD</c>.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(Stream input)
    {
        using var document = SpreadsheetDocument.Open(input, false);
        var workbook = document.WorkbookPart!;
        foreach (var sheet in workbook.Workbook.Sheets!.Elements<Sheet>())
        {
            string[]? header = null;
            foreach (var row in ((WorksheetPart)workbook.GetPartById(sheet.Id!)).Worksheet.Descendants<Row>())
            {
                var cells = row.Elements<XlsxCell>().ToDictionary(cell => ColumnOf(cell.CellReference!.Value!), TextOf);
                if (header is null)
                {
                    header = [.. Enumerable.Range(0, cells.Keys.Max() + 1).Select(i => cells.GetValueOrDefault(i, ""))];
                    continue;
                }

                yield return cells.Where(cell => cell.Value.Length > 0).ToDictionary(cell => header[cell.Key], cell => cell.Value, StringComparer.Ordinal);
            }
        }
    }

    private static int WriteSheet<T>(WorksheetPart part, ImmutableArray<XlsxColumn<T>> columns, IEnumerator<T> source, ref bool hasMore)
    {
        var count = 0;
        var links = new List<(string Cell, string Id)>();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }));
        writer.WriteElement(new Columns(columns.Select((column, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, 1, columns.Select((column, i) => Text(i, 1, column.Column.Name, HeaderStyle)));
        for (; hasMore && count < MostRows; hasMore = source.MoveNext())
        {
            var row = source.Current;
            var number = ++count + 1;
            WriteRow(writer, number, columns.Select((column, i) => CellOf(column, row, i, number)).OfType<XlsxCell>());
            for (var i = 0; i < columns.Length && links.Count < MostLinks; i++)
                if (columns[i].Type == XlsxType.Link && Address(columns[i].Link?.Invoke(row)) is { } address)
                    links.Add((Reference(i, number), part.AddHyperlinkRelationship(address, isExternal: true).Id));
        }

        writer.WriteEndElement();
        writer.WriteElement(new AutoFilter { Reference = $"A1:{Reference(columns.Length - 1, count + 1)}" });
        if (links.Count > 0) writer.WriteElement(new Hyperlinks(links.Select(link => new Hyperlink { Reference = link.Cell, Id = link.Id })));
        writer.WriteEndElement();
        return count;
    }

    private static void WriteRow(OpenXmlWriter writer, int number, IEnumerable<XlsxCell> cells)
    {
        writer.WriteStartElement(new Row { RowIndex = (uint)number });
        foreach (var cell in cells) writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private static XlsxCell? CellOf<T>(XlsxColumn<T> column, T row, int index, int number)
    {
        var value = column.Column.Value(row);
        if (value.Text is not { } text) return null;
        if (value.IsNumber) return Number(index, number, text, PlainStyle);
        if (column.Type == XlsxType.Date && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date > Epoch)
            return Number(index, number, (date.DayNumber - Epoch.DayNumber).ToString(CultureInfo.InvariantCulture), DateStyle);
        return Text(index, number, text, column.Type == XlsxType.Link && Address(column.Link?.Invoke(row)) is not null ? LinkStyle : PlainStyle);
    }

    private static XlsxCell Number(int column, int row, string number, uint style) =>
        new() { CellReference = Reference(column, row), StyleIndex = style, CellValue = new CellValue(number) };

    private static XlsxCell Text(int column, int row, string text, uint style) => new()
    {
        CellReference = Reference(column, row),
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new XlsxText(SpreadsheetText.Escape(Fitting(text))) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static string Fitting(string text) => text.Length <= MostCharacters ? text : string.Concat(text.AsSpan(0, MostCharacters - 3), "...");

    /// <summary>Only pages are linked to: a link to a script or a share would run on a click.</summary>
    private static Uri? Address(string? url) =>
        url is { Length: < 2080 } && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    private static string Reference(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }

    private static int ColumnOf(string reference) => reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (sum, letter) => (sum * 26) + letter - 'A' + 1) - 1;

    private static string TextOf(XlsxCell cell)
    {
        if (cell.InlineString is { } text) return SpreadsheetText.Unescape(text.InnerText);
        var number = cell.CellValue?.Text ?? "";
        return cell.StyleIndex?.Value == DateStyle && int.TryParse(number, out var days)
            ? Epoch.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : number;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "yyyy-mm-dd" }) { Count = 1 },
        new Fonts(
            new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" }),
            new Font(new Underline(), new FontSize { Val = 11 }, new Color { Rgb = "FF0563C1" }, new FontName { Val = "Calibri" }))
        { Count = 3 },
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })) { Count = 2 },
        new Borders(new Border()) { Count = 1 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, ApplyFont = true },
            new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
            new CellFormat { FontId = 2, ApplyFont = true })
        { Count = 4 });
}
