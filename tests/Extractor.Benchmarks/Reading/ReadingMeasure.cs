using Extractor.Benchmarks.Inputs;
using Extractor.Text;

namespace Extractor.Benchmarks.Reading;

/// <summary>The extraction of some documents, the best of its rounds.</summary>
internal sealed class ReadingMeasure(string name, List<SourceDocument> documents, TradeExtractor extractor)
{
    public string Name => name;

    public int Documents => documents.Count;

    public long Characters { get; } = documents.Sum(document => (long)document.Text.Length);

    public long Facts { get; private set; }

    public double Seconds { get; private set; } = double.MaxValue;

    public long Allocated { get; private set; }

    public int[] Collections { get; private set; } = [];

    public double CharactersPerSecond => Characters / Seconds;

    /// <summary>One round.</summary>
    public void Read()
    {
        GC.Collect();
        int[] before = [GC.CollectionCount(0), GC.CollectionCount(1), GC.CollectionCount(2)];
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        Seconds = Math.Min(Seconds, ProcessorTime.Of(() => Facts = documents.Sum(document => (long)extractor.Extract(document).Facts.Length)));
        Allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
        Collections = [GC.CollectionCount(0) - before[0], GC.CollectionCount(1) - before[1], GC.CollectionCount(2) - before[2]];
    }
}
