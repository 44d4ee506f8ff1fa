using System.Text;
using Extractor.Ingest.Html;
using Extractor.Ingest.Html.Tree;
using Extractor.Lexicons;

namespace Extractor.Ingest.Metadata;

/// <summary>Decides on which day an article was published, and says from where it knows.</summary>
/// <remarks>
/// What is written for machines comes first (JSON-LD, meta, time elements), then what stands beside the headline, then the
/// address. The day of an update or of another article is never taken.
/// </remarks>
internal static class PublicationDate
{
    private const int LongestLine = 160;
    private const int MostTimes = 200;

    private static readonly string[] Metas = LoadMetas();

    /// <summary>The day and its source; nothing when no source says a full date.</summary>
    internal static (DateOnly Date, string From)? Of(PageFacts facts, PageOutline outline, int headline, int articleRow, string? language, string? url)
    {
        var monthFirst = MonthFirst(facts, language);
        if (Parse(facts.Article is { IsArticle: true } article ? article.Published : null, monthFirst) is { } stated) return (stated, "json-ld");
        foreach (var name in Metas)
        {
            if (Parse(facts.Meta(name), monthFirst) is { } date) return (date, "meta:" + name);
        }

        return FromTimes(outline, headline, articleRow, monthFirst, markedOnly: true)
            ?? FromLines(outline, headline, articleRow, monthFirst, updates: false)
            ?? FromTimes(outline, headline, articleRow, monthFirst, markedOnly: false)
            ?? FromJsonLdOfPage(facts, monthFirst)
            ?? FromAddress(url)
            ?? FromLines(outline, headline, articleRow, monthFirst, updates: true);
    }

    /// <summary>A date in an address such as <c>/2024/05/24/</c>, <c>/2024-05-24-</c> or <c>/20240524</c>.</summary>
    internal static (DateOnly Date, string From)? FromAddress(string? url)
    {
        if (url is null) return null;
        for (var i = 0; i < url.Length; i++)
        {
            if (!char.IsAsciiDigit(url[i]) || (i > 0 && char.IsAsciiDigit(url[i - 1]))) continue;
            var digits = 0;
            while (i + digits < url.Length && char.IsAsciiDigit(url[i + digits])) digits++;
            if (digits is 8 or 12 or 14 && IsPlausible(url, i) && Day(url.AsSpan(i, 4), url.AsSpan(i + 4, 2), url.AsSpan(i + 6, 2)) is { } packed) return (packed, "url");
            if (digits == 4 && i + 5 < url.Length && url[i + 4] is '/' or '-' or '_' or '.')
            {
                var separator = url[i + 4];
                var month = url.AsSpan(i + 5);
                var end = month.IndexOf(separator);
                if (end is >= 1 and <= 9)
                {
                    var day = month[(end + 1)..];
                    var last = 0;
                    while (last < day.Length && char.IsAsciiDigit(day[last])) last++;
                    if (last is 1 or 2 && Day(url.AsSpan(i, 4), month[..end], day[..last]) is { } parts) return (parts, "url");
                    if (last == 4 && separator == '/' && end == 2 && Day(url.AsSpan(i, 4), day[..2], day[2..4]) is { } joined && day[..2].SequenceEqual(month[..2])) return (joined, "url");
                }
                else if (separator == '/' && month.Length >= 4 && char.IsAsciiDigit(month[0]))
                {
                    // /2024/0524/
                    var run = 0;
                    while (run < month.Length && char.IsAsciiDigit(month[run])) run++;
                    if (run == 4 && Day(url.AsSpan(i, 4), month[..2], month[2..4]) is { } packedDay) return (packedDay, "url");
                }
            }

            i += digits - 1;
        }

        return null;
    }

