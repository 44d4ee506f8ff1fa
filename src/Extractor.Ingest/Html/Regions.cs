using Extractor.Ingest.Html.Tree;

namespace Extractor.Ingest.Html;

/// <summary>Reads from an element's name and attributes which part of the page it holds.</summary>
internal static class Regions
{
    internal static Region Of(PageElement element)
    {
        var region = element.Kind switch
        {
            ElementKind.Nav or ElementKind.Menu or ElementKind.Dialog => Region.Landmark,
            ElementKind.Footer or ElementKind.Aside => Region.Landmark,
            ElementKind.Article or ElementKind.Main => Region.Article,
            _ => Region.None,
        };
        foreach (var attribute in element.AttributeSpan)
        {
            var name = attribute.Name.Memory.Span;
            var value = attribute.Value.Memory.Span;
            switch (name)
            {
                case "class" or "id" when element.Kind is ElementKind.Tr or ElementKind.Td or ElementKind.Th or ElementKind.Tbody:
                    // Cells are named after what they hold: "player", "category".
                    break;
                case "class" or "id" or "data-component" or "data-testid" or "data-module" or "data-qa" or "data-block" or "data-type":
                    region |= ClassHints.Of(value);
                    break;
                case "itemprop":
                    if (value.Equals("articleBody", StringComparison.OrdinalIgnoreCase)) region |= Region.Body;
                    else if (value.Equals("headline", StringComparison.OrdinalIgnoreCase)) region |= Region.Headline;
                    break;
                case "itemtype":
                    if (value.EndsWith("Article", StringComparison.Ordinal) || value.EndsWith("BlogPosting", StringComparison.Ordinal)) region |= Region.Article;
                    break;
                case "role":
                    region |= OfRole(value);
                    break;
                case "hidden":
                    region |= Region.Hidden;
                    break;
                case "aria-hidden":
                    if (value.Equals("true", StringComparison.OrdinalIgnoreCase)) region |= Region.Hidden;
                    break;
                case "style":
                    if (IsHiding(value)) region |= Region.Hidden;
                    break;
            }
        }

        return region;
    }

    /// <summary>Whether the element says of itself that it holds the day of publication.</summary>
    internal static bool IsPublicationDate(PageElement element)
    {
        foreach (var attribute in element.AttributeSpan)
        {
            if (attribute.Name.Memory.Span is "itemprop" && attribute.Value.Memory.Span.Equals("datePublished", StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static Region OfRole(ReadOnlySpan<char> role) => role switch
    {
        "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "toolbar" or "alert" => Region.Landmark,
        "article" or "main" => Region.Article,
        _ => Region.None,
    };

    private static bool IsHiding(ReadOnlySpan<char> style)
    {
        var at = style.IndexOf("display", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && style[(at + 7)..].TrimStart() is [':', .. var display] && display.TrimStart().StartsWith("none", StringComparison.OrdinalIgnoreCase)) return true;
        at = style.IndexOf("visibility", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && style[(at + 10)..].TrimStart() is [':', .. var visibility] && visibility.TrimStart().StartsWith("hidden", StringComparison.OrdinalIgnoreCase);
    }
}
