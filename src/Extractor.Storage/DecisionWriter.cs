using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>Appends decisions and brings the facts in step, in the transaction that is open.</summary>
internal static class DecisionWriter
{
    /// <summary>The documents of a text, copies included. The plus keeps SQLite from putting the whole hash into the first condition, which no index answers then.</summary>
    public const string DocumentsOfText = "SELECT id, last_run, duplicate_of IS NOT NULL FROM documents WHERE substr(hash, 1, 6) = substr(?1, 1, 6) AND +hash = ?1 ORDER BY id";

    public static ImmutableArray<Decision> Append(Session session, IReadOnlyCollection<NewDecision> decisions)
    {
        var appended = ImmutableArray.CreateBuilder<Decision>(decisions.Count);
        var deltas = new CountDeltas();
        var documents = new HashSet<long>();
        var latest = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            var (hash, fact) = Target(session, decision);
            if (decision.Seen is { } seen)
            {
                // What this very call appended before is no news to the reviewer.
                if (!latest.TryGetValue(fact.Id, out var last)) latest.Add(fact.Id, last = Latest(session, fact.Id));
                if (last > seen) throw new StaleDecisionException(fact.Id, last);
            }

            appended.Add(DecisionTable.Append(session, decision, hash, fact));
            Refresh(session, fact, hash, deltas, documents);
        }

