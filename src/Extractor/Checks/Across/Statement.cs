using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Across;

/// <summary>One article's statement of one number, as it stands beside those of other articles.</summary>
public sealed record Statement
{
    /// <summary>The number and its fact.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The fact that states it.</summary>
    public Fact Fact => Figure.Fact!;

    /// <summary>The source: the document's number, or that of the document which it copies. Near copies count as one source.</summary>
    public required long Source { get; init; }

    /// <summary>When the article was first published; null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Where the article was published.</summary>
    public string? Url { get; init; }

    /// <summary>The statements of every measure of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="source">Its document's number, or that of the document which its document copies.</param>
    /// <param name="published">When its document was published.</param>
    /// <param name="url">Where.</param>
    /// <param name="documentText">The document's text, which tells how the numbers were printed; null to go by the quote.</param>
    public static ImmutableArray<Statement> Of(Fact fact, long source, DateOnly? published, string? url = null, string? documentText = null)
    {
        var statements = ImmutableArray.CreateBuilder<Statement>();
        foreach (var figure in Figure.Of(fact, documentText))
            statements.Add(new Statement { Figure = figure, Source = source, Published = published, Url = url });
        return statements.ToImmutable();
    }
}
