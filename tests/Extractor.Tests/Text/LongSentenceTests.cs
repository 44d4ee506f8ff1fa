using System.Diagnostics;
using Extractor.Text;

namespace Extractor.Tests.Text;

/// <summary>Text without a full stop: a table glued together, a feed, damage. Found by the mutation campaign.</summary>
public sealed class LongSentenceTests
{
    [Theory]
    [InlineData("exports of goods rose 5.2 percent to 48.1 billion dollars and ")]
    [InlineData("China Steel Corp 5,2, respectively, ")]
    [InlineData("5.2 ")]
    [InlineData("1.")]
    [InlineData("of the total imports and exports with ")]
    [InlineData("$5.2 billion, 3.1%, Japan, the United States and ")]
    public void Reading_takes_time_in_proportion_to_length(string part)
    {
        Seconds(part, 300);
        var some = Enumerable.Range(0, 3).Min(_ => Seconds(part, 1_000));
        var more = Enumerable.Range(0, 3).Min(_ => Seconds(part, 4_000));

        // Four times the text: four times the time, with room for noise; a quadratic reader needs sixteen times.
        Assert.True(more < (8 * some) + 0.05, $"{1_000 * part.Length} characters took {some:0.000} s, {4_000 * part.Length} took {more:0.000} s");
    }

    private static double Seconds(string part, int count)
    {
        var document = new SourceDocument("a.txt", string.Concat(Enumerable.Repeat(part, count)));
        var started = Stopwatch.GetTimestamp();
        TradeExtractor.Default.Extract(document);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
