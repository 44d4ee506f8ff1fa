using Extractor.Ingest.Html;

namespace Extractor.Ingest.Tests.Html;

/// <summary>Which parts of a page are read as the article, and how.</summary>
public sealed class ArticleReadingTests
{
    private const string First = "Exports of the valley rose by 12.5 percent in May, the statistics office said, as growers shipped more walnuts and dried plums than ever before.";
    private const string Second = "Imports fell for the third month in a row, to 310 million crowns, because fewer machines were bought, and the surplus widened.";
    private const string Third = "Officials expect the trend to hold through the autumn, although freight rates have doubled since March, and ports are crowded.";

    private static readonly string Prose = $"<p>{First}</p><p>{Second}</p><p>{Third}</p>";
    private static readonly string Plain = $"{First}\n\n{Second}\n\n{Third}";

    [Theory]
    [InlineData("<nav><ul><li><a href=/>Home</a><li><a href=/b>Business news of the day</a></ul></nav>", "")]
    [InlineData("", "<footer><p>The Valley Paper is published by a company, which has its seat in the valley, since 1911.</p></footer>")]
    [InlineData("<div id='cookie-notice'><p>This site keeps cookies on your device, as nearly all sites do, in order to know you again.</p></div>", "")]
    [InlineData("", "<section class=\"related-articles\"><h3><a href=/x>Plum harvest late</a></h3><p>Frost in April has cost the growers dearly, as they told this paper.</p></section>")]
    [InlineData("", "<div class=commentList><p>I have been growing walnuts for forty years, and never have I seen such prices, believe me.</p></div>")]
    [InlineData("", "<aside><p>The valley lies between two ranges of hills, and is known for its fruit, wool and cheese.</p></aside>")]
    [InlineData("<div style='display: none'><p>Subscribe now for only two crowns a week, and read all that we write, wherever you are.</p></div>", "")]
    [InlineData("<div hidden><p>This part is shown to printers only, and nobody else, as the page's makers have decided.</p></div>", "")]
    [InlineData("<script>var text = '<p>Not text at all, in spite of its looks, and long enough to be some.</p>';</script>", "<style>p { color: red }</style>")]
    [InlineData("<div role=banner>The Valley Paper, founded in 1911, the first paper of the valley.</div>", "")]
    [InlineData("", "<ul><li><a href=/1>Wool exports at a low, traders say</a></li><li><a href=/2>Cheese makers look abroad for buyers</a></li></ul>")]
    [InlineData("", "<p>Read more: <a href=/1>Wool exports at a low</a></p>")]
    [InlineData("", "<form><label>Your e-mail address</label><input><button>Send</button></form>")]
    [InlineData("", "<div><h3>Newest stories</h3><div class=box><h4><a href=/1>Wool exports at a low</a></h4><p>Traders say that prices have not been worse, as far as they recall.</p></div></div>")]
    public void Only_the_article_is_read(string before, string after)
        => Assert.Equal(Plain, Body($"<body>{before}<div><h1>Walnuts lift the valley's exports</h1>{Prose}{after}</div></body>"));

    [Fact]
    public void The_headline_stands_first_then_a_blank_line_then_the_body()
    {
        var article = HtmlArticleReader.Read($"<title>Walnuts lift exports | The Valley Paper</title><body><h1>Walnuts lift exports</h1>{Prose}");
        Assert.Equal("Walnuts lift exports", article.Title);
        Assert.Equal("Walnuts lift exports\n\n" + Plain, article.Text);
        Assert.Equal(Plain, article.Body.Of(article.Text));
    }

    [Fact]
    public void Headings_inside_the_text_stay_and_those_above_dropped_lists_go()
        => Assert.Equal(
            $"{First}\n\nPrices abroad\n\n{Second}\n\n{Third}",
            Body($"<h1>Walnuts</h1><p>{First}</p><h2>Prices abroad</h2><p>{Second}</p><p>{Third}</p><h2>You will like</h2><ul><li><a href=/1>Wool</a></ul>"));

