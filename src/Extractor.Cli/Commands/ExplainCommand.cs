using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Facts;
using Extractor.Ingest;
using Extractor.Text;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor explain</c>: how every fact was derived, and why a number yielded none.</summary>
internal sealed class ExplainCommand : CliCommand
{
    private readonly Argument<string> source = new("TEXT|FILE") { Description = "A file, - for standard input, or the text itself." };
    private readonly Option<DateOnly?> published = SharedOptions.Published();
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();

    public ExplainCommand(Terminal terminal)
        : base("explain", "Explains the derivation of every fact, and for each unresolved number the nearest rule that failed and why.", terminal)
    {
        Arguments.Add(source);
        foreach (Option option in new Option[] { published, lexicon, rules }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor explain \"China's exports rose 5.2% to 1.2 trillion yuan in May.\" --published 2024-06-07",
        "extractor explain corpus/zhejiang-2021.txt",
        "extractor explain - < article.txt",
    ];

    public override string WhenNothing => "the text holds no facts";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var extractor = ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules));
        var facts = 0;
        foreach (var document in Documents(parsed.GetValue(source)!, parsed.GetValue(published), cancellation))
        {
            var extraction = extractor.Extract(document);
            Explain(extraction);
            facts += extraction.Facts.Length;
        }

        return Terminal.HasErrors ? ExitCode.Errors : facts > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private IEnumerable<SourceDocument> Documents(string textOrFile, DateOnly? date, CancellationToken cancellation) =>
        textOrFile == DocumentReader.StandardInput || File.Exists(textOrFile) || Directory.Exists(textOrFile)
            ? ArticleStream.Read(Terminal, [textOrFile], new IngestOptions { Published = date, KeepHtml = false }, 1, document => document.Document, cancellation)
            : [new SourceDocument("text", textOrFile, new DocumentMetadata { Published = date, PublishedFrom = date is null ? null : "given" })];

    private void Explain(Extraction extraction)
    {
        var text = extraction.Document.Text;
        foreach (var fact in extraction.Facts)
        {
            WriteLine($"{fact.Doc}:{fact.Span}  {fact.Quote}");
            WriteLine($"  {FactSentence.Of(fact)}");
            foreach (var slot in fact.Slots) WriteLine($"    {FactSentence.Of(slot, text)}");
            WriteLine($"    rule {fact.Rule}");
            foreach (var step in fact.Derivation) WriteLine($"    {step}");
            Terminal.WriteLine();
        }

        foreach (var entry in extraction.Ledger.Where(entry => entry.Class == NumberClass.Unresolved))
            WriteLine($"{extraction.Document.Name}:{entry.Span}  unresolved: {entry.Span.Of(text)}  ({entry.Reason})");
        foreach (var entry in extraction.Ledger.Where(entry => entry.Class is NumberClass.Other or NumberClass.Date))
            WriteLine($"{extraction.Document.Name}:{entry.Span}  {FactLineNames.Of(entry.Class)}: {entry.Span.Of(text)}  ({entry.Reason})");
    }

    private void WriteLine(string line) => Terminal.WriteLine(Terminal.Printable(line.ReplaceLineEndings(" ")));
}
