using System.Collections.Immutable;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Reads and writes runs.</summary>
internal static class RunTable
{
    public static long Start(Session session, RunStart start)
    {
        session.Prepare("INSERT INTO runs (started, rules_version, command_line) VALUES (?1, ?2, ?3)")
            .Bind(1, StoredTimes.Write(start.Started)).Bind(2, start.RulesVersion).Bind(3, start.CommandLine).Run();
        return session.LastInsertRowId;
    }

    public static void Save(Session session, long id, RunCounts counts, DateTimeOffset? finished) => session.Prepare("""
        UPDATE runs SET finished = ?2, documents_added = ?3, documents_changed = ?4, documents_unchanged = ?5, documents_gone = ?6,
            failures = ?7, facts_added = ?8, facts_changed = ?9, facts_gone = ?10, facts_kept = ?11 WHERE id = ?1
        """)
        .Bind(1, id).Bind(2, finished is { } time ? StoredTimes.Write(time) : null)
        .Bind(3, counts.DocumentsAdded).Bind(4, counts.DocumentsChanged).Bind(5, counts.DocumentsUnchanged).Bind(6, counts.DocumentsGone)
        .Bind(7, counts.Failures).Bind(8, counts.FactsAdded).Bind(9, counts.FactsChanged).Bind(10, counts.FactsGone).Bind(11, counts.FactsKept).Run();

    public static ImmutableArray<RunRecord> All(Session session) => Read(session.Prepare(Columns + " ORDER BY id DESC"));

    public static RunRecord? Find(Session session, long id) => Read(session.Prepare(Columns + " WHERE id = ?1").Bind(1, id)).FirstOrDefault();

    private const string Columns = """
        SELECT id, started, finished, rules_version, command_line, documents_added, documents_changed, documents_unchanged, documents_gone,
            failures, facts_added, facts_changed, facts_gone, facts_kept FROM runs
        """;

    private static ImmutableArray<RunRecord> Read(Statement rows)
    {
        var runs = ImmutableArray.CreateBuilder<RunRecord>();
        while (rows.Step())
        {
            var counts = new RunCounts
            {
                DocumentsAdded = rows.Int(5),
                DocumentsChanged = rows.Int(6),
                DocumentsUnchanged = rows.Int(7),
                DocumentsGone = rows.Int(8),
                Failures = rows.Int(9),
                FactsAdded = rows.Int(10),
                FactsChanged = rows.Int(11),
                FactsGone = rows.Int(12),
                FactsKept = rows.Int(13),
            };
            var finished = rows.TextOrNull(2) is { } time ? StoredTimes.Time(time) : (DateTimeOffset?)null;
            runs.Add(new RunRecord(rows.Long(0), StoredTimes.Time(rows.Text(1)), finished, rows.Text(3), rows.Text(4), counts));
        }

        return runs.ToImmutable();
    }
}
