using System.Diagnostics;
using Extractor.Ingest;
using Extractor.Ingest.Duplicates;

namespace Extractor.Campaigns;

/// <summary>Reads many documents from a folder and from archives, and says how much memory that took at most.</summary>
internal static class MemoryCommand
{
    private const long Bar = 400L << 20;

    public static int Run(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0]) : 20_000;
        var threads = args.Length > 1 ? int.Parse(args[1]) : 2;
        var folder = Directory.CreateTempSubdirectory("extractor-memory-").FullName;
        FillElsewhere(folder, count);
        var reader = new DocumentReader();
        var peak = 0L;
        int documents = 0, failures = 0, facts = 0;
        var fingerprints = new List<(string, DateOnly?, Fingerprint)>();
        var started = Stopwatch.GetTimestamp();
        var results = reader.Enumerate([folder]).AsParallel().WithDegreeOfParallelism(threads).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(item => reader.Read(item) is IngestedDocument d ? (Document: d, Facts: TradeExtractor.Default.Extract(d.Document).Facts.Length, Print: Fingerprint.Of(d)) : default);
        foreach (var (document, found, print) in results)
        {
            if (document is null) failures++;
            else
            {
                documents++;
                facts += found;
                fingerprints.Add((document.Doc, document.Document.Metadata.Published, print));
            }

            if ((documents + failures) % 500 == 0) peak = Math.Max(peak, Environment.WorkingSet);
            if ((documents + failures) % 5_000 == 0) Console.WriteLine($"{documents + failures} items, {Environment.WorkingSet >> 20} MB, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        }

        var copies = DuplicateFinder.Find(fingerprints).Length;
        peak = Math.Max(peak, Process.GetCurrentProcess().PeakWorkingSet64);
        Console.WriteLine($"documents {documents}, others {failures}, facts {facts}, copies {copies}, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, resident at most {peak >> 20} MB");
        Directory.Delete(folder, recursive: true);
        return peak < Bar ? 0 : 1;
    }

    /// <summary>Another process makes the documents, so that what the making takes does not count.</summary>
    private static void FillElsewhere(string folder, int count)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, Arguments(folder, count)))!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException("The documents could not be made.");
    }

    private static string[] Arguments(string folder, int count) => IsHost
        ? ["exec", typeof(MemoryCommand).Assembly.Location, "fill", folder, count.ToString()]
        : ["fill", folder, count.ToString()];

    private static bool IsHost => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";

    /// <summary>Half loose files, half in archives; each made another document by figures of its own.</summary>
    public static void Fill(string folder, int count)
    {
        var seeds = SeedInputs.Load().Where(s => s.Name.EndsWith(".txt", StringComparison.Ordinal) || s.Name.EndsWith(".html", StringComparison.Ordinal)).ToList();
        var random = new Random(1);
        byte[] Make(int i)
        {
            var content = seeds[i % seeds.Count].Content.ToArray();
            for (var k = 0; k < content.Length; k++)
            {
                // Figures of the text only: digits behind a space, so that markup stays as it was.
                if (k > 0 && content[k - 1] == ' ' && char.IsAsciiDigit((char)content[k])) content[k] = (byte)('1' + random.Next(9));
            }

            return content;
        }

        string NameOf(int i) => $"{i:00000}-{seeds[i % seeds.Count].Name}";
        for (var i = 0; i < count / 2; i++)
        {
            var sub = Path.Combine(folder, $"{i / 500:000}");
            Directory.CreateDirectory(sub);
            File.WriteAllBytes(Path.Combine(sub, NameOf(i)), Make(i));
        }

        for (var i = count / 2; i < count;)
        {
            var members = Enumerable.Range(i, Math.Min(500, count - i)).Select(k => (NameOf(k), Make(k))).ToArray();
            var archive = (i / 500 % 3) switch
            {
                0 => (".zip", Archives.Zip(members)),
                1 => (".tar.gz", Archives.Gzip(Archives.Tar(members))),
                _ => (".warc.gz", Archives.Gzip(Archives.Warc([.. members.Select(m => ($"https://example.org/{m.Item1}", "Content-Type: text/html", m.Item2))]))),
            };
            File.WriteAllBytes(Path.Combine(folder, $"archive-{i}{archive.Item1}"), archive.Item2);
            i += members.Length;
        }
    }
}
