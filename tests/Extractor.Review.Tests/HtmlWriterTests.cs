using Extractor.Review.Html;

namespace Extractor.Review.Tests;

public sealed class HtmlWriterTests
{
    [Theory]
    [InlineData("<script>", "&lt;script&gt;")]
    [InlineData("a & b", "a &amp; b")]
    [InlineData("\" onclick='x'", "&quot; onclick=&#39;x&#39;")]
    [InlineData("one\r\ntwo", "one&#13;\ntwo")]
    [InlineData("nul\0", "nul\uFFFD")]
    [InlineData("贸易 – 5%", "贸易 – 5%")]
    [InlineData(null, "")]
    public void A_hole_is_escaped(string? text, string expected)
    {
        var html = new HtmlWriter();
        html.Write($"<b title=\"{text}\">{text}</b>");
        Assert.Equal($"<b title=\"{expected}\">{expected}</b>", html.ToString());
    }

    [Fact]
    public void Markup_made_by_a_writer_is_not_escaped_again()
    {
        var html = new HtmlWriter();
        html.Write($"<p>{HtmlText.Of($"<b>{"<"}</b>")}</p>");
        Assert.Equal("<p><b>&lt;</b></p>", html.ToString());
    }

    [Fact]
    public void A_value_without_quotes_is_a_mistake_that_shows_at_once()
    {
        var html = new HtmlWriter();
        Assert.Throws<InvalidOperationException>(() => html.Write($"<b title={"x onclick=y"}>"));
    }

    [Theory]
    [InlineData("href")]
    [InlineData("src")]
    [InlineData("action")]
    public void Text_cannot_become_an_address(string attribute)
    {
        var html = new HtmlWriter();
        html.Write($"<a ");
        Action write = attribute switch
        {
            "href" => () => html.Write($"href=\"{"javascript:alert(1)"}\""),
            "src" => () => html.Write($"src=\"{"javascript:alert(1)"}\""),
            _ => () => html.Write($"action=\"{"javascript:alert(1)"}\""),
        };
        Assert.Throws<InvalidOperationException>(write);
    }

    [Theory]
    [InlineData("https://news.example/a?b=c&d=e#f", "https://news.example/a?b=c&d=e#f")]
    [InlineData(" http://news.example ", "http://news.example/")]
    [InlineData("https://x.example/\"><script>", "https://x.example/%22%3E%3Cscript%3E")]
    public void A_web_address_is_a_link(string url, string expected)
    {
        Assert.True(Link.TryExternal(url, out var link));
        Assert.Equal(expected, link.Target);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("\u0001javascript:alert(1)")]
    [InlineData(" javascript:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//evil.example/x")]
    [InlineData("/local")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_link(string? url) => Assert.False(Link.TryExternal(url, out _));

    [Fact]
    public void Parameters_of_a_local_link_are_encoded_and_absent_ones_left_out() =>
        Assert.Equal("/fact/x?a=b%26c%3D%3C&d=%C3%A9", Link.Local("/fact/x", ("a", "b&c=<"), ("none", null), ("d", "é")).Target);

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("")]
    public void A_local_link_stays_local(string path) => Assert.Throws<ArgumentException>(() => Link.Local(path));
}
