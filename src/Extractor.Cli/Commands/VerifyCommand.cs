using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Ingest;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor verify</c>: proof that every stored quote stands where the database says.</summary>
internal sealed class VerifyCommand : CliCommand
{
    private static readonly ImmutableArray<Column<Finding>> Columns =
    [
        new("doc", finding => finding.Doc),
        new("finding", finding => finding.What),
        new("facts", finding => (long)finding.Facts),
        new("detail", finding => finding.Detail),
    ];

    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<OutputFormat> format = SharedOptions.Format();

    public VerifyCommand(Terminal terminal)
        : base("verify", "Reads every source again and proves that each stored quote stands where the database says; lists what changed or vanished.", terminal)
    {
        Options.Add(database);
        Options.Add(format);
    }

    public override ImmutableArray<string> Examples => ["extractor verify", "extractor verify --db results/facts.db --format jsonl"];

    public override string WhenDone => "every quote stands where the database says";

    public override string WhenNothing => "a source changed or vanished, or a quote does not stand where the database says";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var (documents, quotes, findings) = (0, 0, 0);
        var verified = Verify(store, counted => (documents, quotes) = (documents + 1, quotes + counted), cancellation);
        findings = TableOutput.Write(Terminal, parsed.GetValue(format), Columns, verified);
        Terminal.Say($"{quotes} quotes in {documents} documents verified; {findings} findings");
        return findings == 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private static IEnumerable<Finding> Verify(IFactStore store, Action<int> counted, CancellationToken cancellation)
    {
        using var sources = new SourceReader();
        foreach (var stored in store.Quotes())
        {
            cancellation.ThrowIfCancellationRequested();
            counted(stored.Quotes.Length);
            foreach (var finding in VerifyStored(stored)) yield return finding;
            if (VerifySource(stored, sources) is { } changed) yield return changed;
        }
    }

    /// <summary>The quotes against the text that is stored with them.</summary>
    private static IEnumerable<Finding> VerifyStored(DocumentQuotes stored)
    {
        foreach (var quote in stored.Quotes)
        {
            if (!Stands(quote, stored.Text))
                yield return new Finding(stored.Document.Name, "quote does not stand", 1, $"fact {quote.FactId} at {quote.Span}");
            else if (quote.SlotSpans.Any(span => span.End > stored.Text.Length))
                yield return new Finding(stored.Document.Name, "slot outside the text", 1, $"fact {quote.FactId}");
        }
    }

    /// <summary>The quotes against the source as it is now.</summary>
    private static Finding? VerifySource(DocumentQuotes stored, SourceReader sources)
    {
        var (name, facts) = (stored.Document.Name, stored.Quotes.Length);
        if (stored.Document.Source.Path is null) return null;
        switch (sources.Read(stored.Document))
        {
            case null:
                return new Finding(name, "source vanished", facts, stored.Document.Source.Path);
            case IngestedDocument now when now.Document.Hash == stored.Document.Hash:
                return null;
            case IngestedDocument now:
                var standing = stored.Quotes.Count(quote => Stands(quote, now.Document.Text));
                return new Finding(name, "source changed", facts - standing, $"{standing} of {facts} quotes still stand at their place; run again to read it anew");
            case IngestFailure failure:
                return new Finding(name, "source cannot be read", facts, failure.Reason);
            default:
                return new Finding(name, "source is no article now", facts, stored.Document.Source.Path);
        }
    }

    private static bool Stands(StoredQuote quote, string text) => quote.Span.End <= text.Length && quote.Span.Of(text) == quote.Quote;

    private sealed record Finding(string Doc, string What, int Facts, string Detail);
}
