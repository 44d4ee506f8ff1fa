using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor documents</c>: what was read.</summary>
internal sealed class DocumentsCommand : CliCommand
{
    private static readonly ImmutableArray<Column<StoredDocument>> Columns =
    [
        new("doc", document => document.Name),
        new("published", document => document.Metadata.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("facts", document => (long)document.FactCount),
        new("numbers", document => (long)document.NumberCount),
        new("unresolved", document => (long)document.UnresolvedCount),
        new("pending", document => (long)document.PendingCount),
        new("kind", document => document.Source.Kind),
        new("charset", document => document.Source.Charset),
        new("repeats", document => document.DuplicateOfName is { } name ? $"{document.Duplicate.ToString().ToLowerInvariant()} as {name}" : null),
        new("title", document => document.Metadata.Title),
        new("path", document => document.Source.Path),
    ];

    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<string?> doc = new("--doc") { Description = "Only names that contain this.", HelpName = "NAME" };
    private readonly Option<string?> text = new("--text") { Description = "Only documents with a sentence that has these words.", HelpName = "WORDS" };
    private readonly Option<bool> duplicates = new("--duplicates") { Description = "Only documents that repeat another." };
    private readonly Option<DocumentSort> sort = new("--sort") { Description = "The order.", HelpName = "name|unresolved|pending|facts|published" };
    private readonly Option<int> limit = SharedOptions.Limit(0);
    private readonly Option<OutputFormat> format = SharedOptions.Format();

    public DocumentsCommand(Terminal terminal)
        : base("documents", "Lists the documents that were read, with their facts, numbers and whether they repeat another.", terminal)
    {
        foreach (Option option in new Option[] { database, doc, text, duplicates, sort, limit, format }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor documents --sort unresolved --limit 10",
        "extractor documents --duplicates --format csv",
    ];

    public override string WhenNothing => "no document matches";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var page = store.Documents(new DocumentQuery
        {
            NameContains = parsed.GetValue(doc),
            Text = parsed.GetValue(text),
            Duplicates = parsed.GetValue(duplicates) ? true : null,
            Sort = parsed.GetValue(sort),
            Limit = parsed.GetValue(limit),
        });
        var count = TableOutput.Write(Terminal, parsed.GetValue(format), Columns, page.Documents);
        if (parsed.GetValue(format) == OutputFormat.Table) Terminal.Say($"{count} of {page.Total} documents");
        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
