using System.Diagnostics;
using System.Globalization;
using Extractor.Benchmarks.Inputs;
using Extractor.Ingest.Html;
using Extractor.Text;

namespace Extractor.Benchmarks.Shapes;

/// <summary><c>shapes</c>: how time and allocations grow with the length of the nastiest inputs, through the extraction and through the reader of web pages.</summary>
/// <remarks>
/// Where time grows as n log n, ten times the length takes 10 × (log 10n / log n), 12.5 times at most, from 10 kB on. A step takes at
/// least <see cref="Floor"/>, below which it says nothing; and a quarter is allowed for caches that no longer hold the whole.
/// </remarks>
internal static class ShapesVerb
{
    private const double MostGrowth = 12.5 * 1.25;
    private const double Floor = 0.010;
    private const double Patience = 60;
    private static readonly int[] Sizes = [10_000, 100_000, 1_000_000, 10_000_000];

    public static int Run(string[] arguments)
    {
        var given = new Arguments(arguments);
        var most = given.Number("--most", Sizes[^1]);
        var only = given.Text("--only");
        var sizes = Sizes.Where(size => size <= most).ToArray();
        Console.WriteLine($"{"",-28}{string.Concat(sizes.Select(size => $"{size / 1000 + " kB",13}"))}   growth for 10 times the length");
        var slow = new List<string>();
        slow.AddRange(Measure("extraction", NastyShapes.Texts, sizes, only, text => TradeExtractor.Default.Extract(new SourceDocument("shape", text))));
        slow.AddRange(Measure("web pages", NastyShapes.Pages, sizes, only, page => HtmlArticleReader.Read(page)));
        Console.WriteLine(slow.Count == 0 ? "None grows worse than n log n." : $"Worse than n log n: {string.Join("; ", slow)}");
        return slow.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Measure(string heading, IReadOnlyList<(string Name, Func<int, string> Make)> shapes, int[] sizes, string? only, Action<string> read)
    {
        Console.WriteLine(heading);
        foreach (var (name, make) in shapes)
        {
            if (only is not null && !name.Contains(only, StringComparison.Ordinal)) continue;
            read(make(sizes[0]));
            var taken = new List<double>();
            Console.Write($"  {name,-26}");
            foreach (var size in sizes)
            {
                var input = make(size);
                var seconds = Best(input, read);

                // Another's work on the same core looks like growth; it does not come back each time.
                for (var again = 0; again < 3 && taken.Count > 0 && seconds / Math.Max(taken[^1], Floor) > MostGrowth && seconds < Patience; again++)
                    seconds = Math.Min(seconds, Best(input, read));
                taken.Add(seconds);
                Console.Write(string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e3,10:#,0.0} ms"));

                // What is that slow need not be waited for ten times longer.
                if (seconds > Patience) break;
            }

            var growths = taken.Zip(taken.Skip(1), (before, after) => after / Math.Max(before, Floor)).ToList();
            var isSlow = growths.Exists(growth => growth > MostGrowth) || taken.Count < sizes.Length;
            Console.WriteLine($"   {string.Join(' ', growths.Select(growth => growth.ToString("0.0", CultureInfo.InvariantCulture)))}{(isSlow ? "  WORSE" : "")}");
            if (isSlow) yield return name;
        }
    }

    /// <summary>The best of several readings, until they have taken a second.</summary>
    private static double Best(string input, Action<string> read)
    {
        var best = double.MaxValue;
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < 5 && (i == 0 || Stopwatch.GetElapsedTime(began).TotalSeconds < 1); i++)
        {
            GC.Collect();
            var started = Stopwatch.GetTimestamp();
            read(input);
            best = Math.Min(best, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }

        return best;
    }
}
