using Extractor.Ingest.Records;
using Extractor.Text;

namespace Extractor.Ingest.Containers;

/// <summary>Reads JSON lines: one record a line, with its <c>text</c> or <c>html</c>.</summary>
internal static class JsonLinesContainer
{
    // After so many bad lines in a row the file is taken to be something else.
    private const int GiveUpAfter = 100;

    public static IEnumerable<WorkItem> Records(Stream content, ContainerScope scope)
    {
        var lines = new BoundedLines(content, (int)scope.Limits.DocumentBytes);
        int found = 0, badInRow = 0;
        while (lines.TryRead(out var line, out var tooLong))
        {
            if (line.IsEmpty && !tooLong) continue;
            var (item, hasText) = Read(line, lines, tooLong, scope);
            if (found == 0 && !hasText && item.Outcome is IngestFailure { Kind: FailureKind.BadRecord } first && !scope.IsAsked)
            {
                yield return scope.NothingToRead($"It holds no articles: {first.Reason}");
                yield break;
            }

            found++;
            badInRow = item.Outcome is IngestFailure ? badInRow + 1 : 0;
            if (!scope.Bad.IsOnlyCounted(item, lines.Number)) yield return item;
            if (badInRow < GiveUpAfter) continue;
            yield return scope.Failure(FailureKind.BadRecord, $"{GiveUpAfter} lines in a row could not be read; the rest of the file, from line {lines.Number + 1} on, was not looked at.");
            yield break;
        }

        if (found == 0) yield return scope.Failure(FailureKind.Empty, "The file holds no record.");
    }

    /// <summary>The records of a stream that may never end: each line yields a document or a failure, and only the line at hand is in memory.</summary>
    public static IEnumerable<WorkItem> Endless(Stream content, IngestOptions options)
    {
        var scope = new ContainerScope("", DocumentReader.StandardInput, options, 1, _ => DocumentMetadata.None, IsAsked: true) { IsEndless = true };
        var lines = new BoundedLines(content, (int)options.Limits.DocumentBytes);
        while (lines.TryRead(out var line, out var tooLong))
        {
            if (!line.IsEmpty || tooLong) yield return Read(line, lines, tooLong, scope).Item;
        }
    }

    private static (WorkItem Item, bool HasText) Read(ReadOnlyMemory<byte> line, BoundedLines lines, bool tooLong, ContainerScope scope)
    {
        var number = lines.Number.ToString();
        if (tooLong)
            return (scope.Failure(number, FailureKind.LineTooLong, $"Line {number} is longer than {BoundedInput.Size(scope.Limits.DocumentBytes)}, the limit for one document; it was passed over."), true);
        JsonRecord record;
        try
        {
            record = JsonRecord.Parse(line.Span, "record", scope.Options);
        }
        catch (IngestException e)
        {
            return (scope.Failure(number, e.Kind, $"Line {number}: {e.Message}."), false);
        }

        var name = MemberName.Label(record.Id ?? record.Doc ?? number);
        if (!scope.IsEndless) name = scope.Names.TakeUnique(name);
        if (record.Content is not { } range)
            return (scope.Failure(name, FailureKind.BadRecord, $"Line {number}: none of the fields {string.Join(", ", scope.Options.TextColumns)}, html holds text; it has {record.Names}."), false);
        var (utf8, offsets) = JsonText.Unescape(line.Span[range], lines.Offset + range.Start.Value);
        var item = new WorkItem(scope.DocOf(name), scope.SourceOf(name))
        {
            Bytes = utf8,
            ByteOffsets = offsets,
            DeclaredCharset = "utf-8",
            Format = record.IsHtml ? SourceFormat.Html : SourceFormat.Text,
            Given = GivenMetadata.Overlay(scope.Given(scope.DocOf(name)), record.Metadata),
            Notes = record.UnreadDate is { } date ? [$"The date '{MemberName.Label(date)}' of the record cannot be read; write it as YYYY-MM-DD."] : [],
        };
        return (item, true);
    }
}
