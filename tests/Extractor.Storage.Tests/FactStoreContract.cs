using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage.Tests;

/// <summary>What every store does, whatever it keeps its facts in.</summary>
public abstract partial class FactStoreContract : IDisposable
{
    protected static readonly DateTimeOffset Noon = new(2022, 5, 12, 12, 0, 0, TimeSpan.Zero);

    private IFactStore? store;

    protected IFactStore Store => store ??= Create();

    protected abstract IFactStore Create();

    public virtual void Dispose()
    {
        store?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected static RunStart Start(string rules = "rules-1") => new()
    {
        Started = Noon,
        RulesVersion = rules,
        CommandLine = "extractor run articles",
        Clock = () => Noon.AddMinutes(1),
        Patience = TimeSpan.Zero,
    };

    private RunRecord Run(params SampleArticle[] articles) => RunWith("rules-1", articles);

    private RunRecord RunWith(string rules, params SampleArticle[] articles)
    {
        using var writer = Store.BeginRun(Start(rules));
        foreach (var article in articles) writer.Write(article.Write);
        return writer.Complete();
    }

    private static SampleArticle Exports(string name = "a.txt", decimal value = 320) => new SampleArticle(name)
        .Says($"Exports reached {value} billion yuan.", fact => fact with { Value = value * 1_000_000_000, Unit = "CNY" })
        .Says("Imports fell by 4 percent.", fact => fact with { Flow = Flow.Imports, Growth = -4m });

    private long Id(string name) => Store.FindDocument(name)!.Id;

    private StoredFact Only(FactQuery query) => Assert.Single(Store.Facts(query).Facts);

    private Decision Decide(StoredFact fact, DecisionKind kind, string reviewer = "ann", string? reason = null, params SlotChange[] changes) =>
        Store.Decide(new NewDecision { Kind = kind, FactId = fact.Fact.Id, Reviewer = reviewer, At = Noon, Reason = reason, Changes = [.. changes] });

    private Decision Undo(Decision decision) =>
        Store.Decide(new NewDecision { Kind = DecisionKind.Undo, Undoes = decision.Sequence, Reviewer = "ann", At = Noon });

    [Fact]
    public async Task A_document_prepared_on_another_thread_is_stored_as_any_other()
    {
        var (plain, prepared, empty) = (Exports("a.txt"), Exports("b.txt"), new SampleArticle("c.txt"));
        var store = Store;
        var ready = await Task.Run(() => store.Prepare(prepared.Write with { SourceBytes = "<p>page</p>"u8.ToArray() }));
        using (var writer = Store.BeginRun(Start()))
        {
            Assert.Null(writer.Find("/articles", "a.txt"));
            writer.Write(plain.Write);
            writer.Write(ready);
            writer.Write(store.Prepare(empty.Write));

            // What was prepared is not what is written: the document as given counts.
            writer.Write(store.Prepare(plain.Write) with { Extraction = Exports("a.txt", 777).Extraction });
            writer.Complete();
        }

        Assert.Equal(prepared.Text, Store.ReadDocument(Id("b.txt"))!.Document.Text);
        Assert.Equal(prepared.Extraction.Ledger.AsEnumerable(), Store.ReadDocument(Id("b.txt"))!.Ledger);
        Assert.Equal(prepared.Extraction.Sentences.AsEnumerable(), Store.ReadDocument(Id("b.txt"))!.Sentences);
        Assert.Equal("<p>page</p>"u8.ToArray(), Store.ReadSource(Id("b.txt")));
        Assert.Equal("", Store.ReadDocument(Id("c.txt"))!.Document.Text);
        Assert.Equal(Exports("a.txt", 777).Text, Store.ReadDocument(Id("a.txt"))!.Document.Text);
    }

    private static void Same(Fact expected, Fact actual)
    {
        Assert.Equal(expected with { Slots = [], Derivation = [] }, actual with { Slots = [], Derivation = [] });
        Assert.Equal(expected.Slots.AsEnumerable(), actual.Slots.AsEnumerable());
        Assert.Equal(expected.Derivation.AsEnumerable(), actual.Derivation.AsEnumerable());
    }

    // Documents

    [Fact]
    public void A_document_comes_back_as_it_was_written()
    {
        var offsets = new OffsetMap([new OffsetRun(0, 40, 1), new OffsetRun(7, 53, 0), new OffsetRun(9, 12, 2)]);
        var article = new SampleArticle("sub/a.html") { Offsets = offsets }
            .Says("Zhejiang’s exports — 出口 — reached 5 billion yuan 🚢.", fact => fact with { Value = 5e9m, Unit = "CNY" })
            .Says("Exports to 3 markets\0grew.");
        using (var writer = Store.BeginRun(Start()))
        {
            writer.Write(article.Write with { SourceBytes = new byte[] { 1, 2, 3, 0, 255 }, Fingerprint = new byte[] { 9, 8 } });
            writer.Complete();
        }

        var row = Store.FindDocument("sub/a.html")!;
        var content = Store.ReadDocument(row.Id)!;
        Assert.Equal(article.Text, content.Document.Text);
        Assert.Equal(article.Document.Hash, content.Document.Hash);
        Assert.Equal(article.Document.Hash, row.Hash);
        Assert.Equal(article.Metadata, content.Document.Metadata);
        Assert.Equal(offsets.Runs.AsEnumerable(), content.Document.Offsets.Runs);
        Assert.Equal(article.Extraction.Sentences.AsEnumerable(), content.Sentences);
        Assert.Equal(article.Extraction.Ledger.AsEnumerable(), content.Ledger);
        Assert.Equal(article.Write.Source, row.Source);
        Assert.Equal("rules-1", row.RulesVersion);
        Assert.Equal([1, 2, 3, 0, 255], Store.ReadSource(row.Id)!);
        Assert.Equal(new byte[] { 9, 8 }, row.Fingerprint!.Value.ToArray());
        Assert.Equal((1, 2, 1, 1), (row.FactCount, row.NumberCount, row.UnresolvedCount, row.PendingCount));
        Assert.True(row.HasSource);
        Assert.Equal(0.25, row.Seconds);
        Assert.Equal(row.Id, Store.FindDocument(row.Id)!.Id);
    }

    [Fact]
    public void A_document_that_is_not_there_is_null()
    {
        Assert.Null(Store.FindDocument("a.txt"));
        Assert.Null(Store.FindDocument(17));
        Assert.Null(Store.ReadDocument(17));
        Assert.Null(Store.ReadSource(17));
    }

    [Fact]
    public void Two_folders_may_have_documents_of_one_name()
    {
        Run(new SampleArticle("a.txt") { Root = "/one" }.Says("One."), new SampleArticle("a.txt") { Root = "/two" }.Says("Two."));

        Assert.Equal("/two", Store.FindDocument("a.txt", "/two")!.Source.Root);
        Assert.NotEqual(Store.FindDocument("a.txt", "/one")!.Id, Store.FindDocument("a.txt", "/two")!.Id);
        Assert.Single(Store.DocumentStates("/one"));
        Assert.Equal(2, Store.DocumentStates().Count());
    }

    [Fact]
    public void The_state_of_a_document_tells_whether_it_has_to_be_read_again()
    {
        Run(Exports());

        var state = Assert.Single(Store.DocumentStates());
        Assert.Equal(Exports().Document.Hash, state.TextHash);
        Assert.True(state.IsCurrent(Exports().Write.Source, "rules-1"));
        Assert.False(state.IsCurrent(Exports().Write.Source, "rules-2"));
        Assert.False(state.IsCurrent(Exports(value: 321).Write.Source, "rules-1"));
        Assert.False(state.IsCurrent(Exports().Write.Source with { Options = "published=2022-01-01" }, "rules-1"));
    }

    [Fact]
    public void Documents_are_listed_filtered_and_paged()
    {
        Run(
            new SampleArticle("b.txt").Says("Ports handled 7 ships and 8 boats."),
            Exports("a.txt"),
            new SampleArticle("c.txt").Says("Nothing to count."));

        Assert.Equal(["a.txt", "b.txt", "c.txt"], Names(new DocumentQuery()));
        Assert.Equal(["b.txt", "a.txt", "c.txt"], Names(new DocumentQuery { Sort = DocumentSort.Unresolved }));
        Assert.Equal("a.txt", Names(new DocumentQuery { Sort = DocumentSort.Facts })[0]);
        Assert.Equal(["b.txt"], Names(new DocumentQuery { Offset = 1, Limit = 1 }));
        Assert.Equal(["b.txt"], Names(new DocumentQuery { Text = "boats ships" }));
        Assert.Equal(["c.txt"], Names(new DocumentQuery { NameContains = "c." }));
        Assert.Equal(3, Store.Documents(new DocumentQuery { Limit = 1 }).Total);

        string[] Names(DocumentQuery query) => [.. Store.Documents(query).Documents.Select(document => document.Name)];
    }

    [Theory]
    [InlineData("ports", "a.txt")]
    [InlineData("PORTS ships", "a.txt")]
    [InlineData("ports cafes", "")]
    [InlineData("cafes", "a.txt,b.txt")]
    [InlineData("\"cafes in the port\"", "a.txt")]
    [InlineData("caf*", "a.txt,b.txt")]
    [InlineData("port*", "a.txt")]
    [InlineData("caf", "")]
    [InlineData("1 000", "b.txt")]
    [InlineData("*", "a.txt,b.txt")]
    public void Words_are_found_in_sentences_that_no_fact_quotes(string words, string expected)
    {
        Run(
            new SampleArticle("a.txt").Says("Ports handled 7 ships.").Says("Cafés in the port closed."),
            new SampleArticle("b.txt").Says("CAFES: 1,000 of them."));

        Assert.Equal(expected, string.Join(',', Store.Documents(new DocumentQuery { Text = words }).Documents.Select(document => document.Name)));
    }

    [Fact]
    public void A_duplicate_is_linked_to_the_first_and_freed_when_that_goes()
    {
        Run(Exports("first.txt"));
        Run(new SampleArticle("copy.txt") { DuplicateOf = Id("first.txt") }.Says("Exports reached 320 billion yuan.", fact => fact with { Value = 320e9m, Unit = "CNY" }));

        var copy = Store.FindDocument("copy.txt")!;
        Assert.Equal(("first.txt", DuplicateKind.Same), (copy.DuplicateOfName, copy.Duplicate));
        Assert.Equal(["copy.txt"], Store.Documents(new DocumentQuery { Duplicates = true }).Documents.Select(document => document.Name));
        Assert.Equal(3, Store.Facts(FactQuery.All).Facts.Length);
        Assert.Equal(2, Store.Facts(new FactQuery { IncludeDuplicates = false }).Facts.Length);
        Assert.Equal(2, Store.Count(new FactQuery { IncludeDuplicates = false }).Total);
        Assert.Equal(1, Store.Overview().Duplicates);

        using (var writer = Store.BeginRun(Start()))
        {
            writer.Remove(Id("first.txt"));
            writer.Complete();
        }

        Assert.Null(Store.FindDocument("copy.txt")!.DuplicateOf);
        Assert.False(Only(new FactQuery { IncludeDuplicates = false }).IsDuplicate);
    }

    [Fact]
    public void Verify_sees_every_quote_and_slot_beside_the_text()
    {
        Run(Exports("b.txt"), Exports("a.txt", 17));

        var documents = Store.Quotes().ToList();
        Assert.Equal(["a.txt", "b.txt"], documents.Select(document => document.Document.Name));
        Assert.All(documents, document => Assert.Equal(2, document.Quotes.Length));
        Assert.All(documents, document => Assert.All(document.Quotes, quote => Assert.Equal(quote.Quote, quote.Span.Of(document.Text))));
        Assert.Equal(2, documents[0].Quotes[0].SlotSpans.Length);
    }

    [Fact]
    public void A_quote_that_does_not_stand_in_the_text_is_refused()
    {
        var extraction = Exports().Extraction;
        var wrong = extraction with { Facts = [extraction.Facts[0] with { Quote = "Exports reached 330 billion yuan." }] };
        using var writer = Store.BeginRun(Start());

        Assert.Throws<StoreException>(() => writer.Write(Exports().Write with { Extraction = wrong }));
    }

    // Facts

    [Fact]
    public void A_fact_comes_back_as_it_was_written()
    {
        var article = new SampleArticle("a.txt").Says("Everything at once, 1 of many.", fact => fact with
        {
            Region = "Zhejiang",
            Period = TradePeriod.Parse("2025-05-01/2025-05-20"),
            Flow = Flow.Balance,
            Partner = "CN+HK",
            Category = "mechanical and electrical products",
            Value = -4.37m,
            Unit = "CNY",
            Growth = 39.4m,
            Basis = "2013-01/2013-12",
            Terms = "USD",
            Multiple = 41.6m,
            Change = 2_300_000_000m,
            Share = 12.1m,
            ShareOf = "China",
            Contribution = 1.6m,
            ContributionRate = 73.4m,
            GrowthChange = -0.1m,
            GrowthGap = 0.30m,
            ShareChange = 1e-7m,
            Rank = 3,
            Approx = Approx.Under,
            Modality = Modality.Revised,
            Flags = FactFlags.YearUnknown | FactFlags.CategoryAssumed,
            Slots = [new Slot(SlotName.Value, "minus 4.37", new TextSpan(3, 9), SlotOrigin.Carried), new Slot(SlotName.Value, "-4.37", null, SlotOrigin.Default)],
        });
        Run(article);

        var stored = Only(FactQuery.All);
        Same(article.Facts[0], stored.Fact);
        Assert.Equal(article.Document.Hash, stored.DocumentHash);
        Assert.Equal(article.Metadata, stored.Metadata);
        Assert.Equal((ReviewState.Pending, false, false), (stored.State, stored.IsAdded, stored.IsDuplicate));
        Assert.Equal(FactDoubt.Of(article.Facts[0]), stored.Doubt, 4);
        Same(article.Facts[0], Store.FindFact(article.Facts[0].Id)!.Fact);
        Same(article.Facts[0], Assert.Single(Store.FactsOf(Id("a.txt"))).Fact);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    [InlineData("9007199254740993")]
    [InlineData("9223372036854775808")]
    [InlineData("0.1")]
    [InlineData("123456789012345.678901")]
    [InlineData("1234567890.12345678")]
    [InlineData("5.20")]
    public void Numbers_keep_every_digit(string number)
    {
        var value = decimal.Parse(number);
        Run(new SampleArticle("a.txt").Says("A number.", fact => fact with { Growth = value }));

        Assert.Equal(value, Only(FactQuery.All).Fact.Growth);
    }

    [Fact]
    public void A_fact_is_found_by_the_start_of_its_id_when_no_other_has_it()
    {
        Run(Exports());
        var id = Exports().Facts[0].Id;

        Assert.Equal(id, Store.FindFact(id[..10])!.Fact.Id);
        Assert.Null(Store.FindFact(""));
        Assert.Null(Store.FindFact("0000000000000000"));
    }

    [Fact]
    public void The_same_fact_twice_in_a_document_is_stored_once()
    {
        var extraction = Exports().Extraction;
        using (var writer = Store.BeginRun(Start()))
        {
            writer.Write(Exports().Write with { Extraction = extraction with { Facts = [extraction.Facts[0], extraction.Facts[0], extraction.Facts[1]] } });
            Assert.Equal(2, writer.Complete().Counts.FactsAdded);
        }

        Assert.Equal(2, Store.Count(FactQuery.All).Total);
    }

    [Fact]
    public void Facts_of_one_text_in_two_documents_are_both_there()
    {
        Run(Exports("a.txt"), Exports("b.txt"));

        Assert.Equal(["a.txt", "a.txt", "b.txt", "b.txt"], Store.Facts(FactQuery.All).Facts.Select(fact => fact.Fact.Doc));
        Assert.Equal("a.txt", Store.FindFact(Exports().Facts[0].Id)!.Fact.Doc);
    }

    [Fact]
    public void Other_statements_of_the_same_observation_are_related()
    {
        Run(Exports("a.txt"), Exports("b.txt", 321), Exports("c.txt", 322));

        var fact = Store.FactsOf(Id("b.txt"))[0];
        Assert.Equal(["a.txt", "c.txt"], Store.Related(fact).Select(other => other.Fact.Doc));
        Assert.Equal(["a.txt"], Store.Related(fact, 1).Select(other => other.Fact.Doc));
    }

    [Fact]
    public void Values_are_listed_most_frequent_first()
    {
        Run(Exports(), new SampleArticle("b.txt").Says("Vietnam.", fact => fact with { Region = "Vietnam", Partner = "US", Growth = 1 }));

        Assert.Equal([new ValueCount("Zhejiang", 2), new ValueCount("Vietnam", 1)], Store.Values(FactField.Region).ToArray());
        Assert.Equal([new ValueCount("Vietnam", 1)], Store.Values(FactField.Region, "vi").ToArray());
        Assert.Equal([new ValueCount(null, 2), new ValueCount("US", 1)], Store.Values(FactField.Partner).ToArray());
        Assert.Equal([new ValueCount("exports", 2), new ValueCount("imports", 1)], Store.Values(FactField.Flow).ToArray());
        Assert.Equal([new ValueCount("2022-01/2022-03", 3)], Store.Values(FactField.Period).ToArray());
        Assert.Equal([new ValueCount("a.txt", 2)], Store.Values(FactField.Doc, limit: 1).ToArray());
    }

    [Fact]
    public void The_overview_counts()
    {
        Run(Exports(), new SampleArticle("b.txt").Says("The 4 ports.").Says("No year.", fact => fact with { Period = TradePeriod.Months(null, 1, 10), Growth = 1 }));

        var overview = Store.Overview();
        Assert.Equal((2, 0, 3L, 0), (overview.Documents, overview.Duplicates, overview.Facts.Total, overview.Failures));
        Assert.Equal((3L, 1L), (overview.Numbers, overview.Unresolved));
        Assert.Equal([new ValueCount("2022-03", 2), new ValueCount("XXXX-10", 1)], overview.ByMonth.ToArray());
        Assert.Contains(new OverviewCell("Zhejiang", Flow.Imports, "2022-03", 1), overview.Cells);
    }
}
