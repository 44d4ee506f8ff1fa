using Extractor.Review.Html;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>What became of decisions after articles were extracted again: kept, changed, vanished, contradicted.</summary>
internal static class ChangesPage
{
    private const int Shown = 200;

    public static Task ServeAsync(PageContext page)
    {
        var store = page.Store;
        var counts = store.Count(FactQuery.All);
        var changed = store.Facts(new FactQuery { States = [ReviewState.Changed], Limit = Shown });
        var vanished = store.VanishedDecisions();
        var conflicts = store.Conflicts().Take(Shown).ToList();

        var html = Layout.Begin(page, "Changes", Section.Changes);
        html.Write($"<header><h1>Decisions after re-extraction</h1></header><div class=\"tiles\">");
        WriteTile(html, counts.Accepted + counts.Rejected + counts.Corrected, "kept", new FactFilter { Status = ReviewState.Accepted }.LinkTo("/"));
        WriteTile(html, counts.Changed, "changed, to be looked at", new FactFilter { Status = ReviewState.Changed }.LinkTo("/"));
        WriteTile(html, vanished.Length, "vanished", Link.Anchor("vanished"));
        html.Write($"</div><div class=\"stack\">");
        WriteRuns(html, store);
        WriteChanged(html, store, changed);
        WriteVanished(html, vanished);
        WriteConflicts(html, conflicts);
        html.Write($"</div>");
        Layout.End(html);
        return page.SendAsync(html);
    }

    private static void WriteTile(HtmlWriter html, long count, string label, Link link) =>
        html.Write($"<div class=\"card tile\"><div class=\"figure\">{count:#,0}</div><a href=\"{link}\">{label}</a></div>");

    private static void WriteRuns(HtmlWriter html, IFactStore store)
    {
        html.Write($"<section class=\"card\" aria-labelledby=\"runs-title\"><header><h2 id=\"runs-title\">Runs</h2></header><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of runs\"><table><thead><tr><th scope=\"col\">Run</th><th scope=\"col\">Started</th><th scope=\"col\" class=\"optional\">Rules</th>");
        html.Write($"<th scope=\"col\" class=\"number\">Documents new / changed / gone</th><th scope=\"col\" class=\"number\">Facts new / changed / gone / kept</th></tr></thead><tbody>");
        foreach (var run in store.Runs().Take(10))
        {
            var c = run.Counts;
            html.Write($"<tr><th scope=\"row\"><a href=\"{new FactFilter { Run = run.Id }.LinkTo("/")}\">{run.Id}</a></th><td class=\"nowrap\">{run.Started.ToString("yyyy-MM-dd HH:mm")}{(run.Finished is null ? " (interrupted)" : "")}</td><td class=\"isolate mono optional\">{run.RulesVersion}</td>");
            html.Write($"<td class=\"number\">{c.DocumentsAdded:#,0} / {c.DocumentsChanged:#,0} / {c.DocumentsGone:#,0}</td><td class=\"number\">{c.FactsAdded:#,0} / {c.FactsChanged:#,0} / {c.FactsGone:#,0} / {c.FactsKept:#,0}</td></tr>");
        }

        html.Write($"</tbody></table></div></section>");
    }

    private static void WriteChanged(HtmlWriter html, IFactStore store, FactPage changed)
    {
        html.Write($"<section class=\"card\" aria-labelledby=\"changed\"><header><h2 id=\"changed\">Changed</h2></header>");
        if (changed.Facts.IsEmpty)
        {
            html.Write($"<p class=\"body muted\">No fact that was decided on is extracted otherwise now.</p></section>");
            return;
        }

        var filter = new FactFilter { Status = ReviewState.Changed };
        html.Write($"<ul class=\"plain-list body\">");
        foreach (var stored in changed.Facts)
        {
            html.Write($"<li><a class=\"isolate\" href=\"{filter.LinkTo("/fact/" + stored.Fact.Id)}\">{FactText.Line(stored.Fact)}</a>");
            if (store.ReviewOf(stored) is { ChangedFrom: { } change } review)
            {
                html.Write($" <span class=\"muted isolate\">{(review.Standing is { } standing ? DecisionText.Past(standing.Kind) + " by " + standing.Reviewer : "")}</span><br>");
                foreach (var field in change.Fields)
                {
                    var known = Facts.FactLineNames.TrySlot(field, out var name);
                    html.Write($"<span class=\"chip changed\">{field}</span> <span class=\"isolate\">{(known ? Facts.FactLineFields.Written(change.Before, name) : null) ?? "–"} → {(known ? Facts.FactLineFields.Written(change.After, name) : null) ?? "–"}</span> ");
                }
            }

            html.Write($"</li>");
        }

        html.Write($"</ul></section>");
    }

    private static void WriteVanished(HtmlWriter html, IReadOnlyList<Decision> vanished)
    {
        html.Write($"<section class=\"card\" aria-labelledby=\"vanished\"><header><h2 id=\"vanished\">Vanished</h2></header>");
        if (vanished.Count == 0)
        {
            html.Write($"<p class=\"body muted\">Every fact that was decided on is still extracted.</p></section>");
            return;
        }

        html.Write($"<ul class=\"plain-list body\">");
        foreach (var decision in vanished.Take(Shown))
        {
            html.Write($"<li><span class=\"chip {DecisionText.Class(decision.Kind)}\">{DecisionText.Past(decision.Kind)}</span> <span class=\"isolate\">{FactText.Line(decision.Fact)}</span> <span class=\"muted isolate\">by {decision.Reviewer} on {decision.At.ToString("yyyy-MM-dd")}, {decision.Doc}</span><br><span class=\"muted isolate\">{decision.Fact.Quote}</span></li>");
        }

        if (vanished.Count > Shown) html.Write($"<li class=\"muted\">and {vanished.Count - Shown:#,0} more</li>");
        html.Write($"</ul></section>");
    }

    private static void WriteConflicts(HtmlWriter html, IReadOnlyList<DecisionConflict> conflicts)
    {
        html.Write($"<section class=\"card\" aria-labelledby=\"conflicts\"><header><h2 id=\"conflicts\">Rules against decisions</h2></header>");
        if (conflicts.Count == 0)
        {
            html.Write($"<p class=\"body muted\">Nothing extracted now contradicts what a reviewer decided.</p></section>");
            return;
        }

        html.Write($"<ul class=\"plain-list body\">");
        foreach (var conflict in conflicts)
        {
            html.Write($"<li><span class=\"isolate\">{FactText.What(conflict.Decision.Fact)}, {FactText.Period(conflict.Decision.Fact.Period)}: {conflict.Message}</span>");
            if (conflict.Fact is { } stored) html.Write($" <a href=\"{Link.Local("/fact/" + stored.Fact.Id)}\">look</a>");
            html.Write($"</li>");
        }

        html.Write($"</ul></section>");
    }
}
