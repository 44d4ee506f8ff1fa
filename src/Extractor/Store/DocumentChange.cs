using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>What writing or removing a document changed.</summary>
/// <param name="DocumentId">The document's number.</param>
/// <param name="IsNew">Whether it was not stored before.</param>
/// <param name="Added">Facts it did not have.</param>
/// <param name="Gone">Facts it has no longer.</param>
/// <param name="Changed">Facts of one sentence whose slots differ.</param>
/// <param name="Kept">How many facts stayed as they were.</param>
public sealed record DocumentChange(
    long DocumentId,
    bool IsNew,
    ImmutableArray<Fact> Added,
    ImmutableArray<Fact> Gone,
    ImmutableArray<FactChange> Changed,
    int Kept);
