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
    [InlineData("a further 6.6 billion yuan went", "6.6", "Value=6600000000:6.6 billion yuan Unit=CNY:6.6 billion yuan")]
    [InlineData("worth $658.63 million in May", "$658.63 million", "Value=658630000:$658.63 million Unit=USD:$658.63 million")]
    [InlineData("growth of about 4% for the year", "4%", "Growth=4:4% Approx=~:about")]
    [InlineData("up by 1.6 percentage points", "1.6", "GrowthChange=1.6:1.6 percentage points")]
    [InlineData("exports grew eightfold", "eightfold", "Multiple=8:eightfold")]
    [InlineData("a few ships", "few", "")]
    public void A_number_pointed_at_is_proposed_as_its_measure(string sentence, string words, string expected)
    {
        var text = "Before. " + sentence;
        var at = text.IndexOf(words, StringComparison.Ordinal);
        var changes = NumberProposal.Read(text, new TextSpan(8, text.Length), new TextSpan(at, at + words.Length));
        Assert.Equal(expected, string.Join(' ', changes.Select(change => $"{change.Name}={change.Value}:{change.Span?.Of(text)}")));
    }
}
