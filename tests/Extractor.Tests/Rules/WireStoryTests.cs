using System.Globalization;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Tests.Rules;

/// <summary>How agencies report a country's monthly trade: what was expected, what was revised, and how the balance moved with whom.</summary>
/// <remarks>Facts are written as <c>flow partner category period number ...</c>, slots that are not set left out.</remarks>
public sealed class WireStoryTests
{
    [Theory]
    [InlineData("Germany's trade surplus narrowed more than expected to 15.2 billion euros in January.", "balance 2007-01 15200000000 EUR")]
    [InlineData("Germany's trade surplus narrowed by more than economists had expected to 15.2 billion euros in January.", "balance 2007-01 15200000000 EUR")]
    [InlineData("Germany's exports rose a more-than-expected 2.5 percent in January.", "exports 2007-01 2.5%")]
    [InlineData("Germany's trade gap widened to 7.7 billion euros in January. Economists had forecast a deficit of 7.4 billion euros.", "balance 2007-01 -7700000000 EUR; balance 2007-01 -7400000000 EUR forecast")]
    [InlineData("Germany's exports fell 2% in January, a smaller drop than the 3 percent economists had forecast.", "exports 2007-01 -2%; exports 2007-01 -3% forecast")]
    [InlineData("Germany's exports fell 2% in January. The decline was steeper than a 1.7 percent fall the market had expected.", "exports 2007-01 -2%; exports 2007-01 -1.7% forecast")]
    public void What_was_expected_is_told_from_what_came_about(string text, string facts) => Assert.Equal(facts, Read("2007-03-13", text));

    [Theory]
    [InlineData("Germany's trade gap with China widened to 5.7 billion euros in January. Analysts had forecast a deficit of 4.2 billion euros.", "balance CN 2007-01 -5700000000 EUR; balance CN 2007-01 -4200000000 EUR forecast")]
    [InlineData("Germany's trade surplus fell in January. With China, the trade surplus dropped 47.1 percent to 10.2 billion euros.", "balance CN 2007-01 10200000000 EUR -47.1%")]
    [InlineData("Germany's trade surplus grew 5.7 percent to 7 billion euros with China in January.", "balance CN 2007-01 7000000000 EUR 5.7%")]
    public void A_partner_apart_from_its_flow_is_its_partner(string text, string facts) => Assert.Equal(facts, Read("2007-03-13", text));

    [Theory]
    [InlineData("Germany's exports rose 3 percent in January. U.S.-bound shipments fell 5 percent, while exports bound for China gained 2 percent.", "exports 2007-01 3%; exports US 2007-01 -5%; exports CN 2007-01 2%")]
    [InlineData("Germany logged its first trade surplus with China since 2002 in January, with the balance at 1.7 billion euros.", "balance CN 2007-01 1700000000 EUR")]
    public void Goods_bound_for_a_partner_and_a_balance_named_again_are_with_it(string text, string facts) => Assert.Equal(facts, Read("2007-03-13", text));

    [Theory]
    [InlineData("Germany had a trade deficit of 2.7 billion euros in January, reversing a year-before surplus of 8.1 billion euros.", "balance 2007-01 -2700000000 EUR; balance 2006-01 8100000000 EUR")]
    [InlineData("Germany's trade balance swung to a deficit of 2.7 billion euros in January from a year-earlier surplus of 8.1 billion euros.", "balance 2007-01 -2700000000 EUR; balance 2006-01 8100000000 EUR")]
    [InlineData("Germany had a trade deficit of 2.7 billion euros in January after a revised 4.5 billion euro surplus in December.", "balance 2007-01 -2700000000 EUR; balance 2006-12 4500000000 EUR revised")]
    [InlineData("Germany's trade deficit in January was 2.7 billion euros. A year earlier, the surplus was 4.5 billion euros.", "balance 2007-01 -2700000000 EUR; balance 2006-01 4500000000 EUR")]
    [InlineData("Germany's trade deficit narrowed to 2.7 billion euros in January, compared to a 4.5 billion euro gap in January 2006, as gas imports doubled to 1 billion euros.", "balance 2007-01 -2700000000 EUR; balance 2006-01 -4500000000 EUR; imports gas 2007-01 1000000000 EUR x2")]
    public void The_balance_before_has_its_own_sign_and_period(string text, string facts) => Assert.Equal(facts, Read("2007-03-13", text));

