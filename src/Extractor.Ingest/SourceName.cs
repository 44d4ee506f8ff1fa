namespace Extractor.Ingest;

/// <summary>Names of sources: a path, followed by <c>!/</c> and the member where it lies in an archive.</summary>
public static class SourceName
{
    /// <summary>What stands between an archive and its member.</summary>
    public const string MemberSeparator = "!/";

    /// <summary>The file on disk of a source: <c>/news/a.zip</c> of <c>/news/a.zip!/b.html</c>.</summary>
    /// <remarks>A folder may itself end in an exclamation mark, so the shortest prefix that is a file wins.</remarks>
    public static string FileOf(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var first = source.IndexOf(MemberSeparator, StringComparison.Ordinal);
        for (var at = first; at >= 0; at = source.IndexOf(MemberSeparator, at + 1, StringComparison.Ordinal))
        {
            if (File.Exists(source[..at])) return source[..at];
        }

        return first < 0 || File.Exists(source) ? source : source[..first];
    }

    internal static string Member(string container, string member) => container + MemberSeparator + member;
}
