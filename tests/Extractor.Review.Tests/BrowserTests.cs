using System.Collections.Concurrent;
using Extractor.Facts;
using Extractor.Review.Server;
using Extractor.Store;
using Microsoft.Playwright;

namespace Extractor.Review.Tests;

/// <summary>What a reviewer does, in a real browser.</summary>
[Collection(nameof(Browser))]
public sealed class BrowserTests(Browser browser)
{
    [ChromiumFact]
    public async Task The_queue_shows_the_most_doubtful_first_and_filters_narrow_it()
    {
        using var database = new TestDatabase(TestArticles.Harbour(), TestArticles.Restated());
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server.Start);

        Assert.Equal(6, await page.Locator("tr[data-id]").CountAsync());
        Assert.Contains("exports to US", await page.Locator("tr[data-id]").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("pending6", (await page.Locator(".tabs [aria-current]").InnerTextAsync()).Replace("\n", "", StringComparison.Ordinal));

        await page.SelectOptionAsync("select[name=flow]", "imports");
        await page.ClickAsync("#filters button.primary");
        Assert.Equal(2, await page.Locator("tr[data-id]").CountAsync());

        await page.CheckAsync("input[value=periodCarried]");
        await page.ClickAsync("#filters button.primary");
        Assert.Equal(1, await page.Locator("tr[data-id]").CountAsync());

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("machinery total");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/?text=**");
        Assert.Contains("machinery", await page.Locator("tr[data-id]").InnerTextAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_fact_stands_beside_its_article_with_its_sentence_in_view_and_its_words_coloured()
    {
        using var database = new TestDatabase(LongArticle());
        var fact = database.Store.AllFacts(FactQuery.All).Single(f => f.Fact.Share is not null).Fact;
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/fact/" + fact.Id);

        Assert.Equal(TestArticles.HarbourSentence, string.Concat(await page.Locator("#article .sentence").AllInnerTextsAsync()));
        Assert.True(await page.EvaluateAsync<bool>(
            "() => { const box = document.getElementById('article').getBoundingClientRect(), at = document.querySelector('#article .sentence').getBoundingClientRect(); return at.top >= box.top && at.bottom <= Math.min(box.bottom, innerHeight); }"));
        Assert.Equal("18.4%", await page.Locator("#article .s-share").InnerTextAsync());
        Assert.Equal("Norhaven", await page.Locator("#article .s-region.carried").InnerTextAsync());

        // The words of a carried slot are a link to where they stand, far above.
        await page.ClickAsync("a.to-words[href='#slot-region']");
        Assert.Equal("slot-region", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.Equal(LongArticle().Document.Text, await page.EvaluateAsync<string>("() => document.getElementById('article').textContent"));
    }

    [ChromiumTheory]
    [InlineData(1280, 900)]
    [InlineData(1280, 600)]
    [InlineData(800, 1000)]
    [InlineData(800, 700)]
    public async Task The_last_sentence_of_an_article_is_in_sight_above_the_bar(int width, int height)
    {
        using var database = new TestDatabase(LongArticle(after: 0));
        await using var server = await database.ServeAsync();
        var page = await browser.PageAsync(width: width, height: height);
        await page.GotoAsync(new Uri(server.Address, "/fact/" + database.Store.AllFacts(FactQuery.All).Single().Fact.Id).ToString());

        Assert.True(await page.EvaluateAsync<bool>(
            "() => { const box = document.getElementById('article').getBoundingClientRect(), bar = document.querySelector('.decide').getBoundingClientRect(); const parts = [...document.querySelectorAll('#article .sentence')].map(s => s.getBoundingClientRect()); return parts.every(at => at.top >= box.top && at.bottom <= Math.min(box.bottom, bar.top)); }"));
        Assert.True(width < 960 || height < 700 || await page.EvaluateAsync<bool>("() => document.querySelector('.article-card .legend').getBoundingClientRect().bottom <= document.querySelector('.decide').getBoundingClientRect().top"));
        await page.Context.CloseAsync();
    }

    [ChromiumFact]
    public async Task One_key_decides_and_moves_on_and_the_decision_is_there_after_a_reload()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        await using var server = await database.ServeAsync("ada");
        var page = await OpenAsync(server.Start);
        await page.ClickAsync("tr[data-id] >> nth=0 >> a.open");
        var first = await FactIdAsync(page);

        await DecideAsync(page, "a");
        var second = await FactIdAsync(page);
        Assert.NotEqual(first, second);
        Assert.Contains("Accepted:", await page.Locator("#status .notice").InnerTextAsync(), StringComparison.Ordinal);
        await page.ReloadAsync();

        await page.Keyboard.PressAsync("r");
        await DecideAsync(page, "2");
        Assert.NotEqual(second, await FactIdAsync(page));

        Assert.Equal(ReviewState.Accepted, database.Store.FindFact(first)!.State);
        var rejected = database.Store.FindFact(second)!;
        Assert.Equal(ReviewState.Rejected, rejected.State);
        var decision = database.Store.ReviewOf(rejected).Standing!;
        Assert.Equal(("ada", "wrong number"), (decision.Reviewer, decision.Reason));
        Assert.True(DateTimeOffset.UtcNow - decision.At < TimeSpan.FromMinutes(1));

        await page.GotoAsync(new Uri(server.Address, "/fact/" + first).ToString());
        Assert.Contains("accepted ada", (await page.Locator(".history").InnerTextAsync()).Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task The_queue_itself_is_worked_by_keys()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server.Start);
        var ids = await page.Locator("tr[data-id]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.id)");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        Assert.Equal(ids[1], await page.Locator("tr.current").GetAttributeAsync("data-id"));
        await DecideAsync(page, "a");
        Assert.Equal(ReviewState.Accepted, database.Store.FindFact(ids[1])!.State);
        Assert.Equal(ids[2], await page.Locator("tr.current").GetAttributeAsync("data-id"));
        Assert.Equal(4, await page.Locator("tr[data-id]").CountAsync());

        await DecideAsync(page, "a");
        Assert.Equal(ids[3], await page.Locator("tr.current").GetAttributeAsync("data-id"));
        await DecideAsync(page, "Enter");
        Assert.Equal(ids[3], await FactIdAsync(page));
    }

    [ChromiumFact]
    public async Task A_slot_is_corrected_validated_and_the_extracted_value_stays_on_record()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        var fact = database.Store.AllFacts(FactQuery.All).Single(f => f.Fact.Category is not null).Fact;
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/fact/" + fact.Id);

        await DecideAsync(page, "c");
        Assert.Equal("slot.region", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        await page.FillAsync("[name='slot.period']", "2022");
        await page.FillAsync("[name='slot.value']", "12.9 billion");
        await page.ClickAsync("#slots-form button.primary");
        Assert.Contains("START/END", await page.Locator("#error-period").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("12.9 billion", await page.InputValueAsync("[name='slot.value']"));
        Assert.Equal("slot.period", await page.EvaluateAsync<string>("() => document.activeElement.name"));
        Assert.Equal(ReviewState.Pending, database.Store.FindFact(fact.Id)!.State);

        await page.FillAsync("[name='slot.period']", "2022-01/2022-05");
        await page.ClickAsync("#slots-form button.primary");
        await page.WaitForURLAsync(url => !url.Contains(fact.Id, StringComparison.Ordinal));
        var corrected = database.Store.FindFact(fact.Id)!;
        Assert.Equal(ReviewState.Corrected, corrected.State);
        Assert.Equal(12_900_000_000m, corrected.Fact.Value);
        Assert.Equal(12_700_000_000m, corrected.Extracted!.Value);

        await page.GotoAsync(new Uri(server.Address, "/fact/" + fact.Id).ToString());
        Assert.Equal("12,700,000,000", await page.Locator(".slots .old").InnerTextAsync());
    }

    [ChromiumFact]
    public async Task Region_and_partner_are_completed_from_what_is_known()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        var fact = database.Store.AllFacts(FactQuery.All).First().Fact;
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, $"/fact/{fact.Id}?edit=1");
        await page.FillAsync("[name='slot.region']", "Nor");
        await page.WaitForFunctionAsync("() => [...document.getElementById('complete-region').options].some(option => option.value === 'Norhaven')");

        // What the database lacks the word lists know: a partner by its name.
        await page.FillAsync("[name='slot.partner']", "Viet");
        await page.WaitForFunctionAsync("() => [...document.getElementById('complete-partner').options].some(option => option.value === 'VN' && option.label.includes('Vietnam'))");
        await page.FillAsync("[name='slot.category']", "soyb");
        await page.WaitForFunctionAsync("() => [...document.getElementById('complete-category').options].some(option => option.value.startsWith('soyb'))");
    }

    [ChromiumFact]
    public async Task A_missed_fact_is_added_from_the_words_selected()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        var fact = database.Store.AllFacts(FactQuery.All).First().Fact;
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/fact/" + fact.Id);

        await SelectAsync(page, "6.6 billion yuan");
        await DecideAsync(page, "m");
        await page.WaitForURLAsync("**/add?**");
        Assert.Equal("The port handled 1,204 ships, and a further 6.6 billion yuan went through its bonded zone.", await page.Locator("blockquote").InnerTextAsync());
        Assert.Equal("6600000000", await page.InputValueAsync("[name='slot.value']"));
        Assert.Equal("CNY", await page.InputValueAsync("[name='slot.unit']"));
        Assert.Equal("2022-01/2022-05", await page.InputValueAsync("[name='slot.period']"));

        // Words for a slot: select, then the key that gives them to the field last used.
        await page.FocusAsync("[name='slot.category']");
        await SelectAsync(page, "bonded zone");
        await page.FocusAsync("[name='slot.category']");
        await page.Keyboard.PressAsync("Control+Enter");
        Assert.Equal("bonded zone", await page.InputValueAsync("[name='slot.category']"));
        await page.SelectOptionAsync("[name='slot.flow']", "trade");
        await page.ClickAsync("#slots-form button.primary");
        await page.WaitForURLAsync("**/documents/*");

        var added = database.Store.AllFacts(FactQuery.All).Single(f => f.IsAdded);
        Assert.Equal((ReviewState.Accepted, 6_600_000_000m, "bonded zone", Flow.Trade), (added.State, added.Fact.Value, added.Fact.Category, added.Fact.Flow));
        Assert.Equal("6.6 billion yuan", added.Fact.Slots.Single(slot => slot.Name == SlotName.Value).Span!.Value.Of(TestArticles.HarbourText));
        Assert.Equal("bonded zone", added.Fact.Slots.Single(slot => slot.Name == SlotName.Category).Span!.Value.Of(TestArticles.HarbourText));
        Assert.Equal(added.Fact.Quote, added.Fact.Span.Of(TestArticles.HarbourText));

        // It stays when the article is extracted again.
        database.Write("rules-2", TestArticles.Harbour("level-2"));
        Assert.Equal(ReviewState.Accepted, database.Store.FindFact(added.Fact.Id)!.State);
    }

