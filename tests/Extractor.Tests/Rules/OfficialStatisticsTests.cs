using System.Globalization;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Tests.Rules;

/// <summary>The prose of statistical offices: what each number is of, with what it is compared, and in which money.</summary>
public sealed class OfficialStatisticsTests
{
    /// <summary>The year of publication, a text, and behind each arrow a fact that it states: flow, period, then only the slots that it has.</summary>
    private const string Texts = """
        2023 In March 2023 German exports fell. On a calendar and seasonally adjusted basis, Germany exported goods to the value of 73.9 billion euros to the EU, while it imported goods to the value of 62.8 billion euros from the same countries. => exports 2023-03 EU 73900000000 EUR; imports 2023-03 EU 62800000000 EUR
        2023 Compared with February 2023, German seasonally-adjusted exports rose by 2.0% in March 2023. => exports 2023-03 growth 2 mom
        2023 In March 2023 Germany's trade balance showed a surplus of 16 billion euros. In February 2023 it had totalled +10.7 billion euros. => balance 2023-03 16000000000 EUR; balance 2023-02 10700000000 EUR
        2023 The value of the goods that Germany exported to Poland in March 2023 totalled 52.2 billion euros. => exports 2023-03 PL 52200000000 EUR
        2023 In March 2023 Chile's exports saw a monthly drop of 1.96%. => exports 2023-03 growth -1.96 mom
        2023 In March 2023 Chile's exports saw a 2.45% quarterly decline. => exports 2023-03 growth -2.45 qoq
        2023 Chile's exports rose 1.9% in March 2023, the third monthly increase in a row. => exports 2023-03 growth 1.9
        2023 In March 2023 Kenya's imports were strong: imports to the country reached $5 billion, exports to Uganda $1 billion. => imports 2023-03 5000000000 USD; exports 2023-03 UG 1000000000 USD
        2023 Australia's exports in March 2023 went up. The balance on goods and services was a surplus of $2,709m in March 2023, an increase of $182m on the surplus in February 2023. Services credits rose $93m. => balance 2023-03 goods and services 2709000000 AUD change 182000000 mom; exports 2023-03 services AUD change 93000000 mom
        2023 Australia's exports in March 2023 were A$30 billion, of which coal brought $9 billion. => exports 2023-03 30000000000 AUD
        2020 Chile's imports in May 2020 were weak. Comparing May 2020 with April 2020, imports of machinery increased by 17%. => imports 2020-05 machinery growth 17 mom
        2015 Comparing 2014 with 2013, Chile's imports of machinery increased by 17%. => imports 2014-01/2014-12 machinery growth 17
        2020 Latvia's exports in May 2020, compared to May 2019, went up by 6.8% and imports by 2.2%, whereas, compared to the previous month, exports went up by 2.9%, but imports fell by 7.4%. => exports 2020-05 growth 6.8; imports 2020-05 growth 2.2; exports 2020-05 growth 2.9 mom; imports 2020-05 growth -7.4 mom
        2020 In May 2020 Chile's trade surplus fell. Asia: Exports increased to $14.3 billion and imports decreased to $9.0 billion. => exports 2020-05 ASIA 14300000000 USD; imports 2020-05 ASIA 9000000000 USD
        2020 In May 2020 Chile's exports were $6 billion [May 2019: $5 billion], down by 2% in value. => exports 2020-05 6000000000 USD growth -2
        2020 Oil lifts exports of crude oil. In May 2020 Norway's export of goods amounted to NOK 75 billion. Oil prices rose, and crude oil exports were NOK 32 billion. Oil was sold; oil exports paid. => exports 2020-05 75000000000 NOK; exports 2020-05 crude oil 32000000000 NOK
        2015 In 2014 the value of Chile's imports was $53 billion, the highest level of annual imports since 2008 ($57 billion). => imports 2014-01/2014-12 53000000000 USD; imports 2008-01/2008-12 57000000000 USD
        2015 In 2014 Chile's exports were strong, and chemicals were 58% of the value of 2014 exports. => exports 2014-01/2014-12 chemicals share 58
        2024 In May 2024 Chile's trade went well, with an increase in exports of $0.3 billion to $5.7 billion and a decrease in imports of $0.8 billion to $4 billion. => exports 2024-05 5700000000 USD change 300000000; imports 2024-05 4000000000 USD change -800000000
        2015 In 2014 Ireland's exports were strong. In 2014, the United States (22%), Great Britain (13%) and Germany (7%) were Ireland's main export markets, accounting for 42% of the value of exports. => exports 2014-01/2014-12 US share 22; exports 2014-01/2014-12 DE share 7; exports 2014-01/2014-12 US+GB+DE share 42
        2015 In 2014 Ireland's imports rose 5%. Machinery and transport equipment (27%) and chemicals (21%) were the main import sectors. => imports 2014-01/2014-12 machinery and transport equipment share 27; imports 2014-01/2014-12 chemicals share 21
        2020 In January 2020 Latvia's exports rose 5%. The main export partners of Latvia in trade with EU countries were Lithuania (16.9% of total exports) and Estonia (11.3%), whereas the main import partners were Poland (9%) and Italy (8%). => exports 2020-01 LT share 16.9; exports 2020-01 EE share 11.3; imports 2020-01 PL share 9
        2020 In January 2020 Estonia's exports fell 5%. The main commodities exported were electrical equipment (13% of total exports), wood and articles of wood (11%). => exports 2020-01 electrical equipment share 13; exports 2020-01 wood and articles of wood share 11
        2020 In January 2020 Colombia's exports rose 5%. The United States was the main destination of Colombian exports, followed by the shares of Panama (12.5%) and China (6.3%). => exports 2020-01 PA share 12.5; exports 2020-01 CN share 6.3
        2020 In January 2020 Chile's exports rose 5%. Exports to its main markets grew, led by China (12%) and Peru (5%). => exports 2020-01 CN growth 12; exports 2020-01 PE growth 5
        2020 In January 2020 Chile's imports fell by 5%. The change in imports of goods reflected decreases in: mineral products [down by $2.1 billion (20%)]. => imports 2020-01 mineral products USD growth -20 change -2100000000
        2018 In October 2018 Chile's surplus was $2 billion, a rise of $0.2 billion on the surplus in September 2018. Exports rose $1 billion (4%). => exports 2018-10 USD growth 4 change 1000000000 mom
        2020 In January 2020 Chile's trade deficit was $2.5 billion. The share of capital goods in total imports was 12% in January 2020. => imports 2020-01 capital goods share 12
        2020 In January 2020 Singapore's exports were dull. On a month-on-month basis, exports rose by 1.2% in January, after the previous month's 3.5% decrease. => exports 2020-01 growth 1.2 mom; exports 2019-12 growth -3.5 mom
        2020 In January 2020 Chile's exports rose. Beef exports (our second-largest group) fell $84 million (41%). => exports 2020-01 beef USD growth -41 change -84000000
        2020 In January 2020 Hong Kong's exports rose. Increases were recorded in exports to Taiwan (+16.6%) and the mainland of China (the Mainland) (+0.3%). => exports 2020-01 TW growth 16.6; exports 2020-01 CN growth 0.3
        2021 In July 2021 Singapore's NODX rose 2.7%. Electronic exports also rose. NODX went up by 1.2% in the year so far. Exports to China grew by 38.9% in July. => exports 2021-07 CN non-oil growth 38.9
        """;

