using Extractor.Text;

namespace Extractor.Ingest.Html;

/// <summary>The article of a web page: what a reader came for, without the page around it.</summary>
/// <param name="Text">The canonical text: headline, blank line, body; paragraphs separated by blank lines.</param>
/// <param name="Title">The headline, or null when the page names none.</param>
/// <param name="Body">The body within <paramref name="Text"/>, without the headline; empty when no article was found.</param>
/// <param name="Metadata">What the page says of itself: date, author, publisher, address, language.</param>
/// <param name="Offsets">
/// Leads from offsets in <paramref name="Text"/> to offsets in the page's decoded characters (not bytes): a run of
/// <c>BytesPerChar</c> 1 is one source character per character of text, a run of 0 is an entity or a synthesised break.
/// </param>
public sealed record HtmlArticle(string Text, string? Title, TextSpan Body, DocumentMetadata Metadata, OffsetMap Offsets)
{
    /// <summary>Why part of the page was left unread (nested too deep, say), or null.</summary>
    public string? Cut { get; init; }
}
