using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Extractor.Ingest.Duplicates;

/// <summary>The parts of a fingerprint, wherever its bytes lie.</summary>
internal readonly ref struct FingerprintView(ReadOnlySpan<byte> bytes)
{
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>The hash of the text.</summary>
    public UInt128 Exact => MemoryMarshal.Read<UInt128>(Bytes);

    public ReadOnlySpan<byte> Words => Bytes.Slice(Fingerprint.WordsAt, Fingerprint.WordValues);

    public ReadOnlySpan<byte> Figures => Bytes.Slice(Fingerprint.FiguresAt, Fingerprint.FigureValues);

    /// <summary>How many different runs of words the text has.</summary>
    public int WordCount => BinaryPrimitives.ReadInt32LittleEndian(Bytes[Fingerprint.WordCountAt..]);

    /// <summary>How many different figures the text has.</summary>
    public int FigureCount => BinaryPrimitives.ReadInt32LittleEndian(Bytes[Fingerprint.FigureCountAt..]);
}
