namespace Extractor.Tests.Mentions.Numbers;

public sealed class PercentAndWordTests
{
    [Theory]
    [InlineData("up 5.2%", "5.2% = 5.2 %")]
    [InlineData("up 17 per cent", "17 per cent = 17 %")]
    [InlineData("up 5 pct", "5 pct = 5 %")]
    [InlineData("up 5.2percent", "5.2percent = 5.2 %")]
    [InlineData("a 35-percent rise", "35-percent = 35 %")]
    [InlineData("a 7 percentage-point rise", "7 percentage-point = 7 pp")]
    [InlineData("a 7-percentage-point rise", "7-percentage-point = 7 pp")]
    [InlineData("by 0.5 ppts and 1.2 pp", "0.5 ppts = 0.5 pp | 1.2 pp = 1.2 pp")]
    [InlineData("up 5pc, on 5 PCs", "5pc = 5 % | 5 = 5")]
    [InlineData("by 25 basis points, 30bps", "25 basis points = 0.25 pp | 30bps = 0.3 pp")]
    [InlineData("up 2% points", "2% points = 2 pp")]
    [InlineData("0.3 of a percentage point, 0.3 of a year", "0.3 of a percentage point = 0.3 pp | 0.3 = 0.3")]
    [InlineData("a quarter of a percentage point", "a quarter of a percentage point = 0.25 pp")]
    [InlineData("half a percentage point", "half a percentage point = 0.5 pp")]
    [InlineData("half a percent", "half a percent = 0.5 %")]
    [InlineData("the rate (4.5%)", "4.5% = 4.5 %")]
    [InlineData("fell -4.5%, −4.5 percent and (-4.5%)", "-4.5% = -4.5 % | −4.5 percent = -4.5 % | -4.5% = -4.5 %")]
    [InlineData("minus 3 percent", "minus 3 percent = -3 %")]
    [InlineData("growth - 3 percent", "3 percent = 3 %")]
    [InlineData(".25 percent", ".25 percent = 0.25 %")]
    [InlineData("2½ percent", "2½ percent = 2.5 %")]
    public void Percent_and_points(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("one, twenty-five and two hundred and fifty", "one = 1 label | twenty-five = 25 | two hundred and fifty = 250")]
    [InlineData("twenty-one trillion three hundred", "twenty-one trillion three hundred = 21000000000300")]
    [InlineData("two thousand and five firms", "two thousand and five = 2005")]
    [InlineData("half a million people", "half a million = 500000")]
    [InlineData("two and a half million people", "two and a half million = 2500000")]
    [InlineData("3 million and a half", "3 million and a half = 3500000")]
    [InlineData("a dozen ports, hundreds of ships, several million people", "a dozen = 12")]
    [InlineData("a hundred thousand", "a hundred thousand = 100000")]
    [InlineData("first, twenty-first, 59th, 100th", "first = 1th | twenty-first = 21th | 59th = 59th | 100th = 100th")]
    [InlineData("nought point five", "nought point five = 0.5")]
    public void Spelled_numbers(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("one third of exports, two-thirds, a fifth of it", "one third = 33.333333 % | two-thirds = 66.666667 % | a fifth = 20 %")]
    [InlineData("more than half of them", "half = 50 % >(more than)")]
    [InlineData("fell by half, half the total", "half = 50 % | half = 50 %")]
    [InlineData("a quarter of exports, nearly a quarter, three-quarters", "a quarter = 25 % | a quarter = 25 % <(nearly) | three-quarters = 75 %")]
    [InlineData("three quarters of shipments, three quarters of 2022", "three quarters = 75 % | three quarters = 3 quarters | 2022 = 2022 date")]
    public void Parts_are_percent(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("in the first quarter, a quarter earlier, the last quarter", "first = 1th")]
    [InlineData("the first three quarters", "first = 1th | three quarters = 3 quarters")]
    [InlineData("the first half, the second half of 2022, the June half, first-half exports", "first = 1th | second = 2th | 2022 = 2022 date | first = 1th")]
    [InlineData("a third country, a fourth-quarter rise", "third = 3th | fourth = 4th")]
    [InlineData("seven consecutive quarters", "seven consecutive quarters = 7 quarters")]
    public void Calendar_halves_and_quarters_are_no_parts(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("grew eightfold", "eightfold = 8 x")]
    [InlineData("grew 2.5-fold, ten-fold", "2.5-fold = 2.5 x | ten-fold = 10 x")]
    [InlineData("rose 41.6 times, 1.8x", "41.6 times = 41.6 x | 1.8x = 1.8 x")]
    [InlineData("more than doubled, nearly tripled, quadrupled", "doubled = 2 x >(more than) | tripled = 3 x <(nearly) | quadrupled = 4 x")]
    [InlineData("double-digit growth, double taxation", "")]
    public void Multiples(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("35,000 metric tons, 500,000t and 12 Mt", "35,000 metric tons = 35000 tonnes | 500,000t = 500000 tonnes | 12 Mt = 12000000 tonnes")]
    [InlineData("3,80,528 units", "3,80,528 units = 380528 units")]
    [InlineData("5.2m tonnes in a 100m race", "5.2m tonnes = 5200000 tonnes | 100m = 100 metres")]
    [InlineData("1.45 million barrels a day", "1.45 million barrels a day = 1450000 barrels per day")]
    [InlineData("a five-year plan of 14 months", "five-year = 5 years | 14 months = 14 months")]
    public void Quantities_and_durations(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("over 5%", "5% = 5 % >(over)")]
    [InlineData("fell by more than 5%", "5% = 5 % >(more than)")]
    [InlineData("exceeded 20%", "20% = 20 % >(exceeded)")]
    [InlineData("surpassed the 1 trillion yuan mark", "1 trillion yuan = 1000000000000 CNY >(surpassed)")]
    [InlineData("just shy of $5 billion", "$5 billion = 5000000000 USD? <(just shy of)")]
    [InlineData("no less than 5 million, at most 7 million", "5 million = 5000000 >(no less than) | 7 million = 7000000 <(at most)")]
    [InlineData("up to 30%, under 30%, an estimated 30%, some 30%", "30% = 30 % <(up to) | 30% = 30 % <(under) | 30% = 30 % ~(an estimated) | 30% = 30 % ~(some)")]
    [InlineData("50-odd firms, 60 or so, 70 or more, 100-plus, 30,000+ items", "50 = 50 ~(-odd) | 60 = 60 ~(or so) | 70 = 70 >(or more) | 100 = 100 >(-plus) | 30,000 = 30000 >(+)")]
    [InlineData("broke the 1 trillion yuan mark", "1 trillion yuan = 1000000000000 CNY >(broke)")]
    [InlineData("an over-$5bn order", "$5bn = 5000000000 USD? >(over)")]
    [InlineData("went up to $5 billion; added up to 7%, up to 9%", "$5 billion = 5000000000 USD? | 7% = 7 % | 9% = 9 % <(up to)")]
    [InlineData("over six sessions", "six = 6")]
    [InlineData("2.1 percentage points above 3.1%", "2.1 percentage points = 2.1 pp | 3.1% = 3.1 %")]
    [InlineData("over 2019, about May 7", "2019 = 2019 date | 7 = 7 date")]
    public void Bounds(string text, string expected) => Assert.Equal(expected, Reading.Of(text));
}
