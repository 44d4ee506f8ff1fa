using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Extractor.Store;

namespace Extractor.Review.Tests;

/// <summary>axe finds nothing to complain about, in light and in dark, wide and narrow.</summary>
[Collection(nameof(Browser))]
public sealed class AccessibilityTests(Browser browser)
{
    [ChromiumFact]
    public Task Light() => CheckAsync(dark: false, width: 1280);

    [ChromiumFact]
    public Task Dark() => CheckAsync(dark: true, width: 1280);

    [ChromiumFact]
    public Task Narrow() => CheckAsync(dark: false, width: 800);

    private async Task CheckAsync(bool dark, int width)
    {
        using var database = new TestDatabase([TestArticles.Harbour(), TestArticles.Restated(), .. TestArticles.Archive(months: 5)]);
        var facts = database.Store.AllFacts(FactQuery.All).ToList();
        var harbour = facts.Where(f => f.Fact.Doc == TestArticles.HarbourName).ToList();
        database.Store.Decide([.. harbour.Select((fact, i) => new NewDecision { Kind = i % 2 == 0 ? DecisionKind.Accept : DecisionKind.Reject, FactId = fact.Fact.Id, Reason = i % 2 == 0 ? null : "wrong number", Reviewer = "ada", At = DateTimeOffset.UtcNow })]);
        database.Write("rules-2", TestArticles.Harbour(changed: true, withoutImports: true));
        var changed = database.Store.Facts(new FactQuery { States = [ReviewState.Changed] }).Facts.First();
        await using var server = await database.ServeAsync();
        var page = await browser.PageAsync(dark, width);
        var violations = new List<string>();

        foreach (var path in BrowserTests.Paths(changed).Where(path => !path.EndsWith("/source", StringComparison.Ordinal)).Append("/fact/none"))
        {
            await page.GotoAsync(new Uri(server.Address, path).ToString());
            await CollectAsync(path);
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
            var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
            foreach (var violation in result.Violations)
                violations.Add($"{where}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}");
        }
    }
}
