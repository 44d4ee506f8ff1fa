namespace Extractor.Text;

/// <summary>Cuts a text into tokens in one pass.</summary>
/// <remarks>
/// <c>China’s US$58.1bn, 3,80,528 units</c> is <c>China</c> <c>’s</c> <c>US</c> <c>$</c> <c>58.1</c> <c>bn</c> <c>,</c> <c>3,80,528</c> <c>units</c>.
/// A full stop or comma between two digits belongs to the number; dots between single letters belong to the abbreviation
/// (<c>U.S.</c>, <c>H.K.</c>). Hyphens, slashes and quotes are symbols of their own.
/// </remarks>
public static class Tokenizer
{
    /// <summary>Cuts <paramref name="text"/> into tokens.</summary>
    public static TokenList Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new Token[Math.Max(16, text.Length / 4)];
        var count = 0;
        var at = 0;
        var gap = TokenGap.Paragraph;
        while (at < text.Length)
        {
            var c = text[at];
            if (c == '&' && string.CompareOrdinal(text, at, "&nbsp;", 0, 6) == 0)
            {
                at += 6;
                if (gap == TokenGap.None) gap = TokenGap.Space;
                continue;
            }

            // Nearly always one blank stands between two tokens.
            if (c == ' ' && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]))
            {
                at++;
                if (gap != TokenGap.Paragraph) gap = TokenGap.Space;
                c = text[at];
            }
            else if (IsSpace(c))
            {
                var breaks = 0;
                do
                {
                    if (c == '\n') breaks++;
                    at++;
                }
                while (at < text.Length && IsSpace(c = text[at]));
                if (gap != TokenGap.Paragraph) gap = breaks >= 2 ? TokenGap.Paragraph : TokenGap.Space;
                continue;
            }

            var start = at;
            TokenKind kind;
            if (char.IsAsciiLetter(c))
            {
                kind = TokenKind.Word;
                at = EndOfWord(text, at);
            }
            else if (char.IsAsciiDigit(c))
            {
                kind = TokenKind.Number;
                at = EndOfNumber(text, at);
            }
            else if (IsCjk(c))
            {
                kind = TokenKind.Word;
                at++;
            }
            else if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                kind = TokenKind.Word;
                at = EndOfWord(text, at);
            }
            else if (c == '&' && EntityLength(text, at, out var isApostrophe) is > 0 and var entity)
            {
                // A character reference that was left in plain text: "Korea&#x27;s", "R&amp;D".
                var hasS = isApostrophe && at + entity < text.Length && text[at + entity] is 's' or 'S' && (at + entity + 1 >= text.Length || !char.IsLetterOrDigit(text[at + entity + 1]));
                kind = hasS ? TokenKind.Possessive : TokenKind.Symbol;
                at += entity + (hasS ? 1 : 0);
            }
            else if (IsApostrophe(c) && IsPossessive(text, at))
            {
                kind = TokenKind.Possessive;
                at += at + 1 < text.Length && text[at + 1] is 's' or 'S' ? 2 : 1;
            }
            else
            {
                kind = TokenKind.Symbol;
                at++;
            }

            if (count == tokens.Length) Array.Resize(ref tokens, tokens.Length * 2);
            tokens[count++] = new Token(start, at, kind, gap);
            gap = TokenGap.None;
        }

        return new TokenList(text, tokens, count);
    }

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '´' or '`';

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\r' or '\t' or '\u00a0' || (c > '\u007f' && (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\u2060'));

    private static bool IsCjk(char c) => c is >= '\u2e80' and <= '\u9fff' and not (>= '\u3000' and <= '\u303f') or >= '\uf900' and <= '\ufaff';

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c)) at++;
            else if (c is ',' or '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) at += 2;
            else break;
        }

        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        if (at < text.Length && text[at] > '\u007f')
        {
            while (at < text.Length && (char.IsLetter(text[at]) || IsMark(text[at])) && !IsCjk(text[at])) at++;
        }

        // U.S., H.K., e.g.: single letters, each with its dot.
        if (at == start + 1 && at < text.Length && text[at] == '.')
        {
            var end = at;
            while (end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetter(text[end + 1])
                && (end + 2 >= text.Length || !char.IsLetter(text[end + 2])))
                end += 2;
            if (end > at)
            {
                at = end;
                if (at < text.Length && text[at] == '.') at++;
            }
        }

        return at == start ? at + 1 : at;
    }

    private static int EntityLength(string text, int at, out bool isApostrophe)
    {
        ReadOnlySpan<string> apostrophes = ["&#x27;", "&#39;", "&#8217;", "&apos;", "&rsquo;", "&#x2019;"];
        ReadOnlySpan<string> others = ["&amp;", "&quot;", "&nbsp;", "&#34;", "&lt;", "&gt;", "&ldquo;", "&rdquo;", "&#8220;", "&#8221;", "&#x201c;", "&#x201d;", "&#x201C;", "&#x201D;"];
        isApostrophe = true;
        foreach (var entity in apostrophes)
        {
            if (string.CompareOrdinal(text, at, entity, 0, entity.Length) == 0) return entity.Length;
        }

        isApostrophe = false;
        foreach (var entity in others)
        {
            if (string.CompareOrdinal(text, at, entity, 0, entity.Length) == 0) return entity.Length;
        }

        return 0;
    }

    private static bool IsMark(char c) => c > '\u02ff' && (c < '\u0370' || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark);

    private static bool IsPossessive(string text, int at)
    {
        if (at == 0 || !char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not '.') return false;
        if (at + 1 < text.Length && text[at + 1] is 's' or 'S')
            return at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2]);
        return text[at - 1] is 's' or 'S' && (at + 1 >= text.Length || char.IsWhiteSpace(text[at + 1]));
    }
}
