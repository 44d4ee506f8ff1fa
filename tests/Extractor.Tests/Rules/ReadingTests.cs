namespace Extractor.Tests.Rules;

/// <summary>Sentences of our own with all the facts that they state: readings that several rules and slots make together.</summary>
public sealed partial class ReadingTests
{
    [Theory]
    // Lists of numbers with lists of periods.
    [InlineData("Chile's exports grew 2.6 per cent and 3.3 per cent in 2022 and 2023, respectively.", "Chile 2022-01/2022-12 exports growth=2.6", "Chile 2023-01/2023-12 exports growth=3.3")]
    [InlineData("In 2021 and 2022, Chile's exports reached $82 billion and $88 billion, respectively.", "Chile 2021-01/2021-12 exports value=82000000000 unit=USD", "Chile 2022-01/2022-12 exports value=88000000000 unit=USD")]
    [InlineData("Chile's export earnings in January, February and March 2024 stood at $3.7 billion, $4.2 billion and $2.3 billion.", "Chile 2024-01/2024-01 exports value=3700000000 unit=USD", "Chile 2024-02/2024-02 exports value=4200000000 unit=USD", "Chile 2024-03/2024-03 exports value=2300000000 unit=USD")]
    [InlineData("Vietnam's exports rose 11.1 percent and 8.9 percent in the first and second quarters of 2023, respectively.", "Vietnam 2023-01/2023-03 exports growth=11.1", "Vietnam 2023-04/2023-06 exports growth=8.9")]
    [InlineData("Chile's exports fell 3 percent in both January and February 2024.", "Chile 2024-01/2024-02 exports growth=-3")]
    [InlineData("Chile's exports and imports rose 5 percent and 6 percent in January and February 2024.", "Chile 2024-01/2024-02 exports growth=5", "Chile 2024-01/2024-02 imports growth=6")]

    // The world's trade is nobody's in particular.
    [InlineData("Germany's exports rose 5 percent in 2023, while global trade grew only 1 percent.", "Germany 2023-01/2023-12 exports growth=5", "World 2023-01/2023-12 trade growth=1")]
    [InlineData("China's exports rose 5 percent in 2023. China accounted for 14.2 percent of global exports in 2023.", "China 2023-01/2023-12 exports growth=5", "China 2023-01/2023-12 exports share=14.2 shareOf=World")]
    [InlineData("World trade in commercial services rose by 9 per cent to USD 7.5 trillion in 2023.", "World 2023-01/2023-12 trade category=commercial services value=7500000000000 unit=USD growth=9")]

    // What a tariff is laid on, and capital flows, are no trade of the text's own.
    [InlineData("China's exports rose 5 percent in April 2024. Washington plans to impose duties on $34 billion of Chinese goods imports.", "China 2024-04/2024-04 exports growth=5")]
    [InlineData("Kenya's exports rose 3 per cent in 2023. Net financial inflows declined to a surplus of $1.4 billion in 2023 from $1.5 billion in 2022.", "Kenya 2023-01/2023-12 exports growth=3")]

    // A rate a year is no growth over the whole window.
    [InlineData("Vietnam's exports grew at an average annual rate of 14 percent from 2010 to 2020.", "Vietnam 2010-01/2020-12 exports growth=14")]
    [InlineData("Vietnam's exports grew by 14 percent from 2010 to 2020.", "Vietnam 2010-01/2020-12 exports growth=14 basis=period")]

    // The ends of a window, and what is compared with.
    [InlineData("Between 2017 and 2022, Vietnam's exports to China rose from $40 billion to $60 billion.", "Vietnam 2017-01/2017-12 exports partner=CN value=40000000000 unit=USD", "Vietnam 2022-01/2022-12 exports partner=CN value=60000000000 unit=USD")]
    [InlineData("In 2023 Chile's trade deficit fell. Export earnings increased by $882 million or 22 per cent over the earnings in 2022, import expenditure decreased by $563 million or 11 per cent.", "Chile 2023-01/2023-12 exports unit=USD growth=22 change=882000000", "Chile 2023-01/2023-12 imports unit=USD growth=-11 change=-563000000")]
    [InlineData("Chile's exports in 1976 exceeded those of 1975 by $168 million or 8.7 per cent.", "Chile 1976-01/1976-12 exports unit=USD growth=8.7 change=168000000 approx=>")]

    // Who bought and sold what.
    [InlineData("Taiwan's imports rose. Taiwan bought US$20.3 billion worth of semiconductors from China and Hong Kong in 2021.", "Taiwan 2021-01/2021-12 imports partner=CN+HK category=semiconductors value=20300000000 unit=USD")]
    [InlineData("Taiwan sold US$15.5 billion worth of semiconductors overseas in 2021, and its imports fell.", "Taiwan 2021-01/2021-12 exports category=semiconductors value=15500000000 unit=USD")]
    [InlineData("Chile exported $274 million worth of shellfish to Spain in 2023, but imported only $38 million.", "Chile 2023-01/2023-12 exports partner=ES category=shellfish value=274000000 unit=USD", "Chile 2023-01/2023-12 imports partner=ES category=shellfish value=38000000 unit=USD")]
    [InlineData("In 2023, 454,958 units of smartphones worth $6.70 billion were imported into Nepal.", "Nepal 2023-01/2023-12 imports category=smartphones value=454958 unit=units", "Nepal 2023-01/2023-12 imports category=smartphones value=6700000000 unit=USD")]
    [InlineData("Carpets worth $1.99 million were exported from Nepal in July and August 2024.", "Nepal 2024-07/2024-08 exports category=carpets value=1990000 unit=USD")]

