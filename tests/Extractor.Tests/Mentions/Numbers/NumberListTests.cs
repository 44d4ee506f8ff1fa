using Extractor.Mentions.Numbers;

namespace Extractor.Tests.Mentions.Numbers;

public sealed class NumberListTests
{
    [Theory]
    [InlineData("exports were 1.2, 1.1 and 0.9 trillion yuan", "1200000000000 1100000000000 900000000000", "CNY", 2)]
    [InlineData("growth of 39.0%, 12.2 and 6.2%", "39 12.2 6.2", null, 1)]
    [InlineData("up 6.9, 2.5, 0.8, 4.2 and 1.3 percentage points", "6.9 2.5 0.8 4.2 1.3", null, 4)]
    public void Members_of_a_list_share_scale_and_unit(string text, string values, string? unit, int shared)
    {
        var found = NumberFinder.Find(text);
        Assert.Equal(values, string.Join(' ', found.Select(m => m.Value.ToString("0.####", null))));
        Assert.All(found, m => Assert.Equal(unit, m.Unit));
        Assert.Equal(shared, found.Count(m => m.SharesUnit));
    }
}
