using System.Text.Json;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Tests.Rules;

/// <summary>The facts of a text published on 10 September 2024, each in a line: region, period, flow, and the other fields by their names.</summary>
internal static class StatedFacts
{
    private static readonly string[] Provenance = ["doc", "id", "quote", "start", "end", "slots", "rule", "flags", "region", "period", "flow"];

    public static IEnumerable<string> Of(string text) =>
        TradeExtractor.Default.Extract(new SourceDocument("a.txt", text, new DocumentMetadata { Published = new DateOnly(2024, 9, 10) })).Facts.Select(Line);

    private static string Line(Fact fact)
    {
        using var line = JsonDocument.Parse(new FactLine(fact).ToJson());
        var rest = line.RootElement.EnumerateObject().Where(p => !Provenance.Contains(p.Name)).Select(p => $" {p.Name}={p.Value}");
        return $"{fact.Region} {fact.Period} {line.RootElement.GetProperty("flow").GetString()}{string.Concat(rest)}";
    }
}
