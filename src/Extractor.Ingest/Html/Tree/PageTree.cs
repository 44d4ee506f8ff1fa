using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Extractor.Ingest.Html.Tree;

/// <summary>
/// A parsed page: AngleSharp's tree construction, into nodes that hold only what finding an article needs and know
/// where in the page each run of text stands.
/// </summary>
internal sealed class PageTree : PageParent, IConstructableDocument
{
    /// <summary>Deeper nests are laid flat by the parser: no page for readers comes near, and the tree is walked recursively.</summary>
    internal const int MaximumDepth = 400;

    /// <summary>More elements are never open at once on a page for readers, even one that forgets to close its tags.</summary>
    private const int MostOpenElements = 1000;

    /// <summary>Elements that tree construction may add of its own accord.</summary>
    private const int MostReopened = 20_000;

    private static readonly HtmlParserOptions Options = new()
    {
        MaximumDepth = MaximumDepth,
        SkipComments = true,
        SkipProcessingInstructions = true,
        SkipRawText = true,
    };

    private int startTags;
    private int openElements;
    private int unopened;

    internal PageTree(TextSource source) => Source = source;

    /// <summary>Why part of the page was passed over, or null.</summary>
    internal string? Cut { get; private set; }

    /// <summary>The table that was begun last.</summary>
    internal PageElement? LastTable { get; set; }

    /// <summary>Number of elements made.</summary>
    internal int Created { get; set; }

    public override StringOrMemory NodeName => "#document";

    public TextSource Source { get; }

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    public IConstructableElement? Head => Find(Root, ElementKind.Head);

    public IConstructableElement DocumentElement => Root!;

    public bool IsLoading => false;

    /// <summary>The html element.</summary>
    internal PageElement? Root
    {
        get
        {
            foreach (var child in Children)
            {
                if (child is PageElement element) return element;
            }

            return null;
        }
    }

    /// <summary>Offset in the page of the token that is being built in.</summary>
    internal int CurrentToken { get; private set; }

    private protected override int TokenSource => CurrentToken;

    /// <summary>Parses a page.</summary>
    internal static PageTree Parse(string html)
    {
        // Over memory, the tokens are slices of the page instead of copies: less than half the cost.
        var tree = new PageTree(new TextSource(new ReadOnlyMemoryTextSource(html)));
        var context = AngleSharp.BrowsingContext.New(new AngleSharp.Configuration([new PageTreeFactory(tree)]));
        var parser = new HtmlParser(Options, context);
        return parser.ParseDocument<PageTree, PageElement>(tree.Source, tree.OnToken);
    }

    // Tree construction looks through all open elements for many a tag, and opens formatting elements that were left open
    // again in each paragraph: unbounded, either makes time quadratic.
    private TokenConsumptionResult OnToken(ref StructHtmlToken token, TokenConsumer next)
    {
        CurrentToken = token.Position.Index;
        if (token.Type == HtmlTokenType.StartTag)
        {
            startTags++;
            if (token.Name == "pre" || token.Name == "listing") CurrentToken = EndOfTag(CurrentToken);
            var flags = ElementTable.Of(token.Name).Flags;
            if (!token.IsSelfClosing && (flags & (NodeFlags.SelfClosing | NodeFlags.ImplicitlyClosed | NodeFlags.LiteralText)) == NodeFlags.None)
            {
                if (openElements >= MostOpenElements)
                {
                    Cut ??= $"Elements nested deeper than {MostOpenElements} were passed over; their text is kept.";
                    unopened++;
                    return TokenConsumptionResult.Continue;
                }

                openElements++;
            }
        }
        else if (token.Type == HtmlTokenType.EndTag)
        {
            if (unopened > 0)
            {
                unopened--;
                return TokenConsumptionResult.Continue;
            }

            if (openElements > 0) openElements--;
        }

        next(ref token);
        if (Created <= (2 * startTags) + MostReopened) return TokenConsumptionResult.Continue;
        Cut = "Formatting tags that are never closed multiply in every paragraph; the page was read up to there.";
        return TokenConsumptionResult.Stop;
    }

    // Tree construction itself fetches the text behind "<pre>", to swallow a line break: that text is not seen here as a token.
    private int EndOfTag(int at)
    {
        if (at >= Source.Length || Source[at] != '<') return at;
        var quote = '\0';
        for (var i = at + 1; i < Source.Length; i++)
        {
            var c = Source[i];
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'') quote = c;
            else if (c == '>') return i + 1;
        }

        return at;
    }

    public void PerformMicrotaskCheckpoint()
    {
    }

    public void ProvideStableState()
    {
    }

    public void AddComment(ref StructHtmlToken token)
    {
    }

    public void TrackError(Exception exception)
    {
    }

    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    public Task FinishLoadingAsync() => Task.CompletedTask;

    public void ApplyManifest()
    {
    }

    public override void AddNode(IConstructableNode node)
    {
        if (node is PageElement element && Root is not null) Foster(element);
        else base.AddNode(node);
    }

    public override void InsertNode(int idx, IConstructableNode childNode)
    {
        if (childNode is PageElement element && Root is not null) Foster(element);
        else base.InsertNode(idx, childNode);
    }

    public void Clear() => ChildNodes.Clear();

    // AngleSharp knows only its own table elements when it moves misplaced content ("<table><div>") out in front of the table, and
    // with any others hands it to the document.
    private void Foster(PageElement element)
    {
        if (LastTable?.ParentNode is { } parent) parent.InsertBefore(LastTable, element);
        else ((IConstructableNode?)Find(Root, ElementKind.Body) ?? Root!).AddNode(element);
    }

    private static PageElement? Find(PageElement? parent, ElementKind kind)
    {
        foreach (var child in parent is null ? [] : parent.Children)
        {
            if (child is PageElement element && element.Kind == kind) return element;
        }

        return null;
    }
}
