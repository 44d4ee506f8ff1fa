using System.Text.Json;
using Extractor.Facts;

namespace Extractor.Cli.Tests;

/// <summary>The commands that look at what a run has stored, and those that need no store.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CommandTests()
    {
        folder.Write("news/china.txt", "Trade news.\n\n" + Articles.China + "\nThe end of the article.\n");
        folder.Write("news/vietnam.txt", Articles.Vietnam);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Facts_are_filtered()
    {
        Run("run", "news");
        Assert.Equal(["Vietnam"], Regions("--region", "Vietnam"));
        Assert.Equal(["China"], Regions("--flow", "imports"));
        Assert.Equal(["China", "China"], Regions("--period", "2024-05"));
        Assert.Equal(["China", "China", "Vietnam"], Regions("--period", "2024"));
        Assert.Equal(["Vietnam"], Regions("--doc", "viet*"));
        Assert.Equal(["Vietnam"], Regions("--text", "reached"));
        Assert.Equal(["China", "China", "Vietnam"], Regions("--status", "pending", "--partner", "world"));
        Assert.Empty(Regions("--status", "accepted"));
        Assert.Equal(["China"], Regions("--limit", "1"));

        string[] Regions(params string[] filter) =>
            [.. Run(["facts", "--format", "jsonl", .. filter]).Lines.Select(line => FactLine.TryParse(line, out var read, out _) ? read.Fact.Region : line)];
    }

    [Fact]
    public void A_fact_is_shown_with_its_sentence_neighbours_slots_and_rule()
    {
        Run("run", "news");
        Assert.True(FactLine.TryParse(Run("facts", "--flow", "imports", "--format", "jsonl").Lines[0], out var line, out _));
        var shown = Run("show", line.Fact.Id[..8]);
        Assert.Equal(0, shown.ExitCode);
        Assert.Contains($"  > {line.Fact.Quote}", shown.Output, StringComparison.Ordinal);
        Assert.Contains("China's exports rose", shown.Output, StringComparison.Ordinal);
        Assert.Contains("The end of the article.", shown.Output, StringComparison.Ordinal);
        Assert.Contains($"where      china.txt:{line.Fact.Span}", shown.Output, StringComparison.Ordinal);
        Assert.Contains("rule       " + line.Fact.Rule, shown.Output, StringComparison.Ordinal);
        Assert.Contains("region = China", shown.Output, StringComparison.Ordinal);
        Assert.Contains("carried", shown.Output, StringComparison.Ordinal);
        Assert.Equal(1, Run("show", "ffffffffffffffff").ExitCode);
    }

    [Fact]
    public void Verify_finds_what_changed_and_what_vanished()
    {
        Run("run", "news");
        Assert.Equal(0, Run("verify").ExitCode);
        folder.Write("news/china.txt", "Something else entirely.");
        File.Delete(folder["news/vietnam.txt"]);
        var result = Run("verify", "--format", "csv");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("china.txt,source changed,2,", result.Output, StringComparison.Ordinal);
        Assert.Contains("vietnam.txt,source vanished,1,", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Failures_are_read_again_once_they_can_be()
    {
        folder.Write("news/later.txt", "");
        Assert.Equal(2, Run("run", "news").ExitCode);
        Assert.Contains("later.txt", Run("failures").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("retry").ExitCode);
        folder.Write("news/later.txt", Articles.Number(3));
        Assert.Equal(0, Run("retry").ExitCode);
        Assert.Equal(1, Run("failures").ExitCode);
        Assert.Equal(3, Run("documents", "--format", "jsonl").Lines.Length);
    }

    [Fact]
    public void A_watched_folder_is_processed_as_files_arrive()
    {
        using var watch = ExtractorProcess.Start(folder.Path, "watch", "news");
        try
        {
            Wait(() => Run("documents", "--format", "jsonl").Lines.Length == 2);
            folder.Write("news/new.txt", Articles.Number(5));
            Wait(() => Run("documents", "--format", "jsonl").Lines.Length == 3);
            File.Delete(folder["news/vietnam.txt"]);
            Wait(() => !Run("documents", "--format", "jsonl").Output.Contains("vietnam", StringComparison.Ordinal));
        }
        finally
        {
            watch.Kill();
            watch.WaitForExit();
        }

        static void Wait(Func<bool> condition)
        {
            var until = DateTime.UtcNow.AddSeconds(60);
            while (!condition())
            {
                Assert.True(DateTime.UtcNow < until, "the watched folder was not processed within a minute");
                Thread.Sleep(300);
            }
        }
    }

    [Fact]
    public void Eval_scores_against_gold_beside_each_article_and_holds_a_floor()
    {
        folder.Write("news/china.gold.jsonl", """
            {"doc":"china.txt","quote":"q","region":"China","period":"2024-05/2024-05","flow":"exports","value":1200000000000,"unit":"CNY","growth":5.2}
            {"doc":"china.txt","quote":"q","region":"China","period":"2024-05/2024-05","flow":"imports","value":900000000000,"unit":"CNY","growth":-9.9}
            """);
        var result = Run("eval", "news", "--misses", "5", "--format", "csv");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("strict,0.7500,0.7500,0.7500,3,4,4", result.Output, StringComparison.Ordinal);
        Assert.Contains("MISSED   china.txt: growth=-9.9", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 articles have no .gold.jsonl", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, Run("eval", "news", "--floor", "0.9").ExitCode);
        Assert.Equal(0, Run("eval", "news", "--floor", "0.7").ExitCode);
    }

    [Fact]
    public void The_ledger_accounts_for_every_number()
    {
        var rows = Run("ledger", "news/vietnam.txt", "--format", "jsonl").Lines.Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.All(rows, row => Assert.Equal(row.GetProperty("text").GetString(), Articles.Vietnam[row.GetProperty("start").GetInt32()..row.GetProperty("end").GetInt32()]));
        Assert.Equal(2, rows.Count(row => row.GetProperty("class").GetString() == "fact"));
        Assert.Contains(rows, row => row.GetProperty("class").GetString() == "date");
        Assert.Contains("2 fact", Run("ledger", "news/vietnam.txt").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_shows_the_article_without_its_page()
    {
        folder.Write("page.html", "<html><head><title>Exports up</title></head><body><nav><a href=/>Home</a><a href=/b>Business</a></nav><article><h1>Exports up</h1>"
            + string.Concat(Enumerable.Repeat($"<p>{Articles.China}</p>", 4)) + "</article></body></html>");
        var article = JsonDocument.Parse(Run("text", "page.html", "--format", "jsonl").Output).RootElement;
        Assert.Equal("page.html", article.GetProperty("doc").GetString());
        Assert.Equal("Exports up", article.GetProperty("title").GetString());
        Assert.StartsWith("China's exports rose", article.GetProperty("body").GetString()!.TrimStart(), StringComparison.Ordinal);
        Assert.DoesNotContain("Business", article.GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_derives_each_fact_from_text_file_or_standard_input()
    {
        var fromText = Run("explain", Articles.Vietnam);
        Assert.Equal(0, fromText.ExitCode);
        Assert.Contains("Vietnam exports, 2024-01/2024-01: 35.5 billion USD, +42%", fromText.Output, StringComparison.Ordinal);
        Assert.Contains("rule ", fromText.Output, StringComparison.Ordinal);
        Assert.Contains("Vietnam exports", Run("explain", "news/vietnam.txt").Output, StringComparison.Ordinal);
        Assert.Contains("Vietnam exports", ExtractorProcess.RunIn(folder.Path, Articles.Vietnam, "explain", "-").Output, StringComparison.Ordinal);
        Assert.Equal(1, Run("explain", "Nothing to see.").ExitCode);
    }

    [Fact]
    public void Rules_and_words_of_the_user_are_used_without_compiling()
    {
        folder.Write("rules/mine.rules", """
            rule mine.clocked
              says   "clocked in at 5 billion": a level.
              reads  value
              when   clocked in at #money
              + Chile's exports clocked in at $5.2 billion in May 2024. => value 5200000000
              - Chile's exports clocked their fifth rise in May 2024.
            """);
        folder.Write("words/places-mine.tsv", "form\tkind\tcode\tname\nOuter Islands Pact\tgroup\tOIP\tOuter Islands Pact\n");
        folder.Write("a.txt", "Chile's exports to the Outer Islands Pact clocked in at $5.2 billion in May 2024.\n");
        var lines = Run("run", "a.txt", "--rules", "rules", "--lexicon", "words", "--format", "jsonl").Lines;
        Assert.True(FactLine.TryParse(Assert.Single(lines), out var line, out var error), error);
        Assert.Equal(5_200_000_000m, line.Fact.Value);
        Assert.Equal("OIP", line.Fact.Partner);
        Assert.Equal("mine.clocked", line.Fact.Rule);
        Assert.Contains("rule       mine.clocked", Run("show", line.Fact.Id).Output, StringComparison.Ordinal);
        Assert.Contains("mine.clocked", Run("rules", "list", "--rules", "rules", "--format", "csv").Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules/mine.rules", "rule mine\n  reads nonsense\n", "--rules", "mine.rules:2:")]
    [InlineData("words/places-mine.tsv", "form\tkind\tcode\tname\nX\tplanet\tX\tX\n", "--lexicon", "places-mine.tsv(2)")]
    [InlineData("words/odd.tsv", "a\tb\n", "--lexicon", "odd.tsv(1): no word list is called so")]
    public void A_bad_line_is_named_with_file_and_line(string file, string content, string option, string message)
    {
        folder.Write(file, content);
        var result = Run("run", "news", option, file.Split('/')[0]);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    private ExtractorProcess.Result Run(params string[] arguments) => ExtractorProcess.RunIn(folder.Path, "", arguments);
}
