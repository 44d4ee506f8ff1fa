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

            if (!term.Any(char.IsLetterOrDigit)) continue;
            if (query.Length > 0) query.Append(" AND ");
            var isPrefix = term.EndsWith('*');
            query.Append('"').Append(term.TrimEnd('*').Replace('\0', ' ').Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            if (isPrefix) query.Append(" *");
        }

        return query.Length == 0 ? null : $"text : ({query})";
    }
}
