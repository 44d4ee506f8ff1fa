using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>An offset map as bytes: per run the steps from the run before as variable-length integers, most of which are one byte.</summary>
internal static class OffsetMapBlob
{
    /// <summary>Null stands for the map of a text whose every character is one byte.</summary>
    public static byte[]? Write(OffsetMap map)
    {
        if (map.Runs.AsSpan().SequenceEqual(OffsetMap.Identity.Runs.AsSpan())) return null;
        using var bytes = new MemoryStream(map.Runs.Length * 4);
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(map.Runs.Length);
        var text = 0;
        var source = 0L;
        foreach (var run in map.Runs)
        {
            writer.Write7BitEncodedInt(run.TextStart - text);
            writer.Write7BitEncodedInt64(ZigZag(run.SourceStart - source));
            writer.Write7BitEncodedInt(run.BytesPerChar);
            text = run.TextStart;
            source = run.SourceStart;
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static OffsetMap Read(byte[]? blob)
    {
        if (blob is null) return OffsetMap.Identity;
        using var reader = new BinaryReader(new MemoryStream(blob));
        var runs = ImmutableArray.CreateBuilder<OffsetRun>(reader.Read7BitEncodedInt());
        var text = 0;
        var source = 0L;
        while (runs.Count < runs.Capacity)
        {
            text += reader.Read7BitEncodedInt();
            source += UnZigZag(reader.Read7BitEncodedInt64());
            runs.Add(new OffsetRun(text, source, reader.Read7BitEncodedInt()));
        }

        return new OffsetMap(runs.ToImmutable());
    }

    private static long ZigZag(long number) => (number << 1) ^ (number >> 63);

    private static long UnZigZag(long number) => (long)((ulong)number >> 1) ^ -(number & 1);
}
