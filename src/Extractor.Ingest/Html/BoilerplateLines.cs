using System.Text;
using Extractor.Lexicons;

namespace Extractor.Ingest.Html;

/// <summary>How far a line of boilerplate reaches.</summary>
internal enum LineScope
{
    /// <summary>It is none.</summary>
    None,

    /// <summary>The line alone.</summary>
    Line,

    /// <summary>The line and what follows it in the same element.</summary>
    Rest,
}

/// <summary>Knows how the lines begin that sites put into and under articles.</summary>
internal static class BoilerplateLines
{
    private static readonly ILookup<char, (string Opening, LineScope Scope)> Openings = Load();

    /// <summary>Whether <paramref name="line"/> begins like boilerplate.</summary>
    internal static LineScope Of(ReadOnlySpan<char> line)
    {
        line = line.TrimStart(" \t\r\n\u00a0[(*•-–—|>»▶►→");
        if (line.IsEmpty) return LineScope.None;
        var best = LineScope.None;
        var longest = 0;
        foreach (var (opening, scope) in Openings[char.ToLowerInvariant(line[0])])
        {
            if (opening.Length <= longest || !line.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) continue;

            // "related" is not "relatedness", "share on" not "share one".
            if (char.IsAsciiLetter(opening[^1]) && line.Length > opening.Length && char.IsLetter(line[opening.Length])) continue;
            (best, longest) = (scope, opening.Length);
        }

        return best;
    }

    private static ILookup<char, (string Opening, LineScope Scope)> Load()
    {
        const string Name = "html/boilerplate-lines.tsv";
        using var stream = typeof(BoilerplateLines).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var scopes = new Dictionary<string, LineScope>(StringComparer.Ordinal) { ["line"] = LineScope.Line, ["rest"] = LineScope.Rest };
        return TsvTable.Read(Name, reader).Rows.Select(row => (row.Required("opening"), row.Choice("scope", scopes))).ToLookup(entry => entry.Item1[0]);
    }
}
