using Extractor.Checks;
using Extractor.Facts;

namespace Extractor.Tests.Checks;

/// <summary>Each identity on made-up facts: holding, broken, and too coarse or too vague to tell.</summary>
public sealed class DocumentCheckerTests
{
    private const string Quarter = "2024-01/2024-03";

    [Fact]
    public void Exports_and_imports_make_up_trade()
    {
        Fact[] facts = [On(Flow.Trade).Worth("437"), On(Flow.Exports).Worth("325"), On(Flow.Imports).Worth("112")];

        Assert.Equal("325 + 112 = 437 billion GBP: confirmed", Only(CheckKind.FlowSum, facts));
        Assert.Equal("335 + 112 = 447, not 437 billion GBP: contradicted ([446, 448) against [436.5, 437.5))", Only(CheckKind.FlowSum, [facts[0], On(Flow.Exports).Worth("335"), facts[2]]));
    }

    [Theory]
    [InlineData("5.29", "5.39", "-0.101", "5.29 - 5.39 = -0.101 billion GBP: confirmed")]
    [InlineData("22.7", "33.6", "33.3", "22.7 - 33.6 = -10.9, not 33.3 billion GBP: contradicted ((-11, -10.8) against [33.25, 33.35))")]
    [InlineData("4.4", "4.4", "0.02", "4.4 + 0.02 = 4.4 billion GBP: confirmed")]
    public void Exports_less_imports_are_the_balance(string exports, string imports, string balance, string arithmetic) =>
        Assert.Equal(arithmetic, Only(CheckKind.FlowDifference, On(Flow.Exports).Worth(exports), On(Flow.Imports).Worth(imports), On(Flow.Balance).Worth(balance)));

