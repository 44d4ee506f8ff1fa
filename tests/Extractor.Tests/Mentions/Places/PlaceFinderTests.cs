using Extractor.Lexicons;
using Extractor.Mentions.Places;
using Extractor.Text;
using FsCheck.Fluent;

namespace Extractor.Tests.Mentions.Places;

public sealed class PlaceFinderTests
{
    /// <summary>Each mention as <c>words=CODE</c> or <c>words=Parent/Name</c>, with <c>'</c> possessive, <c>~</c> adjective, <c>+</c> people, <c>!</c> complement.</summary>
    private static string Found(string text)
    {
        var mentions = new List<PlaceMention>();
        PlaceFinder.Find(Tokenizer.Tokenize(text), PlaceLexicon.BuiltIn, mentions);
        return string.Join("; ", mentions.Select(mention =>
            $"{mention.Span.Of(text)}={mention.PartnerCode ?? mention.Place.Path}"
            + (mention.Use == PlaceUse.Adjective ? "~" : "") + (mention.Use == PlaceUse.People ? "+" : "") + (mention.IsPossessive ? "'" : "")));
    }

    [Theory]
    [InlineData("China's exports to the U.S. rose", "China=CN'; U.S.=US")]
    [InlineData("exports to the U.S", "U.S=US")]
    [InlineData("CHINA'S EXPORTS TO THE EU", "CHINA=CN'; EU=EU")]
    [InlineData("S. Korea, S.Korea and N. Korea", "S. Korea=KR; S.Korea=KR; N. Korea=KP")]
    [InlineData("the Republic of Korea (ROK)", "Republic of Korea=KR; ROK=KR")]
    [InlineData("Viet Nam, Việt Nam and Türkiye", "Viet Nam=VN; Việt Nam=VN; Türkiye=TR")]
    [InlineData("trade with the People’s Republic of China", "People’s Republic of China=CN")]
    [InlineData("Côte d’Ivoire and Cote d'Ivoire", "Côte d’Ivoire=CI; Cote d'Ivoire=CI")]
    [InlineData("the Philippines' shipments", "Philippines=PH'")]
    [InlineData("PH exports to Sweden", "PH=PH; Sweden=SE")]
    [InlineData("British goods and Dutch flowers bought by Americans", "British=GB~; Dutch=NL~; Americans=US+")]
    [InlineData("Guinea-Bissau, Timor-Leste and Papua New Guinea", "Guinea-Bissau=GW; Timor-Leste=TL; Papua New Guinea=PG")]
    [InlineData("West German exports to East Germany and the Soviet Union", "West German=DE~; East Germany=DD; Soviet Union=SU")]
    [InlineData("exports worth US $30 billion and HK $5 billion", "")]
    [InlineData("$3 billion to the EU and to the US $9 billion", "EU=EU; US=US")]
    [InlineData("with the mainland of China and Chinese Taipei", "mainland of China=CN; Chinese Taipei=TW")]
    public void Countries(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("ASEAN, Asean and the Association of Southeast Asian Nations", "ASEAN=ASEAN; Asean=ASEAN; Association of Southeast Asian Nations=ASEAN")]
    [InlineData("countries along the “Belt and Road”", "Belt and Road=BRI")]
    [InlineData("the countries along the one belt and one road have", "one belt and one road=BRI")]
    [InlineData("the 27-nation European Union", "European Union=EU")]
    [InlineData("Latin American and African countries", "Latin American=LATAM~; African=AFRICA~")]
    [InlineData("South Africa, the Middle East and Latin America", "South Africa=ZA; Middle East=MIDEAST; Latin America=LATAM")]
    [InlineData("exports to the eurozone and the euro zone", "eurozone=EURO-AREA; euro zone=EURO-AREA")]
    [InlineData("imports and exports of the central and western regions", "central and western regions=CN/central and western regions")]
    [InlineData("Belt-and-Road countries; the 'Belt and Road'", "Belt-and-Road=BRI; Belt and Road=BRI")]
    [InlineData("non-EU countries and markets outside the EU", "EU=NON-EU; EU=NON-EU")]
    [InlineData("European goods", "European=EUROPE~")]
    public void Groups(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("US-China trade", "US=US; China=CN")]
    [InlineData("Sino-US trade", "Sino=CN~; US=US")]
    [InlineData("China-ASEAN and China-U.S. trade", "China=CN; ASEAN=ASEAN; China=CN; U.S.=US")]
    [InlineData("the Yiwu-Xinjiang-Europe freight trains", "Yiwu=CN/Zhejiang/Yiwu; Xinjiang=CN/Xinjiang; Europe=EUROPE")]
    public void Hyphens(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Jiaxings foreign trade", "Jiaxing=CN/Zhejiang/Jiaxing'")]
    [InlineData("Chinas private enterprisesimport", "China=CN'")]
    [InlineData("Zhejiang’s import", "Zhejiang=CN/Zhejiang'")]
    [InlineData("Wales exports", "Wales=GB/Wales")]
    public void Possessives(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Wang Hao, Secretary of the Zhejiang Provincial Party Committee", "Zhejiang=CN/Zhejiang")]
    [InlineData("East China's Zhejiang Province", "Zhejiang=CN/Zhejiang")]
    [InlineData("east Chinas Zhejiang", "Zhejiang=CN/Zhejiang")]
    [InlineData("East China's exports", "East China=CN/East China'")]
    [InlineData("Yulin's exports", "")]
    [InlineData("In Shaanxi, Yulin's exports", "Shaanxi=CN/Shaanxi; Yulin=CN/Shaanxi/Yulin'")]
    [InlineData("In Guangxi, Li Yulin said", "Guangxi=CN/Guangxi")]
    [InlineData("patients with ILI", "")]
    [InlineData("San Jose, California", "San Jose=US/San Jose; California=US/California")]
    [InlineData("San José exports", "San José=CR/San José")]
    [InlineData("the Washington Post in Washington", "Washington=US/Washington")]
    [InlineData("the Yangtze River Delta and the Greater Bay Area", "Yangtze River Delta=CN/Yangtze River Delta; Greater Bay Area=CN/Greater Bay Area")]
    [InlineData("Xi'an, Xian and Ma’anshan", "Xi'an=CN/Shaanxi/Xi'an; Xian=CN/Shaanxi/Xi'an; Ma’anshan=CN/Anhui/Ma'anshan")]
    [InlineData("ports in New York, New Jersey and Texas", "New York=US/New York; New Jersey=US/New Jersey; Texas=US/Texas")]
    [InlineData("Ho Chi Minh City and Sao Paulo", "Ho Chi Minh City=VN/Ho Chi Minh City; Sao Paulo=BR/São Paulo")]
    [InlineData("São Paulo", "São Paulo=BR/São Paulo")]
    public void Parts_of_countries(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("Exports to Georgia, Armenia and Azerbaijan", "Georgia=GE; Armenia=AM; Azerbaijan=AZ")]
    [InlineData("Tbilisi said Georgia exported wine", "Tbilisi=GE/Tbilisi; Georgia=GE")]
    [InlineData("Ports in Georgia were busy; Atlanta and Savannah too", "Georgia=US/Georgia; Atlanta=US/Atlanta; Savannah=US/Savannah")]
    [InlineData("factories in Texas and Georgia", "Texas=US/Texas; Georgia=US/Georgia")]
    [InlineData("Georgia exported more", "")]
    [InlineData("exports to Punjab and Sindh", "Punjab=PK/Punjab; Sindh=PK/Sindh")]
    [InlineData("exports of Punjab", "Punjab=IN/Punjab")]
    [InlineData("the Republic of Georgia", "Republic of Georgia=GE")]
    [InlineData("Congo and DR Congo", "Congo=CD; DR Congo=CD")]
    [InlineData("Exports to Jordan rose; Jordan's imports fell", "Jordan=JO; Jordan=JO'")]
    [InlineData("Michael Jordan sold shoes; Jordan Smith too", "")]
    [InlineData("a turkey and some china; chile pepper; guinea pigs", "")]
    [InlineData("Turkey's exports to Guinea and New Guinea", "Turkey=TR'; Guinea=GN")]
    [InlineData("He let us know", "")]
    [InlineData("Suzhou's trade", "Suzhou=CN/Jiangsu/Suzhou'")]
    [InlineData("In Anhui, Suzhou's trade", "Anhui=CN/Anhui; Suzhou=CN/Anhui/Suzhou'")]
    [InlineData("Reading the figures is hard. Nice work. Male workers", "")]
    [InlineData("South Korea won orders; the Korean won fell", "South Korea=KR")]
    [InlineData("The U.S. China trades with", "U.S.=US; China=CN")]
    [InlineData("firms in Reading and Nice", "Reading=GB/Reading; Nice=FR/Nice")]
    public void Ambiguity(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("in US dollar terms, US$5 billion and HK$3 billion")]
    [InlineData("China Daily and the New York Times and the South China Morning Post")]
    [InlineData("the Bank of China and the European Central Bank")]
    [InlineData("3 billion Australian dollars, 5 mln U.S. dlrs, 7 billion Chinese yuan")]
    [InlineData("the South China Sea and the Indian Ocean")]
    [InlineData("Mr. Jordan and Dr. Chad")]
    [InlineData("the Korean won, the German mark and the Gulf of Oman")]
    public void Not_places(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void A_place_may_not_reach_over_a_blank_line() => Assert.Equal("New York=US/New York", Found("South\n\nAfricans met in New York"));

    [Fact]
    public void Mentions_are_in_order_apart_and_spelt_like_their_form()
    {
        // Words of places in any order, glued by what stands between words in real texts.
        var words = Gen.Elements(PlaceLexicon.BuiltIn.Forms.SelectMany(form => form.Text.Split(' ')).Distinct().ToArray());
        var glue = Gen.Elements(" ", " ", " ", ", ", "-", "'s ", "s ", " and ", ". ", "\n\n", "’s ", "$", " in ");
        var texts = Gen.ListOf(Gen.Zip(words, glue)).Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2)));
        Prop.ForAll(Arb.From(texts), text =>
        {
            var tokens = Tokenizer.Tokenize(text);
            var mentions = new List<PlaceMention>();
            PlaceFinder.Find(tokens, PlaceLexicon.BuiltIn, mentions);
            var end = 0;
            foreach (var mention in mentions)
            {
                Assert.True(mention.Span.Start >= end);
                end = mention.Span.End;
                Assert.Equal(tokens[mention.FirstToken].Start, mention.Span.Start);
                Assert.InRange(mention.Span.End, tokens[mention.LastToken].Start + 1, tokens[mention.LastToken].End);
                Assert.Contains(PlaceLexicon.BuiltIn.Find(mention.Span.Of(text)), form => form.Place == mention.Place && form.Use == mention.Use);
            }
        }).Hold();
    }

