using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage.Tests;

public abstract partial class FactStoreContract
{
    private static SampleArticle Sentence(string name, decimal growth, string sentence = "Exports grew.") =>
        new SampleArticle(name).Says(sentence, fact => fact with { Growth = growth });

    [Fact]
    public void A_run_says_what_it_did()
    {
        var first = Run(Exports("a.txt"), Exports("b.txt"), Sentence("c.txt", 5));
        Assert.Equal(new RunCounts { DocumentsAdded = 3, FactsAdded = 5 }, first.Counts);
        Assert.Equal((Noon, Noon.AddMinutes(1), "rules-1", "extractor run articles"), (first.Started, first.Finished, first.RulesVersion, first.CommandLine));

        using (var writer = Store.BeginRun(Start()))
        {
            writer.Unchanged(Id("a.txt"));
            var changed = writer.Write(Exports("b.txt", 330).Write);
            Assert.Equal(["value"], Assert.Single(changed.Changed).Fields.ToArray());
            Assert.Equal((1, 0, 0), (changed.Kept, changed.Added.Length, changed.Gone.Length));
            writer.Remove(Id("c.txt"));
            writer.Fail(Failure("d.txt"));
            writer.Complete();
        }

        var second = Store.Runs()[0];
        Assert.Equal(
            new RunCounts { DocumentsUnchanged = 1, DocumentsChanged = 1, DocumentsGone = 1, Failures = 1, FactsChanged = 1, FactsKept = 1, FactsGone = 1 },
            second.Counts);
        Assert.Equal(second, Store.FindRun(second.Id));
        Assert.Equal([second.Id, first.Id], Store.Runs().Select(run => run.Id));
        Assert.Null(Store.FindRun(99));
        Assert.Equal(4, Store.Count(FactQuery.All).Total);
        Assert.Null(Store.FindDocument("c.txt"));
    }

    [Fact]
    public void A_document_read_again_keeps_the_facts_that_stay()
    {
        Run(Exports());
        var before = Store.Facts(FactQuery.All).Facts;
        var run = RunWith("rules-2", Exports());

        var after = Store.Facts(FactQuery.All).Facts;
        Assert.Equal(before.Select(fact => (fact.Key, fact.FirstRun)), after.Select(fact => (fact.Key, fact.FirstRun)));
        Assert.All(after, fact => Assert.Equal(run.Id, fact.Run));
        Assert.Equal(new RunCounts { DocumentsChanged = 1, FactsKept = 2 }, run.Counts);
        Assert.Equal("rules-2", Store.FindDocument("a.txt")!.RulesVersion);
    }

    [Fact]
    public void A_fact_that_only_moved_with_its_text_is_kept()
    {
        Run(Sentence("a.txt", 5));
        var run = Run(new SampleArticle("a.txt").Says("A new first line.").Says("Exports grew.", fact => fact with { Growth = 5 }));

        Assert.Equal(new RunCounts { DocumentsChanged = 1, FactsKept = 1 }, run.Counts);
        Assert.Equal(18, Only(FactQuery.All).Fact.Span.Start);
    }

    [Fact]
    public void Words_of_replaced_documents_are_no_longer_found()
    {
        Run(Sentence("a.txt", 5, "Toys sold well."));
        Run(Sentence("a.txt", 5, "Ships sold well."));

        Assert.Empty(Store.Facts(new FactQuery { Text = "toys" }).Facts);
        Assert.Single(Store.Facts(new FactQuery { Text = "ships" }).Facts);
        Assert.Empty(Store.Documents(new DocumentQuery { Text = "toys" }).Documents);
    }

    [Fact]
    public void A_run_that_is_left_keeps_whole_documents_and_stays_unfinished()
    {
        long id;
        using (var writer = Store.BeginRun(Start()))
        {
            id = writer.RunId;
            writer.Write(Exports().Write);
        }

        Assert.Null(Store.FindRun(id)!.Finished);
        Assert.Equal(1, Store.FindRun(id)!.Counts.DocumentsAdded);
        Assert.Equal(2, Store.Count(FactQuery.All).Total);
    }

