using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage.Tests;

public abstract partial class FactStoreContract
{
    private static readonly SlotChange ToVietnam = new(SlotName.Region, "Vietnam", new TextSpan(0, 7));

    private StoredFact Again(StoredFact fact) => Store.FindFact(fact.Fact.Id)!;

    [Fact]
    public void A_decision_is_kept_with_who_when_and_what()
    {
        Run(Exports());
        var fact = Store.Facts(FactQuery.All).Facts[0];
        var decision = Decide(fact, DecisionKind.Reject, "ann", "a plan, not a fact");

        var kept = Assert.Single(Store.Decisions(new DecisionQuery()));
        Assert.Equal((DecisionKind.Reject, "a.txt", fact.DocumentHash, fact.Fact.Span, "ann", Noon, "a plan, not a fact"), (kept.Kind, kept.Doc, kept.DocumentHash, kept.Span, kept.Reviewer, kept.At, kept.Reason));
        Assert.Equal(fact.Fact.Id, kept.Fact.Id);
        Assert.True(FactIdentity.SameSlots(fact.Fact, kept.Fact));
        Assert.Equal(decision.Sequence, kept.Sequence);
        Assert.Equal(ReviewState.Rejected, Again(fact).State);
        Assert.Equal(1, Store.Count(FactQuery.All).Rejected);
        Assert.Equal(1, Store.FindDocument("a.txt")!.PendingCount);
        var review = Store.ReviewOf(Again(fact));
        Assert.Equal((ReviewState.Rejected, decision.Sequence), (review.State, review.Standing!.Sequence));
    }

    [Fact]
    public void A_correction_shows_and_keeps_what_was_extracted()
    {
        Run(Exports());
        var fact = Store.Facts(FactQuery.All).Facts[0];
        Decide(fact, DecisionKind.Correct, changes: [ToVietnam, new SlotChange(SlotName.Value, "330000000000")]);
        Decide(fact, DecisionKind.Correct, changes: new SlotChange(SlotName.Category, "toys"));
        Decide(fact, DecisionKind.Accept);

        var corrected = Again(fact);
        Assert.Equal(ReviewState.Corrected, corrected.State);
        Assert.Equal(("Vietnam", 330e9m, "toys"), (corrected.Fact.Region, corrected.Fact.Value, corrected.Fact.Category));
        Assert.True(FactIdentity.SameSlots(fact.Fact, corrected.Extracted!));
        Assert.Equal(new TextSpan(0, 7), corrected.Fact.Slots.Single(slot => slot.Name == SlotName.Region).Span);
        Assert.Equal(fact.Fact.Derivation.AsEnumerable(), corrected.Fact.Derivation);
        Assert.Equal(corrected.Key, Only(new FactQuery { Region = "Vietnam" }).Key);
        Assert.Equal(corrected.Key, Only(new FactQuery { Region = "Vietnam", Text = "reached" }).Key);
        Assert.Empty(Store.Facts(new FactQuery { Region = "Zhejiang", Text = "reached" }).Facts);
        Assert.Equal(1, Store.Count(new FactQuery { Region = "Vietnam" }).Corrected);
    }

    [Theory]
    [InlineData(SlotName.Period, "spring", "period: expected YYYY-MM/YYYY-MM")]
    [InlineData(SlotName.Flow, "out", "flow: expected trade, exports, imports or balance, found 'out'")]
    [InlineData(SlotName.Partner, "America", "partner: expected country codes")]
    [InlineData(SlotName.Value, "many", "value: expected a number")]
    [InlineData(SlotName.Region, "", "region: expected a name such as Zhejiang, found nothing")]
    [InlineData(SlotName.Rank, "0", "rank: expected a whole number from 1")]
    [InlineData(SlotName.Value, "", "a fact needs at least one number")]
    [InlineData(SlotName.Unit, "", "unit: expected with value")]
    public void A_correction_that_is_no_fact_is_refused(SlotName slot, string value, string message)
    {
        Run(Exports());
        var fact = Store.Facts(FactQuery.All).Facts[0];

        var refused = Assert.Throws<StoreException>(() => Decide(fact, DecisionKind.Correct, changes: new SlotChange(slot, value)));
        Assert.StartsWith(message, refused.Message);
        Assert.Empty(Store.Decisions(new DecisionQuery()));
        Assert.Equal(ReviewState.Pending, Again(fact).State);
    }

