using System.Collections.Immutable;

namespace Extractor.Ingest;

/// <summary>How sources are read.</summary>
public sealed record IngestOptions
{
    /// <summary>The defaults.</summary>
    public static IngestOptions Default { get; } = new();

    /// <summary>The publication date of every document for which <c>metadata.jsonl</c> or its record gives none.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Names of the columns of a table that hold the text, in order of preference.</summary>
    public ImmutableArray<string> TextColumns { get; init; } = ["text", "body", "content", "article", "articleBody", "maintext"];

    /// <summary>Whether pages keep their decoded HTML in <see cref="IngestedDocument.RawHtml"/>.</summary>
    public bool KeepHtml { get; init; } = true;

    /// <summary>How much is read before it is refused.</summary>
    public IngestLimits Limits { get; init; } = IngestLimits.Default;
}
