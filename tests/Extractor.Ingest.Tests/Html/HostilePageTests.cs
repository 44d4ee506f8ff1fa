using Extractor.Ingest.Html;

namespace Extractor.Ingest.Tests.Html;

/// <summary>Tests that measure processor time run alone.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;

/// <summary>No page crashes the reader or holds it up.</summary>
[Collection("alone")]
public sealed class HostilePageTests
{
    private const string Prose = "<p>Exports of the valley rose by 12.5 percent in May, the office said, and imports fell by 3 percent.</p>";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    public static TheoryData<string, string> Shapes => new()
    {
        { "divisions in divisions", Repeat("<div>", 100_000) + Prose },
        { "bold in bold", Repeat("<b>", 200_000) + Prose },
        { "formatting that every paragraph opens again", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<font color=c{i}>")) + Repeat("<p>x", 50_000) },
        { "lists in lists", Repeat("<ul><li>", 50_000) + Prose },
        { "tables in tables", Repeat("<table><tr><td>", 20_000) + Prose },
        { "text before rows", "<table>" + Repeat("text<b>", 60_000) },
        { "misnested", Repeat("<b><i><u></b></i></u>", 40_000) + Prose },
        { "links and divisions", Repeat("<a><div>", 80_000) },
        { "a gigantic table", "<table>" + Repeat("<tr>" + Repeat("<td>12,345", 20), 4500) + "</table>" },
        { "opening brackets", Repeat("<", 900_000) },
        { "ampersands", Repeat("&", 900_000) },
        { "names of no reference", "<p>" + Repeat("&notanentityatall", 50_000) },
        { "attributes", "<div " + string.Concat(Enumerable.Range(0, 80_000).Select(i => $" a{i}=1")) + ">" + Prose },
        { "one class attribute", "<div class='" + Repeat("most-read ", 90_000) + "'>" + Prose },
        { "brackets of JSON", "<script type=application/ld+json>" + Repeat("[", 500_000) + "</script>" + Prose },
        { "line breaks", Repeat("<br>x", 180_000) },
        { "headings", "<title>x | y</title>" + Repeat("<h1>Exports rose again in May</h1>", 28_000) },
        { "titles", "<title>" + Repeat("a - b | ", 110_000) },
        { "a title that is never closed", "<title>" + Repeat("<i><b>", 150_000) },
        { "a time that is never closed", "<h1>x</h1><time>" + Repeat("<i>x</i>", 80_000) },
        { "scripts in a script", "<script type=application/ld+json>" + Repeat("<!-- <script>", 70_000) + Prose },
        { "form fields", Repeat("<select><option>", 55_000) + Prose },
        { "frames", Repeat("<frameset><svg><math>", 45_000) + Prose },
        { "templates", Repeat("<template><b>", 60_000) + Prose },
        { "headings and their formatting", Repeat("<h1><b>x", 100_000) + Prose },
        { "metas", Repeat("<meta name=author content=x>", 36_000) + Prose },
        { "captions", "<article>" + Repeat("<figure><figcaption>A walnut, in May.", 25_000) + Prose },
        { "dates", "<h1>x</h1>" + Repeat("<p>May 12 ", 100_000) },
        { "times", "<h1>x</h1>" + Repeat("<time datetime=x>y</time>", 36_000) + Prose },
        { "one sentence", "<p>" + Repeat("exports rose, ", 70_000) },
        { "spaces", "<p>" + Repeat(" ", 900_000) + "x" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_page_below_a_megabyte_is_read_in_two_seconds(string shape, string html)
    {
        Assert.InRange(html.Length, 100_000, 1_100_000);
        var best = TimeSpan.MaxValue;

        // The machine may be busy, and the first try compiles: processor time counts, the better of two tries.
        for (var tries = 0; tries < 2 && best > Limit; tries++)
        {
            var before = Environment.CpuUsage.TotalTime;
            HtmlArticleReader.Read(html);
            var used = Environment.CpuUsage.TotalTime - before;
            if (used < best) best = used;
        }

        Assert.True(best <= Limit, $"{shape} took {best}");
    }

    [Fact]
    public void What_stands_too_deep_is_still_read_and_the_cut_is_told()
    {
        var article = HtmlArticleReader.Read(Repeat("<div>", 10_000) + Prose + Repeat("</div>", 10_000) + "<p>After all, the valley's exports rose.</p>");
        Assert.Contains("12.5 percent", article.Text, StringComparison.Ordinal);
        Assert.Equal("Elements nested deeper than 1000 were passed over; their text is kept.", article.Cut);
        Assert.Null(HtmlArticleReader.Read(Prose).Cut);
    }

    [Fact]
    public void Mutated_pages_are_read_without_a_crash()
    {
        var random = new Random(20260711);
        var page = $"<!DOCTYPE html><html lang=en><head><title>Walnuts | Paper</title><meta property=article:published_time content=2025-06-12T08:00:00Z>"
            + """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Walnuts","datePublished":"2025-06-12"}</script></head><body><nav><a href=/>Home</a></nav>"""
            + $"<article class='post-body'><h1>Walnuts</h1><time datetime=2025-06-12>June 12, 2025</time>{Prose}<table><tr><td>1<td>2</table>{Prose}</article><div class=comments>{Prose}</div></body></html>";
        const string Splices = "<>&\"'=/-! \0\r\n{}[]é出\ud83d";
        for (var i = 0; i < 2000; i++)
        {
            var mutated = page.ToCharArray().ToList();
            for (var k = random.Next(1, 30); k > 0; k--)
            {
                var at = random.Next(mutated.Count);
                switch (random.Next(4))
                {
                    case 0:
                        mutated[at] = Splices[random.Next(Splices.Length)];
                        break;
                    case 1:
                        mutated.RemoveRange(at, Math.Min(random.Next(40), mutated.Count - at));
                        break;
                    case 2:
                        mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(60), mutated.Count - at)));
                        break;
                    default:
                        mutated.Insert(at, Splices[random.Next(Splices.Length)]);
                        break;
                }

                if (mutated.Count == 0) mutated.Add('<');
            }

            var article = HtmlArticleReader.Read(new string([.. mutated]));
            Assert.InRange(article.Body.End, 0, article.Text.Length);
        }
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
