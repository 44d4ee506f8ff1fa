using Extractor.Facts;
using Extractor.Rules;

namespace Extractor.Tests.Rules;

/// <summary>A rule file that is not as expected stops the start with its file, line, column, what was found and what was expected.</summary>
public sealed class RuleParserTests
{
    private const string Examples = "\n+ Chile's exports reached $5 billion in 2024. => value 5000000000\n- Chile's exports rose 5% in 2024.";

    [Theory]
    [InlineData("when a #money", "my.rules:1:1: 'when' found before the first rule; expected 'rule NAME'.")]
    [InlineData("# a comment\n\n  says x", "my.rules:3:3: 'says' found before the first rule; expected 'rule NAME'.")]
    [InlineData("rule", "my.rules:1:1: a rule has a name: 'rule growth.verb'.")]
    [InlineData("rule a\n  whem x", "my.rules:2:3: 'whem' found; expected says, reads, when, priority, + or -.")]
    [InlineData("rule a\n  priority high", "my.rules:2:3: 'high' found; a whole number is expected.")]
    [InlineData("rule a\n  reads volume", "my.rules:2:3: 'volume' found; expected one of value, growth, change, share, contribution, contributionRate, growthChange, growthGap, shareChange, multiple, rank, earlier-value, earlier-growth, earlier-share, aside.")]
    [InlineData("rule a\n  reads growth sideways", "my.rules:2:3: 'sideways' found; expected +, -, >, <, ~, forecast, target, revised, yoy, mom, qoq, period, part, shares, rises, falls or of-country.")]
    [InlineData("rule a\n  reads aside", "my.rules:2:3: an aside has a reason: 'reads aside price'.")]
    [InlineData("rule a\n  reads value\n  + Exports rose.", "my.rules:3:3: a positive example says what is read: '+ SENTENCE => growth 5.2'.")]
    [InlineData("rule a\n  reads value\n  + Exports rose. => growth", "my.rules:3:3: 'growth' found; expected FIELD VALUE, as in 'growth 5.2'.")]
    [InlineData("rule a\n  when {rise} #percent", "my.rules:2:8: '{rise}' found; expected flow, noun, place, period, clause, ")]
    [InlineData("rule a\n  when by {change:noum} #percent", "my.rules:2:11: 'noum' found; expected noun, verb or adverb.")]
    [InlineData("rule a\n  when by {change #percent", "my.rules:2:11: '{change' found; a class ends with '}'.")]
    [InlineData("rule a\n  when by ..many #percent", "my.rules:2:11: '..many' found; expected '..' and how many words at most, as in '..6'")]
    [InlineData("rule a\n  when by #pct", "my.rules:2:11: '#pct' found; expected one of #percent, ")]
    [InlineData("rule a\n  when #money by #money", "my.rules:2:18: a second '#' found; a pattern is about one number.")]
    [InlineData("rule a\n  when by far", "my.rules:2:8: no number found; expected #percent, #money, #amount ... where the number stands.")]
    [InlineData("rule a\n  when by #money\n  when by #percent", "my.rules:3:11: all patterns of a rule read the same kind of number.")]
    [InlineData("\nrule a\n  reads value" + Examples, "my.rules:2:1: rule 'a' has no pattern; expected a line 'when ...'.")]
    [InlineData("rule a\n  reads value\n  when by #money\n- Exports rose.", "my.rules:1:1: rule 'a' has no positive example; expected a line '+ SENTENCE => FIELD VALUE'.")]
    [InlineData("rule a\n  reads value\n  when by #money\n+ Exports rose by $5. => change 5", "my.rules:1:1: rule 'a' has no negative example; expected a line '- SENTENCE'.")]
    [InlineData("rule a\n  reads value\n  when by #money\n\nrule b", "my.rules:1:1: rule 'a' has no positive example; expected a line '+ SENTENCE => FIELD VALUE'.")]
    public void A_message_names_the_place_what_was_found_and_what_was_expected(string content, string message)
    {
        var error = Assert.Throws<RuleException>(() => RuleSet.Load([("my.rules", content)]));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_taken_once()
    {
        const string Rule = "rule mine.a\n  reads value\n  when by #money" + Examples;
        var inOne = Assert.Throws<RuleException>(() => RuleSet.Load([("one.rules", Rule + "\n\n" + Rule)]));
        Assert.Equal("one.rules:7:1: rule 'mine.a' stands already in one.rules:1.", inOne.Message);
        var inTwo = Assert.Throws<RuleException>(() => RuleSet.Load([("one.rules", Rule), ("two.rules", "# mine\n" + Rule)]));
        Assert.Equal("two.rules:2:1: rule 'mine.a' stands already in one.rules:1.", inTwo.Message);
        var builtIn = Assert.Throws<RuleException>(() => RuleSet.Load(RuleSet.BuiltIn("en").Append(("my.rules", Rule.Replace("mine.a", "growth.verb", StringComparison.Ordinal)))));
        Assert.StartsWith("my.rules:1:1: rule 'growth.verb' stands already in en/01-growth.rules:", builtIn.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_is_read_whole()
    {
        var rule = Assert.Single(RuleSet.Load([("my.rules", "# mine\r\nrule mine.a\r\n  says   A level.\r\n  reads  value forecast >\r\n  priority -2\r\n  when   {forecast} ..3 #amount\r\n  when   #amount {forecast}" + Examples)]).Rules);
        Assert.Equal(("mine.a", "my.rules", 2, "A level."), (rule.Name, rule.File, rule.Line, rule.Explanation));
        Assert.Equal((RuleRole.Level, -2), (rule.Role, rule.Priority));
        Assert.Equal((Modality.Forecast, Approx.Over), (rule.Modality, rule.Approx));
        Assert.Equal(["{forecast} ..3 #amount", "#amount {forecast}"], rule.Patterns.AsEnumerable());
        Assert.Equal([true, false], rule.Examples.Select(example => example.IsPositive));
        Assert.Equal("Chile's exports reached $5 billion in 2024.", rule.Examples[0].Text);
        Assert.Equal(new KeyValuePair<string, string>("value", "5000000000"), Assert.Single(rule.Examples[0].Expected));
        Assert.Equal([8, 9], rule.Examples.Select(example => example.Line));
    }

    [Fact]
    public void The_version_changes_with_the_text_alone()
    {
        const string Rule = "rule mine.a\n  reads value\n  when by #money" + Examples;
        Assert.Equal(RuleSet.Load([("a.rules", Rule)]).Version, RuleSet.Load([("b.rules", Rule)]).Version);
        Assert.NotEqual(RuleSet.Load([("a.rules", Rule)]).Version, RuleSet.Load([("a.rules", Rule + " ")]).Version);
    }
}
