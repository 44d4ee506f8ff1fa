using System.Globalization;
using System.Text.Json;
using Extractor.Mentions.Numbers;

namespace Extractor.Tests.Mentions.Numbers;

/// <summary>Microsoft's published test cases for numbers, percentages and currencies, read from beside the repository.</summary>
internal static class PublishedCases
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["Dollar"] = "USD",
        ["Pound"] = "GBP",
        ["Franc"] = "CHF",
        ["Peseta"] = "ESP",
        ["Finnish markka"] = "FIM",
        ["Netherlands guilder"] = "NLG",
        ["Rupee"] = "INR",
        ["Sen"] = "MYR",
        ["Bitcoin"] = "XBT",
        ["Cent"] = "cents",
        ["Pence"] = "pence",
        ["Penny"] = "pence",
        ["Satoshi"] = "satoshis",
    };

    /// <summary>One case: <c>NumberModel 12</c>, and how our reading of it differs; null when it agrees.</summary>
    internal sealed record Outcome(string Id, string Input, string? Difference);

    /// <summary>Every case in scope of one file, in order.</summary>
    internal static IEnumerable<Outcome> Read(string path)
    {
        var model = Path.GetFileNameWithoutExtension(path);
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var index = -1;
        foreach (var item in file.RootElement.EnumerateArray())
        {
            index++;
            var input = item.GetProperty("Input").GetString()!;
            var results = item.GetProperty("Results").EnumerateArray().ToList();
            if (IsOutOfScope(item, results)) continue;
            yield return new Outcome($"{model} {index}", input, Compare(model, input, results));
        }
    }

    /// <summary>
    /// Out of scope is what the issue does not name: fractions and powers; a currency or percent word without any number; and
    /// the cases that Microsoft's own reference implementation (dotnet) is marked as not passing.
    /// </summary>
    private static bool IsOutOfScope(JsonElement item, List<JsonElement> results) =>
        (item.TryGetProperty("NotSupported", out var unsupported) && unsupported.GetString()!.Contains("dotnet", StringComparison.Ordinal))
        || results.Exists(r => Resolution(r, "subtype") is "fraction" or "power")
        || (results.Count > 0 && results.TrueForAll(r => ValueOf(r) is null));

    private static string? Compare(string model, string input, List<JsonElement> results)
    {
        var mentions = NumberFinder.Find(input).Where(m => IsComparable(model, m)).ToList();
        var unmatched = mentions.ToList();
        foreach (var result in results)
        {
            if (ValueOf(result) is not { } value) continue;
            int start = result.GetProperty("Start").GetInt32(), end = result.GetProperty("End").GetInt32() + 1;
            var unit = UnitOf(result);
            var mention = mentions.Find(m => m.Span.Start <= start && m.Span.End >= end
                && (model == "NumberModel" || (m.Span.Start == start && m.Span.End == end))
                && (m.Value == value || m.Value == value * 100 && model == "NumberModel" && m.Kind == NumberKind.Percent)
                && (unit is null || m.Unit == unit));
            if (mention is null) return $"expected {value} {unit} at '{input[start..end]}', found {Describe(input, mentions)}";
            unmatched.Remove(mention);
        }

        unmatched.RemoveAll(m => m.IsLabel || m.IsDatePart);
        return unmatched.Count == 0 ? null : $"not expected: {Describe(input, unmatched)}";
    }

    /// <summary>Whether a mention is of the kind that the model looks for.</summary>
    private static bool IsComparable(string model, NumberMention mention) => model switch
    {
        "NumberModel" => mention.Kind != NumberKind.Ordinal && !(mention.Kind == NumberKind.Quantity && mention.Unit is "millilitres" or "kilometres" or "metres"),
        "PercentModel" => mention.Kind is NumberKind.Percent,
        _ => mention.Kind == NumberKind.Money || mention.Unit is "cents" or "pence" or "satoshis",
    };

    private static string? UnitOf(JsonElement result)
    {
        if (Resolution(result, "isoCurrency") is { } iso) return iso;
        return Resolution(result, "unit") is { } name ? Units[name] : null;
    }

    private static decimal? ValueOf(JsonElement result) =>
        decimal.TryParse(Resolution(result, "value")?.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Resolution(JsonElement result, string name) =>
        result.GetProperty("Resolution").TryGetProperty(name, out var value) ? value.GetString() : null;

    private static string Describe(string input, IEnumerable<NumberMention> mentions) =>
        string.Join("; ", mentions.Select(m => $"'{m.Span.Of(input)}' {m.Kind} {m.Value.ToString(CultureInfo.InvariantCulture)} {m.Unit}"));
}
