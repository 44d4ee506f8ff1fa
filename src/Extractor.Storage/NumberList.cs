using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>The numbers of a document as JSON, which SQL can read too: <c>[[17,25,"fact","value","9f2c..."],[31,35,"date","period"]]</c>.</summary>
internal static class NumberList
{
    public static string Write(IReadOnlyCollection<LedgerEntry> numbers)
    {
        var json = new StringBuilder(2 + (numbers.Count * 40)).Append('[');
        foreach (var number in numbers)
        {
            if (json.Length > 1) json.Append(',');
            json.Append('[').Append(number.Span.Start).Append(',').Append(number.Span.End).Append(",\"").Append(FactLineNames.Of(number.Class)).Append("\",");
            Append(json, number.Reason);
            if (number.FactId is { } fact)
            {
                json.Append(',');
                Append(json, fact);
            }

            json.Append(']');
        }

        return json.Append(']').ToString();
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

    private static void Append(StringBuilder json, string text)
    {
        // Nearly all are plain words.
        var isPlain = text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && !text.AsSpan().ContainsAny('"', '\\');
        json.Append('"');
        if (isPlain) json.Append(text);
        else json.Append(JsonEncodedText.Encode(text).Value);
        json.Append('"');
    }
}
