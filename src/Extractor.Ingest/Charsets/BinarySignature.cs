namespace Extractor.Ingest.Charsets;

/// <summary>Knows common binary files by their first bytes, so that a message can name them.</summary>
internal static class BinarySignature
{
    /// <summary>What the file is ("a PDF file"); null when its beginning is none of the known ones.</summary>
    public static string? Name(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("%PDF-"u8)) return "a PDF file";
        if (bytes.StartsWith("PK\x03\x04"u8)) return "a ZIP archive or an Office document";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0])) return "an old Office document";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47])) return "a PNG image";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])) return "a JPEG image";
        if (bytes.StartsWith("GIF8"u8)) return "a GIF image";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])) return "gzip data";
        if (bytes.StartsWith("BZh"u8)) return "bzip2 data";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xfd, 0x37, 0x7a, 0x58, 0x5a])) return "xz data";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7a, 0xbc, 0xaf])) return "a 7z archive";
        if (bytes.StartsWith("Rar!"u8)) return "a RAR archive";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x7f, 0x45, 0x4c, 0x46])) return "a program";
        if (bytes.StartsWith("SQLite format 3"u8)) return "a SQLite database";
        if (bytes.StartsWith("RIFF"u8) || bytes.StartsWith("OggS"u8) || bytes.StartsWith("ID3"u8)) return "a media file";
        return bytes.StartsWith("{\\rtf"u8) ? "an RTF document" : null;
    }
}
