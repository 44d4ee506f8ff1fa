using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Whether a text's "sales" are exports: "Exports grew 27%. Cellulose sales reached $210 million, and sales to Brazil rose 5%".</summary>
/// <remarks>They are in a text that speaks of exports all through and never of sales of another kind: retail, domestic, a company's.</remarks>
internal static class SalesOfExporters
{
    /// <summary>Mentions of exports that such a text has at least.</summary>
    private const int Enough = 3;

    /// <summary>Whether the sales of the text are exports.</summary>
    public static bool Are(TokenList tokens, WordLexicon words)
    {
        int exports = 0, imports = 0, sales = 0, production = 0, profits = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || tokens[i].Length < 4) continue;
            var chars = tokens.Chars(i);
            if (chars.StartsWith("export", StringComparison.OrdinalIgnoreCase)) exports++;
            else if (chars.StartsWith("import", StringComparison.OrdinalIgnoreCase)) imports++;
            else if (chars.Equals("sales", StringComparison.OrdinalIgnoreCase)) sales++;
            switch (words.Match(tokens, i, tokens.Count, out _)?.Value(WordClass.Aside))
            {
                case "retail":
                case "profit" when ++profits > 1:
                case "production" when ++production > 1:
                    return false;
            }
        }

        return sales > 0 && exports >= Enough && exports >= sales && exports > imports;
    }
}
