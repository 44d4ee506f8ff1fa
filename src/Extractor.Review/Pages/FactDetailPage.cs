using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Review.Decisions;
using Extractor.Review.Html;
using Extractor.Store;
using Extractor.Text;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Pages;

/// <summary>One fact beside its article: what was read from which words, why, what speaks for and against it, and what was decided.</summary>
internal static class FactDetailPage
{
    private const int RelatedShown = 20;

    public static Task ServeAsync(PageContext page)
    {
        var stored = page.Route("id") is { } id ? page.Store.FindFact(id) : null;
        if (stored is null) return NotFoundPage.ServeAsync(page, "There is no such fact. It may have gone with a later run; the page “Changes” lists decisions on vanished facts.");
        var form = page.Query("edit") is null ? null : FactForm.Of(stored.Fact);
        return ServeAsync(page, stored, page.Filter(), form, StatusCodes.Status200OK);
    }

    /// <summary>Shows the fact; with a form, its slots can be edited.</summary>
    public static Task ServeAsync(PageContext page, StoredFact stored, FactFilter filter, FactForm? form, int status)
    {
        if (page.Store.ReadDocument(stored.DocumentId) is not { } content) return NotFoundPage.ServeAsync(page, "The document of this fact is gone.");
        var fact = stored.Fact;
        var seen = page.LatestDecision();
        var review = page.Store.ReviewOf(stored);
        var next = Neighbour(page.Store, stored, filter, before: false);
        var previous = Neighbour(page.Store, stored, filter, before: true);

        var html = Layout.Begin(page, FactText.What(fact), Section.Queue, form is null ? "fact-page" : "fact-page correcting");
        html.Write($"<header><h1 class=\"isolate\">{FactText.What(fact)}</h1><span class=\"muted\">{FactText.Period(fact.Period)}</span>{Chips.State(stored)} {Chips.Checks(stored)}{Chips.Flags(fact.Flags)}</header>");
        html.Write($"<div class=\"fact\">");
        WriteArticle(html, content, stored);
        html.Write($"<div class=\"side stack\">");
        if (review.ChangedFrom is { } change) WriteChange(html, change, review.Standing);
        if (form is null) WriteSlots(html, stored, content.Document.Text);
        else WriteForm(html, page, stored, filter, form, content.Document.Text, seen, next);
        WriteRule(html, fact);
        WriteChecks(html, page.Store.ChecksOf(fact.Id), fact, filter);
        WriteRelated(html, page.Store.Related(stored, RelatedShown), stored);
        WriteHistory(html, review.Decisions);
        html.Write($"</div></div>");
        DecisionDialogs.Write(html, withComment: true);
        Layout.End(html, Bar(page, stored, filter, seen, next, previous, form is not null));
        return page.SendAsync(html, status);
    }

    /// <summary>The words of a document's head, shared by the pages that show its article.</summary>
    public static void WriteArticleHead(HtmlWriter html, StoredDocument row, bool withLedgerLink, string? quote = null)
    {
        html.Write($"<header><h2 class=\"isolate\">{row.Metadata.Title ?? row.Name}</h2><p class=\"byline\"><span class=\"isolate\">{row.Name}</span>");
        if (row.Metadata.Published is { } published) html.Write($"<span>{published.ToString("yyyy-MM-dd")}</span>");
        if (row.Metadata.Publisher is { } publisher) html.Write($"<span class=\"isolate\">{publisher}</span>");
        if (row.Metadata.Url is { } url)
        {
            if (quote is null ? Link.TryExternal(url, out var link) : Link.TrySentence(url, quote, out link)) html.Write($"<a href=\"{link}\" rel=\"noreferrer noopener\" target=\"_blank\">source</a>");
            else html.Write($"<span class=\"isolate\" title=\"No web address, so no link\">{url}</span>");
        }

        if (row.HasSource) html.Write($"<a href=\"{Link.Local($"/documents/{row.Id}/source")}\">page as stored</a>");
        if (withLedgerLink) html.Write($"<a id=\"ledger-link\" href=\"{Link.Local($"/documents/{row.Id}")}\">numbers ({row.UnresolvedCount} unresolved)</a>");
        if (row.DuplicateOfName is { } original) html.Write($"<span class=\"isolate\">copy of {original}</span>");
        html.Write($"</p></header>");
    }

