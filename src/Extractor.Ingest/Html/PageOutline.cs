using Extractor.Ingest.Html.Tree;

namespace Extractor.Ingest.Html;

/// <summary>
/// A page laid flat: its block-level elements as rows in document order, each with the range of text blocks below it, so
/// that anything about a subtree is a sum over a range.
/// </summary>
internal sealed class PageOutline
{
    private readonly List<ElementRow> rows = new(512);
    private readonly List<Block> blocks = new(512);
    private readonly List<Piece> pieces = new(1024);
    private int openPieces;
    private Block open = new();
    private bool hasText;
    private bool lastWasBreak;

    private PageOutline()
    {
    }

    internal ReadOnlySpan<ElementRow> Rows => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows);

    internal ReadOnlySpan<Block> Blocks => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(blocks);

    internal ReadOnlySpan<Piece> Pieces => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pieces);

    /// <summary>The elements that metadata is read from, wherever they stand: meta, link, title, JSON-LD scripts, time.</summary>
    internal List<(PageElement Element, int Row, int Block)> Notes { get; } = new(64);

    internal PageElement? Root { get; private set; }

    /// <summary>Whether elements stood deeper than the parser nests.</summary>
    internal bool IsCut { get; private set; }

    internal static PageOutline Of(PageTree page)
    {
        var outline = new PageOutline { Root = page.Root };
        if (page.Root is { } root) outline.VisitBlock(root, -1, default, 1);
        return outline;
    }

    /// <summary>The characters of a block as they stand in the page.</summary>
    internal string TextOf(Block block)
    {
        if (block.EndPiece - block.FirstPiece == 1) return pieces[block.FirstPiece].Text?.Data.ToString() ?? "";
        var text = new System.Text.StringBuilder();
        for (var i = block.FirstPiece; i < block.EndPiece; i++)
        {
            if (pieces[i].Text is { } run) text.Append(run.Data.Span);
            else text.Append(' ');
        }

        return text.ToString();
    }

    private void VisitBlock(PageElement element, int parent, Context context, int depth)
    {
        Close();
        if (depth >= PageTree.MaximumDepth - 1) IsCut = true;
        var row = rows.Count;
        var region = Regions.Of(element);
        context = context.Inside(element.Kind);
        context.Row = row;
        if (element.Kind == ElementKind.A) context.InLink = true;
        rows.Add(new ElementRow { Element = element, Parent = parent, FirstBlock = blocks.Count, Region = region });
        VisitChildren(element, context, depth);
        Close();
        var done = Rows[row];
        done.EndBlock = blocks.Count;
        done.EndRow = rows.Count;
    }

    private void VisitChildren(PageParent parent, Context context, int depth)
    {
        foreach (var child in parent.Children)
        {
            if (child is PageText text) Append(text, context);
            else if (child is PageElement element) Visit(element, context, depth + 1);
        }
    }

    private void Visit(PageElement element, Context context, int depth)
    {
        switch (element.Kind)
        {
            case ElementKind.Meta or ElementKind.Link or ElementKind.Title or ElementKind.Script or ElementKind.Base:
                Notes.Add((element, context.Row, blocks.Count));
                return;

            case ElementKind.Style or ElementKind.Template or ElementKind.Svg or ElementKind.Iframe or ElementKind.Object or ElementKind.Embed
                or ElementKind.Audio or ElementKind.Video or ElementKind.Canvas or ElementKind.Map or ElementKind.Select or ElementKind.Textarea
                or ElementKind.Option or ElementKind.Optgroup or ElementKind.Input or ElementKind.Button or ElementKind.Noscript or ElementKind.Img
                or ElementKind.Source or ElementKind.Track:
                return;

            case ElementKind.Br:
                Break(context);
                return;

            case ElementKind.Hr:
                Close();
                return;

            case ElementKind.Time:
                Notes.Add((element, context.Row, blocks.Count));
                break;
        }

        if (IsBlock(element.Kind) || (element.Kind is ElementKind.A or ElementKind.Other or ElementKind.Span && HoldsBlocks(element)))
        {
            VisitBlock(element, context.Row, context, depth);
            return;
        }

        if (element.AttributeSpan.Length > 0)
        {
            if (Regions.IsPublicationDate(element)) Notes.Add((element, context.Row, blocks.Count));
            var region = Regions.Of(element);
            if (region.HasAny(Region.Hidden | Region.Boilerplate) && !region.HasFlag(Region.Body))
            {
                // In the midst of a sentence: "(opens in a new window)" for screen readers. By itself: judged as a block.
                if (region.HasFlag(Region.Hidden) && IsShort(element)) return;
                if (!hasText)
                {
                    VisitBlock(element, context.Row, context, depth);
                    return;
                }
            }
        }

        var inner = context;
        if (element.Kind == ElementKind.A) inner.InLink = true;
        else if (element.Kind is ElementKind.B or ElementKind.Strong) inner.IsBold = true;
        VisitChildren(element, inner, depth);
    }

    private static bool HoldsBlocks(PageElement element)
    {
        foreach (var child in element.Children)
        {
            if (child is PageElement inner && IsBlock(inner.Kind)) return true;
        }

        return false;
    }

    private static bool IsShort(PageElement element)
    {
        var room = 200;
        return Measure(element, ref room);

        static bool Measure(PageParent parent, ref int room)
        {
            foreach (var child in parent.Children)
            {
                if (child is PageText text) room -= text.Data.Length;
                else if (child is PageElement inner && (IsBlock(inner.Kind) || !Measure(inner, ref room))) return false;
                if (room < 0) return false;
            }

            return true;
        }
    }

    private void Append(PageText text, Context context)
    {
        var data = text.Data.Span;
        var chars = 0;
        var weight = 0;
        var stops = 0;
        var commas = 0;
        var previous = '\0';
        for (var i = 0; i < data.Length; i++)
        {
            var c = data[i];
            if (c <= ' ' || c == '\u00a0')
            {
                if (previous is '.' or '!' or '?') stops++;
                previous = c;
                continue;
            }

            chars++;
            if (c < '\u2e80')
            {
                weight++;
                if (c == ',') commas++;
                else if (c is '؟' or '।' or '။' or '۔') stops++;
            }
            else
            {
                weight += 2;
                if (c is '。' or '！' or '？' or '｡') stops++;
                else if (c is '、' or '，') commas++;
            }

            previous = c;
        }

        if (previous is '.' or '!' or '?' || (previous is '"' or '”' or '»' or '’' or ')' && data.TrimEnd() is [.., '.' or '!' or '?', _])) stops++;
        if (chars == 0 && !hasText)
        {
            return;
        }

        if (!hasText && chars > 0)
        {
            hasText = true;
            open = new Block { Row = context.Row, Kind = context.Kind, Heading = context.Heading, Flags = context.Flags };
        }

        open.Chars += weight;
        if (context.InLink) open.LinkChars += weight;
        if (context.IsBold) open.BoldChars += weight;
        open.Stops += stops;
        open.Commas += commas;
        if (chars > 0) lastWasBreak = false;
        pieces.Add(new Piece(text, context.InLink));
    }

    private void Break(Context context)
    {
        if (!hasText) return;
        if (lastWasBreak)
        {
            Close();
            return;
        }

        lastWasBreak = true;
        pieces.Add(new Piece(null, context.InLink));
    }

    private void Close()
    {
        if (hasText)
        {
            open.FirstPiece = openPieces;
            open.EndPiece = pieces.Count;
            blocks.Add(open);
        }
        else
        {
            pieces.RemoveRange(openPieces, pieces.Count - openPieces);
        }

        openPieces = pieces.Count;
        hasText = false;
        lastWasBreak = false;
    }

    private static bool IsBlock(ElementKind kind) => kind is
        ElementKind.Address or ElementKind.Article or ElementKind.Aside or ElementKind.Blockquote or ElementKind.Body or ElementKind.Caption or
        ElementKind.Center or ElementKind.Dd or ElementKind.Details or ElementKind.Dialog or ElementKind.Div or ElementKind.Dl or ElementKind.Dt or
        ElementKind.Fieldset or ElementKind.Figcaption or ElementKind.Figure or ElementKind.Footer or ElementKind.Form or
        ElementKind.H1 or ElementKind.H2 or ElementKind.H3 or ElementKind.H4 or ElementKind.H5 or ElementKind.H6 or
        ElementKind.Head or ElementKind.Header or ElementKind.Hgroup or ElementKind.Legend or ElementKind.Li or ElementKind.Main or ElementKind.Menu or
        ElementKind.Nav or ElementKind.Ol or ElementKind.P or ElementKind.Pre or ElementKind.Section or ElementKind.Summary or ElementKind.Table or
        ElementKind.Tbody or ElementKind.Td or ElementKind.Tfoot or ElementKind.Th or ElementKind.Thead or ElementKind.Tr or ElementKind.Ul;

    private struct Context
    {
        internal int Row;
        internal ElementKind Kind;
        internal byte Heading;
        internal bool InLink;
        internal bool IsBold;
        internal BlockFlags Flags;

        internal readonly Context Inside(ElementKind kind)
        {
            var inner = this;
            inner.IsBold = false;
            inner.Kind = kind;
            switch (kind)
            {
                case >= ElementKind.H1 and <= ElementKind.H6:
                    inner.Heading = (byte)(kind - ElementKind.H1 + 1);
                    break;
                case ElementKind.Li or ElementKind.Dd or ElementKind.Dt:
                    inner.Flags |= BlockFlags.InList;
                    break;
                case ElementKind.Td or ElementKind.Th:
                    inner.Flags |= BlockFlags.InCell;
                    break;
                case ElementKind.Figure or ElementKind.Figcaption:
                    inner.Flags |= BlockFlags.InFigure;
                    break;
                case ElementKind.Blockquote:
                    inner.Flags |= BlockFlags.InQuote;
                    break;
                case ElementKind.Pre:
                    inner.Flags |= BlockFlags.Preformatted;
                    break;
            }

            return inner;
        }
    }
}

