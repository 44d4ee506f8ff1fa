using Extractor.Checks.Across;
using Extractor.Facts;

namespace Extractor.Tests.Checks;

public sealed class AcrossTests
{
    // Two pairs of made-up articles. The first of each pair comes out with the figures, the second takes them up again.
    private static readonly Article Release = new("release.txt", 1, new DateOnly(2024, 2, 12),
        """
        Freedonia exported goods worth 12.47 billion pounds in January, customs said on Monday, 6.3% more than a year ago.
        Imports came to 10.2 billion pounds. Exports to Sylvania reached 1.84 billion pounds.
        Services included, exports were 15.9 billion pounds. Shipments of clocks were valued at 310 million pounds.
        """);

    private static readonly Article Weekly = new("weekly.txt", 2, new DateOnly(2024, 2, 18),
        """
        Freedonia sold 12.5 billion pounds of goods abroad in January, a rise of 6.3%.
        It bought goods for 10.7 billion pounds. Sales to Sylvania came to $2.3 billion.
        Clock makers shipped about 400 million pounds' worth.
        """);

    private static readonly Article NextRelease = new("next-release.txt", 3, new DateOnly(2024, 3, 12),
        """
        Freedonia exported goods worth 12.11 billion pounds in February, against 12.62 billion pounds in January.
        Imports in January stood at 10.2 billion pounds.
        """);

    private static readonly Article Mirror = new("mirror.txt", 4, new DateOnly(2024, 2, 20),
        "Sylvania imported goods worth 1.79 billion pounds from Freedonia in January.");

    [Fact]
    public void Statements_of_two_articles_fall_into_exactly_these_classes()
    {
        var groups = StatementGrouper.Group(
        [
            .. Release.Says(f => f.Worth("12.47").Grew("6.3")),
            .. Release.Says(f => f.Worth("10.2"), Flow.Imports),
            .. Release.Says(f => f.Worth("1.84"), partner: "SY"),
            .. Release.Says(f => f.Worth("15.9"), category: "goods and services"),
            .. Release.Says(f => f.Worth("310", 1_000_000m), category: "clocks"),
            .. Weekly.Says(f => f.Worth("12.5").Grew("6.3")),
            .. Weekly.Says(f => f.Worth("10.7"), Flow.Imports),
            .. Weekly.Says(f => f.Worth("2.3", unit: "USD"), partner: "SY"),
            .. Weekly.Says(f => f.Worth("400", 1_000_000m) with { Approx = Approx.About }, category: "clocks"),
        ]);

        Assert.Equal(
            [
                "exports value: 12.47 billion GBP and 12.5 billion GBP: equal after rounding",
                "exports growth: 6.3% and 6.3%: equal",
                "exports clocks value: ",
                "exports SY value: 1.84 billion GBP and 2.3 billion USD: different scope",
                "imports value: 10.2 billion GBP and 10.7 billion GBP: conflict",
            ],
            groups.Select(Brief).ToArray());
    }

    [Fact]
    public void Services_included_is_another_scope()
    {
        var group = Assert.Single(StatementGrouper.Group([.. Release.Says(f => f.Worth("15.9"), category: "goods and services"), .. Weekly.Says(f => f.Worth("12.5"))]));

        Assert.Equal(StatementRelation.DifferentScope, group.Relation);
    }

    [Fact]
    public void Growth_in_dollar_terms_is_another_scope()
    {
        var group = Assert.Single(StatementGrouper.Group([.. Release.Says(f => f.Grew("6.3")), .. Weekly.Says(f => f.Grew("2.1") with { Terms = "USD" })]));

        Assert.Equal(StatementRelation.DifferentScope, group.Relation);
    }

    [Fact]
    public void A_later_month_s_article_revises_and_a_restated_one_agrees()
    {
        var groups = StatementGrouper.Group(
        [
            .. NextRelease.Says(f => f.Worth("12.62")),
            .. NextRelease.Says(f => f.Worth("10.2"), Flow.Imports),
            .. Release.Says(f => f.Worth("12.47")),
            .. Release.Says(f => f.Worth("10.2"), Flow.Imports),
        ]);

        Assert.Equal(
            [
                "exports value: 12.47 billion GBP and 12.62 billion GBP: revised",
                "imports value: 10.2 billion GBP and 10.2 billion GBP: equal",
            ],
            groups.Select(Brief).ToArray());
        Assert.Equal(12_620_000_000m, groups[0].Held.Figure.Printed.Value);
        Assert.Equal(StatementRelation.Revised, groups[0].Relation);
    }