    /// <summary>The article itself.</summary>
    public static void WriteArticleText(HtmlWriter html, DocumentContent content, TextSpan window, TextSpan? sentence, IReadOnlyList<ArticleMark> marks)
    {
        var language = content.Row.Metadata.Language ?? "";
        if (window.Length < content.Document.Text.Length)
            html.Write($"<p class=\"byline body\">The article is long: characters {window.Start:#,0} to {window.End:#,0} of {content.Document.Text.Length:#,0} are shown.</p>");
        html.Write($"<div class=\"article\" id=\"article\" tabindex=\"0\" role=\"region\" aria-label=\"Article\" lang=\"{language}\" data-document=\"{content.Row.Id}\" data-offset=\"{window.Start}\">");
        ArticleView.Write(html, content.Document.Text, window, sentence, marks);
        html.Write($"</div>");
    }

    private static StoredFact? Neighbour(IFactStore store, StoredFact fact, FactFilter filter, bool before)
    {
        var query = filter.ToQuery() with { Cursor = store.CursorAt(fact, filter.Sort, before), Limit = 1, WithSlots = false };
        return store.Facts(query).Facts.FirstOrDefault();
    }

    private static void WriteArticle(HtmlWriter html, DocumentContent content, StoredFact stored)
    {
        var text = content.Document.Text;
        var marks = new List<ArticleMark>();
        foreach (var slot in stored.Fact.Slots)
        {
            if (slot.Span is not { } span || span.IsEmpty || span.End > text.Length) continue;
            var carried = slot.Origin == SlotOrigin.Stated ? "" : " carried";
            marks.Add(new ArticleMark(span, $"s-{FactText.Colour(slot.Name)}{carried}", $"{FactText.Label(slot.Name)}: {slot.Value}{(carried.Length > 0 ? $" ({FactLineNames.Of(slot.Origin)})" : "")}")
            {
                Id = "slot-" + FactLineNames.Of(slot.Name),
            });
        }

        html.Write($"<article class=\"card article-card\" aria-label=\"Article\">");
        WriteArticleHead(html, content.Row, withLedgerLink: true, stored.Fact.Quote);
        var quote = stored.Fact.Span.End <= text.Length ? stored.Fact.Span : (TextSpan?)null;
        WriteArticleText(html, content, ArticleView.Window(text, stored.Fact.Span), quote, marks);
        html.Write($"<ul class=\"legend\" aria-label=\"Colours\">");
        foreach (var colour in stored.Fact.Slots.Where(s => s.Span is not null).Select(s => FactText.Colour(s.Name)).Distinct())
            html.Write($"<li><span class=\"swatch s-{colour}\">{LegendName(colour)}</span></li>");
        if (stored.Fact.Slots.Any(s => s.Span is not null && s.Origin != SlotOrigin.Stated)) html.Write($"<li><span class=\"swatch carried s-other\">dotted: carried over</span></li>");
        html.Write($"</ul></article>");
    }

    private static string LegendName(string colour) => colour switch
    {
        "value" => "value, unit",
        "growth" => "growth, basis",
        "share" => "share, contribution",
        "other" => "bound, rank, modality",
        _ => colour,
    };

    private static void WriteChange(HtmlWriter html, FactChange change, Decision? standing)
    {
        var decided = standing is null ? "decided" : $"{DecisionText.Past(standing.Kind)} by {standing.Reviewer} on {standing.At:yyyy-MM-dd}";
        html.Write($"<div class=\"notice changed first\" id=\"changed\"><p><strong>Extracted otherwise since it was {decided}.</strong> Decide again: the earlier decision is on record.</p>");
        html.Write($"<table class=\"slots\"><thead><tr><th scope=\"col\">slot</th><th scope=\"col\">when decided</th><th scope=\"col\">now</th></tr></thead><tbody>");
        foreach (var field in change.Fields)
        {
            var (before, after) = FactLineNames.TrySlot(field, out var name) ? (change.Before.Written(name), change.After.Written(name)) : (null, null);
            html.Write($"<tr><th scope=\"row\" class=\"name\">{field}</th><td class=\"old isolate\">{before ?? "–"}</td><td class=\"isolate\">{after ?? "–"}</td></tr>");
        }

        html.Write($"</tbody></table></div>");
    }