    [Theory]
    [InlineData("Tom &amp; Co sold&nbsp;nuts for &pound;5 &#8211; &#x41;ll", "Tom & Co sold\u00a0nuts for £5 – All")]
    [InlineData("a <b>bold <i>and</i></b><a href=x> linked</a> word", "a bold and linked word")]
    [InlineData("ex<b>port</b>s", "exports")]
    [InlineData("ex&shy;ports<wbr>", "exports")]
    [InlineData("one\n\t two   three ", "one two three")]
    [InlineData("with <span class=sr-only hidden>(opens in a new window)</span>link", "with link")]
    public void Inline_markup_leaves_plain_text(string html, string text)
        => Assert.Equal($"{First}\n\n{text} and so on, they said.\n\n{Third}", Body($"<h1>Walnuts</h1><p>{First}</p><p>{html} and so on, they said.</p><p>{Third}</p>"));

    [Fact]
    public void A_line_break_stays_one_and_two_part_paragraphs()
        => Assert.Equal($"{First}\n{Second}\n\n{Third}", Body($"<h1>Walnuts</h1><div>{First}<br>{Second}<br><br>{Third}</div>"));

    [Fact]
    public void Blank_lines_inside_one_paragraph_element_part_paragraphs()
        => Assert.Equal(Plain, Body($"<h1>Walnuts</h1><div><p>\n   {First}\n\n{Second}\n\n{Third}\n</p></div>"));

    [Fact]
    public void Blank_lines_of_a_templates_indentation_do_not()
        => Assert.Equal($"{First} said Ann Hill\n\n{Third}", Body($"<h1>Walnuts</h1><p>{First[..^1]}.\n\n said <a href=/a>Ann Hill</a></p><p>{Third}</p>"));

    [Fact]
    public void A_tables_cells_are_read_in_order_one_row_a_line()
    {
        var table = "<table><caption>Exports in million crowns</caption><tr><th>Goods<th>May<tr><td>Walnuts<td>1,204<tr><td>Plums<td>86</table>";
        Assert.Equal(
            $"{First}\n\nExports in million crowns\n\nGoods\tMay\nWalnuts\t1,204\nPlums\t86\n\n{Second}\n\n{Third}",
            Body($"<h1>Walnuts</h1><p>{First}</p>{table}<p>{Second}</p><p>{Third}</p>"));
    }

    [Fact]
    public void Items_of_a_list_of_facts_are_read_each_as_a_paragraph()
        => Assert.Equal(
            $"{First}\n\nWalnuts rose by 30 percent\n\nPlums fell by 4 percent\n\n{Second}\n\n{Third}",
            Body($"<h1>Walnuts</h1><p>{First}</p><ul><li>Walnuts rose by 30 percent</li><li>Plums fell by 4 percent</li></ul><p>{Second}</p><p>{Third}</p>"));

    [Fact]
    public void The_summary_between_headline_and_text_is_read()
        => Assert.Equal(
            $"The valley sells more abroad than ever, and buys less there.\n\n{Plain}",
            Body($"<header><h1>Walnuts</h1><p class=standfirst>The valley sells more abroad than ever, and buys less there.</p></header><div class=article-body>{Prose}</div>"));

    [Fact]
    public void A_text_in_several_parts_is_read_whole()
        => Assert.Equal(Plain, Body($"<h1>Walnuts</h1><section><p>{First}</p></section><section><p>{Second}</p></section><section><p>{Third}</p></section>"));

    [Fact]
    public void An_article_in_a_part_with_a_misleading_name_is_found()
        => Assert.Equal(Plain, Body($"<div class=sidebar-grid><h1>Walnuts</h1><div class=sidebar-grid__content>{Prose}</div></div><div class=x><p>Other news, in brief, of this valley.</p></div>"));

    [Fact]
    public void Text_right_in_a_division_is_read()
        => Assert.Equal(Plain, Body($"<h1>Walnuts</h1><div><div>{First}</div><div>{Second}</div><div>{Third}</div></div>"));

    [Fact]
    public void Wide_scripts_weigh_enough_to_be_found()
    {
        const string Text = "谷地五月出口同比增长百分之十二点五，统计局表示，核桃和李干的出货量创下新高，进口则连续第三个月下降。";
        Assert.Equal($"{Text}\n\n{Text}", Body($"<body><ul><li><a href=/>首页</a></ul><h1>核桃带动谷地出口</h1><p>{Text}</p><p>{Text}</p>"));
    }

