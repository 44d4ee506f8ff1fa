using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>The numbers of a document as JSON, which SQL can read too: <c>[[17,25,"fact","value","9f2c..."],[31,35,"date","period"]]</c>.</summary>
internal static class NumberList
{
    public static byte[] Write(ImmutableArray<LedgerEntry> numbers)
    {
        var json = Utf8Json.Start().Append('[');
        var isFirst = true;
        foreach (var number in numbers)
        {
            if (!isFirst) json.Append(',');
            isFirst = false;
            json.Append('[').Append(number.Span.Start).Append(',').Append(number.Span.End).Append(',').AppendString(FactLineNames.Of(number.Class)).Append(',').AppendString(number.Reason);
            if (number.FactId is { } fact) json.Append(',').AppendString(fact);
            json.Append(']');
        }

        return json.Append(']').ToArray();
    }

    /// <summary>The numbers as written: one that an added fact has claimed is unresolved and has a fact.</summary>
    public static ImmutableArray<LedgerEntry> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var numbers = ImmutableArray.CreateBuilder<LedgerEntry>(document.RootElement.GetArrayLength());
        foreach (var number in document.RootElement.EnumerateArray())
        {
            _ = FactLineNames.TryNumberClass(number[2].GetString()!, out var numberClass);
            var fact = number.GetArrayLength() > 4 ? number[4].GetString() : null;
            numbers.Add(new LedgerEntry(new TextSpan(number[0].GetInt32(), number[1].GetInt32()), numberClass, number[3].GetString()!, fact));
        }

        return numbers.MoveToImmutable();
    }
}
