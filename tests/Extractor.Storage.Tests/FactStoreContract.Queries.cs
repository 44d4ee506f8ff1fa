using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage.Tests;

public abstract partial class FactStoreContract
{
    /// <summary>Facts that differ in every field that can be asked for; their growth is their number.</summary>
    private SampleArticle[] Varied() =>
    [
        new SampleArticle("2022/a.txt")
            .Says("Exports of toys to America rose.", fact => fact with { Growth = 1, Partner = "US", Category = "toys", Flags = FactFlags.Bound })
            .Says("Imports of toys from America rose.", fact => fact with { Growth = 2, Partner = "US", Category = "toys", Flow = Flow.Imports, Value = 2, Unit = "USD" }),
        new SampleArticle("2022/b.txt")
            .Says("Exports rose in the year.", fact => fact with { Growth = 3, Period = TradePeriod.WholeYear(2022), Value = 30, Unit = "CNY", Rule = "growth.list" })
            .Says("Exports rose, nobody knows when.", fact => fact with { Growth = 4, Period = TradePeriod.Months(null, 1, 3), Flags = FactFlags.YearUnknown }),
        new SampleArticle("2023/c[1].txt")
            .Says("Vietnam's “exports” of Café furniture rose.", fact => fact with { Growth = 5, Region = "Vietnam", Category = "furniture", Flags = FactFlags.RegionAssumed | FactFlags.Bound })
            .Says("Vietnam exported to China and Hong Kong.", fact => fact with { Growth = 6, Region = "Vietnam", Partner = "CN+HK", Share = 3, Period = TradePeriod.Parse("2022-04-01/2022-04-20") }),
    ];

    private IEnumerable<decimal> Numbers(FactQuery query) => Store.Facts(query).Facts.Select(fact => fact.Fact.Growth!.Value);

