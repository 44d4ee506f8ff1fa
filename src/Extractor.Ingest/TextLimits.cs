namespace Extractor.Ingest;

/// <summary>Refuses text that no article is like before anything slower looks at it.</summary>
internal static class TextLimits
{
    /// <summary>Checks plain text: something in it, no endless line.</summary>
    /// <exception cref="IngestException">The text is blank, or a line is too long.</exception>
    public static void Check(string text, IngestLimits limits)
    {
        if (string.IsNullOrWhiteSpace(text)) throw new IngestException(FailureKind.Empty, "It holds nothing but white space.");
        if (text.Length <= limits.LineChars) return;
        var line = 1;
        for (var start = 0; start < text.Length; line++)
        {
            var end = text.AsSpan(start).IndexOf('\n');
            var length = end < 0 ? text.Length - start : end;
            if (length > limits.LineChars)
                throw new IngestException(FailureKind.LineTooLong, $"Line {line} has {length} characters, beyond the limit of {limits.LineChars}; no article is written so. Break it into lines.");
            start += length + 1;
        }
    }

    /// <summary>Checks a page for nesting that would take a parser hours: tags never closed, each inside the one before.</summary>
    /// <exception cref="IngestException">The nesting is too deep.</exception>
    public static void CheckMarkup(string html, IngestLimits limits)
    {
        if (string.IsNullOrWhiteSpace(html)) throw new IngestException(FailureKind.Empty, "It holds nothing but white space.");
        var markup = MarkupDepth.Measure(html);
        if (markup.Depth > limits.TagDepth)
            throw Harmful($"Its tags are nested {markup.Depth} deep, beyond the limit of {limits.TagDepth}");
        if (markup.Reopened > limits.ReopenedTags)
            throw Harmful($"Its inline tags are left open so that they would be opened again {markup.Reopened} times, beyond the limit of {limits.ReopenedTags}");
        if (markup.Attributes > limits.TagAttributes)
            throw Harmful($"One of its tags has {markup.Attributes} attributes, beyond the limit of {limits.TagAttributes}");
    }

    private static IngestException Harmful(string found) =>
        new(FailureKind.TooDeep, found + "; no page for readers is like that. The file may be damaged or made to do harm.");
}
