using System.Collections.Immutable;
using Extractor.Checks;
using Extractor.Checks.Across;
using Extractor.Store;

namespace Extractor.Cli.Checking;

/// <summary>The statements of a store, document by document, with the reviewers' corrections; facts that they rejected stay out.</summary>
internal static class StoredStatements
{
    /// <summary>Every document that has facts, with those facts.</summary>
    public static IEnumerable<CheckedDocument> Documents(IFactStore store, CancellationToken cancellation = default)
    {
        // In order of their numbers: a copy comes after what it copies.
        foreach (var state in store.DocumentStates().Select(state => state.Id).Order().ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            if (store.FindDocument(state) is not { FactCount: > 0 } row) continue;
            ImmutableArray<StoredFact> facts = [.. store.FactsOf(state).Where(fact => fact.State != ReviewState.Rejected)];
            if (facts.Length > 0) yield return new CheckedDocument(row, facts, store.ReadDocument(state)?.Document.Text);
        }
    }

    /// <summary>Every statement that <paramref name="query"/> finds.</summary>
    public static IEnumerable<Statement> Find(IFactStore store, FactQuery query, CancellationToken cancellation)
    {
        var sources = new Dictionary<long, long>();
        var (textOf, text) = (-1L, default(string));
        foreach (var stored in store.AllFacts(query with { WithSlots = true }))
        {
            cancellation.ThrowIfCancellationRequested();
            if (stored.State == ReviewState.Rejected) continue;
            if (!sources.TryGetValue(stored.DocumentId, out var source))
                sources.Add(stored.DocumentId, source = store.FindDocument(stored.DocumentId)?.DuplicateOf ?? stored.DocumentId);

            // Facts come document by document, so that one text is held at a time.
            if (textOf != stored.DocumentId) (textOf, text) = (stored.DocumentId, store.ReadDocument(stored.DocumentId)?.Document.Text);
            foreach (var statement in Statement.Of(stored.Fact, source, stored.Metadata.Published, stored.Metadata.Url, text)) yield return statement;
        }
    }
}

/// <summary>A document with the facts that are checked.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Facts">Its facts, without those that a reviewer rejected.</param>
/// <param name="Text">Its text; null when it is not kept.</param>
internal sealed record CheckedDocument(StoredDocument Row, ImmutableArray<StoredFact> Facts, string? Text)
{
    /// <summary>The arithmetic of the document's own figures.</summary>
    public ImmutableArray<CheckResult> Check() => DocumentChecker.Check([.. Facts.Select(fact => fact.Fact)], Text);

    /// <summary>The statements to set against those of other documents.</summary>
    public IEnumerable<Statement> Statements() =>
        Facts.SelectMany(fact => Statement.Of(fact.Fact, Row.DuplicateOf ?? Row.Id, Row.Metadata.Published, Row.Metadata.Url, Text));
}
