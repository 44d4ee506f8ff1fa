using System.Collections.Immutable;
using Extractor.Cli.Console;
using Extractor.Facts;
using Extractor.Storage;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Cli.Tests.Checking;

/// <summary>A database with articles of the project's own corpus and their annotated facts, so that what a command shows does not hang on extraction.</summary>
internal sealed class CorpusStore : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("extractor-checks-").FullName;

    public string Database => Path.Combine(folder, "facts.db");

    /// <summary>A path in the folder of the database.</summary>
    public string this[string name] => Path.Combine(folder, name);

    /// <summary>Stores articles, in one run, and gives the run's number.</summary>
    public long Run(params Article[] articles)
    {
        using var store = SqliteFactStore.Open(Database, create: true);
        using var writer = store.BeginRun(new RunStart { Started = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), RulesVersion = "test" });
        foreach (var article in articles)
        {
            writer.Write(new DocumentWrite
            {
                Extraction = article.Extraction(),
                Source = new DocumentSource { Root = "/corpus", Path = $"/corpus/{article.Name}", Hash = article.Name, Size = 1 },
                DuplicateOf = article.CopyOf is { } other ? writer.Find("/corpus", other)!.Id : null,
                Duplicate = article.CopyOf is null ? DuplicateKind.None : DuplicateKind.Near,
            });
        }

        return writer.Complete().Id;
    }

    /// <summary>Runs the command line on the database and gives its exit code, output and messages.</summary>
    public (int Code, string Output, string Messages) Extractor(params string[] arguments)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter();
        var code = ExtractorCommand.Run([.. arguments, "--db", Database], new Terminal(Stream.Null, output, messages, false, false));
        return (code, System.Text.Encoding.UTF8.GetString(output.ToArray()), messages.ToString());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>An article of the corpus with its annotated facts.</summary>
/// <param name="Name">Its file.</param>
/// <param name="Published">When it came out.</param>
internal sealed record Article(string Name, DateOnly? Published = null)
{
    /// <summary>What is stored under another name.</summary>
    public string? As { get; init; }

    /// <summary>The stored article that it copies.</summary>
    public string? CopyOf { get; init; }

    /// <summary>What is otherwise about the annotated facts.</summary>
    public Func<Fact, Fact?> Change { get; init; } = fact => fact;

    public Extraction Extraction()
    {
        var corpus = Corpus();
        var text = File.ReadAllText(Path.Combine(corpus, Name));
        var document = new SourceDocument(As ?? Name, text, new DocumentMetadata { Published = Published, Url = "https://news.example/" + Name });
        var facts = ImmutableArray.CreateBuilder<Fact>();
        foreach (var json in File.ReadLines(Path.Combine(corpus, Path.ChangeExtension(Name, ".gold.jsonl"))))
        {
            Assert.True(FactLine.TryParse(json, out var line, out var error), error);
            var start = text.IndexOf(line.Fact.Quote, StringComparison.Ordinal);
            Assert.True(start >= 0, line.Fact.Quote);
            if (Change(line.Fact with { Doc = document.Name, Span = new TextSpan(start, start + line.Fact.Quote.Length), Rule = "gold" }) is { } fact)
                facts.Add(fact with { Id = FactIdentity.Of(document.Hash, fact) });
        }

        return new Extraction(document, [new TextSpan(0, text.Length)], facts.ToImmutable(), []);
    }

    private static string Corpus()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "corpus");
    }
}
