using System.Text;

namespace Extractor.Ingest;

/// <summary>Tells what a source is by its first bytes, where its name does not.</summary>
internal static class Sniffer
{
    /// <summary>How many bytes it looks at.</summary>
    public const int Window = 1024;

    private static readonly string[] Tags = ["<html", "<head", "<body", "<meta", "<title", "<div", "<article", "<p>", "<h1"];
    private static readonly string[] MailFields = ["Received:", "Return-Path:", "Delivered-To:", "MIME-Version:", "Message-ID:", "From: ", "To: ", "Subject: ", "Date: "];

    public static (SourceFormat Format, bool Gzipped) Sniff(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b])) return (SourceFormat.Unknown, true);
        if (head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8)) return (SourceFormat.Zip, false);
        if (head.StartsWith("WARC/"u8)) return (SourceFormat.Crawl, false);
        if (head.Length > 262 && head[257..].StartsWith("ustar"u8)) return (SourceFormat.Tar, false);

        // Enough for any encoding: zero bytes of UTF-16 are dropped, only ASCII is looked at.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00ef', '\u00bb', '\u00bf', '\u00ff', '\u00fe').TrimStart();
        if (text.StartsWith('<') && IsMarkup(text)) return (SourceFormat.Html, false);
        if (text.StartsWith("{\"", StringComparison.Ordinal)) return (SourceFormat.JsonLines, false);
        return (IsMail(text) ? SourceFormat.Mail : SourceFormat.Text, false);
    }

    private static bool IsMarkup(string text) =>
        text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<!--", StringComparison.Ordinal)
        || Tags.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>A message begins with a field that messages have, and has two more of them.</summary>
    private static bool IsMail(string text) =>
        MailFields.Any(field => text.StartsWith(field, StringComparison.OrdinalIgnoreCase))
        && MailFields.Count(field => text.Contains("\n" + field, StringComparison.OrdinalIgnoreCase)) >= 2;
}
