using System.Net;
using System.Text;
using Extractor.Ingest.Html;
using Extractor.Tests;
using FsCheck.Fluent;

namespace Extractor.Ingest.Tests.Html;

/// <summary>Each character of the text leads back to the place in the page that it was read from.</summary>
public sealed class OffsetTests
{
    private const string Filler = "<p>Exports of the valley rose by 12.5 percent in May, the office said, as growers shipped more walnuts than before.</p>";

    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i>", "<a href=x>", "</a>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<ul>", "<li>", "</ul>", "<!-- c -->",
        "<h1>", "</h1>", "<span hidden>", "</span>", "<pre>", "</pre>", "<script>x<y</script>", "&amp;", "&lt;", "&nbsp;", "&eacute;", "&#8217;", "&#x1F600;", "&notin;", "&not;x", "&copy 2", "&amp;amp;",
        "&", "<", ">", "\n", "\r\n", "\r", "\t", "\0", " ", "  ", "\n\n", "Exports rose by 4.3%, ", "to $5 billion. ", "Im&shy;ports", "出口增长。", "é", "\u00a0", "😀", "1,204", "&#0;", "&#150;", "&bogus;", "<svg>", "</svg>", "<x-y>",
    ];

    [Fact]
    public void Entities_tags_and_white_space_are_passed_over()
        => AssertPlaces($"<title>t</title>\r\n<body><h1>Nuts &amp; plums</h1>{Filler}<p>Tom &amp; Co\r\nsold <b>5&nbsp;tons</b> of&shy;ten &eacute;t&#233; &notanentity; &copy 2,\n\n said Ann.</p>{Filler}");

    [Fact]
    public void A_headline_from_the_metadata_stands_nowhere_in_the_text()
        => AssertPlaces($"<meta property=og:title content='Walnuts lift exports'><body>{Filler}{Filler}");

    [Theory]
    [InlineData("<p></ul>\n\n</b><pre>&lt;&#8217;&bogus;")]
    [InlineData("<pre>&lt;&#8217;&bogus;")]
    [InlineData("<pre>&bogus;")]
    [InlineData("<pre class=\"a>b\">&lt;")]
    [InlineData("<pre>\n&bogus; &lt;")]
    [InlineData("<pre>\r\n&lt;")]
    public void References_at_the_start_of_preformatted_text(string pieces)
        => AssertPlaces($"<h1>Walnuts &amp; more</h1>{Filler}<p>{pieces} and so on, as they said in May.</p>{Filler}");

    [Fact]
    public void Any_page_leads_back()
    {
        var pages = Gen.ArrayOf(Gen.Elements(Pieces)).Select(pieces => $"<h1>Walnuts &amp; more</h1>{Filler}<p>{string.Concat(pieces)} and so on, as they said in May.</p>{Filler}");
        Prop.ForAll(pages.ToArbitrary(), AssertPlaces).Hold();
    }

    [SharedPagesFact]
    public void Real_pages_lead_back()
    {
        foreach (var (_, html) in SharedPages.Read("pages").Concat(SharedPages.Read(Path.Combine("news", "pages")))) AssertPlaces(html);
    }

    private static void AssertPlaces(string html)
    {
        var article = HtmlArticleReader.Read(html);
        var runs = article.Offsets.Runs;
        var at = 0;
        for (var i = 0; i < article.Text.Length; i++)
        {
            while (at + 1 < runs.Length && runs[at + 1].TextStart <= i) at++;
            var c = article.Text[i];
            var place = (int)article.Offsets.ToSource(i);
            Assert.InRange(place, 0, Math.Max(0, html.Length - 1));
            var isRight = runs[at].BytesPerChar switch
            {
                1 => html[place] == c || (char.IsWhiteSpace(c) && char.IsWhiteSpace(html[place])),
                0 => char.IsWhiteSpace(c) || html[place] != '&' || Decodes(html.AsSpan(place), c) || i < article.Body.Start,
                _ => false,
            };
            Assert.True(isRight, $"'{c}' at {i} leads to '{html.AsSpan(place, Math.Min(12, html.Length - place))}' at {place}");
        }
    }

    private static bool Decodes(ReadOnlySpan<char> html, char c)
    {
        // "&notin;" decodes as a whole, "&not;" and "&copy 2" by their first characters.
        var end = Math.Min(html.Length, 40);
        for (var length = 2; length <= end; length++)
        {
            var text = html[..length].ToString();
            foreach (var candidate in (ReadOnlySpan<string>)[text, text + ";"])
            {
                var decoded = WebUtility.HtmlDecode(candidate);
                if (decoded.Length < candidate.Length && decoded.Contains(c, StringComparison.Ordinal)) return true;
            }
        }

        // What AngleSharp decodes beyond .NET: windows-1252 numbers, HTML5 names.
        return html.StartsWith("&#") || AngleSharp.Html.HtmlEntityProvider.Resolver.GetSymbol(new StringBuilder().Append(html[1..(html.IndexOf(';') + 1)]).ToString()) is { } symbol && symbol.Contains(c, StringComparison.Ordinal);
    }
}
