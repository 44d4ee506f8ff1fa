using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Storage.Tests;

/// <summary>The plainest store that holds the contract: lists, looked through from end to end. What it does not do, the contract does not ask.</summary>
internal sealed class MemoryFactStore : IFactStore
{
    private readonly Lock gate = new();
    private readonly List<Stored> documents = [];
    private readonly List<RunRecord> runs = [];
    private readonly List<Retired> history = [];
    private readonly List<FailureRecord> failures = [];
    private readonly List<(long? Document, FactCheck Check)> checks = [];
    private List<Entry> rows = [];
    private List<Decision> decisions = [];
    private long lastDocument;
    private long lastRow;
    private long lastFailure;
    private bool isRunning;

    public IRunWriter BeginRun(RunStart start)
    {
        lock (gate)
        {
            if (isRunning)
            {
                start.Waiting?.Invoke("another run is writing; waiting for it to finish");
                throw new StoreBusyException("another run is writing");
            }

            isRunning = true;
            runs.Add(new RunRecord(runs.Count + 1, start.Started, null, start.RulesVersion, start.CommandLine, new RunCounts()));
            return new Writer(this, start, runs.Count);
        }
    }

    public ImmutableArray<RunRecord> Runs() => [.. runs.AsEnumerable().Reverse()];

    public RunRecord? FindRun(long id) => runs.Find(run => run.Id == id);

    public RunDiff Diff(long earlierRun, long laterRun)
    {
        var before = AsOf(earlierRun).ToLookup(stood => (stood.Doc, stood.Root));
        var after = AsOf(laterRun).ToLookup(stood => (stood.Doc, stood.Root));
        var matches = before.Select(group => group.Key).Union(after.Select(group => group.Key)).Order().Select(key =>
        {
            var (was, has) = (before[key].ToList(), after[key].ToList());
            var both = was.Select(stood => stood.Fact.Id).Intersect(has.Select(stood => stood.Fact.Id)).ToHashSet();
            was.RemoveAll(stood => both.Contains(stood.Fact.Id));
            has.RemoveAll(stood => both.Contains(stood.Fact.Id));
            return FactMatching.Match([.. was.Select(stood => stood.Fact)], [.. has.Select(stood => stood.Fact)], was.Concat(has).Select(stood => stood.Hash).Distinct().Count() == 1);
        }).ToList();
        return new RunDiff([.. matches.SelectMany(match => match.Added)], [.. matches.SelectMany(match => match.Gone)], [.. matches.SelectMany(match => match.Changed)]);
    }

    public IEnumerable<Fact> FactsAsOf(long run) => AsOf(run).OrderBy(stood => stood.Doc, StringComparer.Ordinal).ThenBy(stood => stood.Fact.Span).Select(stood => stood.Fact);

    public StoredDocument? FindDocument(string name, string? root = null) =>
        documents.Where(document => document.Name == name && (root is null || document.Root == root)).OrderBy(document => document.Root, StringComparer.Ordinal).Select(Row).FirstOrDefault();

    public StoredDocument? FindDocument(long id) => documents.Where(document => document.Id == id).Select(Row).FirstOrDefault();

    public DocumentContent? ReadDocument(long id) => documents.Find(document => document.Id == id) is { } found
        ? new DocumentContent(Row(found), found.Write.Extraction.Document, found.Write.Extraction.Sentences, [.. Ledger(found)])
        : null;

    public byte[]? ReadSource(long documentId) => documents.Find(document => document.Id == documentId)?.Write.SourceBytes?.ToArray();

