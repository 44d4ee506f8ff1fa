using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Store;

/// <summary>One document's quotes, as <c>verify</c> needs them.</summary>
/// <param name="Document">The document's row.</param>
/// <param name="Text">The stored canonical text.</param>
/// <param name="Quotes">Each fact's quote and its slots' spans.</param>
public sealed record DocumentQuotes(StoredDocument Document, string Text, ImmutableArray<StoredQuote> Quotes);

/// <summary>One fact's quote.</summary>
/// <param name="FactId">The fact.</param>
/// <param name="Span">Where the quote stands.</param>
/// <param name="Quote">What stands there.</param>
/// <param name="SlotSpans">Where its slots were read.</param>
public sealed record StoredQuote(string FactId, TextSpan Span, string Quote, ImmutableArray<TextSpan> SlotSpans);
