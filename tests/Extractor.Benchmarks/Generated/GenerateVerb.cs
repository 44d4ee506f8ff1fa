using System.Diagnostics;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Benchmarks.Generated;

/// <summary><c>generate --facts N --db FILE</c>: a database of made-up facts with decisions, and how fast it was written.</summary>
internal static class GenerateVerb
{
    private const int FactsPerArticle = 20;

    private static readonly DateTimeOffset Start = new(2025, 6, 1, 8, 0, 0, TimeSpan.Zero);

    public static int Run(string[] arguments)
    {
        var facts = 1_000_000;
        var path = "output/generated.db";
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            if (arguments[i] == "--facts") facts = int.Parse(arguments[i + 1]);
            else if (arguments[i] == "--db") path = arguments[i + 1];
        }

        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        if (File.Exists(path))
        {
            Console.Error.WriteLine($"{path}: is there already; name another file or delete it.");
            return 2;
        }

        using var store = SqliteFactStore.Open(path, create: true);
        var written = Fill(store, facts, out var elapsed, out var processor);
        Console.WriteLine($"{written} facts in {elapsed.TotalSeconds:0.0} s of writing: {written / elapsed.TotalSeconds:0} facts a second"
            + $" ({written / processor.TotalSeconds:0} a second of processor time)");
        var clock = Stopwatch.StartNew();
        var decisions = Decide(store, Math.Min(written / 10, 20_000));
        Console.WriteLine($"{decisions} decisions in {clock.Elapsed.TotalSeconds:0.0} s");
        return 0;
    }

    /// <summary>Writes articles until there are so many facts; only the writing is timed, not the making up.</summary>
    public static int Fill(IFactStore store, int facts, out TimeSpan elapsed, out TimeSpan processor)
    {
        var generator = new ArticleGenerator();
        var clock = new Stopwatch();
        var written = 0;
        var making = TimeSpan.Zero;
        var began = Environment.CpuUsage.TotalTime;
        clock.Start();
        using var writer = store.BeginRun(new RunStart { Started = Start, RulesVersion = "generated-1", CommandLine = "generate", Clock = () => Start.AddHours(1) });
        for (var number = 0; written < facts; number++)
        {
            clock.Stop();
            var before = Environment.CpuUsage.TotalTime;
            var article = generator.Article(number, Math.Min(FactsPerArticle, facts - written));
            making += Environment.CpuUsage.TotalTime - before;
            clock.Start();
            written += writer.Write(article).Added.Length;
        }

        writer.Complete();
        clock.Stop();
        elapsed = clock.Elapsed;
        processor = Environment.CpuUsage.TotalTime - began - making;
        return written;
    }

    /// <summary>Decides on some facts spread over the whole: half accepted, a quarter rejected, a quarter corrected.</summary>
    private static int Decide(IFactStore store, int count)
    {
        var documents = store.Documents(new DocumentQuery { Limit = 0 }).Documents;
        var decisions = new List<NewDecision>();
        var made = 0;
        for (var i = 0; made < count && i < documents.Length; i += Math.Max(1, documents.Length / Math.Max(1, count / 5)))
        {
            foreach (var fact in store.FactsOf(documents[i].Id).Take(5))
            {
                decisions.Add(new NewDecision
                {
                    Kind = (made % 4) switch { < 2 => DecisionKind.Accept, 2 => DecisionKind.Reject, _ => DecisionKind.Correct },
                    FactId = fact.Fact.Id,
                    Changes = made % 4 == 3 ? [new SlotChange(Extractor.Facts.SlotName.Category, "corrected goods")] : [],
                    Reason = made % 4 == 2 ? "not a fact" : null,
                    Reviewer = made % 3 == 0 ? "ann" : "bob",
                    At = Start.AddDays(1).AddSeconds(made),
                });
                made++;
            }

            if (decisions.Count < 1_000) continue;
            store.Decide(decisions);
            decisions.Clear();
        }

        store.Decide(decisions);
        return made;
    }
}
