using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace Extractor.Ingest.Html.Tree;

/// <summary>Makes the nodes of a <see cref="PageTree"/> as AngleSharp's tree construction asks for them.</summary>
internal sealed class PageTreeFactory(PageTree tree) : IDomConstructionElementFactory<PageTree, PageElement>
{
    public PageTree CreateDocument(TextSource source, IBrowsingContext? context = null) => tree;

    public PageElement Create(PageTree document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None)
    {
        var row = ElementTable.Of(localName.Memory.Span);
        return row.Kind switch
        {
            ElementKind.Svg => new PageSvgElement(document, "svg", ElementKind.Svg, NodeFlags.SvgMember),
            ElementKind.Math => new PageMathElement(document, "math", ElementKind.Math, NodeFlags.MathMember),
            ElementKind.Meta => new PageMetaElement(document, "meta", row.Kind, row.Flags | flags),
            ElementKind.Form => new PageFormElement(document, "form", row.Kind, row.Flags | flags),
            ElementKind.Script => new PageScriptElement(document, "script", row.Kind, row.Flags | flags),
            ElementKind.Template => new PageTemplateElement(document, "template", row.Kind, row.Flags | flags),
            _ => new PageElement(document, row.Name ?? localName, row.Kind, row.Flags | flags),
        };
    }

    // Its content is parsed as markup: lazily loaded pictures, mostly, which the article finder skips.
    public PageElement CreateNoScript(PageTree document, bool scripting) => Create(document, "noscript");

    public IConstructableNode CreateDocumentType(PageTree document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier)
        => new PageText(ReadOnlyMemory<char>.Empty, 0);

    public IConstructableMathElement CreateMath(PageTree document, StringOrMemory name = default)
    {
        var text = name.ToString();
        var flags = text switch
        {
            "mi" or "mo" or "mn" or "ms" or "mtext" => NodeFlags.Special | NodeFlags.Scoped | NodeFlags.MathMember | NodeFlags.MathTip,
            "annotation-xml" => NodeFlags.Special | NodeFlags.Scoped | NodeFlags.MathMember,
            _ => NodeFlags.MathMember,
        };
        return new PageMathElement(document, text, ElementKind.Math, flags);
    }

    public IConstructableSvgElement CreateSvg(PageTree document, StringOrMemory name = default)
    {
        var text = name.ToString();
        var flags = text switch
        {
            "title" or "desc" or "foreignObject" => NodeFlags.Special | NodeFlags.Scoped | NodeFlags.HtmlTip | NodeFlags.SvgMember,
            "style" => NodeFlags.Special | NodeFlags.SvgMember,
            _ => NodeFlags.SvgMember,
        };
        return new PageSvgElement(document, text, ElementKind.Svg, flags);
    }

    public IConstructableMetaElement CreateMeta(PageTree document) => (IConstructableMetaElement)Create(document, "meta");

    public IConstructableScriptElement CreateScript(PageTree document, bool parserInserted, bool started) => (IConstructableScriptElement)Create(document, "script");

    public IConstructableFrameElement CreateFrame(PageTree document)
        => new PageFrameElement(document, "frame", ElementKind.Other, ElementTable.Of("frame").Flags);

    public IConstructableTemplateElement CreateTemplate(PageTree document) => (IConstructableTemplateElement)Create(document, "template");

    public IConstructableFormElement CreateForm(PageTree document) => (IConstructableFormElement)Create(document, "form");

    public PageElement CreateUnknown(PageTree document, StringOrMemory tagName) => Create(document, tagName);
}
