using System.Collections.Concurrent;
using System.Diagnostics;
using Extractor.Ingest;

namespace Extractor.Campaigns;

/// <summary>What one input came to.</summary>
/// <param name="Number">Its number in the campaign.</param>
/// <param name="Input">Its name.</param>
/// <param name="Results">What was read from it.</param>
/// <param name="Facts">Facts extracted.</param>
/// <param name="Elapsed">How long reading and extracting took.</param>
/// <param name="Crash">What was thrown, which nothing should.</param>
public sealed record MutationOutcome(int Number, string Input, IReadOnlyList<Ingested> Results, int Facts, TimeSpan Elapsed, Exception? Crash)
{
    /// <summary>Failures that say nothing, or that are a mistake of the program.</summary>
    public IEnumerable<IngestFailure> BadFailures =>
        Results.OfType<IngestFailure>().Where(f => string.IsNullOrWhiteSpace(f.Reason) || f.Kind == FailureKind.Internal);
}

/// <summary>Sends damaged inputs through reading and extraction.</summary>
public sealed class MutationCampaign(IReadOnlyList<SeedInput> seeds, int campaign)
{
    private readonly DocumentReader reader = new();
    private readonly ConcurrentDictionary<int, (int Number, long Since)> running = new();

    /// <summary>The inputs that some thread works on now, and since when: what the watchdog looks at.</summary>
    public IEnumerable<(int Number, TimeSpan For)> Running => running.Values.Select(r => (r.Number, Stopwatch.GetElapsedTime(r.Since)));

    /// <summary>Runs input number <paramref name="number"/>, in <paramref name="folder"/>.</summary>
    public MutationOutcome Run(int number, string folder)
    {
        var input = new Mutator(seeds, campaign, number).Next();
        var path = Path.Combine(folder, $"{number}-{input.Name}");
        File.WriteAllBytes(path, input.Content);
        var results = new List<Ingested>();
        var facts = 0;
        Exception? crash = null;
        var started = Stopwatch.GetTimestamp();
        running[Environment.CurrentManagedThreadId] = (number, started);
        try
        {
            foreach (var item in reader.EnumerateFile(path, Path.GetFileName(path)))
            {
                var ingested = reader.Read(item);
                results.Add(ingested);
                if (ingested is not IngestedDocument document) continue;
                CheckOffsets(document);
                facts += TradeExtractor.Default.Extract(document.Document).Facts.Length;
            }
        }
        catch (Exception e)
        {
            crash = e;
        }

        running.TryRemove(Environment.CurrentManagedThreadId, out _);
        var outcome = new MutationOutcome(number, path, results, facts, Stopwatch.GetElapsedTime(started), crash);
        File.Delete(path);
        return outcome;
    }

    /// <summary>However damaged the input, its offsets lie in it and its body in its text.</summary>
    private static void CheckOffsets(IngestedDocument document)
    {
        foreach (var run in document.Document.Offsets.Runs)
        {
            if (run.SourceStart < 0) throw new InvalidOperationException($"A source offset is negative: {run}.");
        }

        if (document.Body is { } body && body.End > document.Document.Text.Length) throw new InvalidOperationException($"The body {body} ends behind the text.");
    }
}
