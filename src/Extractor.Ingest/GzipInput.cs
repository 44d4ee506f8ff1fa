using System.Buffers.Binary;
using System.IO.Compression;

namespace Extractor.Ingest;

/// <summary>Reads gzip and notices when it ends early, which the framework's stream takes for the end.</summary>
internal sealed class GzipInput : ReadOnlyStream
{
    private const int TrailerBytes = 8;

    private readonly Tail compressed;
    private readonly GZipStream inner;
    private long expanded;

    public GzipInput(Stream compressed)
    {
        this.compressed = new Tail(compressed);
        inner = new GZipStream(this.compressed, CompressionMode.Decompress);
    }

    /// <summary>How many compressed bytes were taken in so far.</summary>
    public long CompressedCount => compressed.Count;

    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = inner.Read(buffer);
        }
        catch (InvalidDataException)
        {
            throw new IngestException(FailureKind.Corrupt, $"The gzip data is damaged before byte {CompressedCount}. Fetch it again.");
        }

        expanded += read;
        if (read == 0 && !buffer.IsEmpty && CompressedCount > 0 && !EndsWithTrailer())
            throw new IngestException(FailureKind.Corrupt, $"The gzip data ends early, at byte {CompressedCount}, or other data follows it. Fetch it again.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The last four bytes are the length that the last member expands to: all of the output, or less where members follow each other.</summary>
    private bool EndsWithTrailer() => CompressedCount >= TrailerBytes && compressed.LastWord <= (ulong)expanded;

    /// <summary>Remembers the last bytes that passed.</summary>
    private sealed class Tail(Stream inner) : ReadOnlyStream
    {
        private readonly byte[] last = new byte[4];

        public long Count { get; private set; }

        public uint LastWord => BinaryPrimitives.ReadUInt32LittleEndian(last);

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            if (read >= last.Length)
            {
                buffer[(read - last.Length)..read].CopyTo(last);
            }
            else if (read > 0)
            {
                last.AsSpan(read).CopyTo(last);
                buffer[..read].CopyTo(last.AsSpan(last.Length - read));
            }

            return read;
        }
    }
}
