using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Facts in one SQLite file.</summary>
/// <remarks>
/// Microsoft.Data.Sqlite opens the file; see <see cref="Statement"/> for how it is spoken to. Write-ahead logging lets readers
/// go on while a run writes. The file beside it that ends in <c>.lock</c> says that a run is writing.
/// </remarks>
public sealed class SqliteFactStore : IFactStore
{
    private readonly Database database;
    private readonly AnswerCache answers = new();

    // Which sentences have the words searched for: the same for every page and order of a search. A bit for each sentence stored.
    private readonly AnswerCache found = new(most: 100);

    private SqliteFactStore(Database database) => this.database = database;

    /// <summary>Opens the database, brings its schema up to date, and makes it when it is not there and <paramref name="create"/> is set.</summary>
    /// <exception cref="StoreException">There is no such file, it is corrupt, or it is not a database of ours.</exception>
    public static SqliteFactStore Open(string path, bool create = false) => Open(path, create, Migrations.Scripts);

    /// <summary>Does beforehand, on a thread of its own, what the first database of a process costs: loading SQLite and running our schema through it once.</summary>
    public static void WarmUp()
    {
        try
        {
            new Database(":memory:", create: true, Migrations.Scripts).Dispose();
        }
        catch (StoreException)
        {
            // Whoever opens a database is told.
        }
    }

    internal static SqliteFactStore Open(string path, bool create, IReadOnlyList<string> scripts)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new SqliteFactStore(new Database(path, create, scripts));
    }

    /// <inheritdoc/>
    public IRunWriter BeginRun(RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var runLock = RunLock.Take(database.Path, start.Patience, start.Waiting);
        Session? session = null;
        try
        {
            session = database.OpenForRun();
            return new RunWriter(session, runLock, start, database.OpenForCheckpoints);
        }
        catch
        {
            session?.Dispose();
            runLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public DocumentWrite Prepare(DocumentWrite document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document with { Prepared = PreparedDocument.Of(document), SourceBytes = null };
    }

    /// <inheritdoc/>
    public ImmutableArray<RunRecord> Runs() => database.Read(RunTable.All);

    /// <inheritdoc/>
    public RunRecord? FindRun(long id) => database.Read(session => RunTable.Find(session, id));

    /// <inheritdoc/>
    public RunDiff Diff(long earlierRun, long laterRun) => database.Read(session => FactHistory.Diff(session, earlierRun, laterRun));

    /// <inheritdoc/>
    public IEnumerable<Fact> FactsAsOf(long run) => database.Stream(session => FactHistory.AsOf(session, run));

    /// <inheritdoc/>
    public StoredDocument? FindDocument(string name, string? root = null) => database.Read(session => DocumentTable.Find(session, name, root));

    /// <inheritdoc/>
    public StoredDocument? FindDocument(long id) => database.Read(session => DocumentTable.Find(session, id));

    /// <inheritdoc/>
    public DocumentContent? ReadDocument(long id) => database.Read(session => DocumentTable.Content(session, id));

    /// <inheritdoc/>
    public byte[]? ReadSource(long documentId) => database.Read(session => DocumentTable.Source(session, documentId));

    /// <inheritdoc/>
    public DocumentPage Documents(DocumentQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.Read(session => DocumentQueries.Page(session, query));
    }

    /// <inheritdoc/>
    public IEnumerable<DocumentState> DocumentStates(string? root = null) => database.Stream(session => DocumentTable.States(session, root));

    /// <inheritdoc/>
    public IEnumerable<DocumentQuotes> Quotes() => database.Stream(DocumentQueries.Quotes);

    /// <inheritdoc/>
    public ImmutableArray<FailureRecord> Failures(FailureQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.Read(session => FailureTable.Query(session, query));
    }

    /// <inheritdoc/>
    public FactPage Facts(FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.Read(session => FactQueries.Page(session, query, found));
    }

    /// <inheritdoc/>
    public string CursorAt(StoredFact fact, FactSort sort, bool before = false)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var root = sort == FactSort.Document ? FindDocument(fact.DocumentId)?.Source.Root : null;
        return FactOrder.CursorAt(fact, root ?? "", sort, before);
    }

    /// <inheritdoc/>
    public IEnumerable<StoredFact> AllFacts(FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.Stream(session => FactQueries.All(session, query, found));
    }

    /// <inheritdoc/>
    public FactCounts Count(FactQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.Read(session => answers.Get(session, query with { Cursor = null, Offset = 0, Limit = 0, Sort = FactSort.Document, States = [], WithSlots = false }, (session, question) => FactQueries.Count(session, question, found)));
    }

    /// <inheritdoc/>
    public StoredFact? FindFact(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return database.Read(session => FactQueries.Find(session, id));
    }

    /// <inheritdoc/>
    public ImmutableArray<StoredFact> FactsOf(long documentId) => database.Read(session => FactQueries.OfDocument(session, documentId));

    /// <inheritdoc/>
    public ImmutableArray<StoredFact> Related(StoredFact fact, int limit = 50)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return database.Read(session => FactQueries.Related(session, fact, limit, found));
    }

    /// <inheritdoc/>
    public ImmutableArray<ValueCount> Values(FactField field, string? prefix = null, int limit = 50) =>
        database.Read(session => CountQueries.Values(session, field, prefix, limit));

    /// <inheritdoc/>
    public StoreOverview Overview() => database.Read(session => answers.Get(session, "overview", static (asked, _) => CountQueries.Overview(asked)));

    /// <inheritdoc/>
    public void SaveChecks(long? documentId, IReadOnlyCollection<FactCheck> checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        database.Write(session =>
        {
            CheckTable.Tally(session, CheckTable.Replace(session, documentId, checks));
            session.Execute("UPDATE check_version SET version = version + 1");
            return true;
        });
    }

    /// <inheritdoc/>
    public ImmutableArray<FactCheck> ChecksOf(string factId) => database.Read(session => CheckTable.OfFact(session, factId));

    /// <inheritdoc/>
    public IEnumerable<FactCheck> Checks(CheckOutcome? outcome = null) => database.Stream(session => CheckTable.All(session, outcome));

    /// <inheritdoc/>
    public Decision Decide(NewDecision decision) => Decide([decision])[0];

    /// <inheritdoc/>
    public ImmutableArray<Decision> Decide(IReadOnlyCollection<NewDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        return database.Write(session => DecisionWriter.Append(session, decisions));
    }

    /// <inheritdoc/>
    public IEnumerable<Decision> Decisions(DecisionQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return database.Stream(session => DecisionTable.Query(session, query));
    }

    /// <inheritdoc/>
    public FactReview ReviewOf(StoredFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return database.Read(session => DecisionQueries.ReviewOf(session, fact));
    }

    /// <inheritdoc/>
    public ImmutableArray<Decision> VanishedDecisions() => database.Read(session => DecisionQueries.Vanished(session).ToImmutableArray());

    /// <inheritdoc/>
    public IEnumerable<DecisionConflict> Conflicts() => database.Stream(DecisionQueries.Conflicts);

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();
}
