using Extractor.Ingest.Charsets;
using Extractor.Ingest.Records;
using Extractor.Text;

namespace Extractor.Ingest.Containers;

/// <summary>Reads tables (CSV, TSV) with a header: one document a row, its text in a named column.</summary>
internal static class TableContainer
{
    private const int SampleBytes = 256 << 10;
    private const int MaxColumns = 10_000;

    public static IEnumerable<WorkItem> Records(Stream content, ContainerScope scope)
    {
        var sample = ReadSample(content);
        if (sample.Length == 0)
        {
            yield return scope.Failure(FailureKind.Empty, "The file is empty (0 bytes).");
            yield break;
        }

        var (input, charset, start) = Open(sample, content);
        var header = sample.AsSpan(start);
        var rows = new TableRows(input, Delimiter(header), (int)scope.Limits.DocumentBytes);
        var columns = rows.Read()!.ConvertAll(cell => MappedDecoder.Decode(cell.Bytes, 0, charset ?? Charset.Utf8).Text.Trim());
        if (columns.Count > MaxColumns) throw new IngestException(FailureKind.BadRecord, $"Its first row has {columns.Count} columns, beyond the limit of {MaxColumns}; no table of articles has.");
        var fields = columns.ConvertAll(name => FieldNames.Of(name, scope.Options));
        var text = TextColumn(columns, fields, scope.Options);
        if (text < 0)
        {
            yield return scope.NothingToRead($"None of its columns ({MemberName.Label(string.Join(", ", columns))}) is named {string.Join(", ", scope.Options.TextColumns)} or html; name the column that holds the text.");
            yield break;
        }

        while (rows.Read() is { } cells)
        {
            if (cells.Count == 1 && cells[0].Bytes.Length == 0) continue;
            var item = Record(cells, text, fields, charset, rows.Number, scope);
            if (!scope.Bad.IsOnlyCounted(item, rows.Number)) yield return item;
        }
    }

    private static WorkItem Record(List<TableCell> cells, int text, List<RecordField> fields, Charset? charset, int number, ContainerScope scope)
    {
        string? Value(RecordField field)
        {
            var column = fields.IndexOf(field);
            if (column < 0 || column >= cells.Count || cells[column].Bytes.Length == 0) return null;
            return MappedDecoder.Decode(cells[column].Bytes, 0, charset ?? Charset.Utf8).Text.Trim();
        }

        var name = scope.Names.TakeUnique(MemberName.Label(Value(RecordField.Id) is { Length: > 0 } id ? id : number.ToString()));
        if (text >= cells.Count || cells[text].Bytes.Length == 0)
            return scope.Failure(name, FailureKind.BadRecord, $"Row {number} has no text: {cells.Count} of {fields.Count} columns, column {text + 1} empty.");
        var date = Value(RecordField.Published);
        var published = RecordDate.Read(date);
        return new WorkItem(scope.DocOf(name), scope.SourceOf(name))
        {
            Bytes = cells[text].Bytes,
            ByteOffsets = cells[text].Offsets,
            DeclaredCharset = charset?.Name,
            Format = fields[text] == RecordField.Html ? SourceFormat.Html : SourceFormat.Text,
            Given = GivenMetadata.Overlay(scope.Given(scope.DocOf(name)), new DocumentMetadata
            {
                Title = Value(RecordField.Title),
                Url = Value(RecordField.Url),
                Published = published,
                PublishedFrom = published is null ? null : "record",
                Author = Value(RecordField.Author),
                Publisher = Value(RecordField.Publisher),
                Language = Value(RecordField.Language),
            }),
            Notes = date is { Length: > 0 } && published is null ? [$"The date '{MemberName.Label(date)}' of the row cannot be read; write it as YYYY-MM-DD."] : [],
        };
    }

    /// <summary>The column of the text: the caller's names in their order, else a column of pages.</summary>
    private static int TextColumn(List<string> columns, List<RecordField> fields, IngestOptions options)
    {
        foreach (var name in options.TextColumns)
        {
            var at = columns.FindIndex(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at >= 0) return at;
        }

        return fields.IndexOf(RecordField.Html);
    }

    private static (Stream Input, Charset? Charset, int Start) Open(byte[] sample, Stream content)
    {
        var whole = new ConcatenatedStream(sample, content);
        if (sample.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf])) return (Skip(whole, 3), Charset.Utf8, 3);
        if (sample.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || sample.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
            throw new IngestException(FailureKind.Unsupported, "The table is UTF-16; save it as CSV in UTF-8 and run again.");
        if (sample.Contains((byte)0)) throw new IngestException(FailureKind.Binary, $"It is {BinarySignature.Name(sample) ?? "binary data"}, not a table in text form.");

        // A sequence cut by the end of the sample is no sign of another charset.
        var end = sample.AsSpan().LastIndexOfAnyInRange((byte)0x0a, (byte)0x20);
        var utf8 = MappedDecoder.Decode(sample.AsSpan(0, end > 0 ? end : sample.Length), 0, Charset.Utf8).Malformed == 0;
        return (whole, utf8 ? Charset.Utf8 : CharsetDetector.Detect(sample), 0);
    }

    private static ConcatenatedStream Skip(ConcatenatedStream stream, int count)
    {
        Span<byte> skipped = stackalloc byte[count];
        stream.ReadExactly(skipped);
        return stream;
    }

    private static byte Delimiter(ReadOnlySpan<byte> sample)
    {
        var end = sample.IndexOfAny((byte)'\n', (byte)'\r');
        var line = end < 0 ? sample : sample[..end];
        var best = (byte)',';
        foreach (var candidate in ",;\t|"u8)
        {
            if (line.Count(candidate) > line.Count(best)) best = candidate;
        }

        return best;
    }

    private static byte[] ReadSample(Stream content)
    {
        var sample = new byte[SampleBytes];
        var count = content.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        return sample[..count];
    }
}
