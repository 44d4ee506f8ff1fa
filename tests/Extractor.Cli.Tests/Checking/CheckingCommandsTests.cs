using Extractor.Cli.Export;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Tests.Checking;

/// <summary>The commands check, series, diff and export on a database of corpus articles.</summary>
public sealed class CheckingCommandsTests : IDisposable
{
    private static readonly Article Bank = new("pair-chile-2019-10-central-bank.txt", new DateOnly(2019, 11, 7));
    private static readonly Article Customs = new("pair-chile-2019-10-customs.txt", new DateOnly(2019, 11, 20));
    private static readonly Article First = new("pair-china-2021h1-preliminary.txt", new DateOnly(2021, 7, 13));
    private static readonly Article Restated = new("pair-china-2021h1-revised.txt", new DateOnly(2022, 7, 13));
    private static readonly Article Contradiction = new("contradiction-chongqing-2023q1.txt", new DateOnly(2023, 4, 20));

    private readonly CorpusStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public void Contradictions_come_first_with_both_sentences_and_the_arithmetic()
    {
        store.Run(Contradiction, First, Restated);
        var (code, output, _) = store.Extractor("check");
        var lines = output.Split('\n');

        Assert.Equal(ExitCode.Done, code);
        Assert.EndsWith("(" + lines[0].Split('(')[^1], lines[0], StringComparison.Ordinal);
        Assert.Contains("contradicted", lines[0], StringComparison.Ordinal);
        Assert.All(lines[1..3], line => Assert.StartsWith("  contradiction-chongqing-2023q1.txt:", line, StringComparison.Ordinal));
        Assert.Contains("other-sources: 9.85 trillion CNY and 9.86 trillion CNY: revised", output, StringComparison.Ordinal);
        Assert.DoesNotContain(": confirmed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_shown_on_request()
    {
        store.Run(First);

        Assert.Contains("exports+imports=trade: 9.85 + 8.22 = 18.07 trillion CNY: confirmed", store.Extractor("check", "--all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Outcomes_are_kept_with_the_facts()
    {
        store.Run(Bank, Customs);
        store.Extractor("check");
        using var facts = SqliteFactStore.Open(store.Database);
        var conflict = facts.Checks(CheckOutcome.Contradicted).First(check => check.Check == "other-sources");

        Assert.Equal(2, conflict.FactIds.Length);
        Assert.Contains(facts.ChecksOf(conflict.FactIds[0]), check => check.Arithmetic.EndsWith("conflict", StringComparison.Ordinal));
    }

    [Fact]
    public void Checks_are_written_for_programs_too()
    {
        store.Run(Bank, Customs);
        var rows = CsvReader.Read(new StringReader(store.Extractor("check", "--format", "csv").Output)).ToList();

        Assert.Equal(6, rows.Count(row => row["status"] == "conflict"));
        Assert.Equal(rows.Count, store.Extractor("check", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("exports-imports=balance", rows.Select(row => row["check"]));
    }

    [Fact]
    public void Rejected_facts_are_not_checked()
    {
        store.Run(Bank, Customs);
        using (var facts = SqliteFactStore.Open(store.Database))
        {
            foreach (var fact in facts.AllFacts(FactQuery.All with { Doc = Customs.Name }).ToList())
                facts.Decide(new NewDecision { Kind = DecisionKind.Reject, FactId = fact.Fact.Id, Reviewer = "r", At = DateTimeOffset.UnixEpoch });
        }

        Assert.DoesNotContain("conflict", store.Extractor("check").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Near_copies_count_as_one_source()
    {
        store.Run(Bank, Bank with { As = "copy.txt", CopyOf = Bank.Name, Published = new DateOnly(2019, 11, 8) });

        Assert.DoesNotContain("other-sources", store.Extractor("check", "--all").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_series_has_the_statements_behind_each_point_and_tells_what_was_known()
    {
        store.Run(First, Restated);
        string[] exports = ["series", "--region", "China", "--flow", "exports", "--measure", "value", "--partner", "world"];

        var now = CsvReader.Read(new StringReader(store.Extractor([.. exports, "--format", "csv"]).Output)).ToList();
        var then = CsvReader.Read(new StringReader(store.Extractor([.. exports, "--format", "csv", "--as-of", "2021-12-31"]).Output)).ToList();

        Assert.Equal(["2021-01/2021-06 9860000000000 revised", "2022-01/2022-06 11140000000000 single"], now.Select(row => $"{row["period"]} {row["number"]} {row["relation"]}"));
        Assert.Equal("9.85 trillion CNY (pair-china-2021h1-preliminary.txt, 2021-07-13); 9.85 trillion CNY (pair-china-2021h1-revised.txt, 2022-07-13); 9.86 trillion CNY (pair-china-2021h1-revised.txt, 2022-07-13)", now[0]["statements"]);
        Assert.Equal(["2021-01/2021-06 9850000000000"], then.Select(row => $"{row["period"]} {row["number"]}"));
        Assert.Contains("China, exports: value in CNY, by half", store.Extractor(exports).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Nothing, store.Extractor("series", "--region", "Atlantis").Code);
    }

    [Fact]
    public void Both_ends_of_a_trade_are_listed_side_by_side()
    {
        store.Run(
            Bank with { Change = fact => fact.Flow == Flow.Exports ? fact with { Partner = "CN" } : null },
            Customs with { Change = fact => fact is { Flow: Flow.Imports } ? fact with { Region = "China", Partner = "CL" } : null });
        var (code, output, _) = store.Extractor("series", "--mirror", "--format", "jsonl");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("\"exporter\":\"Chile\",\"exports\":\"5.63 billion USD\",\"importer\":\"China\",\"imports\":\"6.22 billion USD\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_are_compared()
    {
        var before = store.Run(First with { Change = fact => fact.Share is null && fact.Partner != "US" ? fact : null });
        var after = store.Run(First with { Change = fact => fact.Flow == Flow.Balance ? null : fact.Partner == "EU" ? fact with { Partner = "ASEAN+EU" } : fact });
        var (code, output, _) = store.Extractor("diff", $"{before}", $"{after}");

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains("    changed: partner", output, StringComparison.Ordinal);
        Assert.Contains("2 added, 1 lost, 1 changed; 0 against a decision", output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Nothing, store.Extractor("diff", $"{after}", $"{after}").Code);
    }

    [Fact]
    public void A_difference_against_a_decision_is_named()
    {
        var before = store.Run(First);
        using (var facts = SqliteFactStore.Open(store.Database))
        {
            var balance = facts.AllFacts(FactQuery.All with { Flow = Flow.Balance }).Single();
            facts.Decide(new NewDecision { Kind = DecisionKind.Accept, FactId = balance.Fact.Id, Reviewer = "r", At = DateTimeOffset.UnixEpoch });
        }

        var after = store.Run(First with { Change = fact => fact.Flow == Flow.Balance ? fact with { Value = -fact.Value } : fact });
        var (_, output, _) = store.Extractor("diff", $"{before}", $"{after}");

        Assert.Contains("    against a decision: ", output, StringComparison.Ordinal);
        Assert.Contains("1 against a decision", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_never_was_is_told()
    {
        store.Run(First);
        var (code, _, messages) = store.Extractor("diff", "1", "9");

        Assert.Equal(ExitCode.Errors, code);
        Assert.Contains("there is no run 9: the database knows 1 to 1", messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("xlsx")]
    public void Facts_are_exported_and_read_back(string format)
    {
        store.Run(First);
        var file = store[$"facts.{format}"];
        var (code, output, messages) = store.Extractor("export", "--format", format, "--out", file);
        using var facts = SqliteFactStore.Open(store.Database);
        var stored = facts.AllFacts(FactQuery.All).Select(fact => FactIdentity.Of(fact.DocumentHash, fact.Fact));
        using var written = File.OpenRead(file);
        var read = format switch
        {
            "xlsx" => XlsxTable.Read(written).Select(FactRows.FromRow),
            "csv" => CsvReader.Read(new StreamReader(written)).Select(FactRows.FromRow),
            _ => new StreamReader(written).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(json => FactLine.TryParse(json, out var line, out var error) ? line : throw new InvalidDataException(error)),
        };

        Assert.Equal((ExitCode.Done, ""), (code, output));
        Assert.Contains("9 written", messages, StringComparison.Ordinal);
        Assert.Equal(stored, read.Select(line => line.Fact.Id));
        Assert.False(File.Exists(file + ".part"));
    }

    [Fact]
    public void Annotations_hold_on_the_stored_text()
    {
        store.Run(First);
        store.Extractor("export", "--format", "annotations", "--out", store["facts.jsonld"]);
        using var facts = SqliteFactStore.Open(store.Database);
        var document = facts.ReadDocument(facts.FindDocument(First.Name)!.Id)!.Document;
        using var written = File.OpenRead(store["facts.jsonld"]);
        var annotations = WebAnnotations.Read(written).ToList();

        Assert.Equal(9, annotations.Count);
        Assert.All(annotations, annotation => Assert.True(annotation.Holds(document)));
    }

    [Fact]
    public void Series_go_to_SDMX_and_to_workbooks()
    {
        store.Run(First, Restated);

        Assert.Equal(ExitCode.Done, store.Extractor("series", "--format", "sdmx", "--out", store["a.csv"]).Code);
        Assert.Equal(ExitCode.Done, store.Extractor("series", "--format", "xlsx", "--out", store["a.xlsx"]).Code);
        Assert.Equal(ExitCode.Done, store.Extractor("export", "--format", "sdmx", "--out", store["b.csv"]).Code);
        using var workbook = File.OpenRead(store["a.xlsx"]);
        using var sdmx = new StreamReader(store["a.csv"]);
        var rows = SdmxCsv.Read(sdmx).ToList();

        Assert.Equal(rows, XlsxTable.Read(workbook).Select(SeriesRow.FromRow));
        Assert.Equal(File.ReadAllText(store["a.csv"]), File.ReadAllText(store["b.csv"]));
        Assert.Contains(",M,CN,US,T,", File.ReadAllText(store["a.csv"]).Replace(",S,CN,", ",M,CN,", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_needs_a_file_or_a_pipe_and_a_table_needs_neither()
    {
        store.Run(First);

        Assert.Equal(ExitCode.Errors, store.Extractor("series", "--format", "table", "--out", store["a.txt"]).Code);
        Assert.False(File.Exists(store["a.txt"]));
        Assert.StartsWith("PK", store.Extractor("facts", "--format", "xlsx").Output, StringComparison.Ordinal);
        Assert.StartsWith("PK", store.Extractor("export", "--format", "xlsx").Output, StringComparison.Ordinal);
    }
}
