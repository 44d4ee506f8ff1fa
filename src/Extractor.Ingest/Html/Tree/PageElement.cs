using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Extractor.Ingest.Html.Tree;

/// <summary>An element of the light tree.</summary>
internal class PageElement : PageParent, IConstructableElement, IConstructableNamedNodeMap
{
    private readonly NodeFlags flags;
    private readonly StringOrMemory name;
    private PageAttribute[] attributes = [];
    private int attributeCount;

    internal PageElement(PageTree owner, StringOrMemory name, ElementKind kind, NodeFlags flags)
    {
        Owner = owner;
        this.name = name;
        Kind = kind;
        this.flags = flags;
        owner.Created++;
        if (kind == ElementKind.Table) owner.LastTable = this;
    }

    internal PageTree Owner { get; }

    internal ElementKind Kind { get; }

    internal ReadOnlySpan<PageAttribute> AttributeSpan => attributes.AsSpan(0, attributeCount);

    public override StringOrMemory NodeName => name;

    public override NodeFlags Flags => flags;

    private protected override int TokenSource => Owner.CurrentToken;

    public StringOrMemory NamespaceUri => flags.HasFlag(NodeFlags.SvgMember) ? NamespaceNames.SvgUri
        : flags.HasFlag(NodeFlags.MathMember) ? NamespaceNames.MathMlUri : NamespaceNames.HtmlUri;

    public StringOrMemory LocalName => name;

    public StringOrMemory Prefix => default;

    public IConstructableNamedNodeMap Attributes => this;

    public ISourceReference? SourceReference { get; set; }

    int IConstructableNamedNodeMap.Length => attributeCount;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory attributeName]
    {
        get
        {
            foreach (var attribute in AttributeSpan)
            {
                if (attribute.Name == attributeName) return attribute;
            }

            return null;
        }
    }

    /// <summary>The value of an attribute, or null where the element does not have it.</summary>
    internal string? Attribute(string attributeName)
    {
        foreach (var attribute in AttributeSpan)
        {
            if (attribute.Name.Memory.Span.SequenceEqual(attributeName)) return attribute.Value.ToString();
        }

        return null;
    }

    public void SetAttribute(string? ns, StringOrMemory name, StringOrMemory value) => SetOwnAttribute(name, value);

    public void SetOwnAttribute(StringOrMemory name, StringOrMemory value)
    {
        for (var i = 0; i < attributeCount; i++)
        {
            if (attributes[i].Name == name)
            {
                attributes[i] = new PageAttribute(name, value);
                return;
            }
        }

        if (attributeCount == attributes.Length) Array.Resize(ref attributes, Math.Max(2, attributeCount * 2));
        attributes[attributeCount++] = new PageAttribute(name, value);
    }

    public StringOrMemory GetAttribute(StringOrMemory ns, StringOrMemory name)
    {
        foreach (var attribute in AttributeSpan)
        {
            if (attribute.Name == name) return attribute.Value;
        }

        return default;
    }

    public void SetAttributes(StructAttributes attributes)
    {
        this.attributes = new PageAttribute[attributes.Count];
        attributeCount = 0;
        for (var i = 0; i < attributes.Count; i++)
        {
            var attribute = attributes[i];
            this.attributes[attributeCount++] = new PageAttribute(attribute.Name, attribute.Value);
        }
    }

    public bool HasAttribute(StringOrMemory name)
    {
        foreach (var attribute in AttributeSpan)
        {
            if (attribute.Name == name) return true;
        }

        return false;
    }

    public void SetupElement()
    {
    }

    public void AddComment(ref StructHtmlToken token)
    {
    }

    public IConstructableNode ShallowCopy()
    {
        var copy = new PageElement(Owner, name, Kind, flags);
        copy.attributes = attributes;
        copy.attributeCount = attributeCount;
        return copy;
    }

    public bool SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not PageElement other || other.attributeCount != attributeCount) return false;
        for (var i = 0; i < attributeCount; i++)
        {
            if (attributes[this.attributes[i].Name]?.Value is not { } value || value != this.attributes[i].Value) return false;
        }

        return true;
    }
}

/// <summary>One attribute.</summary>
internal sealed class PageAttribute(StringOrMemory name, StringOrMemory value) : IConstructableAttr
{
    public StringOrMemory Name { get; } = name;

    public StringOrMemory Value { get; set; } = value;
}
