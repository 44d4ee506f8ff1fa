using System.Collections.Frozen;
using System.Text;
using Extractor.Lexicons;

namespace Extractor.Ingest.Metadata;

/// <summary>Names of months in the languages of news sites.</summary>
internal static class MonthNames
{
    private static readonly FrozenDictionary<string, int> Months = Load();
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Length of the longest name.</summary>
    internal static int LongestName { get; } = Months.Keys.Max(name => name.Length);

    /// <summary>The month that <paramref name="name"/> names, or 0.</summary>
    internal static int Of(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName) return 0;
        Span<char> lower = stackalloc char[name.Length];
        for (var i = 0; i < name.Length; i++) lower[i] = char.ToLowerInvariant(name[i]);
        return Lookup.TryGetValue(lower, out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int> Load()
    {
        const string Name = "metadata/months.tsv";
        using var stream = typeof(MonthNames).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in TsvTable.Read(Name, reader).Rows)
        {
            if (!int.TryParse(row["month"], out var month) || month is < 1 or > 12) throw row.Error("month", "a number from 1 to 12 is expected.");
            months[row.Required("name")] = month;
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
