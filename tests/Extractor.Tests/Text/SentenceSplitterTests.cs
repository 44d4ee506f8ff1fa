using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Tests.Text;

/// <summary>Where sentences end; a bar marks each expected end, and stands in no text.</summary>
public sealed class SentenceSplitterTests
{
    private static readonly SentenceSplitter Splitter = new(WordLexicon.English.Abbreviations);

    [Theory]
    [InlineData("Exports rose.| Imports fell.")]
    [InlineData("Exports rose!| Did imports fall?| They did.")]
    [InlineData("The trade war brought tariffs.|According to data, exports fell.")]
    [InlineData("It was the best since 2017.|The surplus grew.")]
    [InlineData("Exports rose 3.5%.|The surplus grew.")]
    [InlineData("It grew to $3.5 billion in May.| Imports fell.")]
    [InlineData("He said \"exports rose.\"| Imports fell.")]
    [InlineData("(Exports rose.)| Imports fell.")]
    [InlineData("They did.| \"Imports fell.\"| He left.")]
    [InlineData("出口增长。|进口下降。")]
    public void Ends_at_its_mark(string marked) => Check(marked);

    [Theory]
    [InlineData("Trade with the U.S. rose 5%.| It fell in May.")]
    [InlineData("It sold goods to the U.S.| The surplus grew.")]
    [InlineData("Mr. Smith of Steel Corp. said exports of approx. 5 tons rose in Jan. 2024.")]
    [InlineData("On Dec. 31 exports rose.| They fell in Feb. this year.")]
    [InlineData("George W. Bush met them.")]
    [InlineData("Prices rose at 5 a.m. on Monday.")]
    [InlineData("See example.com for more.")]
    [InlineData("The ratio was 3.5 and no. 4 of the list.")]
    [InlineData("Exports rose... and fell.")]
    public void A_full_stop_that_ends_nothing(string marked) => Check(marked);

    [Theory]
    [InlineData("Exports up sharply|\nChina's exports rose 5.2%.")]
    [InlineData("Exports up sharply|\n\nchina's exports rose 5.2%.")]
    [InlineData("First line of a list|\nSecond line of a list|\nThird line of a list")]
    [InlineData("a trade\nsurplus\nof C$2.97 billion in\nOctober\n, as exports rose.")]
    [InlineData("It rose to\n5.2 billion in May.")]
    [InlineData("Exports rose 5.2 pct in May to a\nrecord 3.1 billion dlrs, the bank\nsaid. Shipments of\ncopper fell.", "Exports rose 5.2 pct in May to a\nrecord 3.1 billion dlrs, the bank\nsaid.| Shipments of\ncopper fell.")]
    [InlineData("Exports rose 5.2 pct in May to a\nrecord 3.1 billion dlrs, the\nBank of Chile said in its monthly\nreport on the trade of the\ncountry.")]
    public void Lines(string text, string? marked = null) => Check(marked ?? text);

    [Theory]
    [InlineData("Korea&#x27;s exports rose.| They fell.")]
    [InlineData("R&amp;D rose &quot;sharply.&quot;| It fell.")]
    [InlineData("&ldquo;Exports rose.&rdquo;| &ldquo;Imports fell.&rdquo;")]
    [InlineData("He said &quot;exports rose&quot; and they did.| &quot;Imports fell.&quot;")]
    public void Entities_left_in_plain_text(string marked) => Check(marked);

    [Fact]
    public void Paragraphs_are_numbered()
    {
        var sentences = Splitter.Split(Tokenizer.Tokenize("One. Two.\n\nThree.\nFour."));
        Assert.Equal([0, 0, 1, 2], sentences.Select(sentence => sentence.Paragraph));
    }

    private static void Check(string marked)
    {
        var text = marked.Replace("|", "", StringComparison.Ordinal);
        var tokens = Tokenizer.Tokenize(text);
        var sentences = Splitter.Split(tokens);
        Assert.Equal(marked.Split('|').Select(part => part.Trim()), sentences.Select(sentence => sentence.Span.Of(text)));
        var next = 0;
        foreach (var sentence in sentences)
        {
            Assert.Equal(next, sentence.FirstToken);
            next = sentence.EndToken;
        }

        Assert.Equal(tokens.Count, next);
    }
}