    [Fact]
    public void Every_certain_form_is_found_alone()
    {
        foreach (var form in PlaceLexicon.BuiltIn.Forms.Where(form => form.Place is not null && (form.Flags & ~PlaceFlags.Case) == PlaceFlags.None))
        {
            var mentions = new List<PlaceMention>();
            PlaceFinder.Find(Tokenizer.Tokenize($"Exports to {form.Text} rose"), PlaceLexicon.BuiltIn, mentions);
            Assert.True(mentions is [var only] && only.Span.Length == form.Text.Length && only.Place == form.Place, form.Text);
        }
    }

    [Fact]
    public void Words_of_a_user_take_the_place_of_those_built_in()
    {
        var lexicon = PlaceLexicon.Load(
        [
            .. BuiltInLexicons.Load("en", "places"),
            TsvTable.Parse("places-mine.tsv", "form\tkind\tcode\tname\nAndean Community\tgroup\tANDEAN\nAndean\tadjective\tANDEAN\nAmerica\tgroup\tAMERICAS\tAmericas\nNagoya\tnot\n"),
        ]);
        var mentions = new List<PlaceMention>();
        PlaceFinder.Find(Tokenizer.Tokenize("Andean exports from the Andean Community to America via Nagoya"), lexicon, mentions);
        Assert.Equal(["ANDEAN", "ANDEAN", "AMERICAS"], mentions.Select(mention => mention.PartnerCode));
    }
}
