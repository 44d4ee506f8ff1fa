using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Running;

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
        foreach (var rule in extractor.Rules.Rules)
        {
            foreach (var example in rule.Examples)
            {
                cancellation.ThrowIfCancellationRequested();
                if (RuleExampleTest.Run(extractor, rule, example) is not { } problem)
                {
                    passed++;
                    continue;
                }

                failed++;
                Terminal.WriteLine($"{rule.File}:{example.Line}: {rule.Name}: {example.Text}");
                Terminal.WriteLine($"    {problem}");
            }
        }

        Terminal.WriteLine($"{extractor.Rules.Rules.Length} rules, {passed + failed} examples: {passed} hold, {failed} do not");
        return failed == 0 ? ExitCode.Done : ExitCode.Nothing;
    }
}