    private static void WriteSlots(HtmlWriter html, StoredFact stored, string text)
    {
        var fact = stored.Fact;
        html.Write($"<section class=\"card first\" aria-labelledby=\"slots-title\"><header><h2 id=\"slots-title\">Fact</h2><span class=\"muted mono\">{fact.Id}</span></header>");
        html.Write($"<div class=\"body statement isolate\">{FactText.Numbers(fact)}</div><table class=\"slots\"><thead><tr><th scope=\"col\">slot</th><th scope=\"col\">value</th><th scope=\"col\">words</th></tr></thead><tbody>");
        foreach (var name in SlotRules.Order)
        {
            if (fact.Written(name) is not { } value) continue;
            var slot = fact.Slots.FirstOrDefault(s => s.Name == name);
            if (slot is null && name is SlotName.Basis or SlotName.Modality && value is "yoy" or "actual") continue;
            html.Write($"<tr><th scope=\"row\" class=\"name\"><span class=\"swatch s-{FactText.Colour(name)}\">{FactText.Label(name)}</span></th><td class=\"isolate{(value.Length <= 24 ? " nowrap" : "")}\">{FactText.Slot(fact, name, value)}");
            if (stored.Extracted is { } extracted && extracted.Written(name) is var was && was != value) html.Write($" <span class=\"old\">{(was is null ? "–" : FactText.Slot(extracted, name, was))}</span>");
            html.Write($"</td><td class=\"words isolate\">");
            if (slot?.Span is { } span && span.End <= text.Length)
            {
                html.Write($"<a href=\"{Link.Anchor("slot-" + FactLineNames.Of(name))}\" class=\"to-words\">{Short(span.Of(text))}</a>");
                if (slot.Origin != SlotOrigin.Stated) html.Write($" ({FactLineNames.Of(slot.Origin)})");
            }
            else if (slot is not null)
            {
                html.Write($"({FactLineNames.Of(slot.Origin)})");
            }

            html.Write($"</td></tr>");
        }

        html.Write($"</tbody></table></section>");
    }

    private static void WriteForm(HtmlWriter html, PageContext page, StoredFact stored, FactFilter filter, FactForm form, string text, long seen, StoredFact? next)
    {
        html.Write($"<section class=\"card first\" aria-labelledby=\"correct-title\"><header><h2 id=\"correct-title\">Correct</h2><span class=\"muted mono\">{stored.Fact.Id}</span></header>");
        html.Write($"<form id=\"slots-form\" class=\"body stack\" method=\"post\" action=\"{Link.Local("/correct")}\">{page.TokenField}<input type=\"hidden\" name=\"fact\" value=\"{stored.Fact.Id}\">");
        html.Write($"<input type=\"hidden\" name=\"seen\" value=\"{page.Field("seen") ?? seen.ToString()}\"><input type=\"hidden\" name=\"filter\" value=\"{filter.QueryString()}\"><input type=\"hidden\" name=\"next\" value=\"{next?.Fact.Id}\">");
        SlotForm.Write(html, form, text, SlotName.Region);
        html.Write($"<label class=\"field\"><span>why (optional)</span><input type=\"text\" name=\"reason\" maxlength=\"500\" autocomplete=\"off\"></label>");
        html.Write($"<div class=\"form-actions\"><button class=\"primary\">Save correction</button><a class=\"button\" id=\"leave\" href=\"{filter.LinkTo("/fact/" + stored.Fact.Id)}\">Cancel</a></div></form></section>");
    }

    private static void WriteRule(HtmlWriter html, Fact fact)
    {
        html.Write($"<section class=\"card\" aria-labelledby=\"rule-title\"><header><h2 id=\"rule-title\">Rule</h2><code class=\"isolate\">{fact.Rule}</code></header><div class=\"body\">");
        if (fact.Derivation.IsDefaultOrEmpty)
        {
            html.Write($"<p class=\"muted\">No derivation is kept.</p>");
        }
        else
        {
            html.Write($"<ol class=\"derivation isolate\">");
            foreach (var step in fact.Derivation) html.Write($"<li>{step}</li>");
            html.Write($"</ol>");
        }

        html.Write($"</div></section>");
    }

    private static void WriteChecks(HtmlWriter html, ImmutableArray<FactCheck> checks, Fact fact, FactFilter filter)
    {
        if (checks.IsEmpty) return;
        html.Write($"<section class=\"card\" aria-labelledby=\"checks-title\"><header><h2 id=\"checks-title\">Checks</h2></header><ul class=\"plain-list body\">");
        foreach (var check in checks.OrderByDescending(check => check.Outcome))
        {
            var outcome = check.Outcome == CheckOutcome.Confirmed ? "confirmed" : "contradicted";
            html.Write($"<li><span class=\"chip {outcome}\">{outcome}</span> <span class=\"muted\">{check.Check}</span><br><span class=\"isolate\">{check.Arithmetic}</span> ");
            var others = check.FactIds.Where(id => id != fact.Id).ToList();
            for (var i = 0; i < others.Count; i++) html.Write($"<a href=\"{filter.LinkTo("/fact/" + others[i])}\">fact {i + 1}</a> ");
            html.Write($"</li>");
        }

        html.Write($"</ul></section>");
    }

