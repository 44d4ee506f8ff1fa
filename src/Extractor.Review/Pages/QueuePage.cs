using Extractor.Facts;
using Extractor.Review.Html;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>The facts to decide on, most doubtful first, under the reviewer's filter.</summary>
internal static class QueuePage
{
    public const int PageSize = 50;

    /// <summary>"Jan–Mar 2022" stays on one line; days and years from and to may take two.</summary>
    private const int ShortPeriod = 12;

    /// <summary>Where reviewing starts: what nobody has decided.</summary>
    public static Link Home { get; } = Link.Local("/", ("status", "pending"));

    private static readonly (FactSort Sort, string Label)[] Sorts =
    [
        (FactSort.Doubt, "doubt"), (FactSort.Document, "document"), (FactSort.Period, "period, latest first"),
        (FactSort.Value, "value, largest first"), (FactSort.Newest, "last stored first"),
    ];

    public static Task ServeAsync(PageContext page)
    {
        var filter = page.Filter();
        var query = filter.ToQuery();
        var seen = page.LatestDecision();
        var facts = page.Store.Facts(query with { Cursor = page.Query("cursor"), Limit = PageSize, WithSlots = false });
        var counts = page.Store.Count(query);

        var html = Layout.Begin(page, "Queue", Section.Queue);
        html.Write($"<header><h1>Queue</h1><p class=\"muted isolate\">{page.DatabaseName}</p></header><div class=\"queue\">");
        WriteFilters(html, filter);
        html.Write($"<section aria-label=\"Facts\"><ul class=\"tabs\">");
        WriteTab(html, filter, null, "all", counts.Total, counts.IsExact);
        foreach (var state in Enum.GetValues<ReviewState>()) WriteTab(html, filter, state, FactFilter.Word(state), counts[state], counts.IsExact);
        html.Write($"</ul><div class=\"card\">");
        WriteBar(html, filter, facts, counts, page);
        if (facts.Facts.IsEmpty) html.Write($"<p class=\"empty\">No facts here. {Hint(filter)}</p>");
        else WriteTable(html, filter, facts, page.Query("at"));
        html.Write($"</div></section></div>");
        WriteRowForm(html, page, filter, seen);
        Layout.End(html);
        return page.SendAsync(html);
    }

    private static string Hint(FactFilter filter) =>
        filter.IsNarrowed ? "Fewer filters find more." : filter.Status is null ? "Run 'extractor run' over a folder of articles first." : "Another status may have some.";

    private static void WriteTab(HtmlWriter html, FactFilter filter, ReviewState? state, string label, long count, bool isExact)
    {
        var current = filter.Status == state ? HtmlText.Of($" aria-current=\"true\"") : HtmlText.None;
        var more = isExact ? "" : "+";
        html.Write($"<li><a href=\"{(filter with { Status = state }).LinkTo("/")}\"{current}>{label}<span class=\"count\">{count:#,0}{more}</span></a></li>");
    }

    private static void WriteBar(HtmlWriter html, FactFilter filter, FactPage facts, FactCounts counts, PageContext page)
    {
        html.Write($"<div class=\"bar\"><form action=\"{Link.Local("/")}\" method=\"get\" class=\"no-print\">");
        WriteHidden(html, filter with { Sort = FactSort.Doubt });
        html.Write($"<div class=\"pager\"><label for=\"sort\" class=\"nowrap muted\">sort by</label><select id=\"sort\" name=\"sort\" class=\"submits\">");
        foreach (var (sort, label) in Sorts)
        {
            var selected = sort == filter.Sort ? HtmlText.Of($" selected") : HtmlText.None;
            html.Write($"<option value=\"{sort.ToString().ToLowerInvariant()}\"{selected}>{label}</option>");
        }

        html.Write($"</select><noscript><button>Go</button></noscript></div></form><div class=\"pager\">");
        if (counts.Pending > 0) html.Write($"<a class=\"button\" href=\"{filter.LinkTo("/accept-all")}\">Accept all…</a>");
        WritePager(html, filter, facts);
        html.Write($"</div></div>");
    }

