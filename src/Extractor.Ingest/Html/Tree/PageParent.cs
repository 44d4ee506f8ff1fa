using AngleSharp.Common;
using AngleSharp.Html.Construction;

namespace Extractor.Ingest.Html.Tree;

/// <summary>A node with children: an element, or the page itself.</summary>
internal abstract class PageParent : PageNode
{
    private readonly PageChildren children = new();

    internal ReadOnlySpan<PageNode> Children => children.Span;

    public override IConstructableNodeList ChildNodes => children;

    /// <summary>Offset in the page of the token that is being built in.</summary>
    private protected abstract int TokenSource { get; }

    internal void Remove(PageNode node)
    {
        var at = children.IndexOf(node);
        if (at >= 0) children.RemoveAt(at);
    }

    internal void InsertBefore(PageNode place, PageNode node)
    {
        var at = children.LastIndexOf(place);
        children.Insert(at < 0 ? children.Length : at, node);
        node.ParentNode = this;
    }

    public override void RemoveChild(IConstructableNode childNode)
    {
        Remove((PageNode)childNode);
        childNode.Parent = null;
    }

    public override void RemoveNode(int idx, IConstructableNode childNode)
    {
        children.RemoveAt(idx);
        childNode.Parent = null;
    }

    public override void InsertNode(int idx, IConstructableNode childNode)
    {
        children.Insert(idx, (PageNode)childNode);
        childNode.Parent = this;
    }

    public override void AddNode(IConstructableNode node)
    {
        node.Parent = this;
        children.Add((PageNode)node);
    }

    public override void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => AddNode(new PageText(text.Memory, TokenSource));

    public override void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false) => InsertNode(idx, new PageText(text.Memory, TokenSource));
}
