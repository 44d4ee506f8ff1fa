using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>A query's restrictions as SQL over <c>fact_rows f</c>, with how many facts each lets through.</summary>
internal sealed class FactFilter
{
    private readonly List<string> conditions = [];
    private readonly List<object> values = [];
    private readonly List<(string Index, long Facts, string? Seek)> indexes = [];
    private readonly List<string> tags = [];

    private FactFilter(Session session)
    {
        Total = session.Prepare("SELECT sum(facts) FROM fact_counts WHERE dimension = 0").Scalar() ?? 0;
        Matching = Total;
    }

    /// <summary>How many facts there are.</summary>
    public long Total { get; }

    /// <summary>About how many match, as if the restrictions had nothing to do with each other.</summary>
    public double Matching { get; private set; }

    /// <summary>Whether something is asked for that nothing stored has.</summary>
    public bool MatchesNothing { get; private set; }

    /// <summary>The words asked for, in the language of FTS5; not among the conditions.</summary>
    public string? Words { get; private set; }

    /// <summary>Whether all that is asked beside the words is in the tags of the sentences too, so that few of those found are dropped.</summary>
    public bool IsTagged { get; private set; } = true;

    /// <summary>The index that leaves fewest facts to look at, how many, and a condition only for seeking in it; null when none narrows.</summary>
    public (string Index, long Facts, string? Seek)? Best => indexes.Count == 0 ? null : indexes.MinBy(index => index.Facts);

    /// <summary>How many parameters <see cref="Bind"/> uses.</summary>
    public int ParameterCount => values.Count;

    public static FactFilter Of(Session session, FactQuery query, bool withStates)
    {
        var filter = new FactFilter(session);
        filter.Label(session, "region_id", "facts_by_region", CountDimension.Region, query.Region, isPartial: false);
        filter.Label(session, "partner_id", "facts_by_partner", CountDimension.Partner, query.Partner, isPartial: true);
        filter.Label(session, "category_id", "facts_by_category", CountDimension.Category, query.Category, isPartial: true);
        if (query.Flow is { } flow)
        {
            filter.Require("f.flow = ?", (long)flow);
            filter.tags.Add($"f{(int)flow}");
            filter.Narrow(Count(session, CountDimension.Flow, (long)flow));
        }

        var tagged = filter.conditions.Count;
        filter.Periods(session, query);
        filter.Rule(session, query.Rule);
        filter.Documents(session, query);
        if (query.FirstRun is { } firstRun) filter.Require("f.first_run = ?", firstRun);
        if (query.Run is { } run) filter.Require("f.document_id IN (SELECT id FROM documents WHERE last_run = ?)", run);
        if (query.Flags != FactFlags.None)
        {
            filter.Require("f.flags & ? = ?", (long)query.Flags, (long)query.Flags);
            filter.Matching /= 5;
        }

        if (query.MinDoubt is { } least) filter.Require("f.doubt >= ?", FactTable.DoubtCode(least));
        if (query.MaxDoubt is { } most) filter.Require("f.doubt <= ?", FactTable.DoubtCode(most));
        if (query.Contradicted is { } contradicted)
        {
            filter.conditions.Add(contradicted ? "f.contradicted > 0" : "f.contradicted = 0");
            if (contradicted) filter.Matching /= 50;
        }

        if (query.Measure is { } measure) filter.conditions.Add($"f.{Column(measure)} IS NOT NULL");
        if (!query.IncludeDuplicates) filter.conditions.Add("f.duplicate = 0");
        filter.IsTagged = filter.conditions.Count == tagged && (query.States.IsDefaultOrEmpty || query.States.Contains(ReviewState.Pending));
        if (withStates) filter.States(session, query);
        if (query.Text is { } text && TextQuery.ToFts5(text) is { } words)
            filter.Words = filter.tags.Count == 0 ? words : $"{words} AND tags : ({string.Join(" AND ", filter.tags)})";
        return filter;
    }

    /// <summary>The conditions, joined; the words asked for excepted.</summary>
    public string Where(string? further = null)
    {
        var all = further is null ? conditions : [.. conditions, further];
        return all.Count == 0 ? "1" : string.Join(" AND ", all);
    }

