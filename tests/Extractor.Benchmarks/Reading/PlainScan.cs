using Extractor.Benchmarks.Inputs;
using Extractor.Text;

namespace Extractor.Benchmarks.Reading;

/// <summary>What no change of ours makes faster: every character of the same documents once, each step depending on the one before.</summary>
internal sealed class PlainScan(List<SourceDocument> documents)
{
    private readonly long characters = documents.Sum(document => (long)document.Text.Length);
    private int checksum;
    private double seconds = double.MaxValue;

    public double CharactersPerSecond => characters / seconds;

    /// <summary>One round.</summary>
    public void Read() => seconds = Math.Min(seconds, ProcessorTime.Of(() => checksum += Scan()));

    private int Scan()
    {
        var sum = 0;
        foreach (var document in documents)
        {
            foreach (var c in document.Text) sum = (sum * 31) + (char.IsAsciiLetter(c) ? c : 0);
        }

        return sum;
    }
}
