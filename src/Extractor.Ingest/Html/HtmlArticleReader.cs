using Extractor.Ingest.Html.Tree;
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
        var outline = PageOutline.Of(PageTree.Parse(html));
        var headline = -1;
        for (var i = 0; i < outline.Blocks.Length; i++)
        {
            if (outline.Blocks[i].Heading == 1)
            {
                headline = i;
                break;
            }
        }

        ArticleFinder.Find(outline, headline);
        var writer = new ArticleWriter(html, outline);
        if (headline >= 0) writer.Append(outline.Blocks[headline], "");
        var title = writer.Text();
        var start = -1;
        var previous = -1;
        var blocks = outline.Blocks;
        for (var i = 0; i < blocks.Length; i++)
        {
            if (!blocks[i].IsKept) continue;
            var separator = previous >= 0 ? Separator(outline, blocks[previous], blocks[i]) : writer.Length > 0 ? "\n\n" : "";
            if (previous < 0) start = writer.Length + separator.Length;
            writer.Append(blocks[i], separator);
            previous = i;
        }

        var text = writer.Text();
        if (start < 0) start = text.Length;
        return new HtmlArticle(text, title, new TextSpan(start, text.Length), new DocumentMetadata { Title = title, Url = url }, writer.Offsets());
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
