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

    // What is weighed is of the goods spoken of; growth by weight beside growth by value.
    [InlineData("China's crude oil imports fell 3% in July 2024. Imports from Saudi Arabia dropped 12% to 1.6 million barrels per day.", "China 2024-07/2024-07 imports category=crude oil growth=-3", "China 2024-07/2024-07 imports partner=SA category=crude oil value=1600000 unit=barrels per day growth=-12")]
    [InlineData("US pork exports to Japan totaled 34,854 tonnes (up 18% from a year ago) in July 2024, valued at $146.9 million (up 20%).", "United States 2024-07/2024-07 exports partner=JP category=pork value=34854 unit=tonnes growth=18 terms=volume", "United States 2024-07/2024-07 exports partner=JP category=pork value=146900000 unit=USD growth=20")]
    [InlineData("US beef exports in July 2024 were 1% below last year's pace in volume (321,000 tonnes) but 8% higher in value ($2.54 billion).", "United States 2024-07/2024-07 exports category=beef value=321000 unit=tonnes growth=-1 terms=volume", "United States 2024-07/2024-07 exports category=beef value=2540000000 unit=USD growth=8")]
    [InlineData("Vietnam's exports of pepper reached 145,000 tonnes in 2023. For cinnamon, Vietnam exported 73,080 tonnes.", "Vietnam 2023-01/2023-12 exports category=pepper value=145000 unit=tonnes", "Vietnam 2023-01/2023-12 exports category=cinnamon value=73080 unit=tonnes")]

    // Partners right behind their numbers; a number of each; a country of a continent named before.
    [InlineData("Peru's exports rose 238 percent to India, 135 percent to Mexico in 2023.", "Peru 2023-01/2023-12 exports partner=IN growth=238", "Peru 2023-01/2023-12 exports partner=MX growth=135")]
    [InlineData("Russia exported 3.9 million tonnes of wheat in July 2024, including 0.8 million tonnes to Egypt, 0.6 million tonnes to Turkey.", "Russia 2024-07/2024-07 exports category=wheat value=3900000 unit=tonnes", "Russia 2024-07/2024-07 exports partner=EG category=wheat value=800000 unit=tonnes", "Russia 2024-07/2024-07 exports partner=TR category=wheat value=600000 unit=tonnes")]
    [InlineData("Brazil took 25% of Uruguay's exports in 2023, followed by China and the United States, with 13% each.", "Uruguay 2023-01/2023-12 exports partner=BR share=25", "Uruguay 2023-01/2023-12 exports partner=CN share=13", "Uruguay 2023-01/2023-12 exports partner=US share=13")]
    [InlineData("Peru's exports to China rose 5 percent in 2023. Peruvian exports of copper to the Asian country totaled $5 billion.", "Peru 2023-01/2023-12 exports partner=CN growth=5", "Peru 2023-01/2023-12 exports partner=CN category=copper value=5000000000 unit=USD")]

    // Two goods of one noun; sales that are exports; a part of what was shipped; a month that lies in a fiscal year.
    [InlineData("Turkey's flat and long product exports were 374,359 tonnes and 686,373 tonnes, respectively, in July 2024.", "Turkey 2024-07/2024-07 exports category=flat value=374359 unit=tonnes", "Turkey 2024-07/2024-07 exports category=long product value=686373 unit=tonnes")]
    [InlineData("Uruguay's exports grew 27% in July 2024, with exports to Brazil up 5%. Exports to China were down. Sales of dairy products fell 8%.", "Uruguay 2024-07/2024-07 exports growth=27", "Uruguay 2024-07/2024-07 exports partner=BR growth=5", "Uruguay 2024-07/2024-07 exports category=dairy products growth=-8")]
    [InlineData("Oman exported 70.5 million tonnes of oil in 2023, of which 54.9 million tonnes were shipped by one pipeline.", "Oman 2023-01/2023-12 exports category=oil value=70500000 unit=tonnes", "Oman 2023-01/2023-12 exports category=oil value=54900000 unit=tonnes")]
    [InlineData("In April, the first month of the 2024/25 fiscal year, India imported 1.8 million tonnes of coal.", "India 2024-04/2024-04 imports category=coal value=1800000 unit=tonnes")]
    [InlineData("Ninety-five percent of Chinese imports from Peru in 2023 were raw materials.", "China 2023-01/2023-12 imports partner=PE category=raw materials share=95")]

    // Countries that follow in a list; countries named together; a share of another's trade; a market that stands in apposition.
    [InlineData("Saudi imports rose 5% in July 2024. The US followed with imports at $4.6 billion. The UAE came in third with $3.9 billion worth of imports.", "Saudi Arabia 2024-07/2024-07 imports growth=5", "Saudi Arabia 2024-07/2024-07 imports partner=US value=4600000000 unit=USD", "Saudi Arabia 2024-07/2024-07 imports partner=AE value=3900000000 unit=USD")]
    [InlineData("US imports from Mexico reached $505.9 billion in 2023, followed by China ($438.9 billion, or 13.4%) and Canada ($412.7 billion, or 12.6%). These three countries together covered 41.5 percent of US imports.", "United States 2023-01/2023-12 imports partner=MX value=505900000000 unit=USD", "United States 2023-01/2023-12 imports partner=CN value=438900000000 unit=USD share=13.4", "United States 2023-01/2023-12 imports partner=CA value=412700000000 unit=USD share=12.6", "United States 2023-01/2023-12 imports partner=MX+CN+CA share=41.5")]
    [InlineData("Saudi exports rose 5% in July 2024. China, the Kingdom's primary merchandise trading partner, accounted for 17.6 percent of total exports with a value of $23.5 billion.", "Saudi Arabia 2024-07/2024-07 exports growth=5", "Saudi Arabia 2024-07/2024-07 exports partner=CN value=23500000000 unit=USD share=17.6")]
    [InlineData("Argentina's beef exports totaled 193,000 tonnes in 2023. China was the main destination for fresh meat, accounting for 40% of shipments, followed by Chile and Israel with 19% and 17%, respectively.", "Argentina 2023-01/2023-12 exports category=beef value=193000 unit=tonnes", "Argentina 2023-01/2023-12 exports partner=CN category=fresh meat share=40", "Argentina 2023-01/2023-12 exports partner=CL category=fresh meat share=19", "Argentina 2023-01/2023-12 exports partner=IL category=fresh meat share=17")]

    // Goods named in a sentence without a figure.
    [InlineData("Demand was strong for U.S. pork exports in July 2024. Exports to Japan were the largest since April at 34,854 tonnes (up 18%).", "United States 2024-07/2024-07 exports partner=JP category=pork value=34854 unit=tonnes growth=18")]

    // The same quantity in another unit; millions of the money before; what led the rise; a period said again.
    [InlineData("The United States exported 436 billion cubic feet (around 12.3 billion cubic meters) of natural gas in July 2024.", "United States 2024-07/2024-07 exports category=natural gas value=436000000000 unit=cubic feet")]
    [InlineData("Peru's oil exports dropped 18% to $1.085 billion in July 2024 and coal exports decreased by 15.2% to 391m.", "Peru 2024-07/2024-07 exports category=oil value=1085000000 unit=USD growth=-18", "Peru 2024-07/2024-07 exports category=coal value=391000000 unit=USD growth=-15.2")]
    [InlineData("New Zealand exports rose 11 percent in July 2024. Milk powder, butter, and cheese led the rise, up 45 percent.", "New Zealand 2024-07/2024-07 exports growth=11", "New Zealand 2024-07/2024-07 exports category=milk powder, butter, and cheese growth=45")]
    [InlineData("New Zealand's trade balance for July 2024 was a surplus of $242 million, or 5.1 percent of exports.", "New Zealand 2024-07/2024-07 balance value=242000000 unit=NZD")]
    [InlineData("Colombia's coffee exports jumped 36.5% to $7.63 billion in the period from January to June 2024.", "Colombia 2024-01/2024-06 exports category=coffee value=7630000000 unit=USD growth=36.5")]
    [InlineData("Iran exported 65.5 million tonnes of petrochemicals during the first seven months of the current Iranian calendar year (January 20-July 21).", "Iran 2024-01-20/2024-07-21 exports category=petrochemicals value=65500000 unit=tonnes")]
    public void A_text_on_goods_states_these_facts_and_no_others(string text, params string[] facts) => A_text_states_these_facts_and_no_others(text, facts);
}