    [Fact]
    public void Undo_takes_back_one_decision_after_another_and_can_be_undone()
    {
        Run(Exports());
        var fact = Store.Facts(FactQuery.All).Facts[0];
        var accepted = Decide(fact, DecisionKind.Accept);
        var corrected = Decide(fact, DecisionKind.Correct, changes: ToVietnam);
        var rejected = Decide(fact, DecisionKind.Reject);

        Undo(rejected);
        Assert.Equal(("Vietnam", ReviewState.Corrected), (Again(fact).Fact.Region, Again(fact).State));
        var undo = Undo(corrected);
        Assert.Equal(("Zhejiang", ReviewState.Accepted), (Again(fact).Fact.Region, Again(fact).State));
        Assert.Null(Again(fact).Extracted);
        Undo(accepted);
        Assert.Equal(ReviewState.Pending, Again(fact).State);
        Undo(undo);
        Assert.Equal(("Vietnam", ReviewState.Corrected), (Again(fact).Fact.Region, Again(fact).State));
        Assert.Throws<StoreException>(() => Undo(rejected));
        Assert.Throws<StoreException>(() => Store.Decide(new NewDecision { Kind = DecisionKind.Undo, Undoes = 99, Reviewer = "ann", At = Noon }));

        Assert.Equal(7, Store.Decisions(new DecisionQuery()).Count());
        Assert.Equal([corrected.Sequence], Store.Decisions(new DecisionQuery { OnlyStanding = true }).Select(decision => decision.Sequence));
        Assert.Equal(2, Store.FindDocument("a.txt")!.FactCount);
    }

    [Fact]
    public void A_comment_changes_no_state()
    {
        Run(Exports());
        var fact = Store.Facts(FactQuery.All).Facts[0];
        Decide(fact, DecisionKind.Comment, reason: "<script>alert(1)</script>");

        Assert.Equal(ReviewState.Pending, Again(fact).State);
        Assert.Equal("<script>alert(1)</script>", Store.ReviewOf(Again(fact)).Decisions[0].Reason);
        Assert.Null(Store.ReviewOf(Again(fact)).Standing);
    }

    private Decision Add(string doc, TextSpan span, params SlotChange[] slots) => Store.Decide(new NewDecision
    {
        Kind = DecisionKind.Add,
        DocumentId = Id(doc),
        Span = span,
        Changes =
        [
            new SlotChange(SlotName.Region, "Zhejiang"), new SlotChange(SlotName.Period, "2022-01/2022-03"), new SlotChange(SlotName.Flow, "imports"), .. slots,
        ],
        Reviewer = "ann",
        At = Noon,
    });

