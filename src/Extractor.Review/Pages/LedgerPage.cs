using Extractor.Facts;
using Extractor.Review.Html;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Review.Pages;

/// <summary>An article with the account of every number; an unresolved one is a key away from becoming a fact.</summary>
internal static class LedgerPage
{
    /// <summary>How many unresolved numbers the list beside the article names.</summary>
    private const int Listed = 500;

    public static Task ServeAsync(PageContext page)
    {
        if (!long.TryParse(page.Route("id"), out var id) || page.Store.ReadDocument(id) is not { } content)
            return NotFoundPage.ServeAsync(page, "There is no such document.");
        var text = content.Document.Text;
        var window = ArticleView.Window(text, FromAddress(page));
        var facts = page.Store.FactsOf(id);
        var counts = new int[4];
        var marks = new List<ArticleMark>();
        foreach (var entry in content.Ledger)
        {
            counts[(int)entry.Class]++;
            if (entry.Span.End <= text.Length && entry.Span.Overlaps(window)) marks.Add(Mark(entry, id));
        }

        var html = Layout.Begin(page, content.Row.Metadata.Title ?? content.Row.Name, Section.Documents, "ledger-page");
        html.Write($"<header><h1 class=\"isolate\">{content.Row.Metadata.Title ?? content.Row.Name}</h1><span class=\"muted\">numbers of the article</span></header><div class=\"ledger\">");
        html.Write($"<article class=\"card article-card\" aria-label=\"Article\">");
        FactDetailPage.WriteArticleHead(html, content.Row, withLedgerLink: false);
        FactDetailPage.WriteArticleText(html, content, window, null, marks);
        html.Write($"<ul class=\"legend\" aria-label=\"Colours\">");
        foreach (var numberClass in Enum.GetValues<NumberClass>())
            html.Write($"<li><span class=\"n n-{FactLineNames.Of(numberClass)}\">{Label(numberClass)}</span> {counts[(int)numberClass]:#,0}</li>");
        html.Write($"</ul></article><div class=\"stack\"><section class=\"card\" aria-labelledby=\"unresolved-title\"><header><h2 id=\"unresolved-title\">Unresolved numbers</h2><span class=\"muted\"><kbd>j</kbd> <kbd>k</kbd> move, <kbd>Enter</kbd> makes a fact</span></header>");
        WriteUnresolved(html, content, id, text);
        html.Write($"</section><section class=\"card\" aria-labelledby=\"facts-title\"><header><h2 id=\"facts-title\">Facts</h2><a href=\"{new FactFilter { Doc = content.Row.Name }.LinkTo("/")}\">in the queue</a></header>");
        WriteFacts(html, facts, content.Row.Name);
        html.Write($"</section></div></div>");
        Layout.End(html, Bar(page, content.Row));
        return page.SendAsync(html);
    }

    private static TextSpan FromAddress(PageContext page)
    {
        var at = (int)Math.Clamp(page.Number("at") ?? 0, 0, int.MaxValue - 1);
        return new TextSpan(at, at);
    }

    private static string Label(NumberClass numberClass) => numberClass switch
    {
        NumberClass.Fact => "part of a fact",
        NumberClass.Date => "date",
        NumberClass.Other => "set aside",
        _ => "unresolved",
    };

    private static ArticleMark Mark(LedgerEntry entry, long document)
    {
        var name = FactLineNames.Of(entry.Class);
        var title = entry.Reason.Length == 0 ? Label(entry.Class) : $"{Label(entry.Class)}: {entry.Reason}";
        Link? link = entry.Class switch
        {
            NumberClass.Unresolved => AddLink(document, entry.Span),
            NumberClass.Fact when entry.FactId is { } id => Link.Local("/fact/" + Uri.EscapeDataString(id)),
            _ => null,
        };
        return new ArticleMark(entry.Span, "n n-" + name, title) { Id = "at-" + entry.Span.Start, Link = link };
    }

    private static Link AddLink(long document, TextSpan span) =>
        Link.Local("/add", ("doc", document.ToString()), ("start", span.Start.ToString()), ("end", span.End.ToString()));

    private static void WriteUnresolved(HtmlWriter html, DocumentContent content, long id, string text)
    {
        var unresolved = content.Ledger.Where(entry => entry.Class == NumberClass.Unresolved && entry.Span.End <= text.Length).ToList();
        if (unresolved.Count == 0)
        {
            html.Write($"<p class=\"body muted\">None: every number is accounted for.</p>");
            return;
        }

        html.Write($"<ol class=\"plain-list body ledger-list\" tabindex=\"0\" aria-label=\"Unresolved numbers\">");
        foreach (var entry in unresolved.Take(Listed))
            html.Write($"<li><a class=\"isolate\" href=\"{Link.Anchor("at-" + entry.Span.Start)}\">{entry.Span.Of(text)}</a> <span class=\"muted isolate\">{entry.Reason}</span> · <a href=\"{AddLink(id, entry.Span)}\" aria-label=\"make a fact of {entry.Span.Of(text)}\">make a fact</a></li>");
        if (unresolved.Count > Listed) html.Write($"<li class=\"muted\">and {unresolved.Count - Listed:#,0} more</li>");
        html.Write($"</ol>");
    }

    private static void WriteFacts(HtmlWriter html, IReadOnlyCollection<StoredFact> facts, string doc)
    {
        if (facts.Count == 0)
        {
            html.Write($"<p class=\"body muted\">None.</p>");
            return;
        }

        html.Write($"<ul class=\"plain-list body ledger-list\" tabindex=\"0\" aria-label=\"Facts of the article\">");
        var filter = new FactFilter { Doc = doc, Sort = FactSort.Document };
        foreach (var stored in facts.Take(Listed))
            html.Write($"<li><a class=\"isolate\" href=\"{filter.LinkTo("/fact/" + stored.Fact.Id)}\">{FactText.Line(stored.Fact)}</a> {Chips.State(stored)}</li>");
        html.Write($"</ul>");
    }

    private static HtmlText Bar(PageContext page, StoredDocument row)
    {
        var html = new HtmlWriter();
        html.Write($"<section class=\"decide\" aria-label=\"Actions\"><a class=\"button\" data-key=\"m\" id=\"add-missed\" href=\"{Link.Local("/add", ("doc", row.Id.ToString()))}\">Add fact from selection <kbd>m</kbd></a>");
        html.Write($"<form id=\"decision\" method=\"post\" action=\"{Link.Local("/decide")}\">{page.TokenField}<input type=\"hidden\" name=\"from\" value=\"document\"><input type=\"hidden\" name=\"doc\" value=\"{row.Id}\"><button name=\"kind\" value=\"undo\" data-key=\"u\">Undo <kbd>u</kbd></button></form><span class=\"spread\"></span>");
        html.Write($"<a class=\"button\" data-key=\"q\" href=\"{QueuePage.Home}\">Queue <kbd>q</kbd></a></section>");
        return html.ToHtml();
    }
}
