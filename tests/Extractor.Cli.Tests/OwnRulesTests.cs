using Extractor.Facts;

namespace Extractor.Cli.Tests;

/// <summary>An analyst adds a phrasing, a partner group and a category noun, with the files of README, and compiles nothing.</summary>
public sealed class OwnRulesTests : IDisposable
{
    private const string Article =
        "Peru's exports to the Lithium Triangle hauled in $5.2 billion in May 2024.\n\nSpodumene made up 12% of Peru's exports in May 2024.\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_uses_them_and_show_names_the_rule()
    {
        folder.Write("news/peru.txt", Article);
        Assert.Equal(1, Run("run", "news").ExitCode);
        WriteReadmeFiles();

        var run = Run("run", "news", "--rules", "mine", "--lexicon", "mine", "--format", "jsonl");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 changed", run.Error, StringComparison.Ordinal);
        var facts = run.Lines.Select(line => FactLine.TryParse(line, out var read, out var error) ? read.Fact : throw new InvalidDataException(error)).ToArray();
        Assert.Equal(2, facts.Length);
        Assert.Equal(("LITHIUM", 5_200_000_000m, "mine.hauled-in"), (facts[0].Partner, facts[0].Value, facts[0].Rule));
        Assert.Equal(("spodumene", 12m), (facts[1].Category?.ToLowerInvariant(), facts[1].Share));

        var shown = Run("show", facts[0].Id).Output;
        Assert.Matches(@"rule +mine\.hauled-in", shown);
        Assert.Contains("by rule mine.hauled-in: \"hauled in 5 billion\": a level.", shown, StringComparison.Ordinal);

        Assert.Contains("1 unchanged", Run("run", "news", "--rules", "mine", "--lexicon", "mine").Output, StringComparison.Ordinal);
        File.AppendAllText(folder["mine/words-mine.tsv"], "vapes\tgoods\n");
        Assert.Contains("1 changed", Run("run", "news", "--rules", "mine", "--lexicon", "mine").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_that_extracts_takes_them()
    {
        WriteReadmeFiles();
        folder.Write("peru.txt", Article);
        foreach (var command in new string[][] { ["explain", "peru.txt"], ["ledger", "peru.txt"], ["rules", "test"] })
        {
            var result = Run([.. command, "--rules", "mine", "--lexicon", "mine"]);
            Assert.True(result.ExitCode is 0 or 1, $"{string.Join(' ', command)}: {result.Error}");
            if (command[0] != "rules") Assert.DoesNotContain("unresolved:", result.Output, StringComparison.Ordinal);
        }

        Assert.Contains("by rule mine.hauled-in:", Run("explain", "peru.txt", "--rules", "mine", "--lexicon", "mine").Output, StringComparison.Ordinal);
        Assert.Contains("mine.hauled-in", Run("rules", "list", "--rules", "mine").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mine.hauled-in", Run("rules", "test", "--rules", "mine").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_example_that_does_not_hold_is_named_with_what_was_read()
    {
        WriteReadmeFiles();
        var rule = File.ReadAllText(folder["mine/mine.rules"]);
        folder.Write("mine/mine.rules", rule.Replace("=> value 5200000000", "=> value 5200000001", StringComparison.Ordinal));
        var result = Run("rules", "test", "--rules", "mine");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("mine/mine.rules:5: mine.hauled-in: Chile's exports hauled in $5.2 billion in May 2024.\n    no fact has value 5200000001; read: Chile exports", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mine.rules", "rule mine.a\n  reads value\n  when {rise} #money\n", "mine/mine.rules:3:8: '{rise}' found; expected flow, noun, place")]
    [InlineData("mine.rules", "rule mine.a\n  reads value\n  when by #money\n  - Exports rose.\n", "mine/mine.rules:1:1: rule 'mine.a' has no positive example")]
    [InlineData("places-mine.tsv", "form\tkind\tcode\tname\nLithium Triangle\tbloc\tLITHIUM\n", "mine/places-mine.tsv(2): column 'kind': 'bloc' is not known; expected one of ")]
    [InlineData("goods.tsv", "form\tclass\nvapes\tgoods\n", "mine/goods.tsv(1): no word list is called so; the file's name should begin with words, ")]
    public void A_line_that_is_not_understood_stops_the_start(string file, string content, string message)
    {
        folder.Write("news/peru.txt", Article);
        folder.Write("mine/" + file, content);
        var option = file.EndsWith(".rules", StringComparison.Ordinal) ? "--rules" : "--lexicon";
        var result = Run("run", "news", option, "mine");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["output/facts.db"]));
    }

    [Theory]
    [InlineData("--rules", "holds no file *.rules")]
    [InlineData("--lexicon", "holds no file *.tsv")]
    public void An_empty_folder_is_a_mistake(string option, string message)
    {
        Directory.CreateDirectory(folder["mine"]);
        var result = Run("explain", "Chile's exports rose.", option, "mine");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    /// <summary>The blocks of README, each behind the line that names its file.</summary>
    private void WriteReadmeFiles()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Folder, "README.md"));
        foreach (var name in new[] { "mine/mine.rules", "mine/places-mine.tsv", "mine/words-mine.tsv" })
        {
            var at = readme.IndexOf($"`{name}`:\n\n```\n", StringComparison.Ordinal);
            Assert.True(at >= 0, $"README has no block for {name}");
            var start = readme.IndexOf("```\n", at, StringComparison.Ordinal) + 4;
            folder.Write(name, readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)]);
        }
    }

    private ExtractorProcess.Result Run(params string[] arguments) => ExtractorProcess.RunIn(folder.Path, "", arguments);
}
