using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Extractor.Ingest.Html.Tree;

// The parser tells a few elements apart by their interface; here they only have to be recognisable.
internal sealed class PageSvgElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags) : PageElement(owner, name, kind, flags), IConstructableSvgElement;

internal sealed class PageMathElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags) : PageElement(owner, name, kind, flags), IConstructableMathElement;

internal sealed class PageFrameElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags) : PageElement(owner, name, kind, flags), IConstructableFrameElement;

internal sealed class PageFormElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags) : PageElement(owner, name, kind, flags), IConstructableFormElement;

internal sealed class PageMetaElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags) : PageElement(owner, name, kind, flags), IConstructableMetaElement
{
    public void Handle()
    {
    }
}

internal sealed class PageTemplateElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags) : PageElement(owner, name, kind, flags), IConstructableTemplateElement
{
    public void PopulateFragment()
    {
    }
}

internal sealed class PageScriptElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags) : PageElement(owner, name, kind, flags), IConstructableScriptElement
{
    public bool Prepare(IConstructableDocument document) => false;

    public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
}
