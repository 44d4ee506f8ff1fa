using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Takes apart words that lost the space between them: <c>enterprisesimport</c>, <c>theexports</c>.</summary>
internal static class GluedWords
{
    private static readonly string[] Tails = ["import", "imports", "export", "exports", "trade"];

    public static TokenList Split(TokenList tokens, WordLexicon words)
    {
        List<Token>? split = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind == TokenKind.Word && token.Length >= 8 && Tail(tokens.Chars(i), words) is { } at)
            {
                if (split is null)
                {
                    split = new List<Token>(tokens.Count + 4);
                    for (var k = 0; k < i; k++) split.Add(tokens[k]);
                }

                split.Add(token with { End = token.Start + at });
                split.Add(new Token(token.Start + at, token.End, TokenKind.Word, TokenGap.None));
                continue;
            }

            split?.Add(token);
        }

        return split is null ? tokens : new TokenList(tokens.Text, [.. split], split.Count);
    }

    private static int? Tail(ReadOnlySpan<char> chars, WordLexicon words)
    {
        if (chars[^1] is not ('t' or 's' or 'e') || !chars.EndsWith("port", StringComparison.Ordinal) && !chars.EndsWith("ports", StringComparison.Ordinal) && !chars.EndsWith("trade", StringComparison.Ordinal)) return null;
        if (words.Find(chars) is not null) return null;
        foreach (var tail in Tails)
        {
            if (chars.Length > tail.Length + 2 && chars.EndsWith(tail, StringComparison.Ordinal) && words.Find(chars[..^tail.Length]) is not null) return chars.Length - tail.Length;
        }

        return null;
    }
}
