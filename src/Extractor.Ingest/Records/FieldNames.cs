using System.Collections.Frozen;

namespace Extractor.Ingest.Records;

/// <summary>What a field of a record or a column of a table holds.</summary>
internal enum RecordField
{
    Other,
    Id,
    Text,
    Html,
    Title,
    Url,
    Published,
    Author,
    Publisher,
    Language,
    Doc,
}

/// <summary>The names that such fields go by in the wild, whatever their case.</summary>
internal static class FieldNames
{
    private static readonly FrozenDictionary<string, RecordField> Fields = new Dictionary<string, RecordField>(StringComparer.OrdinalIgnoreCase)
    {
        ["id"] = RecordField.Id,
        ["_id"] = RecordField.Id,
        ["uuid"] = RecordField.Id,
        ["doc"] = RecordField.Doc,
        ["html"] = RecordField.Html,
        ["raw_html"] = RecordField.Html,
        ["title"] = RecordField.Title,
        ["headline"] = RecordField.Title,
        ["url"] = RecordField.Url,
        ["link"] = RecordField.Url,
        ["published"] = RecordField.Published,
        ["date"] = RecordField.Published,
        ["date_publish"] = RecordField.Published,
        ["datePublished"] = RecordField.Published,
        ["published_at"] = RecordField.Published,
        ["publishedAt"] = RecordField.Published,
        ["pubDate"] = RecordField.Published,
        ["author"] = RecordField.Author,
        ["publisher"] = RecordField.Publisher,
        ["source"] = RecordField.Publisher,
        ["language"] = RecordField.Language,
        ["lang"] = RecordField.Language,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the field <paramref name="name"/> holds; the names of the text are the caller's to choose.</summary>
    public static RecordField Of(string name, IngestOptions options) =>
        options.TextColumns.Contains(name, StringComparer.OrdinalIgnoreCase) ? RecordField.Text : Fields.GetValueOrDefault(name.Trim());
}
