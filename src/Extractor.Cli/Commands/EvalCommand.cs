using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Evaluation;
using Extractor.Facts;
using Extractor.Ingest;
using Extractor.Store;
using Extractor.Storage;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor eval</c>: how extraction compares with gold, or with what reviewers decided.</summary>
internal sealed class EvalCommand : CliCommand
{
    private static readonly ImmutableArray<Column<(string Name, PrecisionRecall Score)>> Columns =
    [
        new("", row => row.Name),
        new("precision", row => Cell.Rounded(row.Score.Precision, 4)),
        new("recall", row => Cell.Rounded(row.Score.Recall, 4)),
        new("f1", row => Cell.Rounded(row.Score.F1, 4)),
        new("right", row => (long)row.Score.Right),
        new("predicted", row => (long)row.Score.Predicted),
        new("gold", row => (long)row.Score.Gold),
    ];

    private readonly Argument<string[]> articles = new("ARTICLES") { Description = "Files or folders of articles.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<FileInfo?> gold = new("--gold") { Description = "Gold facts of all articles. Without it the gold of a.txt is a.gold.jsonl beside it.", HelpName = "FILE" };
    private readonly Option<FileInfo?> numbers = new("--numbers") { Description = "A list of every number with its class, to score the ledger with.", HelpName = "FILE" };
    private readonly Option<int> misses = new("--misses")
    {
        Description = "How many of the missed, wrong and spurious observations are listed, of each kind.",
        HelpName = "N",
        CustomParser = result => SharedOptions.ParseNumber(result, "--misses", 0, int.MaxValue),
    };

    private readonly Option<double?> floor = new("--floor")
    {
        Description = "Ends with 1 when the strict F1 is below this.",
        HelpName = "F1",
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1) return value;
            result.AddError($"'{result.Tokens[0].Value}' is no floor: expected 0 to 1, such as 0.90.");
            return null;
        },
    };

    private readonly Option<string?> against = new("--against") { Description = "decisions: scores the stored facts against what reviewers decided.", HelpName = "decisions" };
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<OutputFormat> format = SharedOptions.Format();
    private readonly Option<DateOnly?> published = SharedOptions.Published();
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();
    private readonly Option<int> threads = SharedOptions.Threads();

    public EvalCommand(Terminal terminal)
        : base("eval", "Scores extraction against gold facts: precision, recall and F1, per slot and per document.", terminal)
    {
        against.AcceptOnlyFromAmong("decisions");
        Arguments.Add(articles);
        foreach (Option option in new Option[] { gold, numbers, misses, floor, against, database, format, published, lexicon, rules, threads }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor eval corpus",
        "extractor eval articles/ --gold articles.gold.jsonl --misses 10",
        "extractor eval corpus --floor 0.95 --format jsonl",
        "extractor eval --against decisions --db output/facts.db",
    ];

    public override string WhenNothing => "there was nothing to score, or a floor was missed";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var (wanted, found, ledgers) = parsed.GetValue(against) is null ? Extract(parsed, cancellation) : Decided(parsed);
        if (wanted.IsEmpty && parsed.GetValue(numbers) is null)
        {
            Terminal.Say("Nothing to score: there are no gold facts.");
            return Terminal.HasErrors ? ExitCode.Errors : ExitCode.Nothing;
        }

        var score = FactScorer.Score(wanted, found);
        WriteMisses(score, parsed.GetValue(misses));
        Write(score, parsed.GetValue(format));
        if (parsed.GetValue(numbers) is { } list) WriteLedger(LedgerScorer.Score(Numbers(list), ledgers), parsed.GetValue(misses));
        if (Terminal.HasErrors) return ExitCode.Errors;
        if (parsed.GetValue(floor) is not { } least || score.Strict.F1 >= least) return ExitCode.Done;
        Terminal.Say(string.Create(CultureInfo.InvariantCulture, $"The strict F1 {score.Strict.F1:F4} is below the floor {least}."));
        return ExitCode.Nothing;
    }

    private (ImmutableArray<Fact> Gold, ImmutableArray<Fact> Predicted, Dictionary<string, ImmutableArray<LedgerEntry>> Ledgers) Extract(
        ParseResult parsed, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(articles)!;
        if (paths.Length == 0) throw new UsageException("Which articles? Name files or folders, or use --against decisions.");
        var one = parsed.GetValue(gold);
        var wanted = one is null ? [] : GoldFile.Read(Terminal, one.ToString());
        var predicted = ImmutableArray.CreateBuilder<Fact>();
        var ledgers = new Dictionary<string, ImmutableArray<LedgerEntry>>(StringComparer.Ordinal);
        var extractor = ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules));
        var options = new IngestOptions { Published = parsed.GetValue(published), KeepHtml = false };
        var read = ArticleStream.Read(
            Terminal, paths, options, parsed.GetValue(threads), document => (Extraction: extractor.Extract(document.Document), document.Source).ToTuple(), cancellation);
        var without = 0;
        foreach (var (extraction, source) in read)
        {
            var name = extraction.Document.Name;
            if (one is null)
            {
                var file = GoldFile.Beside(source);
                if (!File.Exists(file)) without++;
                else wanted = wanted.AddRange(GoldFile.Read(Terminal, file).Select(fact => fact with { Doc = name }));
            }

            predicted.AddRange(extraction.Facts);
            ledgers[name] = extraction.Ledger;
        }

        if (without > 0) Terminal.Say($"{without} articles have no {GoldFile.Ending} beside them and are not scored.");
        return (wanted, predicted.ToImmutable(), ledgers);
    }

    /// <summary>Accepted, corrected and added facts are gold; what was extracted and decided is the prediction.</summary>
    private (ImmutableArray<Fact> Gold, ImmutableArray<Fact> Predicted, Dictionary<string, ImmutableArray<LedgerEntry>> Ledgers) Decided(ParseResult parsed)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var decided = store.AllFacts(new FactQuery { States = [ReviewState.Accepted, ReviewState.Rejected, ReviewState.Corrected] }).ToImmutableArray();
        return (
            [.. decided.Where(fact => fact.State != ReviewState.Rejected).Select(fact => fact.Fact)],
            [.. decided.Where(fact => !fact.IsAdded).Select(fact => fact.Extracted ?? fact.Fact)],
            []);
    }

    private ImmutableArray<ListedNumber> Numbers(FileInfo list) =>
        GoldFile.ReadLines<ListedNumber>(Terminal, list.ToString(), (string json, out ListedNumber? number, out string? error) => ListedNumber.TryParse(json, out number, out error));

    private void Write(Score score, OutputFormat chosen)
    {
        var rows = score.Documents.Select(document => (document.Key, document.Value))
            .Append(("number", score.Number)).Append(("strict_core", score.StrictCore)).Append(("strict", score.Strict));
        TableOutput.Write(Terminal, chosen, Columns, rows);
        if (chosen != OutputFormat.Table) return;
        Terminal.WriteLine();
        var slots = score.Slots.Select(slot => string.Create(CultureInfo.InvariantCulture, $"{FactLineNames.Of(slot.Slot)} {slot.Accuracy:F3}"));
        Terminal.WriteLine($"slots: {string.Join("  ", slots)}");
        if (score.Restated > 0) Terminal.WriteLine($"restated: {score.Restated}, counted neither for nor against");
    }

    private void WriteMisses(Score score, int most)
    {
        foreach (var missed in score.Missed.Take(most)) Terminal.Say($"MISSED   {missed}");
        foreach (var pair in score.Wrong.Take(most))
        {
            var got = pair.Wrong.Select(slot => $"{FactLineNames.Of(slot)}={pair.Predicted.Fact.Written(slot) ?? "(none)"}");
            Terminal.Say($"WRONG    {pair.Gold} | got {string.Join(' ', got)}");
        }

        foreach (var spurious in score.Spurious.Take(most)) Terminal.Say($"SPURIOUS {spurious}");
    }

    private void WriteLedger(LedgerScore score, int most)
    {
        foreach (var miss in score.Answers.Where(answer => !answer.IsRight).Take(most))
        {
            var said = miss.Entry is { } entry ? $"{FactLineNames.Of(entry.Class)} ({entry.Reason})" : "nothing";
            Terminal.Say($"NUMBER   {miss.Number.Doc}:{miss.Number.Start} '{miss.Number.Text}': {FactLineNames.Of(miss.Number.Class)} ({miss.Number.Why}), the ledger says {said}");
        }

        Terminal.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ledger: {score.Right} of {score.Answers.Length} numbers have their class: {score.Accuracy:F4}"));
    }
}
