using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>Where documents, their facts and the reviewers' decisions are kept.</summary>
/// <remarks>
/// Reading is safe from many threads at once, and while another process writes. Extraction results come in through one
/// <see cref="IRunWriter"/> at a time; decisions may be appended at any time, by several reviewers.
/// Every member throws <see cref="StoreException"/> when the store cannot do what was asked.
/// </remarks>
public interface IFactStore : IDisposable
{
    /// <summary>Starts a run and takes the run lock; dispose the writer to give it back.</summary>
    /// <exception cref="StoreBusyException">Another run holds the lock and did not finish within <see cref="RunStart.Patience"/>.</exception>
    IRunWriter BeginRun(RunStart start);

    /// <summary>
    /// Does for a document what storing it takes beside the database, such as packing its text, on the caller's thread, whichever that is. What it
    /// returns is for <see cref="IRunWriter.Write"/>, on whose one thread the work would else be done.
    /// </summary>
    DocumentWrite Prepare(DocumentWrite document) => document;

    /// <summary>All runs, latest first.</summary>
    ImmutableArray<RunRecord> Runs();

    /// <summary>One run, or null.</summary>
    RunRecord? FindRun(long id);

    /// <summary>What changed between the facts as they stood after two runs.</summary>
    RunDiff Diff(long earlierRun, long laterRun);

    /// <summary>The facts as they stood when <paramref name="run"/> ended, documents in order.</summary>
    IEnumerable<Fact> FactsAsOf(long run);

    /// <summary>The row of a document, or null; without a root, the first of that name.</summary>
    StoredDocument? FindDocument(string name, string? root = null);

    /// <summary>The row of a document by its number, or null.</summary>
    StoredDocument? FindDocument(long id);

    /// <summary>Everything kept of a document: text, sentences, ledger, offsets; null when there is no such document.</summary>
    DocumentContent? ReadDocument(long id);

    /// <summary>The page as it was read, when it was kept.</summary>
    byte[]? ReadSource(long documentId);

    /// <summary>Documents, a page at a time.</summary>
    DocumentPage Documents(DocumentQuery query);

    /// <summary>What is needed to tell changed files from unchanged ones, for every document under <paramref name="root"/> (null: all), by name.</summary>
    IEnumerable<DocumentState> DocumentStates(string? root = null);

    /// <summary>Every quote and slot span beside the source it must stand in, document by document, for <c>verify</c>.</summary>
    IEnumerable<DocumentQuotes> Quotes();

    /// <summary>What could not be read, latest first.</summary>
    ImmutableArray<FailureRecord> Failures(FailureQuery query);

    /// <summary>One page of facts.</summary>
    FactPage Facts(FactQuery query);

    /// <summary>
    /// The cursor of the page that begins right after <paramref name="fact"/> in the order <paramref name="sort"/> (or ends right before it, with
    /// <paramref name="before"/>), whether or not the fact itself matches the query: a reviewer moves on from a fact that has just left the queue.
    /// </summary>
    string CursorAt(StoredFact fact, FactSort sort, bool before = false);

    /// <summary>All facts that match, streamed in the query's order; <see cref="FactQuery.Limit"/> is ignored.</summary>
    IEnumerable<StoredFact> AllFacts(FactQuery query);

    /// <summary>How many facts match, by review state; the query's own <see cref="FactQuery.States"/> and paging are ignored.</summary>
    FactCounts Count(FactQuery query);

    /// <summary>One fact by its identity (16 hex digits, or a prefix that only one fact has), or null.</summary>
    StoredFact? FindFact(string id);

    /// <summary>The facts of one document in order of their spans.</summary>
    ImmutableArray<StoredFact> FactsOf(long documentId);

    /// <summary>What other statements say of the same region, period, flow, partner and category, without <paramref name="fact"/> itself.</summary>
    ImmutableArray<StoredFact> Related(StoredFact fact, int limit = 50);

    /// <summary>Values that a slot has in the store, most frequent first, with how many current facts have each, for completion and overviews.</summary>
    ImmutableArray<ValueCount> Values(FactField field, string? prefix = null, int limit = 50);

    /// <summary>Counts for the overview page.</summary>
    StoreOverview Overview();

    /// <summary>Replaces the checks kept for one document's facts, or across documents when <paramref name="documentId"/> is null.</summary>
    void SaveChecks(long? documentId, IReadOnlyCollection<FactCheck> checks);

    /// <summary>The checks that a fact takes part in.</summary>
    ImmutableArray<FactCheck> ChecksOf(string factId);

    /// <summary>Checks, contradictions first.</summary>
    IEnumerable<FactCheck> Checks(CheckOutcome? outcome = null);

    /// <summary>Appends a decision and brings the fact's state in step; the result carries its sequence number and time.</summary>
    Decision Decide(NewDecision decision);

    /// <summary>Appends several decisions in one transaction: all or none.</summary>
    ImmutableArray<Decision> Decide(IReadOnlyCollection<NewDecision> decisions);

    /// <summary>Decisions in order of their sequence.</summary>
    IEnumerable<Decision> Decisions(DecisionQuery query);

    /// <summary>Everything decided about one fact, and what it was before it changed.</summary>
    FactReview ReviewOf(StoredFact fact);

    /// <summary>Standing decisions whose fact is no longer extracted: vanished, in order.</summary>
    ImmutableArray<Decision> VanishedDecisions();

    /// <summary>Facts extracted now that contradict a standing decision (rejected before and extracted again with other slots, or differing from a correction).</summary>
    IEnumerable<DecisionConflict> Conflicts();
}
