using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Extractor.Ingest.Html.Tree;

namespace Extractor.Ingest.Tests.Html;

public sealed class PageTreeTests
{
    [Fact]
    public void Elements_are_treated_by_the_tree_builder_as_AngleSharps_own_are()
    {
        var document = new HtmlParser().ParseDocument("");
        foreach (var name in ElementTable.Names)
        {
            // Foreign roots have their own flags.
            if (name is "svg" or "math") continue;
            Assert.Equal((name, document.CreateElement(name).Flags), (name, ElementTable.Of(name).Flags));
        }
    }

    [Theory]
    [InlineData("<p>One<p>Two<b>bold<p>still bold</b> not")]
    [InlineData("<table>before<tr><td>a<td>b</table>after")]
    [InlineData("<table><div><span>inside</table>")]
    [InlineData("<ul><li>one<li>two<ul><li>deep</ul></ul>")]
    [InlineData("<b><i>both</b>italic</i>none")]
    [InlineData("<a href=x>one<a href=y>two")]
    [InlineData("<select><option>a<option>b</select><p>text")]
    [InlineData("<svg><title>T</title><foreignObject><p>inner</p></foreignObject></svg><p>outer")]
    [InlineData("<math><mi>x</mi><mo>+</mo></math> y")]
    [InlineData("<body><pre>\nfirst line\nsecond</pre><textarea>\nx</textarea>")]
    [InlineData("text before<html><head><title>t &amp; u</title></head><body class=x>y")]
    [InlineData("<template><p>x</p></template><p>y")]
    [InlineData("<form><form><p>x</form></p>")]
    [InlineData("<h1>a<h2>b</h1>c")]
    [InlineData("<frameset><frame></frameset>x")]
    [InlineData("a\0b&#0;c&notin;d&not;e&copyf &#x80;&#150;")]
    public void The_tree_is_the_one_that_AngleSharp_builds(string html) => Assert.Equal(Outline(html), Outline(PageTree.Parse(html)));

    [SharedPagesFact]
    public void The_trees_of_real_pages_are_those_that_AngleSharp_builds()
    {
        foreach (var (name, html) in SharedPages.Read("pages").Take(25))
            Assert.Equal((name, Outline(html)), (name, Outline(PageTree.Parse(html))));
    }

    [Fact]
    public void A_text_knows_where_its_token_begins()
    {
        const string Html = "<body>\n<p>One &amp; <b>two</b> three";
        var places = new List<(string, int)>();
        Collect(PageTree.Parse(Html));
        Assert.Equal([("One & ", Html.IndexOf("One", StringComparison.Ordinal)), ("two", Html.IndexOf("two", StringComparison.Ordinal)), (" three", Html.IndexOf(" three", StringComparison.Ordinal))], places);

        void Collect(PageParent parent)
        {
            foreach (var child in parent.Children)
            {
                if (child is PageText text && !text.Data.Span.IsWhiteSpace()) places.Add((text.Data.ToString(), text.Source));
                else if (child is PageParent inner) Collect(inner);
            }
        }
    }

    private static string Outline(string html)
    {
        var text = new StringBuilder();
        Write(new HtmlParser(new HtmlParserOptions { MaximumDepth = PageTree.MaximumDepth }).ParseDocument(html), text);
        return text.ToString();

        static void Write(INode node, StringBuilder text)
        {
            foreach (var child in node is IHtmlTemplateElement template ? template.Content.ChildNodes : node.ChildNodes)
            {
                if (child is IText run && !IsRaw((node as IElement)?.LocalName)) text.Append(run.Data);
                if (child is not IElement element) continue;
                text.Append('<').Append(element.LocalName).Append('>');
                Write(element, text);
                text.Append("</>");
            }
        }
    }

    private static string Outline(PageTree page)
    {
        var text = new StringBuilder();
        Write(page, text);
        return text.ToString();

        static void Write(PageParent parent, StringBuilder text)
        {
            foreach (var child in parent.Children)
            {
                if (child is PageText run && !IsRaw(parent.NodeName.ToString())) text.Append(run.Data.Span);
                if (child is not PageElement element) continue;
                text.Append('<').Append(element.LocalName.ToString()).Append('>');
                Write(element, text);
                text.Append("</>");
            }
        }
    }

    // Their text is skipped.
    private static bool IsRaw(string? name) => name is "style" or "iframe" or "noembed" or "noframes" or "xmp";
}