    [Fact]
    public void A_figure_that_says_it_is_revised_revises_on_the_same_day()
    {
        var later = Weekly.Says(f => f.Worth("12.9") with { Modality = Modality.Revised });

        Assert.Equal(StatementRelation.Revised, Assert.Single(StatementGrouper.Group([.. Release.Says(f => f.Worth("12.47")), .. later])).Relation);
    }

    [Fact]
    public void Without_dates_of_publication_different_numbers_are_in_conflict()
    {
        var undated = NextRelease with { Published = null };

        Assert.Equal(
            StatementRelation.Conflict,
            Assert.Single(StatementGrouper.Group([.. Release.Says(f => f.Worth("12.47")), .. undated.Says(f => f.Worth("12.62"))])).Relation);
    }

    [Fact]
    public void A_return_to_the_first_number_agrees_with_the_first_article()
    {
        var group = Assert.Single(StatementGrouper.Group(
            [.. Release.Says(f => f.Worth("12.47")), .. Weekly.Says(f => f.Worth("21.47")), .. Mirror.Says(f => f.Worth("12.5"))]));

        Assert.Equal([StatementRelation.Conflict, StatementRelation.EqualAfterRounding], group.Comparisons.Select(c => c.Relation));
        Assert.Equal(12_470_000_000m, group.Held.Figure.Printed.Value);
    }

    [Fact]
    public void Near_copies_are_one_source()
    {
        var copy = Release with { Name = "copy.txt", Published = new DateOnly(2024, 2, 13) };
        var group = Assert.Single(StatementGrouper.Group([.. Release.Says(f => f.Worth("12.47")), .. copy.Says(f => f.Worth("12.47"))]));

        Assert.Equal(1, group.Sources);
        Assert.Equal(StatementRelation.Single, group.Relation);
    }

    [Fact]
    public void Periods_of_unknown_years_are_set_against_nothing() =>
        Assert.Empty(StatementGrouper.Group([.. Release.Says(f => f.Worth("12.47") with { Period = TradePeriod.Parse("XXXX-01/XXXX-01") })]));

    [Fact]
    public void Both_ends_of_a_trade_stand_side_by_side()
    {
        var groups = StatementGrouper.Group(
        [
            .. Release.Says(f => f.Worth("1.84"), partner: "SY"),
            .. Release.Says(f => f.Worth("12.47")),
            .. Mirror.Says(f => f.Worth("1.79") with { Region = "Sylvania" }, Flow.Imports, partner: "FR"),
        ]);

        var pair = Assert.Single(MirrorPair.Find(groups, region => region switch { "Freedonia" => "FR", "Sylvania" => "SY", _ => null }));

        Assert.Equal("Freedonia", pair.Exports.Observed.Key.Region);
        Assert.Equal(1_790_000_000m, pair.Imports.Held.Figure.Printed.Value);
        Assert.Equal(3, groups.Length);
    }

    [Fact]
    public void A_series_shows_what_was_known_on_a_day()
    {
        Statement[] statements =
        [
            .. Release.Says(f => f.Worth("12.47")),
            .. NextRelease.Says(f => f.Worth("12.62")),
            .. NextRelease.Says(f => f.Worth("12.11") with { Period = TradePeriod.Parse("2024-02/2024-02") }),
        ];

        Assert.Equal(["2024-01/2024-01 12.62 billion GBP", "2024-02/2024-02 12.11 billion GBP"], Points(TimeSeries.Build(statements)));
        Assert.Equal(["2024-01/2024-01 12.47 billion GBP"], Points(TimeSeries.Build(statements, new DateOnly(2024, 3, 11))));
        Assert.Empty(TimeSeries.Build(statements, new DateOnly(2024, 2, 11)));

        static IEnumerable<string> Points(IEnumerable<TimeSeries> series) => Assert.Single(series).Points.Select(p => $"{p.Period} {p.Figure.Written}");
    }

    [Fact]
    public void Months_and_what_they_add_up_to_are_series_of_their_own()
    {
        var series = TimeSeries.Build(
        [
            .. Release.Says(f => f.Worth("12.47")),
            .. Release.Says(f => f.Worth("37.9") with { Period = TradePeriod.Parse("2024-01/2024-03") }),
            .. Release.Says(f => f.Worth("25.1") with { Period = TradePeriod.Parse("2024-01/2024-02") }),
            .. Release.Says(f => f.Worth("140") with { Period = TradePeriod.Parse("2023-04/2024-03") }),
        ]);

        Assert.Equal([Frequency.Monthly, Frequency.Quarterly, Frequency.Annual, Frequency.YearToDate], series.Select(s => s.Key.Frequency));
    }

