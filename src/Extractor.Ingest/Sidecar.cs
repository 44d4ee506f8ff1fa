namespace Extractor.Ingest;

/// <summary>Files that stand beside articles and are none themselves.</summary>
internal static class Sidecar
{
    /// <summary>The file that gives metadata for the files of its folder.</summary>
    public const string MetadataFile = "metadata.jsonl";

    public static bool IsOne(string name) =>
        Path.GetFileName(name) is var file
        && (file.Equals(MetadataFile, StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".gold.jsonl", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".numbers.jsonl", StringComparison.OrdinalIgnoreCase));
}
