using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Review.Charts;
using Extractor.Review.Html;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>What is in the database at a glance: counts, a chosen series over time, partners, and where work is left.</summary>
internal static class OverviewPage
{
    private const int RegionsShown = 14;
    private const int MonthsShown = 36;
    private const int PartnersShown = 12;

    public static Task ServeAsync(PageContext page)
    {
        var overview = page.Store.Overview();
        var chosen = page.Filter();
        var filter = new FactFilter
        {
            Region = chosen.Region ?? overview.ByRegion.Select(r => r.Value).FirstOrDefault(),
            Flow = FactLineNames.TryFlow(chosen.Flow, out _) ? chosen.Flow : "exports",
            Partner = chosen.Partner,
            Category = chosen.Category,
        };
        var measure = FactLineNames.TrySlot(chosen.Measure, out var slot) && FactText.Measures.Contains(slot) ? slot : SlotName.Value;

        var html = Layout.Begin(page, "Overview", Section.Overview);
        html.Write($"<header><h1>Overview</h1><span class=\"muted isolate\">{page.DatabaseName}</span></header><div class=\"tiles\">");
        WriteTile(html, overview.Facts.Total, "facts", Link.Local("/"));
        WriteTile(html, overview.Facts.Pending, "pending", QueuePage.Home);
        WriteTile(html, overview.Documents, "documents", Link.Local("/documents"));
        WriteTile(html, overview.Duplicates, "of them copies", Link.Local("/documents"));
        WriteTile(html, overview.Unresolved, $"of {overview.Numbers:#,0} numbers unresolved", Link.Local("/documents"));
        html.Write($"</div><div class=\"grid\">");
        WriteSeries(html, page.Store, filter, measure);
        WritePartners(html, page.Store, filter);
        WriteUnresolved(html, page.Store);
        WriteRegions(html, overview);
        WriteFlows(html, overview);
        WriteMonths(html, overview);
        WriteCells(html, overview);
        html.Write($"</div>");
        Layout.End(html);
        return page.SendAsync(html);
    }

    /// <summary>The chart of a chosen series, also for the report.</summary>
    public static void WriteLines(HtmlWriter html, Series series, string title)
    {
        if (series.Lines.Count == 0) html.Write($"<p class=\"empty\">No article states this, with a known year, for the flow as a whole.</p>");
        else Chart.Lines(html, series.Lines, title, series.Unit);
        if (series.LeftOut > 0) html.Write($"<p class=\"legend muted\">{series.LeftOut:#,0} statements are not drawn: another unit, basis or kind of period, or an unknown year.</p>");
    }

    /// <summary>The partners of a flow: shares as stated, or amounts where no share is.</summary>
    public static (string Title, IReadOnlyList<ChartBar> Bars) Partners(IFactStore store, FactFilter filter)
    {
        var shares = Latest(store, filter, SlotName.Share).Where(f => f.Share > 0 && f.ShareOf is null).ToList();
        if (shares.Count > 0)
            return ("Shares of partners, as last stated", [.. shares.OrderByDescending(f => f.Share).Take(PartnersShown).Select(f => Bar(f, (double)f.Share!.Value, $"{f.Share:0.##}%"))]);
        var values = Latest(store, filter, SlotName.Value).Where(f => f.Value is not null).ToList();
        var unit = values.GroupBy(f => f.Unit).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault();
        return ("Partners by amount, as last stated", [.. values.Where(f => f.Unit == unit).OrderByDescending(f => f.Value).Take(PartnersShown).Select(f => Bar(f, (double)f.Value!.Value, FactText.Amount(f.Value.Value, f.Unit)))]);
    }

    private static ChartBar Bar(Fact fact, double length, string text) => new($"{fact.Partner}, {FactText.Period(fact.Period)}", length, text, Link.Local("/fact/" + fact.Id));

    /// <summary>For each partner the statement of the latest period.</summary>
    private static List<Fact> Latest(IFactStore store, FactFilter filter, SlotName measure)
    {
        var query = (filter with { Partner = null, Category = FactFilter.Nothing }).ToQuery() with { Measure = measure, Sort = FactSort.Period, Limit = 500, WithSlots = false, IncludeDuplicates = false };
        var seen = new HashSet<string>();
        var latest = new List<Fact>();
        foreach (var stored in store.Facts(query).Facts)
        {
            if (stored.State != ReviewState.Rejected && stored.Fact.Partner is { } partner && stored.Fact.Period.YearIsKnown && seen.Add(partner)) latest.Add(stored.Fact);
        }

        return latest;
    }

