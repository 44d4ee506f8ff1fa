using System.Collections.Immutable;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Answers queries for facts without reading more of them than it must.</summary>
/// <remarks>
/// There are two ways to a page. To <b>walk</b>: follow the index in the order asked for and drop what does not match, good
/// when much matches. To <b>gather</b>: collect all that match by the narrowest index and sort them, good when little does.
/// How much matches each restriction is known from <c>fact_counts</c>, so the cheaper way can be told beforehand. Where few
/// sentences have the words asked for, these come first; where many have, they are noted, and each fact met is held against them.
/// </remarks>
internal static class FactQueries
{
    /// <summary>Sentences with the words asked for, above which words are tested rather than looked up.</summary>
    private const int ManySentences = 20_000;

    /// <summary>Sentences with the words asked for, above which a page of their facts is found by testing fact after fact.</summary>
    private const int EverySoManySentences = 60_000;

    /// <summary>Sentences with the words asked for whose facts are counted.</summary>
    private const int CountSentences = 5_000;

    /// <summary>Facts that are counted one by one before counting stops.</summary>
    private const int CountAtMost = 100_000;

    /// <summary>One row of an index costs so much less than a row of the table, which is read from another place.</summary>
    private const double TableRowCost = 8;

    public static FactPage Page(Session session, FactQuery query, AnswerCache found)
    {
        var order = FactOrder.Of(query.Sort);
        var filter = FactFilter.Of(session, query, withStates: true);
        if (filter.MatchesNothing || query.Limit <= 0) return new FactPage([], null, null);
        var backwards = FactOrder.IsBackwards(query.Cursor);
        var plan = Plan(session, filter, order, query.Limit + query.Offset + 1, found);
        var parameters = filter.ParameterCount;
        var after = query.Cursor is null ? null : order.After(parameters + 2, backwards);
        var statement = session.Prepare(
            $"SELECT f.key, f.sentence_id, {order.Columns()} FROM {plan.From} WHERE {filter.Where(Join(plan.Condition(parameters + 1), after))} "
            + $"ORDER BY {order.OrderBy(backwards)}{(plan.Noted is null ? $" LIMIT {query.Limit + query.Offset + 1}" : "")}");
        filter.Bind(statement);
        if (plan.BindsWords) statement.Bind(parameters + 1, filter.Words);
        if (query.Cursor is not null) order.BindCursor(statement, parameters + 2, query.Cursor);

        var keys = new List<long>(query.Limit);
        string? first = null, last = null;
        var hasMore = false;
        var skip = query.Offset;
        while (statement.Step())
        {
            if (plan.Noted is not null && !plan.Noted.Contains(statement.Long(1))) continue;
            if (skip-- > 0) continue;
            if (keys.Count == query.Limit)
            {
                hasMore = true;
                statement.Reset();
                break;
            }

            keys.Add(statement.Long(0));
            first ??= order.Cursor(statement, 2, backwards: !backwards);
            last = order.Cursor(statement, 2, backwards);
        }

        if (backwards) keys.Reverse();
        var facts = Load(session, keys, query.WithSlots);

        // Whoever came by a cursor can go back to where it pointed.
        var beyond = hasMore ? last : null;
        var behind = query.Cursor is not null || query.Offset > 0 ? first : null;
        return backwards ? new FactPage(facts, behind, beyond) : new FactPage(facts, beyond, behind);
    }

    public static IEnumerable<StoredFact> All(Session session, FactQuery query, AnswerCache found)
    {
        var order = FactOrder.Of(query.Sort);
        var filter = FactFilter.Of(session, query, withStates: true);
        if (filter.MatchesNothing) yield break;
        var plan = Plan(session, filter, order, (int)Math.Min(int.MaxValue, filter.Total), found);
        var parameters = filter.ParameterCount;
        var statement = session.Prepare($"SELECT f.key, f.sentence_id FROM {plan.From} WHERE {filter.Where(plan.Condition(parameters + 1))} ORDER BY {order.OrderBy(false)}");
        filter.Bind(statement);
        if (plan.BindsWords) statement.Bind(parameters + 1, filter.Words);
        var loader = new FactLoader(session);
        while (statement.Step())
        {
            if (plan.Noted is not null && !plan.Noted.Contains(statement.Long(1))) continue;
            if (loader.Load(statement.Long(0), query.WithSlots) is { } fact) yield return fact;
        }
    }

