using Extractor.Benchmarks.Shapes;
using Extractor.Text;

namespace Extractor.Tests.Invariants;

/// <summary>What can be held without a clock of how work grows; the verb <c>shapes</c> of the benchmarks times the same inputs up to 10 MB.</summary>
public sealed class GrowthTests
{
    private const int Size = 20_000;
    private const int Times = 4;

    // 4 × log 80,000 / log 20,000 is 4.6; lists that double add the rest.
    private const double MostGrowth = 7;

    public static TheoryData<string> Shapes { get; } = [.. NastyShapes.Texts.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Allocations_grow_with_the_length(string shape)
    {
        var make = NastyShapes.Texts.Single(other => other.Name == shape).Make;
        Allocated(make(Size));
        var growth = Allocated(make(Size * Times)) / Math.Max(Allocated(make(Size)), 100_000);
        Assert.True(growth < MostGrowth, $"{Times} times the length takes {growth:0.0} times the memory.");
    }

    [Fact]
    public void No_sentence_is_endless()
    {
        var tokens = Tokenizer.Tokenize(NastyShapes.Texts.Single(shape => shape.Name == "list respectively").Make(100_000));
        var sentences = new SentenceSplitter([]).Split(tokens);
        Assert.All(sentences, sentence => Assert.InRange(sentence.EndToken - sentence.FirstToken, 1, 2_000));
        Assert.Equal(tokens.Count, sentences.Sum(sentence => sentence.EndToken - sentence.FirstToken));
    }

    private static double Allocated(string text)
    {
        var document = new SourceDocument("shape", text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TradeExtractor.Default.Extract(document);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
