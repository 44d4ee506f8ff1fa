using System.Text;

namespace Extractor.Cli.Tests;

/// <summary>Whatever lies in the folder: it is named, the rest is read, and nothing stored before is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Bad_files_are_named_and_the_rest_is_read()
    {
        folder.Write("news/good.txt", Articles.China);
        folder.Write("news/empty.txt", "");
        folder.Write("news/binary.txt", [0x7f, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0, 1, 0, 0, 0xff, 0xfe, 0, 0, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0]);
        folder.Write("news/long.txt", Encoding.ASCII.GetBytes(new string('x', 50 << 20)));
        File.CreateSymbolicLink(folder["news/dangling.txt"], folder["nowhere.txt"]);
        var result = Run("run", "news");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("good.txt", result.Output, StringComparison.Ordinal);
        foreach (var name in new[] { "empty.txt", "binary.txt", "long.txt", "dangling.txt" })
        {
            Assert.Contains(name, result.Error, StringComparison.Ordinal);
            Assert.Contains(name, Run("failures", "--format", "csv").Output, StringComparison.Ordinal);
        }

        Assert.Equal(2, Run("facts", "--format", "jsonl").Lines.Length);
    }

    [Fact]
    public void Invalid_UTF8_is_never_read_in_silence()
    {
        folder.Write("news/invalid.txt", [.. Encoding.UTF8.GetBytes("China's exports rose 5.2 percent in May 2024 — "), 0xc3, 0x28, 0xff, .. "to 1.2 trillion yuan."u8]);
        var result = Run("run", "news");
        Assert.Contains("invalid.txt", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named_beside_one_that_is_read()
    {
        folder.Write("news/good.txt", Articles.China);
        var result = Run("run", "nowhere", "news");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("nowhere", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 added", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a database at all, but long enough to look like one to somebody who does not look closely")]
    [InlineData("SQLite format 3\0 and then rubbish that no page of a database ever looked like")]
    public void A_corrupt_database_is_named_and_left_as_it_is(string content)
    {
        folder.Write("news/good.txt", Articles.China);
        folder.Write("results/facts.db", content);
        foreach (var arguments in new string[][] { ["run", "news", "--out", "results"], ["facts", "--db", "results/facts.db"], ["verify", "--db", "results/facts.db"] })
        {
            var result = Run(arguments);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("results/facts.db", result.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        }

        Assert.Equal(content, File.ReadAllText(folder["results/facts.db"]));
    }

    [Fact]
    public void A_missing_database_is_named_with_what_to_do()
    {
        var result = Run("facts", "--db", "no/such.db");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("no/such.db", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["no/such.db"]));
    }

    [Fact]
    public void A_full_disk_is_named_and_loses_nothing_stored_before()
    {
        Articles.WriteMany(folder, "news", 400);
        Assert.Equal(0, Run("run", "news/1", "--out", "results").ExitCode);
        var before = Run("facts", "--db", "results/facts.db", "--format", "jsonl").Output;

        // A limit on the size of files stands in for a disk without room; the runtime's own maps are spared it.
        var kilobytes = (new FileInfo(folder["results/facts.db"]).Length / 1024) + 64;
        var full = ExtractorProcess.Shell(folder.Path, $"trap '' XFSZ; ulimit -f {kilobytes}; DOTNET_EnableWriteXorExecute=0 \"$EXTRACTOR\" run news --out results");
        Assert.Equal(2, full.ExitCode);
        Assert.Contains("results/facts", full.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", full.Error, StringComparison.Ordinal);

        Assert.Equal(0, Run("verify", "--db", "results/facts.db").ExitCode);
        var after = Run("facts", "--db", "results/facts.db", "--format", "jsonl").Output;
        Assert.All(before.Split('\n'), line => Assert.Contains(line, after, StringComparison.Ordinal));
        Assert.Equal(0, Run("run", "news", "--out", "results").ExitCode);
    }

    [Fact]
    public void Names_and_words_of_articles_cannot_command_the_terminal()
    {
        folder.Write("news/\u001b[2Jevil.txt", "");
        var result = Run("run", "news");
        Assert.DoesNotContain('\u001b', result.Error + result.Output);
    }

    private ExtractorProcess.Result Run(params string[] arguments) => ExtractorProcess.RunIn(folder.Path, "", arguments);
}
