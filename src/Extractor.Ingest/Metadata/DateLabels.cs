using System.Text;
using Extractor.Lexicons;

namespace Extractor.Ingest.Metadata;

/// <summary>Reads which day the words before a date announce.</summary>
internal static class DateLabels
{
    private static readonly (string Label, bool IsPublished)[] Labels = Load();

    /// <summary>True for "Published:", false for "Updated:", null when the words before the date say neither; the nearest label counts.</summary>
    internal static bool? Before(ReadOnlySpan<char> words)
    {
        var nearest = -1;
        bool? published = null;
        foreach (var (label, isPublished) in Labels)
        {
            var at = words.LastIndexOf(label, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || at + label.Length <= nearest) continue;
            if (at > 0 && char.IsLetter(words[at - 1]) && label[0] < '\u2e80') continue;
            nearest = at + label.Length;
            published = isPublished;
        }

        return published;
    }

    private static (string Label, bool IsPublished)[] Load()
    {
        const string Name = "metadata/date-labels.tsv";
        using var stream = typeof(DateLabels).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var choices = new Dictionary<string, bool>(StringComparer.Ordinal) { ["published"] = true, ["updated"] = false };
        return [.. TsvTable.Read(Name, reader).Rows.Select(row => (row.Required("label"), row.Choice("kind", choices)))];
    }
}
