using System.Text.RegularExpressions;
using Extractor.Review.Html;
using Extractor.Review.Reports;
using Extractor.Store;

namespace Extractor.Review.Tests;

[Collection(nameof(Browser))]
public sealed class ReportTests(Browser browser)
{
    [Fact]
    public void A_report_is_one_file_with_every_fact_its_sentence_and_a_link_to_it()
    {
        using var database = new TestDatabase(TestArticles.Harbour(), TestArticles.Hostile());
        var (html, count) = Write(database, new FactQuery());
        Assert.Equal(6, count);
        foreach (var fact in database.Store.AllFacts(FactQuery.All)) Assert.Contains($"id=\"f-{fact.Fact.Id}\"", html, StringComparison.Ordinal);
        Assert.Contains("https://news.example/norhaven-may#:~:text=Imports%20fell%201.9%25%20to%2032.5%20billion%20yuan.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg onload", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)(href|src)=\"\\s*(javascript|data|vbscript):", html);

        // Every link within leads somewhere within; the others go to the web.
        foreach (Match link in Regex.Matches(html, "href=\"(?<target>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)))
        {
            var target = link.Groups["target"].Value;
            if (target.StartsWith('#')) Assert.Contains($"id=\"{target[1..]}\"", html, StringComparison.Ordinal);
            else Assert.StartsWith("https://", target, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_filter_a_run_and_a_limit_are_kept_and_what_was_rejected_stays_out()
    {
        using var database = new TestDatabase(TestArticles.Archive(months: 2));
        Assert.Equal(4, Write(database, new FactQuery { Region = "Eastmere" }).Count);
        Assert.Equal(20, Write(database, new FactQuery { Run = 1 }).Count);
        Assert.Equal(0, Write(database, new FactQuery { Run = 2 }).Count);
        var (html, count) = Write(database, new FactQuery(), limit: 7);
        Assert.Equal(7, count);
        Assert.Contains("first 7 facts only", html, StringComparison.Ordinal);
        var fact = database.Store.AllFacts(new FactQuery { Region = "Eastmere" }).First().Fact;
        database.Store.Decide(new NewDecision { Kind = DecisionKind.Reject, FactId = fact.Id, Reviewer = "ada", At = DateTimeOffset.UtcNow });
        Assert.Equal(3, Write(database, new FactQuery { Region = "Eastmere" }).Count);
    }

    [Fact]
    public void A_long_sentence_is_named_by_its_first_and_last_words()
    {
        Assert.True(Link.TrySentence("https://news.example/a", string.Join(' ', Enumerable.Range(1, 20)), out var link));
        Assert.Equal("https://news.example/a#:~:text=1%202%203%204%205%206,15%2016%2017%2018%2019%2020", link.Target);
        Assert.True(Link.TrySentence("https://news.example/a", "year-on-year, up", out link));
        Assert.Equal("https://news.example/a#:~:text=year%2Don%2Dyear%2C%20up", link.Target);
        Assert.False(Link.TrySentence("javascript:alert(1)", "x", out _));
    }

    [ChromiumFact]
    public async Task A_report_opens_from_disk_without_asking_anybody()
    {
        using var database = new TestDatabase([TestArticles.Harbour(), TestArticles.Hostile(), .. TestArticles.Archive(months: 6)]);
        var folder = Directory.CreateTempSubdirectory("report-");
        try
        {
            var file = Path.Combine(folder.FullName, "report.html");
            await File.WriteAllTextAsync(file, Write(database, new FactQuery()).Html);
            var page = await browser.PageAsync();
            var troubles = new List<string>();
            page.Console += (_, message) => troubles.Add(message.Text);
            page.Request += (_, request) => { if (!request.Url.StartsWith("file:", StringComparison.Ordinal)) troubles.Add(request.Url); };
            page.Dialog += (_, dialog) => { troubles.Add(dialog.Message); _ = dialog.DismissAsync(); };
            await page.GotoAsync(new Uri(file).ToString());
            Assert.NotEqual(0, await page.Locator(".chart circle").CountAsync());
            await page.Locator(".chart a").First.ClickAsync();
            Assert.Equal(1, await page.Locator("tr:target").CountAsync());
            Assert.Empty(troubles);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Html, int Count) Write(TestDatabase database, FactQuery query, int limit = 10_000)
    {
        using var writer = new StringWriter();
        var count = FactReport.Write(writer, database.Store, new ReportOptions { Query = query, Made = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), Limit = limit });
        return (writer.ToString(), count);
    }
}
