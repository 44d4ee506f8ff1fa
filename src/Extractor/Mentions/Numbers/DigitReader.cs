using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Reads the digits of one number token: <c>1,234.5</c>, <c>3,80,528</c>, <c>1.234,56</c>.</summary>
internal static class DigitReader
{
    /// <summary>Beyond this no value is told from another: consumers may multiply and add without overflow.</summary>
    public const decimal Limit = 1_000_000_000_000_000_000_000_000m;

    /// <summary>Reads <paramref name="digits"/> if they are one number.</summary>
    /// <param name="digits">Digits with commas and dots between them.</param>
    /// <param name="decimalComma">Whether the document writes decimals with a comma: <c>1,234</c> is then 1.234.</param>
    /// <param name="value">The value, at most <see cref="Limit"/>.</param>
    /// <param name="decimals">How many decimals were printed.</param>
    /// <returns>False when the marks fit no number: <c>192.168.1.2</c>, <c>22,24,26</c>, <c>2022,12</c>.</returns>
    public static bool TryRead(ReadOnlySpan<char> digits, bool decimalComma, out decimal value, out int decimals)
    {
        var mark = DecimalMarkOf(digits, decimalComma);
        value = 0;
        decimals = 0;
        if (mark < -1) return false;
        if (digits.Length <= 18)
        {
            // Few enough for a long.
            long number = 0;
            foreach (var c in digits)
            {
                if (c is not (',' or '.')) number = (number * 10) + (c - '0');
            }

            decimals = mark < 0 ? 0 : digits.Length - mark - 1;
            value = new decimal((int)number, (int)(number >> 32), 0, isNegative: false, (byte)decimals);
            return true;
        }

        var whole = mark < 0 ? digits : digits[..mark];
        foreach (var c in whole)
        {
            if (c is ',' or '.') continue;
            value = (value * 10) + (c - '0');
            if (value > Limit)
            {
                value = Limit;
                return true;
            }
        }

        if (mark < 0) return true;
        decimals = digits.Length - mark - 1;
        var unit = 1m;
        foreach (var c in digits[(mark + 1)..])
        {
            unit /= 10;
            if (unit < 1e-20m) break;
            value += unit * (c - '0');
        }

        decimals = Math.Min(decimals, 20);
        return true;
    }

    /// <summary>A document writes decimals with a comma when some numbers leave no other reading and none has a decimal point.</summary>
    public static bool WritesDecimalCommas(TokenList tokens)
    {
        var commas = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].Length is < 3 or > 24) continue;
            var digits = tokens.Chars(i);
            var comma = digits.IndexOf(',');
            var dot = digits.IndexOf('.');
            if (dot >= 0 && comma < dot && !(digits.Length - dot == 4 && dot <= 3)) return false;
            if (comma is > 0 and <= 3 && dot < 0 && digits.Length - comma is 2 or 3) commas++;
            else if (comma is > 0 and <= 3 && dot < 0 && digits[(comma + 1)..].Contains(',')) return false;
        }

        return commas >= 2;
    }

    /// <summary>Where the decimal mark stands; -1 when there is none, -2 when the marks fit no number.</summary>
    private static int DecimalMarkOf(ReadOnlySpan<char> digits, bool decimalComma)
    {
        var firstComma = digits.IndexOf(',');
        var firstDot = digits.IndexOf('.');
        if (firstComma < 0 && firstDot < 0) return -1;
        if (firstComma >= 0 && firstDot >= 0)
        {
            // The mark that comes last is the decimal mark, and there is one of it.
            var (group, mark) = digits.LastIndexOf(',') < digits.LastIndexOf('.') ? (',', firstDot) : ('.', firstComma);
            return digits[mark] == digits[digits.LastIndexOfAny(',', '.')] && digits[(mark + 1)..].IndexOfAny(',', '.') < 0 && IsGrouped(digits[..mark], group) ? mark : -2;
        }

        var separator = firstComma >= 0 ? ',' : '.';
        var at = Math.Max(firstComma, firstDot);
        var single = digits[(at + 1)..].IndexOf(separator) < 0;
        if (separator == '.')
        {
            if (!single) return IsGrouped(digits, '.') ? -1 : -2;
            return decimalComma && IsGrouped(digits, '.') ? -1 : at;
        }

        if (!single) return IsGrouped(digits, ',') ? -1 : -2;
        if (IsGrouped(digits, ',') && !decimalComma) return -1;

        // "in 2022,12 firms": a space is missing after a year.
        return at <= 3 || decimalComma || !IsYear(digits[..at]) ? at : -2;
    }

    /// <summary>The product, at most <see cref="Limit"/>.</summary>
    public static decimal Times(decimal value, decimal factor) => factor > 1 && value > Limit / factor ? Limit : value * factor;

    public static bool IsYear(ReadOnlySpan<char> digits) => digits is ['1', '9', _, _] or ['2', '0', _, _];

    /// <summary>Whether every group but the first has three digits, or, as in India, two but for the last.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> digits, char separator)
    {
        var at = digits.IndexOf(separator);
        if (at < 0) return true;
        if (at is < 1 or > 3) return false;
        var rest = digits[(at + 1)..];
        var size = 0;
        while ((at = rest.IndexOf(separator)) >= 0)
        {
            if (at is not (2 or 3) || (size != 0 && at != size)) return false;
            size = at;
            rest = rest[(at + 1)..];
        }

        return rest.Length == 3 && (size == 3 || size == 0 || separator == ',');
    }
}
