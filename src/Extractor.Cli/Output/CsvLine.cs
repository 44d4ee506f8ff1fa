using System.Text;
using Extractor.Cli.Export;

namespace Extractor.Cli.Output;

/// <summary>Lines of comma-separated values after RFC 4180, ended by a line feed; text is guarded from being taken for a formula.</summary>
internal static class CsvLine
{
    public static void Append(StringBuilder line, IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first) line.Append(',');
            first = false;
            Append(line, cell);
        }

        line.Append('\n');
    }

    private static void Append(StringBuilder line, string? cell)
    {
        if (cell is null) return;
        cell = SpreadsheetText.Guard(cell);
        if (cell.AsSpan().IndexOfAny(",\"\r\n") < 0) line.Append(cell);
        else line.Append('"').Append(cell).Replace("\"", "\"\"", line.Length - cell.Length, cell.Length).Append('"');
    }
}
