using System.Collections.Concurrent;
using Extractor.Review.Server;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Review.Tests;

/// <summary>A database in a folder of its own, taken away afterwards.</summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("review-").FullName;
    private readonly List<IFactStore> stores = [];
    private readonly ConcurrentQueue<string> troubles = new();

    public TestDatabase(params IEnumerable<ArticleBuilder> articles)
    {
        Store = Open();
        Write("rules-1", articles);
    }

    public IFactStore Store { get; }

    public string Path => System.IO.Path.Combine(folder, "facts.db");

    /// <summary>Another connection to the same database, as another reviewer's process has it.</summary>
    public IFactStore Open()
    {
        var store = SqliteFactStore.Open(Path, create: true);
        stores.Add(store);
        return store;
    }

    /// <summary>A run with these rules: replaces the articles given.</summary>
    public void Write(string rules, params IEnumerable<ArticleBuilder> articles) => Write(rules, articles.Select(article => article.Build()));

    public void Write(string rules, IEnumerable<DocumentWrite> documents)
    {
        using var run = Store.BeginRun(new RunStart { Started = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero), RulesVersion = rules, CommandLine = "test" });
        foreach (var document in documents) run.Write(document);
        run.Complete();
    }

    public Task<ReviewServer> ServeAsync(string reviewer = "ada") =>
        ReviewServer.StartAsync(new ReviewOptions { Store = Open(), Reviewer = reviewer, Name = "facts.db", Report = troubles.Enqueue });

    public void Dispose()
    {
        foreach (var store in stores) store.Dispose();
        Directory.Delete(folder, recursive: true);
        Assert.Empty(troubles);
    }
}
