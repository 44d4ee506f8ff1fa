using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>Reads and appends decisions.</summary>
internal static class DecisionTable
{
    private const string Columns = """
        SELECT d.sequence, d.kind, d.doc, d.document_hash, d.span_start, d.span_end, d.line, d.changes, d.reason, d.undoes, d.reviewer, d.at, d.fact_id
        FROM decisions d
        """;

    private static readonly ImmutableArray<string> Kinds = ["accept", "reject", "correct", "add", "comment", "undo"];

    public static string Word(DecisionKind kind) => Kinds[(int)kind];

    public static Decision Append(Session session, NewDecision decision, string hash, Fact fact)
    {
        var at = StoredTimes.Time(StoredTimes.Write(decision.At));
        session.Prepare("""
            INSERT INTO decisions (kind, fact_id, document_hash, doc, span_start, span_end, line, changes, reason, undoes, reviewer, at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """)
            .Bind(1, Word(decision.Kind)).Bind(2, fact.Id).Bind(3, hash).Bind(4, fact.Doc).Bind(5, fact.Span.Start).Bind(6, fact.Span.End)
            .Bind(7, FactLines.Write(fact)).Bind(8, SlotChanges.Write(decision.Changes)).Bind(9, decision.Reason).Bind(10, decision.Undoes)
            .Bind(11, decision.Reviewer).Bind(12, StoredTimes.Write(at)).Run();
        return new Decision
        {
            Sequence = session.LastInsertRowId,
            Kind = decision.Kind,
            Doc = fact.Doc,
            DocumentHash = hash,
            Span = fact.Span,
            Fact = fact,
            Changes = decision.Changes.IsDefault ? [] : decision.Changes,
            Reason = decision.Reason,
            Undoes = decision.Undoes,
            Reviewer = decision.Reviewer,
            At = at,
        };
    }

    public static Decision? Find(Session session, long sequence)
    {
        var rows = session.Prepare(Columns + " WHERE d.sequence = ?1").Bind(1, sequence);
        var decision = rows.Step() ? Read(session, rows) : null;
        rows.Reset();
        return decision;
    }

    /// <summary>All decisions on a fact, in order, marked with what was undone.</summary>
    public static ImmutableArray<Decision> OnFact(Session session, string factId) =>
        DecisionReplay.MarkUndone(ReadAll(session, session.Prepare(Columns + " WHERE d.fact_id = ?1 ORDER BY d.sequence").Bind(1, factId)));

    /// <summary>All decisions on facts of a text, in order, marked with what was undone.</summary>
    public static ImmutableArray<Decision> OnText(Session session, string documentHash) =>
        DecisionReplay.MarkUndone(ReadAll(session, session.Prepare(Columns + " WHERE d.document_hash = ?1 ORDER BY d.sequence").Bind(1, documentHash)));

    /// <summary>The ids of facts that have decisions but are not extracted, nor live on under another id.</summary>
    public static List<string> OrphanedFacts(Session session)
    {
        var ids = new List<string>();
        var rows = session.Prepare("""
            SELECT d.fact_id FROM decisions d
            WHERE NOT EXISTS (SELECT 1 FROM fact_rows f WHERE f.id = d.fact_id) AND NOT EXISTS (SELECT 1 FROM fact_rows f WHERE f.decided_as = d.fact_id)
            GROUP BY d.fact_id ORDER BY min(d.sequence)
            """);
        while (rows.Step()) ids.Add(rows.Text(0));
        return ids;
    }

    public static IEnumerable<Decision> Query(Session session, DecisionQuery query)
    {
        // A decision may be undone by one beyond the page, so whether it stands is asked of the table: it does unless an
        // undo of it stands, and so on for the undo.
        var conditions = new List<string> { "d.sequence > ?1" };
        if (query.FactId is not null) conditions.Add("d.fact_id = ?2");
        if (query.DocumentHash is not null) conditions.Add("d.document_hash = ?3");
        if (query.Reviewer is not null) conditions.Add("d.reviewer = ?4");
        if (query.OnlyStanding) conditions.Add("d.kind <> 'undo'");
        var statement = session.Prepare($"{Columns} WHERE {string.Join(" AND ", conditions)} ORDER BY d.sequence {(query.LatestFirst ? "DESC" : "ASC")}");
        statement.Bind(1, query.After);
        if (query.FactId is not null) statement.Bind(2, query.FactId);
        if (query.DocumentHash is not null) statement.Bind(3, query.DocumentHash);
        if (query.Reviewer is not null) statement.Bind(4, query.Reviewer);
        var given = 0;
        while (statement.Step())
        {
            var decision = Read(session, statement);
            decision = decision with { IsUndone = IsUndone(session, decision.Sequence) };
            if (query.OnlyStanding && decision.IsUndone) continue;
            yield return decision;
            if (++given == query.Limit)
            {
                statement.Reset();
                yield break;
            }
        }
    }

    public static bool IsUndone(Session session, long sequence)
    {
        var undone = false;
        while (session.Prepare("SELECT sequence FROM decisions WHERE undoes = ?1").Bind(1, sequence).Scalar() is { } undo)
        {
            undone = !undone;
            sequence = undo;
        }

        return undone;
    }

    private static List<Decision> ReadAll(Session session, Statement rows)
    {
        var decisions = new List<Decision>();
        while (rows.Step()) decisions.Add(Read(session, rows));
        return decisions;
    }

    private static Decision Read(Session session, Statement row) => new()
    {
        Sequence = row.Long(0),
        Kind = (DecisionKind)Kinds.IndexOf(row.Text(1)),
        Doc = row.Text(2),
        DocumentHash = row.Text(3),
        Span = new TextSpan(row.Int(4), row.Int(5)),
        Fact = FactLines.Read(row.Text(6), session.Path),
        Changes = SlotChanges.Read(row.TextOrNull(7)),
        Reason = row.TextOrNull(8),
        Undoes = row.LongOrNull(9),
        Reviewer = row.Text(10),
        At = StoredTimes.Time(row.Text(11)),
    };
}
