using Extractor.Facts;

namespace Extractor.Cli.Output;

/// <summary>Facts and their slots as lines to be read by people.</summary>
internal static class FactSentence
{
    /// <summary><c>Zhejiang exports to US, mechanical products, 2022-01/2022-03: 1.2 billion CNY, +5.2%</c>.</summary>
    public static string Of(Fact fact)
    {
        var towards = fact.Partner is null ? "" : fact.Flow switch
        {
            Flow.Exports => $" to {fact.Partner}",
            Flow.Imports => $" from {fact.Partner}",
            _ => $" with {fact.Partner}",
        };
        var of = fact.Category is null ? "" : $", {fact.Category}";
        return $"{fact.Region} {FactLineNames.Of(fact.Flow)}{towards}{of}, {fact.Period}: {Figures.Of(fact)}";
    }

    /// <summary><c>region = Zhejiang  "the province" at 12-24, carried</c>.</summary>
    public static string Of(Slot slot, string text)
    {
        var words = slot.Span is { } span && span.End <= text.Length ? $"  \"{span.Of(text)}\" at {span}" : "";
        return $"{FactLineNames.Of(slot.Name)} = {slot.Value}{words}, {FactLineNames.Of(slot.Origin)}";
    }
}
