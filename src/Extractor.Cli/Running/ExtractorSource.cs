using System.Collections.Immutable;
using Extractor.Lexicons;
using Extractor.Rules;

namespace Extractor.Cli.Running;

/// <summary>Makes the extractor with the user's own word lists and rules beside the built-in ones.</summary>
internal static class ExtractorSource
{
    public static TradeExtractor Create(DirectoryInfo? lexicon, DirectoryInfo? rules)
    {
        if (lexicon is null && rules is null) return TradeExtractor.Default;
        try
        {
            var lists = lexicon is null ? LexiconSet.English : LexiconSet.EnglishWith(Files(lexicon, "--lexicon", "*.tsv").Select(file => TsvTable.Parse(file.Name, file.Content)));
            var all = rules is null ? RuleSet.English : RuleSet.Load(RuleSet.BuiltIn("en").Concat(Files(rules, "--rules", "*.rules")));
            return TradeExtractor.Create(lists, all, lists.Version);
        }
        catch (Exception e) when (e is LexiconException or RuleException)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>The files of a folder by the paths that messages name them with, in ordinal order.</summary>
    private static ImmutableArray<(string Name, string Content)> Files(DirectoryInfo folder, string option, string pattern)
    {
        if (!folder.Exists) throw new UsageException($"{option}: no such folder: {folder}");
        ImmutableArray<string> paths = [.. folder.EnumerateFiles(pattern).Select(file => file.Name).Order(StringComparer.Ordinal)];
        if (paths.IsEmpty) throw new UsageException($"{option}: {folder} holds no file {pattern}");
        return [.. paths.Select(name => (Path.Combine(folder.ToString(), name), File.ReadAllText(Path.Combine(folder.FullName, name))))];
    }
}
