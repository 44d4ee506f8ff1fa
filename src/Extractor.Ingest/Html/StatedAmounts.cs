using System.Buffers;
using System.Globalization;
using System.Text;
using Extractor.Lexicons;

namespace Extractor.Ingest.Html;

/// <summary>Tells captions that state figures ("Exports rose 5.2 percent in May") from those that say who stands where.</summary>
internal static class StatedAmounts
{
    private static readonly SearchValues<string> Words = Load();

    /// <summary>Whether <paramref name="text"/> holds a number with a sign of currency, a percent sign or a word such as "million" behind it.</summary>
    internal static bool In(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var before = text[..i].TrimEnd();
            if (!before.IsEmpty && char.GetUnicodeCategory(before[^1]) == UnicodeCategory.CurrencySymbol) return true;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '.' or ',')) i++;
            var after = text[i..].TrimStart(" \u00a0\u202f-");
            if (after.IsEmpty) continue;
            if (after[0] is '%' or '‰' or '％' || char.GetUnicodeCategory(after[0]) == UnicodeCategory.CurrencySymbol) return true;
            if (after[..Math.Min(after.Length, 24)].IndexOfAny(Words) == 0) return true;
        }

        return false;
    }

    private static SearchValues<string> Load()
    {
        const string Name = "html/amount-words.tsv";
        using var stream = typeof(StatedAmounts).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return SearchValues.Create([.. TsvTable.Read(Name, reader).Rows.Select(row => row.Required("word"))], StringComparison.OrdinalIgnoreCase);
    }
}
