using System.Globalization;
using Extractor.Benchmarks.Inputs;
using Extractor.Text;

namespace Extractor.Benchmarks.Reading;

/// <summary><c>extraction</c>: how fast one thread extracts, from general news and from dense trade prose, and what it allocates.</summary>
/// <remarks>
/// Processor time, the least of all rounds; the texts take turns, for the first rounds run code that is not yet compiled to the end. A plain
/// scan over news runs beside them: how often the extraction takes its time says more than megabytes a second where the machine's own speed varies.
/// </remarks>
internal static class ExtractionVerb
{
    private const int Rounds = 15;
    private const int Characters = 4_000_000;

    public static int Run(string[] arguments)
    {
        var given = new Arguments(arguments);
        var only = given.Text("--only");
        var rounds = given.Number("--rounds", Rounds);
        var paths = arguments.Where((argument, i) => !argument.StartsWith('-') && (i == 0 || !arguments[i - 1].StartsWith('-'))).ToArray();
        var extractor = TradeExtractor.Default;
        (string Name, Func<List<SourceDocument>> Read)[] all =
        [
            ("news without trade", Articles.WithoutTrade),
            ("news without a fact", () => paths.Length == 0 ? Articles.WithoutFact() : [.. Articles.Read(paths).Where(document => extractor.Extract(document).Facts.IsEmpty)]),
            ("dense trade prose", Articles.Dense),
        ];
        var texts = new List<ReadingMeasure>();
        foreach (var (name, read) in all)
        {
            if (only is not null && !name.Contains(only, StringComparison.Ordinal)) continue;
            if (read() is { Count: > 0 } once) texts.Add(new ReadingMeasure(name, Articles.Repeat(once, Characters), extractor));
            else Console.WriteLine($"{name,-20} no articles");
        }

        var control = new PlainScan(Articles.Repeat(Articles.News(), Characters));
        for (var round = 0; round < rounds; round++)
        {
            control.Read();
            foreach (var text in texts) text.Read();
        }

        Console.WriteLine($"{"text",-20}{"documents",10}{"MB (characters)",17}{"facts",7}{"MB/s",8}{"x plain scan",14}{"kB/document",13}{"B/character",13}{"collections (0/1/2)",21}");
        foreach (var text in texts)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{text.Name,-20}{text.Documents,10}{text.Characters / 1e6,17:0.0}{text.Facts,7}{text.CharactersPerSecond / 1e6,8:0.00}{control.CharactersPerSecond / text.CharactersPerSecond,14:0.0}{text.Allocated / text.Documents / 1024.0,13:0.0}{text.Allocated / (double)text.Characters,13:0.0}{string.Join('/', text.Collections),21}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"plain scan of news",-20}{control.CharactersPerSecond / 1e6,42:0}"));
        return 0;
    }
}
