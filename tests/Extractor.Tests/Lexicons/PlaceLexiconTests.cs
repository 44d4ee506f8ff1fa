using Extractor.Lexicons;

namespace Extractor.Tests.Lexicons;

public sealed class PlaceLexiconTests
{
    // ISO 3166-1 alpha-2, all 249 officially assigned.
    private const string IsoCodes =
        "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN "
        + "CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
        + "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
        + "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
        + "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
        + "VN VU WF WS YE YT ZA ZM ZW";

    private static readonly PlaceLexicon Lexicon = PlaceLexicon.BuiltIn;

    [Fact]
    public void Every_ISO_3166_code_is_there_and_none_is_invented()
    {
        var iso = IsoCodes.Split(' ');
        Assert.Equal(249, iso.Length);
        var known = Lexicon.Places.Where(place => place.Kind == PlaceKind.Country).Select(place => place.Code!).Order(StringComparer.Ordinal);

        // XK, Kosovo, is not assigned but in general use.
        Assert.Equal(iso.Append("XK").Order(StringComparer.Ordinal), known);
        Assert.All(iso, code => Assert.NotNull(Lexicon.ByCode(code)));
    }

    [Theory]
    [InlineData("GB", "United Kingdom")]
    [InlineData("US", "United States")]
    [InlineData("KR", "South Korea")]
    [InlineData("KP", "North Korea")]
    [InlineData("VN", "Vietnam")]
    [InlineData("HK", "Hong Kong")]
    [InlineData("TW", "Taiwan")]
    [InlineData("MO", "Macao")]
    [InlineData("CZ", "Czech Republic")]
    [InlineData("RU", "Russia")]
    [InlineData("DE", "Germany")]
    [InlineData("EU", "European Union")]
    [InlineData("BRI", "Belt and Road")]
    [InlineData("SU", "Soviet Union")]
    public void A_code_leads_to_the_common_short_name(string code, string name) => Assert.Equal(name, Lexicon.ByCode(code)?.Name);

    [Theory]
    [InlineData("West Germany", "DE")]
    [InlineData("East Germany", "DD")]
    [InlineData("Soviet Union", "SU")]
    [InlineData("Yugoslavia", "YU")]
    [InlineData("Czechoslovakia", "CS")]
    public void Countries_that_are_no_more_keep_their_name(string name, string code)
    {
        var place = Assert.Single(Lexicon.Find(name)).Place;
        Assert.Equal(new Place(PlaceKind.Historical, code, name), place);
    }

    [Theory]
    [InlineData("EU ASEAN RCEP BRI LATAM AFRICA MIDEAST CENTRAL-ASIA ASIA EUROPE BRICS G7 GCC CIS CPTPP APEC SCO MERCOSUR USMCA")]
    [InlineData("EURO-AREA GULF CEEC OECD OPEC SOUTH-ASIA SOUTHEAST-ASIA EAST-ASIA NORTH-AMERICA SOUTH-AMERICA CARIBBEAN OCEANIA EFTA NAFTA")]
    public void The_groups_of_the_fact_line_are_there(string codes) =>
        Assert.All(codes.Split(' '), code => Assert.Equal(PlaceKind.Group, Lexicon.ByCode(code)?.Kind));

    [Fact]
    public void China_has_34_province_level_units_and_at_least_330_prefecture_level_cities()
    {
        var provinces = Lexicon.Places.Where(place => place is { Kind: PlaceKind.Region, Parent: "CN" }).Select(place => place.Name).ToList();
        Assert.Equal(34, provinces.Count + new[] { "HK", "MO", "TW" }.Count(code => Lexicon.ByCode(code) is not null));

        // 293 cities, 30 autonomous prefectures, 7 prefectures, 3 leagues; counties stand in a list of their own.
        var prefectures = BuiltInLexicons.Load("en", "places-china.tsv").Single().Rows.Where(row => row["kind"] == "city")
            .Select(row => (Name: row["name"], Parent: row["parent"])).Distinct().ToList();
        Assert.All(prefectures, city => Assert.Contains(city.Parent.Split('/')[1], provinces));
        Assert.Equal(333, prefectures.Count);
    }

    [Theory]
    [InlineData("US", 50)]
    [InlineData("JP", 47)]
    [InlineData("KR", 17)]
    [InlineData("DE", 16)]
    [InlineData("IN", 28)]
    [InlineData("CA", 13)]
    [InlineData("MX", 32)]
    [InlineData("BR", 26)]
    [InlineData("IT", 20)]
    [InlineData("FR", 13)]
    [InlineData("ES", 17)]
    [InlineData("GB", 4)]
    [InlineData("VN", 60)]
    [InlineData("TH", 40)]
    [InlineData("MY", 16)]
    [InlineData("ID", 30)]
    [InlineData("PH", 15)]
    [InlineData("TR", 25)]
    [InlineData("RU", 40)]
    [InlineData("AU", 8)]
    [InlineData("CH", 20)]
    [InlineData("NL", 12)]
    [InlineData("BE", 3)]
    [InlineData("PL", 16)]
    [InlineData("AT", 9)]
    [InlineData("SE", 21)]
    [InlineData("SA", 8)]
    [InlineData("AE", 7)]
    [InlineData("ZA", 9)]
    [InlineData("AR", 20)]
    public void The_larger_traders_have_their_first_level_regions(string country, int atLeast) =>
        Assert.InRange(Lexicon.Places.Count(place => place.Kind == PlaceKind.Region && place.Parent == country), atLeast, 100);

