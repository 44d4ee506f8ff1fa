using System.Globalization;
using Extractor.Benchmarks.Inputs;

namespace Extractor.Benchmarks.Scale;

/// <summary><c>--scale</c>: whole runs over the shared news texts repeated to 100,000 documents, and what they took.</summary>
internal static class ScaleVerb
{
    private const long ResidentBar = 300_000_000;
    private const double ThreadsBar = 3;
    private const double StorageBar = 1.3;

    public static int Run(string[] arguments)
    {
        var given = new Arguments(arguments);
        var documents = given.Number("--documents", 100_000);
        var threads = given.Number("--threads", Environment.ProcessorCount);
        if (!File.Exists(Articles.Pool))
        {
            Console.Error.WriteLine($"{Articles.Pool}: not there; without it there is nothing to run over.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("extractor-scale-").FullName;
        try
        {
            var news = Path.Combine(folder, "news.jsonl");
            var bytes = RepeatedPool.Write(Articles.Pool, news, documents);
            Console.WriteLine($"{documents:#,0} documents, {bytes / 1e6:#,0} MB of JSON lines; {Environment.ProcessorCount} cores, load {Load()}");
            Console.WriteLine($"{"",-36}{"seconds",9}{"processor",11}{"GC",7}{"documents/s",13}{"MB/s",8}{"facts",9}{"facts/s",9}{"resident MB",13}{"allocated kB/document",23}");
            var ceilings = new List<double> { SpinControl.SpeedUp(threads) };
            var extraction = Measure("extraction only (pipe), 1 thread", ChildRun.Start(news, "pipe", "--threads", "1"));
            var one = Measure("run with storage, 1 thread", Store("one", "1"));
            var many = Measure($"run with storage, {threads} threads", Store("many", $"{threads}"));
            ceilings.Add(SpinControl.SpeedUp(threads));
            Measure("the same again, nothing changed", Store("many", $"{threads}"));
            Console.WriteLine($"  {many.Summary}");
            Console.WriteLine($"  database {new FileInfo(Path.Combine(folder, "many", "facts.db")).Length / 1e6:#,0} MB; load {Load()}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  control: {threads} threads of plain arithmetic do {string.Join(" and ", ceilings.Select(ceiling => $"{ceiling:0.00}"))} times the work of one here (before and after); no run can do better"));
            var isMissed = Bar($"{threads} threads against one", one.Elapsed / many.Elapsed, atLeast: ThreadsBar);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"         that is {one.Elapsed / many.Elapsed / ceilings.Average():P0} of the control; in processor time the work of {threads} threads costs {many.Processor / one.Processor:0.00} times that of one"));
            isMissed |= Bar("storage against extraction only, 1 thread", one.Elapsed / extraction.Elapsed, atMost: StorageBar);
            isMissed |= Bar("the same in processor time", one.Processor / extraction.Processor, atMost: StorageBar);
            isMissed |= Bar("resident MB at most", Math.Max(one.Peak, many.Peak) / 1e6, atMost: ResidentBar / 1e6);
            return isMissed ? 1 : 0;

            ChildRun Store(string name, string workers) =>
                ChildRun.Start(null, "run", news, "--threads", workers, "--format", "jsonl", "--out", Path.Combine(folder, name));

            ChildRun Measure(string what, ChildRun run)
            {
                var seconds = run.Elapsed.TotalSeconds;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what,-36}{seconds,9:0.0}{run.Processor.TotalSeconds,11:0.0}{run.Pause.TotalSeconds,7:0.0}{documents / seconds,13:#,0}{bytes / seconds / 1e6,8:0.0}{run.Lines,9}{run.Lines / seconds,9:0.0}{run.Peak / 1e6,13:0}{run.Allocated / 1e3 / documents,23:0}"));
                return run;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Bar(string what, double measured, double? atLeast = null, double? atMost = null)
    {
        var isMissed = measured < atLeast || measured > atMost;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {(isMissed ? "MISSED" : "holds ")} {what}: {measured:0.00}, bar {(atLeast is { } least ? $"at least {least:0.0}" : $"at most {atMost:0.0}")}"));
        return isMissed;
    }

    /// <summary>How many processes wanted a core in the last minute; others' work spoils times.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
