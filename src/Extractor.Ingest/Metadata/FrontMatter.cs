using System.Net;
using Extractor.Text;

namespace Extractor.Ingest.Metadata;

/// <summary>Reads the front matter of Markdown and crawled texts: <c>key: value</c> lines between two lines of <c>---</c>.</summary>
internal static class FrontMatter
{
    private const int Longest = 20_000;

    private static readonly string[] DateKeys = ["published_at", "published", "date", "publish_date", "publishdate", "pubdate", "datepublished", "release_date", "pub_date", "publication_date", "created_at", "created"];
    private static readonly string[] AddressKeys = ["url", "source_url", "canonical_url", "link", "source", "permalink", "original_url"];

    /// <summary>The metadata, and the offset just past the closing line; null when the text has no front matter.</summary>
    internal static (DocumentMetadata Metadata, int End)? Read(string text)
    {
        var start = text.StartsWith('\ufeff') ? 1 : 0;
        if (!text.AsSpan(start).StartsWith("---")) return null;
        var at = text.IndexOf('\n', start);
        if (at < 0 || text.AsSpan(start, at - start).Trim().TrimEnd('-').Length > 0) return null;
        at++;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? key = null;
        while (at < text.Length && at < Longest)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0) end = text.Length;
            var line = text.AsSpan(at, end - at).TrimEnd();
            at = end + 1;
            if (line.SequenceEqual("---") || line.SequenceEqual("...")) return (Of(fields), Math.Min(at, text.Length));
            var colon = line.IndexOf(':');
            if (colon > 0 && !char.IsWhiteSpace(line[0]) && line[..colon].IndexOfAny(' ', '"') < 0)
            {
                key = line[..colon].ToString();
                fields[key] = Unquote(line[(colon + 1)..]);
            }
            else if (key is not null && line.Trim() is { Length: > 0 } continued)
            {
                fields[key] = $"{fields[key]} {Unquote(continued)}".Trim();
            }
        }

        return null;
    }

    private static DocumentMetadata Of(Dictionary<string, string> fields)
    {
        DateOnly? published = null;
        foreach (var key in DateKeys)
        {
            if (!fields.TryGetValue(key, out var value)) continue;
            published = PublicationDate.Parse(value, monthFirst: null);
            if (published is not null) break;
        }

        string? address = null;
        foreach (var key in AddressKeys)
        {
            if (fields.TryGetValue(key, out var value) && Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            {
                address = value;
                break;
            }
        }

        return new DocumentMetadata
        {
            Title = Text(fields, "title") ?? Text(fields, "headline"),
            Url = address,
            Published = published,
            PublishedFrom = published is null ? null : "front-matter",
            Publisher = Text(fields, "publisher") ?? Text(fields, "site") ?? Text(fields, "newspaper"),
            Author = Text(fields, "author") ?? Text(fields, "authors") ?? Text(fields, "byline"),
            Language = Text(fields, "language") ?? Text(fields, "lang"),
        };
    }

    private static string? Text(Dictionary<string, string> fields, string key)
        => fields.TryGetValue(key, out var value) && value.Length > 0 ? WebUtility.HtmlDecode(value) : null;

    private static string Unquote(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'') value = value[1..^1];
        return value.ToString();
    }
}
