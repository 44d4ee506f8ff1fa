using Extractor.Text;

namespace Extractor.Ingest.Metadata;

/// <summary>A full date in a text: a day, a month and a year are all written there.</summary>
/// <param name="Date">The day.</param>
/// <param name="Span">The characters that say so.</param>
internal readonly record struct FoundDate(DateOnly Date, TextSpan Span);