/// <summary>A block-level element.</summary>
internal sealed class ElementRow
{
    internal required PageElement Element;

    /// <summary>Row of the nearest block-level ancestor, -1 for the root.</summary>
    internal int Parent;

    /// <summary>First text block below it.</summary>
    internal int FirstBlock;

    /// <summary>Just past the last text block below it.</summary>
    internal int EndBlock;

    /// <summary>Just past the last row below it.</summary>
    internal int EndRow;

    internal Region Region;

    /// <summary>Whether it, or an element around it, is not part of the article.</summary>
    internal bool IsExcluded;
}

/// <summary>A run of text without a block-level break in it: a paragraph, a heading, a list item, a cell.</summary>
internal sealed class Block
{
    internal int Row;
    internal ElementKind Kind;
    internal byte Heading;
    internal BlockFlags Flags;
    internal int FirstPiece;
    internal int EndPiece;

    /// <summary>Characters that are not white space; wide ones count twice.</summary>
    internal int Chars;
    internal int LinkChars;
    internal int BoldChars;

    /// <summary>Ends of sentences.</summary>
    internal int Stops;
    internal int Commas;
    internal bool IsExcluded;
    internal bool IsKept;

    internal int PlainChars => Chars - LinkChars;
}

/// <summary>What stands around a block.</summary>
[Flags]
internal enum BlockFlags : byte
{
    None = 0,
    InList = 1,
    InCell = 2,
    InFigure = 4,
    InQuote = 8,
    Preformatted = 16,
}

/// <summary>A part of a block: the text of one token, or a line break where it is null.</summary>
internal readonly record struct Piece(PageText? Text, bool IsLink);
