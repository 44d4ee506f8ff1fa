using System.Net;
using Extractor.Text;

namespace Extractor.Ingest.Metadata;

/// <summary>Reads what a plain text says of itself: front matter, release-date lines, datelines.</summary>
/// <remarks>
/// Only what says so is taken for the day of publication: a field of the front matter, a line that is a date and little else,
/// a label. A date inside the running prose is about events, and a date without its year is none.
/// </remarks>
public static class PlainTextMetadata
{
    /// <summary>Longer lines are prose.</summary>
    private const int LongestLine = 160;

    /// <summary>Words beside the date that a line may hold and still be a date line: a byline, a place, a desk.</summary>
    private const int LongestRest = 70;

    /// <summary>How far into the text a date line is looked for.</summary>
    private const int HeadLength = 3000;

    private const int MostLines = 40;

    private const int MostTitleLines = 6;

    /// <summary>Prose lines after which the head of the text is over.</summary>
    private const int MostProse = 2;

    /// <summary>Reads the metadata of <paramref name="text"/>; the text itself stays as it is.</summary>
    public static DocumentMetadata Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var start = 0;
        var metadata = DocumentMetadata.None;
        if (FrontMatter.Read(text) is { } front)
        {
            metadata = front.Metadata;
            start = front.End;
        }

        var language = metadata.Language ?? LanguageGuess.Of(text[start..], null);
        metadata = metadata with { Language = language };
        if (metadata.Title is null && FirstLine(text, start) is { } title) metadata = metadata with { Title = title };
        if (metadata.Published is null && FromLines(text, start, language) is { } published)
            metadata = metadata with { Published = published.Date, PublishedFrom = published.From };
        if (metadata.Published is null && PublicationDate.FromAddress(metadata.Url) is { } fromAddress)
            metadata = metadata with { Published = fromAddress.Date, PublishedFrom = fromAddress.From };
        return metadata;
    }

    // "# Title" of Markdown, or the first line of several words above the prose; a section's name ("Business") may stand before it.
    private static string? FirstLine(string text, int start)
    {
        string? shorter = null;
        var lines = 0;
        foreach (var (line, _) in Lines(text, start))
        {
            if (line.Length == 0) continue;
            var title = line.TrimStart('#').Trim();
            if (++lines > MostTitleLines || title.Length is 0 or > LongestLine || title.StartsWith('.') || title[^1] is '.' or ',' or ';') break;
            if (title[^1] == ':' || title.Contains(" > ", StringComparison.Ordinal) || title.Contains(": ", StringComparison.Ordinal) && Words(title) < 5) continue;
            if (Words(title) >= 4 || title.AsSpan().ContainsAnyInRange('\u2e80', '\uffdc')) return WebUtility.HtmlDecode(title);
            shorter ??= title;
        }

        return shorter is null ? null : WebUtility.HtmlDecode(shorter);
    }

    private static (DateOnly Date, string From)? FromLines(string text, int start, string? language)
    {
        bool? monthFirst = language is null or "en" ? null : false;
        (DateOnly Date, string From)? plain = null;
        DateOnly? updated = null;
        var lines = 0;
        var prose = 0;
        foreach (var (line, offset) in Lines(text, start))
        {
            if (line.Length == 0) continue;
            if (++lines > MostLines || offset - start > HeadLength) break;
            if (line.Length > LongestLine)
            {
                if (++prose > MostProse) break;
                if (plain is null && Opening(line, monthFirst) is { } dateline) plain = (dateline, "dateline");
                continue;
            }

            if (FromMarkdownAddress(line) is { } fromAddress) plain ??= fromAddress;
            var scanner = new DateScanner(line, monthFirst);
            var from = 0;
            while (scanner.Next(out var found))
            {
                var label = DateLabels.Before(line.AsSpan(from, found.Span.Start - from));
                if (label == true) return (found.Date, "text");
                if (label == false) updated ??= found.Date;
                else if (plain is null && IsDateLine(line, found.Span)) plain = (found.Date, "text");
                from = found.Span.End;
            }
        }

        return plain ?? (updated is { } day ? (day, "text:updated") : null);
    }

    // "BEIJING, May 13, 2022 (Xinhua) -- Exports rose": the date stands before the dash or parenthesis that opens the story.
    private static DateOnly? Opening(string line, bool? monthFirst)
    {
        var head = line.AsSpan(0, Math.Min(line.Length, 80));
        var scanner = new DateScanner(head, monthFirst);
        if (!scanner.Next(out var found) || found.Span.Start > 40) return null;
        var after = line.AsSpan(found.Span.End).TrimStart();
        if (!(after.StartsWith("(") || after.StartsWith("-") || after.StartsWith("–") || after.StartsWith("—") || after.StartsWith("/"))) return null;
        var place = line.AsSpan(0, found.Span.Start).Trim().TrimEnd(',');
        return place.Length > 0 && char.IsUpper(place[0]) && !place.Contains(". ", StringComparison.Ordinal) ? found.Date : null;
    }

    /// <summary>Whether the line holds the date and little else: no verb could fit beside it.</summary>
    private static bool IsDateLine(string line, TextSpan date)
    {
        var before = line.AsSpan(0, date.Start).Trim();
        var after = line.AsSpan(date.End).Trim();
        if (before.Length + after.Length > LongestRest) return false;
        if (line.TrimEnd() is [.., '.' or '!' or '?'] && after.Length > 6 && !IsTime(after)) return false;

        // "(Photo: May 17, 2021. REUTERS/Somebody)", "Tuesday, Dec. 10, 2024. (Chinatopix Via AP)": a caption's date is the picture's.
        if (after.Contains("photo", StringComparison.OrdinalIgnoreCase) || before.Contains("photo", StringComparison.OrdinalIgnoreCase)) return false;
        return before.Length <= 40 && Words(before) <= 6 && (after.Length == 0 || IsTime(after) || Words(after) <= 6) && !HasProseWord(before);
    }

    private static bool IsTime(ReadOnlySpan<char> after)
    {
        after = after.TrimStart(",|T");
        after = after.TrimStart();
        return after.Length >= 4 && char.IsAsciiDigit(after[0]) && after[..Math.Min(3, after.Length)].Contains(':');
    }

    private static int Words(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var _ in text.Split(' ')) words++;
        return words;
    }

    // "taken on", "as of", "until": the date is something else's.
    private static bool HasProseWord(ReadOnlySpan<char> before)
    {
        foreach (var word in (ReadOnlySpan<string>)["on", "since", "until", "till", "from", "by", "as of", "before", "after", "between", "to"])
        {
            if (before.Length > word.Length && before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && before[^(word.Length + 1)] == ' ') return true;
        }

        return false;
    }

    private static (DateOnly Date, string From)? FromMarkdownAddress(string line)
        => line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            ? PublicationDate.FromAddress(line) : null;

    private static IEnumerable<(string Line, int Offset)> Lines(string text, int start)
    {
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            yield return (text[start..end].Trim(), start);
            start = end + 1;
        }
    }
}
