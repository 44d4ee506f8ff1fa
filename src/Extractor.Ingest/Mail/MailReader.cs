using Extractor.Ingest.Records;
using Extractor.Text;

namespace Extractor.Ingest.Mail;

/// <summary>The part of a message that holds its article.</summary>
/// <param name="Bytes">Its content, transfer encoding undone.</param>
/// <param name="Offsets">Leads from there to the bytes of the message.</param>
/// <param name="Format">Plain text or a page.</param>
/// <param name="Charset">The charset that the part declares.</param>
/// <param name="Metadata">Subject, date and sender of the message.</param>
internal sealed record MailArticle(byte[] Bytes, OffsetMap Offsets, SourceFormat Format, string? Charset, DocumentMetadata Metadata);

/// <summary>Reads messages (RFC 5322, MIME): mails and the web pages that browsers save as one file.</summary>
internal static class MailReader
{
    // A plain alternative shorter than this only says that the message is to be seen in a browser.
    private const int PlainEnough = 300;
    private const int MaxParts = 10_000;

    /// <summary>Finds the article in a message.</summary>
    /// <exception cref="IngestException">It is no message, or no part of it is text.</exception>
    public static MailArticle Read(ReadOnlyMemory<byte> message, IngestLimits limits)
    {
        var header = MailHeader.Read(message.Span, out var start);
        if (header.IsEmpty) throw new IngestException(FailureKind.BadRecord, "It is no mail message: a header such as 'Subject: ...' is expected in its first line.");
        var parts = new List<Part>();
        Collect(header, message, start, message.Length, 0, parts, limits);
        var html = parts.Find(p => p.Type == "text/html");
        var plain = parts.Find(p => p.Type == "text/plain");
        var chosen = plain is not null && (html is null || plain.Length >= PlainEnough) ? plain : html ?? plain;
        if (chosen is null) throw new IngestException(FailureKind.NoArticle, "The message has no part that is text; attachments are not read, save them and read those.");
        var (bytes, offsets) = TransferEncoding.Decode(message.Span[chosen.Start..chosen.End], chosen.Encoding, chosen.Start);
        return new MailArticle(bytes, offsets, chosen.Type == "text/html" ? SourceFormat.Html : SourceFormat.Text, chosen.Charset, Metadata(header, chosen));
    }

    private static DocumentMetadata Metadata(MailHeader header, Part chosen)
    {
        var published = RecordDate.Read(header["Date"]);
        return new DocumentMetadata
        {
            Title = EncodedWords.Decode(header["Subject"]) is { Length: > 0 } subject ? subject : null,
            Published = published,
            PublishedFrom = published is null ? null : "mail:date",
            Url = chosen.Location,
        };
    }

    private static void Collect(MailHeader header, ReadOnlyMemory<byte> message, int start, int end, int depth, List<Part> parts, IngestLimits limits)
    {
        if (depth > limits.PartDepth) throw new IngestException(FailureKind.TooDeep, $"Its parts are nested more than {limits.PartDepth} deep.");
        if (parts.Count >= MaxParts) throw new IngestException(FailureKind.TooLarge, $"It has more than {MaxParts} parts.");
        var contentType = header["Content-Type"];
        var (type, charset) = ContentType.Parse(contentType.Length == 0 ? "text/plain" : contentType);
        if (type.StartsWith("multipart/", StringComparison.Ordinal) && ContentType.Parameter(contentType, "boundary") is { Length: > 0 } boundary)
        {
            foreach (var (partStart, partEnd) in Split(message.Span, start, end, boundary))
            {
                var partHeader = MailHeader.Read(message.Span[partStart..partEnd], out var bodyStart);
                Collect(partHeader, message, partStart + bodyStart, partEnd, depth + 1, parts, limits);
            }
        }
        else if (type == "message/rfc822")
        {
            var inner = MailHeader.Read(message.Span[start..end], out var bodyStart);
            Collect(inner, message, start + bodyStart, end, depth + 1, parts, limits);
        }
        else if (!header["Content-Disposition"].StartsWith("attachment", StringComparison.OrdinalIgnoreCase) && !message.Span[start..end].Trim(" \t\r\n"u8).IsEmpty)
        {
            var location = header["Content-Location"];
            parts.Add(new Part(type, charset, header["Content-Transfer-Encoding"], start, end, location.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? location : null));
        }
    }

    /// <summary>The ranges between the lines <c>--boundary</c>. What stands before the first and behind the last is no part.</summary>
    private static List<(int Start, int End)> Split(ReadOnlySpan<byte> message, int start, int end, string boundary)
    {
        var parts = new List<(int, int)>();
        var mark = System.Text.Encoding.Latin1.GetBytes("--" + boundary);
        var partStart = -1;
        for (var at = start; at < end;)
        {
            var newline = message[at..end].IndexOf((byte)'\n');
            var lineEnd = newline < 0 ? end : at + newline + 1;
            var line = message[at..lineEnd];
            if (line.StartsWith(mark))
            {
                var tail = line[mark.Length..].Trim(" \t\r\n"u8);
                if (tail.IsEmpty || tail.SequenceEqual("--"u8))
                {
                    if (partStart >= 0) parts.Add((partStart, at));
                    partStart = tail.IsEmpty ? lineEnd : -1;
                    if (parts.Count > MaxParts) break;
                }
            }

            at = lineEnd;
        }

        // A message cut off in its last part.
        if (partStart >= 0 && partStart < end) parts.Add((partStart, end));
        return parts;
    }

    private sealed record Part(string Type, string? Charset, string Encoding, int Start, int End, string? Location)
    {
        public int Length => End - Start;
    }
}
