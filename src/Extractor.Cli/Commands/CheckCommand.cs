using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Checks.Across;
using Extractor.Cli.Checking;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor check</c>: every sum checked, every source compared.</summary>
internal sealed class CheckCommand : CliCommand
{
    private const int Troubles = 2;
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<bool> all = new("--all") { Description = "Show also what agrees, and what could not be checked; without it, only contradictions, conflicts and revisions in the table." };
    private readonly Option<OutputFormat> format = SharedOptions.Format();

    public CheckCommand(Terminal terminal)
        : base("check", "Checks the figures of each article against one another, and of all articles against each other: contradictions first. The outcomes are kept with the facts.", terminal)
    {
        foreach (Option option in new Option[] { database, all, format }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor check",
        "extractor check --all",
        "extractor check --format jsonl | jq -r 'select(.status == \"contradicted\") | .arithmetic'",
        "extractor check --db archive/facts.db --format csv > checks.csv",
    ];

    public override string WhenDone => "there were figures to check";

    public override string WhenNothing => "no two figures belong together";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var rows = new List<CheckRow>();
        var statements = new List<Statement>();
        foreach (var document in StoredStatements.Documents(store, cancellation))
        {
            var within = document.Check().Select(CheckRow.Of).ToList();
            store.SaveChecks(document.Row.Id, [.. within.Select(row => row.ToStored()).OfType<FactCheck>()]);
            rows.AddRange(within);
            statements.AddRange(document.Statements());
        }

        var across = StatementGrouper.Group(statements).SelectMany(group => group.Comparisons).Select(CheckRow.Of).ToList();
        store.SaveChecks(null, [.. across.Select(row => row.ToStored()).OfType<FactCheck>()]);
        rows.AddRange(across);

        var sorted = rows.OrderBy(row => row.Order).ToList();
        if (parsed.GetValue(format) is OutputFormat.Table) WriteForPeople(sorted, parsed.GetValue(all));
        else TableOutput.Write(Terminal, parsed.GetValue(format), CheckRow.Columns, sorted);
        return rows.Count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private void WriteForPeople(List<CheckRow> rows, bool withAll)
    {
        foreach (var row in rows.Where(row => withAll || row.Order <= Troubles))
        {
            WriteLine($"{row.Check}: {row.Arithmetic}");
            foreach (var sentence in row.Facts.GroupBy(fact => (fact.Doc, fact.Span, fact.Quote)))
                WriteLine($"  {sentence.Key.Doc}:{sentence.Key.Span}  \"{sentence.Key.Quote}\"  ({string.Join(", ", sentence.Select(fact => fact.Id))})");
            Terminal.WriteLine();
        }

        foreach (var group in rows.GroupBy(row => (row.Order, row.Status))) Terminal.WriteLine($"{group.Count(),7}  {group.Key.Status}");
    }

    private void WriteLine(string line) => Terminal.WriteLine(Terminal.Printable(line.ReplaceLineEndings(" ")));
}