    [Fact]
    public void Where_scripts_show_the_article_its_JSON_LD_is_read()
    {
        var html = $$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Walnuts lift exports","articleBody":"{{First}}\n{{Second}}\n{{Third}}"}</script><body><div id=app></div>""";
        Assert.Equal(Plain, Body(html));
    }

    [Fact]
    public void Where_scripts_show_the_article_the_markup_in_their_data_is_read_and_leads_back()
    {
        var markup = Prose.Replace("<p>", "\\u003cp class=\\\"x\\\"\\u003e", StringComparison.Ordinal).Replace("</p>", "\\u003c\\/p\\u003e", StringComparison.Ordinal);
        var html = "<meta property=og:title content='Walnuts lift the exports of the valley'><script>var a = 'say \"'; // one quote\n</script><body><div id=app></div>"
            + $$$"""<script>self.push([1,"{\"contentHtml\":\"{{{markup}}}\",\"id\":\"1\",\"no\":\"2\"}"])</script><script>state = {"title":"Walnuts","contentHtml":"{{{markup}}}","id":1}</script>""";
        var article = HtmlArticleReader.Read(html);
        Assert.Equal(Plain, article.Body.Of(article.Text));
        Assert.Equal("Walnuts lift the exports of the valley", article.Title);
        var imports = article.Text.IndexOf("Imports", StringComparison.Ordinal);
        Assert.Equal("Imports", html.Substring((int)article.Offsets.ToSource(imports), 7));
    }

    [Fact]
    public void Markup_in_scripts_about_something_else_is_not_the_article()
        => Assert.Equal("", Body($$"""<title>Wool and cheese: a reader's guide</title><body><div id=app></div><script>state = {"notice":"{{Prose}}"}</script>"""));

    [Theory]
    [InlineData("Walnut exports rose 5.2 percent in May, the office said.", true)]
    [InlineData("Walnut exports, in May: over $5 billion, up from April.", true)]
    [InlineData("Growers load walnuts at the port of the valley, May 12, 2024.", false)]
    [InlineData("Ann Hill (2nd from left) of the office, at 11 Mill Street.", false)]
    public void A_figures_caption_that_states_amounts_is_read(string caption, bool isRead)
        => Assert.Equal(
            isRead ? $"{First}\n\n{caption}\n\n{Second}\n\n{Third}" : Plain,
            Body($"<h1>Walnuts</h1><p>{First}</p><figure><img src=x><figcaption class=caption>{caption}</figcaption></figure><p>{Second}</p><p>{Third}</p>"));

    [Theory]
    [InlineData("")]
    [InlineData("   \n ")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<ul><li><a href=/>Home</a></ul>")]
    public void A_page_without_an_article_has_an_empty_body(string html)
    {
        var article = HtmlArticleReader.Read(html);
        Assert.True(article.Body.IsEmpty);
        Assert.Equal(article.Text.Length, article.Body.End);
    }

    [Theory]
    [InlineData("<meta property=og:title content='Walnuts lift exports - The Valley Paper'><meta property=og:site_name content='The Valley Paper'><body>", "Walnuts lift exports")]
    [InlineData("<meta property=og:title content='Walnuts lift exports'><title>Nuts! | Paper</title><body><h1>The Valley Paper</h1><h2>Walnuts lift exports</h2>", "Walnuts lift exports")]
    [InlineData("<title>Walnuts lift exports | The Valley Paper</title><body><h1>The Valley Paper</h1><h1>Walnuts lift exports</h1>", "Walnuts lift exports")]
    [InlineData("<title>Home</title><body><h1>Valley News</h1><ul><li><a href=/>Home</a></ul><h2>Walnuts lift the valley's exports to a record</h2>", "Walnuts lift the valley's exports to a record")]
    [InlineData("<title>Walnuts lift exports &#8211; Paper</title><body>", "Walnuts lift exports")]
    [InlineData("<meta property=og:title content='Walnuts lift exports-Trade'><meta name=headline content='Walnuts lift exports'><body>", "Walnuts lift exports")]
    public void The_headline_is_what_readers_see(string start, string title)
        => Assert.Equal(title, HtmlArticleReader.Read(start + Prose).Title);

    private static string Body(string html)
    {
        var article = HtmlArticleReader.Read(html);
        return article.Body.Of(article.Text);
    }
}
