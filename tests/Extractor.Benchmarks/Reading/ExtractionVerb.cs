using System.Diagnostics;
using System.Globalization;
using Extractor.Ingest;
using Extractor.Text;

namespace Extractor.Benchmarks.Reading;

/// <summary><c>extraction</c>: how fast one thread extracts, from articles without a fact and from dense trade prose, and what it allocates.</summary>
internal static class ExtractionVerb
{
    private const int Rounds = 5;
    private const int Characters = 4_000_000;

    public static int Run(string[] paths)
    {
        var extractor = TradeExtractor.Default;
        var root = Root();
        var dense = Read([Path.Combine(root, "corpus"), Path.Combine(root, "..", "shared", "articles", "seeds")]);
        var pool = Read([Path.Combine(root, "..", "shared", "articles", "pool"), .. paths]).Where(document => extractor.Extract(document).Facts.IsEmpty).ToList();
        Console.WriteLine("text                   documents  MB (characters)  facts   MB/s  allocated/document  allocated/character  collections (0/1/2)");
        Measure("articles without fact", pool, extractor);
        Measure("dense trade prose", dense, extractor);
        return 0;
    }

    private static void Measure(string name, List<SourceDocument> once, TradeExtractor extractor)
    {
        if (once.Count == 0)
        {
            Console.WriteLine($"{name,-22} no articles");
            return;
        }

        // Whole documents again and again until there is enough to time.
        var documents = new List<SourceDocument>();
        long characters = 0;
        for (var i = 0; characters < Characters; i++)
        {
            documents.Add(once[i % once.Count]);
            characters += documents[^1].Text.Length;
        }

        var best = TimeSpan.MaxValue;
        long allocated = 0, facts = 0;
        int[] collections = [0, 0, 0];
        for (var round = 0; round < Rounds; round++)
        {
            GC.Collect();
            int[] before = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            facts = documents.Sum(document => (long)extractor.Extract(document).Facts.Length);
            var elapsed = Stopwatch.GetElapsedTime(started);
            allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
            collections = [GC.CollectionCount(0) - before[0], GC.CollectionCount(1) - before[1], GC.CollectionCount(2) - before[2]];
            if (elapsed < best) best = elapsed;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-22} {documents.Count,9} {characters / 1e6,16:0.0} {facts,6} {characters / best.TotalSeconds / 1e6,6:0.00} {allocated / documents.Count / 1024.0,16:0.0} kB {allocated / (double)characters,18:0.0} B {string.Join('/', collections),20}"));
    }

    private static List<SourceDocument> Read(IEnumerable<string> paths) =>
        [.. new DocumentReader(new IngestOptions { KeepHtml = false }).ReadAll(paths.Where(path => Directory.Exists(path) || File.Exists(path))).OfType<IngestedDocument>().Take(2_000).Select(read => read.Document)];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException($"No Extractor.sln above {AppContext.BaseDirectory}.");
    }
}