    public static FactCounts Count(Session session, FactQuery query, AnswerCache found)
    {
        if (FactFilter.Known(session, query) is { } known) return known;
        var filter = FactFilter.Of(session, query, withStates: false);
        if (filter.MatchesNothing) return new FactCounts(0, 0, 0, 0, 0);
        if (filter is { Words: { } words, Best: { } few } && few.Facts < Sentences(session, words, CountSentences + 1, found)) return CountNoted(session, filter, few, found.Get(session, words, SentenceSet.Of));
        var parameters = filter.ParameterCount;

        // Words that many sentences have are counted for the first of these only.
        var from = filter.Words is null
            ? $"fact_rows f INDEXED BY {filter.Best?.Index ?? "facts_by_doubt"}"
            : $"(SELECT rowid AS id FROM sentence_words WHERE sentence_words MATCH ?{parameters + 1} LIMIT ?{parameters + 2}) w CROSS JOIN fact_rows f INDEXED BY facts_by_sentence";
        var where = filter.Where(filter.Words is null ? filter.Best?.Seek : "f.sentence_id = w.id");
        var statement = session.Prepare($"SELECT state, count(*) FROM (SELECT f.state FROM {from} WHERE {where} LIMIT {CountAtMost}) GROUP BY state");
        filter.Bind(statement);
        var isExact = true;
        if (filter.Words is not null)
        {
            statement.Bind(parameters + 1, filter.Words).Bind(parameters + 2, CountSentences);
            isExact = Sentences(session, filter.Words, CountSentences + 1, found) <= CountSentences;
        }

        var counts = FactFilter.ReadCounts(statement, isExact);
        return counts.Total < CountAtMost ? counts : counts with { IsExact = false };
    }

    public static ImmutableArray<StoredFact> OfDocument(Session session, long documentId)
    {
        var keys = new List<long>();
        var rows = session.Prepare("SELECT key FROM fact_rows WHERE document_id = ?1 ORDER BY span_start, span_end, key").Bind(1, documentId);
        while (rows.Step()) keys.Add(rows.Long(0));
        return Load(session, keys, withSlots: true);
    }

    public static StoredFact? Find(Session session, string id)
    {
        var exact = session.Prepare("SELECT key FROM fact_rows WHERE id = ?1 ORDER BY key LIMIT 1").Bind(1, id).Scalar();
        if (exact is null && id.Length > 0)
        {
            // A prefix, if it is one fact's only; copies of a document have facts of the same id.
            var rows = session.Prepare("SELECT min(key), count(DISTINCT id) FROM (SELECT key, id FROM fact_rows WHERE id >= ?1 AND id < ?2 ORDER BY id LIMIT 1000)")
                .Bind(1, id).Bind(2, id + "\uffff");
            if (rows.Step() && rows.Long(1) == 1) exact = rows.Long(0);
            rows.Reset();
        }

        return exact is { } key ? new FactLoader(session).Load(key, withSlots: true) : null;
    }

    public static ImmutableArray<StoredFact> Related(Session session, StoredFact fact, int limit, AnswerCache found)
    {
        var page = Page(session, new FactQuery
        {
            Region = fact.Fact.Region,
            Period = fact.Fact.Period,
            Flow = fact.Fact.Flow,
            Partner = fact.Fact.Partner ?? "",
            Category = fact.Fact.Category ?? "",
            Limit = limit + 1,
        }, found);
        return [.. page.Facts.Where(other => other.Key != fact.Key).Take(limit)];
    }

    public static ImmutableArray<StoredFact> Load(Session session, IEnumerable<long> keys, bool withSlots)
    {
        var loader = new FactLoader(session);
        return [.. keys.Select(key => loader.Load(key, withSlots)).OfType<StoredFact>()];
    }

