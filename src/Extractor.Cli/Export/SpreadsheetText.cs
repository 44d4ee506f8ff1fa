using System.Buffers;
using System.Text;

namespace Extractor.Cli.Export;

/// <summary>Keeps text from being taken for a formula by the spreadsheet that opens a file of comma-separated values.</summary>
/// <remarks>
/// Sentences, names and titles come from anybody: <c>=HYPERLINK(...)</c> must stay text. A cell that begins with
/// <c>= + - @</c>, a tab or a carriage return, and is no number, gets an apostrophe before it; so does one that begins with an
/// apostrophe, so that taking one apostrophe off the front of every cell that has one gives back exactly what was written.
/// </remarks>
internal static class SpreadsheetText
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");

    public static string Guard(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' && !IsNumber(text) ? "'" + text : text;

    public static string Unguard(string cell) => cell.StartsWith('\'') ? cell[1..] : cell;

    /// <summary>Control characters and half surrogate pairs as Office Open XML writes them: <c>_x0001_</c>, and <c>_x005F_</c> for an underscore that would begin such a form.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (isPair) escaped.Append(c).Append(text[++i]);
            else if (c is < ' ' and not ('\t' or '\n') or '\ufffe' or '\uffff' || char.IsSurrogate(c) || (c == '_' && IsEscape(text, i))) escaped.Append($"_x{(int)c:X4}_");
            else escaped.Append(c);
        }

        return escaped.ToString();
    }

    public static string Unescape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && IsEscape(text, i))
            {
                plain.Append((char)Convert.ToInt32(text.Substring(i + 2, 4), 16));
                i += 6;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private static bool IsEscape(string text, int at) =>
        at + 6 < text.Length && text[at + 1] == 'x' && text[at + 6] == '_' && text.AsSpan(at + 2, 4).IndexOfAnyExcept(HexDigits) < 0;

    private static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text[0] == '-' ? 1 : 0);
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && digits.IndexOfAnyExcept(NumberCharacters) < 0 && digits.Count('.') <= 1;
    }
}
