namespace Extractor.Ingest;

/// <summary>Reads the Content-Type field of HTTP and mail headers.</summary>
internal static class ContentType
{
    /// <summary>The media type in lower case and its charset: <c>text/html; charset=gbk</c>.</summary>
    public static (string Type, string? Charset) Parse(string value) => (TypeOf(value), Parameter(value, "charset"));

    /// <summary>A parameter's value, without quotes.</summary>
    public static string? Parameter(string value, string name)
    {
        for (var at = value.IndexOf(';'); at >= 0;)
        {
            var rest = value.AsSpan(at + 1).TrimStart();
            var start = value.Length - rest.Length;
            var equals = rest.IndexOf('=');
            if (equals < 0) return null;
            var key = rest[..equals].Trim();
            var content = rest[(equals + 1)..].TrimStart();
            int length;
            ReadOnlySpan<char> text;
            if (content.StartsWith("\""))
            {
                var close = content[1..].IndexOf('"');
                text = close < 0 ? content[1..] : content.Slice(1, close);
                length = close < 0 ? content.Length : close + 2;
            }
            else
            {
                var end = content.IndexOf(';');
                length = end < 0 ? content.Length : end;
                text = content[..length].Trim();
            }

            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)) return text.ToString();
            var next = value.Length - content.Length + length;
            at = value.IndexOf(';', Math.Max(next, start));
        }

        return null;
    }

    private static string TypeOf(string value)
    {
        var end = value.IndexOf(';');
        return (end < 0 ? value : value[..end]).Trim().ToLowerInvariant();
    }
}
