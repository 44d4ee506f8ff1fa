using System.Collections.Immutable;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Reads and writes failures. A source has one that stands at most; another try counts as a further attempt.</summary>
internal static class FailureTable
{
    public static void Save(Session session, NewFailure failure, long run) => session.Prepare("""
        INSERT INTO failures (root, name, path, kind, reason, source_hash, at, first_run, run, attempts)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, 1)
        ON CONFLICT (root, name) WHERE resolved_run IS NULL DO UPDATE SET path = excluded.path, kind = excluded.kind, reason = excluded.reason,
            source_hash = excluded.source_hash, at = excluded.at, run = excluded.run, attempts = attempts + 1
        """)
        .Bind(1, failure.Root).Bind(2, failure.Name).Bind(3, failure.Path).Bind(4, failure.Kind).Bind(5, failure.Reason)
        .Bind(6, failure.SourceHash).Bind(7, StoredTimes.Write(failure.At)).Bind(8, run).Run();

    /// <summary>Notes that the source could be read after all.</summary>
    public static void Resolve(Session session, string root, string name, long run) =>
        session.Prepare("UPDATE failures SET resolved_run = ?3 WHERE root = ?1 AND name = ?2 AND resolved_run IS NULL")
            .Bind(1, root).Bind(2, name).Bind(3, run).Run();

    public static ImmutableArray<FailureRecord> Query(Session session, FailureQuery query)
    {
        var conditions = new List<string> { "?1 = ?1" };
        if (query.OnlyStanding) conditions.Add("resolved_run IS NULL");
        if (query.Run is not null) conditions.Add("run = ?2");
        if (query.Kind is not null) conditions.Add("kind = ?3");
        if (query.Root is not null) conditions.Add("root = ?4");
        var rows = session.Prepare($"""
            SELECT id, run, root, name, path, kind, reason, source_hash, at, attempts, resolved_run FROM failures
            WHERE {string.Join(" AND ", conditions)} ORDER BY id DESC LIMIT ?1
            """);
        rows.Bind(1, query.Limit > 0 ? query.Limit : -1);
        if (query.Run is { } run) rows.Bind(2, run);
        if (query.Kind is not null) rows.Bind(3, query.Kind);
        if (query.Root is not null) rows.Bind(4, query.Root);
        var failures = ImmutableArray.CreateBuilder<FailureRecord>();
        while (rows.Step())
        {
            var failure = new NewFailure
            {
                Root = rows.Text(2),
                Name = rows.Text(3),
                Path = rows.TextOrNull(4),
                Kind = rows.Text(5),
                Reason = rows.Text(6),
                SourceHash = rows.TextOrNull(7),
                At = StoredTimes.Time(rows.Text(8)),
            };
            failures.Add(new FailureRecord(rows.Long(0), rows.Long(1), failure, rows.Int(9), rows.LongOrNull(10)));
        }

        return failures.ToImmutable();
    }
}
