using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>Sentences, and quotes that are none, each once per document; the index over their words follows them.</summary>
internal static class SentenceTable
{
    /// <summary>Stores the sentences and the further quotes; the rows' numbers by span.</summary>
    public static Dictionary<TextSpan, long> Save(Session session, long documentId, string text, ImmutableArray<TextSpan> sentences, IEnumerable<TextSpan> quotes)
    {
        DeleteOf(session, documentId);
        var ids = new Dictionary<TextSpan, long>(sentences.Length);
        foreach (var sentence in sentences)
            if (!ids.ContainsKey(sentence)) ids.Add(sentence, Insert(session, documentId, text, sentence, isSentence: true));
        foreach (var quote in quotes)
            if (!ids.ContainsKey(quote)) ids.Add(quote, Insert(session, documentId, text, quote, isSentence: false));
        return ids;
    }

    /// <summary>The row of a span, made when there is none.</summary>
    public static long IdOf(Session session, long documentId, string text, TextSpan span) =>
        session.Prepare("SELECT id FROM sentences WHERE document_id = ?1 AND span_start = ?2 AND span_end = ?3")
            .Bind(1, documentId).Bind(2, span.Start).Bind(3, span.End).Scalar()
        ?? Insert(session, documentId, text, span, isSentence: false);

    public static ImmutableArray<TextSpan> OfDocument(Session session, long documentId)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var rows = session.Prepare("SELECT span_start, span_end FROM sentences WHERE document_id = ?1 AND is_sentence = 1 ORDER BY span_start, span_end, id")
            .Bind(1, documentId);
        while (rows.Step()) spans.Add(new TextSpan(rows.Int(0), rows.Int(1)));
        return spans.ToImmutable();
    }

    public static void DeleteOf(Session session, long documentId)
    {
        // An index with external content has to be told what the words were.
        session.Prepare("INSERT INTO sentence_words (sentence_words, rowid, text) SELECT 'delete', id, text FROM sentences WHERE document_id = ?1")
            .Bind(1, documentId).Run();
        session.Prepare("DELETE FROM sentences WHERE document_id = ?1").Bind(1, documentId).Run();
    }

    private static long Insert(Session session, long documentId, string text, TextSpan span, bool isSentence)
    {
        var words = span.Of(text);
        session.Prepare("INSERT INTO sentences (document_id, span_start, span_end, is_sentence, text) VALUES (?1, ?2, ?3, ?4, ?5)")
            .Bind(1, documentId).Bind(2, span.Start).Bind(3, span.End).Bind(4, isSentence ? 1 : 0).Bind(5, words).Run();
        var id = session.LastInsertRowId;
        session.Prepare("INSERT INTO sentence_words (rowid, text) VALUES (?1, ?2)").Bind(1, id).Bind(2, words).Run();
        return id;
    }
}
