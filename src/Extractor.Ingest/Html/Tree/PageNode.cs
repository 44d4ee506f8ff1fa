using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Extractor.Ingest.Html.Tree;

/// <summary>A node of the light tree into which AngleSharp's parser builds a page.</summary>
internal abstract class PageNode : IConstructableNode
{
    internal PageParent? ParentNode { get; set; }

    public abstract StringOrMemory NodeName { get; }

    public virtual NodeFlags Flags => NodeFlags.None;

    IConstructableNode? IConstructableNode.Parent
    {
        get => ParentNode;
        set => ParentNode = (PageParent?)value;
    }

    public virtual IConstructableNodeList ChildNodes => PageChildren.None;

    public void RemoveFromParent()
    {
        ParentNode?.Remove(this);
        ParentNode = null;
    }

    public virtual void RemoveChild(IConstructableNode childNode)
    {
    }

    public virtual void RemoveNode(int idx, IConstructableNode childNode)
    {
    }

    public virtual void InsertNode(int idx, IConstructableNode childNode)
    {
    }

    public virtual void AddNode(IConstructableNode node)
    {
    }

    public virtual void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
    }

    public virtual void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
    }
}