    // Quantities and amounts side by side.
    [InlineData("Chile's exports to Spain in 2023 exceeded 32,000 tons (down just 2% in volume), gaining 4% in value to 42 million euros.", "Chile 2023-01/2023-12 exports partner=ES value=32000 unit=tonnes growth=-2 terms=volume approx=>", "Chile 2023-01/2023-12 exports partner=ES value=42000000 unit=EUR growth=4")]
    [InlineData("Chile's exports to the EU rose in 2023, reaching 512,689 tons (+9%) and a record 1.121 billion euros (+14%).", "Chile 2023-01/2023-12 exports partner=EU value=512689 unit=tonnes growth=9 terms=volume", "Chile 2023-01/2023-12 exports partner=EU value=1121000000 unit=EUR growth=14")]

    // Shares and points.
    [InlineData("In 2023, China's general trade import and export reached 19.5 trillion yuan, an increase of 25.1%, 2.9 percentage points higher than the overall import and export growth rate, accounting for 61.7% of the total import and export, an increase of 1.6 percentage points.", "China 2023-01/2023-12 trade category=general trade value=19500000000000 unit=CNY growth=25.1 share=61.7 growthGap=2.9 shareChange=1.6")]
    [InlineData("West Java sent abroad goods worth US$8.87 billion in 2023, or 14.26 percent of Indonesia's exports.", "West Java 2023-01/2023-12 exports value=8870000000 unit=USD share=14.26 shareOf=Indonesia")]

    // Goods as subjects of their own.
    [InlineData("Brazil's exports rose 5% in May 2024. Extractive industries grew 8.9% to $3.9 billion and manufacturing 2.3% to $8.7 billion.", "Brazil 2024-05/2024-05 exports growth=5", "Brazil 2024-05/2024-05 exports category=extractive industries value=3900000000 unit=USD growth=8.9", "Brazil 2024-05/2024-05 exports category=manufacturing value=8700000000 unit=USD growth=2.3")]
    [InlineData("Korea's exports rose 11% in March 2024. On the import side, crude oil and gas fell 6.4 percent and 37.1 percent, respectively. Exports of ships soared 70.8 percent.", "South Korea 2024-03/2024-03 exports growth=11", "South Korea 2024-03/2024-03 imports category=crude oil growth=-6.4", "South Korea 2024-03/2024-03 imports category=gas growth=-37.1", "South Korea 2024-03/2024-03 exports category=ships growth=70.8")]

    // Whose money "billion" without a name is.
    [InlineData("Sweden's exports were 92.8 billion crowns in 2023, up two pct, and imports 83.9 billion, up four pct.", "Sweden 2023-01/2023-12 exports value=92800000000 unit=SEK growth=2", "Sweden 2023-01/2023-12 imports value=83900000000 unit=SEK growth=4")]

    // The level of a compared period in brackets; a first estimate is no forecast.
    [InlineData("The first estimate for euro area exports of goods in August 2022 was €231.1 billion, an increase of 24.0% compared with August 2021 (€186.4 bn).", "Euro Area 2022-08/2022-08 exports value=231100000000 unit=EUR growth=24", "Euro Area 2021-08/2021-08 exports value=186400000000 unit=EUR")]

    [InlineData("Britain's trade in services was in surplus by an estimated £39.8bn in 2023, while its trade with the EU was in deficit by £9bn.", "United Kingdom 2023-01/2023-12 balance category=services value=39800000000 unit=GBP approx=~", "United Kingdom 2023-01/2023-12 balance partner=EU value=-9000000000 unit=GBP")]

