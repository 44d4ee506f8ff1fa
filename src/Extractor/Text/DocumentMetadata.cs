namespace Extractor.Text;

/// <summary>What is known of a document beside its text.</summary>
public sealed record DocumentMetadata
{
    /// <summary>Nothing known.</summary>
    public static DocumentMetadata None { get; } = new();

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>Where the document was published.</summary>
    public string? Url { get; init; }

    /// <summary>The day of first publication.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Which source named <see cref="Published"/>: <c>json-ld</c>, <c>meta:article:published_time</c>, <c>url</c>, <c>dateline</c>, <c>given</c> ...</summary>
    public string? PublishedFrom { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>Who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>BCP 47 language of the text, such as <c>en</c>.</summary>
    public string? Language { get; init; }
}
