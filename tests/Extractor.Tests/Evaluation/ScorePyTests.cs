using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Extractor.Evaluation;
using Extractor.Facts;

namespace Extractor.Tests.Evaluation;

/// <summary>The same figures as the evaluation's own scripts, on gold and on predictions spoilt in every way.</summary>
public sealed class ScorePyTests
{
    [SharedDataFact]
    public void Figures_are_those_of_score_py()
    {
        foreach (var set in new[] { "seeds", "dev" })
        {
            var goldFile = SharedData.Of("articles", set + ".gold.jsonl");
            var gold = File.ReadLines(goldFile).Select(Parse).ToImmutableArray();
            for (var seed = 0; seed < 4; seed++)
            {
                var predicted = Spoil(gold, new Random(seed));
                var predictedFile = Path.GetTempFileName();
                File.WriteAllLines(predictedFile, predicted.Select(fact => new FactLine(fact).ToJson()));
                using var theirs = JsonDocument.Parse(Python(SharedData.Of("eval", "score.py"), goldFile, predictedFile, "--json"));
                File.Delete(predictedFile);
                AssertSame(theirs.RootElement, FactScorer.Score(gold, predicted));
            }
        }
    }

    [SharedDataFact]
    public void Figures_are_those_of_ledger_py()
    {
        var numbersFile = SharedData.Of("articles", "seeds.numbers.jsonl");
        var numbers = File.ReadLines(numbersFile)
            .Select(line => ListedNumber.TryParse(line, out var number, out var error) ? number : throw new InvalidDataException(error))
            .ToImmutableArray();
        var random = new Random(1);
        var ledgers = (from number in numbers
                       where random.Next(10) != 0
                       let numberClass = random.Next(4) == 0 ? NumberClass.Unresolved : random.Next(5) == 0 ? NumberClass.Other : number.Class
                       let start = Math.Max(0, number.Start + random.Next(-2, 3))
                       group new LedgerEntry(new(start, start + number.Text.Length), numberClass, "reason") by number.Doc)
            .ToDictionary(entries => entries.Key, entries => entries.ToImmutableArray());
        var ledgerFile = Path.GetTempFileName();
        File.WriteAllLines(
            ledgerFile,
            from ledger in ledgers
            from entry in ledger.Value
            select $$"""{"doc":"{{ledger.Key}}","text":"","start":{{entry.Span.Start}},"end":{{entry.Span.End}},"class":"{{FactLineNames.Of(entry.Class)}}","reason":"r"}""");
        var theirs = Python(SharedData.Of("eval", "ledger.py"), numbersFile, ledgerFile).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        File.Delete(ledgerFile);

        var score = LedgerScorer.Score(numbers, ledgers);
        foreach (var listed in new[] { NumberClass.Fact, NumberClass.Date, NumberClass.Other })
        {
            var row = $"{FactLineNames.Of(listed),-6}  fact {score.Count(listed, NumberClass.Fact)}  date {score.Count(listed, NumberClass.Date)}"
                + $"  other {score.Count(listed, NumberClass.Other)}  unresolved {score.Count(listed, NumberClass.Unresolved)}  absent {score.Count(listed, null)}";
            Assert.Contains(row, theirs);
        }

        Assert.Equal($"numbers {score.Answers.Length}  right {score.Right}  {score.Accuracy:F4}", theirs[^1]);
    }

    private static void AssertSame(JsonElement theirs, Score ours)
    {
        AssertSame(theirs.GetProperty("strict"), ours.Strict);
        AssertSame(theirs.GetProperty("strict_core"), ours.StrictCore);
        AssertSame(theirs.GetProperty("number"), ours.Number);
        Assert.Equal(theirs.GetProperty("restated").GetInt32(), ours.Restated);
        Assert.Equal(theirs.GetProperty("slots").EnumerateObject().Count(), ours.Slots.Length);
        Assert.All(ours.Slots, slot => Assert.Equal(theirs.GetProperty("slots").GetProperty(FactLineNames.Of(slot.Slot)).GetDouble(), slot.Accuracy));
        Assert.Equal(theirs.GetProperty("documents").EnumerateObject().Select(document => document.Name), ours.Documents.Keys);
        Assert.All(ours.Documents, document => AssertSame(theirs.GetProperty("documents").GetProperty(document.Key), document.Value));
    }

    private static void AssertSame(JsonElement theirs, PrecisionRecall ours)
    {
        Assert.Equal(theirs.GetProperty("tp").GetInt32(), ours.Right);
        Assert.Equal(theirs.GetProperty("predicted").GetInt32(), ours.Predicted);
        Assert.Equal(theirs.GetProperty("gold").GetInt32(), ours.Gold);
        Assert.Equal(theirs.GetProperty("p").GetDouble(), ours.Precision);
        Assert.Equal(theirs.GetProperty("r").GetDouble(), ours.Recall);
        Assert.Equal(theirs.GetProperty("f1").GetDouble(), ours.F1);
    }

    private static ImmutableArray<Fact> Spoil(ImmutableArray<Fact> gold, Random random)
    {
        string?[] partners = [null, "US", "US+CN", "CN+US", "EU"];
        string?[] categories =
            [null, "Goods", "goods and services", "services", "the private companies", "private enterprises", "Steel products", "glass", "series of countries", "机电产品", "机电", "产品"];
        string[] regions = ["China", "the Zhejiang Province", "Zhejiang", "UK", "United Kingdom", "New York state", "Ｃｈｉｎａ", "Hong Kong special administrative region"];
        var spoilt = ImmutableArray.CreateBuilder<Fact>();
        foreach (var fact in gold)
        {
            var copy = random.Next(16) switch
            {
                0 => null,
                1 => fact with { Region = Pick(regions) },
                2 => fact with { Partner = Pick(partners) },
                3 => fact with { Category = Pick(categories) },
                4 => fact with { Period = fact.Period.AddMonths(1) },
                5 => fact with { Flow = Flow.Trade, Unit = fact.Unit?.ToLowerInvariant() },
                6 => fact with { Value = fact.Value * 1.0000009m, Growth = fact.Growth + 0.1m },
                7 => fact with { Basis = "mom", Terms = "volume", ShareOf = "China" },
                8 => fact with { Modality = Modality.Forecast, Value = -fact.Value },
                9 => fact with { Doc = "unknown.txt" },
                10 => fact with { Category = fact.Category?.ToUpperInvariant() + " and other", Region = "the " + fact.Region + " province" },
                _ => fact,
            };
            if (copy is not null) spoilt.Add(copy);
            if (random.Next(6) == 0) spoilt.Add(fact);
        }

        return [.. spoilt.OrderBy(_ => random.Next())];

        T Pick<T>(T[] from) => from[random.Next(from.Length)];
    }

    private static Fact Parse(string json) =>
        FactLine.TryParse(json, out var line, out var error) ? line.Fact : throw new InvalidDataException(error);

    private static string Python(params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.Equal(0, python.ExitCode);
        return output;
    }
}
