using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Rules;
using Extractor.Text;

namespace Extractor.Tests.Lexicons;

/// <summary>Word lists of one's own beside the built-in ones.</summary>
public sealed class LexiconSetTests
{
    [Fact]
    public void Nothing_added_is_the_built_in_set() => Assert.Same(LexiconSet.English, LexiconSet.EnglishWith([]));

    [Theory]
    [InlineData("places-mine.tsv", "form\tkind\tcode\tname\nMountain League\tgroup\tMOUNTAIN\tMountain League", "Chile's exports to the Mountain League reached $5.2 billion in May 2024.", "partner MOUNTAIN")]
    [InlineData("words-mine.tsv", "form\tclass\tvalue\nforeshipments\tflow\texports", "Chile's foreshipments reached $5.2 billion in May 2024.", "flow exports")]
    [InlineData("period-words.mine.tsv", "form\tclass\tvalue\nflorial\tmonth\t5", "Chile's exports reached $5.2 billion in Florial 2024.", "period 2024-05/2024-05")]
    [InlineData("scales-mine.tsv", "word\tvalue\tform\nsquillion\t1000000000000\tword", "Chile's exports reached $5 squillion in May 2024.", "value 5000000000000")]
    [InlineData("currencies-mine.tsv", "form\tunit\tkind\tmatch\tambiguous\tfactor\tlemma\ncrabbs\tXCR\tnoun", "Chile's exports reached 5.2 billion crabbs in May 2024.", "unit XCR")]
    [InlineData("units-mine.tsv", "form\tunit\tkind\tfactor\tcase\nhogsheads\thogsheads\tquantity", "Chile's wine exports reached 700 hogsheads in May 2024.", "unit hogsheads")]
    [InlineData("fiscal-years-mine.tsv", "country\tmonth\tnamed\nCL\t2\tstart", "Chile's exports reached $5.2 billion in fiscal 2024.", "period 2024-02/2025-01")]
    [InlineData("home-currencies-mine.tsv", "country\tcurrency\tfamily\nPE\tPEX\tpeso", "Peru's exports reached 5.2 billion pesos in May 2024.", "unit PEX")]
    public void What_is_added_is_read(string name, string content, string sentence, string expected)
    {
        var lists = LexiconSet.EnglishWith([TsvTable.Parse("mine/" + name, content)]);
        var document = new SourceDocument("a.txt", sentence);
        var fact = Assert.Single(TradeExtractor.Create(lists, RuleSet.English, lists.Version).Extract(document).Facts);
        var pair = expected.Split(' ');
        Assert.True(FactLineNames.TrySlot(pair[0], out var slot));
        Assert.Equal(pair[1], fact.Written(slot));
        Assert.DoesNotContain(TradeExtractor.Default.Extract(document).Facts, other => other.Written(slot) == pair[1]);
    }

    [Fact]
    public void A_form_of_one_s_own_takes_the_place_of_the_built_in_one()
    {
        const string Text = "Chile's outbound shipments reached $5.2 billion in May 2024.";
        var lists = LexiconSet.EnglishWith([TsvTable.Parse("words-mine.tsv", "form\tclass\tvalue\noutbound shipments\tflow\timports")]);
        Assert.Equal(Flow.Exports, Assert.Single(TradeExtractor.Default.Extract(new SourceDocument("a.txt", Text)).Facts).Flow);
        Assert.Equal(Flow.Imports, Assert.Single(TradeExtractor.Create(lists, RuleSet.English).Extract(new SourceDocument("a.txt", Text)).Facts).Flow);
    }

    [Fact]
    public void The_version_changes_with_what_is_added_wherever_it_lies()
    {
        Assert.Empty(LexiconSet.English.Version);
        var one = Version("a/words-mine.tsv", "form\tclass\nvapes\tgoods");
        Assert.Equal(9, one.Length);
        Assert.Equal(one, Version("/b/c/words-mine.tsv", "form\tclass\nvapes\tgoods"));
        Assert.NotEqual(one, Version("a/words-mine.tsv", "form\tclass\nvapes\taside"));
        Assert.NotEqual(one, Version("a/words-mine.tsv", "form\tclass\nvapes\tgoods\npods\tgoods"));

        static string Version(string name, string content) => LexiconSet.EnglishWith([TsvTable.Parse(name, content)]).Version;
    }

    [Fact]
    public void An_unknown_list_is_named_with_those_there_are()
    {
        var error = Assert.Throws<LexiconException>(() => LexiconSet.EnglishWith([TsvTable.Parse("mine/goods.tsv", "form\tclass\nvapes\tgoods")]));
        Assert.Contains("mine/goods.tsv", error.Message, StringComparison.Ordinal);
        Assert.Contains("no word list is called so; the file's name should begin with words, period-words, places, ", error.Message, StringComparison.Ordinal);
    }
}
