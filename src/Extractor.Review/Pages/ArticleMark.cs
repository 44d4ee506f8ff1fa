using Extractor.Review.Html;
using Extractor.Text;

namespace Extractor.Review.Pages;

/// <summary>Some words of an article and how they are shown.</summary>
/// <param name="Span">Which words.</param>
/// <param name="Class">CSS classes; a constant of this assembly.</param>
/// <param name="Title">What they are, for pointer and screen reader.</param>
internal sealed record ArticleMark(TextSpan Span, string Class, string Title)
{
    /// <summary>The name under which links lead here.</summary>
    public string? Id { get; init; }

    /// <summary>Where the words lead.</summary>
    public Link? Link { get; init; }
}
