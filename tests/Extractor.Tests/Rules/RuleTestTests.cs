using Extractor.Lexicons;
using Extractor.Rules;

namespace Extractor.Tests.Rules;

/// <summary>What counts as an example that holds.</summary>
public sealed class RuleTestTests
{
    private const string Head = "rule mine.hauled\n  says  \"hauled in\".\n  reads value\n  when  hauled in #money\n";

    [Fact]
    public void Both_kinds_of_example_hold() => Assert.All(
        Run(Head + "+ In May 2024 Chile's exports hauled in $5.2 billion. => value 5200000000; region Chile; flow exports\n- Chile's exports rose 5.2% in May 2024.\n"),
        test => Assert.Null(test.Problem));

    [Theory]
    [InlineData("+ In May 2024 Chile's exports hauled in $5.2 billion. => value 5200000001", "no fact has value 5200000001")]
    [InlineData("+ In May 2024 Chile's exports hauled in $5.2 billion. => value 5200000000; region Peru", "no fact has value 5200000000; region Peru")]
    [InlineData("+ In May 2024 Chile's exports hauled in $5.2 billion. => worth 5200000000", "no fact has worth 5200000000")]
    [InlineData("+ In May 2024 Chile's exports reached $5.2 billion. => value 5200000000", "it is read, but by level.reach")]
    [InlineData("- In May 2024 Chile's exports hauled in $5.2 billion.", "the rule reads it, and must not")]
    public void A_wrong_example_says_what_is_wrong(string example, string problem)
    {
        const string Others = "+ In May 2024 Chile's exports hauled in $5 billion. => value 5000000000\n- Chile's exports rose 5.2% in May 2024.\n";
        var test = Assert.Single(Run(Head + Others + example), test => test.Problem is not null);
        Assert.Equal(problem, test.Problem);
        Assert.Equal(7, test.Example.Line);
    }

    [Theory]
    [InlineData("+ Chile's exports hauled in $9,000 in May 2024.", null)]
    [InlineData("+ Copper stayed home in May 2024.", "no number is set aside as takings")]
    [InlineData("- Chile's exports hauled in $9,000 in May 2024.", "a number is set aside as takings, and must not")]
    public void An_aside_is_known_by_its_reason(string example, string? problem)
    {
        var tests = Run("rule mine.takings\n  says  No trade.\n  reads aside takings\n  priority 9\n  when  hauled in #number\n+ Peru's exports hauled in $9,000 in May 2024.\n- Chile's exports rose 5.2% in May 2024.\n" + example);
        Assert.Equal(problem, Assert.Single(tests, test => test.Example.Line == 8).Problem);
    }

    private static List<RuleTest> Run(string rules)
    {
        var extractor = TradeExtractor.Create(LexiconSet.English, RuleSet.Load(RuleSet.BuiltIn("en").Append(("mine.rules", rules))));
        return [.. RuleTest.RunAll(extractor).Where(test => test.Rule.File == "mine.rules")];
    }
}