    [Fact]
    public void An_added_fact_is_there_resolves_its_numbers_and_stays_when_the_text_is_read_again()
    {
        var article = new SampleArticle("a.txt").Says("Exports grew.", fact => fact with { Growth = 5 }).Says("Imports came to 77 dollars.");
        Run(article);
        var added = Add("a.txt", new TextSpan(14, 41), new SlotChange(SlotName.Value, "77", new TextSpan(30, 32)), new SlotChange(SlotName.Unit, "USD"));

        var fact = Store.FindFact(added.Fact.Id)!;
        Assert.Equal((true, ReviewState.Accepted, 77m, "Imports came to 77 dollars."), (fact.IsAdded, fact.State, fact.Fact.Value, fact.Fact.Quote));
        Assert.Equal((NumberClass.Fact, added.Fact.Id), (Ledger().Class, Ledger().FactId));
        Assert.Equal((2, 0), (Store.FindDocument("a.txt")!.FactCount, Store.FindDocument("a.txt")!.UnresolvedCount));
        Assert.Equal(fact.Key, Only(new FactQuery { Text = "dollars" }).Key);

        var run = RunWith("rules-2", article);
        Assert.Equal((1, 0, 0), (run.Counts.FactsKept, run.Counts.FactsGone, run.Counts.FactsAdded));
        Assert.Equal((true, ReviewState.Accepted, fact.Key), (Again(fact).IsAdded, Again(fact).State, Again(fact).Key));
        Assert.Equal(0, Store.FindDocument("a.txt")!.UnresolvedCount);
        Assert.DoesNotContain(Store.FactsAsOf(run.Id), other => other.Id == fact.Fact.Id);

        Undo(added);
        Assert.Null(Store.FindFact(added.Fact.Id));
        Assert.Equal(NumberClass.Unresolved, Ledger().Class);
        Assert.Equal((1, 1), (Store.FindDocument("a.txt")!.FactCount, Store.FindDocument("a.txt")!.UnresolvedCount));
        Assert.Equal(1, Store.Count(FactQuery.All).Total);

        LedgerEntry Ledger() => Assert.Single(Store.ReadDocument(Id("a.txt"))!.Ledger);
    }

