using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Extractor.Text;

namespace Extractor.Facts;

/// <summary>Reads fact lines and gold lines. Never throws on input: what is wrong is said.</summary>
/// <remarks>Unknown fields are passed over, so that lines of later versions and annotators' own notes can be read.</remarks>
internal static class FactLineParser
{
    public static bool TryParse(string json, [NotNullWhen(true)] out FactLine? line, [NotNullWhen(false)] out string? error)
    {
        line = null;
        error = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                error = $"expected a JSON object, found {Kind(document.RootElement)}";
                return false;
            }

            line = Read(document.RootElement);
            return true;
        }
        catch (JsonException e)
        {
            error = $"not JSON, at byte {e.BytePositionInLine ?? 0}";
        }
        catch (UnreadableFieldException e)
        {
            error = e.Message;
        }
        catch (ArgumentException)
        {
            // A lone surrogate between the quotes: no Unicode text, so no JSON either.
            error = "not Unicode text";
        }

        return false;
    }

    private static FactLine Read(JsonElement json)
    {
        var span = Span(json, "start", "end");
        var fact = new Fact
        {
            Id = Text(json, "id") ?? "",
            Doc = Required(json, "doc"),
            Span = span ?? default,
            Quote = Text(json, "quote") ?? "",
            Region = Required(json, "region"),
            Period = Period(json),
            Flow = FactLineNames.TryFlow(Required(json, "flow"), out var flow)
                ? flow
                : throw Unreadable("flow", "trade, exports, imports or balance", json.GetProperty("flow")),
            Partner = Text(json, "partner"),
            Category = Text(json, "category"),
            Value = Number(json, "value"),
            Unit = Text(json, "unit"),
            Growth = Number(json, "growth"),
            Basis = Text(json, "basis") is var basis && basis is "yoy" ? null : basis,
            Terms = Text(json, "terms"),
            Multiple = Number(json, "multiple"),
            Change = Number(json, "change"),
            Share = Number(json, "share"),
            ShareOf = Text(json, "shareOf"),
            Contribution = Number(json, "contribution"),
            ContributionRate = Number(json, "contributionRate"),
            GrowthChange = Number(json, "growthChange"),
            GrowthGap = Number(json, "growthGap"),
            ShareChange = Number(json, "shareChange"),
            Rank = Integer(json, "rank"),
            Approx = FactLineNames.TryApprox(Text(json, "approx"), out var approx)
                ? approx
                : throw Unreadable("approx", ">, < or ~", json.GetProperty("approx")),
            Modality = FactLineNames.TryModality(Text(json, "modality") ?? "actual", out var modality)
                ? modality
                : throw Unreadable("modality", "actual, forecast, target or revised", json.GetProperty("modality")),
            Slots = [],
            Rule = Text(json, "rule") ?? "",
            Flags = Flags(json),
        };
        return new FactLine(fact with { Slots = Slots(json, fact) })
        {
            Metadata = new DocumentMetadata
            {
                Url = Text(json, "url"),
                Title = Text(json, "title"),
                Published = Date(json, "published"),
                Language = Text(json, "language"),
            },
            Checks = [.. Words(json, "checks")],
            Run = Text(json, "run"),
        };
    }

    private static TradePeriod Period(JsonElement json) => TradePeriod.TryParse(Required(json, "period"), out var period)
        ? period
        : throw Unreadable("period", "YYYY-MM/YYYY-MM", json.GetProperty("period"));

    private static string Required(JsonElement json, string name) =>
        Text(json, name) ?? throw new UnreadableFieldException($"'{name}' is missing");

    /// <summary>The text of a field; null where it is absent, null or empty.</summary>
    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null) return null;
        if (field.ValueKind != JsonValueKind.String) throw Unreadable(name, "a string", field);
        return String(name, field) is { Length: > 0 } text ? text : null;
    }

    private static string String(string name, JsonElement field)
    {
        try
        {
            return field.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // "\ud800": JSON, but no character.
            throw new UnreadableFieldException($"'{name}' holds half a surrogate pair");
        }
    }

    private static decimal? Number(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null) return null;
        return field.ValueKind == JsonValueKind.Number && field.TryGetDecimal(out var number) ? number : throw Unreadable(name, "a number", field);
    }

    private static int? Integer(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null) return null;
        return field.ValueKind == JsonValueKind.Number && field.TryGetInt32(out var number) ? number : throw Unreadable(name, "a whole number", field);
    }

    private static DateOnly? Date(JsonElement json, string name)
    {
        if (Text(json, name) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Unreadable(name, "YYYY-MM-DD", json.GetProperty(name));
    }

    private static TextSpan? Span(JsonElement json, string startName, string endName)
    {
        if (Integer(json, startName) is not { } start || Integer(json, endName) is not { } end) return null;
        return start >= 0 && end >= start ? new TextSpan(start, end) : throw new UnreadableFieldException($"'{startName}' {start} and '{endName}' {end} are no span");
    }

    private static IEnumerable<string> Words(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var field) || field.ValueKind == JsonValueKind.Null) yield break;
        if (field.ValueKind != JsonValueKind.Array) throw Unreadable(name, "an array", field);
        foreach (var word in field.EnumerateArray())
            yield return word.ValueKind == JsonValueKind.String ? String(name, word) : throw Unreadable(name, "an array of strings", word);
    }

    private static FactFlags Flags(JsonElement json)
    {
        var flags = FactFlags.None;
        foreach (var word in Words(json, "flags"))
            flags |= FactLineNames.TryFlag(word, out var flag) ? flag : throw new UnreadableFieldException($"'flags': no flag is called '{word}'");
        return flags;
    }

    private static ImmutableArray<Slot> Slots(JsonElement json, Fact fact)
    {
        if (!json.TryGetProperty("slots", out var field) || field.ValueKind == JsonValueKind.Null) return [];
        if (field.ValueKind != JsonValueKind.Object) throw Unreadable("slots", "an object", field);
        var slots = ImmutableArray.CreateBuilder<Slot>();
        foreach (var property in field.EnumerateObject())
        {
            if (!FactLineNames.TrySlot(property.Name, out var name)) throw new UnreadableFieldException($"'slots': no field is called '{property.Name}'");
            if (property.Value.ValueKind != JsonValueKind.Object) throw Unreadable($"slots.{property.Name}", "an object", property.Value);
            if (!FactLineNames.TryOrigin(Text(property.Value, "origin"), out var origin))
                throw new UnreadableFieldException($"'slots.{property.Name}.origin': expected stated, carried, document or default");
            slots.Add(new Slot(name, fact.Written(name) ?? "", Span(property.Value, "start", "end"), origin));
        }

        return slots.ToImmutable();
    }

    private static UnreadableFieldException Unreadable(string name, string expected, JsonElement found) =>
        new($"'{name}': expected {expected}, found {Kind(found)}");

    private static string Kind(JsonElement json)
    {
        if (json.ValueKind is not (JsonValueKind.String or JsonValueKind.Number)) return json.ValueKind.ToString().ToLowerInvariant();
        var raw = json.GetRawText();
        return raw.Length <= 60 ? raw : string.Concat(raw.AsSpan(0, 60), "...");
    }

    /// <summary>Carries what is wrong with a field out of the reader; never leaves this file.</summary>
    private sealed class UnreadableFieldException(string message) : Exception(message);
}
