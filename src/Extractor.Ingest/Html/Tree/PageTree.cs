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

    private static readonly HtmlParserOptions Options = new()
    {
        MaximumDepth = MaximumDepth,
        SkipComments = true,
        SkipProcessingInstructions = true,
        SkipRawText = true,
    };

    internal PageTree(TextSource source) => Source = source;

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

    private TokenConsumptionResult OnToken(ref StructHtmlToken token, TokenConsumer next)
    {
        CurrentToken = token.Position.Index;
        next(ref token);
        return TokenConsumptionResult.Continue;
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

    public void Clear() => ChildNodes.Clear();

    private static PageElement? Find(PageElement? parent, ElementKind kind)
    {
        foreach (var child in parent is null ? [] : parent.Children)
        {
            if (child is PageElement element && element.Kind == kind) return element;
        }

        return null;
    }
}
