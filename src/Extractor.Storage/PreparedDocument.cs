using System.IO.Compression;
using System.Text;
using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>A document's columns as the bytes to be stored, made on the thread that read it.</summary>
internal sealed class PreparedDocument
{
    private readonly Extraction extraction;

    private PreparedDocument(Extraction extraction, ReadOnlyMemory<byte>? page)
    {
        this.extraction = extraction;
        var document = extraction.Document;
        Hash = document.Hash;
        Text = Encoding.UTF8.GetBytes(document.Text);
        Offsets = OffsetMapBlob.Write(document.Offsets);
        Source = page is { } bytes ? Deflate(bytes) : null;
        Sentences = SpanList.Write(extraction.Sentences);
        Numbers = NumberList.Write(extraction.Ledger);
        foreach (var number in extraction.Ledger)
            if (number.Class == NumberClass.Unresolved) Unresolved++;
    }

    public string Hash { get; }

    public byte[] Text { get; }

    public byte[]? Offsets { get; }

    /// <summary>The page as read, deflated.</summary>
    public byte[]? Source { get; }

    public byte[] Sentences { get; }

    public byte[] Numbers { get; }

    /// <summary>How many numbers are unresolved.</summary>
    public int Unresolved { get; }

    /// <summary>What was prepared, or is now where nothing was, or something else. A page once deflated is not kept in full: where there is one, it is another.</summary>
    public static PreparedDocument Of(DocumentWrite write) =>
        write.Prepared is PreparedDocument prepared && ReferenceEquals(prepared.extraction, write.Extraction) && write.SourceBytes is null
            ? prepared
            : new PreparedDocument(write.Extraction, write.SourceBytes);

    private static byte[] Deflate(ReadOnlyMemory<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest)) deflate.Write(bytes.Span);
        return packed.ToArray();
    }
}
