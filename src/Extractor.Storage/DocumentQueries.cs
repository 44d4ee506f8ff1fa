using System.Collections.Immutable;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>Lists of documents, and what <c>verify</c> needs of all of them.</summary>
internal static class DocumentQueries
{
    public static DocumentPage Page(Session session, DocumentQuery query)
    {
        var conditions = new List<string> { "1" };
        if (query.NameContains is not null) conditions.Add("instr(d.name, ?3) > 0");
        if (query.Root is not null) conditions.Add("d.root = ?4");
        if (query.Duplicates is { } duplicates) conditions.Add(duplicates ? "d.duplicate_of IS NOT NULL" : "d.duplicate_of IS NULL");
        var where = $"WHERE {string.Join(" AND ", conditions)}";
        string? found = null;
        if (query.Text is { } text && WordSearch.Of(text) is { } words)
        {
            found = $"[{string.Join(',', WithWords(session, where, Bind, words))}]";
            where += " AND d.id IN (SELECT value FROM json_each(?5))";
        }

        var order = query.Sort switch
        {
            DocumentSort.Unresolved => "d.unresolved_count DESC, d.name, d.root",
            DocumentSort.Pending => "d.pending_count DESC, d.name, d.root",
            DocumentSort.Facts => "d.fact_count DESC, d.name, d.root",
            DocumentSort.Published => "d.published DESC, d.name, d.root",
            _ => "d.name, d.root",
        };
        void Bind(Statement statement)
        {
            if (query.NameContains is not null) statement.Bind(3, query.NameContains);
            if (query.Root is not null) statement.Bind(4, query.Root);
            if (found is not null) statement.Bind(5, found);
        }

        var rows = DocumentTable.Where(session, $"{where} ORDER BY {order} LIMIT ?1 OFFSET ?2", statement =>
        {
            statement.Bind(1, query.Limit > 0 ? query.Limit : -1).Bind(2, query.Offset);
            Bind(statement);
        }).ToImmutableArray();
        var count = session.Prepare($"SELECT count(*) FROM documents d {where}");
        Bind(count);
        return new DocumentPage(rows, (int)(count.Scalar() ?? 0));
    }

    /// <summary>The documents with a sentence that has the words: their texts are read through, since the index holds quoted sentences only.</summary>
    private static List<long> WithWords(Session session, string where, Action<Statement> bind, WordSearch words)
    {
        var found = new List<long>();
        var rows = session.Prepare($"SELECT d.id, t.text, t.sentences FROM documents d JOIN texts t ON t.document_id = d.id {where} ORDER BY d.id");
        bind(rows);
        while (rows.Step())
        {
            if (words.Finds(rows.Text(1), () => SpanList.Read(rows.Text(2)))) found.Add(rows.Long(0));
        }

        return found;
    }

    public static IEnumerable<DocumentQuotes> Quotes(Session session)
    {
        foreach (var document in DocumentTable.Where(session, "ORDER BY d.name, d.root", static _ => { }))
        {
            var text = DocumentTable.Text(session, document.Id) ?? "";
            var quotes = ImmutableArray.CreateBuilder<StoredQuote>();
            var facts = session.Prepare("""
                SELECT f.slots, f.id, f.span_start, f.span_end, s.text FROM fact_rows f JOIN sentences s ON s.id = f.sentence_id
                WHERE f.document_id = ?1 ORDER BY f.span_start, f.span_end, f.key
                """).Bind(1, document.Id);
            while (facts.Step())
            {
                quotes.Add(new StoredQuote(facts.Text(1), new TextSpan(facts.Int(2), facts.Int(3)), facts.Text(4), SlotList.Spans(facts.TextOrNull(0))));
            }

            yield return new DocumentQuotes(document, text, quotes.ToImmutable());
        }
    }
}
