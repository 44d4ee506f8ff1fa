using Extractor.Text;

namespace Extractor.Tests.Text;

/// <summary>Text without a full stop: a table glued together, a feed, damage. Found by the mutation campaign.</summary>
/// <remarks>Memory stands for work here, as it is the same in every run; time is measured by <c>tests/Extractor.Benchmarks -- shapes</c>.</remarks>
public sealed class LongSentenceTests
{
    [Theory]
    [InlineData("exports of goods rose 5.2 percent to 48.1 billion dollars and ")]
    [InlineData("China Steel Corp 5,2, respectively, ")]
    [InlineData("5.2 ")]
    [InlineData("1.")]
    [InlineData("of the total imports and exports with ")]
    [InlineData("$5.2 billion, 3.1%, Japan, the United States and ")]
    public void Reading_takes_memory_in_proportion_to_length(string part)
    {
        Allocated(part, 300);
        var some = Allocated(part, 1_000);
        var more = Allocated(part, 4_000);

        // Four times the text: four times the work; a quadratic reader needs sixteen times.
        Assert.True(more < (6 * some) + 1_000_000, $"{1_000 * part.Length} characters took {some} bytes, {4_000 * part.Length} took {more}");
    }

    private static long Allocated(string part, int count)
    {
        var document = new SourceDocument("a.txt", string.Concat(Enumerable.Repeat(part, count)));
        var before = GC.GetAllocatedBytesForCurrentThread();
        TradeExtractor.Default.Extract(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
