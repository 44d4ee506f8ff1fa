using System.Text;
using Extractor.Cli.Console;

namespace Extractor.Cli.Output;

/// <summary>Aligned columns in plain text: numbers to the right, and where the line is too long the widest columns are cut.</summary>
internal static class TextTable
{
    private const string Gap = "  ";
    private const int LeastWidth = 8;

    public static string Render(string[] headers, IReadOnlyList<Cell[]> rows, int width)
    {
        var texts = rows.Select(row => row.Select(cell => OneLine(cell.Text)).ToArray()).ToList();
        var widths = headers.Select((header, i) => Math.Max(header.Length, texts.Max(row => DisplayWidth.Of(row[i])))).ToArray();
        Fit(widths, headers, width);

        var table = new StringBuilder();
        AppendLine(table, headers.Select((header, i) => Pad(header, widths[i], IsNumeric(i))));
        AppendLine(table, widths.Select(column => new string('-', column)));
        foreach (var row in texts) AppendLine(table, row.Select((text, i) => Pad(text, widths[i], IsNumeric(i))));
        return table.ToString();

        bool IsNumeric(int column) => rows.All(row => row[column].IsNumber || row[column].Text is null);
    }

    private static void AppendLine(StringBuilder table, IEnumerable<string> cells)
    {
        var line = string.Join(Gap, cells).TrimEnd();
        table.Append(line).Append('\n');
    }

    private static void Fit(int[] widths, string[] headers, int width)
    {
        while (widths.Sum() + (Gap.Length * (widths.Length - 1)) > width)
        {
            var widest = Array.IndexOf(widths, widths.Max());
            var least = Math.Max(LeastWidth, headers[widest].Length);
            if (widths[widest] <= least) return;
            widths[widest]--;
        }
    }

    private static string Pad(string text, int width, bool right)
    {
        text = DisplayWidth.Cut(text, width);
        var padding = new string(' ', width - DisplayWidth.Of(text));
        return right ? padding + text : text + padding;
    }

    private static string OneLine(string? text) =>
        text is null ? "" : Terminal.Printable(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