    /// <summary>Binds the conditions' values from the first parameter on; those after are the caller's.</summary>
    public Statement Bind(Statement statement)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is string text) statement.Bind(i + 1, text);
            else statement.Bind(i + 1, (long)values[i]);
        }

        return statement;
    }

    /// <summary>The number of facts by state that are known without looking at facts; null when the query asks for more than one simple thing.</summary>
    public static FactCounts? Known(Session session, FactQuery query)
    {
        var bare = FactQuery.All with
        {
            Region = query.Region,
            Partner = query.Partner,
            Category = query.Category,
            Flow = query.Flow,
            Rule = query.Rule,
            States = query.States,
            Sort = query.Sort,
            Cursor = query.Cursor,
            Offset = query.Offset,
            Limit = query.Limit,
            WithSlots = query.WithSlots,
        };
        if (bare != query) return null;
        var asked = new List<(CountDimension Dimension, long? Value)>();
        if (query.Region is not null) asked.Add((CountDimension.Region, LabelOf(session, query.Region)));
        if (query.Partner is not null) asked.Add((CountDimension.Partner, LabelOf(session, query.Partner)));
        if (query.Category is not null) asked.Add((CountDimension.Category, LabelOf(session, query.Category)));
        if (query.Flow is { } flow) asked.Add((CountDimension.Flow, (long)flow));
        if (query.Rule is not null) asked.Add((CountDimension.Rule, query.Rule.EndsWith('*') ? -2 : LabelOf(session, query.Rule)));
        if (asked.Count > 1 || asked.Exists(one => one.Value == -2)) return null;
        var (dimension, value) = asked.Count == 0 ? (CountDimension.All, 0) : asked[0];
        var rows = session.Prepare("SELECT state, sum(facts) FROM fact_counts WHERE dimension = ?1 AND a = ?2 GROUP BY state")
            .Bind(1, (long)dimension).Bind(2, value ?? -1);
        return ReadCounts(rows, isExact: true);
    }

    /// <summary>Reads rows of state and number.</summary>
    public static FactCounts ReadCounts(Statement rows, bool isExact)
    {
        var counts = new long[5];
        while (rows.Step()) counts[rows.Int(0)] += rows.Long(1);
        return new FactCounts(counts[0], counts[1], counts[2], counts[3], counts[4], isExact);
    }

    private static long? LabelOf(Session session, string text) => text.Length == 0 ? 0 : session.Labels.Find(text);

    private static long Count(Session session, CountDimension dimension, long value) =>
        session.Prepare("SELECT sum(facts) FROM fact_counts WHERE dimension = ?1 AND a = ?2").Bind(1, (long)dimension).Bind(2, value).Scalar() ?? 0;

    private static string Column(SlotName measure) => measure switch
    {
        SlotName.Value => "value",
        SlotName.Growth => "growth",
        SlotName.Multiple => "multiple",
        SlotName.Change => "change",
        SlotName.Share => "share",
        SlotName.Contribution => "contribution",
        SlotName.ContributionRate => "contribution_rate",
        SlotName.GrowthChange => "growth_change",
        SlotName.GrowthGap => "growth_gap",
        SlotName.ShareChange => "share_change",
        SlotName.Rank => "rank",
        _ => throw new StoreException($"{FactLineNames.Of(measure)} is no measure."),
    };

    private void Require(string condition, params ReadOnlySpan<object> bound)
    {
        // Numbered, because a statement is bound again for another page.
        foreach (var value in bound)
        {
            values.Add(value);
            var place = condition.IndexOf('?', StringComparison.Ordinal);
            while (place + 1 < condition.Length && char.IsAsciiDigit(condition[place + 1])) place = condition.IndexOf('?', place + 1);
            condition = condition.Insert(place + 1, values.Count.ToString());
        }

        conditions.Add(condition);
    }

    private void Narrow(long facts, string? index = null, string? seek = null)
    {
        if (facts == 0) MatchesNothing = true;
        if (Total > 0) Matching *= Math.Min(1, (double)facts / Total);
        if (index is not null) indexes.Add((index, facts, seek));
    }

    private void Label(Session session, string column, string index, CountDimension dimension, string? text, bool isPartial)
    {
        if (text is null) return;
        if (LabelOf(session, text) is not { } label)
        {
            MatchesNothing = true;
            return;
        }

        Require($"f.{column} = ?", label);
        if (dimension != CountDimension.Rule) tags.Add($"{column[0]}{label}");

        // SQLite has to be told that the partial index holds every row asked for.
        if (isPartial && label != 0) conditions.Add($"f.{column} <> 0");
        Narrow(Count(session, dimension, label), isPartial && label == 0 ? null : index);
    }

    private void Periods(Session session, FactQuery query)
    {
        if (query.Period is { } period)
        {
            var (from, to) = (PeriodCode.Of(period.Start), PeriodCode.Of(period.End));
            Require("f.period_to = ? AND f.period_from = ?", to, from);
            Narrow(
                session.Prepare("SELECT sum(facts) FROM fact_counts WHERE dimension = ?1 AND a = ?2 AND b = ?3")
                    .Bind(1, (long)CountDimension.Period).Bind(2, from).Bind(3, to).Scalar() ?? 0,
                "facts_by_period");
        }

        if (query.Overlapping is { } overlapping)
        {
            // Months: whatever begins before the end of the last and ends after the start of the first. Where no year is
            // known the codes are below 10000, and so no known period is met.
            var least = PeriodCode.Of(overlapping.Start) / 100 * 100;
            var most = (PeriodCode.Of(overlapping.End) / 100 * 100) + 99;
            Require("f.period_to >= ? AND f.period_from <= ?", least, most);
            if (!overlapping.YearIsKnown) conditions.Add("f.period_to < 10000");

            // The index is by the last month, and any later period may overlap: so each period that does is looked up.
            var seek = $"(f.period_to, f.period_from) IN (SELECT b, a FROM fact_counts WHERE dimension = {(int)CountDimension.Period} AND b >= ?{values.Count - 1} AND a <= ?{values.Count})";
            Narrow(
                session.Prepare("SELECT sum(facts) FROM fact_counts WHERE dimension = ?1 AND b >= ?2 AND a <= ?3")
                    .Bind(1, (long)CountDimension.Period).Bind(2, least).Bind(3, most).Scalar() ?? 0,
                "facts_by_period",
                seek);
        }
    }

    private void Rule(Session session, string? rule)
    {
        if (rule is null) return;
        if (!rule.EndsWith('*'))
        {
            Label(session, "rule_id", "facts_by_rule", CountDimension.Rule, rule, isPartial: false);
            return;
        }

        var prefix = rule[..^1];
        Require("f.rule_id IN (SELECT id FROM labels WHERE substr(text, 1, ?) = ?)", (long)prefix.Length, prefix);
        Matching /= 10;
    }

    private void Documents(Session session, FactQuery query)
    {
        if (query.DocumentId is { } id)
        {
            Require("f.document_id = ?", id);
            Narrow(session.Prepare("SELECT fact_count FROM documents WHERE id = ?1").Bind(1, id).Scalar() ?? 0, "facts_by_document");
        }

        if (query.Doc is { } doc)
        {
            // GLOB knows * as we do; its other signs are taken as they are.
            var isPattern = doc.Contains('*', StringComparison.Ordinal);
            var test = isPattern ? "GLOB" : "=";
            if (isPattern) doc = doc.Replace("[", "[[]", StringComparison.Ordinal).Replace("?", "[?]", StringComparison.Ordinal);
            Require($"f.document_id IN (SELECT id FROM documents WHERE name {test} ?)", doc);
            Narrow(session.Prepare($"SELECT sum(fact_count) FROM documents WHERE name {test} ?1").Bind(1, doc).Scalar() ?? 0, "facts_by_document");
        }
    }

    private void States(Session session, FactQuery query)
    {
        if (query.States.IsDefaultOrEmpty) return;
        conditions.Add($"f.state IN ({string.Join(", ", query.States.Select(state => (int)state).Distinct().Order())})");
        long facts = 0;
        foreach (var state in query.States.Distinct())
            facts += session.Prepare("SELECT sum(facts) FROM fact_counts WHERE dimension = 0 AND state = ?1").Bind(1, (long)state).Scalar() ?? 0;

        // The index holds decided facts only, which are few as long as it matters.
        if (query.States.Contains(ReviewState.Pending)) Narrow(facts);
        else
        {
            conditions.Add("f.state <> 0");
            Narrow(facts, "facts_by_state");
        }
    }
}
