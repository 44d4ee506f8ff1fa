using System.Collections.Immutable;

namespace Extractor.Lexicons;

/// <summary>A word list: tab-separated values under a header line.</summary>
/// <remarks>
/// Blank lines and lines that begin with <c>#</c> are skipped. The first other line is the header and is compulsory. A line may
/// end early (the missing cells are empty) but may not have more cells than the header. There is no quoting.
/// </remarks>
public sealed class TsvTable
{
    private readonly ImmutableArray<string> columns;

    private TsvTable(string name, ImmutableArray<string> columns, int headerLine)
    {
        Name = name;
        this.columns = columns;
        HeaderLine = headerLine;
    }

    /// <summary>What messages call the table: its file name, or <c>lexicons/en/places-china.tsv</c> for one that is built in.</summary>
    public string Name { get; }

    /// <summary>The columns in the order of the header.</summary>
    public ImmutableArray<string> Columns => columns;

    /// <summary>The lines below the header, in order.</summary>
    public ImmutableArray<TsvRow> Rows { get; private set; } = [];

    private int HeaderLine { get; }

    /// <summary>Reads a table.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="content">The whole file.</param>
    /// <exception cref="LexiconException">There is no header, or a line does not fit it.</exception>
    public static TsvTable Parse(string name, string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var reader = new StringReader(content);
        return Read(name, reader);
    }

    /// <summary>Reads a table to the end of <paramref name="reader"/>.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="reader">Where the lines come from.</param>
    /// <exception cref="LexiconException">There is no header, or a line does not fit it.</exception>
    public static TsvTable Read(string name, TextReader reader)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(reader);
        TsvTable? table = null;
        var rows = ImmutableArray.CreateBuilder<TsvRow>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (number == 1) line = line.TrimStart('\ufeff');
            if (line.StartsWith('#') || string.IsNullOrWhiteSpace(line)) continue;
            var cells = line.Split('\t', StringSplitOptions.TrimEntries);
            if (table is null)
            {
                table = new TsvTable(name, ReadHeader(name, number, cells), number);
                continue;
            }

            if (cells.Length > table.columns.Length)
            {
                throw new LexiconException(
                    name, number, null, $"{cells.Length} cells found; at most {table.columns.Length} are expected ({string.Join(", ", table.columns)}).");
            }

            rows.Add(new TsvRow(table, number, cells));
        }

        if (table is null) throw new LexiconException(name, 0, null, "no header line found; the first line names the columns, set apart by tabs.");
        table.Rows = rows.ToImmutable();
        return table;
    }

    /// <summary>Makes sure that the header has all of <paramref name="required"/>, in any order, and nothing beside those and <paramref name="optional"/>.</summary>
    /// <param name="required">Columns that must be there.</param>
    /// <param name="optional">Columns that may be there.</param>
    /// <exception cref="LexiconException">A column is missing or unknown.</exception>
    public void CheckColumns(ReadOnlySpan<string> required, ReadOnlySpan<string> optional)
    {
        foreach (var column in required)
        {
            if (IndexOf(column) < 0)
                throw new LexiconException(Name, HeaderLine, column, $"the header lacks it; found {string.Join(", ", columns)}.");
        }

        foreach (var column in columns)
        {
            if (!required.Contains(column) && !optional.Contains(column))
                throw new LexiconException(Name, HeaderLine, column, $"not a column of this list; expected {string.Join(", ", (string[])[.. required, .. optional])}.");
        }
    }

    internal int IndexOf(string column) => columns.IndexOf(column, StringComparer.Ordinal);

    private static ImmutableArray<string> ReadHeader(string name, int line, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
                throw new LexiconException(name, line, null, $"cell {i + 1} of the header is empty; the name of a column is expected.");
            if (Array.IndexOf(cells, cells[i]) < i)
                throw new LexiconException(name, line, cells[i], "the header names it twice.");
        }

        return [.. cells];
    }
}