    private static void WriteRelated(HtmlWriter html, ImmutableArray<StoredFact> related, StoredFact stored)
    {
        html.Write($"<section class=\"card\" aria-labelledby=\"related-title\"><header><h2 id=\"related-title\">Said of the same elsewhere</h2></header>");
        if (related.IsEmpty)
        {
            html.Write($"<p class=\"body muted\">No other sentence speaks of the same region, period, flow, partner and category.</p></section>");
            return;
        }

        html.Write($"<ul class=\"plain-list body\">");
        foreach (var other in related)
        {
            var where = other.DocumentId == stored.DocumentId ? "this article" : other.Metadata.Title ?? other.Fact.Doc;
            html.Write($"<li><a class=\"isolate\" href=\"{Link.Local("/fact/" + other.Fact.Id)}\">{FactText.Numbers(other.Fact)}</a> {Chips.State(other)} <span class=\"muted isolate\">{where}{(other.Metadata.Published is { } day ? $", {day:yyyy-MM-dd}" : "")}{(other.IsDuplicate ? ", a copy" : "")}</span></li>");
        }

        html.Write($"</ul></section>");
    }

    private static void WriteHistory(HtmlWriter html, ImmutableArray<Decision> decisions)
    {
        html.Write($"<section class=\"card\" aria-labelledby=\"history-title\"><header><h2 id=\"history-title\">Decisions and comments</h2></header><div class=\"body\">");
        if (decisions.IsDefaultOrEmpty) html.Write($"<p class=\"muted\">None yet.</p>");
        html.Write($"<ol class=\"history\">");
        foreach (var decision in decisions) DecisionText.Write(html, decision);
        html.Write($"</ol></div></section>");
    }

    private static HtmlText Bar(PageContext page, StoredFact stored, FactFilter filter, long seen, StoredFact? next, StoredFact? previous, bool isEditing)
    {
        var html = new HtmlWriter();
        html.Write($"<section class=\"decide\" aria-label=\"Decide\"><form id=\"decision\" method=\"post\" action=\"{Link.Local("/decide")}\">{page.TokenField}<input type=\"hidden\" name=\"fact\" value=\"{stored.Fact.Id}\">");
        html.Write($"<input type=\"hidden\" name=\"reason\"><input type=\"hidden\" name=\"seen\" value=\"{seen}\"><input type=\"hidden\" name=\"filter\" value=\"{filter.QueryString()}\">");
        html.Write($"<input type=\"hidden\" name=\"from\" value=\"fact\"><input type=\"hidden\" name=\"next\" value=\"{next?.Fact.Id}\">");
        html.Write($"<button class=\"accept\" name=\"kind\" value=\"accept\" data-key=\"a\">Accept <kbd>a</kbd></button><button class=\"reject\" name=\"kind\" value=\"reject\" data-key=\"r\">Reject… <kbd>r</kbd></button>");
        if (!isEditing) html.Write($"<a class=\"button\" data-key=\"c\" href=\"{filter.LinkTo("/fact/" + stored.Fact.Id, ("edit", "1"))}\">Correct <kbd>c</kbd></a>");
        html.Write($"<button name=\"kind\" value=\"comment\" data-key=\"n\">Comment… <kbd>n</kbd></button><button name=\"kind\" value=\"undo\" data-key=\"u\">Undo <kbd>u</kbd></button></form>");
        html.Write($"<a class=\"button\" data-key=\"m\" id=\"add-missed\" href=\"{Link.Local("/add", ("doc", stored.DocumentId.ToString()), ("start", stored.Fact.Span.Start.ToString()), ("end", stored.Fact.Span.End.ToString()))}\" title=\"Select the words of the missed fact first\">Add missed <kbd>m</kbd></a><span class=\"spread\"></span>");
        if (previous is not null) html.Write($"<a class=\"button\" rel=\"prev\" data-key=\"k\" href=\"{filter.LinkTo("/fact/" + previous.Fact.Id)}\">← Previous <kbd>k</kbd></a>");
        if (next is not null) html.Write($"<a class=\"button\" rel=\"next\" data-key=\"j\" href=\"{filter.LinkTo("/fact/" + next.Fact.Id)}\">Next <kbd>j</kbd> →</a>");
        html.Write($"<a class=\"button\" data-key=\"q\" href=\"{filter.LinkTo("/", ("at", stored.Fact.Id))}\">Queue <kbd>q</kbd></a></section>");
        return html.ToHtml();
    }

    private static string Short(string words) => words.Length <= 80 ? words : words[..79] + "…";
}
