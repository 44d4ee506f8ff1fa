using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Reads facts by key, each document's row once.</summary>
internal sealed class FactLoader(Session session)
{
    private readonly Dictionary<long, StoredDocument?> documents = [];

    public StoredFact? Load(long key, bool withSlots)
    {
        if (FactTable.Find(session, key, withSlots) is not { } row) return null;
        if (!documents.TryGetValue(row.DocumentId, out var document))
        {
            // Facts mostly come document by document; what has been seen need not all be kept.
            if (documents.Count > 1_000) documents.Clear();
            documents.Add(row.DocumentId, document = DocumentTable.Find(session, row.DocumentId));
        }

        if (document is null) return null;
        return new StoredFact
        {
            Key = row.Key,
            Fact = row.Fact,
            Extracted = row.Extracted is { } line ? FactLines.Read(line, session.Path) with { Derivation = row.Fact.Derivation } : null,
            DocumentId = row.DocumentId,
            DocumentHash = document.Hash,
            Metadata = document.Metadata,
            IsDuplicate = row.IsDuplicate,
            IsAdded = row.IsAdded,
            State = row.State,
            Doubt = FactDoubt.Of(row.Fact, row.Confirmed, row.Contradicted),
            Confirmed = row.Confirmed,
            Contradicted = row.Contradicted,
            FirstRun = row.FirstRun,
            Run = row.Run,
        };
    }
}
