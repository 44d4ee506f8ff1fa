using System.Globalization;

namespace Extractor.Ingest.Records;

/// <summary>Reads the dates that records and mails carry.</summary>
internal static class RecordDate
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy"];

    /// <summary>The day in <paramref name="value"/>: ISO 8601 with or without a time, RFC 5322, or a day with the month as a word. A day that could also be a month is not guessed.</summary>
    public static DateOnly? Read(string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return null;
        var text = value.AsSpan().Trim();
        if (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;

        // 2025-02-11T08:30:00+08:00: the day where it was published, not the day in Greenwich.
        if (text.Length > 10 && text[10] is 'T' or ' ' && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return day;
        return OfMail(text);
    }

    /// <summary>Tue, 11 Feb 2025 08:30:00 +0800 (CST).</summary>
    private static DateOnly? OfMail(ReadOnlySpan<char> text)
    {
        var comma = text.IndexOf(',');
        if (comma is >= 0 and <= 9) text = text[(comma + 1)..].Trim();
        var parts = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 3 && DateOnly.TryParseExact($"{parts[0]} {parts[1]} {parts[2]}", ["d MMM yyyy", "d MMMM yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }
}
