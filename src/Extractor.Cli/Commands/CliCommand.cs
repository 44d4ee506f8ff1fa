using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;

namespace Extractor.Cli.Commands;

/// <summary>A subcommand: its options, its examples and what it does.</summary>
internal abstract class CliCommand : Command
{
    protected CliCommand(string name, string description, Terminal terminal)
        : base(name, description)
    {
        Terminal = terminal;
        SetAction((parsed, cancellation) => Task.FromResult(Execute(parsed, cancellation)));
    }

    /// <summary>Command lines that show what it is for.</summary>
    public abstract ImmutableArray<string> Examples { get; }

    /// <summary>When it ends with 0.</summary>
    public virtual string WhenDone => "done";

    /// <summary>When it ends with 1.</summary>
    public virtual string WhenNothing => "nothing was found";

    protected Terminal Terminal { get; }

    protected abstract int Execute(ParseResult parsed, CancellationToken cancellation);
}
