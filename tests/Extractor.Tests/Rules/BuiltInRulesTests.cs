using Extractor.Facts;
using Extractor.Rules;

namespace Extractor.Tests.Rules;

/// <summary>The examples beside the built-in rules.</summary>
public sealed class BuiltInRulesTests
{
    /// <summary>Examples that do not hold yet, as rule and sentence. May only shrink.</summary>
    private static readonly string[] Known =
    [
        "share.change: The share of Korea's exports to China fell by 1.1 percentage points in 2025.",
        "share.noun: The share of Korea's exports to China fell to 18.4 percent in 2025.",
    ];

    [Fact]
    public void Examples_hold_but_for_those_known_not_to()
    {
        var tests = RuleTest.RunAll(TradeExtractor.Default).ToList();
        Assert.Equal(TradeExtractor.Default.Rules.Rules.Sum(rule => rule.Examples.Length), tests.Count);
        var failing = tests.Where(test => test.Problem is not null).Select(test => $"{test.Rule.Name}: {test.Example.Text} ({test.Problem})");
        Assert.DoesNotContain(failing, line => !Known.Any(known => line.StartsWith(known, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_rule_says_what_it_is_for() =>
        Assert.All(RuleSet.English.Rules, rule => Assert.NotEmpty(rule.Explanation));

    [Fact]
    public void Every_expected_field_is_a_field_of_facts()
    {
        var fields = RuleSet.English.Rules.SelectMany(rule => rule.Examples).SelectMany(example => example.Expected).Select(field => field.Key).Distinct();
        Assert.All(fields, field => Assert.True(FactLineNames.TrySlot(field, out _), field));
    }
}
