using Extractor.Lexicons;

namespace Extractor.Tests.Lexicons;

public sealed class TsvTableTests
{
    [Fact]
    public void Reads_cells_under_the_header_and_skips_comments_and_blank_lines()
    {
        var table = TsvTable.Parse("words.tsv", "\ufeff# about\n\nform\tkind\tflags\nAlpha\tone\n\n# more\n Beta \ttwo\tx, y\r\n");
        Assert.Equal("form kind flags", string.Join(" ", table.Columns));
        Assert.Equal([("Alpha", "", 4), ("Beta", "x, y", 7)], table.Rows.Select(row => (row["form"], row["flags"], row.Line)));
        Assert.Equal("", table.Rows[0]["nonesuch"]);
    }

    [Theory]
    [InlineData("", "words.tsv: no header line found; the first line names the columns, set apart by tabs.")]
    [InlineData("# only\n\n", "words.tsv: no header line found; the first line names the columns, set apart by tabs.")]
    [InlineData("a\t\tb", "words.tsv(1): cell 2 of the header is empty; the name of a column is expected.")]
    [InlineData("\na\tb\ta", "words.tsv(2): column 'a': the header names it twice.")]
    [InlineData("a\tb\n1\t2\t3\t4", "words.tsv(2): 4 cells found; at most 2 are expected (a, b).")]
    public void A_table_that_cannot_be_read_says_where_and_why(string content, string message) =>
        Assert.Equal(message, Assert.Throws<LexiconException>(() => TsvTable.Parse("words.tsv", content)).Message);

    [Fact]
    public void Columns_are_checked_both_ways()
    {
        var table = TsvTable.Parse("words.tsv", "#\na\tb\n");
        table.CheckColumns(["a"], ["b", "c"]);
        Assert.Equal(
            "words.tsv(2): column 'c': the header lacks it; found a, b.",
            Assert.Throws<LexiconException>(() => table.CheckColumns(["a", "c"], ["b"])).Message);
        Assert.Equal(
            "words.tsv(2): column 'b': not a column of this list; expected a, c.",
            Assert.Throws<LexiconException>(() => table.CheckColumns(["a"], ["c"])).Message);
    }

    [Fact]
    public void A_cell_that_is_wrong_says_line_column_and_what_was_expected()
    {
        var row = TsvTable.Parse("words.tsv", "form\tkind\tflags\nA\tcontinent\tweak, odd").Rows[0];
        var kinds = new Dictionary<string, int> { ["country"] = 1, ["city"] = 2 };
        var thrown = Assert.Throws<LexiconException>(() => row.Choice("kind", kinds));
        Assert.Equal("words.tsv(2): column 'kind': 'continent' is not known; expected one of city, country.", thrown.Message);
        Assert.Equal(("words.tsv", 2, "kind"), (thrown.Table, thrown.Line, thrown.Column));
        var flags = new Dictionary<string, int> { ["weak"] = 1 };
        Assert.Equal(
            "words.tsv(2): column 'flags': 'odd' is not known; expected one of weak.",
            Assert.Throws<LexiconException>(() => row.Choices("flags", flags).ToList()).Message);
        Assert.Equal(
            "words.tsv(2): column 'note': a value is expected, found none.",
            Assert.Throws<LexiconException>(() => row.Required("note")).Message);
    }
}