        deltas.Flush(session);
        foreach (var document in documents) CountDocument(session, document);
        return appended.ToImmutable();
    }

    /// <summary>Numbers in the words of an added fact's measures belong to it; they are resolved as long as it stands.</summary>
    public static void ClaimNumbers(Session session, long documentId, Fact added)
    {
        var spans = added.Slots.Where(slot => added.Number(slot.Name) is not null).Select(slot => slot.Span).OfType<TextSpan>().ToList();
        DocumentTable.ChangeNumbers(session, documentId, number => number is { Class: NumberClass.Unresolved, FactId: null } && spans.Exists(span => span.Overlaps(number.Span))
            ? number with { FactId = added.Id }
            : number);
    }

    /// <summary>Brings the counts in a document's row in step with its facts and numbers.</summary>
    public static void CountDocument(Session session, long documentId) => session.Prepare("""
        UPDATE documents SET
            fact_count = (SELECT count(*) FROM fact_rows WHERE document_id = ?1),
            pending_count = (SELECT count(*) FROM fact_rows WHERE document_id = ?1 AND state = 0),
            unresolved_count = (SELECT count(*) FROM numbers WHERE document_id = ?1 AND class = 'unresolved' AND fact_id IS NULL)
        WHERE id = ?1
        """).Bind(1, documentId).Run();

    /// <summary>The fact decided on, as extracted or as added, and the hash of its text.</summary>
    private static (string Hash, Fact Fact) Target(Session session, NewDecision decision)
    {
        switch (decision.Kind)
        {
            case DecisionKind.Undo:
                if (decision.Undoes is not { } sequence || DecisionTable.Find(session, sequence) is not { } undone)
                    throw new StoreException($"there is no decision {decision.Undoes} to take back.");
                if (DecisionTable.IsUndone(session, sequence)) throw new StoreException($"decision {sequence} has been taken back already.");
                return (undone.DocumentHash, undone.Fact);

            case DecisionKind.Add:
                if (decision.DocumentId is not { } document || DocumentTable.Content(session, document) is not { } content)
                    throw new StoreException($"there is no document {decision.DocumentId} to add a fact to.");
                return FactCorrection.TryAdd(content.Document, decision.Span ?? default, decision.Changes, out var added, out var error)
                    ? (content.Row.Hash, added)
                    : throw new StoreException(error);

            default:
                if (decision.FactId is null || FactTable.WithId(session, decision.FactId) is not [var row, ..])
                    throw new StoreException($"fact {decision.FactId} is no longer there; reload the page.");
                if (decision.Kind == DecisionKind.Correct && !FactCorrection.TryApply(row.Fact, decision.Changes, out _, out var wrong))
                    throw new StoreException(wrong);
                return (DocumentTable.Find(session, row.DocumentId)!.Hash, Extracted(session, row));
        }
    }

    private static long Latest(Session session, string factId) => session.Prepare("""
        SELECT max(sequence) FROM decisions
        WHERE fact_id = ?1 OR fact_id IN (SELECT decided_as FROM fact_rows WHERE id = ?1 AND decided_as IS NOT NULL)
        """).Bind(1, factId).Scalar() ?? 0;

    private static void Refresh(Session session, Fact fact, string hash, CountDeltas deltas, HashSet<long> documents)
    {
        var rows = FactTable.WithId(session, fact.Id);
        var heirs = session.Prepare("SELECT key FROM fact_rows WHERE decided_as = ?1").Bind(1, fact.Id);
        while (heirs.Step()) rows.Add(FactTable.Find(session, heirs.Long(0))!);
        if (rows.Count == 0) InsertAdded(session, fact, hash, deltas, documents);
        foreach (var row in rows)
        {
            documents.Add(row.DocumentId);
            var extracted = Extracted(session, row);
            var own = DecisionTable.OnFact(session, row.Fact.Id);
            var replayed = DecisionReplay.Replay(extracted, own);
            if (row.IsAdded && replayed.Added is null)
            {
                FactTable.Delete(session, row.Key, deltas);
                SentenceTable.Retag(session, row.SentenceId);
                DocumentTable.ChangeNumbers(session, row.DocumentId, number => number.FactId == row.Fact.Id ? number with { FactId = null } : number);
                continue;
            }

            var (state, effective) = (replayed.State, replayed.Fact);
            if (replayed.Standing is null && row.DecidedAs is { } earlier)
            {
                // Nothing stands on the fact itself: what was decided before it changed counts again.
                var decisions = DecisionTable.OnFact(session, earlier);
                var inherited = DecisionReconciliation.Reconcile([extracted], DocumentTable.Find(session, row.DocumentId)!.Hash, decisions)[0];
                (state, effective) = (inherited.State, inherited.Effective);
            }

            var line = FactIdentity.SameSlots(extracted, effective) ? null : FactLines.Write(extracted);
            if (FactIdentity.SameSlots(row.Fact, effective) && line is null == row.Extracted is null)
            {
                if (state != row.State) FactTable.SetState(session, row.Key, state, deltas);
                continue;
            }

            FactTable.Replace(
                session,
                row with
                {
                    Fact = effective with { Doc = row.Fact.Doc, Derivation = row.Fact.Derivation },
                    State = state,
                    Extracted = line,
                },
                deltas);
            SentenceTable.Retag(session, row.SentenceId);
        }
    }

    private static void InsertAdded(Session session, Fact fact, string hash, CountDeltas deltas, HashSet<long> documents)
    {
        var replayed = DecisionReplay.Replay(fact, DecisionTable.OnFact(session, fact.Id));
        if (replayed.Added is null) return;
        var copies = new List<(long Id, long Run, bool IsDuplicate)>();
        var rows = session.Prepare(DocumentsOfText).Bind(1, hash);
        while (rows.Step()) copies.Add((rows.Long(0), rows.Long(1), rows.Int(2) != 0));
        foreach (var (id, run, isDuplicate) in copies)
        {
            var sentence = SentenceTable.IdOf(session, id, DocumentTable.Text(session, id) ?? "", fact.Span);
            FactTable.Insert(
                session,
                new FactRow
                {
                    Fact = replayed.Fact,
                    DocumentId = id,
                    SentenceId = sentence,
                    State = replayed.State,
                    IsAdded = true,
                    IsDuplicate = isDuplicate,
                    FirstRun = run,
                    Run = run,
                    Extracted = FactIdentity.SameSlots(fact, replayed.Fact) ? null : FactLines.Write(fact),
                },
                deltas);
            SentenceTable.Retag(session, sentence);
            ClaimNumbers(session, id, replayed.Fact);
            documents.Add(id);
        }
    }

    private static Fact Extracted(Session session, FactRow row) => row.Extracted is { } line ? FactLines.Read(line, session.Path) : row.Fact;
}
