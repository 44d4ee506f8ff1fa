using Extractor.Ingest.Html.Tree;

namespace Extractor.Ingest.Html;

/// <summary>Tells the article's blocks from the rest of the page.</summary>
/// <remarks>
/// Each block has a mass: how much running prose it holds. Parts of the page that say of themselves that they are something
/// else are set aside unless most of the mass is in them. From the root, the finder then goes down into the child that holds
/// nearly all of the mass until the mass divides: that is the article's element. Inside it, what has the look of a link list,
/// a teaser or a label is dropped.
/// </remarks>
internal sealed class ArticleFinder
{
    /// <summary>A longer block is prose, however it begins.</summary>
    private const int LongestLine = 160;

    /// <summary>A part that is named boilerplate is it unless it holds this share of the page's prose: then it wraps the page.</summary>
    private const double WrapperShare = 0.6;

    /// <summary>The same for parts that are never the article.</summary>
    private const double WholePageShare = 0.95;

    /// <summary>The same for parts that are named the article's text as well ("article-body-related").</summary>
    private const double MixedShare = 0.2;

    /// <summary>Below this share a part with a suspect name is not the article.</summary>
    private const double SuspectShare = 0.1;

    /// <summary>Below this share a suspect part full of links, or a box with a linked heading, is not.</summary>
    private const double LinkedShare = 0.3;

    /// <summary>How much of an element's prose a child must hold for the article to be in the child.</summary>
    private const double NearlyAll = 0.85;

    /// <summary>The same for a child that is named an article, the article's text, and a child of the article's text.</summary>
    private const double MostOfArticle = 0.6;
    private const double HalfOfBody = 0.5;
    private const double AllOfBody = 0.97;

    private readonly PageOutline outline;
    private readonly int[] mass;
    private readonly int[] chars;
    private readonly int[] links;
    private readonly int[] statements;

    private ArticleFinder(PageOutline outline)
    {
        this.outline = outline;
        var count = outline.Blocks.Length + 1;
        mass = new int[count];
        chars = new int[count];
        links = new int[count];
        statements = new int[count];
        for (var i = 1; i < count; i++) statements[i] = statements[i - 1] + (IsStatedInFigure(outline.Blocks[i - 1]) ? 1 : 0);
    }

    /// <summary>Row of the element that holds the article, -1 when there is none.</summary>
    internal int ArticleRow { get; private set; } = -1;

    /// <summary>How much running prose the article's element holds, in characters.</summary>
    internal int ArticleMass => ArticleRow < 0 ? 0 : Mass(outline.Rows[ArticleRow]);

    /// <summary>Index of the first block of prose in the article, or the number of blocks.</summary>
    internal int FirstText { get; private set; }

    /// <summary>Finds the article's element.</summary>
    internal static ArticleFinder Find(PageOutline outline)
    {
        var finder = new ArticleFinder(outline);
        finder.Sum(includeExcluded: true);
        finder.Exclude();
        finder.Sum(includeExcluded: false);
        finder.ArticleRow = finder.Descend();
        finder.FirstText = outline.Blocks.Length;
        if (finder.ArticleRow < 0) return finder;
        var article = outline.Rows[finder.ArticleRow];
        for (var i = article.EndBlock - 1; i >= article.FirstBlock; i--)
        {
            if (finder.mass[i + 1] > finder.mass[i]) finder.FirstText = i;
        }

        return finder;
    }

    private static int MassOf(Block block)
    {
        if (block.Heading > 0 || block.Chars == 0) return 0;
        if (block.Flags.HasFlag(BlockFlags.InCell) && block.Chars < 80) return block.PlainChars / 2;
        var plain = block.PlainChars;
        if (block.Stops + block.Commas == 0 && plain < 80) return 0;
        if (plain < 20) return 0;
        return (int)((long)plain * plain / block.Chars);
    }

    private void Sum(bool includeExcluded)
    {
        var blocks = outline.Blocks;
        for (var i = 0; i < blocks.Length; i++)
        {
            var block = blocks[i];
            var counts = includeExcluded || !block.IsExcluded;
            mass[i + 1] = mass[i] + (counts ? MassOf(block) : 0);
            chars[i + 1] = chars[i] + (counts ? block.Chars : 0);
            links[i + 1] = links[i] + (counts ? block.LinkChars : 0);
        }
    }

