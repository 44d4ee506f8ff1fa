using Extractor.Review.Html;
using Extractor.Store;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Pages;

/// <summary>Two reviewers decided on one fact at once: the second sees what the first did, and nothing is lost.</summary>
internal static class ConflictPage
{
    public static Task ServeAsync(PageContext page, StoredFact stored, FactFilter filter, DecisionKind kind, string? reason)
    {
        var latest = page.LatestDecision();
        var seen = long.TryParse(page.Field("seen"), out var number) ? number : 0;
        var since = page.Store.ReviewOf(stored).Decisions.Where(decision => decision.Sequence > seen);
        var verb = kind == DecisionKind.Accept ? "Accept" : "Reject";

        var html = Layout.Begin(page, "Decided meanwhile", Section.Queue);
        html.Write($"<header><h1>Decided meanwhile</h1></header><div class=\"notice warn\" role=\"alert\"><p>Your decision (<strong>{verb.ToLowerInvariant()}</strong>) is not stored yet: since you loaded the page, this happened to the fact.</p></div>");
        html.Write($"<div class=\"card\"><header><h2 class=\"isolate\">{FactText.Line(stored.Fact)}</h2>{Chips.State(stored)}</header><div class=\"body stack\"><p class=\"isolate\">{stored.Fact.Quote}</p><ol class=\"history\">");
        foreach (var decision in since) DecisionText.Write(html, decision);
        html.Write($"</ol><form method=\"post\" action=\"{Link.Local("/decide")}\" class=\"selection-tools\">{page.TokenField}");
        foreach (var (name, value) in ((string, string?)[])
            [
                ("fact", stored.Fact.Id), ("reason", reason), ("seen", latest.ToString()), ("filter", filter.QueryString()), ("from", page.Field("from")),
                ("next", page.Field("next")), ("cursor", page.Field("cursor")),
            ])
        {
            html.Write($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
        }

        html.Write($"<button class=\"primary\" name=\"kind\" value=\"{verb.ToLowerInvariant()}\">{verb} nevertheless</button>");
        html.Write($"<a class=\"button\" href=\"{filter.LinkTo("/fact/" + stored.Fact.Id)}\">Look at the fact</a>");
        if (page.Field("next") is { } next) html.Write($"<a class=\"button\" href=\"{filter.LinkTo("/fact/" + Uri.EscapeDataString(next))}\">Leave it, go on</a>");
        html.Write($"</form></div></div>");
        Layout.End(html);
        return page.SendAsync(html, StatusCodes.Status409Conflict);
    }
}
