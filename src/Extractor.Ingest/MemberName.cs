namespace Extractor.Ingest;

/// <summary>Names of archive members. They are labels only, nothing is written under them, yet a name that climbs out of its archive speaks of harm.</summary>
internal static class MemberName
{
    private const int MaxLength = 1_000;

    /// <summary>The name with forward slashes and without <c>./</c>; null with the reason when it is absolute, climbs up, or is no name.</summary>
    public static string? Normalise(string name, out string? reason)
    {
        var parts = new List<string>();
        var slashed = name.Replace('\\', '/');
        reason = null;
        if (slashed.StartsWith('/') || (slashed.Length > 1 && slashed[1] == ':')) reason = "is absolute";
        else if (name.Length > MaxLength) reason = $"is longer than {MaxLength} characters";
        foreach (var part in slashed.Split('/'))
        {
            if (part is "" or ".") continue;
            if (part == "..") reason = "climbs out of the archive";
            parts.Add(part);
        }

        if (parts.Count == 0) reason ??= "is empty";
        if (name.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0) reason ??= "holds control characters";
        return reason is null ? string.Join('/', parts) : null;
    }

    /// <summary>A label for a record: its identifier, or the address of a page, without what would break a line.</summary>
    public static string Label(string identifier)
    {
        var label = identifier.Trim();
        if (label.Length > MaxLength) label = label[..MaxLength];
        return string.Create(label.Length, label, static (chars, text) =>
        {
            for (var i = 0; i < chars.Length; i++) chars[i] = char.IsControl(text[i]) ? '_' : text[i];
        });
    }

    /// <summary>Whether a part of the path is hidden, or is what a Mac adds to archives.</summary>
    public static bool IsHidden(string name) =>
        name.StartsWith('.') || name.Contains("/.", StringComparison.Ordinal) || name.StartsWith("__MACOSX/", StringComparison.Ordinal);
}
