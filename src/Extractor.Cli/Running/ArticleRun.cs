using System.Collections.Frozen;
using System.Diagnostics;
using Extractor.Cli.Console;
using Extractor.Facts;
using Extractor.Ingest;
using Extractor.Store;
using Extractor.Storage;

namespace Extractor.Cli.Running;

/// <summary>The main job: reads everything under some paths, extracts, stores, and writes facts in the order of the documents.</summary>
/// <remarks>Reading and extracting run on many threads, writing on one; results come in the order of names whatever the number of threads.</remarks>
internal sealed class ArticleRun(Terminal terminal, RunOptions options, TradeExtractor extractor, TimeProvider clock)
{
    private readonly RunSummary summary = new();
    private readonly HashSet<long> met = [];

    /// <summary>Called with each document's facts as they are stored.</summary>
    public Action<WrittenFacts>? FactsWritten { get; init; }

    public RunSummary Execute(CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        CreateFolder(options.Database);
        using var store = SqliteFactStore.Open(options.Database, create: true);
        using var writer = store.BeginRun(new RunStart
        {
            Started = clock.GetUtcNow(),
            RulesVersion = extractor.RulesVersion,
            CommandLine = options.CommandLine,
            Waiting = terminal.Say,
            Clock = clock.GetUtcNow,
        });
        using var outputs = options.OutputFolder is { } folder ? new RunOutputs(folder) : null;
        var roots = SourceRoot.Of(options.Paths);
        var stored = roots.SelectMany(root => store.DocumentStates(root.Root)).DistinctBy(state => state.Id)
            .ToFrozenDictionary(state => (state.Source.Root, state.Name));
        var copies = new CopyFinder(store);
        var reader = new DocumentReader(new IngestOptions { Published = options.Published });
        var worker = new DocumentWorker(reader, extractor, store, stored, options, writer.RunId.ToString(), clock);
        using (var progress = options.ShowProgress ? RunProgress.Start(terminal, roots) : null)
        {
            var items = roots.SelectMany(root => reader.Enumerate([root.Path], terminal.Input).Select(item => (root, item)));
            foreach (var result in OrderedPipeline.Run(items, options.Threads, worker.Work, cancellation))
            {
                var facts = Store(result, store, writer, copies);
                outputs?.Write(facts);
                FactsWritten?.Invoke(facts);
                progress?.Advance(result.Source, summary);
            }
        }

        if (!options.KeepGone) RemoveGone(roots, stored, writer);
        writer.Complete();
        outputs?.Complete();
        foreach (var conflict in store.Conflicts())
        {
            summary.Conflicts++;
            terminal.Say($"decision {conflict.Decision.Sequence} contradicted: {conflict.Message}");
        }

        summary.Elapsed = Stopwatch.GetElapsedTime(started);
        return summary;
    }

    private WrittenFacts Store(DocumentResult result, IFactStore store, IRunWriter writer, CopyFinder copies)
    {
        switch (result)
        {
            case DocumentResult.Extracted extracted:
                foreach (var note in extracted.Notes) terminal.Say($"{extracted.Source}: {note}");
                var write = copies.Link(extracted.Write, writer.Find(extracted.Root, extracted.Doc)?.Id);
                var change = writer.Write(write);
                copies.Written(change.DocumentId);
                met.Add(change.DocumentId);
                if (write.DuplicateOf is not null) summary.Duplicates++;
                var extraction = extracted.Write.Extraction;
                var unresolved = extraction.Ledger.Count(entry => entry.Class == NumberClass.Unresolved);
                if (change.IsNew) summary.Added++;
                else summary.Changed++;
                Count(extracted.Doc, What(change, write), extraction.Facts.Length, extraction.Ledger.Length, unresolved, extracted.Write.Seconds);
                return extracted.Facts;

            case DocumentResult.Unchanged unchanged:
                writer.Unchanged(unchanged.State.Id);
                met.Add(unchanged.State.Id);
                summary.Unchanged++;
                return FactsOfUnchanged(unchanged, store);

            case DocumentResult.Failed failed:
                if (writer.Find(failed.Root, failed.Doc) is { } kept) met.Add(kept.Id);
                writer.Fail(failed.Failure);
                summary.Failures++;
                terminal.Error($"{failed.Source}: {failed.Failure.Reason}");
                return WrittenFacts.None;

            case DocumentResult.PassedOver passedOver:
                summary.PassedOver++;
                if (passedOver.WasNamed) terminal.Error($"{passedOver.Source}: {passedOver.Reason}");
                return WrittenFacts.None;

            default:
                if (writer.Find(result.Root, result.Doc) is { } left) met.Add(left.Id);
                return WrittenFacts.None;
        }
    }

    private static string What(DocumentChange change, DocumentWrite write)
    {
        var what = change.IsNew ? "added" : $"changed: {change.Added.Length} added, {change.Changed.Length} changed, {change.Gone.Length} gone";
        return write.DuplicateOf is null ? what : $"{what}; {(write.Duplicate == DuplicateKind.Same ? "the same as" : "nearly the same as")} another";
    }

    private WrittenFacts FactsOfUnchanged(DocumentResult.Unchanged unchanged, IFactStore store)
    {
        var document = store.FindDocument(unchanged.State.Id);
        var extracted = store.FactsOf(unchanged.State.Id).Where(fact => !fact.IsAdded).ToList();
        Count(unchanged.Doc, "unchanged", extracted.Count, document?.NumberCount ?? 0, document?.UnresolvedCount ?? 0, 0);
        return WrittenFacts.Of([.. extracted.Select(fact => FactLines.AsExtracted(fact, store))]);
    }

    private void Count(string doc, string what, int facts, int numbers, int unresolved, double seconds)
    {
        summary.Facts += facts;
        summary.Numbers += numbers;
        summary.Unresolved += unresolved;
        summary.Add(new RunSummary.DocumentRow(doc, what, facts, unresolved, seconds));
    }

    private void RemoveGone(IEnumerable<SourceRoot> roots, FrozenDictionary<(string Root, string Name), DocumentState> stored, IRunWriter writer)
    {
        var folders = roots.Where(root => root.IsFolder).Select(root => root.Root).ToHashSet(StringComparer.Ordinal);
        foreach (var state in stored.Values.Where(state => folders.Contains(state.Source.Root) && !met.Contains(state.Id)).OrderBy(state => state.Id))
        {
            writer.Remove(state.Id);
            summary.Gone++;
            terminal.Say($"{state.Name}: gone, and its facts with it");
        }
    }

    private static void CreateFolder(string database)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(database)) is { } folder) Directory.CreateDirectory(folder);
    }
}