    [ChromiumFact]
    public async Task An_unresolved_number_is_one_key_away_from_becoming_a_fact()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        var document = database.Store.FindDocument(TestArticles.HarbourName)!;
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, $"/documents/{document.Id}");

        Assert.Equal(["6.6 billion yuan", "4%"], await page.Locator("#article .n-unresolved").AllInnerTextsAsync());
        Assert.Equal("1,204", await page.Locator("#article .n-other").InnerTextAsync());
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await DecideAsync(page, "Enter");
        await page.WaitForURLAsync("**/add?**");
        Assert.Equal("4", await page.InputValueAsync("[name='slot.growth']"));
    }

    [ChromiumFact]
    public async Task Undo_goes_back_decision_by_decision_without_limit()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server.Start);
        for (var i = 0; i < 5; i++) await DecideAsync(page, "a");
        Assert.Equal(0, database.Store.Count(FactQuery.All).Pending);
        for (var left = 1; left <= 5; left++)
        {
            await DecideAsync(page, "u");
            Assert.Equal(left, database.Store.Count(FactQuery.All).Pending);
        }

        await DecideAsync(page, "u");
        Assert.Contains("no decision of yours left", await page.Locator("#status .notice").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(10, database.Store.Decisions(new DecisionQuery()).Count());
    }

    [ChromiumFact]
    public async Task A_comment_is_kept_and_shown_without_deciding()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        var fact = database.Store.AllFacts(FactQuery.All).First().Fact;
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/fact/" + fact.Id);
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Compare with the April note & <b>ask</b>");
        await DecideAsync(page, "Control+Enter");
        Assert.Contains("Compare with the April note & <b>ask</b>", await page.Locator(".history").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Pending, database.Store.FindFact(fact.Id)!.State);
    }

    [ChromiumFact]
    public async Task Decisions_are_found_again_after_a_run_with_other_rules()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(new Uri(server.Address, "/"));
        for (var i = 0; i < 5; i++) await DecideAsync(page, "a");
        Assert.Equal(5, database.Store.Count(FactQuery.All).Accepted);

        // The new rules read the growth with the other sign and lose the imports.
        database.Write("rules-2", TestArticles.Harbour("level", changed: true, withoutImports: true));
        await page.GotoAsync(new Uri(server.Address, "/changes").ToString());
        Assert.Equal(["3", "1", "1"], await page.Locator(".tile .figure").AllInnerTextsAsync());
        Assert.Contains("Norhaven imports", await page.Locator("section[aria-labelledby=vanished]").InnerTextAsync(), StringComparison.Ordinal);
        var changed = page.Locator("section[aria-labelledby=changed]");
        Assert.Contains("5.2 → -5.2", await changed.InnerTextAsync(), StringComparison.Ordinal);

        await changed.Locator("a").First.ClickAsync();
        Assert.Contains("Extracted otherwise since it was accepted", await page.Locator(".notice.changed").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("changed", await page.Locator("main > header .chip").First.InnerTextAsync());
        await DecideAsync(page, "a");
        Assert.Equal((4, 0), (database.Store.Count(FactQuery.All).Accepted, database.Store.Count(FactQuery.All).Changed));

        // And with the first rules again everything decided is as it was.
        database.Write("rules-3", TestArticles.Harbour());
        await page.GotoAsync(new Uri(server.Address, "/").ToString());
        Assert.Equal(5, await page.Locator("tr[data-id] .chip.accepted").CountAsync() + await page.Locator("tr[data-id] .chip.changed").CountAsync());
        Assert.Empty(database.Store.VanishedDecisions().Where(d => d.Fact.Flow == Flow.Imports));
    }

    [ChromiumFact]
    public async Task Two_reviewers_at_once_lose_no_decision()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        var fact = database.Store.AllFacts(FactQuery.All).First().Fact;
        await using var ada = await database.ServeAsync("ada");
        await using var ben = await database.ServeAsync("ben");
        var first = await OpenAsync(ada, "/fact/" + fact.Id);
        var second = await OpenAsync(ben, "/fact/" + fact.Id);

        await DecideAsync(first, "a");
        await second.Keyboard.PressAsync("r");
        await second.Keyboard.PressAsync("1");
        await second.WaitForSelectorAsync("h1:text('Decided meanwhile')");
        Assert.Contains("ada", await second.Locator(".history").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(ReviewState.Accepted, database.Store.FindFact(fact.Id)!.State);

        await second.ClickAsync("button.primary");
        await second.WaitForURLAsync(url => !url.Contains("decide", StringComparison.Ordinal));
        var review = database.Store.ReviewOf(database.Store.FindFact(fact.Id)!);
        Assert.Equal(ReviewState.Rejected, review.State);
        Assert.Equal(["ada", "ben"], review.Decisions.Select(decision => decision.Reviewer));
        Assert.Equal("not a trade fact", review.Standing!.Reason);
    }

    [ChromiumFact]
    public async Task All_of_a_filter_is_accepted_after_a_preview_and_taken_back_at_once()
    {
        using var database = new TestDatabase(TestArticles.Archive(months: 2));
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/?region=Eastmere");
        await page.ClickAsync("text=Accept all…");
        Assert.Equal("4 pending facts", await page.Locator("h2").First.InnerTextAsync());
        Assert.Equal(4, await page.Locator("tbody tr").CountAsync());
        await page.ClickAsync("text=Accept these 4");
        await page.WaitForURLAsync("**/?region=Eastmere**");
        Assert.Equal(4, database.Store.Count(FactQuery.All).Accepted);
        Assert.Equal(16, database.Store.Count(FactQuery.All).Pending);
        await DecideAsync(page, "u");
        Assert.Equal(20, database.Store.Count(FactQuery.All).Pending);
    }

    [ChromiumFact]
    public async Task What_was_previewed_is_what_is_accepted()
    {
        using var database = new TestDatabase(TestArticles.Archive(months: 1));
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/accept-all?region=Eastmere");
        var fact = database.Store.AllFacts(new FactQuery { Region = "Eastmere" }).First().Fact;
        database.Store.Decide(new NewDecision { Kind = DecisionKind.Reject, FactId = fact.Id, Reviewer = "ben", At = DateTimeOffset.UtcNow });
        await page.ClickAsync("text=Accept these 2");
        Assert.Contains("have changed since the preview", await page.Locator("[role=alert]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, database.Store.Count(FactQuery.All).Accepted);
    }

    [ChromiumFact]
    public async Task Points_of_a_series_lead_to_their_facts()
    {
        using var database = new TestDatabase(TestArticles.Archive(months: 6));
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/overview?region=Norhaven&flow=exports&measure=growth");
        Assert.Equal(6, await page.Locator(".chart a circle").CountAsync());
        await page.Locator(".chart a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/fact/*");
        Assert.Contains("Norhaven exports", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Colours_follow_the_system_until_chosen_and_the_choice_stays()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        await using var server = await database.ServeAsync();
        var page = await browser.PageAsync(dark: true);
        await page.GotoAsync(server.Start.ToString());
        var dark = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        await page.Keyboard.PressAsync("t");
        Assert.NotEqual(dark, await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await page.ReloadAsync();
        Assert.NotEqual(dark, await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
    }

    [ChromiumFact]
    public async Task The_keyboard_reaches_content_help_and_back()
    {
        using var database = new TestDatabase(TestArticles.Harbour());
        await using var server = await database.ServeAsync();
        var page = await OpenAsync(server, "/documents");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Keyboard.PressAsync("?");
        Assert.True(await page.Locator("#help").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator("#help").IsVisibleAsync());
        Assert.Equal("main", await page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    [ChromiumFact]
    public async Task Hostile_articles_run_nothing_ask_nobody_and_break_no_policy()
    {
        using var database = new TestDatabase();
        database.Write("rules-1", [TestArticles.Hostile().Build("<script>alert('source')</script>"u8.ToArray()), TestArticles.Harbour().Build()]);
        var hostile = database.Store.AllFacts(FactQuery.All).Single(f => f.Fact.Growth == 7);
        database.Store.Decide(new NewDecision { Kind = DecisionKind.Comment, FactId = hostile.Fact.Id, Reason = "<img src=x onerror=alert('comment')>", Reviewer = "<script>alert('reviewer')</script>", At = DateTimeOffset.UtcNow });
        await using var server = await database.ServeAsync("<script>alert('me')</script>");
        var page = await browser.PageAsync();
        var troubles = new ConcurrentQueue<string>();
        page.Dialog += (_, dialog) => { troubles.Enqueue("dialog: " + dialog.Message); _ = dialog.DismissAsync(); };
        page.Console += (_, message) => { if (message.Type is "error" or "warning") troubles.Enqueue("console: " + message.Text); };
        page.PageError += (_, error) => troubles.Enqueue("error: " + error);
        page.Request += (_, request) => { if (!request.Url.StartsWith(server.Address.ToString(), StringComparison.Ordinal)) troubles.Enqueue("request: " + request.Url); };

        foreach (var path in Paths(hostile))
        {
            await page.GotoAsync(new Uri(server.Address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            Assert.Equal(1, await page.Locator("script").CountAsync());
            Assert.Equal(0, await page.Locator("a[href^='javascript' i], [onload], [onclick], [onerror], [onfocus]").CountAsync());
        }

        Assert.Empty(troubles);
    }

    internal static string[] Paths(StoredFact fact) =>
    [
        "/", "/?status=pending", "/?text=%3Cscript%3Ealert(1)%3C/script%3E&region=%22%3E%3Cb%3E", $"/fact/{fact.Fact.Id}", $"/fact/{fact.Fact.Id}?edit=1", "/documents", $"/documents/{fact.DocumentId}",
        $"/documents/{fact.DocumentId}/source", $"/add?doc={fact.DocumentId}&start=0&end=9", "/accept-all", "/overview", "/changes",
    ];

    private static ArticleBuilder LongArticle(int after = 120)
    {
        static string Filler(int times) => string.Concat(Enumerable.Repeat("The quay was busy all week, and the cranes did not rest.\r\n\r\n", times));
        return new ArticleBuilder("long.txt", "Norhaven in the first five months of 2022\r\n\r\n" + Filler(120) + TestArticles.HarbourSentence + "\r\n\r\n" + Filler(after)).Fact(
            TestArticles.HarbourSentence,
            TestArticles.New("Norhaven", "2022-01/2022-05", Flow.Exports) with { Partner = "US", Share = 18.4m, Rule = "share" },
            (SlotName.Region, "^Norhaven"), (SlotName.Period, "^the first five months of 2022"), (SlotName.Partner, "the United States"), (SlotName.Share, "18.4%"));
    }

    /// <summary>Presses a key that leads to another page (or the same again) and waits for it.</summary>
    private static async Task DecideAsync(IPage page, string key)
    {
        var loaded = page.WaitForRequestFinishedAsync(new PageWaitForRequestFinishedOptions { Predicate = request => request.IsNavigationRequest && request.Method == "GET" });
        await page.Keyboard.PressAsync(key);
        await loaded;
        await page.WaitForLoadStateAsync(LoadState.Load);

        // The note of what happened is said a moment after loading.
        await page.WaitForFunctionAsync("() => !new URL(location.href).searchParams.has('note')");
        await page.WaitForTimeoutAsync(90);
    }

    private static async Task<string> FactIdAsync(IPage page) => await page.Locator("#decision input[name=fact]").InputValueAsync();

    private static Task SelectAsync(IPage page, string words) => page.EvaluateAsync(
        """
        words => {
            const walker = document.createTreeWalker(document.getElementById('article'), NodeFilter.SHOW_TEXT);
            for (let node; (node = walker.nextNode());) {
                const at = node.data.indexOf(words);
                if (at >= 0) { getSelection().setBaseAndExtent(node, at, node, at + words.length); return; }
            }
            throw new Error('not found: ' + words);
        }
        """,
        words);

    private Task<IPage> OpenAsync(ReviewServer server, string path) => OpenAsync(new Uri(server.Address, path));

    private async Task<IPage> OpenAsync(Uri address)
    {
        var page = await browser.PageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }
}
