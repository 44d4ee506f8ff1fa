using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Extractor.Text;

namespace Extractor.Ingest.Records;

/// <summary>One line of JSON that describes a document. Its text stays where it is until it is needed.</summary>
internal sealed class JsonRecord
{
    private readonly List<string> names = [];

    /// <summary>The document that a line of <c>metadata.jsonl</c> is about.</summary>
    public string? Doc { get; private set; }

    public string? Id { get; private set; }

    public DocumentMetadata Metadata { get; private set; } = DocumentMetadata.None;

    /// <summary>Whether <see cref="Content"/> is a page and not plain text.</summary>
    public bool IsHtml { get; private set; }

    /// <summary>Where the text stands in the line, between its quotes and with its escapes.</summary>
    public Range? Content { get; private set; }

    /// <summary>The date as written when no day can be read from it.</summary>
    public string? UnreadDate { get; private set; }

    /// <summary>The names of the record's fields, for messages.</summary>
    public string Names => string.Join(", ", names);

    /// <summary>Reads one line.</summary>
    /// <param name="line">An object in JSON.</param>
    /// <param name="from">What names the source of a date, such as <c>record</c>.</param>
    /// <param name="options">Which fields hold the text.</param>
    /// <exception cref="IngestException">The line is no object in JSON.</exception>
    public static JsonRecord Parse(ReadOnlySpan<byte> line, string from, IngestOptions options)
    {
        if (!Utf8.IsValid(line)) throw new IngestException(FailureKind.BadRecord, $"it is not valid UTF-8 (byte {FirstInvalid(line)} of the line)");
        var record = new JsonRecord();
        var reader = new Utf8JsonReader(line, new JsonReaderOptions { AllowTrailingCommas = true });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new IngestException(FailureKind.BadRecord, "an object in JSON is expected, such as {\"id\": ..., \"text\": ...}");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                record.names.Add(MemberName.Label(name));
                reader.Read();
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray) reader.Skip();
                else record.Set(FieldNames.Of(name, options), ref reader, from);
            }

            if (reader.Read()) throw new IngestException(FailureKind.BadRecord, "there is more behind the object; each line holds one");
        }
        catch (JsonException e)
        {
            throw new IngestException(FailureKind.BadRecord, $"it is not JSON at byte {e.BytePositionInLine} of the line");
        }
        catch (InvalidOperationException)
        {
            throw new IngestException(FailureKind.BadRecord, "a string holds half of a surrogate pair");
        }

        return record;
    }

    private void Set(RecordField field, ref Utf8JsonReader reader, string from)
    {
        if (reader.TokenType is JsonTokenType.Null or JsonTokenType.True or JsonTokenType.False || field == RecordField.Other) return;
        if (field is RecordField.Text or RecordField.Html)
        {
            // A record that has both is read by its text: that is what its maker took for the article.
            if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.IsEmpty || (Content is not null && !IsHtml)) return;
            var start = (int)reader.TokenStartIndex + 1;
            Content = start..(start + reader.ValueSpan.Length);
            IsHtml = field == RecordField.Html;
            return;
        }

        var value = reader.TokenType == JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan);
        if (string.IsNullOrWhiteSpace(value)) return;
        switch (field)
        {
            case RecordField.Doc: Doc ??= value; break;
            case RecordField.Id: Id ??= value; break;
            case RecordField.Title: Metadata = Metadata with { Title = Metadata.Title ?? value }; break;
            case RecordField.Url: Metadata = Metadata with { Url = Metadata.Url ?? value }; break;
            case RecordField.Author: Metadata = Metadata with { Author = value }; break;
            case RecordField.Publisher: Metadata = Metadata with { Publisher = value }; break;
            case RecordField.Language: Metadata = Metadata with { Language = value }; break;
            case RecordField.Published when RecordDate.Read(value) is { } day: Metadata = Metadata with { Published = day, PublishedFrom = from }; break;
            case RecordField.Published: UnreadDate = value; break;
            default: break;
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (at < line.Length && Rune.DecodeFromUtf8(line[at..], out _, out var length) == System.Buffers.OperationStatus.Done) at += length;
        return at;
    }
}