    [Fact]
    public void Facts_are_filtered_by_every_field()
    {
        Run(Varied());

        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers(FactQuery.All));
        Assert.Equal([5, 6], Numbers(new FactQuery { Region = "Vietnam" }));
        Assert.Empty(Numbers(new FactQuery { Region = "Nowhere" }));
        Assert.Equal([2], Numbers(new FactQuery { Flow = Flow.Imports }));
        Assert.Equal([1, 2], Numbers(new FactQuery { Partner = "US" }));
        Assert.Equal([3, 4, 5], Numbers(new FactQuery { Partner = "" }));
        Assert.Equal([5], Numbers(new FactQuery { Category = "furniture" }));
        Assert.Equal([3, 4, 6], Numbers(new FactQuery { Category = "" }));
        Assert.Equal([3], Numbers(new FactQuery { Period = TradePeriod.WholeYear(2022) }));
        Assert.Equal([3, 4], Numbers(new FactQuery { DocumentId = Id("2022/b.txt") }));
        Assert.Equal([3, 4], Numbers(new FactQuery { Doc = "2022/b.txt" }));
        Assert.Equal([1, 2, 3, 4], Numbers(new FactQuery { Doc = "2022/*" }));
        Assert.Equal([5, 6], Numbers(new FactQuery { Doc = "*c[1]*" }));
        Assert.Empty(Numbers(new FactQuery { Doc = "2022/?.txt" }));
        Assert.Equal([1, 5], Numbers(new FactQuery { Flags = FactFlags.Bound }));
        Assert.Equal([5], Numbers(new FactQuery { Flags = FactFlags.Bound | FactFlags.RegionAssumed }));
        Assert.Equal([3], Numbers(new FactQuery { Rule = "growth.list" }));
        Assert.Equal([3], Numbers(new FactQuery { Rule = "growth*" }));
        Assert.Equal([2, 3], Numbers(new FactQuery { Measure = SlotName.Value }));
        Assert.Equal([6], Numbers(new FactQuery { Measure = SlotName.Share }));
        Assert.Equal([4, 5], Numbers(new FactQuery { MinDoubt = 0.3 }));
        Assert.Equal([2, 3, 6], Numbers(new FactQuery { MaxDoubt = 0.05 }));
        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers(new FactQuery { States = [ReviewState.Pending], Run = 1, FirstRun = 1, Contradicted = false }));
        Assert.Empty(Numbers(new FactQuery { States = [ReviewState.Accepted] }));
        Assert.Equal([1], Numbers(new FactQuery { Region = "Zhejiang", Flow = Flow.Exports, Partner = "US", Category = "toys", Period = TradePeriod.Months(2022, 1, 3), Doc = "2022/*", Text = "rose" }));
    }

    [Fact]
    public void Periods_overlap_by_months_and_unknown_years_only_each_other()
    {
        Run(Varied());

        Assert.Equal([1, 2, 3, 5], Numbers(new FactQuery { Overlapping = TradePeriod.Months(2022, 3, 3) }));
        Assert.Equal([3, 6], Numbers(new FactQuery { Overlapping = TradePeriod.Parse("2022-04-25/2022-05-10") }));
        Assert.Equal([3], Numbers(new FactQuery { Overlapping = new TradePeriod(new PeriodBound(2022, 12), new PeriodBound(2023, 2)) }));
        Assert.Equal([4], Numbers(new FactQuery { Overlapping = TradePeriod.Months(null, 3, 5) }));
        Assert.Empty(Numbers(new FactQuery { Overlapping = TradePeriod.Months(null, 4, 5) }));
        Assert.Empty(Numbers(new FactQuery { Overlapping = TradePeriod.WholeYear(2021) }));
    }

    [Theory]
    [InlineData("toys", "1,2")]
    [InlineData("TOYS america", "1,2")]
    [InlineData("america exports", "1")]
    [InlineData("\"toys to america\"", "1")]
    [InlineData("\"toys america\"", "")]
    [InlineData("cafe", "5")]
    [InlineData("furnit*", "5")]
    [InlineData("furnit", "")]
    [InlineData("exports NOT toys", "")]
    [InlineData("\"", "1,2,3,4,5,6")]
    [InlineData("( ) * ^ : -", "1,2,3,4,5,6")]
    [InlineData("quote:toys", "")]
    [InlineData("toys)", "1,2")]
    public void Words_are_found_in_quotes(string words, string expected)
    {
        Run(Varied());

        Assert.Equal(expected, string.Join(',', Numbers(new FactQuery { Text = words })));
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Length, Store.Count(new FactQuery { Text = words }).Total);
    }

    [Fact]
    public void Facts_come_in_the_order_asked_for()
    {
        Run(Varied());

        Assert.Equal([5, 4, 1, 2, 3, 6], Numbers(new FactQuery { Sort = FactSort.Doubt }));
        Assert.Equal([3, 6, 5, 2, 1, 4], Numbers(new FactQuery { Sort = FactSort.Period }));
        Assert.Equal([3, 2], Numbers(new FactQuery { Sort = FactSort.Value }).Take(2));
        Assert.Equal([6, 5, 4, 3, 2, 1], Numbers(new FactQuery { Sort = FactSort.Newest }));
    }

    [Theory]
    [InlineData(FactSort.Document)]
    [InlineData(FactSort.Doubt)]
    [InlineData(FactSort.Period)]
    [InlineData(FactSort.Value)]
    [InlineData(FactSort.Newest)]
    public void Pages_follow_each_other_there_and_back_and_leave_nothing_out(FactSort sort)
    {
        // Names, doubts, periods and values are shared by many, so that pages begin and end among equals.
        var random = new Random(3);
        Run([.. Enumerable.Range(0, 12).Select(i =>
        {
            var article = new SampleArticle($"{i % 5}|~ü.txt") { Root = $"/{i}" };
            for (var j = 0; j < 4; j++)
            {
                var growth = (i * 4) + j;
                article.Says($"Sentence {growth}.", fact => fact with
                {
                    Growth = growth,
                    Period = TradePeriod.WholeYear(random.Next(4) is 0 ? null : 2020 + random.Next(2)),
                    Value = random.Next(3) == 0 ? null : random.Next(3),
                    Unit = "CNY",
                    Flags = random.Next(2) == 0 ? FactFlags.Bound : FactFlags.None,
                });
            }

            return article;
        })]);
        var query = new FactQuery { Sort = sort, Limit = 5 };
        var all = Store.AllFacts(query).Select(fact => fact.Key).ToList();
        Assert.Equal(48, all.Distinct().Count());

        var forth = new List<FactPage> { Store.Facts(query) };
        while (forth[^1].Next is { } next) forth.Add(Store.Facts(query with { Cursor = next }));
        Assert.Equal(all, forth.SelectMany(page => page.Facts).Select(fact => fact.Key));
        Assert.Null(forth[0].Previous);

        var back = new List<FactPage> { forth[^1] };
        while (back[^1].Previous is { } previous) back.Add(Store.Facts(query with { Cursor = previous }));
        back.Reverse();
        Assert.Equal(all, back.SelectMany(page => page.Facts).Select(fact => fact.Key));
        Assert.Equal(all.Skip(7).Take(5), Store.Facts(query with { Offset = 7 }).Facts.Select(fact => fact.Key));

        var tenth = Store.AllFacts(query).ElementAt(10);
        Assert.Equal(all[11], Store.Facts(query with { Cursor = Store.CursorAt(tenth, sort), Limit = 1 }).Facts[0].Key);
        Assert.Equal(all[9], Store.Facts(query with { Cursor = Store.CursorAt(tenth, sort, before: true), Limit = 1 }).Facts[0].Key);
    }

    [Fact]
    public void A_cursor_that_is_none_is_refused()
    {
        Run(Varied());

        Assert.Throws<StoreException>(() => Store.Facts(new FactQuery { Cursor = "nonsense" }));
        Assert.Throws<StoreException>(() => Store.Facts(new FactQuery { Cursor = "n|1;DROP TABLE runs|2", Sort = FactSort.Doubt }));
    }

    [Fact]
    public void A_page_without_slots_has_the_fields_all_the_same()
    {
        Run(Exports());

        var fact = Store.Facts(new FactQuery { WithSlots = false }).Facts[0].Fact;
        Assert.Empty(fact.Slots);
        Assert.Equal((320e9m, "Exports reached 320 billion yuan."), (fact.Value, fact.Quote));
    }

    [Fact]
    public void Counts_by_state_agree_with_the_facts_for_any_filter()
    {
        Run(Varied());
        var facts = Store.Facts(FactQuery.All).Facts;
        Decide(facts[0], DecisionKind.Accept);
        Decide(facts[2], DecisionKind.Reject);
        Decide(facts[4], DecisionKind.Correct, changes: new SlotChange(SlotName.Region, "Zhejiang"));

        foreach (var query in (FactQuery[])
        [
            new(), new() { Region = "Zhejiang" }, new() { Region = "Vietnam" }, new() { Partner = "US" }, new() { Partner = "" }, new() { Category = "toys" }, new() { Flow = Flow.Exports },
            new() { Rule = "level" }, new() { Rule = "l*" }, new() { Region = "Zhejiang", Flow = Flow.Exports }, new() { Flags = FactFlags.Bound }, new() { Text = "rose" },
            new() { Overlapping = TradePeriod.WholeYear(2022) }, new() { Doc = "2022/*" }, new() { Region = "nowhere" }, new() { Measure = SlotName.Value },

            // Words, and fewer facts by another restriction than sentences with the words.
            .. facts.Select(stored => new FactQuery { Text = "rose", Rule = stored.Fact.Rule }), .. facts.Select(stored => new FactQuery { Text = "rose", DocumentId = stored.DocumentId }),
            .. facts.Select(stored => new FactQuery { Text = "rose", Overlapping = stored.Fact.Period, Flow = stored.Fact.Flow }),
        ])
        {
            var counts = Store.Count(query);
            Assert.True(counts.IsExact);
            var found = Store.AllFacts(query).ToList();
            foreach (var state in Enum.GetValues<ReviewState>())
            {
                Assert.Equal(found.Count(fact => fact.State == state), counts[state]);
                Assert.Equal(found.Where(fact => fact.State == state).Select(fact => fact.Key), Store.Facts(query with { States = [state] }).Facts.Select(fact => fact.Key));
            }
        }
    }
}
