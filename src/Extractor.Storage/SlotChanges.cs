using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>The slots that a decision sets, as JSON: <c>[{"name":"value","value":"4370000000000","start":17,"end":35}]</c>.</summary>
internal static class SlotChanges
{
    public static string? Write(ImmutableArray<SlotChange> changes)
    {
        if (changes.IsDefaultOrEmpty) return null;
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var change in changes)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, FactLineNames.Of(change.Name));
                json.WriteString("value"u8, change.Value);
                if (change.Span is { } span)
                {
                    json.WriteNumber("start"u8, span.Start);
                    json.WriteNumber("end"u8, span.End);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    public static ImmutableArray<SlotChange> Read(string? text)
    {
        if (text is null) return [];
        using var json = JsonDocument.Parse(text);
        var changes = ImmutableArray.CreateBuilder<SlotChange>();
        foreach (var change in json.RootElement.EnumerateArray())
        {
            _ = FactLineNames.TrySlot(change.GetProperty("name").GetString(), out var name);
            TextSpan? span = change.TryGetProperty("start", out var start) ? new TextSpan(start.GetInt32(), change.GetProperty("end").GetInt32()) : null;
            changes.Add(new SlotChange(name, change.GetProperty("value").GetString(), span));
        }

        return changes.ToImmutable();
    }
}
