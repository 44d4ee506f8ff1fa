using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Store;

/// <summary>Everything kept of a document but its facts.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Document">The document as it was read: text, metadata, offsets.</param>
/// <param name="Sentences">Its sentences in order.</param>
/// <param name="Ledger">The account of every number, in order.</param>
public sealed record DocumentContent(
    StoredDocument Row,
    SourceDocument Document,
    ImmutableArray<TextSpan> Sentences,
    ImmutableArray<LedgerEntry> Ledger);
