using System.Globalization;
using Extractor.Benchmarks.Inputs;
using Extractor.Benchmarks.Scale;
using Extractor.Checks;
using Extractor.Cli.Running;
using Extractor.Ingest;
using Extractor.Ingest.Duplicates;
using Extractor.Storage;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Benchmarks.Storing;

/// <summary><c>storing</c>: what a run does beside extracting, part by part, on one thread.</summary>
/// <remarks>Processor time, the least of all rounds for each part: a busy machine disturbs it less than whole runs (<see cref="ScaleVerb"/>).</remarks>
internal static class StoringVerb
{
    public static int Run(string[] arguments)
    {
        var given = new Arguments(arguments);
        var documents = given.Number("--documents", 6_000);
        var rounds = given.Number("--rounds", 6);
        var folder = Directory.CreateTempSubdirectory("extractor-storing-").FullName;
        try
        {
            var news = Path.Combine(folder, "news.jsonl");
            RepeatedPool.Write(Articles.Pool, news, documents);
            var reader = new DocumentReader();
            var items = reader.Enumerate([news]).ToList();
            var extractor = TradeExtractor.Default;
            TimeSpan reading = TimeSpan.MaxValue, extracting = TimeSpan.MaxValue, fingerprinting = TimeSpan.MaxValue, preparing = TimeSpan.MaxValue, comparing = TimeSpan.MaxValue, writing = TimeSpan.MaxValue;
            long bytes = 0;
            for (var round = 0; round < rounds; round++)
            {
                var read = new List<IngestedDocument>(items.Count);
                Time(ref reading, () => read.AddRange(items.Select(reader.Read).OfType<IngestedDocument>()));
                var writes = new List<DocumentWrite>(read.Count);
                var tokens = new List<TokenList>(read.Count);
                Time(ref extracting, () => writes.AddRange(read.Select(document => Extract(extractor, document, tokens))));
                Time(ref fingerprinting, () =>
                {
                    for (var i = 0; i < writes.Count; i++) writes[i] = writes[i] with { Fingerprint = Fingerprint.Of(read[i], tokens[i]).ToArray() };
                });
                var database = Path.Combine(folder, $"{round}.db");
                using (var store = SqliteFactStore.Open(database, create: true))
                {
                    var copies = new CopyFinder(store);
                    Time(ref preparing, () =>
                    {
                        for (var i = 0; i < writes.Count; i++) writes[i] = store.Prepare(writes[i]);
                    });
                    Time(ref comparing, () =>
                    {
                        for (var i = 0; i < writes.Count; i++)
                        {
                            writes[i] = copies.Link(writes[i], null);
                            copies.Written(i + 1);
                        }
                    });
                    Time(ref writing, () =>
                    {
                        using var writer = store.BeginRun(new RunStart { Started = DateTimeOffset.UnixEpoch, RulesVersion = extractor.RulesVersion });
                        foreach (var write in writes)
                        {
                            _ = writer.Find(write.Source.Root, write.Extraction.Document.Name);
                            writer.Write(write);
                        }

                        writer.Complete();
                    });
                }

                bytes = new FileInfo(database).Length;
                File.Delete(database);
            }

            Console.WriteLine($"microseconds of processor time a document, one thread, least of {rounds} rounds over {items.Count:#,0} documents");
            foreach (var (what, time) in new[] { ("reading", reading), ("extracting", extracting), ("fingerprint", fingerprinting), ("preparing", preparing), ("looking for copies", comparing), ("writing to the database", writing) })
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-26}{time.TotalMicroseconds / items.Count,8:0.0}"));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  storing adds {(fingerprinting + preparing + comparing + writing) / (reading + extracting):P0} to reading and extracting; {bytes / (double)items.Count:0} bytes a document in the database"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DocumentWrite Extract(TradeExtractor extractor, IngestedDocument document, List<TokenList> cut)
    {
        var tokens = Tokenizer.Tokenize(document.Document.Text);
        cut.Add(tokens);
        var extraction = extractor.Extract(document.Document, tokens);
        _ = DocumentChecker.Check(extraction.Facts, document.Document.Text);
        return new DocumentWrite
        {
            Extraction = extraction,
            Source = new DocumentSource { Root = "/", Path = document.Source, Hash = document.SourceHash, Size = document.SourceSize, Kind = document.Kind, Charset = document.Charset, Options = document.Document.Metadata.Title + document.Document.Metadata.Url },
        };
    }

    private static void Time(ref TimeSpan least, Action work)
    {
        var started = Environment.CpuUsage.TotalTime;
        work();
        var elapsed = Environment.CpuUsage.TotalTime - started;
        if (elapsed < least) least = elapsed;
    }
}
