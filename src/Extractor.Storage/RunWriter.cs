using System.Collections.Immutable;
using System.Diagnostics;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage;

/// <summary>Writes one run: documents in transactions of a batch, each document in a savepoint of its own.</summary>
internal sealed class RunWriter : IRunWriter
{
    /// <summary>An open transaction keeps reviewers from deciding, so it is not kept long.</summary>
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromSeconds(1);

    /// <summary>A break between two transactions, long enough for a reviewer's decision to come between.</summary>
    private static readonly TimeSpan Break = TimeSpan.FromMilliseconds(5);

    private readonly Session session;
    private readonly RunLock runLock;
    private readonly RunStart start;
    private readonly Checkpoints? checkpoints;
    private readonly CountDeltas batchDeltas = new();
    private readonly CountDeltas documentDeltas = new();
    private RunCounts counts = new();
    private RunCounts stored = new();
    private int inBatch;
    private long batchStarted;
    private bool inTransaction;
    private bool hasDecisions;
    private bool hasFailures;

    // The document that was looked for last and not found: it is written next, as a rule.
    private (string Root, string Name)? absent;
    private bool ended;

    public RunWriter(Session session, RunLock runLock, RunStart start, Func<Session>? openForCheckpoints = null)
    {
        checkpoints = openForCheckpoints is null ? null : new Checkpoints(openForCheckpoints);
        this.session = session;
        this.runLock = runLock;
        this.start = start;
        RunId = session.InTransaction(() => RunTable.Start(session, start));
    }

    public long RunId { get; }

    public DocumentState? Find(string root, string name)
    {
        var state = DocumentTable.FindState(session, root, name);
        absent = state is null ? (root, name) : null;
        return state;
    }

    public DocumentChange Write(DocumentWrite document)
    {
        ArgumentNullException.ThrowIfNull(document);
        CheckQuotes(document.Extraction);
        return Whole(() => Store(document));
    }

    public void Unchanged(long documentId, DocumentSource? source = null)
    {
        if (source is not null)
        {
            Whole(() =>
            {
                session.Prepare("UPDATE documents SET source_path = ?2, source_size = ?3, source_modified = ?4 WHERE id = ?1")
                    .Bind(1, documentId).Bind(2, source.Path).Bind(3, source.Size)
                    .Bind(4, source.Modified is { } modified ? StoredTimes.Write(modified) : null).Run();
                return true;
            });
        }

        counts = counts with { DocumentsUnchanged = counts.DocumentsUnchanged + 1 };
    }

    public DocumentChange Remove(long documentId) => Whole(() =>
    {
        var document = DocumentTable.Find(session, documentId)
            ?? throw new StoreException($"{session.Path}: there is no document {documentId} to remove.");
        var old = FactTable.OfDocument(session, documentId);
        foreach (var row in old.Where(row => !row.IsAdded)) Retire(document.Source.Root, document.Hash, row);
        var touched = CheckTable.Replace(session, documentId, []);
        FactTable.DeleteOf(session, documentId, documentDeltas);

        // Its copies are sources of their own now.
        session.Prepare("UPDATE fact_rows SET duplicate = 0 WHERE document_id IN (SELECT id FROM documents WHERE duplicate_of = ?1)").Bind(1, documentId).Run();
        session.Prepare("UPDATE documents SET duplicate_kind = 'none' WHERE duplicate_of = ?1").Bind(1, documentId).Run();
        DocumentTable.Delete(session, documentId);
        CheckTable.Tally(session, touched);
        var gone = old.Where(row => !row.IsAdded).Select(Extracted).ToImmutableArray();
        counts = counts with { DocumentsGone = counts.DocumentsGone + 1, FactsGone = counts.FactsGone + gone.Length };
        return new DocumentChange(documentId, IsNew: false, [], gone, [], 0);
    });

    public void Fail(NewFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        Whole(() =>
        {
            FailureTable.Save(session, failure, RunId);
            hasFailures = true;
            return true;
        });
        counts = counts with { Failures = counts.Failures + 1 };
    }

    public void Flush()
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (!inTransaction)
        {
            if (counts == stored) return;
            Begin();
        }

