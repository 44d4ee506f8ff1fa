using Extractor.Facts;
using Extractor.Rules;

namespace Extractor.Tests.Rules;

/// <summary>The examples beside the built-in rules.</summary>
public sealed class BuiltInRulesTests
{
    [Fact]
    public void Examples_hold()
    {
        var tests = RuleTest.RunAll(TradeExtractor.Default).ToList();
        Assert.Equal(TradeExtractor.Default.Rules.Rules.Sum(rule => rule.Examples.Length), tests.Count);
        Assert.Empty(tests.Where(test => test.Problem is not null).Select(test => $"{test.Rule.Name}: {test.Example.Text} ({test.Problem})"));
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
