using System.Net;

namespace Extractor.Cli.Tests.Reviewing;

public sealed class ReviewingCommandsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("reviewing-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_report_of_a_filter_is_one_file_with_its_facts()
    {
        Store();
        var result = ExtractorProcess.RunIn(folder.FullName, "", "report", "--flow", "exports", "--out", "report.html");
        Assert.Equal((0, ""), (result.ExitCode, result.Output));
        var html = File.ReadAllText(Path.Combine(folder.FullName, "report.html"));
        Assert.Contains("41.3 billion yuan", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);

        var none = ExtractorProcess.RunIn(folder.FullName, "", "report", "--region", "Atlantis");
        Assert.Equal(1, none.ExitCode);
        Assert.StartsWith("<!doctype html>", none.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--flow", "sideways", "trade, exports, imports or balance")]
    [InlineData("--period", "soon", "YYYY")]
    [InlineData("--run", "77", "no such run")]
    public void A_filter_that_makes_no_sense_is_named(string option, string value, string expected)
    {
        Store();
        var result = ExtractorProcess.RunIn(folder.FullName, "", "report", option, value);
        Assert.Equal(2, result.ExitCode);
        Assert.Contains(option, result.Error, StringComparison.Ordinal);
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_prints_its_address_and_serves_there()
    {
        Store();
        using var process = ExtractorProcess.Start(folder.FullName, "review", "--port", "0", "--no-open", "--reviewer", "ada");
        try
        {
            var address = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal);
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(address!));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("Zhejiang exports", page, StringComparison.Ordinal);
            Assert.Contains("ada", page, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public void A_database_that_is_not_there_is_named()
    {
        var result = ExtractorProcess.RunIn(folder.FullName, "", "review", "--no-open", "--db", "none.db");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("none.db", result.Error, StringComparison.Ordinal);
    }

    private void Store()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "a.txt"), "Zhejiang's exports reached 41.3 billion yuan in May 2022, up 5.2% year on year.\n");
        Assert.Equal(0, ExtractorProcess.RunIn(folder.FullName, "", "run", "a.txt").ExitCode);
    }
}
