using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor rules</c>: the rules that say what a number is, and their examples.</summary>
internal sealed class RulesCommand : CliCommand
{
    public RulesCommand(Terminal terminal)
        : base("rules", "Lists the rules that say what a number is, or runs the examples that stand beside them.", terminal)
    {
        Subcommands.Add(new RulesListCommand(terminal));
        Subcommands.Add(new RulesTestCommand(terminal));
    }

    public override ImmutableArray<string> Examples => ["extractor rules list", "extractor rules test --rules my-rules/"];

    protected override int Execute(ParseResult parsed, CancellationToken cancellation) => throw new UsageException("Say 'extractor rules list' or 'extractor rules test'.");
}
