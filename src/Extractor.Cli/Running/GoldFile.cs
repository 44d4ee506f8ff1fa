using System.Collections.Immutable;
using Extractor.Cli.Console;
using Extractor.Facts;

namespace Extractor.Cli.Running;

/// <summary>Files of gold facts: one for a folder, or one beside each article (<c>a.txt</c>, <c>a.gold.jsonl</c>).</summary>
internal static class GoldFile
{
    public const string Ending = ".gold.jsonl";

    /// <summary>The gold file that belongs to an article.</summary>
    public static string Beside(string article) => Path.ChangeExtension(article, null) + Ending;

    /// <summary>The facts of a file; each line that cannot be read is reported.</summary>
    public static ImmutableArray<Fact> Read(Terminal terminal, string path) => ReadLines<Fact>(terminal, path, (string json, out Fact? fact, out string? error) =>
    {
        var read = FactLine.TryParse(json, out var line, out error);
        fact = line?.Fact;
        return read;
    });

    public delegate bool TryParse<T>(string json, out T? value, out string? error);

    /// <summary>The lines of a file as <paramref name="parse"/> reads them; each that cannot be read is reported.</summary>
    public static ImmutableArray<T> ReadLines<T>(Terminal terminal, string path, TryParse<T> parse)
    {
        if (!File.Exists(path)) throw new UsageException($"{path}: no such file");
        var values = ImmutableArray.CreateBuilder<T>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            if (parse(line, out var value, out var error)) values.Add(value!);
            else terminal.Error($"{path}:{number}: {error}");
        }

        return values.ToImmutable();
    }
}
