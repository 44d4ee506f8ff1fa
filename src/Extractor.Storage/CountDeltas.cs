namespace Extractor.Storage;

/// <summary>What <c>fact_counts</c> counts by.</summary>
internal enum CountDimension
{
    All,
    Region,
    Partner,
    Category,
    Rule,
    Flow,
    Unit,

    /// <summary>Region, flow and last month: the cells of the overview.</summary>
    Cell,

    /// <summary>First and last bound.</summary>
    Period,
}

/// <summary>The fields of a fact's row that counts are kept by.</summary>
internal readonly record struct CountKey(
    long Region, long Partner, long Category, long Rule, long Unit, int Flow, long PeriodFrom, long PeriodTo, int State, bool Duplicate);

/// <summary>Changes to <c>fact_counts</c>, collected so that a batch of documents touches each count once.</summary>
internal sealed class CountDeltas
{
    private readonly Dictionary<(CountDimension Dimension, long A, long B, long C, int State), long> deltas = [];

    public void Add(in CountKey key, int sign)
    {
        Add(CountDimension.All, 0, 0, 0, key.State, sign);
        Add(CountDimension.Region, key.Region, 0, 0, key.State, sign);
        Add(CountDimension.Partner, key.Partner, 0, 0, key.State, sign);
        Add(CountDimension.Category, key.Category, 0, 0, key.State, sign);
        Add(CountDimension.Rule, key.Rule, 0, 0, key.State, sign);
        Add(CountDimension.Flow, key.Flow, 0, 0, key.State, sign);
        Add(CountDimension.Unit, key.Unit, 0, 0, key.State, sign);
        Add(CountDimension.Cell, key.Region, key.Flow, key.PeriodTo / 100, key.State, sign);
        Add(CountDimension.Period, key.PeriodFrom, key.PeriodTo, 0, key.State, sign);
    }

    public void Add(CountDeltas other)
    {
        foreach (var ((dimension, a, b, c, state), change) in other.deltas) Add(dimension, a, b, c, state, change);
    }

    public void Clear() => deltas.Clear();

    /// <summary>Writes the changes, in the transaction that is open, and forgets them.</summary>
    public void Flush(Session session)
    {
        foreach (var ((dimension, a, b, c, state), change) in deltas)
        {
            if (change == 0) continue;
            session.Prepare("INSERT INTO fact_counts VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO UPDATE SET facts = facts + excluded.facts")
                .Bind(1, (long)dimension).Bind(2, a).Bind(3, b).Bind(4, c).Bind(5, state).Bind(6, change).Run();
            if (change > 0) continue;
            session.Prepare("DELETE FROM fact_counts WHERE dimension = ?1 AND a = ?2 AND b = ?3 AND c = ?4 AND state = ?5 AND facts = 0")
                .Bind(1, (long)dimension).Bind(2, a).Bind(3, b).Bind(4, c).Bind(5, state).Run();
        }

        deltas.Clear();
    }

    private void Add(CountDimension dimension, long a, long b, long c, int state, long change)
    {
        ref var delta = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(deltas, (dimension, a, b, c, state), out _);
        delta += change;
    }
}
