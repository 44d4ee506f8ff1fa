using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>What has been decided, and where extraction now says otherwise.</summary>
internal static class DecisionQueries
{
    public static FactReview ReviewOf(Session session, StoredFact fact)
    {
        var own = DecisionTable.OnFact(session, fact.Fact.Id);
        if (FactTable.Find(session, fact.Key)?.DecidedAs is not { } earlier)
            return new FactReview(fact.State, own, DecisionReplay.Replay(fact.Extracted ?? fact.Fact, own).Standing, null);

        var before = DecisionTable.OnFact(session, earlier);
        var replayed = before.IsEmpty ? null : DecisionReplay.Replay(before[0].Fact, before);
        var standing = DecisionReplay.Replay(fact.Extracted ?? fact.Fact, own).Standing ?? replayed?.Standing;
        var change = fact.State == ReviewState.Changed && replayed is not null ? Change(replayed.Fact, fact.Fact) : null;
        return new FactReview(fact.State, [.. before.Concat(own).OrderBy(decision => decision.Sequence)], standing, change);
    }

    public static IEnumerable<Decision> Vanished(Session session)
    {
        foreach (var id in DecisionTable.OrphanedFacts(session))
        {
            var decisions = DecisionTable.OnFact(session, id);
            if (DecisionReplay.Replay(decisions[0].Fact, decisions).Standing is { } standing) yield return standing;
        }
    }

    public static IEnumerable<DecisionConflict> Conflicts(Session session)
    {
        var keys = new List<long>();
        var rows = session.Prepare("SELECT key FROM fact_rows WHERE state = ?1 AND state <> 0 ORDER BY key").Bind(1, (long)ReviewState.Changed);
        while (rows.Step()) keys.Add(rows.Long(0));
        var loader = new FactLoader(session);
        foreach (var key in keys)
        {
            if (loader.Load(key, withSlots: true) is not { } fact) continue;
            if (ReviewOf(session, fact) is not { Standing: { } standing, ChangedFrom: { } change }) continue;
            var fields = string.Join(", ", change.Fields.Select(field => $"{field} {Written(change.Before, field)} is now {Written(change.After, field)}"));
            yield return new DecisionConflict(standing, fact, $"{standing.Reviewer} {Said(standing.Kind)} this fact, but {fields}");
        }

        foreach (var vanished in Vanished(session))
        {
            if (vanished.Kind == DecisionKind.Reject) continue;
            yield return new DecisionConflict(vanished, null, $"{vanished.Reviewer} {Said(vanished.Kind)} a fact that is no longer extracted");
        }
    }

    private static FactChange Change(Fact before, Fact after) =>
        new(before, after, [.. FactIdentity.DifferingSlots(before, after).Select(FactLineNames.Of)]);

    private static string Written(Fact fact, string field) =>
        FactLineNames.TrySlot(field, out var name) && fact.Written(name) is { } value ? $"'{value}'" : "nothing";

    private static string Said(DecisionKind kind) => kind switch
    {
        DecisionKind.Accept => "accepted",
        DecisionKind.Reject => "rejected",
        DecisionKind.Correct => "corrected",
        _ => "added",
    };
}
