using Extractor.Ingest.Html.Tree;
using Extractor.Ingest.Metadata;
using Extractor.Text;

namespace Extractor.Ingest.Html;

/// <summary>Finds the article and its metadata in a web page.</summary>
public static class HtmlArticleReader
{
    private const int ShortestMarkupBody = 250;

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">Where it was fetched, when known.</param>
    public static HtmlArticle Read(string html, string? url = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        var page = PageTree.Parse(html);
        var outline = PageOutline.Of(page);
        var facts = PageFacts.Of(outline);
        var finder = ArticleFinder.Find(outline);
        var (title, headline) = HeadlineFinder.Find(outline, facts, finder.FirstText);
        finder.Keep(headline);

        var script = finder.ArticleMass < ShortestMarkupBody && !IsInMarkupOnly(facts, finder) ? ScriptMarkup.Find(html, outline, title) : null;
        if (script is not null && OutlineOf(script) is { } hidden) return ReadScript(script, hidden, title, text => PageMetadata.Of(facts, outline, title, headline, finder.ArticleRow, text, url));

        var writer = new ArticleWriter(html, outline);
        WriteHeadline(writer, outline, title, headline);
        var start = IsInMarkupOnly(facts, finder) ? WriteMarkupBody(writer, facts.Article!.Body!) : WriteBody(writer, outline);
        var text = writer.Text();
        return new HtmlArticle(
            text,
            title,
            new TextSpan(Math.Min(start, text.Length), text.Length),
            PageMetadata.Of(facts, outline, title, headline, finder.ArticleRow, text, url),
            writer.Offsets())
        {
            Cut = page.Cut ?? (outline.IsCut ? $"Elements nested deeper than {PageTree.MaximumDepth} were laid flat: the order of their text may differ from the page's." : null),
        };
    }

    private static PageOutline? OutlineOf(ScriptMarkup script)
    {
        var outline = PageOutline.Of(PageTree.Parse(script.Html));
        var finder = ArticleFinder.Find(outline);
        finder.Keep(-1);
        return finder.ArticleMass >= ShortestMarkupBody ? outline : null;
    }

    /// <summary>The article of a page that shows nothing until its scripts have run: from what the scripts would show.</summary>
    private static HtmlArticle ReadScript(ScriptMarkup script, PageOutline outline, string? title, Func<string, DocumentMetadata> metadata)
    {
        var writer = new ArticleWriter(script.Html, outline);
        if (title is not null) writer.Append(title);
        var start = WriteBody(writer, outline);
        var text = writer.Text();
        return new HtmlArticle(text, title, new TextSpan(Math.Min(start, text.Length), text.Length), metadata(text), writer.Offsets().Compose(script.Places));
    }

    private static void WriteHeadline(ArticleWriter writer, PageOutline outline, string? title, int headline)
    {
        if (title is null) return;
        if (headline >= 0 && HeadlineFinder.Words(outline.TextOf(outline.Blocks[headline])) == HeadlineFinder.Words(title))
            writer.Append(outline.Blocks[headline], "");
        else writer.Append(title);
    }

    private static int WriteBody(ArticleWriter writer, PageOutline outline)
    {
        var start = -1;
        Block? previous = null;
        foreach (var block in outline.Blocks)
        {
            if (!block.IsKept) continue;
            var separator = previous is not null ? Separator(outline, previous, block) : writer.Length > 0 ? "\n\n" : "";
            if (start < 0) start = writer.Length + separator.Length;
            writer.Append(block, separator);
            previous = block;
        }

        return start < 0 ? writer.Length : start;
    }

    /// <summary>Whether the page shows its article only by script, and its JSON-LD has the text.</summary>
    private static bool IsInMarkupOnly(PageFacts facts, ArticleFinder finder)
        => facts.Article?.Body is { Length: >= ShortestMarkupBody } body && !body.Contains('<', StringComparison.Ordinal) && finder.ArticleMass * 4 < body.Length;

    private static int WriteMarkupBody(ArticleWriter writer, string body)
    {
        var start = -1;
        foreach (var line in body.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (writer.Length > 0) writer.Append("\n\n");
            if (start < 0) start = writer.Length;
            writer.Append(line);
        }

        return start < 0 ? writer.Length : start;
    }

    // The cells of a table's row stand in one line, its rows in lines of one paragraph.
    private static string Separator(PageOutline outline, Block before, Block block)
    {
        if (!before.Flags.HasFlag(BlockFlags.InCell) || !block.Flags.HasFlag(BlockFlags.InCell)) return "\n\n";
        var (beforeRow, beforeTable) = TableOf(outline, before.Row);
        var (row, table) = TableOf(outline, block.Row);
        return row == beforeRow ? "\t" : table == beforeTable ? "\n" : "\n\n";
    }

    private static (int Row, int Table) TableOf(PageOutline outline, int at)
    {
        var row = -1;
        for (; at >= 0; at = outline.Rows[at].Parent)
        {
            var kind = outline.Rows[at].Element.Kind;
            if (kind == ElementKind.Tr && row < 0) row = at;
            if (kind == ElementKind.Table) return (row, at);
        }

        return (row, -1);
    }
}