    private static void WritePager(HtmlWriter html, FactFilter filter, FactPage facts)
    {
        if (facts.Previous is { } previous) html.Write($"<a class=\"button\" rel=\"prev\" href=\"{filter.LinkTo("/", ("cursor", previous))}\">← Previous</a>");
        if (facts.Next is { } next) html.Write($"<a class=\"button\" rel=\"next\" href=\"{filter.LinkTo("/", ("cursor", next))}\">Next →</a>");
    }

    private static void WriteTable(HtmlWriter html, FactFilter filter, FactPage facts, string? at)
    {
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of facts\"><table class=\"facts\"><thead><tr><th scope=\"col\">Doubt</th><th scope=\"col\">Fact</th><th scope=\"col\">Period</th>");
        html.Write($"<th scope=\"col\">Numbers</th><th scope=\"col\">To know</th><th scope=\"col\" class=\"optional\">Sentence</th><th scope=\"col\">Status</th></tr></thead><tbody>");
        foreach (var stored in facts.Facts)
        {
            var fact = stored.Fact;
            var current = fact.Id == at ? "current" : "";
            html.Write($"<tr class=\"{current}\" id=\"row-{fact.Id}\" data-id=\"{fact.Id}\"><td>{Chips.Doubt(stored.Doubt)}</td>");
            html.Write($"<th scope=\"row\" class=\"what isolate\"><a class=\"open\" href=\"{filter.LinkTo("/fact/" + fact.Id)}\">{FactText.What(fact)}</a></th>");
            var period = FactText.Period(fact.Period);
            html.Write($"<td class=\"{(period.Length <= ShortPeriod ? "nowrap" : "")}\">{period}</td><td class=\"isolate numbers\">{FactText.Numbers(fact)}</td>");
            html.Write($"<td class=\"to-know\">{Chips.Checks(stored)}{Chips.Flags(fact.Flags)}</td><td class=\"quote isolate optional\" title=\"{fact.Doc}\"><span>{fact.Quote}</span></td><td>{Chips.State(stored)}</td></tr>");
        }

