using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Mentions.Numbers;

namespace Extractor.Rules;

/// <summary>The rules that say what a number is.</summary>
/// <remarks>
/// A rule file is plain text:
/// <code>
/// rule growth.verb
///   says   A verb of rising or falling, then the percentage.
///   reads  growth
///   when   {change:verb} by? #percent
///   + China's exports rose by 5.2% in May 2024. => growth 5.2
///   - China's exports totalled 5.2 billion dollars in May 2024.
/// </code>
/// In a pattern stand words (<c>to|at</c>), classes (<c>{up}</c>, <c>{change:noun}</c>), <c>{flow}</c>, <c>{noun}</c>, <c>{place}</c>, <c>{period}</c>,
/// other numbers (<c>{percent}</c>), marks, gaps (<c>..4</c>), and once the number itself (<c>#percent</c>). <c>?</c> makes an element optional,
/// <c>@</c> makes it the subject. Adverbs and periods between the elements are passed over. Of several rules that match the one with the
/// highest priority wins, then the one with most elements, then the first.
/// </remarks>
public sealed class RuleSet
{
    private readonly Rule[][] byKind;

    private RuleSet(ImmutableArray<Rule> rules, string version)
    {
        Rules = rules;
        Version = version;
        byKind = new Rule[Enum.GetValues<NumberKind>().Length][];
        var builtIn = BuiltInNames("en").Select(resource => resource.Name).ToHashSet(StringComparer.Ordinal);
        OwnWords = [.. rules.Where(rule => !builtIn.Contains(rule.File)).SelectMany(rule => rule.Compiled).SelectMany(pattern => pattern.Literals())];
        for (var kind = 0; kind < byKind.Length; kind++) byKind[kind] = [.. rules.Where(rule => rule.Kinds.Contains((NumberKind)kind))];
    }

    /// <summary>The built-in English rules.</summary>
    public static RuleSet English { get; } = Load(BuiltIn("en"));

    /// <summary>The rules in order.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>16 hex digits that change with the text of the rules.</summary>
    public string Version { get; }

    /// <summary>Reads rule files, given as name and content.</summary>
    /// <exception cref="RuleException">A line is not as expected, a rule lacks an example of either kind, or a name is taken.</exception>
    public static RuleSet Load(IEnumerable<(string Name, string Content)> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var names = new Dictionary<string, Rule>(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var (name, content) in files)
        {
            text.Append(content);
            foreach (var rule in new RuleParser(name).Parse(content))
            {
                if (names.TryGetValue(rule.Name, out var other)) throw new RuleException(name, rule.Line, 1, $"rule '{rule.Name}' stands already in {other.File}:{other.Line}.");
                names[rule.Name] = rule;
                rules.Add(rule);
            }
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
        return new RuleSet(rules.ToImmutable(), hash);
    }

    /// <summary>The built-in rule files of a language, as name and content.</summary>
    public static IEnumerable<(string Name, string Content)> BuiltIn(string language)
    {
        foreach (var (resource, name) in BuiltInNames(language))
        {
            using var stream = typeof(RuleSet).Assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static IEnumerable<(string Resource, string Name)> BuiltInNames(string language)
    {
        foreach (var resource in typeof(RuleSet).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            // Resource names come from MSBuild with the separator of the machine that built them.
            var name = resource.Replace('\\', '/');
            if (name.StartsWith($"rules/{language}/", StringComparison.Ordinal)) yield return (resource, name["rules/".Length..]);
        }
    }

    /// <summary>The words in a row that the patterns of rules other than the built-in ones spell out, in the order of the text.</summary>
    internal Element[][] OwnWords { get; }

    internal Rule[] For(NumberKind kind) => byKind[(int)kind];
}