    [Fact]
    public void A_level_and_its_growth_lead_back_to_the_year_before()
    {
        var earlier = On(Flow.Exports, "2023-01/2023-03");

        Assert.Equal("152 / (1 - 2%) = 155.2 billion GBP: confirmed", Only(CheckKind.EarlierLevel, On(Flow.Exports).Worth("152").Grew("-2"), earlier.Worth("155.2")));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.EarlierLevel, On(Flow.Exports).Worth("152").Grew("-2"), earlier.Worth("165.2")));
    }

    [Fact]
    public void A_monthly_growth_leads_back_to_the_month_before()
    {
        var now = Statements.Fact().Worth("91.1").Grew("2.4", "mom");

        Assert.Equal("91.1 / (1 + 2.4%) = 88.9 billion GBP: confirmed", Only(CheckKind.EarlierLevel, now, Statements.Fact(period: "2023-12/2023-12").Worth("88.9")));
    }

    [Fact]
    public void Growth_in_other_terms_says_nothing_of_the_level()
    {
        var now = On(Flow.Exports).Worth("152").Grew("-2") with { Terms = "volume" };

        Assert.DoesNotContain(Check(now, On(Flow.Exports, "2023-01/2023-03").Worth("170.0")), r => r.Kind == CheckKind.EarlierLevel);
    }

    [Theory]
    [InlineData("17.1", CheckStatus.Confirmed)]
    [InlineData("18.2", CheckStatus.Confirmed)]
    [InlineData("25.1", CheckStatus.Contradicted)]
    public void Increased_by_17_times_is_17_or_18_times_as_much(string value, CheckStatus status)
    {
        var now = On(Flow.Trade).Worth(value) with { Multiple = 17, Basis = "2013-01/2013-12", Quote = $"{value} billion, by 17 times" };

        Assert.Equal(status, Status(CheckKind.EarlierLevel, now, On(Flow.Trade, "2013-01/2013-12").Worth("1.00")));
    }

    [Fact]
    public void A_part_by_its_whole_is_the_share()
    {
        Fact[] facts = [On(Flow.Exports).Worth("71.11"), On(Flow.Exports).Worth("16.31").Share("22.9") with { Partner = "RCEP" }];

        Assert.Equal("16.31 / 71.11 billion GBP = 22.94, printed 22.9%: confirmed", Only(CheckKind.Share, facts));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.Share, facts[0], On(Flow.Exports).Worth("16.31").Share("29.2") with { Partner = "RCEP" }));
    }

    [Fact]
    public void A_category_s_share_may_be_of_a_smaller_whole_but_not_of_a_larger_one()
    {
        var total = On(Flow.Exports).Worth("71.11");
        var chips = On(Flow.Exports).Worth("7.32") with { Category = "chips" };

        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.Share, total, chips.Share("19.9")));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.Share, total, chips.Share("9.3")));
    }

    [Fact]
    public void A_share_of_another_region_s_total_is_reckoned_from_that()
    {
        var whole = On(Flow.Exports).Worth("20.83") with { Region = "Borduria" };
        var part = On(Flow.Exports).Worth("3.25").Share("15.6") with { ShareOf = "Borduria" };

        Assert.Equal(CheckStatus.Confirmed, Status(CheckKind.Share, whole, part));
    }

    [Fact]
    public void Shares_of_an_unstated_whole_must_lead_to_one()
    {
        var france = On(Flow.Exports).Worth("61.48").Share("14.1") with { Partner = "FR" };

        Assert.Equal("61.48 / 14.1% × 11.0% = 48.01 billion GBP: confirmed", Only(CheckKind.ImpliedWhole, france, On(Flow.Exports).Worth("48.01").Share("11.0") with { Partner = "DE" }));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.ImpliedWhole, france, On(Flow.Exports).Worth("84.01").Share("11.0") with { Partner = "DE" }));
    }

    [Theory]
    [InlineData("6.9", CheckStatus.Confirmed)]
    [InlineData("9.6", CheckStatus.Contradicted)]
    public void A_contribution_is_the_increase_over_the_earlier_whole(string contribution, CheckStatus status)
    {
        var part = On(Flow.Exports).Worth("14.71").Grew("39.0") with { Partner = "EU", Contribution = decimal.Parse(contribution) };

        Assert.Equal(status, Status(CheckKind.Contribution, On(Flow.Exports).Worth("71.11").Grew("18.8"), part with { Quote = $"{part.Quote} {contribution} points" }));
    }

    [Fact]
    public void A_contribution_follows_from_share_and_growths_too()
    {
        var part = On(Flow.Exports).Grew("39.0").Share("20.7") with { Partner = "EU", Contribution = 6.9m };

        Assert.Equal("20.7% × (1 - 1 / (1 + 39.0%)) × (1 + 18.8%) = 6.9 points: confirmed", Only(CheckKind.Contribution, On(Flow.Exports).Grew("18.8"), part with { Quote = $"{part.Quote} 6.9" }));
    }

    [Fact]
    public void A_rate_of_contribution_is_the_part_of_the_growth()
    {
        var part = On(Flow.Exports) with { Partner = "EU", Contribution = 6.9m, ContributionRate = 36.7m, Quote = "6.9 points, 36.7%" };

        Assert.Equal("6.9 / 18.8% = 36.7%: confirmed", Only(CheckKind.ContributionRate, On(Flow.Exports).Grew("18.8"), part));
    }

    [Fact]
    public void A_group_and_its_complement_make_up_the_world()
    {
        Fact[] facts = [On(Flow.Balance).Worth("-4.6"), On(Flow.Balance).Worth("-1.9") with { Partner = "EU" }, On(Flow.Balance).Worth("-2.7") with { Partner = "NON-EU" }];

        Assert.Equal("-1.9 - 2.7 = -4.6 billion GBP: confirmed", Only(CheckKind.Breakdown, facts));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.Breakdown, facts[0], facts[1], On(Flow.Balance).Worth("-3.7") with { Partner = "NON-EU" }));
    }

    [Fact]
    public void Goods_and_services_make_up_both()
    {
        Fact[] facts = [On(Flow.Balance).Worth("-3.1") with { Category = "goods and services" }, On(Flow.Balance).Worth("-4.6"), On(Flow.Balance).Worth("1.5") with { Category = "services" }];

        Assert.Equal("-4.6 + 1.5 = -3.1 billion GBP: confirmed", Only(CheckKind.Breakdown, facts));
    }

    [Fact]
    public void Partners_named_jointly_make_up_the_joint_figure()
    {
        Fact[] facts = [On().Worth("7.5") with { Partner = "HK+CN" }, On().Worth("5.0") with { Partner = "CN" }, On().Worth("2.5") with { Partner = "HK" }];

        Assert.Equal("5.0 + 2.5 = 7.5 billion GBP: confirmed", Only(CheckKind.Breakdown, facts));
    }

    [Fact]
    public void Shares_of_a_group_and_its_complement_make_up_100_percent()
    {
        Fact[] facts = [On().Share("41.6") with { Partner = "EU" }, On().Share("58.4") with { Partner = "NON-EU" }];

        Assert.Equal("41.6 + 58.4 = 100%: confirmed", Only(CheckKind.ShareSum, facts));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.ShareSum, facts[0], On().Share("54.8") with { Partner = "NON-EU" }));
    }

    [Fact]
    public void Parts_of_one_sentence_are_a_breakdown_when_they_add_up_or_their_shares_do()
    {
        const string Sentence = "Of the 12.30, clocks made 7.10 and maps 5.20, or 57.7% and 42.3%.";
        var total = On().Worth("12.30");
        var clocks = On() with { Category = "clocks", Value = 7_100_000_000m, Unit = "GBP", Quote = Sentence };
        var maps = On() with { Category = "maps", Value = 5_200_000_000m, Unit = "GBP", Quote = Sentence };

        Assert.Equal("7.10 + 5.20 = 12.30 billion GBP: confirmed", Only(CheckKind.Breakdown, total, clocks, maps));
        Assert.DoesNotContain(Check(On().Worth("12.90"), clocks, maps), r => r.Kind == CheckKind.Breakdown);
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.Breakdown, On().Worth("12.90"), clocks with { Share = 57.7m }, maps with { Share = 42.3m }));
    }

    [Fact]
    public void Periods_add_up_to_the_longer_one()
    {
        Fact[] facts = [On(period: "2024-01/2024-10").Worth("101.2"), On(period: "2024-01/2024-09").Worth("91.1"), On(period: "2024-10/2024-10").Worth("10.1")];

        Assert.Equal("91.1 + 10.1 = 101.2 billion GBP: confirmed", Only(CheckKind.PeriodSum, facts));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.PeriodSum, facts[0], facts[1], On(period: "2024-10/2024-10").Worth("11.0")));
    }

    [Fact]
    public void Twelve_months_make_a_year()
    {
        var months = Enumerable.Range(1, 12).Select(m => On(period: $"2024-{m:D2}/2024-{m:D2}").Worth("8.5"));

        Assert.Equal(CheckStatus.Confirmed, Status(CheckKind.PeriodSum, [On(period: "2024-01/2024-12").Worth("102"), .. months]));
    }

    [Fact]
    public void The_lead_in_growth_is_the_difference_of_two()
    {
        Fact[] facts = [On(Flow.Trade).Grew("4.2"), On(Flow.Trade).Grew("10.2") with { Partner = "BRI", GrowthGap = 6.0m }];

        Assert.Equal("10.2% - 4.2% = 6.0 points: confirmed", Only(CheckKind.GrowthGap, facts[0], facts[1] with { Quote = "10.2%, 6.0 points" }));
        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.GrowthGap, On(Flow.Trade).Grew("7.2"), facts[1]));
    }

    [Fact]
    public void Acceleration_is_the_difference_to_an_earlier_period_s_growth()
    {
        var now = On(period: "2024-01/2024-10").Grew("13.6") with { GrowthChange = 0.5m };
        now = now with { Quote = $"{now.Quote}, 0.5 points more" };

        Assert.Equal("13.6% - 13.1% = 0.5 points: confirmed", Only(CheckKind.GrowthChange, now, On(period: "2024-01/2024-09").Grew("13.1")));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.GrowthChange, now, On(period: "2024-01/2024-09").Grew("12.1")));
        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.GrowthChange, now, On(period: "2021-01/2021-10").Grew("12.1")));
    }

    [Fact]
    public void A_share_s_change_is_the_difference_to_the_earlier_share()
    {
        var now = On().Share("18.4") with { Partner = "CN", ShareChange = -1.1m };

        Assert.Equal("18.4% - 19.5% = -1.1 points: confirmed", Only(CheckKind.ShareChange, now with { Quote = "18.4%, down 1.1" }, On(period: "2023-01/2023-03").Share("19.5") with { Partner = "CN" }));
    }

    [Fact]
    public void A_change_is_what_came_on_top_of_the_earlier_level()
    {
        var now = On().Worth("48.3").Grew("5.0") with { Change = 2_300_000_000m };
        now = now with { Quote = $"{now.Quote}, up by 2.3 billion" };

        Assert.Equal("48.3 × (1 - 1 / (1 + 5.0%)) = 2.3 billion GBP: confirmed", Only(CheckKind.Change, now));
        Assert.Equal("48.3 - 46.0 = 2.3 billion GBP: confirmed", Only(CheckKind.Change, now with { Growth = null }, On(period: "2023-01/2023-03").Worth("46.0")));
    }

    [Fact]
    public void A_deficit_that_narrows_changes_by_its_size()
    {
        var now = On(Flow.Balance).Worth("-8.1") with { Change = -3_900_000_000m, Quote = "narrowed by 3.9 billion to 8.1 billion" };

        Assert.Equal("8.1 - 12.0 = -3.9 billion GBP: confirmed", Only(CheckKind.Change, now, On(Flow.Balance, "2023-01/2023-03").Worth("-12.0")));
    }

    [Fact]
    public void Earlier_levels_add_up_too()
    {
        Fact[] facts = [On(Flow.Trade).Worth("98.44").Grew("21.3"), On().Worth("71.11").Grew("18.8"), On(Flow.Imports).Worth("27.33").Grew("28.1")];

        Assert.Equal(CheckStatus.Confirmed, Status(CheckKind.EarlierFlowSum, facts));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.EarlierFlowSum, On(Flow.Trade).Worth("98.44").Grew("26.3"), facts[1], facts[2]));
        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.EarlierFlowSum, On(Flow.Trade).Worth("89.44").Grew("26.3"), facts[1], facts[2]));
        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.EarlierFlowSum, On(Flow.Balance).Worth("43.78").Grew("26.3"), facts[1], facts[2]));
    }

    [Fact]
    public void Amounts_in_two_currencies_imply_one_rate()
    {
        Fact[] facts =
        [
            In("Trade came to 4.68 trillion yuan ($658.63 billion) in all.", Flow.Trade, "4.68"),
            In("Exports made 3.43 trillion yuan ($482.71 billion) of it.", Flow.Exports, "3.43"),
            In("Imports took 1.25 trillion yuan ($195.91 billion).", Flow.Imports, "1.25"),
        ];
        var results = Check(facts).Where(r => r.Kind == CheckKind.ExchangeRate).ToList();

        Assert.Equal([CheckStatus.Confirmed, CheckStatus.Contradicted], results.Select(r => r.Status));
        Assert.Equal("4.68 trillion CNY / 658.63 × 482.71 billion USD = 3.43 trillion CNY: confirmed", results[0].Arithmetic);

        static Fact In(string quote, Flow flow, string value) => On(flow) with { Value = decimal.Parse(value) * 1e12m, Unit = "CNY", Quote = quote };
    }

    [Fact]
    public void A_headline_s_rounder_number_agrees_and_another_does_not()
    {
        Assert.Equal("4.3% and 4%: confirmed", Only(CheckKind.Restatement, On().Grew("4"), On().Grew("4.3")));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.Restatement, On().Grew("7"), On().Grew("4.3")));
        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.Restatement, On(period: "XXXX-01/XXXX-03").Grew("7"), On(period: "XXXX-01/XXXX-03").Grew("4.3")));
    }

    [Fact]
    public void Forecasts_are_checked_against_forecasts()
    {
        Fact[] facts = [On(Flow.Trade).Worth("437") with { Modality = Modality.Forecast }, On(Flow.Exports).Worth("335"), On(Flow.Imports).Worth("112")];

        Assert.Empty(Check(facts));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.FlowSum, [.. facts.Select(f => f with { Modality = Modality.Forecast })]));
    }

    [Fact]
    public void A_forecast_s_growth_leads_back_to_the_outcome_before() =>
        Assert.Equal(CheckStatus.Confirmed, Status(CheckKind.EarlierLevel, On().Worth("10.5").Grew("5.0") with { Modality = Modality.Forecast }, On(period: "2023-01/2023-03").Worth("10.0")));

    [Fact]
    public void A_restated_figure_takes_the_place_of_the_first()
    {
        var earlier = On(period: "2023-01/2023-03");
        Fact[] facts = [On().Worth("10.5").Grew("5.0"), earlier.Worth("9.6"), earlier.Worth("10.0") with { Modality = Modality.Revised }];

        Assert.Equal(CheckStatus.Confirmed, Status(CheckKind.EarlierLevel, facts));
        Assert.DoesNotContain(Check(facts), r => r.Status == CheckStatus.Contradicted);
    }

    [Fact]
    public void Amounts_in_different_units_are_not_added() =>
        Assert.Empty(Check(On(Flow.Trade).Worth("437"), On(Flow.Exports).Worth("325", unit: "USD"), On(Flow.Imports).Worth("112")));

    [Fact]
    public void About_proves_nothing() =>
        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.FlowSum, On(Flow.Trade).Worth("500") with { Approx = Approx.About }, On(Flow.Exports).Worth("325"), On(Flow.Imports).Worth("112")));

    [Fact]
    public void Over_bounds_one_side()
    {
        Fact[] facts = [On(Flow.Exports).Worth("325"), On(Flow.Imports).Worth("112")];

        Assert.Equal(CheckStatus.Confirmed, Status(CheckKind.FlowSum, [On(Flow.Trade).Worth("430") with { Approx = Approx.Over }, .. facts]));
        Assert.Equal(CheckStatus.Contradicted, Status(CheckKind.FlowSum, [On(Flow.Trade).Worth("441") with { Approx = Approx.Over }, .. facts]));
    }

    [Fact]
    public void How_far_a_round_number_is_rounded_is_not_guessed() =>
        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.FlowSum, On(Flow.Trade).Worth("440"), On(Flow.Exports).Worth("325"), On(Flow.Imports).Worth("112")));

    [Fact]
    public void Numbers_too_coarse_to_tell_confirm_nothing()
    {
        var now = On().Worth("5.8") with { Multiple = 2, Approx = Approx.Under, Quote = "5.8, nearly 2 times" };

        Assert.Equal(CheckStatus.NotApplicable, Status(CheckKind.EarlierLevel, now with { Value = null, Unit = null }, On().Worth("5.8"), On(period: "2023-01/2023-03").Worth("3.1")));
    }

    [Fact]
    public void Facts_are_left_as_they_are()
    {
        Fact[] facts = [On(Flow.Trade).Worth("437"), On(Flow.Exports).Worth("335"), On(Flow.Imports).Worth("112")];

        var result = Assert.Single(Check(facts));

        Assert.Equal([facts[1], facts[2], facts[0]], result.Facts);
        Assert.Equal("exports+imports=trade:contradicted", result.Brief);
    }

    [Fact]
    public void Hostile_numbers_do_not_end_a_run()
    {
        decimal[] numbers = [decimal.MaxValue, decimal.MinValue, 0, 0.0000000000000000000000000001m, -100, 100];
        var facts = from number in numbers
                    from flow in Enum.GetValues<Flow>()
                    from period in (string[])["2024-01/2024-03", "2023-01/2023-03", "0001-01/0001-03", "XXXX-01/XXXX-03", "9999-01/9999-03"]
                    from partner in (string?[])[null, "EU", "NON-EU", "NON-", "+", "EU+"]
                    select On(flow, period) with
                    {
                        Value = number,
                        Unit = "GBP",
                        Growth = number,
                        Multiple = number,
                        Change = number,
                        Share = number,
                        Contribution = number,
                        ContributionRate = number,
                        GrowthChange = number,
                        GrowthGap = number,
                        ShareChange = number,
                        Partner = partner,
                        Category = partner?.ToLowerInvariant(),
                    };

        Assert.NotEmpty(DocumentChecker.Check([.. facts], ""));
    }

    [Fact]
    public void Thousands_of_facts_take_no_more_than_their_number()
    {
        // Every span of months within a year, its end never reached; growth of every month of centuries; units without end.
        var spans = from first in Enumerable.Range(1, 12)
                    from last in Enumerable.Range(first, Math.Min(5, 13 - first))
                    select On(period: $"2024-{first:D2}/2024-{last:D2}").Worth("8.5");
        var months = from year in Enumerable.Range(1900, 40)
                     from month in Enumerable.Range(1, 12)
                     select On(period: $"{year}-{month:D2}/{year}-{month:D2}").Grew("4.2") with { GrowthChange = 0.1m, GrowthGap = 0.1m };
        var units = Enumerable.Range(0, 500).Select(i => On().Worth("8.5", unit: $"U{i}").Grew("4.2", "mom") with { Change = 5 });
        Fact[] facts = [On(period: "2024-01/2025-12").Worth("8.5"), .. spans, .. months, .. units];

        var started = System.Diagnostics.Stopwatch.StartNew();
        DocumentChecker.Check(facts);
        var once = started.Elapsed;
        DocumentChecker.Check([.. facts, .. facts.Select(f => f with { Region = "Sylvania" })]);

        Assert.True(started.Elapsed < (once * 6) + TimeSpan.FromSeconds(5), $"{once} for one, {started.Elapsed - once} for two");
        Assert.True(once < TimeSpan.FromSeconds(20), $"{once}");
    }

    private static Fact On(Flow flow = Flow.Exports, string period = Quarter) => Statements.Fact(flow, period: period);

    private static System.Collections.Immutable.ImmutableArray<CheckResult> Check(params Fact[] facts) => DocumentChecker.Check(facts);

    private static string Only(CheckKind kind, params Fact[] facts) => Assert.Single(Check(facts), r => r.Kind == kind).Arithmetic;

    private static CheckStatus Status(CheckKind kind, params Fact[] facts) => Assert.Single(Check(facts), r => r.Kind == kind).Status;
}