    private static FactPlan Plan(Session session, FactFilter filter, FactOrder order, int wanted, AnswerCache found)
    {
        var walk = order.JoinsDocuments ? "documents d CROSS JOIN fact_rows f INDEXED BY facts_by_document" : $"fact_rows f{(order.Index is { } index ? $" INDEXED BY {index}" : "")}";
        var joined = order.JoinsDocuments ? "f.document_id = d.id" : null;
        var documents = order.JoinsDocuments ? " CROSS JOIN documents d" : "";
        var matching = filter.Matching;
        SentenceSet? noted = null;
        if (filter.Words is { } words)
        {
            var sentences = Count(ManySentences + 1);
            if (sentences <= ManySentences && !(filter.Best is { } few && few.Facts < sentences))
            {
                return new FactPlan(
                    $"sentence_words w CROSS JOIN fact_rows f INDEXED BY facts_by_sentence{documents}",
                    parameter => Join($"w.sentence_words MATCH ?{parameter} AND f.sentence_id = w.rowid", joined),
                    BindsWords: true,
                    null);
            }

            // By period, a month's facts are all tested before the first is shown, since the index does not order them further.
            if (filter.IsTagged && wanted < 1_000 && order.Index != "facts_by_period" && Count(EverySoManySentences) == EverySoManySentences)
            {
                // Found wherever one looks: not worth noting, the first page is full soon.
                string? Tested(int parameter) =>
                    Join($"EXISTS (SELECT 1 FROM sentence_words w WHERE w.rowid = f.sentence_id AND w.sentence_words MATCH ?{parameter})", joined);
                return new FactPlan(walk, Tested, BindsWords: true, null);
            }

            noted = found.Get(session, words, SentenceSet.Of);
            matching = Math.Min(matching, noted.Count);

            long Count(int atMost) => Sentences(session, words, atMost, found);
        }

        var isCovered = noted is null && order.Index is "facts_by_doubt" or "facts_by_period";
        var walked = Math.Min(filter.Total, wanted * Math.Max(1, filter.Total / Math.Max(matching, 0.01))) * (isCovered ? 1 : TableRowCost);
        if (filter.Best is { } best && best.Facts + (Math.Min(best.Facts, matching) * TableRowCost) < walked)
            return new FactPlan($"fact_rows f INDEXED BY {best.Index}{documents}", _ => Join(best.Seek, joined), BindsWords: false, noted);
        return new FactPlan(walk, _ => joined, BindsWords: false, noted);
    }

    private static long Sentences(Session session, string words, int atMost, AnswerCache found) => found.Get(session, (words, atMost), static (asked, question) =>
        asked.Prepare("SELECT count(*) FROM (SELECT 1 FROM sentence_words WHERE sentence_words MATCH ?1 LIMIT ?2)").Bind(1, question.words).Bind(2, question.atMost).Scalar() ?? 0);

    /// <summary>Counts by state, among few facts, those of the sentences that have the words: exactly, and from the rows that the page was found among.</summary>
    private static FactCounts CountNoted(Session session, FactFilter filter, (string Index, long Facts, string? Seek) few, SentenceSet noted)
    {
        var rows = filter.Bind(session.Prepare($"SELECT f.state, f.sentence_id FROM fact_rows f INDEXED BY {few.Index} WHERE {filter.Where(few.Seek)}"));
        Span<int> byState = stackalloc int[Enum.GetValues<ReviewState>().Length];
        while (rows.Step())
        {
            if (noted.Contains(rows.Long(1))) byState[rows.Int(0)]++;
        }

        return new FactCounts(byState[(int)ReviewState.Pending], byState[(int)ReviewState.Accepted], byState[(int)ReviewState.Rejected], byState[(int)ReviewState.Corrected], byState[(int)ReviewState.Changed]);
    }

    private static string? Join(string? left, string? right) => left is null ? right : right is null ? left : $"{left} AND {right}";

    /// <summary>How a page is come by.</summary>
    /// <param name="From">The tables and indexes.</param>
    /// <param name="Condition">What to ask beside the filter's own conditions; the number of the parameter for the words goes in.</param>
    /// <param name="BindsWords">Whether that parameter is used.</param>
    /// <param name="Noted">The sentences that a fact must be of; null when the statement sees to it.</param>
    private sealed record FactPlan(string From, Func<int, string?> Condition, bool BindsWords, SentenceSet? Noted);
}
