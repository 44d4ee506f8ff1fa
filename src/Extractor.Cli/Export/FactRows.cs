using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Extractor.Cli.Output;
using Extractor.Facts;

namespace Extractor.Cli.Export;

/// <summary>Facts as rows of a file of comma-separated values or of a workbook, and back. The spans of slots stay behind; JSON lines keep them.</summary>
internal static class FactRows
{
    private static readonly ImmutableArray<string> Lists = ["flags", "checks"];

    /// <summary>The columns of a workbook of facts: those of the CSV, with the document's name leading to its source.</summary>
    public static ImmutableArray<XlsxColumn<FactLine>> Workbook { get; } = [.. FactColumns.All.Select(column => column.Name switch
    {
        "doc" => new XlsxColumn<FactLine>(column, XlsxType.Link, 30, line => line.Metadata.Url),
        "url" => new XlsxColumn<FactLine>(column, XlsxType.Link, 30, line => line.Metadata.Url),
        "published" => new XlsxColumn<FactLine>(column, XlsxType.Date, 12),
        "quote" => new XlsxColumn<FactLine>(column, Width: 80),
        "value" or "change" => new XlsxColumn<FactLine>(column, Width: 18),
        "period" => new XlsxColumn<FactLine>(column, Width: 18),
        _ => new XlsxColumn<FactLine>(column),
    })];

    /// <summary>The fact of a row.</summary>
    /// <exception cref="InvalidDataException">The row is no fact; the message says why.</exception>
    public static FactLine FromRow(IReadOnlyDictionary<string, string> row)
    {
        // A row has what a fact line has, under the same names: read it as one.
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, cell) in row)
            {
                if (Lists.Contains(name))
                {
                    json.WriteStartArray(name);
                    foreach (var word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(word);
                    json.WriteEndArray();
                }
                else if (IsNumber(name) && decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                {
                    json.WriteNumber(name, number);
                }
                else
                {
                    json.WriteString(name, cell);
                }
            }

            json.WriteEndObject();
        }

        return FactLine.TryParse(Encoding.UTF8.GetString(buffer.WrittenSpan), out var line, out var error) ? line : throw new InvalidDataException(error);
    }

    private static bool IsNumber(string name) =>
        name is "start" or "end" or "rank" || (FactLineNames.TrySlot(name, out var slot) && slot is >= SlotName.Value and not (SlotName.Unit or SlotName.Basis or SlotName.Terms or SlotName.ShareOf or SlotName.Approx or SlotName.Modality));
}
