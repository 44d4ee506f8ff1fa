using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Facts;

/// <summary>Everything read from one document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Sentences">Its sentences, in order, as half-open spans.</param>
/// <param name="Facts">Its facts, in order of their spans.</param>
/// <param name="Ledger">The account of every number, in order.</param>
public sealed record Extraction(
    SourceDocument Document,
    ImmutableArray<TextSpan> Sentences,
    ImmutableArray<Fact> Facts,
    ImmutableArray<LedgerEntry> Ledger);