    public DocumentPage Documents(DocumentQuery query)
    {
        var found = documents.Where(document => (query.NameContains is null || document.Name.Contains(query.NameContains))
            && (query.Root is null || document.Root == query.Root)
            && (query.Duplicates is null || document.DuplicateOf is not null == query.Duplicates)
            && (query.Text is null || document.Write.Extraction.Sentences.Any(sentence => HasWords(sentence.Of(document.Write.Extraction.Document.Text), query.Text)))).Select(Row).ToList();
        var sorted = (query.Sort switch
        {
            DocumentSort.Unresolved => found.OrderByDescending(document => document.UnresolvedCount),
            DocumentSort.Pending => found.OrderByDescending(document => document.PendingCount),
            DocumentSort.Facts => found.OrderByDescending(document => document.FactCount),
            DocumentSort.Published => found.OrderByDescending(document => document.Metadata.Published),
            _ => found.OrderBy(_ => 0),
        }).ThenBy(document => document.Name, StringComparer.Ordinal).Skip(query.Offset);
        return new DocumentPage([.. query.Limit > 0 ? sorted.Take(query.Limit) : sorted], found.Count);
    }

    public IEnumerable<DocumentState> DocumentStates(string? root = null) =>
        documents.Where(document => root is null || document.Root == root).OrderBy(document => document.Name, StringComparer.Ordinal).Select(State);

    public IEnumerable<DocumentQuotes> Quotes() => documents.OrderBy(document => document.Name, StringComparer.Ordinal).Select(document => new DocumentQuotes(
        Row(document),
        document.Write.Extraction.Document.Text,
        [.. Of(document.Id).Select(row => new StoredQuote(row.Fact.Id, row.Fact.Span, row.Fact.Quote, [.. row.Fact.Slots.Select(slot => slot.Span).OfType<TextSpan>()]))]));

    public ImmutableArray<FailureRecord> Failures(FailureQuery query)
    {
        var found = failures.Where(failure => (!query.OnlyStanding || failure.ResolvedRun is null) && (query.Run is null || failure.Run == query.Run)
            && (query.Kind is null || failure.Failure.Kind == query.Kind) && (query.Root is null || failure.Failure.Root == query.Root)).OrderByDescending(failure => failure.Id);
        return [.. query.Limit > 0 ? found.Take(query.Limit) : found];
    }

    public FactPage Facts(FactQuery query)
    {
        var all = Sorted(query).ToList();
        var backwards = query.Cursor?.StartsWith("p|", StringComparison.Ordinal) ?? false;
        var from = 0;
        if (query.Cursor is not null)
        {
            if (query.Cursor.Split('|') is not [_, var number] || !long.TryParse(number, out var key)) throw new StoreException("no cursor");
            var everything = Sorted(new FactQuery { Sort = query.Sort }).Select(row => row.Key).ToList();
            from = all.Count(row => everything.IndexOf(row.Key) < everything.IndexOf(key)) + (backwards ? 0 : all.Count(row => row.Key == key));
        }

        from = backwards ? Math.Max(0, from - query.Limit - query.Offset) : from + query.Offset;
        var page = all.Skip(from).Take(query.Limit).ToList();
        var hasMore = from + page.Count < all.Count;
        return new FactPage(
            [.. page.Select(row => Public(row, query.WithSlots))],
            hasMore && page.Count > 0 ? $"n|{page[^1].Key}" : null,
            from > 0 && page.Count > 0 ? $"p|{page[0].Key}" : null);
    }

    public string CursorAt(StoredFact fact, FactSort sort, bool before = false) => $"{(before ? "p" : "n")}|{fact.Key}";

    public IEnumerable<StoredFact> AllFacts(FactQuery query) => Sorted(query).Select(row => Public(row)).ToList();

    public FactCounts Count(FactQuery query)
    {
        var found = Sorted(query with { States = [] }).ToLookup(row => row.State);
        return new FactCounts(
            found[ReviewState.Pending].Count(), found[ReviewState.Accepted].Count(), found[ReviewState.Rejected].Count(), found[ReviewState.Corrected].Count(), found[ReviewState.Changed].Count());
    }

    public StoredFact? FindFact(string id)
    {
        var found = rows.Where(row => id.Length > 0 && row.Fact.Id.StartsWith(id, StringComparison.Ordinal)).OrderBy(row => row.Key).ToList();
        return found.Select(row => row.Fact.Id).Distinct().Count() == 1 ? Public(found[0]) : null;
    }