    // Lists: with brackets, without a verb of their own, or spoken of by their number.
    [InlineData("Exports and imports of Thailand amounted to $22 billion (up 3%) and $18 billion (down 2%) respectively in 2023.", "Thailand 2023-01/2023-12 exports value=22000000000 unit=USD growth=3", "Thailand 2023-01/2023-12 imports value=18000000000 unit=USD growth=-2")]
    [InlineData("China's exports of cars, batteries and solar cells rose 29.9% in 2023 to 1.06 trillion yuan, exceeding 1 trillion yuan for the first time.", "China 2023-01/2023-12 exports category=cars, batteries and solar cells value=1060000000000 unit=CNY growth=29.9", "China 2023-01/2023-12 exports category=cars, batteries and solar cells value=1000000000000 unit=CNY approx=>")]
    [InlineData("Dongguan's trade in 2023 was 1.39 trillion yuan and Guangzhou's 1.09 trillion yuan.", "Dongguan 2023-01/2023-12 trade value=1390000000000 unit=CNY", "Guangzhou 2023-01/2023-12 trade value=1090000000000 unit=CNY")]
    [InlineData("Jiaxing's exports to the EU, the US and ASEAN in 2023 were 5, 4 and 3 billion yuan. The three markets together accounted for 56.3% of its exports.", "Jiaxing 2023-01/2023-12 exports partner=EU value=5000000000 unit=CNY", "Jiaxing 2023-01/2023-12 exports partner=US value=4000000000 unit=CNY", "Jiaxing 2023-01/2023-12 exports partner=ASEAN value=3000000000 unit=CNY", "Jiaxing 2023-01/2023-12 exports partner=EU+US+ASEAN share=56.3")]
    [InlineData("French exports are expected to rise 2.6 percent this year and 3.4 percent next year.", "France 2024-01/2024-12 exports growth=2.6 modality=forecast", "France 2025-01/2025-12 exports growth=3.4 modality=forecast")]
    [InlineData("Mexico's car exports climbed 7.9% in 2023 and made up about a third of all exports.", "Mexico 2023-01/2023-12 exports category=car growth=7.9", "Mexico 2023-01/2023-12 exports category=car share=33.3 approx=~")]

    // Brackets between an amount and its period.
    [InlineData("Chile's exports rose to $5.1 billion (up 3 per cent) in 2023 from $4.9 billion (down 2 per cent) in 2022.", "Chile 2023-01/2023-12 exports value=5100000000 unit=USD growth=3", "Chile 2022-01/2022-12 exports value=4900000000 unit=USD growth=-2")]
    [InlineData("Chile's trade deficit narrowed from $1,089 million (13.3 per cent of GDP) in 2022 to $921 million (10.8 per cent of GDP) in 2023.", "Chile 2022-01/2022-12 balance value=-1089000000 unit=USD", "Chile 2023-01/2023-12 balance value=-921000000 unit=USD")]

    // What a balance is, and what is left out of a flow.
    [InlineData("China's surplus, the value of goods it sold abroad versus its imports, reached $1.19 trillion in 2023.", "China 2023-01/2023-12 balance value=1190000000000 unit=USD")]
    [InlineData("Norway's exports, excluding oil and gas, rose 3 percent in May 2024. Exports excluding ships and oil platforms rose 5 percent.", "Norway 2024-05/2024-05 exports category=excluding oil and gas growth=3", "Norway 2024-05/2024-05 exports category=excluding ships and oil platforms growth=5")]
    [InlineData("India's trade with Israel reached $2.34 billion, excluding defence, in 2023.", "India 2023-01/2023-12 trade partner=IL category=excluding defence value=2340000000 unit=USD")]

    // What growth is measured in and compares with.
    [InlineData("Chile's exports rose 5 percent in 2023. The value of tea increased by 7 per cent, while volumes of coffee and pepper declined by 71 per cent and 21 per cent, respectively.", "Chile 2023-01/2023-12 exports growth=5", "Chile 2023-01/2023-12 exports category=tea growth=7", "Chile 2023-01/2023-12 exports category=coffee growth=-71 terms=volume", "Chile 2023-01/2023-12 exports category=pepper growth=-21 terms=volume")]
    [InlineData("German exports grew by 2.9% mom in December 2023, after a downwardly revised 2.3% increase in November.", "Germany 2023-12/2023-12 exports growth=2.9 basis=mom", "Germany 2023-11/2023-11 exports growth=2.3 basis=mom modality=revised")]
    [InlineData("Exports of Chile grew by 5.23% to $1.9bn in 2023, yet remain 19.4% below 2019 figures.", "Chile 2023-01/2023-12 exports value=1900000000 unit=USD growth=5.23", "Chile 2023-01/2023-12 exports growth=-19.4 basis=2019-01/2019-12")]

    // "up to" behind a flow is a rise, else a bound.
    [InlineData("US trade deficit up to $67.1 billion in August 2023.", "United States 2023-08/2023-08 balance value=-67100000000 unit=USD")]
    [InlineData("Chile recorded exports of up to $5 billion in August 2023.", "Chile 2023-08/2023-08 exports value=5000000000 unit=USD approx=<")]

    // Words in front of an amount or a category.
    [InlineData("Britain's trade deficit narrowed to a seasonally adjusted provisional $4.2 billion in February 2024.", "United Kingdom 2024-02/2024-02 balance value=-4200000000 unit=USD")]
    [InlineData("Vietnam's exports of digitally delivered services rose by 9 per cent in 2023.", "Vietnam 2023-01/2023-12 exports category=digitally delivered services growth=9")]
    [InlineData("Guangdong has seen cherry imports up 70 percent in 2023.", "Guangdong 2023-01/2023-12 imports category=cherry growth=70")]
    public void A_text_states_these_facts_and_no_others(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));
}
