namespace Extractor.Tests.Rules;

/// <summary>How customs offices and agencies of Asia put their figures: ways of trading, who trades, parts of a country's trade, runs up to a day.</summary>
public sealed class CustomsReleaseTests
{
    [Theory]
    [InlineData("Shandong's exports rose 5% in 2023. The volume of general trade expanded 14.4% to 2.08 trillion yuan.", "Shandong 2023-01/2023-12 exports growth=5", "Shandong 2023-01/2023-12 trade category=general trade value=2080000000000 unit=CNY growth=14.4")]
    [InlineData("In 2023, Shandong's processing trade was 500 billion yuan, down 2%.", "Shandong 2023-01/2023-12 trade category=processing trade value=500000000000 unit=CNY growth=-2")]
    [InlineData("In 2023, Shandong's imports under general trade reached 500 billion yuan.", "Shandong 2023-01/2023-12 imports category=general trade value=500000000000 unit=CNY")]
    public void A_way_of_trading_is_a_flow_of_its_own(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));

    [Theory]
    [InlineData("In 2023, private enterprises contributed 2.5 trillion yuan, or 65.7%, to Shenzhen's total foreign trade.", "Shenzhen 2023-01/2023-12 trade category=private enterprises value=2500000000000 unit=CNY share=65.7")]
    [InlineData("In 2023, Shenzhen contributed 46.6% to Guangdong's total foreign trade, which stood at 8.3 trillion yuan.", "Shenzhen 2023-01/2023-12 trade share=46.6 shareOf=Guangdong", "Guangdong 2023-01/2023-12 trade value=8300000000000 unit=CNY")]
    [InlineData("Private enterprises in Shandong imported and exported 1 trillion yuan in 2023.", "Shandong 2023-01/2023-12 trade category=private enterprises value=1000000000000 unit=CNY")]
    [InlineData("Vietnam's FDI firms raked in 45.9 billion USD from exports in 2023.", "Vietnam 2023-01/2023-12 exports category=fdi firms value=45900000000 unit=USD")]
    [InlineData("Vietnam's trade reached 125.7 billion USD in 2023. Of the figure, 64.4 billion USD came from exports.", "Vietnam 2023-01/2023-12 trade value=125700000000 unit=USD", "Vietnam 2023-01/2023-12 exports value=64400000000 unit=USD")]
    [InlineData("In 2023, Guangxi's top three trading partners were Vietnam and Thailand, with import and export values of 48 billion yuan and 22 billion yuan respectively.", "Guangxi 2023-01/2023-12 trade partner=VN value=48000000000 unit=CNY", "Guangxi 2023-01/2023-12 trade partner=TH value=22000000000 unit=CNY")]
    [InlineData("Chongqing's exports to ASEAN fell 6.5% in 2023; its imports to ASEAN rose 8.9%.", "Chongqing 2023-01/2023-12 exports partner=ASEAN growth=-6.5", "Chongqing 2023-01/2023-12 imports partner=ASEAN growth=8.9")]
    [InlineData("Chongqing imported 3.72 billion yuan of fruits from ASEAN in 2023, an increase of 1.8 times.", "Chongqing 2023-01/2023-12 imports partner=ASEAN category=fruits value=3720000000 unit=CNY multiple=1.8")]
    public void Who_made_up_how_much(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));

    [Theory]
    [InlineData("East China's Zhejiang Province saw its foreign trade rise 5 percent in 2023.", "Zhejiang 2023-01/2023-12 trade growth=5")]
    [InlineData("URUMQI, May 22 (Xinhua) -- Northwest China's Xinjiang Uygur Autonomous Region saw its foreign trade rise 5 percent in 2023.", "Xinjiang 2023-01/2023-12 trade growth=5")]
    [InlineData("Zhejiang's exports rose 15% in 2023, 2.5 percentage points higher than the provincial export growth rate, accounting for 43.1% of the provincial export.", "Zhejiang 2023-01/2023-12 exports growth=15 share=43.1 growthGap=2.5")]
    [InlineData("China posted a trade surplus of over 1.2 trillion yuan in 2023.", "China 2023-01/2023-12 balance value=1200000000000 unit=CNY approx=>")]
    public void Who_is_meant_and_what_is_compared(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));

    [Theory]
    [InlineData("As of April 15, 2024, Vietnam's exports reached 40 billion USD.", "Vietnam 2024-01-01/2024-04-15 exports value=40000000000 unit=USD")]
    [InlineData("By mid-April 2024, Vietnam's exports reached 40 billion USD.", "Vietnam 2024-01-01/2024-04-15 exports value=40000000000 unit=USD")]
    [InlineData("Up to the end of April 2024, Vietnam's exports reached 40 billion USD.", "Vietnam 2024-01/2024-04 exports value=40000000000 unit=USD")]
    [InlineData("Vietnam's rice exports were $5 billion in 2023. In the same period last year, rice exports were $3.3 billion.", "Vietnam 2023-01/2023-12 exports category=rice value=5000000000 unit=USD", "Vietnam 2022-01/2022-12 exports category=rice value=3300000000 unit=USD")]
    [InlineData("Vietnam's exports were $5 billion in June 2024. They stood at $4 billion in the year-ago period.", "Vietnam 2024-06/2024-06 exports value=5000000000 unit=USD", "Vietnam 2023-06/2023-06 exports value=4000000000 unit=USD")]
    [InlineData("India's exports of rice, which are currently restricted, fell by 28 per cent in 2023.", "India 2023-01/2023-12 exports category=rice growth=-28")]
    [InlineData("India's pulses exports in 2023 were up 4 per cent at $454 million ($436 million).", "India 2023-01/2023-12 exports category=pulses value=454000000 unit=USD growth=4", "India 2022-01/2022-12 exports category=pulses value=436000000 unit=USD")]
    public void When_it_was(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));

    [Theory]
    [InlineData("Cambodia's exports rose 2% in 2023. The U.S. remained the biggest market for Cambodia, importing $4.23 billion worth of products, followed by Vietnam which imported $1.42 billion of Cambodian products.", "Cambodia 2023-01/2023-12 exports growth=2", "United States 2023-01/2023-12 imports partner=KH value=4230000000 unit=USD", "Vietnam 2023-01/2023-12 imports partner=KH value=1420000000 unit=USD")]
    [InlineData("Malaysia's trade with China, which represented 19.7 per cent of the total trade or RM26.25 billion, decreased by 1.5 per cent in 2023.", "Malaysia 2023-01/2023-12 trade partner=CN value=26250000000 unit=MYR growth=-1.5 share=19.7")]
    [InlineData("Malaysia's trade, exports and imports expanded by 5.5 per cent, 10.1 per cent and 1.8 per cent in 2023, respectively.", "Malaysia 2023-01/2023-12 trade growth=5.5", "Malaysia 2023-01/2023-12 exports growth=10.1", "Malaysia 2023-01/2023-12 imports growth=1.8")]
    [InlineData("Cambodia's exports rose 2% in 2023. The South-East Asian nation exported products worth 6.6 billion dollars.", "Cambodia 2023-01/2023-12 exports growth=2", "Cambodia 2023-01/2023-12 exports value=6600000000 unit=USD")]
    [InlineData("Xinjiang's trade reached 75 billion yuan in 2023. The figure accounts for 43.4 percent of the country's total trade volume.", "Xinjiang 2023-01/2023-12 trade value=75000000000 unit=CNY", "Xinjiang 2023-01/2023-12 trade share=43.4 shareOf=China")]
    public void Markets_and_nations(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));

    [Theory]
    [InlineData("Pakistan's exports were recorded at $31.76b during July-June (2021-22) against the exports of $25.3b recorded during July-June (2020-21), showing growth of 25.51pc.", "Pakistan 2021-07/2022-06 exports value=31760000000 unit=USD growth=25.51", "Pakistan 2020-07/2021-06 exports value=25300000000 unit=USD")]
    [InlineData("Bangladesh's export earnings in July-April of FY22 grew to $43.34 billion from $32.07 billion in the same period of FY21.", "Bangladesh 2021-07/2022-04 exports value=43340000000 unit=USD", "Bangladesh 2020-07/2021-04 exports value=32070000000 unit=USD")]
    [InlineData("India's exports during April-July this fiscal increased 4.15 per cent.", "India 2024-04/2024-07 exports growth=4.15")]
    [InlineData("India's dairy exports fell 31 per cent to $327 million in 2023 from corresponding last year's $471 million.", "India 2023-01/2023-12 exports category=dairy value=327000000 unit=USD growth=-31", "India 2022-01/2022-12 exports category=dairy value=471000000 unit=USD")]
    public void Years_that_begin_in_April_or_July(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));

    [Theory]
    [InlineData("The trade of China's private firms reached 1.84 trillion yuan in 2023. Of the total, exports rose by 3.6 percent.", "China 2023-01/2023-12 trade category=private firms value=1840000000000 unit=CNY", "China 2023-01/2023-12 exports category=private firms growth=3.6")]
    [InlineData("In 2023, Hangzhou's imports and exports reached 124.18 billion yuan, accounting for 17.2 percent of the province's total.", "Hangzhou 2023-01/2023-12 trade value=124180000000 unit=CNY share=17.2 shareOf=Zhejiang")]
    [InlineData("In 2023, Hainan's export volume shrank by 25.3 percent to 8.98 billion yuan.", "Hainan 2023-01/2023-12 exports value=8980000000 unit=CNY growth=-25.3")]
    public void Parts_and_their_totals(string text, params string[] facts) => Assert.Equal(facts, StatedFacts.Of(text));
}