    [Fact]
    public void A_document_that_cannot_be_stored_leaves_no_trace()
    {
        using (var writer = Store.BeginRun(Start()))
        {
            writer.Write(Exports("a.txt").Write);
            Assert.ThrowsAny<StoreException>(() => writer.Write(Exports("b.txt").Write with { DuplicateOf = 4711, Duplicate = DuplicateKind.Same }));
            writer.Write(Exports("c.txt").Write);
            Assert.Equal(2, writer.Complete().Counts.DocumentsAdded);
        }

        Assert.Null(Store.FindDocument("b.txt"));
        Assert.Equal(4, Store.Count(FactQuery.All).Total);
        Assert.Equal(4, Store.Facts(FactQuery.All).Facts.Length);
    }

    [Fact]
    public void What_was_written_is_seen_once_flushed_and_by_the_writer_at_once()
    {
        using var writer = Store.BeginRun(Start());
        writer.Write(Exports().Write);
        Assert.Equal("a.txt", writer.Find("/articles", "a.txt")!.Name);
        Assert.Null(writer.Find("/elsewhere", "a.txt"));

        writer.Flush();
        Assert.NotNull(Store.FindDocument("a.txt"));
    }

    [Fact]
    public void A_second_run_at_the_same_time_is_told_who_is_writing()
    {
        using var first = Store.BeginRun(Start());
        string? said = null;

        Assert.Throws<StoreBusyException>(() => Store.BeginRun(Start() with { Waiting = message => said = message, Patience = TimeSpan.FromMilliseconds(60) }));
        Assert.Contains("waiting", said);

        first.Complete();
        Store.BeginRun(Start()).Dispose();
    }

    [Fact]
    public void The_difference_of_two_runs_lists_added_lost_and_changed_facts()
    {
        var first = Run(Exports("a.txt"), Sentence("b.txt", 5), Sentence("c.txt", 7));
        using (var writer = Store.BeginRun(Start("rules-2")))
        {
            writer.Write(Exports("a.txt", 330).Write);
            writer.Remove(Id("b.txt"));
            writer.Write(Sentence("d.txt", 8).Write);
            writer.Complete();
        }

        var second = Store.Runs()[0];
        var third = Run(Sentence("b.txt", 5));

        var diff = Store.Diff(first.Id, second.Id);
        Assert.Equal(["d.txt"], diff.Added.Select(fact => fact.Doc));
        Assert.Equal(["b.txt"], diff.Lost.Select(fact => fact.Doc));
        var change = Assert.Single(diff.Changed);
        Assert.Equal((320e9m, 330e9m, "a.txt"), (change.Before.Value, change.After.Value, change.After.Doc));
        Assert.Equal(["value"], change.Fields.ToArray());

        // b.txt was lost and found again: between the first and the third run nothing happened to it.
        Assert.Empty(Store.Diff(first.Id, third.Id).Lost);
        var back = Store.Diff(second.Id, first.Id);
        Assert.Equal(["d.txt"], back.Lost.Select(fact => fact.Doc));
        Assert.Equal(["b.txt"], back.Added.Select(fact => fact.Doc));
        Assert.Equal((330e9m, 320e9m), (back.Changed[0].Before.Value, back.Changed[0].After.Value));
        Assert.Empty(Store.Diff(first.Id, first.Id).Changed);
        Assert.Throws<StoreException>(() => Store.Diff(first.Id, 99));
    }

    [Fact]
    public void Facts_are_known_as_they_stood_after_each_run()
    {
        var first = Run(Exports("b.txt"), Sentence("a.txt", 5));
        var second = Run(Exports("b.txt", 330));
        var third = Run(Sentence("a.txt", 6));
        using (var writer = Store.BeginRun(Start()))
        {
            writer.Remove(Id("b.txt"));
            writer.Complete();
        }

        Assert.Equal(["a.txt 5", "b.txt 320000000000", "b.txt -4"], AsOf(first));
        Assert.Equal(["a.txt 5", "b.txt 330000000000", "b.txt -4"], AsOf(second));
        Assert.Equal(["a.txt 6", "b.txt 330000000000", "b.txt -4"], AsOf(third));
        Assert.Equal(["a.txt 6"], AsOf(Store.Runs()[0]));

        IEnumerable<string> AsOf(RunRecord run) => Store.FactsAsOf(run.Id).Select(fact => $"{fact.Doc} {fact.Written(SlotName.Value) ?? fact.Written(SlotName.Growth)}");
    }

