namespace Extractor.Lexicons;

/// <summary>One line of a <see cref="TsvTable"/>.</summary>
public sealed class TsvRow
{
    private readonly string[] cells;

    internal TsvRow(TsvTable table, int line, string[] cells)
    {
        Table = table;
        Line = line;
        this.cells = cells;
    }

    /// <summary>The table that the line stands in.</summary>
    public TsvTable Table { get; }

    /// <summary>Its line in the file, from 1.</summary>
    public int Line { get; }

    internal IReadOnlyList<string> Cells => cells;

    /// <summary>The cell of <paramref name="column"/>, without spaces around it; empty where the line ends early or the table has no such column.</summary>
    public string this[string column]
    {
        get
        {
            var index = Table.IndexOf(column);
            return index >= 0 && index < cells.Length ? cells[index] : "";
        }
    }

    /// <summary>The cell of <paramref name="column"/>.</summary>
    /// <exception cref="LexiconException">The cell is empty.</exception>
    public string Required(string column)
    {
        var cell = this[column];
        return cell.Length > 0 ? cell : throw Error(column, "a value is expected, found none.");
    }

    /// <summary>The cell of <paramref name="column"/> read as one of the names of <paramref name="choices"/>.</summary>
    /// <exception cref="LexiconException">The cell holds something else; the message lists the choices.</exception>
    public T Choice<T>(string column, IReadOnlyDictionary<string, T> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return choices.TryGetValue(this[column], out var value) ? value : throw Error(column, Expected(this[column], choices.Keys));
    }

    /// <summary>The words of the cell of <paramref name="column"/>, set apart by spaces or commas, each one of the names of <paramref name="choices"/>.</summary>
    /// <exception cref="LexiconException">A word is none of the choices; the message lists them.</exception>
    public IEnumerable<T> Choices<T>(string column, IReadOnlyDictionary<string, T> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        foreach (var word in this[column].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
            yield return choices.TryGetValue(word, out var value) ? value : throw Error(column, Expected(word, choices.Keys));
    }

    /// <summary>The exception that says what is wrong with a cell of this line.</summary>
    /// <param name="column">Name of the column; null when the line as a whole is meant.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public LexiconException Error(string? column, string problem) => new(Table.Name, Line, column, problem);

    private static string Expected(string found, IEnumerable<string> choices) =>
        $"'{found}' is not known; expected one of {string.Join(", ", choices.Order(StringComparer.Ordinal))}.";
}
