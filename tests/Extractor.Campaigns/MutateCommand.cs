using System.Collections.Concurrent;
using System.Diagnostics;
using Extractor.Ingest;
using Extractor.Storage;
using Extractor.Store;

namespace Extractor.Campaigns;

/// <summary>The long campaign: no crash, no hang, every failure stored with its reason.</summary>
internal static class MutateCommand
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(60);

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 100_000;
        var threads = args.Length > 1 ? int.Parse(args[1]) : 2;
        var seed = args.Length > 2 ? int.Parse(args[2]) : 1;
        var seeds = SeedInputs.Load();
        var folder = Directory.CreateTempSubdirectory("extractor-campaign-").FullName;
        var campaign = new MutationCampaign(seeds, seed);
        using var watchdog = new Timer(_ => Watch(campaign, folder), null, Hang, TimeSpan.FromSeconds(5));
        var database = Path.Combine(folder, "failures.db");
        using var store = SqliteFactStore.Open(database, create: true);
        using var writer = store.BeginRun(new RunStart { Started = DateTimeOffset.UnixEpoch, RulesVersion = "campaign", CommandLine = "mutate", Clock = () => DateTimeOffset.UnixEpoch });

        var kinds = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var slow = new ConcurrentBag<MutationOutcome>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        int crashes = 0, mistakes = 0, documents = 0, facts = 0, failures = 0, done = 0;
        var slowest = TimeSpan.Zero;
        var started = Stopwatch.GetTimestamp();
        foreach (var outcome in Enumerable.Range(0, count).AsParallel().WithDegreeOfParallelism(threads).WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(n => campaign.Run(n, folder)))
        {
            if (outcome.Crash is { } crash)
            {
                crashes++;
                Console.WriteLine($"CRASH {outcome.Number} {outcome.Input}: {crash}");
            }

            foreach (var bad in outcome.BadFailures)
            {
                mistakes++;
                Console.WriteLine($"MISTAKE {outcome.Number} {bad.Source}: {bad.Kind} {bad.Reason}");
            }

            foreach (var failure in outcome.Results.OfType<IngestFailure>())
            {
                kinds.AddOrUpdate(failure.Kind.ToString(), 1, (_, n) => n + 1);
                writer.Fail(new NewFailure { Root = folder, Name = failure.Doc, Path = failure.Source, Kind = failure.Kind.ToString(), Reason = failure.Reason, At = DateTimeOffset.UnixEpoch });
                failures++;
                names.Add(failure.Doc);
            }

            if (outcome.Elapsed > Slow) slow.Add(outcome);
            if (outcome.Elapsed > slowest) slowest = outcome.Elapsed;
            documents += outcome.Results.OfType<IngestedDocument>().Count();
            facts += outcome.Facts;
            if (++done % 5_000 == 0) Console.WriteLine($"{done} inputs, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, crashes {crashes}, mistakes {mistakes}, failures {failures}, slow at first {slow.Count}, slowest {slowest.TotalSeconds:0.00} s, {Environment.WorkingSet >> 20} MB");
        }

        writer.Complete();
        var kept = store.Failures(new FailureQuery());
        var reasonless = kept.Count(f => string.IsNullOrWhiteSpace(f.Failure.Reason));

        // On a busy machine a thread may wait for seconds: what was slow is run again alone, and the best of three counts.
        var trulySlow = slow.Where(o => Enumerable.Range(0, 3).Min(_ => campaign.Run(o.Number, folder).Elapsed) > Slow).ToList();
        foreach (var outcome in trulySlow) Console.WriteLine($"SLOW {outcome.Number} {outcome.Input} {outcome.Elapsed.TotalSeconds:0.0} s");
        Console.WriteLine($"inputs {count} (seed {seed}, {seeds.Length} originals), documents read {documents}, facts {facts}");
        Console.WriteLine($"crashes {crashes}, mistakes of the program {mistakes}, over 2 s {trulySlow.Count} ({slow.Count} at first), slowest at first {slowest.TotalSeconds:0.00} s");
        Console.WriteLine($"failures {failures} of {names.Count} documents, stored {kept.Length}, without reason {reasonless}: {string.Join(", ", kinds.OrderByDescending(k => k.Value).Select(k => $"{k.Key} {k.Value}"))}");
        Console.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        writer.Dispose();
        store.Dispose();
        Directory.Delete(folder, recursive: true);
        return crashes + mistakes + trulySlow.Count + reasonless == 0 && names.SetEquals(kept.Select(f => f.Failure.Name)) ? 0 : 1;
    }

    private static void Watch(MutationCampaign campaign, string folder)
    {
        foreach (var (number, elapsed) in campaign.Running)
        {
            if (elapsed < Hang) continue;
            Console.WriteLine($"HANG {number}: {elapsed.TotalSeconds:0} s; the input lies in {folder}");
            Environment.Exit(1);
        }
    }
}
