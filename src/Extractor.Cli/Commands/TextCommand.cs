using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Ingest;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor text</c>: what was read as the article.</summary>
internal sealed class TextCommand : CliCommand
{
    private static readonly ImmutableArray<Column<IngestedDocument>> Columns =
    [
        new("doc", document => document.Doc),
        new("title", document => document.Document.Metadata.Title),
        new("published", Published),
        new("publishedFrom", document => document.Document.Metadata.PublishedFrom),
        new("language", document => document.Document.Metadata.Language),
        new("publisher", document => document.Document.Metadata.Publisher),
        new("author", document => document.Document.Metadata.Author),
        new("url", document => document.Document.Metadata.Url),
        new("charset", document => document.Charset),
        new("body", Body),
    ];

    private readonly Argument<string[]> paths = SharedOptions.Paths();
    private readonly Option<OutputFormat> format = SharedOptions.Format(OutputFormat.Text, OutputFormat.Jsonl, OutputFormat.Csv);
    private readonly Option<DateOnly?> published = SharedOptions.Published();
    private readonly Option<int> threads = SharedOptions.Threads();

    public TextCommand(Terminal terminal)
        : base("text", "Shows what was read as the article: headline, date, language and body, without menus, teasers and scripts.", terminal)
    {
        Arguments.Add(paths);
        foreach (Option option in new Option[] { format, published, threads }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor text page.html",
        "extractor text crawl.warc.gz --format jsonl > articles.jsonl",
        "curl -s https://example.org/article.html | extractor text -",
    ];

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var options = new IngestOptions { Published = parsed.GetValue(published), KeepHtml = false };
        var documents = ArticleStream.Read(Terminal, parsed.GetValue(paths)!, options, parsed.GetValue(threads), document => document, cancellation);
        var count = parsed.GetValue(format) is OutputFormat.Jsonl or OutputFormat.Csv
            ? TableOutput.Write(Terminal, parsed.GetValue(format), Columns, documents)
            : WriteText(documents);
        return Terminal.HasErrors ? ExitCode.Errors : count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private int WriteText(IEnumerable<IngestedDocument> documents)
    {
        var count = 0;
        foreach (var document in documents)
        {
            if (count++ > 0) Terminal.WriteLine();
            foreach (var column in Columns.Where(column => column.Name != "body"))
                if (column.Value(document).Text is { } value) Terminal.WriteLine($"{column.Name}: {(Terminal.OutputIsTerminal ? Terminal.Printable(value) : value)}");
            Terminal.WriteLine();
            var body = Body(document).Text!;
            Terminal.WriteLine(Terminal.OutputIsTerminal ? Terminal.Printable(body) : body);
        }

        return count;
    }

    private static Cell Body(IngestedDocument document) => document.Body is { } body ? body.Of(document.Document.Text) : document.Document.Text;

    private static Cell Published(IngestedDocument document) => document.Document.Metadata.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
