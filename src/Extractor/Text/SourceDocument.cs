using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Extractor.Text;

/// <summary>One document: its name, its one canonical text, and what leads back to the bytes that were read.</summary>
public sealed class SourceDocument
{
    private string? hash;

    /// <summary>Makes a document.</summary>
    /// <param name="name">Path relative to the folder given, with forward slashes; members of archives as <c>a.zip!/b.html</c>.</param>
    /// <param name="text">The canonical text; for plain text the decoded file, unchanged.</param>
    /// <param name="metadata">What is known beside the text.</param>
    /// <param name="offsets">Leads back to the source bytes; identity when omitted.</param>
    public SourceDocument(string name, string text, DocumentMetadata? metadata = null, OffsetMap? offsets = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(text);
        Name = name;
        Text = text;
        Metadata = metadata ?? DocumentMetadata.None;
        Offsets = offsets ?? OffsetMap.Identity;
    }

    /// <summary>Path relative to the folder given.</summary>
    public string Name { get; }

    /// <summary>The one canonical text. All spans are offsets into it.</summary>
    public string Text { get; }

    /// <summary>What is known beside the text.</summary>
    public DocumentMetadata Metadata { get; }

    /// <summary>Leads from text offsets to source bytes.</summary>
    public OffsetMap Offsets { get; }

    /// <summary>SHA-256 of the canonical text in UTF-8, as 64 lower-case hex digits.</summary>
    public string Hash => hash ??= HashOf(Text);

    private static string HashOf(string text)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            Span<byte> sha = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)), sha);
            return Convert.ToHexStringLower(sha);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
