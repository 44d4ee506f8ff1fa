using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Extractor.Checks;
using Extractor.Cli.Output;
using Extractor.Facts;
using Extractor.Ingest;
using Extractor.Ingest.Duplicates;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Cli.Running;

/// <summary>Reads and extracts one document; safe to share between threads.</summary>
internal sealed class DocumentWorker(
    DocumentReader reader,
    TradeExtractor extractor,
    IFactStore store,
    FrozenDictionary<(string Root, string Name), DocumentState> stored,
    RunOptions options,
    string run,
    TimeProvider clock)
{
    public DocumentResult Work((SourceRoot Root, WorkItem Item) todo)
    {
        var (root, item) = todo;
        if (options.Filter is { } filter && !filter(item)) return new DocumentResult.LeftOut(root.Root, item.Doc, item.Source);
        var started = Stopwatch.GetTimestamp();
        switch (reader.Read(item))
        {
            case IngestFailure failure:
                return Failed(root, item, KebabCase.Of(failure.Kind.ToString()), failure.Reason);
            case IngestSkip skip:
                return new DocumentResult.PassedOver(root.Root, skip.Doc, skip.Source, skip.Reason, !root.IsFolder);
            case IngestedDocument document:
                return Extract(root, item, document, started);
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is no outcome of reading.");
        }
    }

    private DocumentResult Extract(SourceRoot root, WorkItem item, IngestedDocument ingested, long started)
    {
        var source = new DocumentSource
        {
            Root = root.Root,
            Path = item.Source == DocumentReader.StandardInput ? null : Path.GetFullPath(item.Source),
            Hash = ingested.SourceHash,
            Size = ingested.SourceSize,
            Kind = ingested.Kind,
            Charset = ingested.Charset,
            Options = GivenOf(ingested.Document.Metadata),
        };
        if (stored.TryGetValue((root.Root, ingested.Doc), out var state) && state.IsCurrent(source, extractor.RulesVersion))
            return new DocumentResult.Unchanged(root.Root, state, ingested.Doc, ingested.Source);

        TokenList tokens;
        Extraction extraction;
        ImmutableArray<CheckResult> checks;
        try
        {
            tokens = Tokenizer.Tokenize(ingested.Document.Text);
            extraction = extractor.Extract(ingested.Document, tokens);
            checks = DocumentChecker.Check(extraction.Facts, ingested.Document.Text);
        }
        catch (Exception e)
        {
            // A mistake of this program must not end the run, and must not pass in silence.
            return Failed(root, item, "extraction", $"A mistake in this program: {e.GetType().Name}: {e.Message} Please report it with the document. {FirstFrame(e)}");
        }

        var applicable = checks.Where(check => check.Status != CheckStatus.NotApplicable).ToImmutableArray();
        var write = new DocumentWrite
        {
            Extraction = extraction,
            Source = source,
            SourceBytes = ingested.RawHtml is { } html ? Encoding.UTF8.GetBytes(html) : null,
            Checks = [.. applicable.Select(ToStored)],
            Fingerprint = Fingerprint.Of(ingested, tokens).ToArray(),
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
        return new DocumentResult.Extracted(root.Root, store.Prepare(write), WrittenFacts.Of(FactLines.Of(extraction, applicable, run)), ingested.Doc, ingested.Source, ingested.Notes);
    }

    private static FactCheck ToStored(CheckResult check) => new(
        CheckNames.Of(check.Kind),
        check.Status == CheckStatus.Confirmed ? CheckOutcome.Confirmed : CheckOutcome.Contradicted,
        check.Arithmetic,
        [.. check.Facts.Select(fact => fact.Id).Distinct()]);

    private DocumentResult.Failed Failed(SourceRoot root, WorkItem item, string kind, string reason) => new(
        root.Root,
        new NewFailure
        {
            Root = root.Root,
            Name = item.Doc,
            Path = item.Source == DocumentReader.StandardInput ? null : Path.GetFullPath(item.Source),
            Kind = kind,
            Reason = reason,
            At = clock.GetUtcNow(),
        },
        item.Source);

    /// <summary>What metadata decides of the result: with another date or title the document has to be read again.</summary>
    private static string GivenOf(DocumentMetadata metadata) =>
        string.Join('\t', metadata.Published?.ToString("yyyy-MM-dd"), metadata.PublishedFrom, metadata.Title, metadata.Url, metadata.Language);

    private static string FirstFrame(Exception e) => e.StackTrace?.Split('\n', 2)[0].Trim() ?? "";
}