    private static void WriteTile(HtmlWriter html, long count, string label, Link link) =>
        html.Write($"<div class=\"card tile\"><div class=\"figure\">{count:#,0}</div><a href=\"{link}\">{label}</a></div>");

    private static void WriteSeries(HtmlWriter html, IFactStore store, FactFilter filter, SlotName measure)
    {
        var title = $"{filter.Region} {filter.Flow}{(filter.Partner is null or FactFilter.Nothing ? "" : " " + filter.Partner)}{(filter.Category is null or FactFilter.Nothing ? "" : ", " + filter.Category)}: {FactText.Label(measure)} over time";
        html.Write($"<section class=\"card wide\" aria-labelledby=\"series-title\"><header><h2 id=\"series-title\" class=\"isolate\">{title}</h2></header><form class=\"series-form\" method=\"get\" action=\"{Link.Local("/overview")}\">");
        WriteInput(html, "region", "region", filter.Region);
        WriteSelect(html, "flow", "flow", filter.Flow, ["trade", "exports", "imports", "balance"]);
        WriteInput(html, "partner", "partner", filter.Partner);
        WriteInput(html, "category", "category", filter.Category);
        WriteSelect(html, "measure", "measure", FactLineNames.Of(measure), [.. FactText.Measures.Select(FactLineNames.Of)]);
        html.Write($"<div><button class=\"primary\">Show</button></div></form><div class=\"body\">");
        WriteLines(html, Series.Read(store, filter with { Partner = filter.Partner ?? FactFilter.Nothing, Category = filter.Category ?? FactFilter.Nothing }, measure), title);
        html.Write($"</div></section>");
    }

    private static void WriteInput(HtmlWriter html, string name, string label, string? value) =>
        html.Write($"<label class=\"field\"><span>{label}</span><input type=\"text\" name=\"{name}\" value=\"{value}\" autocomplete=\"off\" list=\"complete-{name}\" data-complete=\"{name}\"></label><datalist id=\"complete-{name}\"></datalist>");

    private static void WriteSelect(HtmlWriter html, string name, string label, string? value, IReadOnlyList<string> options)
    {
        html.Write($"<label class=\"field\"><span>{label}</span><select name=\"{name}\">");
        foreach (var option in options)
        {
            var selected = option == value ? HtmlText.Of($" selected") : HtmlText.None;
            html.Write($"<option{selected}>{option}</option>");
        }

        html.Write($"</select></label>");
    }

    private static void WritePartners(HtmlWriter html, IFactStore store, FactFilter filter)
    {
        var (title, bars) = Partners(store, filter);
        html.Write($"<section class=\"card\" aria-labelledby=\"partners-title\"><header><h2 id=\"partners-title\">{title}</h2><span class=\"muted isolate\">{filter.Region} {filter.Flow}</span></header><div class=\"body\">");
        if (bars.Count == 0) html.Write($"<p class=\"empty\">No article names a partner of this flow with a number.</p>");
        else Chart.Bars(html, bars, title);
        html.Write($"</div></section>");
    }

    private static void WriteUnresolved(HtmlWriter html, IFactStore store)
    {
        var documents = store.Documents(new DocumentQuery { Sort = DocumentSort.Unresolved, Limit = 10 }).Documents.Where(d => d.UnresolvedCount > 0).ToImmutableArray();
        html.Write($"<section class=\"card\" aria-labelledby=\"unresolved-title\"><header><h2 id=\"unresolved-title\">Most unresolved numbers</h2><a href=\"{Link.Local("/documents")}\">all documents</a></header>");
        if (documents.IsEmpty)
        {
            html.Write($"<p class=\"empty\">Every number is accounted for.</p></section>");
            return;
        }

        html.Write($"<table><thead><tr><th scope=\"col\">Document</th><th scope=\"col\" class=\"number\">Unresolved</th><th scope=\"col\" class=\"number\">of</th></tr></thead><tbody>");
        foreach (var row in documents)
            html.Write($"<tr><th scope=\"row\" class=\"isolate\"><a href=\"{Link.Local($"/documents/{row.Id}")}\">{row.Metadata.Title ?? row.Name}</a></th><td class=\"number\">{row.UnresolvedCount:#,0}</td><td class=\"number\">{row.NumberCount:#,0}</td></tr>");
        html.Write($"</tbody></table></section>");
    }