    [Fact]
    public void An_added_fact_that_rules_find_later_is_accepted()
    {
        Run(new SampleArticle("a.txt").Says("Exports grew."));
        var added = Add("a.txt", new TextSpan(0, 13), new SlotChange(SlotName.Growth, "5"), new SlotChange(SlotName.Flow, "exports"));
        RunWith("rules-2", Sentence("a.txt", 5));

        var fact = Only(FactQuery.All);
        Assert.Equal((added.Fact.Id, false, ReviewState.Accepted), (fact.Fact.Id, fact.IsAdded, fact.State));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 400)]
    public void A_fact_cannot_be_added_outside_the_text(int start, int end)
    {
        Run(Exports());

        Assert.Throws<StoreException>(() => Add("a.txt", new TextSpan(start, end), new SlotChange(SlotName.Growth, "5")));
    }

    [Fact]
    public void Unchanged_facts_keep_their_decisions_when_read_again()
    {
        Run(Exports("a.txt"), Exports("b.txt"));
        var facts = Store.Facts(FactQuery.All).Facts;
        Decide(facts[0], DecisionKind.Correct, changes: ToVietnam);
        Decide(facts[1], DecisionKind.Reject);
        RunWith("rules-2", Exports("b.txt"), Exports("a.txt"));

        var after = Store.Facts(FactQuery.All).Facts;

        // Both documents have the same text, so what was decided of one holds for the other.
        Assert.Equal([ReviewState.Corrected, ReviewState.Rejected, ReviewState.Corrected, ReviewState.Rejected], after.Select(fact => fact.State));
        Assert.Equal("Vietnam", after[0].Fact.Region);
        Assert.Empty(Store.VanishedDecisions());
        Assert.Empty(Store.Conflicts());
    }

    [Fact]
    public void A_decided_fact_that_is_extracted_otherwise_comes_back_with_what_changed()
    {
        Run(Exports());
        var fact = Store.Facts(FactQuery.All).Facts[0];
        var accepted = Decide(fact, DecisionKind.Accept);
        var changed = new SampleArticle("a.txt")
            .Says("Exports reached 320 billion yuan.", f => f with { Value = 320e9m, Unit = "CNY", Region = "Ningbo", Partner = "US" })
            .Says("Imports fell by 4 percent.", f => f with { Flow = Flow.Imports, Growth = -4m });
        RunWith("rules-2", changed);

        var now = Only(new FactQuery { States = [ReviewState.Changed] });
        Assert.Equal("Ningbo", now.Fact.Region);
        var review = Store.ReviewOf(now);
        Assert.Equal(accepted.Sequence, review.Standing!.Sequence);
        Assert.Equal(["region", "partner"], review.ChangedFrom!.Fields.ToArray());
        Assert.Equal("Zhejiang", review.ChangedFrom.Before.Region);
        Assert.Empty(Store.VanishedDecisions());
        Assert.Equal("ann accepted this fact, but region 'Zhejiang' is now 'Ningbo', partner nothing is now 'US'", Assert.Single(Store.Conflicts()).Message);

        // Read once more it is still to be looked at; decided on, it is not.
        RunWith("rules-3", changed);
        now = Only(new FactQuery { States = [ReviewState.Changed] });
        var again = Decide(now, DecisionKind.Accept);
        Assert.Equal(ReviewState.Accepted, Again(now).State);
        Undo(again);
        Assert.Equal(ReviewState.Changed, Again(now).State);
        Decide(now, DecisionKind.Reject);
        RunWith("rules-4", changed);
        Assert.Equal(ReviewState.Rejected, Again(now).State);

        // And when the rules are put back the first decision counts again.
        RunWith("rules-1", Exports());
        Assert.Equal(ReviewState.Accepted, Again(fact).State);
    }

    [Fact]
    public void Rules_that_come_to_what_a_reviewer_corrected_are_accepted()
    {
        Run(Sentence("a.txt", 5));
        Decide(Only(FactQuery.All), DecisionKind.Correct, changes: new SlotChange(SlotName.Growth, "-5"));
        RunWith("rules-2", Sentence("a.txt", -5));

        var fact = Only(FactQuery.All);
        Assert.Equal((-5m, ReviewState.Accepted), (fact.Fact.Growth, fact.State));
        Assert.Null(fact.Extracted);
        Assert.Empty(Store.Conflicts());
    }

    [Fact]
    public void A_decided_fact_that_is_gone_is_listed()
    {
        Run(Exports(), Sentence("b.txt", 5));
        var fact = Store.Facts(FactQuery.All).Facts[0];
        var accepted = Decide(fact, DecisionKind.Accept);
        var taken = Decide(Store.FactsOf(Id("b.txt"))[0], DecisionKind.Accept);
        Undo(taken);
        using (var writer = Store.BeginRun(Start("rules-2")))
        {
            writer.Write(new SampleArticle("a.txt").Says("Exports reached 320 billion yuan.").Says("Imports fell by 4 percent.").Write);
            writer.Remove(Id("b.txt"));
            writer.Complete();
        }

        Assert.Equal([accepted.Sequence], Store.VanishedDecisions().Select(decision => decision.Sequence));
        var conflict = Assert.Single(Store.Conflicts());
        Assert.Null(conflict.Fact);
        Assert.Equal("ann accepted a fact that is no longer extracted", conflict.Message);

        Run(Exports());
        Assert.Equal(ReviewState.Accepted, Again(fact).State);
        Assert.Empty(Store.VanishedDecisions());
    }

    [Fact]
    public void A_page_with_another_footer_keeps_its_decisions_where_sentence_and_slots_are_the_same()
    {
        Run(Exports());
        var facts = Store.Facts(FactQuery.All).Facts;
        Decide(facts[0], DecisionKind.Correct, changes: new SlotChange(SlotName.Category, "toys"));
        Decide(facts[1], DecisionKind.Reject);
        var longer = new SampleArticle("a.txt").Says("Updated:")
            .Says("Exports reached 320 billion yuan.", fact => fact with { Value = 320_000_000_000, Unit = "CNY" })
            .Says("Imports fell by 4 percent.", fact => fact with { Flow = Flow.Imports, Growth = -4m });
        Run(longer);

        var after = Store.Facts(FactQuery.All).Facts;
        Assert.Equal([ReviewState.Corrected, ReviewState.Rejected], after.Select(fact => fact.State));
        Assert.Equal("toys", after[0].Fact.Category);
        RunWith("rules-2", longer);
        Assert.Equal([ReviewState.Corrected, ReviewState.Rejected], Store.Facts(FactQuery.All).Facts.Select(fact => fact.State));
        Assert.Empty(Store.VanishedDecisions());

        // The reviewer can still take back what was decided of the earlier text.
        Undo(Store.ReviewOf(after[1]).Standing!);
        Assert.Equal(ReviewState.Pending, Store.Facts(FactQuery.All).Facts[1].State);
    }

    [Fact]
    public void Many_decisions_are_appended_together_or_not_at_all()
    {
        Run(Exports());
        var facts = Store.Facts(FactQuery.All).Facts;
        NewDecision Accept(string id) => new() { Kind = DecisionKind.Accept, FactId = id, Reviewer = "ann", At = Noon };

        Assert.Throws<StoreException>(() => Store.Decide([Accept(facts[0].Fact.Id), Accept("0123456789abcdef")]));
        Assert.Empty(Store.Decisions(new DecisionQuery()));
        Assert.Equal(2, Store.Count(FactQuery.All).Pending);
        Assert.Equal(2, Store.Decide([Accept(facts[0].Fact.Id), Accept(facts[1].Fact.Id)]).Length);
        Assert.Equal(2, Store.Count(FactQuery.All).Accepted);
    }

    [Fact]
    public void Who_decides_over_something_unseen_is_told_so()
    {
        Run(Exports());
        var fact = Store.Facts(FactQuery.All).Facts[0];
        NewDecision By(string reviewer, DecisionKind kind, long? seen) => new() { Kind = kind, FactId = fact.Fact.Id, Reviewer = reviewer, At = Noon, Seen = seen };
        var first = Store.Decide(By("ann", DecisionKind.Accept, 0));

        var stale = Assert.Throws<StaleDecisionException>(() => Store.Decide(By("bob", DecisionKind.Reject, 0)));
        Assert.Equal((fact.Fact.Id, first.Sequence), (stale.FactId, stale.Latest));
        Store.Decide(By("bob", DecisionKind.Reject, first.Sequence));
        Assert.Equal(ReviewState.Rejected, Again(fact).State);
    }

    [Fact]
    public void Two_reviewers_at_once_lose_no_decision()
    {
        Run([.. Enumerable.Range(0, 20).Select(i => Exports($"{i:D2}.txt", 100 + i))]);
        var facts = Store.Facts(FactQuery.All).Facts;

        Parallel.Invoke(() => Review("ann", DecisionKind.Accept), () => Review("bob", DecisionKind.Reject), () => _ = Store.AllFacts(FactQuery.All).Count());

        Assert.Equal(80, Store.Decisions(new DecisionQuery()).Select(decision => decision.Sequence).Distinct().Count());
        Assert.Equal(40, Store.Decisions(new DecisionQuery { Reviewer = "bob" }).Count());
        foreach (var fact in Store.AllFacts(FactQuery.All))
            Assert.Equal(Store.ReviewOf(fact).Standing!.Kind == DecisionKind.Accept ? ReviewState.Accepted : ReviewState.Rejected, fact.State);

        void Review(string reviewer, DecisionKind kind)
        {
            foreach (var fact in facts) Decide(fact, kind, reviewer);
        }
    }

    [Fact]
    public void Decisions_are_listed_by_what_is_asked()
    {
        Run(Exports());
        var facts = Store.Facts(FactQuery.All).Facts;
        var one = Decide(facts[0], DecisionKind.Accept, "ann");
        var two = Decide(facts[1], DecisionKind.Accept, "bob");

        Assert.Equal([one.Sequence], Ids(new DecisionQuery { FactId = facts[0].Fact.Id }));
        Assert.Equal([two.Sequence], Ids(new DecisionQuery { Reviewer = "bob" }));
        Assert.Equal([two.Sequence], Ids(new DecisionQuery { After = one.Sequence }));
        Assert.Equal([two.Sequence, one.Sequence], Ids(new DecisionQuery { LatestFirst = true }));
        Assert.Equal([two.Sequence], Ids(new DecisionQuery { LatestFirst = true, Limit = 1 }));
        Assert.Equal(2, Ids(new DecisionQuery { DocumentHash = facts[0].DocumentHash }).Count());

        IEnumerable<long> Ids(DecisionQuery query) => Store.Decisions(query).Select(decision => decision.Sequence);
    }
}
