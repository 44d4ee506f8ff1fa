using Extractor.Ingest;
using Extractor.Text;

namespace Extractor.Benchmarks.Inputs;

/// <summary>What is measured on: articles beside the project and in it. None where the shared folder is missing.</summary>
internal static class Articles
{
    // Whoever has none of these says nothing about trade.
    private static readonly string[] TradeWords = ["export", "import", "trade", "tariff", "shipment", "deficit", "surplus"];

    /// <summary>The folder of Extractor.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The file of general news.</summary>
    public static string Pool { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "articles", "pool", "news.jsonl.gz"));

    /// <summary>The folder of web pages.</summary>
    public static string Pages { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "html", "pages"));

    /// <summary>Dense trade prose: the corpus and the seeds.</summary>
    public static List<SourceDocument> Dense() =>
        Read([Path.Combine(Root, "corpus"), Path.Combine(Root, "..", "shared", "articles", "seeds")]);

    /// <summary>General news, all of it.</summary>
    public static List<SourceDocument> News() => Read([Pool]);

    /// <summary>General news with figures and words of trade in it, but no fact.</summary>
    public static List<SourceDocument> WithoutFact() => [.. News().Where(document => TradeExtractor.Default.Extract(document).Facts.IsEmpty)];

    /// <summary>General news about other things.</summary>
    public static List<SourceDocument> WithoutTrade() =>
        [.. News().Where(document => !Array.Exists(TradeWords, word => document.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>Whole documents again and again until there are so many characters.</summary>
    public static List<SourceDocument> Repeat(List<SourceDocument> once, int characters)
    {
        var documents = new List<SourceDocument>();
        for (var i = 0; once.Count > 0 && characters > 0; i++)
        {
            documents.Add(once[i % once.Count]);
            characters -= documents[^1].Text.Length;
        }

        return documents;
    }

    /// <summary>Every document under paths that exist.</summary>
    public static List<SourceDocument> Read(IEnumerable<string> paths) =>
        [.. new DocumentReader(new IngestOptions { KeepHtml = false }).ReadAll(paths.Where(path => Directory.Exists(path) || File.Exists(path))).OfType<IngestedDocument>().Select(read => read.Document)];

    /// <summary>The web pages as decoded.</summary>
    public static List<string> Html() => Directory.Exists(Pages)
        ? [.. new DocumentReader().ReadAll([Pages]).OfType<IngestedDocument>().Select(read => read.RawHtml).OfType<string>()]
        : [];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No Extractor.sln above {AppContext.BaseDirectory}.");
    }
}
