using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Cli.Console;
using Extractor.Cli.Output;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Cli.Commands;

/// <summary><c>extractor show</c>: everything about one fact.</summary>
internal sealed class ShowCommand : CliCommand
{
    private readonly Argument<string> id = new("ID") { Description = "The fact's id, or as much of it as only one fact has." };
    private readonly Option<FileInfo> database = SharedOptions.Database();

    public ShowCommand(Terminal terminal)
        : base("show", "Shows one fact with its sentence and the neighbouring ones, each slot with the words it was read from, the rule, the checks and the decisions.", terminal)
    {
        Arguments.Add(id);
        Options.Add(database);
    }

    public override ImmutableArray<string> Examples => ["extractor show 3f9c", "extractor show 3f9c01d2e4b5a697 --db results/facts.db"];

    public override string WhenNothing => "no fact has that id";

    protected override int Execute(ParseResult parsed, CancellationToken cancellation)
    {
        using var store = SqliteFactStore.Open(parsed.GetValue(database)!.ToString());
        if (store.FindFact(parsed.GetValue(id)!) is not { } fact)
        {
            Terminal.Say($"No fact, or more than one, has an id that begins with '{parsed.GetValue(id)}'. extractor facts lists them.");
            return ExitCode.Nothing;
        }

        Show(fact, store);
        return ExitCode.Done;
    }

    private void Show(StoredFact stored, IFactStore store)
    {
        var fact = stored.Fact;
        var content = store.ReadDocument(stored.DocumentId);
        var text = content?.Document.Text ?? "";
        WriteLine(FactSentence.Of(fact));
        Terminal.WriteLine();
        if (content is not null) WriteSentences(fact, content);

        Terminal.WriteLine();
        foreach (var slot in fact.Slots) WriteLine($"  {FactSentence.Of(slot, text)}");
        Terminal.WriteLine();
        WriteLine($"id         {fact.Id}");
        WriteLine($"where      {fact.Doc}:{fact.Span}{InSource(fact, content)}");
        WriteLine($"rule       {fact.Rule}");
        foreach (var step in fact.Derivation) WriteLine($"           {step}");
        if (fact.Flags != FactFlags.None) WriteLine($"flags      {string.Join(", ", FactLineNames.Of(fact.Flags))}");
        WriteDocument(stored.Metadata, content?.Row);
        foreach (var check in store.ChecksOf(fact.Id)) WriteLine($"check      {check.Check}: {check.Arithmetic}");
        WriteReview(stored, store);
    }

    /// <summary>The sentence, marked, between its neighbours.</summary>
    private void WriteSentences(Fact fact, DocumentContent content)
    {
        var sentences = content.Sentences;
        var first = 0;
        while (first < sentences.Length && sentences[first].End <= fact.Span.Start) first++;
        var last = first;
        while (last + 1 < sentences.Length && sentences[last + 1].Start < fact.Span.End) last++;
        var text = content.Document.Text;
        if (first > 0) WriteLine($"    {sentences[first - 1].Of(text)}");
        WriteLine($"  > {(fact.Span.End <= text.Length ? fact.Span.Of(text) : fact.Quote)}");
        if (last + 1 < sentences.Length) WriteLine($"    {sentences[last + 1].Of(text)}");
    }

    private static string InSource(Fact fact, DocumentContent? content)
    {
        if (content?.Row.Source.Path is not { } path || fact.Span.IsEmpty) return "";
        return $"  (bytes {content.Document.Offsets.ToSource(fact.Span.Start)} to {content.Document.Offsets.ToSource(fact.Span.End - 1)} of {path})";
    }

    private void WriteDocument(DocumentMetadata metadata, StoredDocument? row)
    {
        if (metadata.Title is { } title) WriteLine($"title      {title}");
        if (metadata.Published is { } published) WriteLine($"published  {published:yyyy-MM-dd}{(metadata.PublishedFrom is { } from ? $", from {from}" : "")}");
        if (metadata.Publisher is { } publisher) WriteLine($"publisher  {publisher}");
        if (metadata.Url is { } url) WriteLine($"url        {url}");
        if (row?.DuplicateOfName is { } original) WriteLine($"repeats    {original} ({(row.Duplicate == DuplicateKind.Same ? "the same text" : "a near copy")})");
    }

    private void WriteReview(StoredFact stored, IFactStore store)
    {
        var review = store.ReviewOf(stored);
        WriteLine($"status     {review.State.ToString().ToLowerInvariant()}");
        foreach (var decision in review.Decisions)
        {
            var reason = decision.Reason is null ? "" : $": {decision.Reason}";
            var undone = decision.IsUndone ? " (undone)" : "";
            WriteLine($"decision   {decision.At:yyyy-MM-dd HH:mm} {decision.Reviewer} {decision.Kind.ToString().ToLowerInvariant()}{undone}{reason}");
            foreach (var change in decision.Changes) WriteLine($"             {FactLineNames.Of(change.Name)} = {change.Value ?? "(none)"}");
        }
    }

    private void WriteLine(string line) => Terminal.WriteLine(Terminal.Printable(line.ReplaceLineEndings(" ")));
}
