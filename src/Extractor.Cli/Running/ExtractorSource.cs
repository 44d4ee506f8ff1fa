using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Lexicons;
using Extractor.Rules;

namespace Extractor.Cli.Running;

/// <summary>Makes the extractor with the user's own word lists and rules beside the built-in ones.</summary>
internal static class ExtractorSource
{
    private static readonly ImmutableArray<string> Lists = ["words", "period-words", "places", "fiscal-years"];

    public static TradeExtractor Create(DirectoryInfo? lexicon, DirectoryInfo? rules)
    {
        if (lexicon is null && rules is null) return TradeExtractor.Default;
        try
        {
            var (lists, version) = lexicon is null ? (LexiconSet.English, "") : Lexicons(lexicon);
            return TradeExtractor.Create(lists, rules is null ? RuleSet.English : Rules(rules), version);
        }
        catch (Exception e) when (e is LexiconException or RuleException)
        {
            throw new UsageException(e.Message);
        }
    }

    /// <summary>The built-in rules and those of the folder's <c>*.rules</c> files.</summary>
    private static RuleSet Rules(DirectoryInfo folder) =>
        RuleSet.Load(RuleSet.BuiltIn("en").Concat(Files(folder, "--rules", "*.rules").Select(file => (file.Name, File.ReadAllText(file.Path)))));

    /// <summary>The built-in lists with what the folder's tables add: <c>places-mine.tsv</c> goes to the places.</summary>
    private static (LexiconSet Lists, string Version) Lexicons(DirectoryInfo folder)
    {
        var files = Files(folder, "--lexicon", "*.tsv");
        var unknown = files.FirstOrDefault(file => !Lists.Any(list => file.Name.StartsWith(list, StringComparison.Ordinal)));
        if (unknown.Name is not null) throw new UsageException($"{unknown.Path}: no word list is called so; its name should begin with {string.Join(", ", Lists[..^1])} or {Lists[^1]}.");
        var contents = files.Select(file => (file.Name, Content: File.ReadAllText(file.Path))).ToImmutableArray();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(contents.Select(file => file.Name + "\n" + file.Content))));
        var lists = LexiconSet.English with
        {
            Words = WordLexicon.Load(Tables("words")),
            Periods = PeriodLexicon.Load(Tables("period-words")),
            Places = PlaceLexicon.Load(Tables("places")),
            FiscalYears = FiscalYearLexicon.Load(Tables("fiscal-years")),
        };
        return (lists, "+" + Convert.ToHexStringLower(hash)[..8]);

        IEnumerable<TsvTable> Tables(string list) => BuiltInLexicons.Load("en", list)
            .Concat(contents.Where(file => file.Name.StartsWith(list, StringComparison.Ordinal)).Select(file => TsvTable.Parse(file.Name, file.Content)));
    }

    private static ImmutableArray<(string Name, string Path)> Files(DirectoryInfo folder, string option, string pattern)
    {
        if (!folder.Exists) throw new UsageException($"{option}: no such folder: {folder}");
        return [.. folder.EnumerateFiles(pattern).Select(file => (file.Name, file.FullName)).OrderBy(file => file.Name, StringComparer.Ordinal)];
    }
}
