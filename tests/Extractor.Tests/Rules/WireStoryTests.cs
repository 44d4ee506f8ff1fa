using System.Globalization;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Tests.Rules;

/// <summary>How agencies report a country's monthly trade: what was expected, what was revised, and how the balance moved with whom.</summary>
/// <remarks>Facts are written as <c>flow partner category period number ...</c>, slots that are not set left out.</remarks>
public sealed class WireStoryTests
{
    [Theory]
    [InlineData("Germany's trade surplus narrowed more than expected to 15.2 billion euros in January.", "balance 2007-01 15200000000 EUR")]
    [InlineData("Germany's trade surplus narrowed by more than economists had expected to 15.2 billion euros in January.", "balance 2007-01 15200000000 EUR")]
    [InlineData("Germany's exports rose a more-than-expected 2.5 percent in January.", "exports 2007-01 2.5%")]
    [InlineData("Germany's trade gap widened to 7.7 billion euros in January. Economists had forecast a deficit of 7.4 billion euros.", "balance 2007-01 -7700000000 EUR; balance 2007-01 -7400000000 EUR forecast")]
    [InlineData("Germany's exports fell 2% in January, a smaller drop than the 3 percent economists had forecast.", "exports 2007-01 -2%; exports 2007-01 -3% forecast")]
    [InlineData("Germany's exports fell 2% in January. The decline was steeper than a 1.7 percent fall the market had expected.", "exports 2007-01 -2%; exports 2007-01 -1.7% forecast")]
    public void What_was_expected_is_told_from_what_came_about(string text, string facts) => Assert.Equal(facts, Read("2007-03-13", text));

    [Theory]
    [InlineData("Germany's trade gap with China widened to 5.7 billion euros in January. Analysts had forecast a deficit of 4.2 billion euros.", "balance CN 2007-01 -5700000000 EUR; balance CN 2007-01 -4200000000 EUR forecast")]
    [InlineData("Germany's trade surplus fell in January. With China, the trade surplus dropped 47.1 percent to 10.2 billion euros.", "balance CN 2007-01 10200000000 EUR -47.1%")]
    [InlineData("Germany's trade surplus grew 5.7 percent to 7 billion euros with China in January.", "balance CN 2007-01 7000000000 EUR 5.7%")]
    public void A_partner_apart_from_its_flow_is_its_partner(string text, string facts) => Assert.Equal(facts, Read("2007-03-13", text));

    private static string Read(string published, string text)
    {
        var metadata = new DocumentMetadata { Published = DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture) };
        return string.Join("; ", TradeExtractor.Default.Extract(new SourceDocument("a.txt", text, metadata)).Facts.Select(Written));
    }

    private static string Written(Fact fact)
    {
        var start = fact.Period.ToString().Split('/') is [var first, var last] && first == last ? first : fact.Period.ToString();
        string?[] parts =
        [
            FactLineNames.Of(fact.Flow), fact.Partner, fact.Category, start,
            fact.Value is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.##} {fact.Unit}") : null,
            fact.Change is { } change ? string.Create(CultureInfo.InvariantCulture, $"{change:+0.##;-0.##} {fact.Unit}") : null,
            fact.Growth is { } growth ? string.Create(CultureInfo.InvariantCulture, $"{growth:0.##}%") : null,
            fact.Multiple is { } multiple ? string.Create(CultureInfo.InvariantCulture, $"x{multiple:0.##}") : null,
            fact.Share is { } share ? string.Create(CultureInfo.InvariantCulture, $"={share:0.##}%") : null,
            fact.Basis, fact.Terms, fact.Modality == Modality.Actual ? null : FactLineNames.Of(fact.Modality),
        ];
        return string.Join(' ', parts.Where(p => p is not null));
    }
}
