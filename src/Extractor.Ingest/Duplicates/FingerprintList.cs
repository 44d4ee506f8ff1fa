namespace Extractor.Ingest.Duplicates;

/// <summary>Fingerprints one after the other, in blocks: a national archive is held in memory, and an object for each would take half as much again.</summary>
internal sealed class FingerprintList
{
    // A block lies just below the size from which arrays are collected seldom.
    private const int PerBlock = 512;

    private readonly List<byte[]> blocks = [];

    public int Count { get; private set; }

    public FingerprintView this[int number] =>
        new(blocks[number / PerBlock].AsSpan(number % PerBlock * Fingerprint.Size, Fingerprint.Size));

    public void Add(FingerprintView fingerprint)
    {
        if (Count % PerBlock == 0) blocks.Add(GC.AllocateUninitializedArray<byte>(PerBlock * Fingerprint.Size));
        fingerprint.Bytes.CopyTo(blocks[^1].AsSpan(Count++ % PerBlock * Fingerprint.Size));
    }
}
