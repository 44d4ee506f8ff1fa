using System.Net;
using System.Text.Json;

namespace Extractor.Ingest.Metadata;

/// <summary>What a page's JSON-LD says of an article.</summary>
internal sealed record JsonLdArticle
{
    /// <summary>Whether the node is an article rather than the web page around one.</summary>
    internal required bool IsArticle { get; init; }

    internal string? Headline { get; init; }

    internal string? Published { get; init; }

    internal string? Created { get; init; }

    internal string? Modified { get; init; }

    internal string? Author { get; init; }

    internal string? Publisher { get; init; }

    internal string? Language { get; init; }

    internal string? Url { get; init; }

    internal string? Body { get; init; }
}

/// <summary>Reads JSON-LD as pages have it: several scripts, graphs, arrays, stray control characters, trailing commas.</summary>
internal static class JsonLd
{
    private const int DeepestNest = 24;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Adds the articles of one script to <paramref name="articles"/>.</summary>
    internal static void Read(ReadOnlyMemory<char> script, List<JsonLdArticle> articles)
    {
        var json = Trim(script);
        if (json.IsEmpty) return;
        if (!TryRead(json, articles)) TryRead(WithoutControls(json), articles);
    }

    private static bool TryRead(ReadOnlyMemory<char> json, List<JsonLdArticle> articles)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            Visit(document.RootElement, articles, 0);
            return true;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or InvalidOperationException)
        {
            // Not JSON, half a surrogate pair, or an escape that is none: a page without metadata of this kind.
            return false;
        }
    }

    private static ReadOnlyMemory<char> Trim(ReadOnlyMemory<char> script)
    {
        var json = script.Trim();
        var span = json.Span;

        // <![CDATA[ ... ]]>, // <![CDATA[, <!-- ... -->
        var start = span.IndexOfAny('{', '[');
        if (start >= 2 && span[..start].Contains("<!", StringComparison.Ordinal) && span[start] == '[') start = span.IndexOf('{');
        var end = span.LastIndexOfAny('}', ']');
        if (end >= 3 && span[..end].EndsWith("]", StringComparison.Ordinal) && !span.StartsWith("[")) end = span.LastIndexOf('}');
        return start < 0 || end <= start ? default : json[start..(end + 1)];
    }

    private static ReadOnlyMemory<char> WithoutControls(ReadOnlyMemory<char> json)
    {
        var clean = json.ToArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (char.IsControl(clean[i])) clean[i] = ' ';
        }

        return clean;
    }

    private static void Visit(JsonElement node, List<JsonLdArticle> articles, int depth)
    {
        if (depth > DeepestNest) return;
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray()) Visit(item, articles, depth + 1);
            return;
        }

        if (node.ValueKind != JsonValueKind.Object) return;
        var (isArticle, isPage) = Kind(node);
        if (isArticle || isPage)
        {
            articles.Add(new JsonLdArticle
            {
                IsArticle = isArticle,
                Headline = Text(node, "headline") ?? (isArticle ? Text(node, "name") : null),
                Published = Text(node, "datePublished"),
                Created = Text(node, "dateCreated"),
                Modified = Text(node, "dateModified"),
                Author = Names(node, "author"),
                Publisher = Names(node, "publisher"),
                Language = Names(node, "inLanguage"),
                Body = isArticle ? Text(node, "articleBody") : null,
                Url = Text(node, "url") ?? (node.TryGetProperty("mainEntityOfPage", out var page) ? Address(page) : null),
            });
        }

        foreach (var inner in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (node.TryGetProperty(inner, out var below) && below.ValueKind is JsonValueKind.Object or JsonValueKind.Array) Visit(below, articles, depth + 1);
        }
    }

    private static (bool IsArticle, bool IsPage) Kind(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type)) return default;
        if (type.ValueKind == JsonValueKind.String) return Kind(type.GetString()!);
        if (type.ValueKind != JsonValueKind.Array) return default;
        var isPage = false;
        foreach (var item in type.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String) continue;
            var kind = Kind(item.GetString()!);
            if (kind.IsArticle) return kind;
            isPage |= kind.IsPage;
        }

        return (false, isPage);
    }

    private static (bool IsArticle, bool IsPage) Kind(string type)
    {
        if (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal)
            || type.EndsWith("Report", StringComparison.Ordinal) || type.EndsWith("ReportageNewsArticle", StringComparison.Ordinal)) return (true, false);
        return (false, type is "WebPage" or "ItemPage");
    }

    private static string? Text(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0) value = value[0];
        return value.ValueKind == JsonValueKind.String ? Clean(value.GetString()) : null;
    }

    private static string? Address(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Object when value.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String => id.GetString(),
        _ => null,
    };

    private static string? Names(JsonElement node, string name)
    {
        if (!node.TryGetProperty(name, out var value)) return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return Clean(value.GetString());
            case JsonValueKind.Object:
                return Text(value, "name");
            case JsonValueKind.Array:
                var names = new List<string>();
                foreach (var item in value.EnumerateArray())
                {
                    var one = item.ValueKind == JsonValueKind.String ? Clean(item.GetString()) : item.ValueKind == JsonValueKind.Object ? Text(item, "name") : null;
                    if (one is not null && !names.Contains(one, StringComparer.Ordinal)) names.Add(one);
                }

                return names.Count > 0 ? string.Join(", ", names) : null;
            default:
                return null;
        }
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return (text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text).Trim();
    }
}
