using System.Globalization;
using System.IO.Compression;
using System.Text;
using Extractor.Text;

namespace Extractor.Ingest.Containers;

/// <summary>Reads web crawls (WARC, ISO 28500) record by record: every successful response that is a page or plain text.</summary>
internal static class CrawlContainer
{
    private const int HeaderBytes = 64 << 10;

    public static IEnumerable<WorkItem> Records(Stream content, ContainerScope scope)
    {
        var input = new CrawlInput(content);
        var count = 0;
        while (ReadHeader(input, ref count) is { } header)
        {
            if (!long.TryParse(header.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
                throw new InvalidDataException($"Record {count} (byte {input.Position}) has no Content-Length; the records behind it cannot be found.");
            var url = header.GetValueOrDefault("warc-target-uri")?.Trim('<', '>');
            if (header.GetValueOrDefault("warc-type") != "response" || url is null)
            {
                input.Skip(length);
                continue;
            }

            var name = scope.Names.TakeUnique(MemberName.Label(url));
            if (length > scope.Limits.DocumentBytes)
            {
                input.Skip(length);
                yield return scope.Failure(name, FailureKind.TooLarge, BoundedInput.TooLarge(length, scope.Limits.DocumentBytes).Message);
                continue;
            }

            yield return Response(input.ReadExactly((int)length), name, url, scope);
        }

        if (count == 0) throw new InvalidDataException("No WARC record was found in it.");
    }

    private static WorkItem Response(byte[] http, string name, string url, ContainerScope scope)
    {
        var headerEnd = http.AsSpan().IndexOf("\r\n\r\n"u8);
        if (headerEnd < 0) return scope.Failure(name, FailureKind.BadRecord, "The response has no end of its HTTP header.");
        var lines = Encoding.Latin1.GetString(http, 0, headerEnd).Split("\r\n");
        var status = lines[0].Split(' ');
        if (status.Length < 2 || status[1] != "200") return scope.Skip(name, $"The response is no success: {MemberName.Label(lines[0])}.");
        var header = Parse(lines.Skip(1));
        var (type, charset) = ContentType.Parse(header.GetValueOrDefault("content-type") ?? "");
        if (type is not ("text/html" or "application/xhtml+xml" or "text/plain" or "")) return scope.Skip(name, $"Responses of the type {MemberName.Label(type)} are not read.");
        try
        {
            var body = Body(http.AsMemory(headerEnd + 4), header, scope.Limits);
            return new WorkItem(scope.DocOf(name), scope.SourceOf(name))
            {
                Bytes = body,
                DeclaredCharset = charset,
                Format = type == "text/plain" ? SourceFormat.Text : SourceFormat.Html,
                Given = GivenMetadata.Overlay(scope.Given(scope.DocOf(name)), new DocumentMetadata { Url = url }),
            };
        }
        catch (Exception e) when (e is IngestException or InvalidDataException or IOException)
        {
            return WorkItem.Done(IngestException.ToFailure(e, scope.DocOf(name), scope.SourceOf(name)));
        }
    }

    /// <summary>The page's bytes: chunks joined, compression undone. Crawlers often undo both and leave the header, so what the bytes say counts.</summary>
    private static byte[] Body(ReadOnlyMemory<byte> body, Dictionary<string, string> header, IngestLimits limits)
    {
        if (header.GetValueOrDefault("transfer-encoding") is { } transfer && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase))
            body = Chunks.Join(body) ?? body;
        var encoding = header.GetValueOrDefault("content-encoding")?.Trim().ToLowerInvariant();
        var isGzip = body.Span.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]);
        var compressed = new CountingStream(new MemoryStream(body.ToArray(), writable: false));
        using Stream? plain = encoding switch
        {
            "gzip" or "x-gzip" when isGzip => new GZipStream(compressed, CompressionMode.Decompress),
            "deflate" when IsZlib(body.Span) => new ZLibStream(compressed, CompressionMode.Decompress),
            "br" when !LooksLikeMarkup(body.Span) => new BrotliStream(compressed, CompressionMode.Decompress),
            _ => null,
        };
        if (plain is null) return body.ToArray();
        using var guarded = new ExpansionGuard(plain, () => compressed.Count, limits);
        return BoundedInput.ReadAll(guarded, limits.DocumentBytes, 0);
    }

    private static bool IsZlib(ReadOnlySpan<byte> body) => body.Length > 2 && (body[0] & 0x0f) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;

    private static bool LooksLikeMarkup(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8).StartsWith("<"u8);

    /// <summary>The named fields before the next record; null at the end of the file.</summary>
    private static Dictionary<string, string>? ReadHeader(CrawlInput input, ref int count)
    {
        string? line;
        do
        {
            line = input.ReadLine(HeaderBytes);
            if (line is null) return null;
        }
        while (line.Length == 0);

        if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            throw new InvalidDataException($"A record is expected at byte {input.Position}, behind record {count}, but the line there does not begin with WARC/.");
        count++;
        var lines = new List<string>();
        var size = 0;
        while (input.ReadLine(HeaderBytes) is { } field)
        {
            if (field.Length == 0) return Parse(lines);
            size += field.Length;
            if (size > HeaderBytes) throw new InvalidDataException($"The header of record {count} has more than {HeaderBytes} bytes.");
            lines.Add(field);
        }

        throw new EndOfStreamException();
    }

    private static Dictionary<string, string> Parse(IEnumerable<string> lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            if (colon > 0) fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return fields;
    }
}
