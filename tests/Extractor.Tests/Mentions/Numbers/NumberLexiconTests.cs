using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Text;

namespace Extractor.Tests.Mentions.Numbers;

public sealed class NumberLexiconTests
{
    private static readonly string[] Kinds = ["numerals", "scales", "multiples", "number-cues", "units", "currencies", "bounds"];

    private static readonly TsvTable[] BuiltIn = [.. Kinds.SelectMany(kind => BuiltInLexicons.Load("en", kind))];

    [Theory]
    [InlineData("units-mine.tsv", "form\tunit\tkind\tfactor\ncrates\tcrates\tquantity\nmegacrates\tcrates\tquantity\t1000000\n", "5 megacrates", "crates", 5_000_000)]
    [InlineData("currencies-mine.tsv", "form\tunit\tkind\nfloren\tXFL\tnoun\n", "5 million floren", "XFL", 5_000_000)]
    [InlineData("currencies-mine.tsv", "form\tunit\tkind\nX$\tXFL\tprefix\n", "X$5m", "XFL", 5_000_000)]
    [InlineData("scales-mine.tsv", "word\tvalue\tform\nmyriad\t10000\tword\n", "five myriad tonnes", "tonnes", 50_000)]
    public void Word_lists_of_ones_own_add_to_the_built_in_ones(string name, string table, string text, string unit, int value)
    {
        var lexicon = NumberLexicon.Load([.. BuiltIn, TsvTable.Parse(name, table)]);
        var mentions = new List<NumberMention>();
        NumberFinder.Find(Tokenizer.Tokenize(text), lexicon, mentions);
        var mention = Assert.Single(mentions);
        Assert.Equal((unit, (decimal)value, text), (mention.Unit, mention.Value, mention.Span.Of(text)));
    }

    [Theory]
    [InlineData("units.tsv", "form\tunit\tkind\nbarrels\tbarrels\tquantty\n", "units.tsv(2): column 'kind'")]
    [InlineData("units.tsv", "form\tunit\tkind\tfactor\nbarrels\tbarrels\tquantity\t1,000\n", "units.tsv(2): column 'factor': '1,000' is no number")]
    [InlineData("units.tsv", "form\tunit\n", "units.tsv(1): column 'kind'")]
    [InlineData("scales.tsv", "word\tvalue\tform\nten thousand\t10000\tword\n", "scales.tsv(2): column 'word': 'ten thousand' is more than one word")]
    [InlineData("currencies.tsv", "form\tunit\tkind\tmatch\tambiguous\tfactor\tlemma\nOld florin\tXFL\tqualified\t\t\t\tflorin\n", "currencies.tsv(2): column 'lemma': 'florin' is the lemma of no noun")]
    [InlineData("bounds.tsv", "phrase\tbound\tplace\nover\t>\tin front\n", "bounds.tsv(2): column 'place'")]
    public void A_bad_line_is_named_with_its_file_line_and_column(string name, string table, string message)
    {
        var error = Assert.Throws<LexiconException>(() => NumberLexicon.Load([TsvTable.Parse(name, table)]));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Units_of_money_are_codes_of_three_capitals() =>
        Assert.All(BuiltIn.Single(t => t.Name.EndsWith("currencies.tsv", StringComparison.Ordinal)).Rows, row => Assert.Matches("^[A-Z]{3}$", row["unit"]));

    [Fact]
    public void Every_currency_form_is_read_after_an_amount()
    {
        foreach (var row in BuiltIn.Single(t => t.Name.EndsWith("currencies.tsv", StringComparison.Ordinal)).Rows)
        {
            if (row["match"] == "letter" || row["factor"].Length > 0 || row["kind"] == "qualified") continue;
            var text = $"1.5 billion {row["form"]}";
            Assert.True(NumberFinder.ParseSingle(text) is { Kind: NumberKind.Money, Value: 1_500_000_000m } read && read.Unit == row["unit"], text);
        }
    }

    [Fact]
    public void Every_unit_form_is_read_after_a_number()
    {
        foreach (var row in BuiltIn.Single(t => t.Name.EndsWith("units.tsv", StringComparison.Ordinal)).Rows)
        {
            var form = row["form"];
            var text = form is "x" or "m" or "mm" or "-fold" ? $"37{form}" : $"37 {form}";
            Assert.True(NumberFinder.ParseSingle(text) is { Kind: not NumberKind.Cardinal } read && (read.Unit ?? "") == row["unit"], text);
        }
    }
}
