using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Extractor.Cli.Console;
using Extractor.Cli.Running;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor gold</c>: what reviewers decided, as gold.</summary>
internal sealed class GoldCommand : CliCommand
{
    private readonly Option<FileInfo> database = SharedOptions.Database();
    private readonly Option<DirectoryInfo?> output = new("--out") { Description = "A folder for one file per document, NAME.gold.jsonl; without it all goes to standard output.", HelpName = "DIR" };
    private readonly Option<bool> all = new("--all") { Description = "Documents too in which some facts are still undecided; those facts are left out." };

    public GoldCommand(Terminal terminal)
        : base("gold", "Writes reviewed documents as gold facts: what was accepted, corrected or added.", terminal)
    {
        foreach (Option option in new Option[] { database, output, all }) Options.Add(option);
    }

    public override ImmutableArray<string> Examples =>
    [
        "extractor gold > reviewed.gold.jsonl",
        "extractor gold --out gold/ --all",
    ];

    public override string WhenNothing => "no document has been reviewed";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        var count = 0;
        foreach (var document in store.Documents(new DocumentQuery { Limit = 0 }).Documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (document.PendingCount > 0 && !parsed.GetValue(all)) continue;
            var facts = store.FactsOf(document.Id);
            if (facts.All(fact => fact.State is ReviewState.Pending or ReviewState.Changed)) continue;
            var right = facts.Where(fact => fact.State is ReviewState.Accepted or ReviewState.Corrected).ToList();
            Write(document.Name, right.Select(fact => new FactLine(AsGold(fact.Fact)).ToJson() + "\n"), parsed.GetValue(output));
            count++;
        }

        return count > 0 ? ExitCode.Done : ExitCode.Nothing;
    }

    private void Write(string document, IEnumerable<string> lines, DirectoryInfo? folder)
    {
        if (folder is null)
        {
            foreach (var line in lines) Terminal.Write(line);
            return;
        }

        // Names come from archives too: what they say of folders must not lead out of ours.
        var name = string.Join('_', document.Split(Path.GetInvalidFileNameChars(), StringSplitOptions.RemoveEmptyEntries)).Replace("..", "_", StringComparison.Ordinal);
        folder.Create();
        File.WriteAllText(Path.Combine(folder.FullName, GoldFile.Beside(name)), string.Concat(lines), new UTF8Encoding(false));
    }

    /// <summary>What a person annotates, without what only the program knows.</summary>
    private static Fact AsGold(Fact fact) => fact with { Id = "", Span = default, Slots = [], Rule = "", Derivation = [], Flags = FactFlags.None };
}
