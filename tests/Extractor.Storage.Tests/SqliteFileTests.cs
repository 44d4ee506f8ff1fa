using System.Diagnostics;
using Extractor.Store;
using Microsoft.Data.Sqlite;

namespace Extractor.Storage.Tests;

/// <summary>What is particular to a store in one SQLite file: whose file it is, what state it is in, who else uses it.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2022, 5, 12, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder folder = new();

    private string Path => folder.File("facts.db");

    public void Dispose() => folder.Dispose();

    private static RunStart Start => new() { Started = Noon, RulesVersion = "rules-1", Patience = TimeSpan.Zero };

    internal static SampleArticle Article(int number) => new SampleArticle($"{number:D5}.txt")
        .Says($"Exports reached {number} billion yuan.", fact => fact with { Value = number, Unit = "CNY" })
        .Says("Imports fell by 4 percent.", fact => fact with { Growth = -4m });

    private static void Write(IFactStore store, int first, int count)
    {
        using var writer = store.BeginRun(Start);
        for (var i = first; i < first + count; i++) writer.Write(Article(i).Write);
        writer.Complete();
    }

    /// <summary>What another program sees.</summary>
    private List<string> Sql(string query)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }

    [Fact]
    public void A_file_that_is_not_there_is_made_only_when_asked_for()
    {
        var missing = Assert.Throws<StoreException>(() => SqliteFactStore.Open(Path));
        Assert.Equal($"{Path}: no such database. 'extractor run' makes one; --db names another.", missing.Message);
        Assert.False(File.Exists(Path));
        Assert.Contains("does not exist", Assert.Throws<StoreException>(() => SqliteFactStore.Open(folder.File("no/facts.db"), create: true)).Message);
        Assert.Contains("a folder", Assert.Throws<StoreException>(() => SqliteFactStore.Open(folder.Path, create: true)).Message);

        SqliteFactStore.Open(Path, create: true).Dispose();
        SqliteFactStore.Open(Path).Dispose();
    }

    [Fact]
    public void A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Sql("CREATE TABLE recipes (name)");
        var before = File.ReadAllBytes(Path);

        Assert.Contains("a database of another program", Assert.Throws<StoreException>(() => SqliteFactStore.Open(Path, create: true)).Message);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        File.WriteAllText(Path, new string('x', 5_000));
        Assert.Contains("not an SQLite database", Assert.Throws<StoreException>(() => SqliteFactStore.Open(Path, create: true)).Message);

        File.WriteAllText(Path, "");
        Assert.Contains("an empty file", Assert.Throws<StoreException>(() => SqliteFactStore.Open(Path)).Message);
        SqliteFactStore.Open(Path, create: true).Dispose();
    }

    [Fact]
    public void A_damaged_database_is_said_to_be_damaged()
    {
        using (var store = SqliteFactStore.Open(Path, create: true)) Write(store, 0, 50);
        using (var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite))
        {
            // All but the first pages, which hold the schema.
            file.Position = 4096 * 40;
            file.Write(Enumerable.Repeat((byte)0x5a, (int)(file.Length - file.Position)).ToArray());
        }

        var damaged = Assert.Throws<StoreException>(() =>
        {
            using var store = SqliteFactStore.Open(Path);
            _ = store.AllFacts(FactQuery.All).Count() + store.Quotes().Count();
        });
        Assert.StartsWith($"{Path}: the database is damaged", damaged.Message);
    }

    [Fact]
    public void A_database_of_a_later_version_is_refused()
    {
        SqliteFactStore.Open(Path, create: true).Dispose();
        Sql("PRAGMA user_version = 99");

        Assert.Contains("made by a later version of extractor", Assert.Throws<StoreException>(() => SqliteFactStore.Open(Path)).Message);
    }

    [Fact]
    public void An_older_database_is_brought_up_to_date_and_keeps_its_facts()
    {
        using (var store = SqliteFactStore.Open(Path, create: true)) Write(store, 0, 3);
        string[] later = [.. Migrations.Scripts, "ALTER TABLE runs ADD COLUMN machine TEXT; UPDATE runs SET machine = 'old'"];

        using (var store = SqliteFactStore.Open(Path, create: false, later)) Assert.Equal(6, store.Count(FactQuery.All).Total);
        Assert.Equal(["old"], Sql("SELECT machine FROM runs"));
        Assert.Equal([$"{later.Length}"], Sql("PRAGMA user_version"));
        SqliteFactStore.Open(Path, create: false, later).Dispose();
    }

    [Fact]
    public void Sentences_and_numbers_of_version_1_are_kept()
    {
        SqliteFactStore.Open(Path, create: true, [Migrations.Scripts[0]]).Dispose();
        Sql("""
            INSERT INTO runs (started, rules_version, command_line) VALUES ('2025-01-01T00:00:00Z', 'r', 'run');
            INSERT INTO documents (root, name, hash, length, kind, rules_version, first_run, last_run) VALUES ('/', 'a.txt', 'h', 30, 'text', 'r', 1, 1);
            INSERT INTO texts VALUES (1, 'Ports had 7 ships. Cafes closed.', NULL, NULL);
            INSERT INTO sentences (document_id, span_start, span_end, is_sentence, text, tags) VALUES (1, 0, 18, 1, 'Ports had 7 ships.', ''), (1, 19, 32, 1, 'Cafes closed.', ''), (1, 0, 5, 0, 'Ports', '');
            INSERT INTO sentence_words (rowid, text, tags) SELECT id, text, tags FROM sentences;
            INSERT INTO numbers VALUES (1, 0, 10, 11, 'unresolved', 'no "rule"', NULL);
            """);

        using (var store = SqliteFactStore.Open(Path))
        {
            var content = store.ReadDocument(1)!;
            Assert.Equal([new Text.TextSpan(0, 18), new Text.TextSpan(19, 32)], content.Sentences.ToArray());
            Assert.Equal([new Facts.LedgerEntry(new Text.TextSpan(10, 11), Facts.NumberClass.Unresolved, "no \"rule\"")], content.Ledger.ToArray());
            Assert.Single(store.Documents(new DocumentQuery { Text = "ships" }).Documents);
        }

        Assert.Equal(["1|0|10|11|unresolved|no \"rule\"|null"], Sql("SELECT * FROM numbers"));
        Sql("INSERT INTO sentence_words (sentence_words, rank) VALUES ('integrity-check', 1)");
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_database_as_it_was()
    {
        using (var store = SqliteFactStore.Open(Path, create: true)) Write(store, 0, 3);
        string[] broken = [.. Migrations.Scripts, "ALTER TABLE runs ADD COLUMN machine TEXT; UPDATE nonsense SET machine = 1"];

        Assert.Throws<StoreException>(() => SqliteFactStore.Open(Path, create: false, broken));
        using var again = SqliteFactStore.Open(Path);
        Assert.Equal(6, again.Count(FactQuery.All).Total);
        Assert.DoesNotContain("machine", string.Join(' ', Sql("SELECT name FROM pragma_table_info('runs')")));
    }

    [Fact]
    public void Anybody_can_query_the_views()
    {
        using (var store = SqliteFactStore.Open(Path, create: true))
        {
            using var writer = store.BeginRun(Start);
            writer.Write(new SampleArticle("a.txt").Says("All.", fact => fact with
            {
                Value = 320e9m,
                Unit = "CNY",
                Growth = -5.2m,
                Share = 12.1m,
                ShareOf = "China",
                Partner = "US",
                Period = Facts.TradePeriod.Parse("XXXX-01/XXXX-03"),
                Approx = Facts.Approx.Over,
            }).Write);
            writer.Complete();
        }

        Assert.Equal(
            [
                "a.txt|Zhejiang|XXXX-01/XXXX-03|XXXX-01|XXXX-03|exports|US|null|value|320000000000|CNY|null|null|>|actual|All.|0|4|https://news.example/trade|2022-05-12",
                "a.txt|Zhejiang|XXXX-01/XXXX-03|XXXX-01|XXXX-03|exports|US|null|growth|-5.2|percent|yoy|null|>|actual|All.|0|4|https://news.example/trade|2022-05-12",
                "a.txt|Zhejiang|XXXX-01/XXXX-03|XXXX-01|XXXX-03|exports|US|null|share|12.1|percent|null|China|>|actual|All.|0|4|https://news.example/trade|2022-05-12",
            ],
            Sql("SELECT doc, region, period, period_start, period_end, flow, partner, category, measure, number, unit, basis, share_of, approx, modality, quote, start, \"end\", url, published FROM observations"));
        Assert.Equal(["region|0|3|stated", "period|null|null|document", "flow|0|1|carried"], Sql("SELECT name, start, \"end\", origin FROM slots"));
        Assert.Equal(["320000000000|-5.2|12.1|China|pending"], Sql("SELECT value, growth, share, share_of, status FROM facts"));
        Assert.Equal(["1"], Sql("SELECT count(*) FROM sentence_words WHERE sentence_words MATCH 'all'"));
    }

    [Fact]
    public void Decisions_cannot_be_changed_or_deleted_by_anybody()
    {
        using (var store = SqliteFactStore.Open(Path, create: true))
        {
            Write(store, 1, 1);
            store.Decide(new NewDecision { Kind = DecisionKind.Accept, FactId = store.Facts(FactQuery.All).Facts[0].Fact.Id, Reviewer = "ann", At = Noon });
        }

        Assert.Throws<SqliteException>(() => Sql("UPDATE decisions SET reviewer = 'bob'"));
        Assert.Throws<SqliteException>(() => Sql("DELETE FROM decisions"));
    }

    [Fact]
    public void A_full_disk_is_said_to_be_full_and_loses_nothing_stored_before()
    {
        using var store = SqliteFactStore.Open(Path, create: true);
        Write(store, 0, 20);
        using (var session = new Session(Path, SqliteOpenMode.ReadWrite))
        {
            session.Execute("PRAGMA foreign_keys = ON");
            var writer = new RunWriter(session, RunLock.Take(Path, TimeSpan.Zero, null), Start with { BatchSize = 5 });
            session.Execute($"PRAGMA max_page_count = {session.Prepare("PRAGMA page_count").Scalar() + 4}");
            var full = Assert.Throws<StoreException>(() =>
            {
                for (var i = 20; i < 2_000; i++) writer.Write(Article(i).Write);
            });
            Assert.Equal($"{Path}: no space left on the disk. What was stored before is safe; make room and run again.", full.Message);
            session.Execute("PRAGMA max_page_count = 1000000");
            writer.Write(Article(5_000).Write);
            writer.Complete();
        }

        var documents = store.Documents(new DocumentQuery { Limit = 0 }).Documents;
        Assert.Equal(20, documents.Count(document => string.CompareOrdinal(document.Name, "00020") < 0));
        Assert.Contains(documents, document => document.Name == "05000.txt");
        Assert.Equal(documents.Length * 2, store.AllFacts(FactQuery.All).Count());
        Assert.Equal(documents.Length * 2, store.Count(FactQuery.All).Total);
    }

    [Fact]
    public async Task A_reviewer_in_another_process_decides_while_a_run_writes()
    {
        using var running = SqliteFactStore.Open(Path, create: true);
        Write(running, 0, 10);
        using var reviewing = SqliteFactStore.Open(Path);
        var facts = reviewing.Facts(FactQuery.All).Facts;
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() =>
        {
            using var writer = running.BeginRun(Start with { BatchSize = 50 });
            for (var i = 100; !stop.IsCancellationRequested; i++) writer.Write(Article(i).Write);
            writer.Complete();
        });

        foreach (var fact in facts)
            reviewing.Decide(new NewDecision { Kind = DecisionKind.Accept, FactId = fact.Fact.Id, Reviewer = "ann", At = Noon });
        await stop.CancelAsync();
        await run;

        Assert.Equal(20, reviewing.Count(FactQuery.All).Accepted);
        Assert.Equal(reviewing.Count(FactQuery.All).Total, reviewing.AllFacts(FactQuery.All).Count());
        Assert.Empty(Sql("PRAGMA foreign_key_check"));
    }

    [Fact]
    public void Documents_of_a_text_are_found_without_going_through_all()
    {
        SqliteFactStore.Open(Path, create: true).Dispose();

        Assert.Contains("documents_by_hash", string.Join(' ', Sql($"EXPLAIN QUERY PLAN {DecisionWriter.DocumentsOfText}")));
    }

    [Fact]
    public void Counts_agree_with_the_facts_after_anything()
    {
        using var store = SqliteFactStore.Open(Path, create: true);
        var random = new Random(11);
        for (var round = 0; round < 12; round++)
        {
            using (var writer = store.BeginRun(Start with { RulesVersion = $"rules-{round}", BatchSize = 3 }))
            {
                for (var i = 0; i < 8; i++)
                {
                    var name = $"{random.Next(10)}.txt";
                    if (random.Next(4) == 0 && writer.Find("/articles", name) is { } state) writer.Remove(state.Id);
                    else writer.Write(Varied(name).Write);
                }

                writer.Complete();
            }

            foreach (var fact in store.Facts(FactQuery.All).Facts.Where(_ => random.Next(3) == 0))
            {
                var kind = (DecisionKind)random.Next(3);
                store.Decide(new NewDecision
                {
                    Kind = kind,
                    FactId = fact.Fact.Id,
                    Changes = kind == DecisionKind.Correct ? [new SlotChange(Facts.SlotName.Region, $"R{random.Next(3)}"), new SlotChange(Facts.SlotName.Partner, random.Next(2) == 0 ? "US" : null)] : [],
                    Reviewer = "ann",
                    At = Noon,
                });
            }

            if (store.Decisions(new DecisionQuery { OnlyStanding = true }).ToList() is { Count: > 0 } standing)
                store.Decide(new NewDecision { Kind = DecisionKind.Undo, Undoes = standing[random.Next(standing.Count)].Sequence, Reviewer = "ann", At = Noon });
        }

        Assert.NotEmpty(Sql("SELECT 1 FROM fact_rows WHERE extracted IS NOT NULL"));
        foreach (var (dimension, columns) in new[]
        {
            (0, "0, 0, 0"), (1, "region_id, 0, 0"), (2, "partner_id, 0, 0"), (3, "category_id, 0, 0"), (4, "rule_id, 0, 0"), (5, "flow, 0, 0"), (6, "unit_id, 0, 0"),
            (7, "region_id, flow, period_to / 100"), (8, "period_from, period_to, 0"),
        })
        {
            Assert.Equal(
                Sql($"SELECT {columns}, state, count(*) FROM fact_rows GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"),
                Sql($"SELECT a, b, c, state, facts FROM fact_counts WHERE dimension = {dimension} ORDER BY 1, 2, 3, 4"));
        }

        Assert.Empty(Sql("SELECT name FROM documents d WHERE fact_count <> (SELECT count(*) FROM fact_rows WHERE document_id = d.id) OR pending_count <> (SELECT count(*) FROM fact_rows WHERE document_id = d.id AND state = 0)"));
        Assert.Empty(Sql("PRAGMA foreign_key_check"));
        Assert.Equal(["ok"], Sql("PRAGMA integrity_check"));
        Sql("INSERT INTO sentence_words (sentence_words, rank) VALUES ('integrity-check', 1)");

        SampleArticle Varied(string name)
        {
            var article = new SampleArticle(name);
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                article.Says($"Sentence {random.Next(3)}.", fact => fact with { Growth = random.Next(3), Region = $"R{random.Next(3)}", Flow = (Facts.Flow)random.Next(4), Category = random.Next(2) == 0 ? "toys" : null });
            }

            return article;
        }
    }

    [Fact]
    public void A_process_killed_at_any_moment_leaves_whole_documents()
    {
        var random = new Random(5);
        for (var round = 0; round < 5; round++)
        {
            using (var process = WriterProcess.Start(Path))
            {
                // The first line says that it is writing.
                process.StandardOutput.ReadLine();
                Thread.Sleep(random.Next(300));
                process.Kill();
                process.WaitForExit();
            }

            using var store = SqliteFactStore.Open(Path);
            var documents = store.Documents(new DocumentQuery { Limit = 0 }).Documents;
            Assert.All(documents, document => Assert.Equal((2, 2), (document.FactCount, document.NumberCount)));
            Assert.Equal(documents.Length * 2, store.AllFacts(FactQuery.All).Count());
            Assert.Equal(documents.Length * 2, store.Count(FactQuery.All).Total);
            Assert.All(store.Quotes(), document => Assert.All(document.Quotes, quote => Assert.Equal(quote.Quote, quote.Span.Of(document.Text))));
            Assert.Equal(["ok"], Sql("PRAGMA integrity_check"));
            using var next = store.BeginRun(Start);
            Assert.Null(store.Runs().First(run => run.Id < next.RunId).Finished);
        }

        Assert.NotEmpty(Sql("SELECT 1 FROM documents"));
    }

    /// <summary>This test project again, as a process that writes until it is killed.</summary>
    private static class WriterProcess
    {
        public static Process Start(string path)
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
            foreach (var argument in (string[])[typeof(WriteUntilKilled).Assembly.Location, WriteUntilKilled.Verb, path]) start.ArgumentList.Add(argument);
            return Process.Start(start)!;
        }
    }
}
