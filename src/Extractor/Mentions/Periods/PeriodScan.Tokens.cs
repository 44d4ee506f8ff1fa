using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <content>What the tokens are.</content>
internal readonly partial struct PeriodScan
{
    private bool IsUnitOrSpan(int i) => i < tokens.Count && tokens[i].Kind == TokenKind.Word && (UnitAt(i) is not null || lexicon.Find(tokens.Chars(i), PeriodWordClass.Span) is not null);

    private bool IsPluralUnit(int i) => tokens.Chars(i) is [.., 's' or 'S'];

    private bool YearWord(int i) => Is(i, "year");

    // The word "period" (or "quarter" after "three-month") behind a months expression belongs to it.
    private int Period(int last) => Is(last + 1, "period") ? last + 1 : last;

    private int? UnitAt(int i) => i < tokens.Count && tokens[i].Kind == TokenKind.Word ? lexicon.Find(tokens.Chars(i), PeriodWordClass.Unit)?.Number : null;

    private int? Count(int i)
    {
        if (i >= tokens.Count) return null;
        if (tokens[i].Kind == TokenKind.Number) return tokens[i].Length <= 2 ? Small(i) : null;
        return tokens[i].Kind == TokenKind.Word ? lexicon.Find(tokens.Chars(i), PeriodWordClass.Count)?.Number : null;
    }

    private int? Month(int i) => i < tokens.Count && tokens[i].Kind == TokenKind.Word ? lexicon.Find(tokens.Chars(i), PeriodWordClass.Month)?.Number : null;

    // "may" and "march" are months only when written as names.
    private bool MonthIsName(int i)
    {
        var chars = tokens.Chars(i);
        if (!char.IsUpper(chars[0])) return false;
        if (chars.Equals("Mar", StringComparison.Ordinal) || chars.Equals("Jan", StringComparison.Ordinal) || chars.Equals("Jun", StringComparison.Ordinal)) return true;
        if (!chars.Equals("May", StringComparison.Ordinal) && !chars.Equals("March", StringComparison.Ordinal)) return true;
        return !(i + 1 < tokens.Count && (Is(i + 1, "be") || Is(i + 1, "not") || Is(i + 1, "have") || Is(i + 1, "also")));
    }

    private int? YearAt(int i)
    {
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Number || tokens[i].Length != 4) return null;
        var chars = tokens.Chars(i);
        var year = 0;
        foreach (var c in chars)
        {
            if (!char.IsAsciiDigit(c)) return null;
            year = (year * 10) + (c - '0');
        }

        return year is >= 1900 and <= 2100 ? year : null;
    }

    private int? Small(int i)
    {
        if (i >= tokens.Count || tokens[i].Kind != TokenKind.Number || tokens[i].Length > 2) return null;
        var value = 0;
        foreach (var c in tokens.Chars(i))
        {
            if (!char.IsAsciiDigit(c)) return null;
            value = (value * 10) + (c - '0');
        }

        return value;
    }

    private bool Glued(int i) => i < tokens.Count && tokens[i].Gap == TokenGap.None;

    private bool Is(int i, string word) => tokens.IsWord(i, word);

    private bool Same(int a, int b) => b < tokens.Count && tokens.Chars(a).Equals(tokens.Chars(b), StringComparison.OrdinalIgnoreCase);

    private bool Sign(int i, char a, char b) => tokens.IsSymbol(i, a) || tokens.IsSymbol(i, b);

    // The token after `i`, over one hyphen glued to it: "year-on", "first-quarter", "11-month".
    private int Hop(int i)
    {
        var next = i + 1;
        if (next < tokens.Count && tokens[next].Gap == TokenGap.None && (tokens.IsSymbol(next, '-') || tokens.IsSymbol(next, '‑') || tokens.IsSymbol(next, '–')))
            return Math.Min(next + 1, tokens.Count);
        return next;
    }

    private PeriodMention Make(int first, int last, PeriodKind kind) =>
        new() { Kind = kind, FirstToken = first, LastToken = last, Span = tokens.SpanOf(first, last) };

    // The stop glued to an abbreviated month belongs to it.
    private int Dotted(int at) => tokens.IsSymbol(at + 1, '.') && Glued(at + 1) ? at + 1 : at;
}
