using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Facts;
using Extractor.Ingest;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor ledger</c>: what became of every number.</summary>
internal sealed class LedgerCommand : CliCommand
{
    private static readonly ImmutableArray<Column<(Extraction Extraction, LedgerEntry Entry)>> Columns =
    [
        new("doc", row => row.Extraction.Document.Name),
        new("text", row => row.Entry.Span.Of(row.Extraction.Document.Text)),
        new("start", row => (long)row.Entry.Span.Start),
        new("end", row => (long)row.Entry.Span.End),
        new("class", row => FactLineNames.Of(row.Entry.Class)),
        new("reason", row => row.Entry.Reason),
        new("fact", row => row.Entry.FactId),
    ];

    private readonly Argument<string[]> paths = SharedOptions.Paths();
    private readonly Option<OutputFormat> format = SharedOptions.Format(OutputFormat.Text, OutputFormat.Jsonl, OutputFormat.Csv, OutputFormat.Table);
    private readonly Option<DateOnly?> published = SharedOptions.Published();
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();
    private readonly Option<int> threads = SharedOptions.Threads();

    public LedgerCommand(Terminal terminal)
        : base("ledger", "Shows what became of every number: part of a fact, part of a date, set aside with a reason, or unresolved.", terminal)
    {
        Arguments.Add(paths);
        foreach (Option option in new Option[] { format, published, lexicon, rules, threads }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor ledger corpus/zhejiang-2021.txt",
        "extractor ledger corpus --format jsonl | jq -r 'select(.class == \"unresolved\") | .reason'",
        "extractor ledger corpus --format csv > numbers.csv",
    ];

    public override string WhenNothing => "no document has a number";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var extractor = ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules));
        var options = new IngestOptions { Published = parsed.GetValue(published), KeepHtml = false };
        var extractions = ArticleStream.Read(
            Terminal, parsed.GetValue(paths)!, options, parsed.GetValue(threads), document => extractor.Extract(document.Document), cancellation);
        var count = parsed.GetValue(format) is OutputFormat.Text
            ? WriteText(extractions)
            : TableOutput.Write(Terminal, parsed.GetValue(format), Columns, extractions.SelectMany(extraction => extraction.Ledger, (extraction, entry) => (extraction, entry)));
        return Terminal.HasErrors ? ExitCode.Errors : count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private int WriteText(IEnumerable<Extraction> extractions)
    {
        var count = 0;
        foreach (var extraction in extractions)
        {
            Terminal.WriteLine($"{extraction.Document.Name}: {Counts(extraction.Ledger)}");
            Terminal.WriteLine();
            Terminal.WriteLine(Marked(extraction));
            Terminal.WriteLine();
            count += extraction.Ledger.Length;
        }

        return count;
    }

    private static string Counts(ImmutableArray<LedgerEntry> ledger)
    {
        var counts = Enum.GetValues<NumberClass>().Select(name => $"{ledger.Count(entry => entry.Class == name)} {FactLineNames.Of(name)}");
        return $"{ledger.Length} numbers: {string.Join(", ", counts)}";
    }

    /// <summary>The text with each number in the colour of its class, or, where there are no colours, followed by it.</summary>
    private string Marked(Extraction extraction)
    {
        var text = extraction.Document.Text;
        var marked = new StringBuilder(text.Length + (extraction.Ledger.Length * 16));
        var at = 0;
        foreach (var entry in extraction.Ledger.Where(entry => entry.Span.Start >= 0))
        {
            if (entry.Span.Start < at) continue;
            marked.Append(Shown(text[at..entry.Span.Start]));
            var number = Shown(entry.Span.Of(text));
            marked.Append(Terminal.OutputIsTerminal ? $"\u001b[{Colour(entry.Class)}m{number}\u001b[0m" : $"[{number}: {Label(entry)}]");
            at = entry.Span.End;
        }

        return marked.Append(Shown(text[at..])).ToString();
    }

    private string Shown(string text) => Terminal.OutputIsTerminal ? Terminal.Printable(text) : text;

    private static string Label(LedgerEntry entry) => entry.Class is NumberClass.Other or NumberClass.Fact
        ? $"{FactLineNames.Of(entry.Class)}, {entry.Reason}"
        : FactLineNames.Of(entry.Class);

    // Green, blue, grey, and bold red for what is left to do.
    private static string Colour(NumberClass numberClass) => numberClass switch
    {
        NumberClass.Fact => "32",
        NumberClass.Date => "34",
        NumberClass.Other => "90",
        _ => "1;31",
    };
}
