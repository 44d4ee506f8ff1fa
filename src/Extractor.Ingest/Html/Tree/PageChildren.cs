using System.Collections;
using AngleSharp.Html.Construction;

namespace Extractor.Ingest.Html.Tree;

/// <summary>The children of an element: an array with room at both ends, as the tree builder moves children from the front.</summary>
internal sealed class PageChildren : IConstructableNodeList
{
    private PageNode[] items = [];
    private int first;

    internal static PageChildren None { get; } = new();

    public int Length { get; private set; }

    public IConstructableNode this[int index] => items[first + index];

    internal ReadOnlySpan<PageNode> Span => items.AsSpan(first, Length);

    public void Clear()
    {
        items = [];
        first = 0;
        Length = 0;
    }

    internal void Add(PageNode node)
    {
        if (first + Length == items.Length) Grow();
        items[first + Length++] = node;
    }

    internal void Insert(int index, PageNode node)
    {
        if (first + Length == items.Length) Grow();
        Array.Copy(items, first + index, items, first + index + 1, Length - index);
        items[first + index] = node;
        Length++;
    }

    internal void RemoveAt(int index)
    {
        if (index == 0)
        {
            items[first++] = null!;
            Length--;
            return;
        }

        Length--;
        Array.Copy(items, first + index + 1, items, first + index, Length - index);
        items[first + Length] = null!;
    }

    internal int IndexOf(PageNode node) => Array.IndexOf(items, node, first, Length) is var at and >= 0 ? at - first : -1;

    // What tree construction asks for stands near the end.
    internal int LastIndexOf(PageNode node) => Span.LastIndexOf(node);

    public IEnumerator<IConstructableNode> GetEnumerator()
    {
        for (var i = 0; i < Length; i++) yield return items[first + i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Grow()
    {
        var grown = new PageNode[Math.Max(4, Length * 2)];
        Array.Copy(items, first, grown, 0, Length);
        items = grown;
        first = 0;
    }
}
