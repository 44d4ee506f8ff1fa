using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Extractor.Ingest.Html.Tree;

/// <summary>What the tree builder and the article finder have to know of each HTML element by name.</summary>
/// <remarks>The flags are those of AngleSharp's own element classes; a test compares the two.</remarks>
internal static class ElementTable
{
    private const NodeFlags Html = NodeFlags.HtmlMember;
    private const NodeFlags Special = NodeFlags.Special | Html;

    private static readonly FrozenDictionary<string, Row> Rows = Build();
    private static readonly FrozenDictionary<string, Row>.AlternateLookup<ReadOnlySpan<char>> Lookup = Rows.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names that have a row.</summary>
    internal static IEnumerable<string> Names => Rows.Keys;

    /// <summary>The row of <paramref name="name"/>, which is in lower case.</summary>
    internal static Row Of(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var row) ? row : new Row(ElementKind.Other, Html, null);

    private static FrozenDictionary<string, Row> Build()
    {
        (NodeFlags Flags, string Names)[] groups =
        [
            (Html, "abbr audio bdi bdo canvas cite dialog ins label legend map math picture q span sub sup svg video amp-img"),
            (Html | NodeFlags.HtmlFormatting, "a b big code em font i nobr s small strike strong tt u"),
            (Special, "address article aside blockquote button center colgroup details dir div dl fieldset figcaption figure footer form frameset "
                + "h1 h2 h3 h4 h5 h6 head header hgroup isindex listing main menu nav noscript output plaintext section select summary time title"),
            (Special | NodeFlags.Scoped, "applet caption marquee object"),
            (Special | NodeFlags.SelfClosing, "area base basefont bgsound br col embed frame hr img input keygen link menuitem meta param source track wbr"),
            (Special | NodeFlags.ImplicitlyClosed, "body tr"),
            (Special | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd, "dd dt li p"),
            (Special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped, "html"),
            (Special | NodeFlags.LiteralText, "iframe noembed noframes script style xmp"),
            (Special | NodeFlags.HtmlListScoped, "ol ul"),
            (Html | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd | NodeFlags.HtmlSelectScoped, "optgroup option"),
            (Special | NodeFlags.LineTolerance, "pre textarea"),
            (Html | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd, "rb rp rt rtc"),
            (Special | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped, "table template"),
            (Special | NodeFlags.ImplicitlyClosed | NodeFlags.HtmlTableSectionScoped, "tbody tfoot thead"),
            (Special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped, "td th"),
        ];
        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var (flags, names) in groups)
        {
            foreach (var name in names.Split(' '))
            {
                // Enum.TryParse also reads numbers, of which there are none here.
                var kind = Enum.TryParse<ElementKind>(name, ignoreCase: true, out var known) ? known : ElementKind.Other;
                rows[name] = new Row(kind, flags, name);
            }
        }

        return rows.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>One element name.</summary>
    /// <param name="Kind">Which element.</param>
    /// <param name="Flags">How the tree builder treats it.</param>
    /// <param name="Name">Its name, or null for a name without a row.</param>
    internal readonly record struct Row(ElementKind Kind, NodeFlags Flags, string? Name);
}
