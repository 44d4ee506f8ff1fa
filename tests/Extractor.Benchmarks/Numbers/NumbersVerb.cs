using System.Diagnostics;
using System.Text;
using Extractor.Mentions.Numbers;
using Extractor.Text;

namespace Extractor.Benchmarks.Numbers;

/// <summary><c>numbers [FILE...]</c>: how fast numbers are found, on one thread, in prose without figures, in trade prose, and in the files given.</summary>
internal static class NumbersVerb
{
    private const int Rounds = 30;

    private const string Plain =
        "The minister told reporters on the way to the talks that the harbour would stay open, whatever the weather did, and that the "
        + "crews had been asked to wait for the tide. Nobody in the town remembered a winter like it, and the old men on the quay said so.\n\n";

    private const string Trade =
        "Exports rose 5.2% on the year to 4.37 trillion yuan ($601.2 billion) in the first nine months, while imports fell by more than "
        + "3 percent to 1.2, 1.1 and 0.9 trillion yuan respectively. Shipments to the second-largest market grew 0.5 percentage points faster.\n\n";

    public static int Run(string[] files)
    {
        var watch = Stopwatch.StartNew();
        var lexicon = NumberLexicon.English;
        Console.WriteLine($"word lists read in {watch.Elapsed.TotalMilliseconds:0.0} ms");
        Measure("prose without figures", Repeat(Plain), lexicon);
        Measure("trade prose", Repeat(Trade), lexicon);
        foreach (var file in files) Measure(file, File.ReadAllText(file), lexicon);
        return 0;
    }

    private static string Repeat(string paragraph) => new StringBuilder().Insert(0, paragraph, 4_000_000 / paragraph.Length).ToString();

    private static void Measure(string name, string text, NumberLexicon lexicon)
    {
        var tokens = Tokenizer.Tokenize(text);
        var mentions = new List<NumberMention>();
        var best = double.MaxValue;
        long allocated = 0;
        for (var round = 0; round < Rounds; round++)
        {
            mentions.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Stopwatch.GetTimestamp();
            NumberFinder.Find(tokens, lexicon, mentions);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Console.WriteLine($"{name}: {text.Length / best / 1e6:0} MB/s, {mentions.Count} numbers, {allocated / (double)Math.Max(1, mentions.Count):0} bytes allocated for each");
    }
}