        Commit(finished: null);
    }

    public RunRecord Complete()
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (!inTransaction) Begin();
        Commit(start.Clock?.Invoke() ?? start.Started);
        var record = RunTable.Find(session, RunId)!;
        End();
        return record;
    }

    public void Dispose()
    {
        if (ended) return;
        try
        {
            Flush();
        }
        finally
        {
            End();
        }
    }

    private void End()
    {
        ended = true;
        checkpoints?.Dispose();
        session.Dispose();
        runLock.Dispose();
    }

    /// <summary>Runs <paramref name="work"/> so that all of it is in the batch, or nothing.</summary>
    private T Whole<T>(Func<T> work)
    {
        ObjectDisposedException.ThrowIf(ended, this);
        if (!inTransaction) Begin();
        var before = counts;
        T result;
        try
        {
            session.Prepare("SAVEPOINT document").Run();
            result = work();
            session.Prepare("RELEASE document").Run();
        }
        catch
        {
            counts = before;
            TakeBack();
            throw;
        }

        batchDeltas.Add(documentDeltas);
        documentDeltas.Clear();
        if (++inBatch >= start.BatchSize || Stopwatch.GetElapsedTime(batchStarted) >= LongestTransaction)
        {
            Commit(finished: null);
            Thread.Sleep(Break);
        }

        return result;
    }

    private void Begin()
    {
        session.BeginWriting();

        // Asked once for all documents of the transaction: while it is open nobody else can decide.
        hasDecisions = session.Prepare("SELECT EXISTS (SELECT 1 FROM decisions)").Scalar() != 0;
        hasFailures = session.Prepare("SELECT EXISTS (SELECT 1 FROM failures WHERE resolved_run IS NULL)").Scalar() != 0;
        inTransaction = true;
        inBatch = 0;
        batchStarted = Stopwatch.GetTimestamp();
    }

    private void Commit(DateTimeOffset? finished)
    {
        try
        {
            batchDeltas.Flush(session);
            RunTable.Save(session, RunId, counts, finished);
            session.Execute("COMMIT");
            stored = counts;
            inTransaction = false;
            checkpoints?.Committed();
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    private void TakeBack()
    {
        documentDeltas.Clear();
        try
        {
            session.ResetAll();
            session.Execute("ROLLBACK TO document; RELEASE document");
            session.Labels.Forget();
        }
        catch (StoreException)
        {
            // A full disk or an I/O error ends the whole transaction; the documents of the batch will be read again next time.
            Abandon();
        }
    }

    private void Abandon()
    {
        session.Rollback();
        batchDeltas.Clear();
        documentDeltas.Clear();
        counts = stored;
        inTransaction = false;
    }

    private DocumentChange Store(DocumentWrite write)
    {
        var document = write.Extraction.Document;
        var prepared = PreparedDocument.Of(write);
        var known = absent == (write.Source.Root, document.Name) ? null : DocumentTable.Find(session, document.Name, write.Source.Root);
        absent = null;
        var old = known is null ? [] : FactTable.OfDocument(session, known.Id);
        var facts = Distinct(write.Extraction.Facts);
        var reconciled = Reconcile(facts, document, known, old);
        var id = DocumentTable.Save(
            session, known?.Id, write, prepared, start.RulesVersion, RunId, reconciled.Length, reconciled.Count(fact => fact.State == ReviewState.Pending));

        var kept = facts.Select(fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        kept.IntersectWith(old.Select(row => row.Fact.Id));
        var change = Compare(id, known, old, facts, kept, document);
        foreach (var row in old.Where(row => !row.IsAdded && !kept.Contains(row.Fact.Id))) Retire(known!.Source.Root, known.Hash, row);

        var touched = known is not null || !write.Checks.IsDefaultOrEmpty ? CheckTable.Replace(session, id, write.Checks.IsDefault ? [] : write.Checks) : [];
        if (known is not null)
        {
            FactTable.DeleteOf(session, id, documentDeltas);
            SentenceTable.DeleteOf(session, id);
        }

        var sentences = SentenceTable.Save(session, id, document.Text, reconciled.ToLookup(fact => fact.Extracted.Span, fact => fact.Effective));
        DocumentTable.SaveContent(session, id, prepared);
        checkpoints?.Written(prepared);
        var earlier = old.GroupBy(row => row.Fact.Id, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        foreach (var fact in reconciled)
        {
            var (confirmed, contradicted) = touched.Contains(fact.Extracted.Id) || known is not null ? CheckTable.TallyOf(session, fact.Extracted.Id) : default;
            var before = earlier.GetValueOrDefault(fact.Extracted.Id);
            FactTable.Insert(
                session,
                new FactRow
                {
                    Key = before?.Key ?? 0,
                    Fact = fact.Effective,
                    DocumentId = id,
                    SentenceId = sentences[fact.Extracted.Span],
                    State = fact.State,
                    Confirmed = confirmed,
                    Contradicted = contradicted,
                    IsAdded = fact.IsAdded,
                    IsDuplicate = write.DuplicateOf is not null,
                    FirstRun = before?.FirstRun ?? RunId,
                    Run = RunId,
                    DecidedAs = fact.DecidedAs,
                    Extracted = FactIdentity.SameSlots(fact.Extracted, fact.Effective) ? null : FactLines.Write(fact.Extracted),
                },
                documentDeltas);
        }

        foreach (var fact in reconciled)
            if (fact.IsAdded) DecisionWriter.ClaimNumbers(session, id, fact.Effective);
        if (reconciled.Any(fact => fact.IsAdded)) DecisionWriter.CountDocument(session, id);
        CheckTable.Tally(session, touched.Except(reconciled.Select(fact => fact.Extracted.Id)));
        if (hasFailures) FailureTable.Resolve(session, write.Source.Root, document.Name, RunId);
        counts = counts with
        {
            DocumentsAdded = counts.DocumentsAdded + (known is null ? 1 : 0),
            DocumentsChanged = counts.DocumentsChanged + (known is null ? 0 : 1),
            FactsAdded = counts.FactsAdded + change.Added.Length,
            FactsChanged = counts.FactsChanged + change.Changed.Length,
            FactsGone = counts.FactsGone + change.Gone.Length,
            FactsKept = counts.FactsKept + change.Kept,
        };
        return change;
    }

    private ImmutableArray<ReconciledFact> Reconcile(IReadOnlyList<Fact> facts, SourceDocument document, StoredDocument? known, List<FactRow> old)
    {
        if (!hasDecisions) return AsExtracted(facts);
        var decisions = new List<Decision>(DecisionTable.OnText(session, document.Hash));
        if (known is not null && known.Hash != document.Hash) decisions.AddRange(DecisionTable.OnText(session, known.Hash));
        foreach (var earlier in old.Select(row => row.DecidedAs).OfType<string>().Distinct(StringComparer.Ordinal))
            decisions.AddRange(DecisionTable.OnFact(session, earlier));
        if (decisions.Count == 0) return AsExtracted(facts);
        return [.. DecisionReconciliation.Reconcile(facts, document.Hash, decisions)
            .Select(fact => fact with { Extracted = fact.Extracted with { Doc = document.Name }, Effective = fact.Effective with { Doc = document.Name } })];
    }

    private static ImmutableArray<ReconciledFact> AsExtracted(IReadOnlyList<Fact> facts) =>
        [.. facts.Select(fact => new ReconciledFact(fact, fact, ReviewState.Pending, null, IsAdded: false))];

    private DocumentChange Compare(long id, StoredDocument? known, List<FactRow> old, IReadOnlyList<Fact> facts, HashSet<string> kept, SourceDocument document)
    {
        if (known is null) return new DocumentChange(id, IsNew: true, [.. facts], [], [], 0);
        var before = old.Where(row => !row.IsAdded && !kept.Contains(row.Fact.Id)).Select(Extracted).ToList();
        var after = facts.Where(fact => !kept.Contains(fact.Id)).ToList();
        var matches = FactMatching.Match(before, after, known.Hash == document.Hash);
        return new DocumentChange(id, IsNew: false, matches.Added, matches.Gone, matches.Changed, kept.Count + matches.Moved.Length);
    }

    private void Retire(string root, string documentHash, FactRow row)
    {
        var fact = Extracted(row);
        session.Prepare("INSERT INTO fact_history (root, doc, document_hash, id, first_run, retired_run, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .Bind(1, root).Bind(2, fact.Doc).Bind(3, documentHash).Bind(4, fact.Id).Bind(5, row.FirstRun).Bind(6, RunId).Bind(7, FactLines.Write(fact)).Run();
    }

    private Fact Extracted(FactRow row) => row.Extracted is { } line ? FactLines.Read(line, session.Path) : row.Fact;

    /// <summary>The same statement read twice from the same words is one fact.</summary>
    private static List<Fact> Distinct(ImmutableArray<Fact> facts)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. facts.Where(fact => ids.Add(fact.Id))];
    }

    private static void CheckQuotes(Extraction extraction)
    {
        var text = extraction.Document.Text;
        foreach (var fact in extraction.Facts)
        {
            if (fact.Span.End > text.Length || !text.AsSpan(fact.Span.Start, fact.Span.Length).SequenceEqual(fact.Quote))
                throw new StoreException($"{extraction.Document.Name}: the quote of fact {fact.Id} does not stand at {fact.Span}. This is a fault of extractor; please report it.");
        }
    }
}
