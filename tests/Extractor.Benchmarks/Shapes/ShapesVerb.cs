using System.Globalization;
using Extractor.Benchmarks.Inputs;
using Extractor.Ingest.Html;
using Extractor.Text;

namespace Extractor.Benchmarks.Shapes;

/// <summary><c>shapes</c>: how time and allocations grow with the length of the nastiest inputs, through the extraction and through the reader of web pages.</summary>
/// <remarks>
/// Where time grows as n log n, ten times the length takes 10 × (log 10n / log n), 12.5 times at most, from 10 kB on. A step takes at
/// least <see cref="Floor"/>, below which it says nothing; and a quarter is allowed for caches that no longer hold the whole. Processor time,
/// the least of several rounds. The collector's part of it is shown: it goes through more live objects the longer a text is.
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
        var kind = given.Text("--kind");
        var sizes = Sizes.Where(size => size <= most).ToArray();
        Console.WriteLine($"{"",-28}{string.Concat(sizes.Select(size => $"{size / 1000 + " kB",13}"))}   growth for 10 times the length; the collector's part of the time and bytes allocated a character in the longest");
        var slow = new List<string>();
        if (kind is null or "texts") slow.AddRange(SlowTwice("extraction", NastyShapes.Texts, sizes, only, text => TradeExtractor.Default.Extract(new SourceDocument("shape", text))));
        if (kind is null or "pages") slow.AddRange(SlowTwice("web pages", NastyShapes.Pages, sizes, only, page => HtmlArticleReader.Read(page)));
        Console.WriteLine(slow.Count == 0 ? "None grows worse than n log n." : $"Worse than n log n: {string.Join("; ", slow)}");
        return slow.Count == 0 ? 0 : 1;
    }

    /// <summary>The shapes that look slow, and do so when they are measured once more: an algorithm's growth is there each time, another's work is not.</summary>
    private static List<string> SlowTwice(string heading, IReadOnlyList<(string Name, Func<int, string> Make)> shapes, int[] sizes, string? only, Action<string> read)
    {
        var slow = Measure(heading, shapes, sizes, only, read).ToList();
        return slow.Count == 0 ? slow : [.. Measure($"{heading}, once more", [.. shapes.Where(shape => slow.Contains(shape.Name))], sizes, null, read)];
    }

    private static IEnumerable<string> Measure(string heading, IReadOnlyList<(string Name, Func<int, string> Make)> shapes, int[] sizes, string? only, Action<string> read)
    {
        Console.WriteLine(heading);

        // What is measured first would pay for what is not yet compiled.
        for (var round = 0; round < 40; round++)
        {
            foreach (var (_, make) in shapes) read(make(sizes[0] / 10));
        }

        foreach (var (name, make) in shapes)
        {
            if (only is not null && !only.Split(',').Any(part => name.Contains(part, StringComparison.Ordinal))) continue;
            for (var spent = 0.0; spent < 0.2;) spent += Math.Max(0.001, ShapeTime.Of(make(sizes[0]), read).Seconds);
            var taken = new List<ShapeTime>();
            Console.Write($"  {name,-26}");
            foreach (var size in sizes)
            {
                var input = make(size);
                var time = Best(input, read);

                // Another's work beside it on the same core looks like growth; it does not come back each time.
                for (var again = 0; again < 3 && taken.Count > 0 && time.GrowthFrom(taken[^1], Floor) > MostGrowth && time.Seconds < Patience; again++)
                    time = time.Better(Best(input, read));
                taken.Add(time);
                Console.Write(string.Create(CultureInfo.InvariantCulture, $"{time.Seconds * 1e3,10:#,0.0} ms"));

                // What is that slow need not be waited for ten times longer.
                if (time.Seconds > Patience) break;
            }

            var growths = taken.Zip(taken.Skip(1), (before, after) => after.GrowthFrom(before, Floor)).ToList();
            var isSlow = growths.Exists(growth => growth > MostGrowth) || taken.Count < sizes.Length;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"   {string.Join(' ', growths.Select(growth => growth.ToString("0.0", CultureInfo.InvariantCulture))),-16} {taken[^1].Collecting,6:0 %} {taken[^1].Allocated / (double)sizes[taken.Count - 1],7:0} B{(isSlow ? "  WORSE" : "")}"));
            if (isSlow) yield return name;
        }
    }

    /// <summary>The best of several readings, until they have taken a second.</summary>
    private static ShapeTime Best(string input, Action<string> read)
    {
        var best = ShapeTime.Of(input, read);
        var spent = best.Seconds;
        for (var i = 1; i < 10 && spent < 1; i++)
        {
            var time = ShapeTime.Of(input, read);
            spent += time.Seconds;
            best = best.Better(time);
        }

        return best;
    }
}
