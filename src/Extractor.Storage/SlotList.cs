using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>A fact's slots as JSON, which SQL can read too: <c>[[0,17,25,0],[1,null,null,2]]</c> is name, start, end and origin by their numbers.</summary>
/// <remarks>A fifth element is the slot's value, where that is not simply the field's.</remarks>
internal static class SlotList
{
    public static string? Write(Fact fact)
    {
        if (fact.Slots.IsDefaultOrEmpty) return null;
        var json = new StringBuilder(fact.Slots.Length * 16).Append('[');
        foreach (var slot in fact.Slots)
        {
            if (json.Length > 1) json.Append(',');
            json.Append('[').Append((int)slot.Name).Append(',');
            if (slot.Span is { } span) json.Append(span.Start).Append(',').Append(span.End);
            else json.Append("null,null");
            json.Append(',').Append((int)slot.Origin);
            if (slot.Value != (fact.Written(slot.Name) ?? "")) json.Append(CultureInfo.InvariantCulture, $",\"{JsonEncodedText.Encode(slot.Value)}\"");
            json.Append(']');
        }

        return json.Append(']').ToString();
    }

    public static ImmutableArray<Slot> Read(string? json, Fact fact)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        var slots = ImmutableArray.CreateBuilder<Slot>(document.RootElement.GetArrayLength());
        foreach (var slot in document.RootElement.EnumerateArray())
        {
            var name = (SlotName)slot[0].GetInt32();
            var value = slot.GetArrayLength() > 4 ? slot[4].GetString()! : fact.Written(name) ?? "";
            slots.Add(new Slot(name, value, Span(slot), (SlotOrigin)slot[3].GetInt32()));
        }

        return slots.ToImmutable();
    }

    public static ImmutableArray<TextSpan> Spans(string? json)
    {
        if (json is null) return [];
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Span).OfType<TextSpan>()];
    }

    private static TextSpan? Span(JsonElement slot) =>
        slot[1].ValueKind == JsonValueKind.Null ? null : new TextSpan(slot[1].GetInt32(), slot[2].GetInt32());
}