    private int Mass(ElementRow row) => mass[row.EndBlock] - mass[row.FirstBlock];

    private int Chars(ElementRow row) => chars[row.EndBlock] - chars[row.FirstBlock];

    private int Links(ElementRow row) => links[row.EndBlock] - links[row.FirstBlock];

    private void Exclude()
    {
        var rows = outline.Rows;
        if (rows.Length == 0) return;
        Exclude(0, mass[^1], trustsNames: true);

        // Where next to nothing is left, the article stood in a part with a misleading name: a "sidebar-grid", say.
        var left = 0;
        foreach (var block in outline.Blocks) left += block.IsExcluded ? 0 : MassOf(block);
        var rescued = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!rows[i].IsExcluded || rows[i].Region.HasAny(Region.Apart | Region.Hidden)) continue;
            if (rows[i].Parent >= 0 && rows[rows[i].Parent].IsExcluded) continue;
            if (rescued < 0 || Mass(rows[i]) > Mass(rows[rescued])) rescued = i;
        }

        if (rescued < 0 || Mass(rows[rescued]) < 1.5 * left || Links(rows[rescued]) * 3 > Chars(rows[rescued])) return;

        // The text may stand in several parts of that name.
        var name = rows[rescued].Element.Attribute("class");
        var total = Mass(rows[rescued]);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!rows[i].IsExcluded || (i != rescued && (name is null || rows[i].Element.Attribute("class") != name))) continue;
            if (rows[i].Parent >= 0 && rows[rows[i].Parent].IsExcluded) continue;
            foreach (var row in rows[i..rows[i].EndRow]) row.IsExcluded = false;
            foreach (var block in outline.Blocks[rows[i].FirstBlock..rows[i].EndBlock]) block.IsExcluded = false;
            Exclude(i, total, trustsNames: false);
        }
    }

    private void Exclude(int root, int total, bool trustsNames)
    {
        var rows = outline.Rows;
        for (var i = root; i < rows[root].EndRow; i++)
        {
            var row = rows[i];
            if (i > root && row.Parent >= 0 && rows[row.Parent].IsExcluded)
            {
                row.IsExcluded = true;
                continue;
            }

            if (i == root || row.FirstBlock == row.EndBlock || !IsOther(row, total, trustsNames)) continue;
            row.IsExcluded = true;
            foreach (var block in outline.Blocks[row.FirstBlock..row.EndBlock]) block.IsExcluded = true;
        }
    }

    private bool IsOther(ElementRow row, int total, bool trustsNames)
    {
        var region = row.Region;
        var share = total == 0 ? 0 : Mass(row) / (double)total;
        if (!trustsNames && region.HasFlag(Region.Boilerplate) && !region.HasAny(Region.Landmark | Region.Apart | Region.Hidden))
            return Links(row) * 3 > Chars(row) || (Mass(row) == 0 && !region.HasFlag(Region.Body));
        if (region.HasAny(Region.Landmark | Region.Boilerplate | Region.Hidden))
        {
            if (region.HasFlag(Region.Embed) && IsQuote(row)) return false;
            return share < (region.HasFlag(Region.Body) ? MixedShare : region.HasFlag(Region.Apart) ? WholePageShare : WrapperShare);
        }

        if (row.Element.Kind is ElementKind.Address or ElementKind.Legend) return true;
        if (region.HasFlag(Region.Suspect) && statements[row.EndBlock] > statements[row.FirstBlock]) return false;
        if (region.HasFlag(Region.Suspect) && !region.HasFlag(Region.Body))
            return share < SuspectShare || (share < LinkedShare && Links(row) * 2 > Chars(row));
        return share < LinkedShare && IsTeaser(row);
    }

    private bool IsQuote(ElementRow row)
    {
        var quoted = 0;
        foreach (var block in outline.Blocks[row.FirstBlock..row.EndBlock]) quoted += block.Flags.HasFlag(BlockFlags.InQuote) ? block.Chars : 0;
        return quoted * 2 > Chars(row);
    }

    /// <summary>A small box whose heading is a link: another article.</summary>
    private bool IsTeaser(ElementRow row)
    {
        if (row.Element.Kind is not (ElementKind.Article or ElementKind.Li or ElementKind.Div or ElementKind.Section or ElementKind.Td)) return false;
        if (Chars(row) > 800) return false;
        foreach (var block in outline.Blocks[row.FirstBlock..row.EndBlock])
        {
            if (block.Heading > 0 && block.LinkChars * 10 > block.Chars * 8) return true;
        }

        return false;
    }

    private int Descend()
    {
        var rows = outline.Rows;
        if (rows.Length == 0 || mass[^1] == 0) return -1;
        var at = 0;
        while (true)
        {
            var whole = Mass(rows[at]);
            var best = -1;
            for (var child = at + 1; child < rows[at].EndRow; child = rows[child].EndRow)
            {
                if (!rows[child].IsExcluded && (best < 0 || Mass(rows[child]) > Mass(rows[best]))) best = child;
            }

            if (best < 0) return at;
            var share = Mass(rows[best]) / (double)whole;
            var isMarked = rows[best].Region.HasFlag(Region.Body);
            var isArticle = rows[best].Region.HasFlag(Region.Article);
            var isInBody = rows[at].Region.HasFlag(Region.Body);
            if (share < (isInBody ? AllOfBody : isMarked ? HalfOfBody : isArticle ? MostOfArticle : NearlyAll)) return at;
            if (rows[best].Element.Kind is ElementKind.P or ElementKind.Blockquote or ElementKind.Li or ElementKind.Ul or ElementKind.Ol or ElementKind.Table && !isMarked) return at;
            at = best;
        }
    }

    /// <summary>Marks the blocks that are the article's text.</summary>
    /// <param name="headline">Index of the block that is the headline, or -1.</param>
    internal void Keep(int headline)
    {
        if (ArticleRow < 0) return;
        var rows = outline.Rows;
        var blocks = outline.Blocks;
        var article = rows[ArticleRow];
        for (var i = article.FirstBlock; i < article.EndBlock; i++)
        {
            if (i == headline) continue;
            var block = blocks[i];
            block.IsKept = !block.IsExcluded && IsText(block);
        }

        DropLines(article.FirstBlock, article.EndBlock);
        Trim(article.FirstBlock, article.EndBlock);
        Standfirst(headline, article.FirstBlock);
        DropLooseHeadings(article.FirstBlock, article.EndBlock);
    }

    private bool IsText(Block block)
    {
        if (block.Heading > 0) return block.LinkChars * 2 < block.Chars && block.Chars < 300;
        if (block.LinkChars * 10 > block.Chars * 6 && block.PlainChars < 60 && !block.Flags.HasFlag(BlockFlags.InCell)) return false;
        if (block.Flags.HasFlag(BlockFlags.InCell) && TableIsLinks(block)) return false;
        if (block.Flags.HasFlag(BlockFlags.InFigure)) return IsStatedInFigure(block);
        if (block.Flags.HasFlag(BlockFlags.InList) && ListIsLinks(block)) return false;
        if (block.Kind is ElementKind.P or ElementKind.Blockquote or ElementKind.Li or ElementKind.Td or ElementKind.Th or ElementKind.Pre or ElementKind.Dd or ElementKind.Dt or ElementKind.Caption)
            return true;
        return block.Stops > 0 ? block.Chars >= 30 : block.Chars >= (block.Row == ArticleRow ? 40 : 100);
    }

    /// <summary>A figure's caption that states amounts, as charts have them. Those that name people, places and photographers are no part of the text.</summary>
    private bool IsStatedInFigure(Block block)
        => block.Flags.HasFlag(BlockFlags.InFigure) && block.Stops > 0 && block.Chars >= 30 && block.LinkChars * 2 < block.Chars && StatedAmounts.In(outline.TextOf(block));

    private bool TableIsLinks(Block block)
    {
        var rows = outline.Rows;
        for (var at = block.Row; at >= 0; at = rows[at].Parent)
        {
            if (rows[at].Element.Kind is ElementKind.Table) return Links(rows[at]) * 10 > Chars(rows[at]) * 6;
        }

        return false;
    }

    private bool ListIsLinks(Block block)
    {
        var rows = outline.Rows;
        for (var at = block.Row; at >= 0; at = rows[at].Parent)
        {
            if (rows[at].Element.Kind is ElementKind.Ul or ElementKind.Ol or ElementKind.Dl)
                return Links(rows[at]) * 2 > Chars(rows[at]);
        }

        return false;
    }

    /// <summary>Drops "Read more: ..." and, from "Related stories" on, the rest of the element.</summary>
    private void DropLines(int start, int end)
    {
        var rows = outline.Rows;
        var blocks = outline.Blocks;
        for (var i = start; i < end; i++)
        {
            var block = blocks[i];
            if (!block.IsKept || block.Chars > LongestLine) continue;
            var scope = BoilerplateLines.Of(outline.TextOf(block));
            if (scope == LineScope.None && !IsAddress(outline.TextOf(block))) continue;
            block.IsKept = false;
            if (scope != LineScope.Rest || block.Chars > 60) continue;

            // The element of the heading's element: never so large that it is the article.
            var parent = rows[block.Row].Parent;
            if (parent < ArticleRow || parent == ArticleRow) continue;
            var last = rows[parent].EndBlock;
            if ((mass[last] - mass[i]) * 4 > Mass(rows[ArticleRow])) continue;
            while (++i < last) blocks[i].IsKept = false;
            i--;
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.Contains("://", StringComparison.Ordinal) && !text.Contains(' ');
    }

    /// <summary>
    /// Cuts off prose that stands apart from the article behind much that is none: the best run of blocks, where prose counts
    /// for and dropped text against.
    /// </summary>
    private void Trim(int start, int end)
    {
        var blocks = outline.Blocks;
        long sum = 0, best = 0;
        int from = start, bestFrom = start, bestEnd = end;
        for (var i = start; i < end; i++)
        {
            var block = blocks[i];
            sum += block.IsKept ? mass[i + 1] - mass[i] + 5 : block.IsExcluded ? -3 - Math.Min(block.Chars, 100) / 20 : -15 - Math.Min(block.Chars, 200) / 3;
            if (sum > best) (best, bestFrom, bestEnd) = (sum, from, i + 1);
            if (sum >= 0) continue;
            sum = 0;
            from = i + 1;
        }

        for (var i = start; i < end; i++)
        {
            if (i < bestFrom || i >= bestEnd) blocks[i].IsKept = false;
        }
    }

    /// <summary>The summary that stands between the headline and the article's element.</summary>
    private void Standfirst(int headline, int end)
    {
        if (headline < 0) return;
        var blocks = outline.Blocks;
        for (var i = headline + 1; i < end; i++)
        {
            var block = blocks[i];
            if (block.Flags != BlockFlags.None || block.LinkChars * 3 > block.Chars) continue;

            // German sites call the standfirst a teaser.
            var isMarked = outline.Rows[block.Row].Region.HasFlag(Region.Standfirst);
            if (block.IsExcluded && !isMarked && !(block.Heading > 1 && block.Chars >= 80 && IsOnlySuspect(block))) continue;
            block.IsKept = isMarked ? block.Chars >= 20 : block.Chars >= 50 && (block.Stops > 0 || (block.Heading > 1 && block.Chars >= 80));
        }
    }

    private bool IsOnlySuspect(Block block)
    {
        var rows = outline.Rows;
        for (var at = block.Row; at >= 0 && rows[at].IsExcluded; at = rows[at].Parent)
        {
            if (rows[at].Region.HasAny(Region.Landmark | Region.Boilerplate | Region.Hidden)) return false;
        }

        return true;
    }

    /// <summary>A heading with nothing below it headed something that was dropped.</summary>
    private void DropLooseHeadings(int start, int end)
    {
        var blocks = outline.Blocks;
        var heads = false;
        for (var i = end - 1; i >= start; i--)
        {
            var block = blocks[i];
            if (block.Heading == 0)
            {
                if (block.IsKept) heads = true;
                else if (block.Chars > 200) heads = false;
                continue;
            }

            if (block.IsKept && !heads) block.IsKept = false;
        }
    }
}
