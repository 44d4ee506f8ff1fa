using Extractor.Review.Decisions;
using Extractor.Review.Html;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Pages;

/// <summary>What "accept all" would accept, before it does.</summary>
internal static class AcceptAllPage
{
    private const int Shown = 200;

    public static Task ServeAsync(PageContext page) => ServeAsync(page, page.Filter(), null);

    public static Task ServeAsync(PageContext page, FactFilter filter, string? trouble)
    {
        var seen = page.LatestDecision();
        var facts = Decide.Pending(page.Store, filter);
        var counts = page.Store.Count(filter.ToQuery());

        var html = Layout.Begin(page, "Accept all", Section.Queue);
        html.Write($"<header><h1>Accept all of a filter</h1></header>");
        if (trouble is not null) html.Write($"<p class=\"notice warn\" role=\"alert\">{trouble}</p>");
        html.Write($"<div class=\"card\"><header><h2>{facts.Length:#,0} pending facts</h2><span class=\"muted isolate\">{((filter with { Status = null }).Describe() is { Length: > 0 } words ? words : "no filter: everything")}</span></header><div class=\"body stack\">");
        if (counts.Pending > facts.Length)
            html.Write($"<p>At least {counts.Pending:#,0} match; one go accepts at most {Decide.MostAtOnce:#,0}, in the order of the queue.</p>");
        html.Write($"<form method=\"post\" action=\"{Link.Local("/accept-all")}\" class=\"selection-tools\">{page.TokenField}<input type=\"hidden\" name=\"filter\" value=\"{filter.QueryString()}\">");
        html.Write($"<input type=\"hidden\" name=\"seen\" value=\"{seen}\"><input type=\"hidden\" name=\"fingerprint\" value=\"{Decide.Fingerprint(facts)}\">");
        if (!facts.IsEmpty) html.Write($"<button class=\"primary\">Accept these {facts.Length:#,0}</button>");
        html.Write($"<a class=\"button\" id=\"leave\" href=\"{filter.LinkTo("/")}\">Cancel</a></form></div>");
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Facts to be accepted\"><table class=\"facts\"><thead><tr><th scope=\"col\">Doubt</th><th scope=\"col\">Fact</th><th scope=\"col\">Period</th><th scope=\"col\">Numbers</th><th scope=\"col\" class=\"optional\">Sentence</th></tr></thead><tbody>");
        foreach (var stored in facts.Take(Shown))
        {
            html.Write($"<tr><td>{Chips.Doubt(stored.Doubt)}</td><th scope=\"row\" class=\"isolate\"><a class=\"open\" href=\"{filter.LinkTo("/fact/" + stored.Fact.Id)}\">{FactText.What(stored.Fact)}</a></th><td class=\"nowrap\">{FactText.Period(stored.Fact.Period)}</td>");
            html.Write($"<td class=\"isolate\">{FactText.Numbers(stored.Fact)}</td><td class=\"quote isolate optional\"><span>{stored.Fact.Quote}</span></td></tr>");
        }

        html.Write($"</tbody></table></div>");
        if (facts.Length > Shown) html.Write($"<p class=\"bar muted\">and {facts.Length - Shown:#,0} more.</p>");
        html.Write($"</div>");
        Layout.End(html);
        return page.SendAsync(html, trouble is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
