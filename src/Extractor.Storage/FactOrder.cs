using System.Globalization;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>How an order of facts is written in SQL, and where a page begins in it.</summary>
/// <remarks>Every order ends with something unique, so that a cursor names one place and no fact is shown twice or left out.</remarks>
internal sealed class FactOrder
{
    private static readonly FactOrder Document = new(
        [new("d.name", false), new("d.root", false), new("f.span_start", false), new("f.span_end", false), new("f.key", false)], null, joinsDocuments: true);

    private static readonly FactOrder Doubt = new([new("f.doubt", true), new("f.key", false)], "facts_by_doubt", joinsDocuments: false);

    private static readonly FactOrder Period =
        new([new("f.period_to", true), new("f.period_from", true), new("f.key", true)], "facts_by_period", joinsDocuments: false);

    private static readonly FactOrder Value =
        new([new("ifnull(CAST(f.value AS REAL), -9e999)", true), new("f.key", false)], "facts_by_value", joinsDocuments: false);

    private static readonly FactOrder Newest = new([new("f.key", true)], null, joinsDocuments: false);

    private FactOrder(Term[] terms, string? index, bool joinsDocuments)
    {
        Terms = terms;
        Index = index;
        JoinsDocuments = joinsDocuments;
    }

    /// <summary>What is sorted by, most significant first; the last is unique.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The index that is in this order; null for the order of the table, or of documents.</summary>
    public string? Index { get; }

    /// <summary>Whether documents d have to be joined, as the outer loop when walking.</summary>
    public bool JoinsDocuments { get; }

    public static FactOrder Of(FactSort sort) => sort switch
    {
        FactSort.Doubt => Doubt,
        FactSort.Period => Period,
        FactSort.Value => Value,
        FactSort.Newest => Newest,
        _ => Document,
    };

    public string OrderBy(bool backwards) =>
        string.Join(", ", Terms.Select(term => $"{term.Expression} {(term.IsDescending != backwards ? "DESC" : "ASC")}"));

    public string Columns() => string.Join(", ", Terms.Select(term => term.Expression));

    /// <summary>The condition that rows come after the cursor whose values are bound from <paramref name="first"/> on.</summary>
    /// <remarks>
    /// For two terms, both descending: <c>a &lt;= ?1 AND (a &lt; ?1 OR b &lt; ?2)</c>. The first part alone lets SQLite seek.
    /// </remarks>
    public string After(int first, bool backwards)
    {
        var condition = "";
        for (var i = Terms.Count - 1; i >= 0; i--)
        {
            var sign = Terms[i].IsDescending != backwards ? "<" : ">";
            var term = Terms[i].Expression;
            condition = condition.Length == 0 ? $"{term} {sign} ?{first + i}" : $"{term} {sign}= ?{first + i} AND ({term} {sign} ?{first + i} OR {condition})";
        }

        return $"({condition})";
    }

    /// <summary>The place of a row whose sort values stand in the columns from <paramref name="column"/> on.</summary>
    public string Cursor(Statement row, int column, bool backwards)
    {
        var parts = new string[Terms.Count + 1];
        parts[0] = backwards ? "p" : "n";
        for (var i = 0; i < Terms.Count; i++)
        {
            parts[i + 1] = JoinsDocuments && i < 2 ? Uri.EscapeDataString(row.Text(column + i))
                : this == Value && i == 0 ? BitConverter.DoubleToInt64Bits(row.Double(column + i)).ToString(CultureInfo.InvariantCulture)
                : row.Long(column + i).ToString(CultureInfo.InvariantCulture);
        }

        return string.Join('|', parts);
    }

    /// <summary>The place of a fact, without asking the database for its row, which may have changed.</summary>
    public static string CursorAt(StoredFact fact, string root, FactSort sort, bool backwards)
    {
        var order = Of(sort);
        var span = fact.Fact.Span;
        var value = fact.Fact.Value is { } amount ? (double)amount : double.NegativeInfinity;
        var parts = order == Document ? $"{Uri.EscapeDataString(fact.Fact.Doc)}|{Uri.EscapeDataString(root)}|{span.Start}|{span.End}|{fact.Key}"
            : order == Doubt ? $"{FactTable.DoubtCode(fact.Doubt)}|{fact.Key}"
            : order == Period ? $"{PeriodCode.Of(fact.Fact.Period.End)}|{PeriodCode.Of(fact.Fact.Period.Start)}|{fact.Key}"
            : order == Value ? $"{BitConverter.DoubleToInt64Bits(value)}|{fact.Key}"
            : $"{fact.Key}";
        return $"{(backwards ? "p" : "n")}|{parts}";
    }

    public static bool IsBackwards(string? cursor) => cursor?.StartsWith("p|", StringComparison.Ordinal) ?? false;

    /// <summary>Binds the values of a cursor from <paramref name="first"/> on.</summary>
    public void BindCursor(Statement statement, int first, string cursor)
    {
        var parts = cursor.Split('|');
        if (parts.Length != Terms.Count + 1 || parts[0] is not ("n" or "p")) throw Unreadable(cursor);
        for (var i = 0; i < Terms.Count; i++)
        {
            if (JoinsDocuments && i < 2)
            {
                statement.Bind(first + i, Uri.UnescapeDataString(parts[i + 1]));
                continue;
            }

            if (!long.TryParse(parts[i + 1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) throw Unreadable(cursor);
            if (this == Value && i == 0) statement.Bind(first + i, BitConverter.Int64BitsToDouble(number));
            else statement.Bind(first + i, number);
        }
    }

    private static StoreException Unreadable(string cursor) => new($"'{cursor}' is no cursor of this order: start with the first page.");

    /// <summary>One thing that is sorted by.</summary>
    internal readonly record struct Term(string Expression, bool IsDescending);
}
