using System.Text.Json;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>Proposes values while a reviewer types: what the database has first, then what the word lists know.</summary>
internal static class Completion
{
    private const int Most = 20;

    public static async Task ServeAsync(PageContext page)
    {
        var prefix = page.Query("prefix")?.Trim() ?? "";
        var field = page.Query("field") ?? "";
        var values = new List<string>();
        if (Field(field) is { } stored)
            values.AddRange(page.Store.Values(stored, prefix.Length == 0 ? null : prefix, Most).Where(v => v.Value is { Length: > 0 }).Select(v => v.Value!));
        foreach (var word in WordLists.Of(field))
        {
            if (values.Count >= Most) break;
            if (word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !values.Contains(word)) values.Add(word);
        }

        page.Http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(page.Http.Response.BodyWriter);
        json.WriteStartArray();
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
        await json.FlushAsync(page.Http.RequestAborted);
    }

    private static FactField? Field(string name) => name switch
    {
        "region" or "shareOf" => FactField.Region,
        "partner" => FactField.Partner,
        "category" => FactField.Category,
        "unit" => FactField.Unit,
        "rule" => FactField.Rule,
        "period" => FactField.Period,
        "doc" => FactField.Doc,
        _ => null,
    };
}