    /// <summary>The first full date in <paramref name="value"/>.</summary>
    internal static DateOnly? Parse(string? value, bool? monthFirst)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var text = value.AsSpan().Trim();
        if (text.Length >= 8 && text[..8].IndexOfAnyExceptInRange('0', '9') < 0 && (text.Length == 8 || text.Length >= 12 || text[8] == 'T')
            && Day(text[..4], text[4..6], text[6..8]) is { } packed) return packed;
        if (text.Length is 10 or 13 && text.IndexOfAnyExceptInRange('0', '9') < 0 && long.TryParse(text, out var stamp))
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(text.Length == 10 ? stamp * 1000 : stamp).UtcDateTime);

        // 2024-05-24T05:03: the scanner takes a date that a letter follows, too.
        var scanner = new DateScanner(text, monthFirst);
        return scanner.Next(out var found) ? found.Date : null;
    }

    private static bool IsPlausible(string url, int at) => url[at] is '1' or '2' && (at == 0 || !char.IsAsciiLetterOrDigit(url[at - 1]));

    private static DateOnly? Day(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> day)
    {
        if (!int.TryParse(year, out var y) || y is < 1900 or > 2100 || !int.TryParse(day, out var d)) return null;
        if (!int.TryParse(month, out var m) && (m = MonthNames.Of(month)) == 0) return null;
        return m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private static bool? MonthFirst(PageFacts facts, string? language)
    {
        var locale = facts.HtmlLanguage is { Length: >= 5 } html ? html : facts.Meta("og:locale");
        if (locale is { Length: >= 5 } && locale.StartsWith("en", StringComparison.OrdinalIgnoreCase))
            return locale.AsSpan(3).Equals("US", StringComparison.OrdinalIgnoreCase) ? true : false;
        return language is null or "en" ? null : false;
    }

    private static (DateOnly Date, string From)? FromJsonLdOfPage(PageFacts facts, bool? monthFirst)
    {
        foreach (var node in facts.Articles)
        {
            if (Parse(node.Published ?? node.Created, monthFirst) is { } date) return (date, "json-ld");
        }

        return null;
    }

    // The time element that stands nearest to the headline, in the article or before it.
    private static (DateOnly Date, string From)? FromTimes(PageOutline outline, int headline, int articleRow, bool? monthFirst, bool markedOnly)
    {
        var best = int.MaxValue;
        DateOnly? chosen = null;
        var anchor = headline >= 0 ? headline : articleRow >= 0 ? outline.Rows[articleRow].FirstBlock : 0;
        var last = articleRow >= 0 ? outline.Rows[articleRow].EndBlock : outline.Blocks.Length;
        var looked = 0;
        foreach (var (element, row, block) in outline.Notes)
        {
            var isMarked = IsMarked(element);
            if (element.Kind != ElementKind.Time && !isMarked) continue;
            if (++looked > MostTimes) break;
            if (element.Kind is ElementKind.Meta or ElementKind.Link || (markedOnly && !isMarked) || IsUpdate(element, outline, row)) continue;
            if (block > last + 3) continue;
            var distance = block >= anchor ? block - anchor : (anchor - block) * 3;
            if (!isMarked && distance > 25) continue;
            if (distance >= best) continue;
            var value = element.Attribute("datetime") ?? element.Attribute("content");
            if ((Parse(value, monthFirst) ?? Parse(PageFacts.Collapse(PageFacts.TextOf(element)), monthFirst)) is not { } date) continue;
            chosen = date;
            best = distance;
        }

        return chosen is { } day ? (day, "time") : null;
    }

    private static bool IsMarked(PageElement element)
        => string.Equals(element.Attribute("itemprop"), "datePublished", StringComparison.OrdinalIgnoreCase) || element.Attribute("pubdate") is not null;

    private static bool IsUpdate(PageElement element, PageOutline outline, int row)
    {
        if (string.Equals(element.Attribute("itemprop"), "dateModified", StringComparison.OrdinalIgnoreCase)) return true;
        if (element.Attribute("class") is { } name && (name.Contains("updated", StringComparison.OrdinalIgnoreCase) || name.Contains("modified", StringComparison.OrdinalIgnoreCase)))
            return !name.Contains("published", StringComparison.OrdinalIgnoreCase);
        if (row < 0 || outline.Rows[row].Element is not { } parent) return false;
        var before = "";
        foreach (var child in parent.Children)
        {
            if (child == element) break;
            before += child is PageText text ? text.Data.ToString() : child is PageParent inner ? PageFacts.TextOf(inner) : "";
            if (before.Length > LongestLine) return false;
        }

        return DateLabels.Before(before) == false;
    }

    // "PUBLISHED : 24 May 2024 at 05:03", "Updated: May 12, 2022": the short lines around the headline.
    private static (DateOnly Date, string From)? FromLines(PageOutline outline, int headline, int articleRow, bool? monthFirst, bool updates)
    {
        var anchor = headline >= 0 ? headline : articleRow >= 0 ? outline.Rows[articleRow].FirstBlock : -1;
        if (anchor < 0) return null;
        DateOnly? plain = null;
        DateOnly? updated = null;
        var end = Math.Min(outline.Blocks.Length, anchor + 16);
        for (var i = Math.Max(0, anchor - 4); i < end; i++)
        {
            var block = outline.Blocks[i];
            if (block.Chars > LongestLine || (i != headline && block.Heading == 1)) continue;
            var line = PageFacts.Collapse(outline.TextOf(block));
            var scanner = new DateScanner(line, monthFirst);
            var from = 0;
            while (scanner.Next(out var found))
            {
                var label = DateLabels.Before(line.AsSpan(from, found.Span.Start - from));
                if (label == true) return (found.Date, "text");
                if (label == false) updated ??= found.Date;
                else if (line.Length - found.Span.Length < 60 && i != headline) plain ??= found.Date;
                from = found.Span.End;
            }
        }

        return plain is { } day ? (day, "text") : updates && updated is { } last ? (last, "text:updated") : null;
    }

    private static string[] LoadMetas()
    {
        const string Name = "metadata/date-metas.tsv";
        using var stream = typeof(PublicationDate).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. TsvTable.Read(Name, reader).Rows.Select(row => row.Required("name"))];
    }
}
