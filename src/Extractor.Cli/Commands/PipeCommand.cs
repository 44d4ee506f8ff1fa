using System.Buffers;
using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Checks;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Ingest;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor pipe</c>: documents in, facts out, without a database.</summary>
internal sealed class PipeCommand : CliCommand
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Option<DateOnly?> published = SharedOptions.Published();
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();
    private readonly Option<int> threads = SharedOptions.Threads();

    public PipeCommand(Terminal terminal)
        : base(
            "pipe",
            "Reads documents as JSON lines from standard input ({\"id\", \"text\" or \"html\", \"title\", \"url\", \"published\"}) and writes their facts as JSON lines, in order, in flat memory. A line that cannot be read yields {\"doc\", \"error\", \"kind\"}.",
            terminal)
    {
        foreach (Option option in new Option[] { published, lexicon, rules, threads }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "zcat news.jsonl.gz | extractor pipe > facts.jsonl",
        "parallel --pipe --block 10M extractor pipe --threads 1 < news.jsonl > facts.jsonl",
        "spark: rdd.pipe(\"extractor pipe --threads 1\")",
    ];

    public override string WhenDone => "every line was answered, with facts or with an error record";

    public override string WhenNothing => "there was no line";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var extractor = ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules));
        var reader = new DocumentReader(new IngestOptions { Published = parsed.GetValue(published), KeepHtml = false });
        var answers = OrderedPipeline.Run(reader.EnumerateRecords(Terminal.Input), parsed.GetValue(threads), item => Answer(reader.Read(item), extractor), cancellation);
        var count = 0;
        foreach (var answer in answers)
        {
            count++;
            if (answer.IsEmpty) continue;

            // Whoever sends line after line and waits for each answer must get it.
            Terminal.Output.Write(answer.Span);
            Terminal.Output.Flush();
        }

        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private static ReadOnlyMemory<byte> Answer(Ingested ingested, TradeExtractor extractor)
    {
        switch (ingested)
        {
            case IngestedDocument document:
                try
                {
                    var extraction = extractor.Extract(document.Document);
                    var checks = DocumentChecker.Check(extraction.Facts, document.Document.Text).Where(check => check.Status != CheckStatus.NotApplicable);
                    return WrittenFacts.AsJsonLines(FactLines.Of(extraction, checks, run: null));
                }
                catch (Exception e)
                {
                    return Error(document.Doc, $"A mistake in this program: {e.GetType().Name}: {e.Message}", "extraction");
                }

            case IngestFailure failure:
                return Error(failure.Doc, failure.Reason, failure.Kind.ToString());
            case IngestSkip skip:
                return Error(skip.Doc, skip.Reason, "skipped");
            default:
                throw new InvalidOperationException($"{ingested.GetType().Name} is no outcome of reading.");
        }
    }

    private static ReadOnlyMemory<byte> Error(string doc, string message, string kind)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, OneLine))
        {
            json.WriteStartObject();
            json.WriteString("doc"u8, doc);
            json.WriteString("error"u8, message);
            json.WriteString("kind"u8, KebabCase.Of(kind));
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
