namespace Extractor.Store;

/// <summary>The bytes that a document was read from.</summary>
public sealed record DocumentSource
{
    /// <summary>The folder (or archive) that was given, as an absolute path; empty for standard input. Names are unique within a root.</summary>
    public string Root { get; init; } = "";

    /// <summary>Where <c>verify</c> finds the bytes again: an absolute path, members of archives as <c>/x/a.zip!/b.html</c>; null for standard input.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of the source bytes, 64 lower-case hex digits.</summary>
    public string? Hash { get; init; }

    /// <summary>Length of the source in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>When the file was last written.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>What it is: <c>text</c>, <c>html</c>, <c>markdown</c>, <c>eml</c> ...</summary>
    public string Kind { get; init; } = "text";

    /// <summary>The charset that it was decoded with.</summary>
    public string? Charset { get; init; }

    /// <summary>What else decides the result: columns, charset or metadata given, written as one string; other options make the document changed.</summary>
    public string? Options { get; init; }
}
