using System.Text;

namespace Extractor.Storage;

/// <summary>What a user types as words to search for, in the language of FTS5.</summary>
/// <remarks><c>exports "new energy" semi*</c> becomes <c>text : ("exports" AND "new energy" AND "semi" *)</c>; no input is a syntax error.</remarks>
internal static class TextQuery
{
    /// <summary>Null when the input has no word at all.</summary>
    public static string? ToFts5(string words)
    {
        var query = new StringBuilder();
        foreach (var (term, isPrefix) in Terms(words))
        {
            if (query.Length > 0) query.Append(" AND ");
            query.Append('"').Append(term.Replace('\0', ' ').Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            if (isPrefix) query.Append(" *");
        }

        return query.Length == 0 ? null : $"text : ({query})";
    }

    /// <summary>The words and quoted phrases asked for, and whether each is only the beginning of what is meant.</summary>
    public static IEnumerable<(string Term, bool IsPrefix)> Terms(string words)
    {
        var at = 0;
        while (at < words.Length)
        {
            if (char.IsWhiteSpace(words[at]))
            {
                at++;
                continue;
            }

            int end;
            string term;
            if (words[at] == '"')
            {
                end = words.IndexOf('"', at + 1);
                if (end < 0) end = words.Length;
                term = words[(at + 1)..end];
                at = Math.Min(end + 1, words.Length);
            }
            else
            {
                end = at;
                while (end < words.Length && !char.IsWhiteSpace(words[end]) && words[end] != '"') end++;
                term = words[at..end];
                at = end;
            }

            if (term.Any(char.IsLetterOrDigit)) yield return (term.TrimEnd('*'), term.EndsWith('*'));
        }
    }
}
