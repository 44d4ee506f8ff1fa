using Extractor.Checks;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Tests.Checks;

public sealed class PrintedNumberTests
{
    [Theory]
    [InlineData("Trade reached 4.37 trillion yuan.", "4370000000000", "[4365000000000, 4375000000000)")]
    [InlineData("a total of 5 trillion and 30 billion yuan", "5030000000000", "[5029500000000, 5030500000000)")]
    [InlineData("shipped 3,80,528 units", "380528", "[380527.5, 380528.5)")]
    [InlineData("a surplus of 58.40 billion", "58400000000", "[58395000000, 58405000000)")]
    [InlineData("a deficit of $101 million", "-101000000", "(-101500000, -100500000]")]
    [InlineData("up 2% to $2 billion", "2000000000", "[1500000000, 2500000000)")]
    [InlineData("up 2.0% to $2 billion", "2000000000", "[1500000000, 2500000000)")]
    [InlineData("worth 4.37万亿元", "4370000000000", "[4365000000000, 4375000000000)")]
    public void An_amount_stands_for_what_rounds_to_its_last_printed_digit(string quote, string value, string interval) =>
        Assert.Equal(interval, PrintedNumber.FromFact(Fact(quote) with { Value = decimal.Parse(value) }, SlotName.Value, null)!.Interval().ToString());

    [Theory]
    [InlineData("rose 7.1%", "7.1", "[7.05, 7.15)")]
    [InlineData("rose 7.0% ", "7", "[6.95, 7.05)")]
    [InlineData("fell 8.1 percent", "-8.1", "(-8.15, -8.05]")]
    [InlineData("was unchanged, at 0.0%", "0", "(-0.05, 0.05)")]
    [InlineData("rose 50 basis points", "0.5", "[0.495, 0.505)")]
    public void A_rate_stands_for_what_rounds_to_its_last_printed_digit(string quote, string growth, string interval) =>
        Assert.Equal(interval, PrintedNumber.FromFact(Fact(quote) with { Growth = decimal.Parse(growth) }, SlotName.Growth, null)!.Interval().ToString());

    [Theory]
    [InlineData(Approx.Over, "20", "[19.5, ∞)")]
    [InlineData(Approx.Under, "20", "[0, 20.5)")]
    [InlineData(Approx.Over, "-20", "(-∞, -19.5]")]
    [InlineData(Approx.Under, "-20", "(-20.5, 0]")]
    public void Bounds_widen_one_side_by_size(Approx approx, string growth, string interval) =>
        Assert.Equal(interval, PrintedNumber.FromFact(Fact("20%") with { Growth = decimal.Parse(growth), Approx = approx }, SlotName.Growth, null)!.Interval().ToString());

    [Theory]
    [InlineData("rose 20%", "20", "[15, 25)")]
    [InlineData("rose 110%", "110", "[105, 115)")]
    [InlineData("rose 20.0%", "20", "[19.95, 20.05)")]
    [InlineData("rose 21%", "21", "[20.5, 21.5)")]
    public void How_far_a_round_number_was_rounded_cannot_be_seen(string quote, string growth, string wide) =>
        Assert.Equal(wide, PrintedNumber.FromFact(Fact(quote) with { Growth = decimal.Parse(growth) }, SlotName.Growth, null)!.Interval(Reading.Wide).ToString());

    [Fact]
    public void The_slot_leads_to_the_digits_when_the_quote_has_others_like_them()
    {
        const string Text = "In all 2.00 million tonnes were shipped, worth $2 billion.";
        var value = Text.IndexOf("$2", StringComparison.Ordinal);
        var fact = Fact(Text) with
        {
            Value = 2_000_000_000m,
            Slots = [new Slot(SlotName.Value, "2000000000", new TextSpan(value, value + 10), SlotOrigin.Stated)],
        };

        Assert.Equal(1_000_000_000m, PrintedNumber.FromFact(fact, SlotName.Value, Text)!.Step);
        Assert.Equal(10_000_000m, PrintedNumber.FromFact(fact, SlotName.Value, documentText: null)!.Step);
    }

    [Theory]
    [InlineData("growth of half", "50", 10)]
    [InlineData("doubled", "2", 1)]
    [InlineData("", "4370000000000", 10_000_000_000)]
    public void Without_digits_the_significant_ones_count(string quote, string value, long step)
    {
        var printed = PrintedNumber.FromFact(Fact(quote) with { Value = decimal.Parse(value) }, SlotName.Value, null)!;

        Assert.Equal(step, printed.Step);
        Assert.False(printed.HasDigits);
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("10000000000000000000000000000")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("-79228162514264337593543950335")]
    public void The_outermost_decimals_are_no_trouble(string value)
    {
        var fact = Fact($"a {value} b 1 c 99999999999999999999999999999999 d 0") with { Value = decimal.Parse(value), Growth = decimal.Parse(value) };

        Assert.NotNull(PrintedNumber.FromFact(fact, SlotName.Value, null)!.Interval(Reading.Wide).Width);
        Assert.NotNull(PrintedNumber.FromFact(fact, SlotName.Growth, null)!.Interval(Reading.Wide).Width);
    }

    private static Fact Fact(string quote) => Statements.Fact() with { Quote = quote };
}
