using Extractor.Facts;
using Extractor.Review.Decisions;
using Extractor.Text;

namespace Extractor.Review.Tests;

public sealed class SlotRulesTests
{
    [Theory]
    [InlineData(SlotName.Value, "4.37 trillion", "4370000000000")]
    [InlineData(SlotName.Value, "41.3bn", "41300000000")]
    [InlineData(SlotName.Value, "4,370,000", "4370000")]
    [InlineData(SlotName.Growth, "−5.20%", "-5.2")]
    [InlineData(SlotName.Growth, "+7", "7")]
    [InlineData(SlotName.Period, " 2022-01/2022-03 ", "2022-01/2022-03")]
    [InlineData(SlotName.Period, "XXXX-01/XXXX-10", "XXXX-01/XXXX-10")]
    [InlineData(SlotName.Partner, "CN+HK", "CN+HK")]
    [InlineData(SlotName.Partner, "CENTRAL-ASIA", "CENTRAL-ASIA")]
    [InlineData(SlotName.Category, "Electric vehicles", "electric vehicles")]
    [InlineData(SlotName.Unit, "tonnes", "tonnes")]
    [InlineData(SlotName.Basis, "yoy", null)]
    [InlineData(SlotName.Basis, "2013-01/2013-12", "2013-01/2013-12")]
    [InlineData(SlotName.Modality, "actual", null)]
    [InlineData(SlotName.Approx, ">", ">")]
    [InlineData(SlotName.Rank, "3", "3")]
    [InlineData(SlotName.Region, "  ", null)]
    public void What_can_stand_is_written_in_one_form(SlotName name, string typed, string? expected) =>
        Assert.Equal((expected, null), SlotRules.Read(name, typed));

    [Theory]
    [InlineData(SlotName.Value, "many")]
    [InlineData(SlotName.Value, "99999999999999999999999999999 trillion")]
    [InlineData(SlotName.Period, "2022")]
    [InlineData(SlotName.Period, "2022-05/2022-01")]
    [InlineData(SlotName.Flow, "export")]
    [InlineData(SlotName.Partner, "United States")]
    [InlineData(SlotName.Category, "the machinery")]
    [InlineData(SlotName.Category, "goods")]
    [InlineData(SlotName.Unit, "5 tonnes")]
    [InlineData(SlotName.Basis, "annual")]
    [InlineData(SlotName.Terms, "dollars")]
    [InlineData(SlotName.Rank, "0")]
    [InlineData(SlotName.Modality, "hoped")]
    [InlineData(SlotName.Region, "two\nlines")]
    public void What_cannot_stand_yields_a_message(SlotName name, string typed)
    {
        var (value, error) = SlotRules.Read(name, typed);
        Assert.Null(value);
        Assert.NotNull(error);
    }

    [Fact]
    public void A_fact_needs_region_period_flow_and_a_number()
    {
        var missing = SlotRules.Whole(new Dictionary<SlotName, string?>()).Select(trouble => trouble.Name);
        Assert.Equal([SlotName.Region, SlotName.Period, SlotName.Flow, SlotName.Value], missing);
    }

    [Fact]
    public void An_amount_needs_a_unit_and_a_multiple_excludes_growth()
    {
        var slots = new Dictionary<SlotName, string?>
        {
            [SlotName.Region] = "X",
            [SlotName.Period] = "2022-01/2022-01",
            [SlotName.Flow] = "exports",
            [SlotName.Value] = "1",
            [SlotName.Multiple] = "2",
            [SlotName.Growth] = "3",
        };
        Assert.Equal([SlotName.Unit, SlotName.Multiple], SlotRules.Whole(slots).Select(trouble => trouble.Name));
    }

    [Theory]
    [InlineData("6.6 billion yuan", "Value=6600000000 Unit=CNY")]
    [InlineData("$658.63 million", "Value=658630000 Unit=USD")]
    [InlineData("4%", "Growth=4")]
    [InlineData("17 per cent", "Growth=17")]
    [InlineData("35,000 tonnes", "Value=35000")]
    [InlineData("a few", "")]
    public void A_number_pointed_at_is_proposed_as_its_measure(string words, string expected)
    {
        var span = new TextSpan(10, 10 + words.Length);
        Assert.Equal(expected, string.Join(' ', NumberProposal.Read(words, span).Select(change => $"{change.Name}={change.Value}")));
        Assert.All(NumberProposal.Read(words, span), change => Assert.Equal(span, change.Span));
    }
}