    [Theory]
    [InlineData("India's exports began 2024-25 on a positive note, rising 1% to $35 billion in April.", "exports 2024-04 35000000000 USD 1%")]
    [InlineData("India's exports of iron ore were up by $455 million in April, with quantities up 19 per cent and unit values up 2 per cent.", "exports iron ore 2024-04 +455000000 USD; exports iron ore 2024-04 19% volume")]
    public void A_year_that_begins_and_unit_values_are_of_nothing(string text, string facts) => Assert.Equal(facts, Read("2024-05-15", text));

    [Theory]
    [InlineData("Statistics Canada says the country's trade deficit narrowed to $978 million in April. The U.S. trade deficit fell to $52.5 billion.", "balance 2024-04 -978000000 CAD; balance 2024-04 -52500000000 USD")]
    [InlineData("Canada's trade surplus was C$1.1 billion in April, Statistics Canada said. Canada's exports to China were worth $2 billion.", "balance 2024-04 1100000000 CAD; exports CN 2024-04 2000000000 USD")]
    public void A_bare_dollar_beside_the_country_s_own_office_is_its_own(string text, string facts) => Assert.Equal(facts, Read("2024-06-05", text));

    [Theory]
    [InlineData("In trade with the United States, Japan's surplus fell 27.5 per cent to 519.2 billion yen in April. Exports were down 19 per cent, and imports fell 11.1 per cent.", "balance US 2024-04 519200000000 JPY -27.5%; exports US 2024-04 -19%; imports US 2024-04 -11.1%")]
    [InlineData("Japan's trade surplus with Asia grew to 5 trillion yen in April. Exports to the region rose 5 percent.", "balance ASIA 2024-04 5000000000000 JPY; exports ASIA 2024-04 5%")]
    [InlineData("Japan's trade surplus with Asia grew to 5 trillion yen in April.\n\nExports rose 5 percent.", "balance ASIA 2024-04 5000000000000 JPY; exports 2024-04 5%")]
    public void What_the_paragraph_said_of_a_partner_goes_on(string text, string facts) => Assert.Equal(facts, Read("2024-06-05", text));

    [Theory]
    [InlineData("Chile's exports rose 1% in April. As many as 17 of the top 30 import items recorded contractions, including leather (-7.2%) and man-made yarn (-6.3%).", "exports 2024-04 1%; imports leather 2024-04 -7.2%; imports man-made yarn 2024-04 -6.3%")]
    [InlineData("Chile's exports rose 1% in April. Among the items that saw growth were coffee (up 58.3%) and fish (up 3%).", "exports 2024-04 1%; exports coffee 2024-04 58.3%; exports fish 2024-04 3%")]
    public void Lists_with_brackets_begin_behind_the_verb(string text, string facts) => Assert.Equal(facts, Read("2024-06-05", text));

    [Theory]
    [InlineData("Pakistan's exports stood at $7.8 billion in the first quarter of the current fiscal year 2024-25 compared to $6.9 billion during the same period of last fiscal year 2023-24.", "exports 2024-07/2024-09 7800000000 USD; exports 2023-07/2023-09 6900000000 USD")]
    [InlineData("Turkey's exports rose 11.6 percent in September. The nine-month trade deficit was $46 billion, up 10.2 percent over the same period last year. In the nine-month period, exports rose 7 percent.", "exports 2024-09 11.6%; balance 2024-01/2024-09 -46000000000 USD 10.2%; exports 2024-01/2024-09 7%")]
    public void Months_of_a_year_so_far_and_of_fiscal_years(string text, string facts) => Assert.Equal(facts, Read("2024-10-15", text));

