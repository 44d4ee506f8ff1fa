namespace Extractor.Lexicons;

/// <summary>A word list cannot be used. The message names the file, the line, the column and what was expected.</summary>
public sealed class LexiconException : Exception
{
    /// <summary>Makes the exception for one cell.</summary>
    /// <param name="table">Name of the word list, usually its file name.</param>
    /// <param name="line">Line from 1; 0 when the list as a whole is meant.</param>
    /// <param name="column">Name of the column; null when the line as a whole is meant.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public LexiconException(string table, int line, string? column, string problem)
        : base(Describe(table, line, column, problem))
    {
        Table = table;
        Line = line;
        Column = column;
    }

    /// <summary>Name of the word list.</summary>
    public string Table { get; }

    /// <summary>Line from 1; 0 when the list as a whole is meant.</summary>
    public int Line { get; }

    /// <summary>Name of the column; null when the line as a whole is meant.</summary>
    public string? Column { get; }

    private static string Describe(string table, int line, string? column, string problem)
    {
        var place = line > 0 ? $"{table}({line})" : table;
        return column is null ? $"{place}: {problem}" : $"{place}: column '{column}': {problem}";
    }
}
