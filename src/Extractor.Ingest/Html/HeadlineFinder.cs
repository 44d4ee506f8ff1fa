using Extractor.Ingest.Metadata;

namespace Extractor.Ingest.Html;

/// <summary>Tells which of a page's many titles is the headline that its readers see.</summary>
/// <remarks>
/// The markup has up to four titles (JSON-LD, OpenGraph, Twitter, the title element), often with the site's name attached, and
/// often written for search engines. The one that also stands as a heading next to the text is the headline.
/// </remarks>
internal sealed class HeadlineFinder
{
    private const int LongestHeadline = 400;
    private const int MostHeadings = 100;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " • ", " · ", " :: ", " » ", " * ", " / ", "：", "｜", "ㅣ", "|", "-"];

    private readonly PageOutline outline;
    private readonly PageFacts facts;
    private readonly List<(int Block, string Text, string Words)> headings = [];

    private HeadlineFinder(PageOutline outline, PageFacts facts)
    {
        this.outline = outline;
        this.facts = facts;
    }

    /// <summary>The headline and the block that shows it (-1 where no block does).</summary>
    /// <param name="outline">The page.</param>
    /// <param name="facts">Its markup's titles.</param>
    /// <param name="firstText">Index of the article's first block of prose.</param>
    internal static (string? Title, int Block) Find(PageOutline outline, PageFacts facts, int firstText)
        => new HeadlineFinder(outline, facts).Find(firstText);

    /// <summary>Letters and digits in lower case, words set apart by one space: what two titles are compared by.</summary>
    internal static string Words(string text)
    {
        var words = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark)
                words[length++] = char.ToLowerInvariant(c);
            else if (length > 0 && words[length - 1] != ' ') words[length++] = ' ';
        }

        return new string(words, 0, length > 0 && words[length - 1] == ' ' ? length - 1 : length);
    }

    private (string? Title, int Block) Find(int firstText)
    {
        var blocks = outline.Blocks;
        var end = Math.Min(blocks.Length, firstText + 2);
        for (var i = 0; i < blocks.Length && headings.Count < MostHeadings; i++)
        {
            var block = blocks[i];
            if (block.Heading is not (1 or 2) && !(i < end && outline.Rows[block.Row].Region.HasFlag(Region.Headline) && block.Stops == 0)) continue;
            if (block.Heading != 1 && i >= end) continue;
            var text = TextOf(block);
            if (text.Length is 0 or > LongestHeadline) continue;
            headings.Add((i, text, Words(text)));
        }

        var graph = Clean(facts.Meta("og:title"));
        var stated = Clean(facts.Article is { IsArticle: true } article ? article.Headline : null);
        if (graph is not null && (stated ?? facts.Meta("headline")) is { } shorter && IsAttached(graph, shorter)) graph = shorter;
        var card = Clean(facts.Meta("twitter:title"));
        var window = Same(facts.TitleElement, graph) || Same(facts.TitleElement, stated) ? facts.TitleElement : Clean(facts.TitleElement, isWindow: true);

        // The last heading before the text that one of the titles names.
        for (var i = headings.Count - 1; i >= 0; i--)
        {
            if (headings[i].Block > firstText) continue;
            if (Named(headings[i].Words, graph) || Named(headings[i].Words, stated))
            {
                var title = Named(headings[i].Words, graph) ? graph! : stated!;

                // Two titles agree on what the page itself words otherwise: the heading was written for search engines.
                if (!Same(title, graph) && Same(graph, card) && !Same(graph, window)) return (graph, headings[i].Block);
                return (Same(headings[i].Text, title) ? headings[i].Text : title, headings[i].Block);
            }
        }

        for (var i = headings.Count - 1; i >= 0; i--)
        {
            if (Named(headings[i].Words, graph) || Named(headings[i].Words, stated)) return (headings[i].Text, headings[i].Block);
        }

        var nearest = Nearest(firstText);
        if (graph is not null && (stated is null || Same(graph, stated) || nearest < 0)) return (graph, nearest >= 0 && Overlap(headings[nearest].Words, graph) ? headings[nearest].Block : -1);
        for (var i = 0; i < headings.Count; i++)
        {
            if (Named(headings[i].Words, window) || Named(headings[i].Words, card)) return (headings[i].Text, headings[i].Block);
        }

        if (nearest >= 0) return (headings[nearest].Text, headings[nearest].Block);
        return (stated ?? graph ?? card ?? window, -1);
    }

    private static bool Named(string heading, string? title)
    {
        if (title is null) return false;
        var words = Words(title);
        if (words.Length < 4) return false;
        return heading == words || (words.Length >= 12 && heading.EndsWith(words, StringComparison.Ordinal));
    }

    // "Walnuts lift exports-Trade" where another title says "Walnuts lift exports".
    private static bool IsAttached(ReadOnlySpan<char> longer, string title)
        => longer.Length > title.Length && longer.StartsWith(title, StringComparison.Ordinal) && longer[title.Length..].TrimStart() is ['-' or '–' or '—' or '|' or '｜' or 'ㅣ' or '•' or '·', ..];

    private static bool Same(string? one, string? other) => one is not null && other is not null && Words(one) == Words(other);

    // Half of the title's words stand in the heading: another wording of the same.
    private static bool Overlap(string heading, string title)
    {
        var words = Words(title).Split(' ');
        var known = heading.Split(' ').ToHashSet(StringComparer.Ordinal);
        return words.Count(known.Contains) * 2 >= words.Length;
    }

    /// <summary>Without titles to go by: the heading right before the text, of the highest rank that is not the site's name.</summary>
    private int Nearest(int firstText)
    {
        var best = -1;
        for (var i = 0; i < headings.Count && headings[i].Block < firstText; i++)
        {
            var isExcluded = outline.Blocks[headings[i].Block].IsExcluded;
            if (isExcluded || headings[i].Words.Length < 4) continue;
            var isLonger = best >= 0 && headings[i].Words.Length > 24 && headings[best].Words.Length < 16;
            if (best < 0 || outline.Blocks[headings[i].Block].Heading == 1 || isLonger || outline.Blocks[headings[best].Block].Heading != 1) best = i;
        }

        return best;
    }

    /// <summary>The title without the site's name before or after it.</summary>
    private string? Clean(string? title, bool isWindow = false)
    {
        if (string.IsNullOrWhiteSpace(title)) return null;
        title = PageFacts.Collapse(title.Length > LongestHeadline ? title[..LongestHeadline] : title);
        // The site's name may stand as a heading, too: the longest heading in it is the headline.
        (string Text, string Words)? longest = null;
        var whole = Words(title);
        foreach (var (_, text, words) in headings)
        {
            if (words.Length < 8 || whole.Length <= words.Length || words.Length <= (longest?.Words.Length ?? 0)) continue;
            if (whole.StartsWith(words + " ", StringComparison.Ordinal) || whole.EndsWith(" " + words, StringComparison.Ordinal)) longest = (text, words);
        }

        if (longest is { } headline && HasSeparator(title) && !IsSite(headline.Text)) return headline.Text;

        // "Headline - Politics | The Site" loses one part a time.
        for (var parts = 0; parts < 2; parts++)
        {
            var shorter = WithoutSite(title, isWindow);
            if (shorter is null) break;
            title = shorter;
        }

        return title;
    }

    private string? WithoutSite(string title, bool isWindow)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && (IsSite(title[(at + separator.Length)..]) || IsSection(title[(at + separator.Length)..]) || (isWindow && separator.Length > 1 && at > title.Length / 2)))
                return title[..at].TrimEnd();
            at = title.IndexOf(separator, StringComparison.Ordinal);
            if (at > 0 && separator.Length > 1 && IsSite(title[..at])) return title[(at + separator.Length)..].TrimStart();
        }

        return null;
    }

    private bool IsSection(string part) => facts.Meta("article:section") is { } section && Words(section) == Words(part);

    private static bool HasSeparator(string title)
    {
        foreach (var separator in Separators)
        {
            if (separator != "-" && title.Contains(separator, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private bool IsSite(string part)
    {
        var words = Words(part);
        if (words.Length == 0) return true;
        foreach (var name in (ReadOnlySpan<string?>)[facts.Meta("og:site_name"), facts.Article?.Publisher, facts.Meta("application-name"), facts.Meta("twitter:site"), facts.Meta("publisher")])
        {
            if (name is null) continue;
            var site = Words(name);
            if (site.Length > 0 && (site == words || site.Replace(" ", "", StringComparison.Ordinal) == words.Replace(" ", "", StringComparison.Ordinal))) return true;
        }

        var address = facts.Meta("og:url") ?? facts.Canonical;
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri)) return false;
        var compact = words.Replace(" ", "", StringComparison.Ordinal);
        return compact.Length >= 3 && uri.Host.Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Contains(compact, StringComparison.Ordinal);
    }

    private string TextOf(Block block) => PageFacts.Collapse(outline.TextOf(block));
}
