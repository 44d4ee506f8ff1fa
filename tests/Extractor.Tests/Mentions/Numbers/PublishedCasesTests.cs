using Xunit.Abstractions;

namespace Extractor.Tests.Mentions.Numbers;

public sealed class PublishedCasesTests(ITestOutputHelper output)
{
    /// <summary>The cases that are read otherwise, and why.</summary>
    private static readonly Dictionary<string, string> Differing = new(StringComparer.Ordinal)
    {
        ["NumberModel 25"] = "a dozen there multiplies only what follows the hundred; we multiply the whole number, as with any scale",
        ["NumberModel 40"] = "a capital G is giga there; in news it is a generation of networks (5G)",
        ["NumberModel 41"] = "a hyphen with space on both sides is a minus there; in news it is a dash or a bullet",
        ["NumberModel 193"] = "a capital G is giga there",
        ["PercentModel 9"] = "percent of a number is read there as that number in percent; we hold that the number is the whole",
        ["PercentModel 10"] = "as 9",
        ["PercentModel 11"] = "as 9",
        ["PercentModel 12"] = "as 9",
        ["CurrencyModel 94"] = "decimals torn apart by spaces are not joined, so the last part gets the currency",
        ["CurrencyModel 99"] = "an and with a single digit after dollars is read there as cents; we hold that a new number begins",
        ["CurrencyModel 101"] = "an and with fifty after dollars is read there as cents, in the middle of a sentence",
        ["CurrencyModel 102"] = "kuai and mao are colloquial and not in our list of minor units",
        ["CurrencyModel 103"] = "as 99",
        ["CurrencyModel 110"] = "sen before the number is not in use in news",
        ["CurrencyModel 124"] = "the currency given twice, before and after, is one mention of ours",
    };

    [SharedDataFact]
    public void Microsofts_published_cases_agree_but_for_those_listed()
    {
        var outcomes = new[] { "NumberModel", "PercentModel", "CurrencyModel" }
            .SelectMany(model => PublishedCases.Read(SharedData.Of("specs", "English", $"{model}.json"))).ToList();
        var differing = outcomes.Where(o => o.Difference is not null).ToList();
        output.WriteLine($"{outcomes.Count - differing.Count} of {outcomes.Count} agree ({100.0 * (outcomes.Count - differing.Count) / outcomes.Count:0.0}%)");
        foreach (var outcome in differing) output.WriteLine($"{outcome.Id}: {outcome.Difference}");
        Assert.Equal(Differing.Keys.Order(StringComparer.Ordinal), differing.Select(o => o.Id).Order(StringComparer.Ordinal));
        Assert.True(differing.Count * 20 <= outcomes.Count, "fewer than 95% agree");
    }
}
