using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Extractor.Facts;

/// <summary>Writes fact lines, field by field in the order of ANNOTATION.md.</summary>
internal static class FactLineWriter
{
    public static void Write(Utf8JsonWriter json, FactLine line)
    {
        var fact = line.Fact;
        json.WriteStartObject();
        json.WriteString("doc"u8, fact.Doc);
        json.WriteString("region"u8, fact.Region);
        json.WriteString("period"u8, fact.Period.ToString());
        json.WriteString("flow"u8, FactLineNames.Of(fact.Flow));
        Text(json, "partner"u8, fact.Partner);
        Text(json, "category"u8, fact.Category);
        Number(json, "value"u8, fact.Value);
        Text(json, "unit"u8, fact.Unit);
        Number(json, "growth"u8, fact.Growth);
        Text(json, "basis"u8, fact.Basis);
        Text(json, "terms"u8, fact.Terms);
        Number(json, "multiple"u8, fact.Multiple);
        Number(json, "change"u8, fact.Change);
        Number(json, "share"u8, fact.Share);
        Text(json, "shareOf"u8, fact.ShareOf);
        Number(json, "contribution"u8, fact.Contribution);
        Number(json, "contributionRate"u8, fact.ContributionRate);
        Number(json, "growthChange"u8, fact.GrowthChange);
        Number(json, "growthGap"u8, fact.GrowthGap);
        Number(json, "shareChange"u8, fact.ShareChange);
        if (fact.Rank is { } rank) json.WriteNumber("rank"u8, rank);
        Text(json, "approx"u8, FactLineNames.Of(fact.Approx));
        if (fact.Modality != Modality.Actual) json.WriteString("modality"u8, FactLineNames.Of(fact.Modality));

        Text(json, "id"u8, fact.Id.Length == 0 ? null : fact.Id);
        json.WriteString("quote"u8, fact.Quote);
        if (!fact.Span.IsEmpty)
        {
            json.WriteNumber("start"u8, fact.Span.Start);
            json.WriteNumber("end"u8, fact.Span.End);
        }

        Slots(json, fact.Slots);
        Text(json, "rule"u8, fact.Rule.Length == 0 ? null : fact.Rule);
        if (fact.Flags != FactFlags.None) Words(json, "flags"u8, FactLineNames.Of(fact.Flags));
        if (!line.Checks.IsEmpty) Words(json, "checks"u8, line.Checks);

        Text(json, "url"u8, line.Metadata.Url);
        Text(json, "title"u8, line.Metadata.Title);
        if (line.Metadata.Published is { } published) json.WriteString("published"u8, published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Text(json, "language"u8, line.Metadata.Language);
        Text(json, "run"u8, line.Run);
        json.WriteEndObject();
    }

    /// <summary>The number without trailing zeros, so that equal numbers have equal bytes: 5.20 is written 5.2.</summary>
    public static decimal Canonical(decimal number) => number / 1.0000000000000000000000000000m;

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private static void Number(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? number)
    {
        if (number is { } present) json.WriteNumber(name, Canonical(present));
    }

    private static void Words(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> words)
    {
        json.WriteStartArray(name);
        foreach (var word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static void Slots(Utf8JsonWriter json, ImmutableArray<Slot> slots)
    {
        if (slots.IsDefaultOrEmpty) return;
        json.WriteStartObject("slots"u8);
        foreach (var slot in slots)
        {
            json.WriteStartObject(FactLineNames.Of(slot.Name));
            if (slot.Span is { } span)
            {
                json.WriteNumber("start"u8, span.Start);
                json.WriteNumber("end"u8, span.End);
            }

            json.WriteString("origin"u8, FactLineNames.Of(slot.Origin));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
