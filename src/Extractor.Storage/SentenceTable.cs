using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>The sentences that facts quote, each once per document; the index over their words follows them.</summary>
/// <remarks>
/// The index holds what the facts of a sentence speak of beside its words, so that "total" among Vietnam's facts is looked up
/// as one question: whoever looks for a word that every sentence has would else meet a million facts of other regions first.
/// </remarks>
internal static class SentenceTable
{
    /// <summary>Stores what the facts quote; the rows' numbers by span.</summary>
    public static Dictionary<TextSpan, long> Save(Session session, long documentId, string text, ILookup<TextSpan, Fact> quotes)
    {
        var ids = new Dictionary<TextSpan, long>(quotes.Count);
        foreach (var quote in quotes.OrderBy(quote => quote.Key)) ids.Add(quote.Key, Insert(session, documentId, text, quote.Key, Tags(session, quote)));
        return ids;
    }

    /// <summary>Brings the tags of a sentence in step with its facts.</summary>
    public static void Retag(Session session, long id)
    {
        var old = session.Prepare("SELECT text, tags FROM sentences WHERE id = ?1").Bind(1, id);
        if (!old.Step()) return;
        var (text, before) = (old.Text(0), old.Text(1));
        old.Reset();
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        var rows = session.Prepare("SELECT region_id, partner_id, category_id, flow FROM fact_rows WHERE sentence_id = ?1").Bind(1, id);
        while (rows.Step()) AddTags(tags, rows.Long(0), rows.Long(1), rows.Long(2), rows.Int(3));
        var after = string.Join(' ', tags);
        if (after == before) return;
        session.Prepare("INSERT INTO sentence_words (sentence_words, rowid, text, tags) VALUES ('delete', ?1, ?2, ?3)").Bind(1, id).Bind(2, text).Bind(3, before).Run();
        session.Prepare("UPDATE sentences SET tags = ?2 WHERE id = ?1").Bind(1, id).Bind(2, after).Run();
        session.Prepare("INSERT INTO sentence_words (rowid, text, tags) VALUES (?1, ?2, ?3)").Bind(1, id).Bind(2, text).Bind(3, after).Run();
    }

    private static string Tags(Session session, IEnumerable<Fact> facts)
    {
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        var labels = session.Labels;
        foreach (var fact in facts) AddTags(tags, labels.IdOf(fact.Region), labels.IdOf(fact.Partner), labels.IdOf(fact.Category), (int)fact.Flow);
        return string.Join(' ', tags);
    }

    private static void AddTags(SortedSet<string> tags, long region, long partner, long category, int flow)
    {
        tags.Add("q");
        tags.Add($"r{region}");
        tags.Add($"p{partner}");
        tags.Add($"c{category}");
        tags.Add($"f{flow}");
    }

    /// <summary>The row of a span, made when there is none.</summary>
    public static long IdOf(Session session, long documentId, string text, TextSpan span) =>
        session.Prepare("SELECT id FROM sentences WHERE document_id = ?1 AND span_start = ?2 AND span_end = ?3")
            .Bind(1, documentId).Bind(2, span.Start).Bind(3, span.End).Scalar()
        ?? Insert(session, documentId, text, span, "");

    public static void DeleteOf(Session session, long documentId)
    {
        // An index with external content has to be told what the words were.
        session.Prepare("INSERT INTO sentence_words (sentence_words, rowid, text, tags) SELECT 'delete', id, text, tags FROM sentences WHERE document_id = ?1")
            .Bind(1, documentId).Run();
        session.Prepare("DELETE FROM sentences WHERE document_id = ?1").Bind(1, documentId).Run();
    }

    private static long Insert(Session session, long documentId, string text, TextSpan span, string tags)
    {
        var words = span.Of(text);
        session.Prepare("INSERT INTO sentences (document_id, span_start, span_end, text, tags) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, documentId).Bind(2, span.Start).Bind(3, span.End).Bind(4, words).Bind(5, tags).Run();
        var id = session.LastInsertRowId;
        session.Prepare("INSERT INTO sentence_words (rowid, text, tags) VALUES (?1, ?2, ?3)").Bind(1, id).Bind(2, words).Bind(3, tags).Run();
        return id;
    }
}