    [Fact]
    public void Forms_shared_by_places_are_flagged_on_every_line_across_the_lists()
    {
        var shared = Lexicon.Forms.Where(form => form.Place is not null).GroupBy(form => form.Text.ToLowerInvariant())
            .Where(group => group.Select(form => form.Place).Distinct().Count() > 1).ToList();
        Assert.NotEmpty(shared);
        Assert.All(shared, group => Assert.All(group, form => Assert.True(form.Has(PlaceFlags.Ambiguous), form.Text)));
        Assert.All(shared, group => Assert.InRange(group.Count(form => form.Has(PlaceFlags.Main)), 0, 1));
    }

    [Fact]
    public void No_built_in_list_overrides_another()
    {
        var lines = BuiltInLexicons.Load("en", "places").SelectMany(table => table.Rows)
            .Count(row => row["kind"] is not ("lead" or "tail" or "not-before" or "adjective-not-before" or "not-after"));
        Assert.Equal(lines, Lexicon.Forms.Length);
    }

    [Fact]
    public void Every_place_is_found_by_its_own_name() =>
        Assert.All(Lexicon.Places, place => Assert.True(
            Lexicon.Find(place.Name).Any(form => form.Place == place) || Lexicon.Find($"{place.Name} City").Any(form => form.Place == place), place.ToString()));

    [Fact]
    public void Countries_stand_in_order_of_their_codes()
    {
        var codes = Lexicon.Forms.Where(form => form.Place?.Kind == PlaceKind.Country).Select(form => form.Place!.Code!).ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    [Theory]
    [InlineData("form\tkind\tcolour\n", "mine.tsv(1): column 'colour': not a column of this list; expected form, kind, code, name, parent, flags, note.")]
    [InlineData("form\tkind\tcode\nX\tplanet\n", "mine.tsv(2): column 'kind': 'planet' is not known; expected one of adjective, adjective-not-before, area, capital, city, country, group, historical, lead, not, not-after, not-before, people, region, region-capital, tail.")]
    [InlineData("form\tkind\tcode\nX\tcountry\n", "mine.tsv(2): column 'code': a value is expected, found none.")]
    [InlineData("form\tkind\tcode\nX\tcountry\tXYZ\n", "mine.tsv(2): column 'code': 'XYZ' is no country code; expected two capital letters (ISO 3166 alpha-2).")]
    [InlineData("form\tkind\tcode\nX\tgroup\tmine!\n", "mine.tsv(2): column 'code': 'mine!' is no code; expected capital letters, digits and hyphens.")]
    [InlineData("form\tkind\tcode\nX\tadjective\tQQ\n", "mine.tsv(2): column 'code': 'QQ' is not known; expected the code of a country or group.")]
    [InlineData("form\tkind\tname\tparent\nX\tadjective\tY\tZZ\n", "mine.tsv(2): column 'name': 'ZZ/Y' is not known; expected the name and parent of a region or city in this or an earlier list.")]
    [InlineData("form\tkind\tparent\nX\tcity\tZZ\n", "mine.tsv(2): column 'parent': 'ZZ' is not known; expected the code of a country, or CODE/Region as in CN/Zhejiang.")]
    [InlineData("form\tkind\tcode\tparent\nX\tcountry\tXX\tYY\n", "mine.tsv(2): column 'parent': nothing is expected here for a country or group.")]
    [InlineData("form\tkind\tcode\tparent\nX\tcity\tXX\tYY\n", "mine.tsv(2): column 'code': nothing is expected here for a part of a country.")]
    [InlineData("form\tkind\tcode\tflags\nX\tcountry\tXX\tshaky\n", "mine.tsv(2): column 'flags': 'shaky' is not known; expected one of ambiguous, case, hyphen, main, name, the, weak.")]
    [InlineData("form\tkind\tcode\nX\tcountry\tXX\nx\tcountry\tXX\n", "mine.tsv(3): column 'name': 'x' has the code of X; expected one name for XX.")]
    [InlineData("form\tkind\tcode\tname\nX\tcountry\tXX\tX\nx\tcountry\tXX\tX\n", "mine.tsv(3): column 'form': 'x' stands in line 2 already; expected once.")]
    [InlineData("form\tkind\tcode\tname\nX\tcountry\tXX\tX\nX\tcountry\tYY\tY\n", "mine.tsv(3): column 'form': 'X' means X (XX) in line 2; expected the flag 'ambiguous' on both.")]
    public void A_line_that_is_not_understood_says_where_and_what_was_expected(string content, string message) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => PlaceLexicon.Load([TsvTable.Parse("mine.tsv", content)])).Message);
}
