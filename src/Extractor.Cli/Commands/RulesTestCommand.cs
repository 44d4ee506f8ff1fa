using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Facts;
using Extractor.Rules;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor rules test</c>: every example beside a rule, positive and negative.</summary>
internal sealed class RulesTestCommand : CliCommand
{
    private readonly Option<DirectoryInfo?> lexicon = SharedOptions.Lexicon();
    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();

    public RulesTestCommand(Terminal terminal)
        : base("test", "Runs the examples beside the rules: what each must read, and what it must not.", terminal)
    {
        Options.Add(lexicon);
        Options.Add(rules);
    }

    public override ImmutableArray<string> Examples => ["extractor rules test", "extractor rules test --rules my-rules/ --lexicon my-words/"];

    public override string WhenDone => "every example holds";

    public override string WhenNothing => "an example does not hold";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        var extractor = ExtractorSource.Create(parsed.GetValue(lexicon), parsed.GetValue(rules));
        var (passed, failed) = (0, 0);
        foreach (var test in RuleTest.RunAll(extractor))
        {
            cancellation.ThrowIfCancellationRequested();
            if (test.Problem is null)
            {
                passed++;
                continue;
            }

            failed++;
            Terminal.WriteLine($"{test.Rule.File}:{test.Example.Line}: {test.Rule.Name}: {test.Example.Text}");
            Terminal.WriteLine($"    {test.Problem}; read: {Readings(test.Extraction)}");
        }

        Terminal.WriteLine($"{extractor.Rules.Rules.Length} rules, {passed + failed} examples: {passed} hold, {failed} do not");
        return failed == 0 ? ExitCode.Done : ExitCode.Nothing;
    }
    private static string Readings(Extraction extraction)
    {
        var facts = extraction.Facts.Select(fact => $"{FactSentence.Of(fact)} by {fact.Rule}");
        var rest = extraction.Ledger.Where(entry => entry.Class != NumberClass.Fact)
            .Select(entry => $"'{entry.Span.Of(extraction.Document.Text)}' {FactLineNames.Of(entry.Class)} ({entry.Reason})");
        return string.Join(" | ", facts.Concat(rest).DefaultIfEmpty("nothing"));
    }
}