    public ImmutableArray<StoredFact> FactsOf(long documentId) => [.. Of(documentId).Select(row => Public(row))];

    public ImmutableArray<StoredFact> Related(StoredFact fact, int limit = 50) => [.. Sorted(new FactQuery
    {
        Region = fact.Fact.Region,
        Period = fact.Fact.Period,
        Flow = fact.Fact.Flow,
        Partner = fact.Fact.Partner ?? "",
        Category = fact.Fact.Category ?? "",
    }).Where(row => row.Key != fact.Key).Take(limit).Select(row => Public(row))];

    public ImmutableArray<ValueCount> Values(FactField field, string? prefix = null, int limit = 50)
    {
        var counted = rows.GroupBy(row => field switch
        {
            FactField.Doc => row.Fact.Doc,
            FactField.Rule => row.Fact.Rule,
            _ => row.Fact.Written(Enum.Parse<SlotName>(field.ToString())),
        }).Select(group => new ValueCount(group.Key, group.Count()))
            .Where(value => prefix is null || (value.Value?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ?? false))
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);
        return limit > 0 ? [.. counted.Take(limit)] : [.. counted];
    }

    public StoreOverview Overview()
    {
        string Month(Entry row) => new PeriodBound(row.Fact.Period.End.Year, row.Fact.Period.End.Month).ToString();
        return new StoreOverview(
            documents.Count, documents.Count(document => document.DuplicateOf is not null), Count(FactQuery.All), Failures(new FailureQuery()).Length,
            documents.Sum(document => document.Write.Extraction.Ledger.Length), documents.Sum(document => Row(document).UnresolvedCount),
            Values(FactField.Region, limit: 0), Values(FactField.Flow, limit: 0),
            [.. rows.GroupBy(Month).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new ValueCount(group.Key, group.Count()))],
            [.. rows.GroupBy(row => (row.Fact.Region, row.Fact.Flow, Month: Month(row))).Order(Comparer<IGrouping<(string Region, Flow Flow, string Month), Entry>>.Create((x, y) => x.Key.CompareTo(y.Key)))
                .Select(group => new OverviewCell(group.Key.Region, group.Key.Flow, group.Key.Month, group.Count()))]);
    }

    public void SaveChecks(long? documentId, IReadOnlyCollection<FactCheck> checks)
    {
        lock (gate)
        {
            this.checks.RemoveAll(kept => kept.Document == documentId);
            this.checks.AddRange(checks.Select(check => (documentId, check)));
        }
    }

    public ImmutableArray<FactCheck> ChecksOf(string factId) => [.. Checks().Where(check => check.FactIds.Contains(factId))];

    public IEnumerable<FactCheck> Checks(CheckOutcome? outcome = null) =>
        checks.Select(kept => kept.Check).Where(check => outcome is null || check.Outcome == outcome).OrderByDescending(check => check.Outcome);

    public Decision Decide(NewDecision decision) => Decide([decision])[0];

    public ImmutableArray<Decision> Decide(IReadOnlyCollection<NewDecision> decisions)
    {
        lock (gate)
        {
            var (rowsBefore, decisionsBefore) = (rows.ToList(), this.decisions.ToList());
            try
            {
                return [.. decisions.Select(decision => Append(decision, decisionsBefore.Count)).ToList()];
            }
            catch
            {
                (rows, this.decisions) = (rowsBefore, decisionsBefore);
                throw;
            }
        }
    }

    public IEnumerable<Decision> Decisions(DecisionQuery query)
    {
        var found = DecisionReplay.MarkUndone(decisions).Where(decision => decision.Sequence > query.After && (query.FactId is null || decision.Fact.Id == query.FactId)
            && (query.DocumentHash is null || decision.DocumentHash == query.DocumentHash) && (query.Reviewer is null || decision.Reviewer == query.Reviewer)
            && (!query.OnlyStanding || (!decision.IsUndone && decision.Kind != DecisionKind.Undo)));
        if (query.LatestFirst) found = found.Reverse();
        return query.Limit > 0 ? found.Take(query.Limit) : found;
    }

    public FactReview ReviewOf(StoredFact fact)
    {
        var row = rows.Find(row => row.Key == fact.Key)!;
        var own = On(row.Fact.Id);
        var earlier = row.DecidedAs is null ? [] : On(row.DecidedAs);
        var before = earlier.IsEmpty ? null : DecisionReplay.Replay(earlier[0].Fact, earlier);
        var change = row.State != ReviewState.Changed || before is null
            ? null
            : new FactChange(before.Fact, row.Fact, [.. FactIdentity.DifferingSlots(before.Fact, row.Fact).Select(FactLineNames.Of)]);
        return new FactReview(
            row.State, [.. earlier.Concat(own).OrderBy(decision => decision.Sequence)], DecisionReplay.Replay(row.Extracted, own).Standing ?? before?.Standing, change);
    }

    public ImmutableArray<Decision> VanishedDecisions() => [.. decisions.Select(decision => decision.Fact.Id).Distinct()
        .Where(id => !rows.Exists(row => row.Fact.Id == id || row.DecidedAs == id)).Select(On).Select(own => DecisionReplay.Replay(own[0].Fact, own).Standing).OfType<Decision>()];

    public IEnumerable<DecisionConflict> Conflicts()
    {
        foreach (var fact in AllFacts(new FactQuery { States = [ReviewState.Changed] }))
        {
            var review = ReviewOf(fact);
            string Said(Fact of, string field) => FactLineNames.TrySlot(field, out var name) && of.Written(name) is { } value ? $"'{value}'" : "nothing";
            var fields = review.ChangedFrom!.Fields.Select(field => $"{field} {Said(review.ChangedFrom.Before, field)} is now {Said(review.ChangedFrom.After, field)}");
            yield return new DecisionConflict(review.Standing!, fact, $"{review.Standing!.Reviewer} {review.Standing.Kind.ToString().ToLowerInvariant()}ed this fact, but {string.Join(", ", fields)}");
        }

        foreach (var vanished in VanishedDecisions())
        {
            if (vanished.Kind != DecisionKind.Reject)
                yield return new DecisionConflict(vanished, null, $"{vanished.Reviewer} {vanished.Kind.ToString().ToLowerInvariant()}ed a fact that is no longer extracted");
        }
    }

    public void Dispose()
    {
    }

    private static bool HasWords(string text, string query)
    {
        var words = $" {string.Join(' ', Words(text))} ";
        var at = 0;
        while (at < query.Length)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            var isPhrase = query[at] == '"';
            var end = isPhrase ? query.IndexOf('"', at + 1) : query.AsSpan(at).IndexOfAny(' ', '"') is var next and >= 0 ? at + next : query.Length;
            if (end < 0) end = query.Length;
            var term = query[(isPhrase ? at + 1 : at)..end];
            at = isPhrase ? Math.Min(end + 1, query.Length) : end;
            if (Words(term) is { Count: > 0 } asked && !words.Contains($" {string.Join(' ', asked)}{(term.EndsWith('*') ? "" : " ")}")) return false;
        }

        return true;
    }

    private static List<string> Words(string text)
    {
        // The only accent in the tests; the program runs without tables of other cultures.
        var folded = text.ToLowerInvariant().Replace('é', 'e');
        return [.. new string([.. folded.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    private ImmutableArray<Decision> On(string factId) => [.. DecisionReplay.MarkUndone(decisions).Where(decision => decision.Fact.Id == factId)];

    private IEnumerable<Entry> Of(long document) => rows.Where(row => row.Document == document).OrderBy(row => row.Fact.Span).ThenBy(row => row.Key);

    private IEnumerable<(string Doc, string Root, string Hash, Fact Fact)> AsOf(long run)
    {
        if (FindRun(run) is null) throw new StoreException($"there is no run {run}");
        return rows.Where(row => !row.IsAdded && row.FirstRun <= run).Select(row => (row.Fact.Doc, Find(row.Document).Root, Find(row.Document).Hash, row.Extracted))
            .Concat(history.Where(retired => retired.FirstRun <= run && retired.RetiredRun > run).Select(retired => (retired.Fact.Doc, retired.Root, retired.Hash, retired.Fact)));
    }

    private Stored Find(long document) => documents.Find(found => found.Id == document)!;

    private IEnumerable<Entry> Sorted(FactQuery query)
    {
        lock (gate)
        {
            var found = rows.Where(row => Matches(row, query)).ToList();
            return (query.Sort switch
            {
                FactSort.Doubt => found.OrderByDescending(Doubt).ThenBy(row => row.Key),
                FactSort.Period => found.OrderByDescending(row => row.Fact.Period.End).ThenByDescending(row => row.Fact.Period.Start).ThenByDescending(row => row.Key),
                FactSort.Value => found.OrderByDescending(row => row.Fact.Value ?? decimal.MinValue).ThenBy(row => row.Key),
                FactSort.Newest => found.OrderByDescending(row => row.Key),
                _ => found.OrderBy(row => row.Fact.Doc, StringComparer.Ordinal).ThenBy(row => Find(row.Document).Root, StringComparer.Ordinal).ThenBy(row => row.Fact.Span).ThenBy(row => row.Key),
            }).ToList();
        }
    }

    private bool Matches(Entry row, FactQuery query)
    {
        var fact = row.Fact;
        static int Month(PeriodBound bound) => ((bound.Year ?? 0) * 12) + bound.Month;
        static bool Like(string text, string pattern) => pattern.Contains('*')
            ? System.Text.RegularExpressions.Regex.IsMatch(text, $"^{System.Text.RegularExpressions.Regex.Escape(pattern).Replace(@"\*", ".*")}$", System.Text.RegularExpressions.RegexOptions.NonBacktracking)
            : text == pattern;
        return (query.Region is null || fact.Region == query.Region)
            && (query.Flow is null || fact.Flow == query.Flow)
            && (query.Partner is null || (fact.Partner ?? "") == query.Partner)
            && (query.Category is null || (fact.Category ?? "") == query.Category)
            && (query.Period is null || fact.Period == query.Period)
            && (query.Overlapping is not { } other || (fact.Period.YearIsKnown == other.YearIsKnown && Month(fact.Period.Start) <= Month(other.End) && Month(fact.Period.End) >= Month(other.Start)))
            && (query.DocumentId is null || row.Document == query.DocumentId)
            && (query.Doc is null || Like(fact.Doc, query.Doc))
            && (query.Text is null || HasWords(fact.Quote, query.Text))
            && (query.States.IsDefaultOrEmpty || query.States.Contains(row.State))
            && (fact.Flags & query.Flags) == query.Flags
            && (query.Rule is null || Like(fact.Rule, query.Rule))
            && (query.MinDoubt is null || Doubt(row) >= query.MinDoubt) && (query.MaxDoubt is null || Doubt(row) <= query.MaxDoubt)
            && (query.Contradicted is null || Tally(fact.Id).Contradicted > 0 == query.Contradicted)
            && (query.FirstRun is null || row.FirstRun == query.FirstRun) && (query.Run is null || row.Run == query.Run)
            && (query.Measure is not { } measure || fact.Written(measure) is not null)
            && (query.IncludeDuplicates || Find(row.Document).DuplicateOf is null);
    }

    private (int Confirmed, int Contradicted) Tally(string factId)
    {
        var own = checks.Where(kept => kept.Check.FactIds.Contains(factId)).ToList();
        return (own.Count(kept => kept.Check.Outcome == CheckOutcome.Confirmed), own.Count(kept => kept.Check.Outcome == CheckOutcome.Contradicted));
    }

    private double Doubt(Entry row) => FactDoubt.Of(row.Fact, Tally(row.Fact.Id).Confirmed, Tally(row.Fact.Id).Contradicted);

    private StoredFact Public(Entry row, bool withSlots = true)
    {
        var document = Find(row.Document);
        return new StoredFact
        {
            Key = row.Key,
            Fact = withSlots ? row.Fact : row.Fact with { Slots = [], Derivation = [] },
            Extracted = FactIdentity.SameSlots(row.Fact, row.Extracted) ? null : row.Extracted,
            DocumentId = row.Document,
            DocumentHash = document.Hash,
            Metadata = document.Write.Extraction.Document.Metadata,
            IsDuplicate = document.DuplicateOf is not null,
            IsAdded = row.IsAdded,
            State = row.State,
            Doubt = Doubt(row),
            Confirmed = Tally(row.Fact.Id).Confirmed,
            Contradicted = Tally(row.Fact.Id).Contradicted,
            FirstRun = row.FirstRun,
            Run = row.Run,
        };
    }

    private IEnumerable<LedgerEntry> Ledger(Stored document) => document.Write.Extraction.Ledger.Select(number =>
        number.Class == NumberClass.Unresolved && Of(document.Id).FirstOrDefault(row => row.IsAdded
            && row.Fact.Slots.Any(slot => slot.Span is { } span && row.Fact.Number(slot.Name) is not null && span.Overlaps(number.Span))) is { } claimed
            ? number with { Class = NumberClass.Fact, FactId = claimed.Fact.Id }
            : number);

    private StoredDocument Row(Stored document) => new()
    {
        Id = document.Id,
        Name = document.Name,
        Hash = document.Hash,
        Length = document.Write.Extraction.Document.Text.Length,
        Metadata = document.Write.Extraction.Document.Metadata,
        Source = document.Source,
        RulesVersion = document.Rules,
        FirstRun = document.FirstRun,
        LastRun = document.LastRun,
        DuplicateOf = document.DuplicateOf,
        DuplicateOfName = document.DuplicateOf is { } original ? Find(original).Name : null,
        Duplicate = document.DuplicateOf is null ? DuplicateKind.None : document.Write.Duplicate,
        FactCount = Of(document.Id).Count(),
        PendingCount = Of(document.Id).Count(row => row.State == ReviewState.Pending),
        NumberCount = document.Write.Extraction.Ledger.Length,
        UnresolvedCount = Ledger(document).Count(number => number.Class == NumberClass.Unresolved),
        HasSource = document.Write.SourceBytes is not null,
        Seconds = document.Write.Seconds,
        Fingerprint = document.Write.Fingerprint,
    };

    private static DocumentState State(Stored document) => new(document.Id, document.Name, document.Hash, document.Rules, document.Source);

    private Decision Append(NewDecision decision, int seenBefore)
    {
        var (hash, fact) = Target(decision);
        var last = decisions.Take(seenBefore).Where(other => other.Fact.Id == fact.Id || rows.Exists(row => row.Fact.Id == fact.Id && row.DecidedAs == other.Fact.Id)).Select(other => other.Sequence).DefaultIfEmpty().Max();
        if (decision.Seen < last) throw new StaleDecisionException(fact.Id, last);
        var appended = new Decision
        {
            Sequence = decisions.Count + 1,
            Kind = decision.Kind,
            Doc = fact.Doc,
            DocumentHash = hash,
            Span = fact.Span,
            Fact = fact,
            Changes = decision.Changes,
            Reason = decision.Reason,
            Undoes = decision.Undoes,
            Reviewer = decision.Reviewer,
            At = decision.At,
        };
        decisions.Add(appended);

        // Simply everything again: each document's facts under all decisions there are.
        foreach (var document in documents) Review(document, [.. Of(document.Id).Where(row => !row.IsAdded).Select(row => row.Extracted)], document.Hash, Of(document.Id).Select(row => row.DecidedAs));
        return appended;
    }

    private (string Hash, Fact Fact) Target(NewDecision decision)
    {
        if (decision.Kind == DecisionKind.Undo)
        {
            var undone = DecisionReplay.MarkUndone(decisions).FirstOrDefault(other => other.Sequence == decision.Undoes);
            return undone is null or { IsUndone: true } ? throw new StoreException("nothing to take back") : (undone.DocumentHash, undone.Fact);
        }

        string? error;
        if (decision.Kind == DecisionKind.Add)
        {
            var document = Find(decision.DocumentId!.Value);
            return FactCorrection.TryAdd(document.Write.Extraction.Document, decision.Span!.Value, decision.Changes, out var added, out error) ? (document.Hash, added) : throw new StoreException(error);
        }

        var row = rows.Find(row => row.Fact.Id == decision.FactId) ?? throw new StoreException("no such fact");
        if (decision.Kind == DecisionKind.Correct && !FactCorrection.TryApply(row.Fact, decision.Changes, out _, out error)) throw new StoreException(error);
        return (Find(row.Document).Hash, row.Extracted);
    }

    /// <summary>Replaces a document's rows by its facts under the decisions that concern it.</summary>
    private void Review(Stored document, IReadOnlyList<Fact> facts, string earlierHash, IEnumerable<string?> decidedAs)
    {
        var earlier = decidedAs.OfType<string>().ToHashSet();
        var concern = DecisionReplay.MarkUndone(decisions).Where(decision => decision.DocumentHash == document.Hash || decision.DocumentHash == earlierHash || earlier.Contains(decision.Fact.Id));
        var old = Of(document.Id).GroupBy(row => row.Fact.Id).ToDictionary(group => group.Key, group => group.First());
        rows.RemoveAll(row => row.Document == document.Id);
        foreach (var fact in DecisionReconciliation.Reconcile(facts, document.Hash, concern))
        {
            var before = old.GetValueOrDefault(fact.Extracted.Id);
            rows.Add(new Entry(
                before?.Key ?? ++lastRow, document.Id, fact.Effective with { Doc = document.Name }, fact.Extracted with { Doc = document.Name }, fact.State, fact.DecidedAs, fact.IsAdded,
                before?.FirstRun ?? document.LastRun, document.LastRun));
        }
    }

    private sealed record Stored(long Id, DocumentWrite Write, DocumentSource Source, string Rules, long FirstRun, long LastRun, long? DuplicateOf)
    {
        public string Name => Write.Extraction.Document.Name;

        public string Root => Source.Root;

        public string Hash => Write.Extraction.Document.Hash;
    }

    private sealed record Entry(long Key, long Document, Fact Fact, Fact Extracted, ReviewState State, string? DecidedAs, bool IsAdded, long FirstRun, long Run);

    private sealed record Retired(string Root, string Hash, long FirstRun, long RetiredRun, Fact Fact);

    private sealed class Writer(MemoryFactStore store, RunStart start, long run) : IRunWriter
    {
        private RunCounts counts = new();
        private bool ended;

        public long RunId => run;

        public DocumentState? Find(string root, string name) => store.documents.Where(document => document.Root == root && document.Name == name).Select(State).FirstOrDefault();

        public DocumentChange Write(DocumentWrite write)
        {
            lock (store.gate)
            {
                var document = write.Extraction.Document;
                if (write.Extraction.Facts.Any(fact => fact.Span.End > document.Text.Length || fact.Span.Of(document.Text) != fact.Quote)) throw new StoreException("a quote does not stand in the text");
                if (write.DuplicateOf is { } original && store.Find(original) is null) throw new StoreException("no such original");
                var known = store.documents.Find(other => other.Name == document.Name && other.Root == write.Source.Root);
                var old = known is null ? [] : store.Of(known.Id).ToList();
                var facts = write.Extraction.Facts.DistinctBy(fact => fact.Id).ToList();
                var stored = new Stored(known?.Id ?? ++store.lastDocument, write, write.Source, start.RulesVersion, known?.FirstRun ?? run, run, write.DuplicateOf);
                if (known is null) store.documents.Add(stored);
                else store.documents[store.documents.IndexOf(known)] = stored;
                store.Review(stored, facts, known?.Hash ?? stored.Hash, old.Select(row => row.DecidedAs));
                store.SaveChecks(stored.Id, write.Checks);
                var kept = facts.Select(fact => fact.Id).Intersect(old.Select(row => row.Fact.Id)).ToHashSet();
                var gone = old.Where(row => !row.IsAdded && !kept.Contains(row.Fact.Id)).ToList();
                store.history.AddRange(gone.Select(row => new Retired(stored.Root, known!.Hash, row.FirstRun, run, row.Extracted)));
                var matches = FactMatching.Match([.. gone.Select(row => row.Extracted)], [.. facts.Where(fact => !kept.Contains(fact.Id))], known?.Hash == stored.Hash);
                for (var i = 0; i < store.failures.Count; i++)
                {
                    if (store.failures[i] is { ResolvedRun: null } failure && failure.Failure.Name == document.Name && failure.Failure.Root == stored.Root)
                        store.failures[i] = failure with { ResolvedRun = run };
                }

                Count(counts with
                {
                    DocumentsAdded = counts.DocumentsAdded + (known is null ? 1 : 0),
                    DocumentsChanged = counts.DocumentsChanged + (known is null ? 0 : 1),
                    FactsAdded = counts.FactsAdded + matches.Added.Length,
                    FactsChanged = counts.FactsChanged + matches.Changed.Length,
                    FactsGone = counts.FactsGone + matches.Gone.Length,
                    FactsKept = counts.FactsKept + kept.Count + matches.Moved.Length,
                });
                return new DocumentChange(stored.Id, known is null, matches.Added, matches.Gone, matches.Changed, kept.Count + matches.Moved.Length);
            }
        }

        public void Unchanged(long documentId, DocumentSource? source = null) => Count(counts with { DocumentsUnchanged = counts.DocumentsUnchanged + 1 });

        public DocumentChange Remove(long documentId)
        {
            lock (store.gate)
            {
                var document = store.Find(documentId);
                var gone = store.Of(documentId).Where(row => !row.IsAdded).ToList();
                store.history.AddRange(gone.Select(row => new Retired(document.Root, document.Hash, row.FirstRun, run, row.Extracted)));
                store.rows.RemoveAll(row => row.Document == documentId);
                store.checks.RemoveAll(kept => kept.Document == documentId);
                store.documents.Remove(document);
                for (var i = 0; i < store.documents.Count; i++)
                    if (store.documents[i].DuplicateOf == documentId) store.documents[i] = store.documents[i] with { DuplicateOf = null };
                Count(counts with { DocumentsGone = counts.DocumentsGone + 1, FactsGone = counts.FactsGone + gone.Count });
                return new DocumentChange(documentId, false, [], [.. gone.Select(row => row.Extracted)], [], 0);
            }
        }

        public void Fail(NewFailure failure)
        {
            lock (store.gate)
            {
                var standing = store.failures.FindIndex(other => other.ResolvedRun is null && other.Failure.Name == failure.Name && other.Failure.Root == failure.Root);
                if (standing < 0) store.failures.Add(new FailureRecord(++store.lastFailure, run, failure, 1, null));
                else store.failures[standing] = store.failures[standing] with { Run = run, Failure = failure, Attempts = store.failures[standing].Attempts + 1 };
                Count(counts with { Failures = counts.Failures + 1 });
            }
        }

        public void Flush()
        {
        }

        public RunRecord Complete()
        {
            store.runs[(int)run - 1] = store.runs[(int)run - 1] with { Finished = start.Clock?.Invoke() ?? start.Started };
            Dispose();
            return store.runs[(int)run - 1];
        }

        public void Dispose()
        {
            if (!ended) store.isRunning = false;
            ended = true;
        }

        private void Count(RunCounts now)
        {
            counts = now;
            store.runs[(int)run - 1] = store.runs[(int)run - 1] with { Counts = now };
        }
    }
}

/// <summary>The contract, held by lists in memory: what only SQLite could hold would not be a contract.</summary>
public sealed class MemoryFactStoreTests : FactStoreContract
{
    protected override IFactStore Create() => new MemoryFactStore();
}
