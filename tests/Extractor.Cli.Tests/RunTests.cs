using Extractor.Facts;

namespace Extractor.Cli.Tests;

public sealed class RunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_becomes_a_database_and_two_files()
    {
        folder.Write("news/china.txt", Articles.China);
        folder.Write("news/sub/vietnam.txt", Articles.Vietnam);
        var result = Run("run", "news");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Contains("2 documents (2 added, 0 changed, 0 unchanged, 0 gone), 0 failed", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder["output/facts.db"]));
        Assert.StartsWith("doc,region,period,flow,partner,category,value,unit,growth,", File.ReadAllText(folder["output/facts.csv"]), StringComparison.Ordinal);
        var facts = Facts(File.ReadAllText(folder["output/facts.jsonl"]));
        Assert.Equal(["china.txt", "china.txt", "sub/vietnam.txt"], facts.Select(fact => fact.Doc));
        Assert.Equal(1_200_000_000_000m, facts[0].Value);
        Assert.Equal(5.2m, facts[0].Growth);
    }

    [Fact]
    public void Jsonl_writes_fact_lines_and_nothing_else()
    {
        folder.Write("news/china.txt", Articles.China);
        var result = Run("run", "news", "--format", "jsonl");
        Assert.Equal(0, result.ExitCode);
        var fact = Assert.Single(Facts(result.Output), fact => fact.Flow == Flow.Exports);
        Assert.Equal("China", fact.Region);
        Assert.Equal("2024-05/2024-05", fact.Period.ToString());
        Assert.Equal(fact.Quote, fact.Span.Of(Articles.China));
        Assert.Equal(File.ReadAllText(folder["output/facts.jsonl"]), result.Output);
    }

    [Fact]
    public void Csv_on_standard_output_is_the_file()
    {
        folder.Write("news/china.txt", Articles.China);
        var result = Run("run", "news", "--format", "csv", "--out", "results");
        Assert.Equal(File.ReadAllText(folder["results/facts.csv"]), result.Output);
        Assert.True(File.Exists(folder["results/facts.db"]));
    }

    [Fact]
    public void One_document_comes_from_standard_input()
    {
        var result = ExtractorProcess.RunIn(folder.Path, "Exports rose 5.2 percent to 1.2 trillion yuan in May, China's customs said.", "run", "-", "--published", "2024-06-07", "--format", "jsonl");
        Assert.Equal(0, result.ExitCode);
        var fact = Assert.Single(Facts(result.Output));
        Assert.Equal("2024-05/2024-05", fact.Period.ToString());
        Assert.Equal("stdin", fact.Doc);
    }

    [Fact]
    public void Metadata_beside_the_articles_gives_the_date()
    {
        folder.Write("news/a.txt", "China's exports rose 5.2 percent to 1.2 trillion yuan in May.");
        folder.Write("news/metadata.jsonl", """{"doc":"a.txt","published":"2023-06-07","title":"Up","url":"https://example.org/a"}""");
        var lines = Run("run", "news", "--format", "jsonl").Lines;
        Assert.True(FactLine.TryParse(lines[0], out var line, out var error), error);
        Assert.Equal("2023-05/2023-05", line.Fact.Period.ToString());
        Assert.Equal(new DateOnly(2023, 6, 7), line.Metadata.Published);
        Assert.Equal("https://example.org/a", line.Metadata.Url);
    }

    [Fact]
    public void Output_bytes_do_not_depend_on_threads_or_order()
    {
        Articles.WriteMany(folder, "news", 60);
        folder.Write("news/more.txt", Articles.China);
        var one = Run("run", "news", "--threads", "1", "--out", "one", "--format", "jsonl");
        var four = Run("run", "news", "--threads", "4", "--out", "four", "--format", "jsonl");
        Assert.Equal(0, one.ExitCode);
        Assert.Equal(one.Output, four.Output);
        Assert.Equal(File.ReadAllBytes(folder["one/facts.csv"]), File.ReadAllBytes(folder["four/facts.csv"]));
        Assert.Equal(Run("facts", "--db", "one/facts.db", "--format", "jsonl").Output, Run("facts", "--db", "four/facts.db", "--format", "jsonl").Output);

        var forth = Run("run", "news/0", "news/1", "--threads", "4", "--out", "forth", "--format", "jsonl");
        var back = Run("run", "news/1", "news/0", "--threads", "3", "--out", "back", "--format", "jsonl");
        Assert.Equal(forth.Output, back.Output);
    }

    [Fact]
    public void Running_again_does_nothing_for_what_has_not_changed()
    {
        folder.Write("news/a.txt", Articles.China);
        folder.Write("news/b.txt", Articles.Vietnam);
        folder.Write("news/c.txt", Articles.Number(7));
        var first = Run("run", "news", "--format", "jsonl");
        var again = Run("run", "news", "--format", "jsonl");
        Assert.Equal(first.Output, again.Output);
        Assert.Contains("(0 added, 0 changed, 3 unchanged, 0 gone)", again.Error, StringComparison.Ordinal);

        folder.Write("news/b.txt", Articles.Number(3));
        folder.Write("news/d.txt", Articles.Number(4));
        File.Delete(folder["news/c.txt"]);
        var changed = Run("run", "news");
        Assert.Contains("(1 added, 1 changed, 1 unchanged, 1 gone)", changed.Output, StringComparison.Ordinal);
        Assert.Contains("c.txt: gone", changed.Error, StringComparison.Ordinal);
        var facts = Facts(Run("facts", "--format", "jsonl").Output);
        Assert.Equal(["a.txt", "b.txt", "d.txt"], facts.Select(fact => fact.Doc).Distinct());
        Assert.DoesNotContain(facts, fact => fact.Region == "Vietnam");
    }

    [Fact]
    public void A_run_over_one_file_takes_nothing_away()
    {
        folder.Write("news/a.txt", Articles.China);
        folder.Write("news/b.txt", Articles.Vietnam);
        Run("run", "news");
        var one = Run("run", "news/a.txt");
        Assert.Contains("(0 added, 0 changed, 1 unchanged, 0 gone)", one.Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("documents", "--format", "jsonl").Lines.Length);
    }

    [Fact]
    public void Copies_are_linked_to_the_first()
    {
        var article = string.Concat(Enumerable.Range(0, 12).Select(Articles.Number));
        folder.Write("news/a.txt", article);
        folder.Write("news/b.txt", "Syndicated.\n\n" + article);
        folder.Write("news/c.txt", Articles.China);
        folder.Write("news/d.txt", article);
        Assert.Contains("2 copies", Run("run", "news").Output, StringComparison.Ordinal);
        var copies = Run("documents", "--duplicates", "--format", "csv").Lines;
        Assert.Equal(3, copies.Length);
        Assert.Contains("near as a.txt", copies[1], StringComparison.Ordinal);
        Assert.Contains("same as a.txt", copies[2], StringComparison.Ordinal);

        folder.Write("news/d.txt", article + "Added.\n");
        Assert.Contains("1 changed", Run("run", "news").Output, StringComparison.Ordinal);
        Assert.Contains("d.txt", Run("documents", "--duplicates", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_facts_is_1()
    {
        folder.Write("news/a.txt", Articles.NoTrade);
        Assert.Equal(1, Run("run", "news").ExitCode);
        Assert.Equal(1, Run("facts").ExitCode);
    }

    [Fact]
    public void Two_runs_at_once_wait_for_each_other()
    {
        Articles.WriteMany(folder, "one", 150);
        Articles.WriteMany(folder, "two", 150);
        using var first = ExtractorProcess.Start(folder.Path, "run", "one", "--out", "results");
        using var second = ExtractorProcess.Start(folder.Path, "run", "two", "--out", "results");
        var a = ExtractorProcess.Finish(first, []);
        var b = ExtractorProcess.Finish(second, []);
        Assert.True((a.ExitCode, b.ExitCode) == (0, 0), a.Error + b.Error);
        Assert.Equal(300, Run("documents", "--db", "results/facts.db", "--format", "jsonl").Lines.Length);
        Assert.Equal(0, Run("verify", "--db", "results/facts.db").ExitCode);
    }

    [Fact]
    public void Killed_runs_leave_whole_documents_and_a_second_run_completes_them()
    {
        Articles.WriteMany(folder, "news", 300);
        var undisturbed = Run("run", "news", "--out", "undisturbed", "--format", "jsonl");
        foreach (var delay in new[] { 100, 250, 400, 600 })
        {
            using (var run = ExtractorProcess.Start(folder.Path, "run", "news", "--out", "killed"))
            {
                Thread.Sleep(delay);
                run.Kill();
                run.WaitForExit();
            }

            if (!File.Exists(folder["killed/facts.db"])) continue;
            var verified = Run("verify", "--db", "killed/facts.db");

            // Killed before the tables were made.
            if (verified.Error.Contains("an empty file", StringComparison.Ordinal)) continue;
            Assert.InRange(verified.ExitCode, 0, 1);
        }

        Assert.Equal(0, Run("run", "news", "--out", "killed").ExitCode);
        Assert.Equal(0, Run("verify", "--db", "killed/facts.db").ExitCode);
        Assert.Equal(WithoutRun(undisturbed.Output), WithoutRun(File.ReadAllText(folder["killed/facts.jsonl"])));
    }

    private static string[] WithoutRun(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => FactLine.TryParse(line, out var read, out _) ? (read with { Run = null }).ToJson() : line)];

    private static Fact[] Facts(string lines) =>
    [
        .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => FactLine.TryParse(line, out var read, out var error) ? read.Fact : throw new InvalidDataException($"{error}: {line}")),
    ];

    private ExtractorProcess.Result Run(params string[] arguments) => ExtractorProcess.RunIn(folder.Path, "", arguments);
}
