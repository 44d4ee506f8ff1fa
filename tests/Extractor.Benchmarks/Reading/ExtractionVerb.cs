using System.Diagnostics;
using System.Globalization;
using Extractor.Benchmarks.Inputs;
using Extractor.Text;

namespace Extractor.Benchmarks.Reading;

/// <summary><c>extraction</c>: how fast one thread extracts, from general news and from dense trade prose, and what it allocates.</summary>
internal static class ExtractionVerb
{
    private const int Rounds = 5;
    private const int Characters = 4_000_000;

    public static int Run(string[] paths)
    {
        var extractor = TradeExtractor.Default;
        var pool = paths.Length == 0 ? Articles.WithoutFact() : [.. Articles.Read(paths).Where(document => extractor.Extract(document).Facts.IsEmpty)];
        Console.WriteLine("text                   documents  MB (characters)  facts   MB/s  allocated/document  allocated/character  collections (0/1/2)");
        Measure("news without trade", Articles.WithoutTrade(), extractor);
        Measure("news without a fact", pool, extractor);
        Measure("dense trade prose", Articles.Dense(), extractor);
        return 0;
    }

    private static void Measure(string name, List<SourceDocument> once, TradeExtractor extractor)
    {
        if (once.Count == 0)
        {
            Console.WriteLine($"{name,-22} no articles");
            return;
        }

        var documents = Articles.Repeat(once, Characters);
        var characters = documents.Sum(document => (long)document.Text.Length);
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
}
