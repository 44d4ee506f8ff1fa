using System.Text.Json;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>Proposes values while a reviewer types: what the database has first, then what the word lists know.</summary>
internal static class Completion
{
    private const int Most = 20;

    public static async Task ServeAsync(PageContext page)
    {
        var suggestions = Of(page.Store, page.Query("field") ?? "", page.Query("prefix")?.Trim() ?? "");
        page.Http.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(page.Http.Response.BodyWriter);
        json.WriteStartArray();
        foreach (var (value, label) in suggestions)
        {
            json.WriteStartObject();
            json.WriteString("value", value);
            if (label is not null) json.WriteString("label", label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        await json.FlushAsync(page.Http.RequestAborted);
    }

    /// <summary>What begins so, at most twenty.</summary>
    internal static IReadOnlyList<Suggestion> Of(IFactStore store, string field, string typed)
    {
        var words = WordLists.Of(field);
        var found = new List<Suggestion>();
        if (Field(field) is { } stored)
        {
            foreach (var value in store.Values(stored, typed.Length == 0 ? null : typed, Most))
            {
                // A code that the word lists know is shown with its name.
                if (value.Value is { Length: > 0 } text) found.Add(words.FirstOrDefault(word => word.Value == text) ?? new Suggestion(text));
            }
        }

        foreach (var word in words)
        {
            if (found.Count >= Most) break;
            if (word.Matches(typed) && !found.Contains(word)) found.Add(word);
        }

        return found;
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
