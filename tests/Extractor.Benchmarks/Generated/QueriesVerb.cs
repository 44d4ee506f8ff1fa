using System.Diagnostics;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Benchmarks.Generated;

/// <summary><c>queries --db FILE</c>: how long the questions that the review pages ask take, each many times with other values.</summary>
internal static class QueriesVerb
{
    private static readonly string[] Words = ["exports", "ships", "steel yuan", "\"solar panels\"", "Zhejiang coffee", "fair customs", "Qinghai", "lithium", "\"first 3 months\" Vietnam", "total", "gold Tibet", "nosuchword"];

    public static int Run(string[] arguments)
    {
        var path = arguments is ["--db", var given, ..] ? given : "output/generated.db";
        using var store = SqliteFactStore.Open(path);
        var random = new Random(7);
        var regions = store.Values(FactField.Region, limit: 0);
        var partners = store.Values(FactField.Partner, limit: 0);
        var categories = store.Values(FactField.Category, limit: 0);
        var rules = store.Values(FactField.Rule, limit: 0);
        string? Any(IReadOnlyList<ValueCount> values) => values[random.Next(values.Count)].Value ?? "";
        Flow AnyFlow() => (Flow)random.Next(4);
        TradePeriod AnyPeriod() => TradePeriod.Months(random.Next(2006, 2025), 1, random.Next(1, 13));
        ReviewState AnyState() => (ReviewState)random.Next(4);
        FactSort AnySort() => (FactSort)random.Next(5);

        Console.WriteLine($"{"",-34}{"times",6}{"p50",9}{"p95",9}{"max",9}  ms");
        Ask("queue, first page", 200, () => new FactQuery { Sort = FactSort.Doubt, States = [ReviewState.Pending] }, store.Facts);
        Ask("queue, by state", 200, () => new FactQuery { Sort = FactSort.Doubt, States = [AnyState()] }, store.Facts);
        Measure("queue, next pages", 200, Pages(() => new FactQuery { Sort = AnySort(), States = [ReviewState.Pending] }));
        Ask("one filter, any order", 300, () => One() with { Sort = AnySort() }, store.Facts);
        Ask("two filters, by doubt", 300, () => Two() with { Sort = FactSort.Doubt }, store.Facts);
        Ask("two filters, any order", 300, () => Two() with { Sort = AnySort() }, store.Facts);
        Ask("five filters, by doubt", 300, () => Two() with { Sort = FactSort.Doubt, Flow = AnyFlow(), States = [ReviewState.Pending], Flags = FactFlags.ListPaired, Partner = Any(partners) }, store.Facts);
        Ask("words", 300, () => new FactQuery { Text = AnyWords(), Sort = AnySort() }, store.Facts);
        Ask("words and a filter", 300, () => One() with { Text = AnyWords(), Sort = FactSort.Doubt }, store.Facts);
        Ask("count, no filter", 100, () => FactQuery.All, store.Count);
        Ask("count, one filter", 300, () => One(), store.Count);
        Ask("count, two filters", 300, () => Two(), store.Count);
        Ask("count, three filters", 300, () => Two() with { Flow = AnyFlow(), Flags = FactFlags.ListPaired }, store.Count);
        Ask("count, flag only", 100, () => new FactQuery { Flags = (FactFlags)(1 << random.Next(7)) }, store.Count);
        Ask("count, words", 300, () => new FactQuery { Text = AnyWords() }, store.Count);
        var sample = store.Facts(new FactQuery { Sort = FactSort.Value, Limit = 500 }).Facts.Concat(store.Facts(new FactQuery { Limit = 500 }).Facts).ToList();
        StoredFact AnyFact() => sample[random.Next(sample.Count)];
        Measure("a fact", 300, () => store.FindFact(AnyFact().Fact.Id));
        Measure("its article", 300, () => store.ReadDocument(AnyFact().DocumentId));
        Measure("facts of its article", 300, () => store.FactsOf(AnyFact().DocumentId));
        Measure("related facts", 300, () => store.Related(AnyFact()));
        Measure("its review", 300, () => store.ReviewOf(AnyFact()));
        Measure("fact after it in the queue", 300, () =>
        {
            var sort = AnySort();
            return store.Facts(new FactQuery { Sort = sort, States = [ReviewState.Pending], Cursor = store.CursorAt(AnyFact(), sort), Limit = 1 });
        });
        Measure("completion", 300, () => store.Values((FactField)random.Next(7), ((char)('a' + random.Next(26))).ToString(), 20));
        Measure("documents, most unresolved", 100, () => store.Documents(new DocumentQuery { Sort = DocumentSort.Unresolved }));
        Measure("documents by name", 100, () => store.Documents(new DocumentQuery { Offset = random.Next(1000) }));
        Measure("overview", 30, store.Overview);
        var decided = store.Facts(new FactQuery { Sort = FactSort.Newest, Limit = 200 }).Facts;
        var next = 0;
        Measure("decide", 100, () => store.Decide(new NewDecision { Kind = DecisionKind.Accept, FactId = decided[next++].Fact.Id, Reviewer = "eve", At = DateTimeOffset.UnixEpoch }));
        return 0;

        FactQuery One() => random.Next(6) switch
        {
            0 => new FactQuery { Region = Any(regions) },
            1 => new FactQuery { Partner = Any(partners) },
            2 => new FactQuery { Category = Any(categories) },
            3 => new FactQuery { Rule = Any(rules) },
            4 => new FactQuery { Overlapping = AnyPeriod() },
            _ => new FactQuery { Flow = AnyFlow() },
        };

        FactQuery Two() => One() with
        {
            Region = random.Next(2) == 0 ? Any(regions) : null,
            Category = random.Next(2) == 0 ? Any(categories) : "",
        };

        string AnyWords() => Words[random.Next(Words.Length)];

        Func<object?> Pages(Func<FactQuery> first)
        {
            FactPage? page = null;
            FactQuery? query = null;
            return () =>
            {
                query = page?.Next is null || random.Next(10) == 0 ? first() : query! with { Cursor = page.Next };
                return page = store.Facts(query);
            };
        }
    }

    /// <summary>Also shows the question that took longest, where that was long.</summary>
    private static void Ask<TAnswer>(string what, int times, Func<FactQuery> question, Func<FactQuery, TAnswer> answer)
    {
        FactQuery? slowest = null;
        var longest = TimeSpan.FromMilliseconds(100);
        Measure(what, times, () =>
        {
            var query = question();
            var start = Stopwatch.GetTimestamp();
            var answered = answer(query);
            if (Stopwatch.GetElapsedTime(start) > longest) (slowest, longest) = (query, Stopwatch.GetElapsedTime(start));
            return answered;
        });
        if (slowest is not null) Console.WriteLine($"    slowest: {slowest}");
    }

    private static void Measure(string what, int times, Func<object?> question)
    {
        var taken = new List<double>(times);
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            question();
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        taken.Sort();
        Console.WriteLine($"{what,-34}{times,6}{taken[times / 2],9:0.0}{taken[times * 95 / 100],9:0.0}{taken[^1],9:0.0}");
    }
}
