using System.Text;

namespace Extractor.Cli.Export;

/// <summary>Reads comma-separated values after RFC 4180 as <see cref="Output.CsvLine"/> writes them, back to what was written.</summary>
internal static class CsvReader
{
    /// <summary>The records of a file with a header, each as a table from column to cell; empty cells are left out.</summary>
    /// <exception cref="InvalidDataException">A quoted cell does not end, or a record has more cells than the header.</exception>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(TextReader input)
    {
        List<string>? header = null;
        var line = 0;
        foreach (var cells in Records(input))
        {
            line++;
            if (header is null)
            {
                header = cells;
                continue;
            }

            if (cells.Count > header.Count) throw new InvalidDataException($"record {line}: {cells.Count} cells under {header.Count} headers.");
            var record = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < cells.Count; i++)
                if (cells[i].Length > 0) record[header[i]] = SpreadsheetText.Unguard(cells[i]);
            yield return record;
        }
    }

    private static IEnumerable<List<string>> Records(TextReader input)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (isQuoted, isEmptyLine) = (false, true);
        for (var c = input.Read(); c >= 0; c = input.Read())
        {
            if (isQuoted)
            {
                if (c != '"') cell.Append((char)c);
                else if (input.Peek() == '"') cell.Append((char)input.Read());
                else isQuoted = false;
                continue;
            }

            switch (c)
            {
                case '"':
                    isQuoted = true;
                    isEmptyLine = false;
                    break;
                case ',':
                    EndCell();
                    isEmptyLine = false;
                    break;
                case '\r' when input.Peek() == '\n':
                    break;
                case '\n':
                    EndCell();
                    if (!isEmptyLine) yield return cells;
                    cells = [];
                    isEmptyLine = true;
                    break;
                default:
                    cell.Append((char)c);
                    isEmptyLine = false;
                    break;
            }
        }

        if (isQuoted) throw new InvalidDataException("a quoted cell does not end.");
        EndCell();
        if (!isEmptyLine) yield return cells;

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }
    }
}