    // Failures

    private static NewFailure Failure(string name, string kind = "undecodable") =>
        new() { Root = "/articles", Name = name, Path = $"/articles/{name}", Kind = kind, Reason = $"{name}: not UTF-8 at byte 17", SourceHash = "ab", At = Noon };

    [Fact]
    public void A_failure_stands_until_its_source_is_read()
    {
        Fail(Failure("a.txt"), Failure("b.txt", "empty"));
        Fail(Failure("a.txt"));

        Assert.Equal(["b.txt", "a.txt"], Store.Failures(new FailureQuery()).Select(failure => failure.Failure.Name));
        var again = Store.Failures(new FailureQuery())[1];
        Assert.Equal(Failure("a.txt"), again.Failure);
        Assert.Equal((2, 2L), (again.Attempts, again.Run));
        Assert.Equal(["b.txt"], Store.Failures(new FailureQuery { Kind = "empty" }).Select(failure => failure.Failure.Name));
        Assert.Single(Store.Failures(new FailureQuery { Run = 2 }));
        Assert.Empty(Store.Failures(new FailureQuery { Root = "/elsewhere" }));
        Assert.Single(Store.Failures(new FailureQuery { Limit = 1 }));
        Assert.Equal(2, Store.Overview().Failures);

        Run(Sentence("a.txt", 5));
        Assert.Equal(["b.txt"], Store.Failures(new FailureQuery()).Select(failure => failure.Failure.Name));
        Assert.Equal(3, Store.Failures(new FailureQuery { OnlyStanding = false })[1].ResolvedRun);

        Fail(Failure("a.txt"));
        Assert.Equal(1, Store.Failures(new FailureQuery())[0].Attempts);

        void Fail(params NewFailure[] failures)
        {
            using var writer = Store.BeginRun(Start());
            foreach (var failure in failures) writer.Fail(failure);
            writer.Complete();
        }
    }

    // Checks

    [Fact]
    public void Checks_count_on_their_facts_and_move_doubt()
    {
        var article = Exports();
        var (one, two) = (article.Facts[0].Id, article.Facts[1].Id);
        Run(new SampleArticle("a.txt") { Checks = [new FactCheck("sum", CheckOutcome.Confirmed, "1 + 2 = 3: confirmed", [one, two])] }
            .Says("Exports reached 320 billion yuan.", fact => fact with { Value = 320e9m, Unit = "CNY" })
            .Says("Imports fell by 4 percent.", fact => fact with { Flow = Flow.Imports, Growth = -4m }));
        Assert.Equal((1, 0), Tally(one));
        Assert.Equal(0.025, Store.FindFact(one)!.Doubt, 4);

        var conflict = new FactCheck("conflict", CheckOutcome.Contradicted, "320 is not 330", [two]);
        Store.SaveChecks(null, [conflict]);
        Assert.Equal((1, 0), Tally(one));
        Assert.Equal((1, 1), Tally(two));
        Assert.Equal([two], Store.Facts(new FactQuery { Contradicted = true }).Facts.Select(fact => fact.Fact.Id));
        Assert.Equal([two, one], Store.Facts(new FactQuery { Sort = FactSort.Doubt }).Facts.Select(fact => fact.Fact.Id));
        Assert.Equal(["conflict", "sum"], Store.Checks().Select(check => check.Check));
        Assert.Equal(["sum"], Store.Checks(CheckOutcome.Confirmed).Select(check => check.Check));
        var kept = Store.ChecksOf(two);
        Assert.Equal(["conflict", "sum"], kept.Select(check => check.Check));
        Assert.Equal([one, two], kept[1].FactIds.ToArray());
        Assert.Equal("1 + 2 = 3: confirmed", kept[1].Arithmetic);

        Store.SaveChecks(null, []);
        Assert.Equal((1, 0), Tally(two));
        Run(Exports());
        Assert.Equal((0, 0), Tally(one));
        Assert.Equal(0.05, Store.FindFact(one)!.Doubt, 4);

        (int, int) Tally(string id)
        {
            var fact = Store.FindFact(id)!;
            return (fact.Confirmed, fact.Contradicted);
        }
    }
}
