using System.Text;
using Extractor.Ingest.Html;
using Extractor.Ingest.Html.Tree;

namespace Extractor.Ingest.Metadata;

/// <summary>Everything that a page's markup says of it, before anything is decided.</summary>
internal sealed class PageFacts
{
    private const int LongestText = 4000;

    private readonly Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);

    private PageFacts()
    {
    }

    /// <summary>Content of the title element.</summary>
    internal string? TitleElement { get; private set; }

    internal string? Canonical { get; private set; }

    internal string? Base { get; private set; }

    internal string? HtmlLanguage { get; private set; }

    internal List<JsonLdArticle> Articles { get; } = [];

    /// <summary>The article node of the JSON-LD: an article before a page, one with a date before one without.</summary>
    internal JsonLdArticle? Article { get; private set; }

    internal static PageFacts Of(PageOutline outline)
    {
        var facts = new PageFacts { HtmlLanguage = outline.Root?.Attribute("lang") ?? outline.Root?.Attribute("xml:lang") };
        foreach (var (element, _, _) in outline.Notes)
        {
            switch (element.Kind)
            {
                case ElementKind.Meta:
                    facts.AddMeta(element);
                    break;
                case ElementKind.Link:
                    if (string.Equals(element.Attribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase)) facts.Canonical ??= NullIfBlank(element.Attribute("href"));
                    break;
                case ElementKind.Base:
                    facts.Base ??= NullIfBlank(element.Attribute("href"));
                    break;
                case ElementKind.Title:
                    facts.TitleElement ??= NullIfBlank(Collapse(TextOf(element)));
                    break;
                case ElementKind.Script:
                    if (element.Attribute("type") is { } type && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                    {
                        foreach (var child in element.Children)
                        {
                            if (child is PageText text) JsonLd.Read(text.Data, facts.Articles);
                        }
                    }

                    break;
            }
        }

        facts.Article = facts.Articles.Find(article => article is { IsArticle: true, Published: not null, Headline: not null })
            ?? facts.Articles.Find(article => article is { IsArticle: true, Published: not null })
            ?? facts.Articles.Find(article => article.IsArticle)
            ?? facts.Articles.Find(article => article.Published is not null);
        return facts;
    }

    /// <summary>The content of the first meta element of that name, property or itemprop.</summary>
    internal string? Meta(string name) => metas.GetValueOrDefault(name);

    /// <summary>The text of a title or a time: of one that is never closed, and so runs on through the page, the beginning.</summary>
    internal static string TextOf(PageParent parent)
    {
        var text = new StringBuilder();
        Append(parent, text);
        return text.ToString();
    }

    internal static string Collapse(string text)
        => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    internal static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void Append(PageParent parent, StringBuilder text)
    {
        foreach (var child in parent.Children)
        {
            if (text.Length >= LongestText) return;
            if (child is PageText run) text.Append(run.Data.Span[..Math.Min(run.Data.Length, LongestText - text.Length)]);
            else if (child is PageParent inner) Append(inner, text);
        }
    }

    private void AddMeta(PageElement element)
    {
        string? content = null;
        foreach (var attribute in element.AttributeSpan)
        {
            if (attribute.Name.Memory.Span is "content") content = attribute.Value.ToString().Trim();
        }

        if (string.IsNullOrEmpty(content)) return;
        foreach (var attribute in element.AttributeSpan)
        {
            if (attribute.Name.Memory.Span is "name" or "property" or "itemprop" or "http-equiv") metas.TryAdd(attribute.Value.ToString().Trim(), content);
        }
    }
}
