using Extractor.Text;

namespace Extractor.Tests.Mentions.Periods;

/// <summary>Days that no calendar has. Found by the mutation campaign.</summary>
public sealed class ImpossibleDayTests
{
    [Theory]
    [InlineData("Exports in the first 0 days of March 2024 rose 5.6 percent to 48.1 billion dollars.")]
    [InlineData("Exports in the first 00 days of March rose 5.6 percent to 48.1 billion dollars.")]
    [InlineData("Exports from June 0 to June 20 rose 5.6 percent to 48.1 billion dollars.")]
    [InlineData("Exports for February 30-31, 2023 rose 5.6 percent to 48.1 billion dollars.")]
    [InlineData("Exports for the first 20 days of month 0 rose 5.6 percent in the year 0.")]
    [InlineData("Exports rose 5.6 percent to 48.1 billion dollars in the first 0 months of 2020.")]
    [InlineData("Exports in the first zero months of 2020 rose 5.6 percent.")]
    [InlineData("Exports in the 0 months to March rose 5.6 percent to 48.1 billion dollars.")]
    [InlineData("In the last 3,000 years exports rose 5.6 percent to 48.1 billion dollars.")]
    [InlineData("In the past 2990 years and the past 99999 months exports rose 5.6 percent.")]
    [InlineData("Exports in the January-to-0 period of 9999 rose 5.6 percent from the same period 20000 years ago.")]
    public void An_impossible_day_is_no_period_and_no_crash(string sentence)
    {
        var document = new SourceDocument("a.txt", sentence, new DocumentMetadata { Published = new DateOnly(2024, 4, 1) });

        Assert.All(TradeExtractor.Default.Extract(document).Facts, fact => Assert.False(fact.Period.ToString()!.EndsWith("-00", StringComparison.Ordinal)));
    }
}
