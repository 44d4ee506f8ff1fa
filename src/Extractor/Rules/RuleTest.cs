using System.Globalization;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Rules;

/// <summary>How one example beside a rule fared, its sentence read as a document of its own.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Example">The example.</param>
/// <param name="Extraction">What was read.</param>
/// <param name="Problem">What is wrong; null when the example holds.</param>
public sealed record RuleTest(Rule Rule, RuleExample Example, Extraction Extraction, string? Problem)
{
    /// <summary>Runs every example of every rule of <paramref name="extractor"/>, in their order.</summary>
    public static IEnumerable<RuleTest> RunAll(TradeExtractor extractor)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        return from rule in extractor.Rules.Rules
               from example in rule.Examples
               select Run(extractor, rule, example);
    }

    /// <summary>Runs one example.</summary>
    public static RuleTest Run(TradeExtractor extractor, Rule rule, RuleExample example)
    {
        ArgumentNullException.ThrowIfNull(extractor);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(example);
        var extraction = extractor.Extract(new SourceDocument("example", example.Text));
        return new RuleTest(rule, example, extraction, ProblemOf(extraction, rule, example));
    }

    private static string? ProblemOf(Extraction extraction, Rule rule, RuleExample example)
    {
        if (rule.Role == RuleRole.Aside)
        {
            var isAside = extraction.Ledger.Any(entry => entry.Class == NumberClass.Other && entry.Reason == rule.Reason);
            if (isAside == example.IsPositive) return null;
            return example.IsPositive ? $"no number is set aside as {rule.Reason}" : $"a number is set aside as {rule.Reason}, and must not";
        }

        if (!example.IsPositive) return extraction.Facts.Any(fact => IsReadBy(fact, rule)) ? "the rule reads it, and must not" : null;
        var met = extraction.Facts.Where(fact => example.Expected.All(field => Has(fact, field))).ToList();
        if (met.Count == 0) return $"no fact has {string.Join("; ", example.Expected.Select(field => $"{field.Key} {field.Value}"))}";
        return met.Exists(fact => IsReadBy(fact, rule)) ? null : $"it is read, but by {met[0].Rule}";
    }

    private static bool IsReadBy(Fact fact, Rule rule) =>
        fact.Rule == rule.Name || fact.Derivation.Any(step => step.Contains($" by rule {rule.Name}:", StringComparison.Ordinal));

    // A number agrees however many zeros it is written with.
    private static bool Has(Fact fact, KeyValuePair<string, string> field) => FactLineNames.TrySlot(field.Key, out var slot)
        && (fact.Number(slot) is { } number && decimal.TryParse(field.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var expected)
            ? number == expected
            : fact.Written(slot) == field.Value);
}
