namespace Extractor.Tests.Mentions.Numbers;

public sealed class ListAndRangeTests
{
    [Theory]
    [InlineData("1.2, 1.1 and 0.9 trillion yuan", "1.2 = 1200000000000 CNY shared | 1.1 = 1100000000000 CNY shared | 0.9 trillion yuan = 900000000000 CNY")]
    [InlineData("614.8 billion, 480.1 billion and 0.4 billion yuan", "614.8 billion = 614800000000 CNY shared | 480.1 billion = 480100000000 CNY shared | 0.4 billion yuan = 400000000 CNY")]
    [InlineData("39.0%, 12.2 and 6.2%", "39.0% = 39 % | 12.2 = 12.2 % shared | 6.2% = 6.2 %")]
    [InlineData("6.9, 2.5, 0.8, 4.2 and 1.3 percentage points", "6.9 = 6.9 pp shared | 2.5 = 2.5 pp shared | 0.8 = 0.8 pp shared | 4.2 = 4.2 pp shared | 1.3 percentage points = 1.3 pp")]
    [InlineData("0.5 and 1.0 percentage points", "0.5 = 0.5 pp shared | 1.0 percentage points = 1 pp")]
    [InlineData("5, about 7 and nearly 9 percent", "5 = 5 % shared | 7 = 7 % ~(about) shared | 9 percent = 9 % <(nearly)")]
    [InlineData("20 and 30 basis points", "20 = 0.2 pp shared | 30 basis points = 0.3 pp")]
    [InlineData("$1.2 billion and 900 million, respectively", "$1.2 billion = 1200000000 USD? | 900 million = 900000000 USD? shared")]
    [InlineData("$1.2 billion and 900 million people", "$1.2 billion = 1200000000 USD? | 900 million = 900000000")]
    public void Members_share_scale_and_unit(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("in 2022, 5 million tonnes", "2022 = 2022 date | 5 million tonnes = 5000000 tonnes")]
    [InlineData("in 2021 and 2022, 5 percent", "2021 = 2021 date | 2022 = 2022 date | 5 percent = 5 %")]
    [InlineData("on May 7, 12.5 percent", "7 = 7 date | 12.5 percent = 12.5 %")]
    [InlineData("on May 3 and 4, 5 percent", "3 = 3 date | 4 = 4 date | 5 percent = 5 %")]
    [InlineData("of the 27, 5 percent", "27 = 27 | 5 percent = 5 %")]
    [InlineData("the remaining 82,204,791, or 37.74%", "82,204,791 = 82204791 | 37.74% = 37.74 %")]
    public void Dates_and_counts_are_no_members(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("rose to 3.2 from 3.1 percent", "3.2 = 3.2 % shared | 3.1 percent = 3.1 %")]
    [InlineData("rose to 120 billion from 150 billion yen", "120 billion = 120000000000 JPY shared | 150 billion yen = 150000000000 JPY")]
    [InlineData("5.2 billion yuan, up 6% from 4.9 billion a year earlier", "5.2 billion yuan = 5200000000 CNY | 6% = 6 % | 4.9 billion = 4900000000 CNY shared")]
    [InlineData("from 4 billion yuan to 5 billion", "4 billion yuan = 4000000000 CNY | 5 billion = 5000000000 CNY shared")]
    [InlineData("300 mln dlrs in May, compared with 200 mln in April", "300 mln dlrs = 300000000 USD? | 200 mln = 200000000 USD? shared")]
    [InlineData("300 mln dlrs in May and 200 mln in April", "300 mln dlrs = 300000000 USD? | 200 mln = 200000000 USD? shared")]
    [InlineData("300 mln dlrs in May and 200 mln visitors", "300 mln dlrs = 300000000 USD? | 200 mln = 200000000")]
    [InlineData("$60 billion, 12 billion more than planned", "$60 billion = 60000000000 USD? | 12 billion = 12000000000 USD? shared")]
    [InlineData("5.2 billion yuan from 4.9 billion users", "5.2 billion yuan = 5200000000 CNY | 4.9 billion = 4900000000")]
    public void Earlier_levels_share_the_unit(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("1-2%", "1 = 1 % shared range | 2% = 2 % range")]
    [InlineData("5 to 10 percent", "5 = 5 % shared range | 10 percent = 10 % range")]
    [InlineData("from 5 to 10 percent", "5 = 5 % shared | 10 percent = 10 %")]
    [InlineData("between $5 and $10 billion", "$5 = 5000000000 USD? shared range | $10 billion = 10000000000 USD? range")]
    [InlineData("$5-10 billion", "$5 = 5000000000 USD? shared range | 10 billion = 10000000000 USD? shared range")]
    [InlineData("between 3 and 4 billion euros", "3 = 3000000000 EUR shared range | 4 billion euros = 4000000000 EUR range")]
    [InlineData("growth of 1.0% to 3.0%", "1.0% = 1 % range | 3.0% = 3 % range")]
    [InlineData("rose 1.0% to 3.0%", "1.0% = 1 % | 3.0% = 3 %")]
    [InlineData("$500 to $1 million", "$500 = 500 USD? | $1 million = 1000000 USD?")]
    public void Ranges(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("Q1 and H1 of FY25", "1 = 1 label | 1 = 1 label | 25 = 25 label")]
    [InlineData("COVID-19, G20, 5G, A320", "19 = 19 label | 20 = 20 label | 5 = 5 label | 320 = 320 label")]
    [InlineData("09:52 on June 13, 2023", "09 = 9 label | 52 = 52 label | 13 = 13 date | 2023 = 2023 date")]
    [InlineData("No. 1, Chapter 85, HS 8541, 24/7", "1 = 1 label | 85 = 85 label | 8541 = 8541 label | 24 = 24 label | 7 = 7 label")]
    [InlineData("0646 GMT, 5 p.m., 9.30am", "0646 = 646 label | 5 = 5 label | 9.30 = 9.3 label")]
    [InlineData("at 192.168.1.2", "192 = 192 label | 168 = 168 label | 1 = 1 label | 2 = 2 label")]
    [InlineData("2016-17", "2016 = 2016 label date | 17 = 17 label")]
    [InlineData("1111-2222-3333", "1111 = 1111 label | 2222 = 2222 label | 3333 = 3333 label")]
    [InlineData("see https://example.org/a?b=5%20c&d=2 for 7%", "5 = 5 label | 20 = 20 label | 2 = 2 label | 7% = 7 %")]
    [InlineData("in2025 and on12 February", "2025 = 2025 date | 12 = 12 date")]
    [InlineData("which one of the two", "one = 1 label | two = 2")]
    public void Labels_and_dates_are_told_from_amounts(string text, string expected) => Assert.Equal(expected, Reading.Of(text));

    [Theory]
    [InlineData("1,234,567.8", "1,234,567.8 = 1234567.8")]
    [InlineData("3,80,528", "3,80,528 = 380528")]
    [InlineData("1 414 021 100 people", "1 414 021 100 = 1414021100")]
    [InlineData("40\u202f000 people", "40\u202f000 = 40000")]
    [InlineData("120 130 140 150", "120 = 120 | 130 = 130 | 140 = 140 | 150 = 150")]
    [InlineData("items 22,24,26,31", "22 = 22 | 24 = 24 | 26 = 26 | 31 = 31")]
    [InlineData("1.234,56", "1.234,56 = 1234.56")]
    [InlineData("in 2022,12 firms", "2022 = 2022 date | 12 = 12")]
    [InlineData("up 5,25% and 3,5% to 1.234 units", "5,25% = 5.25 % | 3,5% = 3.5 % | 1.234 units = 1234 units")]
    [InlineData("up 5.25% to 1,234 units", "5.25% = 5.25 % | 1,234 units = 1234 units")]
    public void Grouping_and_decimal_marks(string text, string expected) => Assert.Equal(expected, Reading.Of(text));
}
