namespace Extractor.Ingest;

/// <summary>Bytes already read for a look, then the rest of the stream they came from.</summary>
internal sealed class ConcatenatedStream(ReadOnlyMemory<byte> first, Stream rest) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> first = first;

    public override int Read(Span<byte> buffer)
    {
        if (first.IsEmpty) return rest.Read(buffer);
        var count = Math.Min(buffer.Length, first.Length);
        first.Span[..count].CopyTo(buffer);
        first = first[count..];
        return count;
    }
}
