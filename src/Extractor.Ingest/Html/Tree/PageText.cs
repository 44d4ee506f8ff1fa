using AngleSharp.Common;

namespace Extractor.Ingest.Html.Tree;

/// <summary>A run of characters as one token of the page, character references resolved.</summary>
/// <param name="data">The characters.</param>
/// <param name="source">Offset in the page at or before which they begin: white space may lie between.</param>
internal sealed class PageText(ReadOnlyMemory<char> data, int source) : PageNode
{
    internal ReadOnlyMemory<char> Data { get; } = data;

    internal int Source { get; } = source;

    public override StringOrMemory NodeName => "#text";
}
