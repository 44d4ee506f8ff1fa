using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Facts;
using Extractor.Ingest;

namespace Extractor.Cli.Tests.Floors;

/// <summary>How well extraction does on annotated articles, read as a run reads them. These floors only go up.</summary>
public sealed class FloorTests
{
    private static readonly string Shared = Path.GetFullPath(Path.Combine(Repository.Folder, "..", "shared", "articles"));

    [Fact]
    public void Corpus()
    {
        var corpus = Path.Combine(Repository.Folder, "corpus");
        var extractions = Extract(corpus);
        var gold = extractions.SelectMany(extraction => Gold(Path.Combine(corpus, Path.ChangeExtension(extraction.Document.Name, null) + ".gold.jsonl")));
        AssertFloors(FactScorer.Score([.. gold], extractions.SelectMany(extraction => extraction.Facts)), strict: 0.875, number: 0.935, precision: 0.90);
    }

    [SharedDataFact]
    public void Seeds()
    {
        var extractions = Extract(Path.Combine(Shared, "seeds"));
        AssertFloors(FactScorer.Score(Gold(Path.Combine(Shared, "seeds.gold.jsonl")), extractions.SelectMany(extraction => extraction.Facts)), strict: 1.0, number: 1.0, precision: 1.0);

        var numbers = File.ReadLines(Path.Combine(Shared, "seeds.numbers.jsonl"))
            .Select(line => ListedNumber.TryParse(line, out var number, out var error) ? number : throw new InvalidDataException(error));
        var ledger = LedgerScorer.Score(numbers, extractions.ToDictionary(extraction => extraction.Document.Name, extraction => extraction.Ledger));
        Assert.NotEmpty(ledger.Answers);
        Assert.True(ledger.Accuracy >= 0.98, $"{ledger.Accuracy:F4} of the numbers have their class");
    }

    [SharedDataFact]
    public void Dev()
    {
        var extractions = Extract(Path.Combine(Shared, "dev"));
        AssertFloors(FactScorer.Score(Gold(Path.Combine(Shared, "dev.gold.jsonl")), extractions.SelectMany(extraction => extraction.Facts)), strict: 0.945, number: 0.975, precision: 0.955);
    }

    private static void AssertFloors(Score score, double strict, double number, double precision)
    {
        Assert.True(score.Strict.F1 >= strict, $"strict F1 {score.Strict.F1:F4}, the floor is {strict}");
        Assert.True(score.Strict.Precision >= precision, $"strict precision {score.Strict.Precision:F4}, the floor is {precision}");
        Assert.True(score.Number.Recall >= number, $"number recall {score.Number.Recall:F4}, the floor is {number}");
    }

    private static List<Extraction> Extract(string folder)
    {
        var extractions = new DocumentReader().ReadAll([folder]).OfType<IngestedDocument>().Select(document => TradeExtractor.Default.Extract(document.Document)).ToList();
        Assert.NotEmpty(extractions);
        return extractions;
    }

    private static ImmutableArray<Fact> Gold(string path) =>
        [.. File.ReadLines(path).Select(line => FactLine.TryParse(line, out var read, out var error) ? read.Fact : throw new InvalidDataException($"{path}: {error}"))];

    /// <summary>A test that needs the shared articles; skipped, visibly, where they are absent.</summary>
    private sealed class SharedDataFactAttribute : FactAttribute
    {
        public SharedDataFactAttribute() => Skip = Directory.Exists(Shared) ? null : "../shared is absent";
    }
}
