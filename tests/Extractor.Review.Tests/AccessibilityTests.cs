using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Extractor.Store;
using Microsoft.Playwright;

namespace Extractor.Review.Tests;

/// <summary>axe finds nothing to complain about, and nothing is wider than the window.</summary>
[Collection(nameof(EveryPageGroup))]
public sealed class AccessibilityTests(Browser browser)
{
    private static readonly AxeRunOptions Everything = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    // What depends on the colours or on the width; the rest is the same in both.
    private static readonly AxeRunOptions Looks = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block"] } };

    [ChromiumFact]
    public Task Axe_finds_nothing_in_light_colours() => CheckAsync(dark: false, width: 1280, Everything);

    [ChromiumFact]
    public Task Axe_finds_nothing_in_dark_colours() => CheckAsync(dark: true, width: 1280, Looks);

    [ChromiumFact]
    public Task Axe_finds_nothing_in_a_narrow_window() => CheckAsync(dark: false, width: 800, Looks);

    [ChromiumFact]
    public async Task Nothing_is_wider_than_the_window()
    {
        using var database = Database();
        var changed = Changed(database);
        await using var server = await database.ServeAsync("ada");
        var folder = Environment.GetEnvironmentVariable("REVIEW_SCREENSHOTS");
        var tooWide = new List<string>();
        foreach (var dark in folder is null ? [false] : new[] { false, true })
        {
            foreach (var width in (int[])[1280, 800])
            {
                var page = await browser.PageAsync(dark, width);
                foreach (var (name, path) in Looked(changed, database))
                {
                    await page.GotoAsync(new Uri(server.Address, path).ToString());
                    var excess = await page.EvaluateAsync<string?>(
                        """
                        () => {
                            if (document.documentElement.scrollWidth > innerWidth) return 'the page';
                            const inScroller = element => element.closest('.scroll, .article, .ledger-list, .filters, dialog, svg, .visually-hidden, .skip, .quote');
                            for (const element of document.querySelectorAll('body *')) {
                                if (inScroller(element)) continue;
                                const box = element.getBoundingClientRect();
                                if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) return element.outerHTML.slice(0, 120);
                            }
                            return null;
                        }
                        """);
                    if (excess is not null) tooWide.Add($"{name} at {width}: {excess}");
                    if (folder is not null) await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{(dark ? "dark" : "light")}-{width}.png"), FullPage = name is "overview" or "changes" });
                }

                await page.CloseAsync();
            }
        }

        Assert.Empty(tooWide);
    }

    private static TestDatabase Database()
    {
        var database = new TestDatabase([TestArticles.Harbour(), TestArticles.Restated(), .. TestArticles.Archive(months: 16)]);
        var harbour = database.Store.AllFacts(new FactQuery { Doc = TestArticles.HarbourName }).ToList();
        database.Store.SaveChecks(harbour[0].DocumentId, [new FactCheck("exports+imports=trade", CheckOutcome.Confirmed, "41.3 + 32.5 = 73.8 bn yuan: confirmed", [harbour[0].Fact.Id, harbour[1].Fact.Id, harbour.First(f => f.Fact.Flow == Facts.Flow.Imports).Fact.Id]), new FactCheck("share", CheckOutcome.Contradicted, "7.1 / 41.3 = 17.2%, stated 18.4%: contradicted", [harbour[2].Fact.Id])]);
        database.Store.Decide([.. harbour.Select((fact, i) => new NewDecision { Kind = i % 2 == 1 ? DecisionKind.Accept : DecisionKind.Reject, FactId = fact.Fact.Id, Reason = i % 2 == 1 ? null : "wrong number", Reviewer = "ben", At = new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero) })]);
        database.Store.Decide(new NewDecision { Kind = DecisionKind.Comment, FactId = harbour[1].Fact.Id, Reason = "The April note has the same figure with the other sign.", Reviewer = "ben", At = new DateTimeOffset(2026, 11, 20, 9, 31, 0, TimeSpan.Zero) });
        database.Write("rules-2", TestArticles.Harbour(changed: true, withoutImports: true));
        return database;
    }

    private static StoredFact Changed(TestDatabase database) => database.Store.Facts(new FactQuery { States = [ReviewState.Changed] }).Facts.First();

    private static IEnumerable<(string Name, string Path)> Looked(StoredFact changed, TestDatabase database)
    {
        var pending = database.Store.Facts(new FactQuery { Region = "Veldmark", Sort = FactSort.Doubt }).Facts.First();
        yield return ("queue", "/?status=pending");
        yield return ("fact", $"/fact/{pending.Fact.Id}?status=pending");
        yield return ("changed", $"/fact/{changed.Fact.Id}?status=changed");
        yield return ("correct", $"/fact/{changed.Fact.Id}?edit=1");
        yield return ("ledger", $"/documents/{changed.DocumentId}");
        yield return ("overview", "/overview?region=Norhaven&flow=exports&measure=value");
        yield return ("documents", "/documents");
        yield return ("changes", "/changes");
        yield return ("accept-all", "/accept-all?region=Eastmere");
        yield return ("add", $"/add?doc={changed.DocumentId}&start=430&end=440");
    }

    private async Task CheckAsync(bool dark, int width, AxeRunOptions rules)
    {
        using var database = Database();
        var changed = Changed(database);
        await using var server = await database.ServeAsync();
        var page = await browser.PageAsync(dark, width);
        var violations = new List<string>();
        foreach (var (name, path) in Looked(changed, database).Append(("not found", "/fact/none")))
        {
            await page.GotoAsync(new Uri(server.Address, path).ToString());
            await CollectAsync(name);
        }

        await page.GotoAsync(new Uri(server.Address, "/fact/" + changed.Fact.Id).ToString());
        foreach (var key in (string[])["r", "n", "?"])
        {
            await page.Keyboard.PressAsync(key);
            await CollectAsync("dialog " + key);
            await page.Keyboard.PressAsync("Escape");
        }

        await page.GotoAsync(new Uri(server.Address, $"/fact/{changed.Fact.Id}?edit=1").ToString());
        await page.FillAsync("[name='slot.period']", "soon");
        await page.ClickAsync("#slots-form button.primary");
        await CollectAsync("form with mistakes");
        Assert.Empty(violations);

        async Task CollectAsync(string where)
        {
            var result = await page.RunAxe(rules);
            foreach (var violation in result.Violations)
                violations.Add($"{where}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
        }
    }
}