    private static readonly string[] NotFacts =
    [
        "In January 2020 the US trade deficit fell. The average goods and services deficit increased $1.1 billion to $53.9 billion for the three months ending in January.",
        "In January 2020 Hong Kong's trade went well. A trade deficit, equivalent to 4.1% of the value of imports of goods, was recorded.",
    ];

    public static TheoryData<int, string, string> Cases()
    {
        var cases = new TheoryData<int, string, string>();
        foreach (var line in Texts.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var arrow = line.IndexOf(" => ", StringComparison.Ordinal);
            cases.Add(int.Parse(line[..4], CultureInfo.InvariantCulture), line[5..arrow], line[(arrow + 4)..]);
        }

        return cases;
    }

    [Fact]
    public void Reads_no_averages_and_no_ratios()
    {
        var metadata = new DocumentMetadata { Published = new DateOnly(2020, 2, 20) };
        foreach (var text in NotFacts) Assert.Empty(TradeExtractor.Default.Extract(new SourceDocument("a.txt", text, metadata)).Facts);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads(int year, string text, string expected)
    {
        var metadata = new DocumentMetadata { Published = new DateOnly(year, 8, 20) };
        var facts = TradeExtractor.Default.Extract(new SourceDocument("a.txt", text, metadata)).Facts.Select(Line).ToList();
        foreach (var fact in expected.Split("; ")) Assert.Contains(fact, facts);
    }

    private static string Line(Fact fact)
    {
        var period = fact.Period.ToString();
        if (period[..7] == period[^7..]) period = period[..7];
        string?[] parts = [fact.Flow.ToString().ToLowerInvariant(), period, fact.Partner, fact.Category, Text(null, fact.Value), fact.Unit, Text("growth ", fact.Growth), Text("change ", fact.Change), Text("share ", fact.Share), fact.Basis, fact.Terms];
        return string.Join(' ', parts.Where(p => p is not null));
    }

    private static string? Text(string? name, decimal? value) => value is { } v ? name + v.ToString("0.####", CultureInfo.InvariantCulture) : null;
}