        html.Write($"</tbody></table></div>");
        if (facts.Next is not null || facts.Previous is not null)
        {
            html.Write($"<div class=\"bar\"><span></span><div class=\"pager\">");
            WritePager(html, filter, facts);
            html.Write($"</div></div>");
        }
    }

    /// <summary>The form that a key fills with the current row and sends.</summary>
    private static void WriteRowForm(HtmlWriter html, PageContext page, FactFilter filter, long seen)
    {
        html.Write($"<form id=\"decision\" method=\"post\" action=\"{Link.Local("/decide")}\" data-next=\"row\" hidden>{page.TokenField}<input type=\"hidden\" name=\"fact\"><input type=\"hidden\" name=\"kind\">");
        html.Write($"<input type=\"hidden\" name=\"reason\"><input type=\"hidden\" name=\"seen\" value=\"{seen}\"><input type=\"hidden\" name=\"filter\" value=\"{filter.QueryString()}\">");
        html.Write($"<input type=\"hidden\" name=\"from\" value=\"queue\"><input type=\"hidden\" name=\"next\"><input type=\"hidden\" name=\"cursor\" value=\"{page.Query("cursor")}\"></form>");
        DecisionDialogs.Write(html, withComment: true);
    }

    private static void WriteFilters(HtmlWriter html, FactFilter filter)
    {
        var open = HtmlText.Of($" open");
        html.Write($"<details class=\"card filters\" id=\"filters\"{open}><summary>Filters</summary><form action=\"{Link.Local("/")}\" method=\"get\" aria-label=\"Filters\">");
        if (filter.Status is { } status) html.Write($"<input type=\"hidden\" name=\"status\" value=\"{FactFilter.Word(status)}\">");
        if (filter.Sort != FactSort.Doubt) html.Write($"<input type=\"hidden\" name=\"sort\" value=\"{filter.Sort.ToString().ToLowerInvariant()}\">");
        html.Write($"<div class=\"actions wide\"><button class=\"primary\">Filter</button>");
        if (filter.IsNarrowed) html.Write($"<a class=\"button\" href=\"{new FactFilter { Status = filter.Status, Sort = filter.Sort }.LinkTo("/")}\">Clear</a>");
        html.Write($"</div>");
        WriteText(html, filter, "text", "words of the sentence", filter.Text, null);
        WriteText(html, filter, "region", "region", filter.Region, "region");
        WriteSelect(html, "flow", "flow", filter.Flow, ["trade", "exports", "imports", "balance"]);
        WriteText(html, filter, "partner", "partner ( - for the world)", filter.Partner, "partner");
        WriteText(html, filter, "category", "category ( - for all goods)", filter.Category, "category");
        WriteText(html, filter, "period", "period", filter.Period, null, "2022, 2022-05 …");
        WriteSelect(html, "measure", "measure", filter.Measure, [.. FactText.Measures.Select(FactLineNames.Of)]);
        WriteText(html, filter, "doc", "document ( * for any part)", filter.Doc, "doc");
        WriteText(html, filter, "rule", "rule", filter.Rule, "rule");
        html.Write($"<fieldset class=\"wide\"><legend>flags</legend><div class=\"flags\">");
        foreach (var flag in Enum.GetValues<FactFlags>())
        {
            if (flag == FactFlags.None) continue;
            WriteCheck(html, "flag", FactLineNames.Of(flag).First(), FactText.Label(flag), filter.Flags.HasFlag(flag));
        }

        WriteCheck(html, "contradicted", "1", "contradicted by a check", filter.Contradicted);
        html.Write($"</div></fieldset></form></details>");
    }

    private static void WriteText(HtmlWriter html, FactFilter filter, string name, string label, string? value, string? completes, string? placeholder = null)
    {
        var error = filter.Errors.Where(e => e.Field == name).Select(e => e.Message).FirstOrDefault();
        var list = completes is null ? HtmlText.None : HtmlText.Of($" list=\"complete-{name}\" data-complete=\"{completes}\"");
        var invalid = error is null ? HtmlText.None : HtmlText.Of($" aria-invalid=\"true\" aria-describedby=\"error-{name}\"");
        html.Write($"<label class=\"field\"><span>{label}</span><input type=\"text\" name=\"{name}\" value=\"{value}\" placeholder=\"{placeholder}\" autocomplete=\"off\"{list}{invalid}></label>");
        if (completes is not null) html.Write($"<datalist id=\"complete-{name}\"></datalist>");
        if (error is not null) html.Write($"<p class=\"error\" id=\"error-{name}\">{error}</p>");
    }

    private static void WriteSelect(HtmlWriter html, string name, string label, string? value, IReadOnlyList<string> options)
    {
        html.Write($"<label class=\"field\"><span>{label}</span><select name=\"{name}\"><option value=\"\">any</option>");
        foreach (var option in options)
        {
            var selected = option == value ? HtmlText.Of($" selected") : HtmlText.None;
            html.Write($"<option{selected}>{option}</option>");
        }

        html.Write($"</select></label>");
    }

    private static void WriteCheck(HtmlWriter html, string name, string value, string label, bool isOn)
    {
        var on = isOn ? HtmlText.Of($" checked") : HtmlText.None;
        html.Write($"<label class=\"choice\"><input type=\"checkbox\" name=\"{name}\" value=\"{value}\"{on}> {label}</label>");
    }

    private static void WriteHidden(HtmlWriter html, FactFilter filter)
    {
        foreach (var (name, value) in filter.Parameters())
        {
            if (!string.IsNullOrEmpty(value)) html.Write($"<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
        }
    }
}