    [Theory]
    [InlineData("Kenya's exports rose 3% in April. The east African nation's exports to India rose 6.6 percent.", "exports 2024-04 3%; exports IN 2024-04 6.6%")]
    [InlineData("Kenya's exports rose 2 percent in April from a month earlier, while imports fell 3 percent.", "exports 2024-04 2% mom; imports 2024-04 -3% mom")]
    [InlineData("Kenya's exports rose 2 percent in April from a month earlier.\nImports fell 3 percent. Tea exports were $5 billion, up from a year earlier.", "exports 2024-04 2% mom; imports 2024-04 -3% mom; exports tea 2024-04 5000000000 USD")]
    [InlineData("Kenya's imports fell in April. Imports from China and India registered declines of 12.4 percent and 22.9 percent respectively.", "imports CN 2024-04 -12.4%; imports IN 2024-04 -22.9%")]
    [InlineData("Kenya's top country for imports in April was China with $1.9 billion.", "imports CN 2024-04 1900000000 USD")]
    [InlineData("Kenya's trade deficit fell to $5 billion in April as it recorded its first tea surplus. Economists had forecast the trade gap would fall to $6 billion.", "balance 2024-04 -5000000000 USD; balance 2024-04 -6000000000 USD forecast")]
    public void What_a_sentence_leaves_out_is_what_was_said(string text, string facts) => Assert.Equal(facts, Read("2024-06-05", text));

    [Theory]
    [InlineData("Exports rose 10.6 percent last month to US$22.2 billion, the Ministry of Finance said. Exports to China and Hong Kong rose 19.7 percent. The trade surplus stood at US$3.1 billion. The minister spoke in Taiwan.", "Taiwan")]
    [InlineData("Japan posted a trade surplus of $96 billion in 2006. West Germany announced a record $70-billion trade surplus for 1987.", "Japan, West Germany")]
    public void Who_trades_is_no_partner_and_whoever_announces_it(string text, string regions) =>
        Assert.Equal(regions, string.Join(", ", TradeExtractor.Default.Extract(new SourceDocument("a.txt", text, new DocumentMetadata { Published = new DateOnly(2007, 10, 9) })).Facts.Select(f => f.Region).Distinct()));

    [Fact]
    public void A_record_since_a_year_does_not_date_the_text() =>
        Assert.Equal("balance XXXX-01 -7700000000 GBP", Read(null, "Britain's trade gap widened to 7.7 billion pounds in January, the widest since August 2003."));

    private static string Read(string? published, string text)
    {
        var metadata = published is null ? DocumentMetadata.None : new DocumentMetadata { Published = DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return string.Join("; ", TradeExtractor.Default.Extract(new SourceDocument("a.txt", text, metadata)).Facts.Select(Written));
    }

    private static string Written(Fact fact)
    {
        var start = fact.Period.ToString().Split('/') is [var first, var last] && first == last ? first : fact.Period.ToString();
        string?[] parts =
        [
            FactLineNames.Of(fact.Flow), fact.Partner, fact.Category, start,
            fact.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {fact.Unit}") : null,
            fact.Change is { } change ? string.Create(CultureInfo.InvariantCulture, $"{change:+0.##;-0.##} {fact.Unit}") : null,
            fact.Growth is { } growth ? string.Create(CultureInfo.InvariantCulture, $"{growth:0.##}%") : null,
            fact.Multiple is { } multiple ? string.Create(CultureInfo.InvariantCulture, $"x{multiple:0.##}") : null,
            fact.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"={share:0.##}%") : null,
            fact.Basis, fact.Terms, fact.Modality == Modality.Actual ? null : FactLineNames.Of(fact.Modality),
        ];
        return string.Join(' ', parts.Where(p => p is not null));
    }
}
