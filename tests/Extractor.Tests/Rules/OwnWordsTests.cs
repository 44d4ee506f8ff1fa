using Extractor.Lexicons;
using Extractor.Rules;
using Extractor.Text;

namespace Extractor.Tests.Rules;

/// <summary>The words of a user's pattern are found where they stand, also those that would be part of a noun phrase.</summary>
public sealed class OwnWordsTests
{
    [Theory]
    [InlineData("tipped the scales at #money", "Chile's exports tipped the scales at $5.2 billion in May 2024.")]
    [InlineData("tipped the scales at #money", "In May 2024 Chile's total exports of copper and wine tipped the scales at $5.2 billion, the bureau said.")]
    [InlineData("rang up #money", "Chile's exports rang up $5.2 billion in May 2024.")]
    [InlineData("rang up sales of #money", "Chile's exports rang up sales of $5.2 billion in May 2024.")]
    [InlineData("to the tune of #money", "Chile's exports in May 2024 came in to the tune of $5.2 billion.")]
    [InlineData("brought home #money", "In May 2024, Chile's exports brought home $5.2 billion.")]
    [InlineData("{flow} hit|struck a|the? tally of #money", "Chile's exports struck tally of $5.2 billion in May 2024.")]
    [InlineData("{flow} hit|struck a|the? tally of #money", "Chile's exports hit a tally of $5.2 billion in May 2024.")]
    [InlineData("#money pour|flow into the coffers", "Chile's exports saw $5.2 billion pour into the coffers in May 2024.")]
    public void A_pattern_that_spells_words_out_finds_them(string pattern, string sentence)
    {
        var fact = Assert.Single(With(pattern).Extract(new SourceDocument("a.txt", sentence)).Facts);
        Assert.Equal(("mine.own", 5_200_000_000m, "2024-05/2024-05"), (fact.Rule, fact.Value, fact.Period.ToString()));
        Assert.Equal("Chile", fact.Region);
    }

    [Theory]
    [InlineData("tipped the scales at #money", "Vietnam's exports of kitchen scales rose 5.2% to $5.2 billion in May 2024.", "kitchen scales")]
    [InlineData("exports of #money", "Vietnam's exports of scales rose 5.2% to $5.2 billion in May 2024.", "scales")]
    public void Words_in_another_order_and_flows_stay_in_their_phrases(string pattern, string sentence, string category)
    {
        var fact = Assert.Single(With(pattern).Extract(new SourceDocument("a.txt", sentence)).Facts);
        Assert.Equal(("Vietnam", category, 5_200_000_000m), (fact.Region, fact.Category, fact.Value));
    }

    [Fact]
    public void The_built_in_rules_free_no_words() => Assert.Empty(RuleSet.English.OwnWords);

    private static TradeExtractor With(string pattern)
    {
        var rule = $"""
            rule mine.own
              says   A level.
              reads  value
              priority 9
              when   {pattern}
              + Chile's exports so and so. => value 1
              - Chile's exports rose.
            """;
        return TradeExtractor.Create(LexiconSet.English, RuleSet.Load(RuleSet.BuiltIn("en").Append(("mine/own.rules", rule))));
    }
}
