using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Review.Charts;
using Extractor.Review.Html;
using Extractor.Review.Pages;
using Extractor.Review.Server;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Review.Reports;

/// <summary>The facts of a run or a filter as one HTML file to send to someone: no script, nothing fetched, each fact with its sentence and source.</summary>
public static class FactReport
{
    private const int RegionsShown = 15;
    private const int SeriesShown = 4;
    private const int FewestPoints = 3;

    // The style sheet is inside, so styles are allowed; nothing else is.
    private const string ContentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the report and returns how many facts it has.</summary>
    public static int Write(TextWriter output, IFactStore store, ReportOptions options)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(options);
        var facts = store.AllFacts(options.Query with { WithSlots = true }).Where(fact => fact.State != ReviewState.Rejected).Take(options.Limit + 1).ToList();
        var isCut = facts.Count > options.Limit;
        if (isCut) facts.RemoveAt(facts.Count - 1);

        var html = new HtmlWriter(64 * 1024);
        html.Write($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{ContentPolicy}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{options.Title}</title><style>");
        html.Literal(Asset.Styles.Text);
        html.Write($"</style></head>\n<body><main id=\"main\"><header><h1 class=\"isolate\">{options.Title}</h1><span class=\"muted isolate\">{options.Subtitle}</span></header>");
        WriteTiles(html, facts, options, isCut);
        html.Write($"<div class=\"grid\">");
        WriteSeries(html, facts);
        WriteCounts(html, facts);
        html.Write($"</div>");
        WriteFacts(html, facts);
        html.Write($"</main></body></html>\n");
        output.Write(html.ToString());
        return facts.Count;
    }

    private static void WriteTiles(HtmlWriter html, List<StoredFact> facts, ReportOptions options, bool isCut)
    {
        html.Write($"<div class=\"tiles\">");
        Tile($"{facts.Count:#,0}{(isCut ? "+" : "")}", "facts");
        Tile($"{facts.Select(f => f.DocumentId).Distinct().Count():#,0}", "articles");
        Tile($"{facts.Count(f => f.State is ReviewState.Accepted or ReviewState.Corrected):#,0}", "confirmed by a reviewer");
        Tile($"{facts.Count(f => f.Contradicted > 0):#,0}", "contradicted by a check");
        Tile(options.Made.ToString("yyyy-MM-dd"), "made on");
        html.Write($"</div>");
        if (isCut) html.Write($"<p class=\"notice warn\">The first {facts.Count:#,0} facts only; a narrower filter has them all.</p>");

        void Tile(string figure, string label) => html.Write($"<div class=\"card tile\"><div class=\"figure\">{figure}</div><span class=\"muted\">{label}</span></div>");
    }

    private static void WriteSeries(HtmlWriter html, List<StoredFact> facts)
    {
        var series = facts.Select(f => f.Fact)
            .GroupBy(f => (f.Region, f.Flow, f.Partner, f.Category))
            .Select(group => (group.Key, Measure: group.Count(f => f.Value is not null) >= group.Count(f => f.Growth is not null) ? SlotName.Value : SlotName.Growth, Facts: group))
            .Select(group => (group.Key, group.Measure, Series: Series.Of(group.Facts, group.Measure, statements => Link.Anchor("f-" + statements[0].Id))))
            .Where(group => group.Series.Lines.Any(line => line.Points.Count >= FewestPoints))
            .OrderByDescending(group => group.Series.Lines.Sum(line => line.Points.Count))
            .ThenBy(group => group.Key.Region, StringComparer.Ordinal).ThenBy(group => group.Key.Flow)
            .Take(SeriesShown);
        foreach (var (key, measure, lines) in series)
        {
            var subject = FactText.What(new Fact { Id = "", Doc = "", Quote = "", Span = default, Period = default, Rule = "", Slots = [], Region = key.Region, Flow = key.Flow, Partner = key.Partner, Category = key.Category });
            html.Write($"<section class=\"card wide\"><header><h2 class=\"isolate\">{subject}: {FactText.Label(measure)}</h2></header><div class=\"body\">");
            OverviewPage.WriteLines(html, lines, subject);
            html.Write($"</div></section>");
        }
    }

    private static void WriteCounts(HtmlWriter html, List<StoredFact> facts)
    {
        var regions = facts.GroupBy(f => f.Fact.Region).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(RegionsShown)
            .Select(g => new ChartBar(g.Key, g.Count(), g.Count().ToString("#,0"), Link.Anchor("f-" + g.First().Fact.Id))).ToImmutableArray();
        if (regions.IsEmpty) return;
        html.Write($"<section class=\"card\"><header><h2>Facts by region</h2></header><div class=\"body\">");
        Chart.Bars(html, regions, "Facts by region");
        html.Write($"</div></section>");
    }

    private static void WriteFacts(HtmlWriter html, List<StoredFact> facts)
    {
        html.Write($"<h2 class=\"report-title\">Facts</h2>");
        if (facts.Count == 0) html.Write($"<p class=\"empty\">None.</p>");
        foreach (var article in facts.GroupBy(f => f.DocumentId))
        {
            var first = article.First();
            html.Write($"<section class=\"card report-article\"><header><h3 class=\"isolate\">{first.Metadata.Title ?? first.Fact.Doc}</h3><p class=\"byline\"><span class=\"isolate\">{first.Fact.Doc}</span>");
            if (first.Metadata.Published is { } published) html.Write($"<span>{published.ToString("yyyy-MM-dd")}</span>");
            if (Link.TryExternal(first.Metadata.Url, out var source)) html.Write($"<a href=\"{source}\" rel=\"noreferrer noopener\">source</a>");
            html.Write($"</p></header><div class=\"scroll\"><table><thead><tr><th scope=\"col\">Fact</th><th scope=\"col\">Period</th><th scope=\"col\">Numbers</th><th scope=\"col\">Sentence</th></tr></thead><tbody>");
            foreach (var stored in article) WriteFact(html, stored);
            html.Write($"</tbody></table></div></section>");
        }
    }

    private static void WriteFact(HtmlWriter html, StoredFact stored)
    {
        var fact = stored.Fact;
        html.Write($"<tr id=\"f-{fact.Id}\"><th scope=\"row\" class=\"isolate\">{FactText.What(fact)}<br>{Chips.State(stored)} {Chips.Checks(stored)}{Chips.Flags(fact.Flags)}</th><td class=\"nowrap\">{FactText.Period(fact.Period)}</td><td class=\"isolate\">{FactText.Numbers(fact)}</td><td class=\"isolate\">");
        html.Write($"<span class=\"article-quote\">");
        var start = fact.Span.Start;
        var marks = fact.Slots.Where(slot => slot.Span is { } span && !span.IsEmpty && fact.Span.Contains(span))
            .Select(slot => new ArticleMark(new TextSpan(slot.Span!.Value.Start - start, slot.Span.Value.End - start), "s-" + FactText.Colour(slot.Name), $"{FactText.Label(slot.Name)}: {slot.Value}"))
            .Where(mark => mark.Span.End <= fact.Quote.Length).ToList();
        ArticleView.Write(html, fact.Quote, new TextSpan(0, fact.Quote.Length), null, marks);
        html.Write($"</span> ");
        if (Link.TrySentence(stored.Metadata.Url, fact.Quote, out var sentence)) html.Write($"<a href=\"{sentence}\" rel=\"noreferrer noopener\">in the source</a>");
        else html.Write($"<span class=\"muted\">{fact.Doc}:{fact.Span.ToString()}</span>");
        html.Write($"</td></tr>");
    }
}
