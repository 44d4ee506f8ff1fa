using Extractor.Text;

namespace Extractor.Tests.Text;

/// <summary>How text is cut into tokens; expected tokens are set apart by spaces, kinds by their first letter.</summary>
public sealed class TokenizerTests
{
    [Theory]
    [InlineData("China’s US$58.1bn, 3,80,528 units", "China ’s US $ 58.1 bn , 3,80,528 units", "WPWSNWSNW")]
    [InlineData("U.S. exports to H.K.", "U.S. exports to H.K.", "WWWW")]
    [InlineData("the U.S.-led talks", "the U.S. - led talks", "WWSWW")]
    [InlineData("tariffs.According to", "tariffs . According to", "WSWW")]
    [InlineData("rose 3.5%.The", "rose 3.5 % . The", "WNSSW")]
    [InlineData("the states' exports", "the states ' exports", "WWPW")]
    [InlineData("the 'best' year", "the ' best ' year", "WSWSW")]
    [InlineData("Korea&#x27;s R&amp;D", "Korea &#x27;s R &amp; D", "WPWSW")]
    [InlineData("Jan-Oct 2022/23", "Jan - Oct 2022 / 23", "WSWNSN")]
    [InlineData("1.", "1 .", "NS")]
    [InlineData("1,234.5,", "1,234.5 ,", "NS")]
    [InlineData("中国 2022年", "中 国 2022 年", "WWNW")]
    [InlineData("Côte d'Ivoire", "Côte d ' Ivoire", "WWSW")]
    [InlineData("São\u00a0Paulo\u200b", "São Paulo", "WW")]
    [InlineData("", "", "")]
    [InlineData(" \n\t", "", "")]
    public void Cuts(string text, string expected, string kinds)
    {
        var tokens = Tokenizer.Tokenize(text);
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => tokens.Chars(i).ToString())));
        Assert.Equal(kinds, string.Concat(Enumerable.Range(0, tokens.Count).Select(i => tokens[i].Kind.ToString()[0])));
    }

    [Theory]
    [InlineData("a b", TokenGap.Space)]
    [InlineData("a\nb", TokenGap.Space)]
    [InlineData("a \r\n b", TokenGap.Space)]
    [InlineData("a\n\nb", TokenGap.Paragraph)]
    [InlineData("a\r\n \r\nb", TokenGap.Paragraph)]
    [InlineData("a-b", TokenGap.None)]
    public void A_gap_is_told(string text, TokenGap gap) => Assert.Equal(gap, Tokenizer.Tokenize(text)[1].Gap);
}