    private static void WriteRegions(HtmlWriter html, StoreOverview overview)
    {
        if (overview.ByRegion.IsEmpty) return;
        html.Write($"<section class=\"card\" aria-labelledby=\"regions-title\"><header><h2 id=\"regions-title\">Facts by region</h2></header><div class=\"body\">");
        Chart.Bars(html, [.. overview.ByRegion.Take(RegionsShown).Select(r => new ChartBar(r.Value ?? "–", r.Count, $"{r.Count:#,0}", new FactFilter { Region = r.Value }.LinkTo("/")))], "Facts by region");
        html.Write($"</div></section>");
    }

    private static void WriteFlows(HtmlWriter html, StoreOverview overview)
    {
        if (overview.ByFlow.IsEmpty) return;
        html.Write($"<section class=\"card\" aria-labelledby=\"flows-title\"><header><h2 id=\"flows-title\">Facts by flow</h2></header><div class=\"body\">");
        Chart.Bars(html, [.. overview.ByFlow.Select(f => new ChartBar(f.Value ?? "–", f.Count, $"{f.Count:#,0}", new FactFilter { Flow = f.Value }.LinkTo("/")))], "Facts by flow");
        html.Write($"</div></section>");
    }

    private static void WriteMonths(HtmlWriter html, StoreOverview overview)
    {
        var months = overview.ByMonth.Where(m => m.Value is { } v && !v.StartsWith('X')).TakeLast(MonthsShown).ToList();
        if (months.Count == 0) return;
        html.Write($"<section class=\"card wide\" aria-labelledby=\"months-title\"><header><h2 id=\"months-title\">Facts by last month of their period</h2></header><div class=\"body\">");
        Chart.Columns(html, [.. months.Select(m => new ChartBar(m.Value!, m.Count, $"{m.Count:#,0}", new FactFilter { Period = m.Value }.LinkTo("/")))], "Facts by month");
        html.Write($"</div></section>");
    }

    /// <summary>Region by month, for the latest months and the regions that have most in them: where articles are dense.</summary>
    private static void WriteCells(HtmlWriter html, StoreOverview overview)
    {
        var months = overview.ByMonth.Where(m => m.Value is { } v && !v.StartsWith('X')).TakeLast(12).Select(m => m.Value!).ToList();
        var shown = months.ToHashSet(StringComparer.Ordinal);
        var regions = overview.Cells.Where(c => shown.Contains(c.Month)).GroupBy(c => c.Region, StringComparer.Ordinal)
            .OrderByDescending(g => g.Sum(c => c.Count)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(RegionsShown).Select(g => g.Key).ToList();
        if (months.Count == 0 || regions.Count == 0) return;
        var cells = new Dictionary<(string, string), long>();
        foreach (var cell in overview.Cells)
            cells[(cell.Region, cell.Month)] = cells.GetValueOrDefault((cell.Region, cell.Month)) + cell.Count;
        html.Write($"<section class=\"card wide\" aria-labelledby=\"cells-title\"><header><h2 id=\"cells-title\">Facts by region, latest months</h2></header><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of facts by region and month\"><table><thead><tr><th scope=\"col\">Region</th>");
        for (var i = 0; i < months.Count; i++) html.Write($"<th scope=\"col\" class=\"number{Narrow(i)}\">{months[i]}</th>");
        html.Write($"</tr></thead><tbody>");
        foreach (var region in regions)
        {
            html.Write($"<tr><th scope=\"row\" class=\"isolate\">{region}</th>");
            for (var i = 0; i < months.Count; i++)
            {
                if (cells.TryGetValue((region, months[i]), out var count)) html.Write($"<td class=\"number{Narrow(i)}\"><a href=\"{new FactFilter { Region = region, Period = months[i] }.LinkTo("/")}\">{count:#,0}</a></td>");
                else html.Write($"<td class=\"number muted{Narrow(i)}\">·</td>");
            }

            html.Write($"</tr>");
        }

        html.Write($"</tbody></table></div></section>");

        // A narrow window has room for the latest months only.
        string Narrow(int i) => i < months.Count - 8 ? " optional" : "";
    }
}