    [Theory]
    [InlineData("2024-05/2024-05", Frequency.Monthly)]
    [InlineData("2024-04/2024-06", Frequency.Quarterly)]
    [InlineData("2024-02/2024-04", Frequency.Other)]
    [InlineData("2024-07/2024-12", Frequency.HalfYearly)]
    [InlineData("2024-01/2024-10", Frequency.YearToDate)]
    [InlineData("2023-04/2024-03", Frequency.Annual)]
    [InlineData("2023-04/2024-01", Frequency.Other)]
    [InlineData("2024-05-01/2024-05-20", Frequency.Other)]
    public void The_frequency_follows_from_the_period(string period, Frequency frequency) => Assert.Equal(frequency, Frequencies.Of(TradePeriod.Parse(period)));

    [Fact]
    public void The_corpus_pair_that_disagrees_is_in_conflict_and_the_pair_that_restates_is_revised()
    {
        var gold = GoldFacts.Corpus().ToDictionary(doc => doc.Key, doc => doc.ToList());

        Assert.Equal(
            [
                "exports value: 5.63 billion USD and 5.48 billion USD: conflict",
                "exports growth: -9.5% and -11.9%: conflict",
                "exports copper value: 2.69 billion USD and 2.58 billion USD: conflict",
                "exports copper growth: -13.2% and -16.8%: conflict",
                "imports value: 5.90 billion USD and 6.22 billion USD: conflict",
                "imports growth: -7.0% and -4.6%: conflict",
            ],
            Compared(("pair-chile-2019-10-central-bank.txt", new(2019, 11, 7)), ("pair-chile-2019-10-customs.txt", new(2019, 11, 20))));
        Assert.Equal(
            [
                "trade value: 18.07 trillion CNY and 18.07 trillion CNY: equal; 18.07 trillion CNY and 18.10 trillion CNY: revised",
                "exports value: 9.85 trillion CNY and 9.85 trillion CNY: equal; 9.85 trillion CNY and 9.86 trillion CNY: revised",
                "imports value: 8.22 trillion CNY and 8.22 trillion CNY: equal; 8.22 trillion CNY and 8.24 trillion CNY: revised",
            ],
            Compared(("pair-china-2021h1-preliminary.txt", new(2021, 7, 13)), ("pair-china-2021h1-revised.txt", new(2022, 7, 13))));

        IEnumerable<string> Compared(params (string Doc, DateOnly Published)[] docs) => StatementGrouper
            .Group(docs.SelectMany((doc, i) => gold[doc.Doc].SelectMany(fact => Statement.Of(fact, i, doc.Published))))
            .Where(group => group.Sources > 1)
            .Select(Brief)
            .ToArray();
    }

    [Fact]
    public void An_article_that_restates_a_figure_goes_by_the_restated_one()
    {
        var group = Assert.Single(StatementGrouper.Group(
            [.. Release.Says(f => f.Worth("12.47") with { Span = new(0, 9) }), .. Release.Says(f => f.Worth("12.9") with { Span = new(0, 9), Modality = Modality.Revised })]));

        Assert.Equal(12_900_000_000m, group.Held.Figure.Printed.Value);
        Assert.Equal(StatementRelation.Single, group.Relation);
    }

    private static string Brief(StatementGroup group)
    {
        var key = group.Observed.Key;
        string?[] words = [FactLineNames.Of(key.Flow), key.Partner, key.Category, FactLineNames.Of(group.Observed.Measure)];
        return $"{string.Join(' ', words.Where(w => w is not null))}: {string.Join("; ", group.Comparisons.Select(c => c.Explanation))}";
    }

    private sealed record Article(string Name, long Source, DateOnly? Published, string Text)
    {
        /// <summary>What the article says of January.</summary>
        public IEnumerable<Statement> Says(Func<Fact, Fact> numbers, Flow flow = Flow.Exports, string? partner = null, string? category = null)
        {
            var fact = numbers(Statements.Fact(flow) with { Doc = Name, Partner = partner, Category = category });
            var digits = fact.Quote.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0];
            var sentence = Text.Split('\n').FirstOrDefault(line => line.Contains(digits, StringComparison.Ordinal));
            return Statement.Of(fact with { Quote = sentence ?? fact.Quote }, Source, Published, documentText: Text);
        }
    }
}
