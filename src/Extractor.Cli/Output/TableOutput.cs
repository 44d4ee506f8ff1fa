using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Cli.Console;

namespace Extractor.Cli.Output;

/// <summary>Writes rows in the format asked for: the same for every command that lists something.</summary>
internal static class TableOutput
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <paramref name="rows"/> and says how many there were. CSV and JSON lines stream; a table is held to be aligned.</summary>
    public static int Write<T>(Terminal terminal, OutputFormat format, ImmutableArray<Column<T>> columns, IEnumerable<T> rows) => format switch
    {
        OutputFormat.Csv => WriteCsv(terminal.Output, columns, rows),
        OutputFormat.Jsonl => WriteJsonLines(terminal.Output, columns, rows),
        _ => WriteTable(terminal, columns, rows),
    };

    /// <summary>Writes rows as comma-separated values under a header.</summary>
    public static int WriteCsv<T>(Stream output, ImmutableArray<Column<T>> columns, IEnumerable<T> rows)
    {
        var line = new StringBuilder();
        CsvLine.Append(line, columns.Select(column => column.Name));
        var count = 0;
        foreach (var row in rows)
        {
            CsvLine.Append(line, columns.Select(column => column.Value(row).Text));
            count++;
            if (line.Length > 1 << 14) Flush();
        }

        Flush();
        return count;

        void Flush()
        {
            output.Write(Encoding.UTF8.GetBytes(line.ToString()));
            line.Clear();
        }
    }

    /// <summary>Writes each row as one JSON object a line.</summary>
    public static int WriteJsonLines<T>(Stream output, ImmutableArray<Column<T>> columns, IEnumerable<T> rows)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, OneLine);
        var count = 0;
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var column in columns) column.Value(row).WriteTo(json, column.Name);
            json.WriteEndObject();
            json.Flush();
            output.Write(buffer.WrittenSpan);
            output.WriteByte((byte)'\n');
            buffer.ResetWrittenCount();
            json.Reset();
            count++;
        }

        return count;
    }

    private static int WriteTable<T>(Terminal terminal, ImmutableArray<Column<T>> columns, IEnumerable<T> rows)
    {
        var cells = rows.Select(row => columns.Select(column => column.Value(row)).ToArray()).ToList();
        if (cells.Count == 0) return 0;
        var headers = columns.Select(column => column.Name).ToArray();
        terminal.Write(TextTable.Render(headers, cells, terminal.Width));
        return cells.Count;
    }
}
