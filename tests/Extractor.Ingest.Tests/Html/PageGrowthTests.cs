using Extractor.Benchmarks.Shapes;
using Extractor.Ingest.Html;

namespace Extractor.Ingest.Tests.Html;

/// <summary>What can be held without a clock of how work grows; the verb <c>shapes</c> of the benchmarks times the same pages up to 10 MB.</summary>
public sealed class PageGrowthTests
{
    private const int Size = 20_000;
    private const int Times = 4;
    private const double MostGrowth = 7;

    public static TheoryData<string> Shapes { get; } = [.. NastyShapes.Pages.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Allocations_grow_with_the_length(string shape)
    {
        var make = NastyShapes.Pages.Single(other => other.Name == shape).Make;
        Allocated(make(Size));
        var growth = Allocated(make(Size * Times)) / Math.Max(Allocated(make(Size)), 100_000);
        Assert.True(growth < MostGrowth, $"{Times} times the length takes {growth:0.0} times the memory.");
    }

    private static double Allocated(string page)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        HtmlArticleReader.Read(page);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
