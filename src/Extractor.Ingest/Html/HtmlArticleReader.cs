using System.Text;
using AngleSharp.Html.Parser;
using Extractor.Text;

namespace Extractor.Ingest.Html;

/// <summary>Finds the article and its metadata in a web page.</summary>
public static class HtmlArticleReader
{
    /// <summary>Reads a page.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">Where it was fetched, when known.</param>
    public static HtmlArticle Read(string html, string? url = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var page = new HtmlParser().ParseDocument(html);
        var title = page.QuerySelector("h1")?.TextContent.Trim();
        var text = new StringBuilder();
        if (title is not null) text.Append(title).Append("\n\n");
        var start = text.Length;
        foreach (var paragraph in page.QuerySelectorAll("p"))
        {
            if (text.Length > start) text.Append("\n\n");
            text.Append(paragraph.TextContent.Trim());
        }

        return new HtmlArticle(text.ToString(), title, new TextSpan(start, text.Length), new DocumentMetadata { Title = title, Url = url }, new OffsetMap([new OffsetRun(0, 0, 0)]));
    }
}
