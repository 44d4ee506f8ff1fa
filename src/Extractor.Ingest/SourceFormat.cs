namespace Extractor.Ingest;

/// <summary>What a source holds, beside a possible gzip around it.</summary>
internal enum SourceFormat : byte
{
    Unknown,
    Text,
    Html,
    Mail,

    // Below: containers of documents.
    Zip,
    Tar,
    JsonLines,
    Table,
    Crawl,
}

/// <summary>Reads formats from names.</summary>
internal static class SourceFormats
{
    /// <summary>The format that a file's name tells, and whether it is wrapped in gzip: <c>news.jsonl.gz</c> is JSON lines in gzip.</summary>
    public static (SourceFormat Format, bool Gzipped) OfName(string name)
    {
        if (EndsWith(name, ".tgz")) return (SourceFormat.Tar, true);
        return EndsWith(name, ".gz") ? (OfPlainName(name[..^3]), true) : (OfPlainName(name), false);
    }

    public static bool IsContainer(this SourceFormat format) => format >= SourceFormat.Zip;

    private static SourceFormat OfPlainName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" or ".md" => SourceFormat.Text,
        ".html" or ".htm" or ".xhtml" or ".shtml" => SourceFormat.Html,
        ".eml" or ".mht" or ".mhtml" => SourceFormat.Mail,
        ".zip" => SourceFormat.Zip,
        ".tar" => SourceFormat.Tar,
        ".jsonl" or ".ndjson" => SourceFormat.JsonLines,
        ".csv" or ".tsv" => SourceFormat.Table,
        ".warc" => SourceFormat.Crawl,
        _ => SourceFormat.Unknown,
    };

    private static bool EndsWith(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
