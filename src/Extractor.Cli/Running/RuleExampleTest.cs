using System.Globalization;
using Extractor.Facts;
using Extractor.Rules;
using Extractor.Text;

namespace Extractor.Cli.Running;

/// <summary>Runs the examples that stand beside the rules.</summary>
internal static class RuleExampleTest
{
    /// <summary>What is wrong with an example; null when it holds.</summary>
    public static string? Run(TradeExtractor extractor, Rule rule, RuleExample example)
    {
        var extraction = extractor.Extract(new SourceDocument("example", example.Text));
        if (!example.IsPositive) return Reads(extraction, rule) ? "the rule reads it, and must not" : null;
        if (rule.Role == RuleRole.Aside) return Reads(extraction, rule) ? null : $"no number is set aside as {rule.Reason}; {Readings(extraction)}";
        if (!extraction.Facts.Any(fact => example.Expected.All(field => Has(fact, field)))) return $"no fact has {string.Join("; ", example.Expected.Select(field => $"{field.Key} {field.Value}"))}; {Readings(extraction)}";
        return Reads(extraction, rule) ? null : $"another rule reads it; {Readings(extraction)}";
    }

    private static bool Reads(Extraction extraction, Rule rule) => rule.Role == RuleRole.Aside
        ? extraction.Ledger.Any(entry => entry.Class == NumberClass.Other && entry.Reason == rule.Reason)
        : extraction.Facts.Any(fact => fact.Rule == rule.Name || fact.Derivation.Any(step => step.Contains($" by rule {rule.Name}:", StringComparison.Ordinal)));

    private static bool Has(Fact fact, KeyValuePair<string, string> field) => FactLineNames.TrySlot(field.Key, out var slot)
        && (fact.Number(slot) is { } number && decimal.TryParse(field.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var expected)
            ? number == expected
            : fact.Written(slot) == field.Value);

    private static string Readings(Extraction extraction)
    {
        var facts = extraction.Facts.Select(fact => $"{Output.FactSentence.Of(fact)} by {fact.Rule}");
        var rest = extraction.Ledger.Where(entry => entry.Class != NumberClass.Fact).Select(entry => $"'{entry.Span.Of(extraction.Document.Text)}' {FactLineNames.Of(entry.Class)} ({entry.Reason})");
        return $"read: {string.Join(" | ", facts.Concat(rest).DefaultIfEmpty("nothing"))}";
    }
}
