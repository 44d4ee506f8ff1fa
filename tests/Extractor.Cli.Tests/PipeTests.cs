using System.Text.Json;
using Extractor.Facts;

namespace Extractor.Cli.Tests;

public sealed class PipeTests
{
    [Fact]
    public void Documents_go_in_and_facts_come_out_in_order_with_an_error_record_for_each_bad_line()
    {
        var input = string.Join('\n', Record("b", Articles.Vietnam), "this is no JSON", "{\"id\":\"empty\"}", Record("a", Articles.China), "");
        var result = ExtractorProcess.RunIn(Path.GetTempPath(), input, "pipe");
        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        Assert.Equal(["b", "error", "error", "a", "a"], result.Lines.Select(Kind));
        Assert.Contains("Line 2", result.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_line_is_answered_before_the_next_is_sent()
    {
        using var process = ExtractorProcess.Start(Path.GetTempPath(), "pipe", "--threads", "2");
        for (var i = 0; i < 3; i++)
        {
            await process.StandardInput.WriteLineAsync(Record($"doc-{i}", Articles.Vietnam));
            await process.StandardInput.FlushAsync();
            Assert.Equal($"doc-{i}", Kind((await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)))!));
        }

        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(30)));
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void The_result_is_the_same_on_any_number_of_threads()
    {
        var input = string.Join('\n', Enumerable.Range(0, 300).Select(i => i % 50 == 49 ? "{" : Record($"{i}", Articles.Number(i))));
        var one = ExtractorProcess.RunIn(Path.GetTempPath(), input, "pipe", "--threads", "1");
        var four = ExtractorProcess.RunIn(Path.GetTempPath(), input, "pipe", "--threads", "4");
        Assert.Equal(6, one.Lines.Count(line => Kind(line) == "error"));
        Assert.Equal(one.Output, four.Output);
    }

    private static string Record(string id, string text) => JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = id, ["text"] = text });

    private static string Kind(string line) => FactLine.TryParse(line, out var fact, out _) ? fact.Fact.Doc
        : JsonDocument.Parse(line).RootElement.TryGetProperty("error", out _) ? "error" : line;
}
