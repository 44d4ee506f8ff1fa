using System.Globalization;
using Extractor.Text;

namespace Extractor.Ingest.Metadata;

/// <summary>
/// Finds full dates in any of the ways that news sites write them: <c>2024-05-24</c>, <c>24.05.2024</c>, <c>24 de mayo de 2024</c>,
/// <c>May 24, 2024</c>, <c>26-MAR-1987</c>, <c>2024年5月24日</c>, <c>2024. május 24.</c>, <c>24 tháng 5, 2024</c>.
/// </summary>
/// <remarks>A date without its year is none, and neither is one whose day and month cannot be told apart.</remarks>
internal ref struct DateScanner
{
    private const int OldestYear = 1600;
    private const int NewestYear = 2200;

    // Thai pages count from the death of the Buddha.
    private const int BuddhistYears = 543;

    private readonly ReadOnlySpan<char> text;
    private readonly bool? monthFirst;
    private int at;

    /// <summary>Makes a scanner.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="monthFirst">Whether <c>5/6/2024</c> is the sixth of May; null when unknown.</param>
    internal DateScanner(ReadOnlySpan<char> text, bool? monthFirst)
    {
        this.text = text;
        this.monthFirst = monthFirst;
        at = 0;
    }

    /// <summary>Goes on to the next date.</summary>
    internal bool Next(out FoundDate found)
    {
        while (at < text.Length)
        {
            var start = at;
            var end = at;
            DateOnly date = default;
            if (IsDigit(text[at]))
            {
                if (TryFromNumber(at, out end, out date) && !IsDigitAt(end))
                {
                    at = end;
                    found = new FoundDate(date, new TextSpan(start, end));
                    return true;
                }

                while (at < text.Length && IsDigit(text[at])) at++;
            }
            else if (char.IsLetter(text[at]))
            {
                if (TryMonthName(at, out var afterName, out var month) && TryDayAndYear(afterName, month, out end, out date) && !IsDigitAt(end))
                {
                    at = end;
                    found = new FoundDate(date, new TextSpan(start, end));
                    return true;
                }

                while (at < text.Length && IsLetter(text[at])) at++;
            }
            else
            {
                at++;
            }
        }

        found = default;
        return false;
    }

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || (c > '\u007f' && char.IsDigit(c));

    private static bool IsLetter(char c) => char.IsLetter(c) || (c > '\u02ff' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool Valid(int year, int month, int day, out DateOnly date)
    {
        date = default;
        if (year is >= OldestYear + BuddhistYears + 240 and <= NewestYear + BuddhistYears) year -= BuddhistYears;
        if (year is < OldestYear or > NewestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private readonly bool IsDigitAt(int index) => index < text.Length && IsDigit(text[index]);

    private readonly int Number(int from, out int end)
    {
        var value = 0;
        end = from;
        while (end < text.Length && end - from < 9 && IsDigit(text[end])) value = (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(text[end++]);
        return value;
    }

    private readonly int SkipSpaces(int from)
    {
        while (from < text.Length && (text[from] is ' ' or '\t' or '\u00a0' or '\u202f' or '\u200e' or '\u200f' or '\u3000')) from++;
        return from;
    }

    private readonly bool Has(int from, string word) => from <= text.Length && text[from..].StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private readonly bool TryFromNumber(int from, out int end, out DateOnly date)
    {
        date = default;
        if (from > 0 && IsDigit(text[from - 1]))
        {
            end = from;
            return false;
        }

        var first = Number(from, out end);
        return (end - from) switch
        {
            4 => TryYearFirst(first, end, out end, out date),
            1 or 2 => TryDayFirst(first, end, out end, out date),
            _ => false,
        };
    }

    private readonly bool TryYearFirst(int year, int from, out int end, out DateOnly date)
    {
        date = default;
        end = from;
        var next = SkipSpaces(from);
        if (next >= text.Length) return false;
        var c = text[next];
        if (c is '年' or '년')
        {
            next = SkipSpaces(next + 1);
            var month = Number(next, out end);
            next = SkipSpaces(end);
            if (next >= text.Length || text[next] is not ('月' or '월')) return false;
            var day = Number(SkipSpaces(next + 1), out end);
            if (end < text.Length && text[end] is '日' or '일' or '號' or '号') end++;
            return Valid(year, month, day, out date);
        }

        if (c is '-' or '/' or '.' or '\u2010' or '\u2011' or '\u2013')
        {
            var monthAt = SkipSpaces(next + 1);
            if (IsDigitAt(monthAt))
            {
                var month = Number(monthAt, out end);
                next = SkipSpaces(end);
                if (end - monthAt > 2 || next >= text.Length || text[next] != c) return false;
                var dayAt = SkipSpaces(next + 1);
                var day = Number(dayAt, out end);
                return end > dayAt && end - dayAt <= 2 && Valid(year, month, day, out date);
            }

            next = monthAt;
        }

        // 2024. május 24. / 2024 m. gegužės 24 d. / 2024-May-24
        if (Has(next, "m. ")) next = SkipSpaces(next + 2);
        if (!TryMonthName(next, out var afterName, out var named)) return false;
        next = SkipSpaces(afterName);
        if (next < text.Length && text[next] is '-' or '.' or ',') next = SkipSpaces(next + 1);
        var last = Number(next, out end);
        return end > next && end - next <= 2 && Valid(year, named, last, out date);
    }

    private readonly bool TryDayFirst(int first, int from, out int end, out DateOnly date)
    {
        date = default;
        end = from;
        var next = from;
        if (next >= text.Length) return false;
        var c = text[next];
        if (c is '.' or '/' or '-')
        {
            var secondAt = SkipSpaces(next + 1);
            if (IsDigitAt(secondAt))
            {
                var second = Number(secondAt, out end);
                next = SkipSpaces(end);
                if (end - secondAt > 2 || next >= text.Length || text[next] != c) return false;
                var yearAt = SkipSpaces(next + 1);
                var year = Number(yearAt, out end);
                var digits = end - yearAt;
                if (digits == 2 && c == '.') year += 2000;
                else if (digits != 4) return false;
                return c == '.' ? Valid(year, second, first, out date) : TrySlashed(year, first, second, out date);
            }

            next = secondAt;
        }

        // 24th of May 2024, 24 de mayo de 2024, 24. Mai 2024, 24-MAY-2024, 1er mai 2024, 24 tháng 5, 2024
        foreach (var suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "º", "ª", ".", "-an", "an", "日", "-е", "-го"])
        {
            if (!Has(next, suffix)) continue;
            next += suffix.Length;
            break;
        }

        next = SkipSpaces(next);
        if (Has(next, "tháng "))
        {
            next = SkipSpaces(next + 6);
            var month = Number(next, out end);
            if (end == next) return false;
            next = SkipSpaces(end);
            if (next < text.Length && text[next] is ',' or '/' or '-') next = SkipSpaces(next + 1);
            if (Has(next, "năm ")) next = SkipSpaces(next + 4);
            var year = Number(next, out end);
            return end - next == 4 && Valid(year, month, first, out date);
        }

        foreach (var joint in (ReadOnlySpan<string>)["of ", "de ", "del ", "d'", "d’", "di ", "-", "ta' ", "na ", "ng "])
        {
            if (!Has(next, joint)) continue;
            next = SkipSpaces(next + joint.Length);
            break;
        }

        if (!TryMonthName(next, out var afterName, out var named)) return false;
        return TryYear(afterName, out end, out var namedYear) && Valid(namedYear, named, first, out date);
    }

    private readonly bool TrySlashed(int year, int first, int second, out DateOnly date)
    {
        if (first > 12) return Valid(year, second, first, out date);
        if (second > 12 || monthFirst == true) return Valid(year, first, second, out date);
        if (monthFirst == false || first == second) return Valid(year, second, first, out date);
        date = default;
        return false;
    }

    private readonly bool TryYear(int from, out int end, out int year)
    {
        var next = SkipSpaces(from);
        if (next < text.Length && text[next] is ',' or '.' or '-' or '/' or '،') next = SkipSpaces(next + 1);
        foreach (var joint in (ReadOnlySpan<string>)["de ", "del ", "of ", "r. ", "ng "])
        {
            if (!Has(next, joint)) continue;
            next = SkipSpaces(next + joint.Length);
            break;
        }

        year = Number(next, out end);
        return end - next == 4;
    }

    // May 24, 2024 / May 24th 2024 / mayo 24 de 2024 / Tháng 5 24, 2024
    private readonly bool TryDayAndYear(int from, int month, out int end, out DateOnly date)
    {
        date = default;
        var next = SkipSpaces(from);
        if (next < text.Length && text[next] is '.' or '-') next = SkipSpaces(next + 1);
        var day = Number(next, out end);
        if (end == next || end - next > 2) return false;
        next = end;
        foreach (var suffix in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
        {
            if (!Has(next, suffix)) continue;
            next += 2;
            break;
        }

        return TryYear(next, out end, out var year) && Valid(year, month, day, out date);
    }

    private readonly bool TryMonthName(int from, out int end, out int month)
    {
        month = 0;
        end = from;
        if (from >= text.Length || !char.IsLetter(text[from])) return false;
        if (from > 0 && char.IsLetter(text[from - 1])) return false;
        while (end < text.Length && IsLetter(text[end])) end++;
        var longest = Math.Min(MonthNames.LongestName, text.Length - from);

        // ม.ค. and كانون الثاني hold a dot or a space.
        var limit = end;
        if (end + 1 < text.Length && text[end] is '.' or ' ' && char.IsLetter(text[end + 1]))
        {
            limit = end + 1;
            while (limit < text.Length && limit - from < longest && IsLetter(text[limit])) limit++;
            month = MonthNames.Of(text[from..limit]);
            if (month > 0)
            {
                end = limit;
                if (end < text.Length && text[end] == '.') end++;
                return true;
            }
        }

        month = MonthNames.Of(text[from..end]);
        if (month == 0) return false;
        if (end < text.Length && text[end] == '.') end++;
        return true;
    }
}
