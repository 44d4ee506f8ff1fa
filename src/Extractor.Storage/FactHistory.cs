using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Facts as they stood at the end of a run: those that stand now and those retired since.</summary>
internal static class FactHistory
{
    private const string Retired = "SELECT root, doc, document_hash, first_run, line FROM fact_history";

    public static IEnumerable<Fact> AsOf(Session session, long run)
    {
        Require(session, run);
        var retired = new List<Stood>();
        var rows = session.Prepare(Retired + " WHERE retired_run > ?1 AND first_run <= ?1").Bind(1, run);
        while (rows.Step()) retired.Add(ReadRetired(session, rows));
        retired.Sort(Stood.InOrder);

        // Both come in the order of documents and spans, so they are merged as they are read.
        var next = 0;
        foreach (var current in Current(session, "f.added = 0 AND f.first_run <= ?1", statement => statement.Bind(1, run)))
        {
            while (next < retired.Count && Stood.InOrder(retired[next], current) < 0) yield return retired[next++].Fact;
            yield return current.Fact;
        }

        while (next < retired.Count) yield return retired[next++].Fact;
    }

    public static RunDiff Diff(Session session, long earlier, long later)
    {
        Require(session, earlier);
        Require(session, later);
        if (earlier > later)
        {
            var turned = Diff(session, later, earlier);
            return new RunDiff(turned.Lost, turned.Added, [.. turned.Changed.Select(change => new FactChange(change.After, change.Before, change.Fields))]);
        }

        var before = new List<Stood>();
        var rows = session.Prepare(Retired + " WHERE retired_run > ?1 AND retired_run <= ?2 AND first_run <= ?1").Bind(1, earlier).Bind(2, later);
        while (rows.Step()) before.Add(ReadRetired(session, rows));
        var after = new List<Stood>();
        rows = session.Prepare(Retired + " WHERE retired_run > ?2 AND first_run > ?1 AND first_run <= ?2").Bind(1, earlier).Bind(2, later);
        while (rows.Step()) after.Add(ReadRetired(session, rows));
        after.AddRange(Current(session, "f.added = 0 AND f.first_run > ?1 AND f.first_run <= ?2", statement => statement.Bind(1, earlier).Bind(2, later)));

        var added = ImmutableArray.CreateBuilder<Fact>();
        var lost = ImmutableArray.CreateBuilder<Fact>();
        var changed = ImmutableArray.CreateBuilder<FactChange>();
        var byDocument = before.Select(stood => (stood, IsBefore: true)).Concat(after.Select(stood => (stood, IsBefore: false)))
            .GroupBy(pair => (pair.stood.Fact.Doc, pair.stood.Root)).OrderBy(group => group.Key.Doc, StringComparer.Ordinal).ThenBy(group => group.Key.Root, StringComparer.Ordinal);
        foreach (var document in byDocument)
        {
            var was = document.Where(pair => pair.IsBefore).Select(pair => pair.stood).Order(Comparer<Stood>.Create(Stood.InOrder)).ToList();
            var has = document.Where(pair => !pair.IsBefore).Select(pair => pair.stood).Order(Comparer<Stood>.Create(Stood.InOrder)).ToList();

            // Lost in one run and found again in a later one: nothing changed between the two asked for.
            var stayed = was.Select(stood => stood.Fact.Id).ToHashSet(StringComparer.Ordinal);
            stayed.IntersectWith(has.Select(stood => stood.Fact.Id));
            var sameText = was.Count > 0 && has.Count > 0 && was[0].DocumentHash == has[0].DocumentHash;
            var matches = FactMatching.Match(
                [.. was.Select(stood => stood.Fact).Where(fact => !stayed.Contains(fact.Id))],
                [.. has.Select(stood => stood.Fact).Where(fact => !stayed.Contains(fact.Id))],
                sameText);
            added.AddRange(matches.Added);
            lost.AddRange(matches.Gone);
            changed.AddRange(matches.Changed);
        }

        return new RunDiff(added.ToImmutable(), lost.ToImmutable(), changed.ToImmutable());
    }

    private static IEnumerable<Stood> Current(Session session, string condition, Action<Statement> bind)
    {
        var rows = session.Prepare($"""
            SELECT f.key, d.root, d.hash, f.first_run FROM documents d CROSS JOIN fact_rows f INDEXED BY facts_by_document
            WHERE f.document_id = d.id AND {condition} ORDER BY d.name, d.root, f.span_start, f.span_end, f.id
            """);
        bind(rows);
        while (rows.Step())
        {
            if (FactTable.Find(session, rows.Long(0)) is not { } row) continue;
            var fact = row.Extracted is { } line ? FactLines.Read(line, session.Path) : row.Fact;
            yield return new Stood(rows.Text(1), rows.Text(2), rows.Long(3), fact);
        }
    }

    private static Stood ReadRetired(Session session, Statement row) =>
        new(row.Text(0), row.Text(2), row.Long(3), FactLines.Read(row.Text(4), session.Path));

    private static void Require(Session session, long run)
    {
        if (RunTable.Find(session, run) is null)
            throw new StoreException($"{session.Path}: there is no run {run}.");
    }

    /// <summary>A fact that stood at some time.</summary>
    private sealed record Stood(string Root, string DocumentHash, long FirstRun, Fact Fact)
    {
        public static int InOrder(Stood left, Stood right)
        {
            var order = string.CompareOrdinal(left.Fact.Doc, right.Fact.Doc);
            if (order == 0) order = string.CompareOrdinal(left.Root, right.Root);
            if (order == 0) order = left.Fact.Span.CompareTo(right.Fact.Span);
            return order != 0 ? order : string.CompareOrdinal(left.Fact.Id, right.Fact.Id);
        }
    }
}
