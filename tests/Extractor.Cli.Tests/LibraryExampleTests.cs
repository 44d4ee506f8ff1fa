using System.Runtime.CompilerServices;
using Extractor.Text;

namespace Extractor.Cli.Tests;

/// <summary>The lines of C# in README, run as they stand there.</summary>
public sealed class LibraryExampleTests
{
    [Fact]
    public void The_lines_in_README_find_the_fact()
    {
        var written = new StringWriter();
        Example(written);
        Assert.Equal("China Exports 2024-05/2024-05 1200000000000 CNY 5.2: China's exports rose 5.2% to 1.2 trillion yuan in May 2024." + Environment.NewLine, Canonical(written.ToString()));
    }

    [Fact]
    public void README_has_the_lines_that_were_run()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Folder, "README.md"));
        var block = readme.Split("```csharp\n")[1].Split("```")[0];
        var source = Lines(File.ReadAllText(ThisFile()).Replace("console.WriteLine", "Console.WriteLine", StringComparison.Ordinal));
        Assert.All(Lines(block), line => Assert.Contains(line, source));
    }

    private static void Example(TextWriter console)
    {
        var article = new SourceDocument("may.txt", "China's exports rose 5.2% to 1.2 trillion yuan in May 2024.");
        foreach (var fact in TradeExtractor.Default.Extract(article).Facts)
        {
            console.WriteLine($"{fact.Region} {fact.Flow} {fact.Period} {fact.Value} {fact.Unit} {fact.Growth}: {fact.Quote}");
        }
    }

    // How many zeros a decimal carries behind the point is no matter of this test.
    private static string Canonical(string line) => line.Replace("1200000000000.0 ", "1200000000000 ", StringComparison.Ordinal);

    private static HashSet<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
