using System.Collections.Immutable;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Reads and writes checks, and keeps the facts' tallies and doubt in step.</summary>
internal static class CheckTable
{
    private const string Columns = "SELECT c.id, c.name, c.outcome, c.arithmetic FROM checks c ";

    /// <summary>Replaces the checks of a document, or those across documents; the ids of facts whose tallies may have changed.</summary>
    public static HashSet<string> Replace(Session session, long? documentId, IReadOnlyCollection<FactCheck> checks)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        var old = session.Prepare("SELECT DISTINCT x.fact_id FROM checks c JOIN check_facts x ON x.check_id = c.id WHERE c.document_id IS ?1").Bind(1, documentId);
        while (old.Step()) touched.Add(old.Text(0));
        session.Prepare("DELETE FROM checks WHERE document_id IS ?1").Bind(1, documentId).Run();
        foreach (var check in checks)
        {
            session.Prepare("INSERT INTO checks (document_id, name, outcome, arithmetic) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, documentId).Bind(2, check.Check).Bind(3, Word(check.Outcome)).Bind(4, check.Arithmetic).Run();
            var id = session.LastInsertRowId;
            for (var position = 0; position < check.FactIds.Length; position++)
            {
                session.Prepare("INSERT INTO check_facts VALUES (?1, ?2, ?3)").Bind(1, id).Bind(2, position).Bind(3, check.FactIds[position]).Run();
                touched.Add(check.FactIds[position]);
            }
        }

        return touched;
    }

    /// <summary>Brings tallies and doubt of facts in step with their checks.</summary>
    public static void Tally(Session session, IEnumerable<string> factIds)
    {
        foreach (var id in factIds)
        {
            var (confirmed, contradicted) = TallyOf(session, id);
            foreach (var row in FactTable.WithId(session, id))
            {
                if (row.Confirmed == confirmed && row.Contradicted == contradicted) continue;
                session.Prepare("UPDATE fact_rows SET confirmed = ?1, contradicted = ?2, doubt = ?3 WHERE key = ?4")
                    .Bind(1, confirmed).Bind(2, contradicted).Bind(3, FactTable.DoubtCode(FactDoubt.Of(row.Fact, confirmed, contradicted))).Bind(4, row.Key).Run();
            }
        }
    }

    public static (int Confirmed, int Contradicted) TallyOf(Session session, string factId)
    {
        int confirmed = 0, contradicted = 0;
        var rows = session.Prepare("SELECT c.outcome, count(DISTINCT c.id) FROM check_facts x JOIN checks c ON c.id = x.check_id WHERE x.fact_id = ?1 GROUP BY c.outcome")
            .Bind(1, factId);
        while (rows.Step())
        {
            if (rows.Text(0) == "confirmed") confirmed = rows.Int(1);
            else contradicted = rows.Int(1);
        }

        return (confirmed, contradicted);
    }

    public static ImmutableArray<FactCheck> OfFact(Session session, string factId)
    {
        var rows = session.Prepare(Columns + "WHERE c.id IN (SELECT check_id FROM check_facts WHERE fact_id = ?1) ORDER BY c.outcome DESC, c.id").Bind(1, factId);
        var checks = ImmutableArray.CreateBuilder<FactCheck>();
        while (rows.Step()) checks.Add(Read(session, rows));
        return checks.ToImmutable();
    }

    /// <summary>Contradictions first: "contradicted" sorts after "confirmed".</summary>
    public static IEnumerable<FactCheck> All(Session session, CheckOutcome? outcome)
    {
        var rows = outcome is { } wanted
            ? session.Prepare(Columns + "WHERE c.outcome = ?1 ORDER BY c.id").Bind(1, Word(wanted))
            : session.Prepare(Columns + "ORDER BY c.outcome DESC, c.id");
        while (rows.Step()) yield return Read(session, rows);
    }

    private static string Word(CheckOutcome outcome) => outcome == CheckOutcome.Confirmed ? "confirmed" : "contradicted";

    private static FactCheck Read(Session session, Statement row)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        var facts = session.Prepare("SELECT fact_id FROM check_facts WHERE check_id = ?1 ORDER BY position").Bind(1, row.Long(0));
        while (facts.Step()) ids.Add(facts.Text(0));
        return new FactCheck(row.Text(1), row.Text(2) == "confirmed" ? CheckOutcome.Confirmed : CheckOutcome.Contradicted, row.Text(3), ids.ToImmutable());
    }
}
