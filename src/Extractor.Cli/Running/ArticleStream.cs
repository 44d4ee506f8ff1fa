using Extractor.Cli.Console;
using Extractor.Ingest;

namespace Extractor.Cli.Running;

/// <summary>Reads documents without storing them, in the order of their names; what cannot be read is reported and passed over.</summary>
internal static class ArticleStream
{
    /// <summary>Reads what lies under <paramref name="paths"/> and applies <paramref name="work"/> to it on <paramref name="threads"/> threads.</summary>
    public static IEnumerable<T> Read<T>(
        Terminal terminal, IEnumerable<string> paths, IngestOptions options, int threads, Func<IngestedDocument, T> work, CancellationToken cancellation)
        where T : class
    {
        var reader = new DocumentReader(options);
        var roots = SourceRoot.Of(paths);
        var items = roots.SelectMany(root => reader.Enumerate([root.Path], terminal.Input).Select(item => (root, item)));
        var results = OrderedPipeline.Run(
            items,
            threads,
            todo =>
            {
                var ingested = reader.Read(todo.item);
                return (todo.root, ingested, Result: ingested is IngestedDocument document ? work(document) : null);
            },
            cancellation);
        foreach (var (root, ingested, result) in results)
        {
            if (result is not null) yield return result;
            else Report(terminal, root, ingested);
        }
    }

    private static void Report(Terminal terminal, SourceRoot root, Ingested ingested)
    {
        if (ingested is IngestFailure failure) terminal.Error($"{failure.Source}: {failure.Reason}");
        else if (ingested is IngestSkip skip && !root.IsFolder) terminal.Error($"{skip.Source}: {skip.Reason}");
    }
}
