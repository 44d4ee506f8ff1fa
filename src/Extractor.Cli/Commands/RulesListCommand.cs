using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Cli.Running;
using Extractor.Rules;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor rules list</c>: each rule with what it reads.</summary>
internal sealed class RulesListCommand : CliCommand
{
    private static readonly ImmutableArray<Column<Rule>> Columns =
    [
        new("rule", rule => rule.Name),
        new("reads", rule => rule.Reason is { } reason ? $"{KebabCase.Of(rule.Role.ToString())} {reason}" : KebabCase.Of(rule.Role.ToString())),
        new("priority", rule => (long)rule.Priority),
        new("examples", rule => (long)rule.Examples.Length),
        new("says", rule => rule.Explanation),
        new("patterns", rule => string.Join(" // ", rule.Patterns)),
        new("where", rule => $"{rule.File}:{rule.Line}"),
    ];

    private readonly Option<DirectoryInfo?> rules = SharedOptions.Rules();
    private readonly Option<OutputFormat> format = SharedOptions.Format();

    public RulesListCommand(Terminal terminal)
        : base("list", "Lists the rules: what each reads, its patterns and where it stands.", terminal)
    {
        Options.Add(rules);
        Options.Add(format);
    }

    public override ImmutableArray<string> Examples => ["extractor rules list", "extractor rules list --rules my-rules/ --format csv"];

    protected override int Execute(ParseResult parsed, CancellationToken cancellation) =>
        TableOutput.Write(Terminal, parsed.GetValue(format), Columns, ExtractorSource.Create(null, parsed.GetValue(rules)).Rules.Rules) > 0 ? ExitCode.Done : ExitCode.Nothing;
}
