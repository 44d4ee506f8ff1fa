using Extractor.Facts;

namespace Extractor.Tests.Checks;

/// <summary>Annotated facts by document, as the checks' material until and beside extracted ones.</summary>
internal static class GoldFacts
{
    /// <summary>Facts of one gold file under <c>../shared/articles</c>.</summary>
    public static IEnumerable<IGrouping<string, Fact>> Shared(string name) => Read(SharedData.Of("articles", name));

    /// <summary>Facts of the project's own corpus.</summary>
    public static IEnumerable<IGrouping<string, Fact>> Corpus()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) continue;
            var corpus = Path.Combine(folder.FullName, "corpus");
            return Directory.Exists(corpus)
                ? Directory.EnumerateFiles(corpus, "*.gold.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Read)
                : [];
        }

        return [];
    }

    /// <summary>Everything annotated that is at hand.</summary>
    public static List<IGrouping<string, Fact>> All()
    {
        var all = Corpus().ToList();
        if (SharedData.Folder is not null) all.InsertRange(0, Shared("seeds.gold.jsonl").Concat(Shared("dev.gold.jsonl")));
        return all;
    }

    private static IEnumerable<IGrouping<string, Fact>> Read(string path) =>
        File.ReadLines(path)
            .Where(line => line.Length > 0)
            .Select((line, index) => FactLine.TryParse(line, out var fact, out var error)
                ? fact.Fact with { Id = $"{index + 1:x16}" }
                : throw new InvalidDataException($"{path}({index + 1}): {error}"))
            .GroupBy(fact => fact.Doc);
}
