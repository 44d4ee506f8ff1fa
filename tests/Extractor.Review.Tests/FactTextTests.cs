using Extractor.Facts;
using Extractor.Review.Charts;
using Extractor.Review.Pages;
using Extractor.Store;

namespace Extractor.Review.Tests;

public sealed class FactTextTests
{
    [Theory]
    [InlineData("2022-01/2022-03", "Jan–Mar 2022")]
    [InlineData("2022-05/2022-05", "May 2022")]
    [InlineData("2022-01/2022-12", "2022")]
    [InlineData("2023-04/2024-03", "Apr 2023 – Mar 2024")]
    [InlineData("XXXX-01/XXXX-10", "Jan–Oct XXXX")]
    [InlineData("2025-05-01/2025-05-20", "1 May 2025 – 20 May 2025")]
    public void A_period_reads_as_people_write_it(string period, string expected) => Assert.Equal(expected, FactText.Period(TradePeriod.Parse(period)));

    [Fact]
    public void A_fact_reads_as_one_line()
    {
        var fact = TestArticles.New("Norhaven", "2022-01/2022-05", Flow.Exports) with { Partner = "CN+HK", Category = "machinery", Value = 4_370_000_000_000m, Unit = "CNY", Growth = -5.2m, Approx = Approx.Over };
        Assert.Equal("Norhaven exports to CN + HK, machinery, Jan–May 2022: > 4.37 trn CNY, −5.2%", FactText.Line(fact));
    }

    [Theory]
    [InlineData(0, 100, 5, "0 20 40 60 80 100")]
    [InlineData(-8, 13, 5, "-10 -5 0 5 10 15")]
    [InlineData(5, 5, 5, "2 3 4 5 6 7 8")]
    public void An_axis_has_round_ticks_that_hold_both_ends(double low, double high, int ticks, string expected) =>
        Assert.Equal(expected, string.Join(' ', Axis.Over(low, high, ticks).Ticks().Select(tick => tick.ToString("0.##"))));

    [Fact]
    public void A_filter_survives_its_own_address()
    {
        var filter = new FactFilter
        {
            Region = "Sunde & Co=\"x\"",
            Flow = "imports",
            Partner = FactFilter.Nothing,
            Period = "2022-05",
            Text = "\"machine tools\" growth",
            Status = ReviewState.Changed,
            Flags = FactFlags.Bound | FactFlags.YearUnknown,
            Contradicted = true,
            Sort = FactSort.Value,
            Run = 4,
        };
        Assert.Equal(filter with { Errors = [] }, FactFilter.Parse(filter.QueryString()) with { Errors = [] });
        Assert.Equal(TradePeriod.Parse("2022-05/2022-05"), filter.ToQuery().Overlapping);
        Assert.Equal("", filter.ToQuery().Partner);
    }

    [Fact]
    public void A_filter_that_makes_no_sense_says_so_and_restricts_nothing()
    {
        var filter = FactFilter.Parse("?flow=export&period=soon&sort=7&status=odd&flag=odd");
        Assert.Equal(["flow", "period"], filter.Errors.Select(error => error.Field));
        Assert.Null(filter.ToQuery().Flow);
        Assert.Null(filter.ToQuery().Period);
    }
}
