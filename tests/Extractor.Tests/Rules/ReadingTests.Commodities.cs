namespace Extractor.Tests.Rules;

/// <content>Trade in single goods: volumes beside values, markets named, lists with brackets.</content>
public sealed partial class ReadingTests
{
    [Theory]
    // A country named as a market: what follows is trade with it.
    [InlineData("Texas exported $444.6 billion in goods in 2023. Its largest market was Mexico ($129.5 billion), followed by Canada ($35.9 billion).", "Texas 2023-01/2023-12 exports value=444600000000 unit=USD", "Texas 2023-01/2023-12 exports partner=MX value=129500000000 unit=USD", "Texas 2023-01/2023-12 exports partner=CA value=35900000000 unit=USD")]
    [InlineData("Imports to Turkey grew 29.9 percent in December 2023. China was the main source of imports (USD 3.3 billion), followed by Russia (USD 3.2 billion).", "Turkey 2023-12/2023-12 imports growth=29.9", "Turkey 2023-12/2023-12 imports partner=CN value=3300000000 unit=USD", "Turkey 2023-12/2023-12 imports partner=RU value=3200000000 unit=USD")]
    [InlineData("Oman's exports rose 5 percent in 2023. China was the top destination, with exports amounting to $13.1 billion.", "Oman 2023-01/2023-12 exports growth=5", "Oman 2023-01/2023-12 exports partner=CN value=13100000000 unit=USD")]
    [InlineData("China's imports rose 5 percent in July 2024. The European Union was the main import partner (imports rose 19.4 percent), followed by the ASEAN countries (imports up 29.5 percent) and Japan (24.7 percent).", "China 2024-07/2024-07 imports growth=5", "China 2024-07/2024-07 imports partner=EU growth=19.4", "China 2024-07/2024-07 imports partner=ASEAN growth=29.5", "China 2024-07/2024-07 imports partner=JP growth=24.7")]
    [InlineData("Chile's exports of fresh fruit rose 5 percent in 2023. China is the main market for Chilean fresh fruit, totaling $1,952 million.", "Chile 2023-01/2023-12 exports category=fresh fruit growth=5", "Chile 2023-01/2023-12 exports partner=CN category=fresh fruit value=1952000000 unit=USD")]

    // "These exports" are those spoken of, with all that narrowed them.
    [InlineData("Turkey's steel exports rose 10 percent to 1.1 million tonnes in July 2024. The value of these exports reached $763 million.", "Turkey 2024-07/2024-07 exports category=steel value=1100000 unit=tonnes growth=10", "Turkey 2024-07/2024-07 exports category=steel value=763000000 unit=USD")]

    // The same goods from another partner; a unit said twice; what of which went where.
    [InlineData("China's soybean imports from Brazil rose 12% in July 2024, while imports from the United States fell 30%.", "China 2024-07/2024-07 imports partner=BR category=soybean growth=12", "China 2024-07/2024-07 imports partner=US category=soybean growth=-30")]
    [InlineData("India imported 4.8 million barrels per day (bpd) of crude oil in July 2024.", "India 2024-07/2024-07 imports category=crude oil value=4800000 unit=barrels per day")]
    [InlineData("Ghana's gold exports jumped 51.2% to $5 billion in 2023, with volumes up 30%.", "Ghana 2023-01/2023-12 exports category=gold value=5000000000 unit=USD growth=51.2", "Ghana 2023-01/2023-12 exports category=gold growth=30 terms=volume")]

    // Brackets of a long list, each as the one before.
    [InlineData("Chile's exports rose 4 percent in July 2024, boosted by higher shipments of copper (6.7 percent), lithium carbonate (9.1 percent), wood pulp and paper products (15.4 percent) and salmon, trout and other fish (6.5 percent).", "Chile 2024-07/2024-07 exports growth=4", "Chile 2024-07/2024-07 exports category=copper growth=6.7", "Chile 2024-07/2024-07 exports category=lithium carbonate growth=9.1", "Chile 2024-07/2024-07 exports category=wood pulp and paper products growth=15.4", "Chile 2024-07/2024-07 exports category=salmon, trout and other fish growth=6.5")]
    public void A_text_on_goods_states_these_facts_and_no_others(string text, params string[] facts) => A_text_states_these_facts_and_no_others(text, facts);
}
