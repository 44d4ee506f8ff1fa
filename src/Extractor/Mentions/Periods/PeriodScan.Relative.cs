using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <content>Periods told from another: "last month", "the same period a year earlier", "in the past decade".</content>
internal readonly partial struct PeriodScan
{
    private PeriodMention? Ago(int i)
    {
        var j = i + 1;
        if (UnitAt(j) is not { } unit) return null;
        var k = Hop(j);
        if (lexicon.Find(tokens.Chars(Math.Min(k, tokens.Count - 1)), PeriodWordClass.Back) is null) return null;
        var last = k;
        if (IsUnitOrSpan(k + 1) && Hop(j) != j + 1) last = k + 1;
        return Make(i, last, unit == 12 ? PeriodKind.YearEarlier : PeriodKind.Previous) with { UnitMonths = unit };
    }

    private PeriodMention? Relation(int i)
    {
        if (lexicon.Find(tokens.Chars(i), PeriodWordClass.Relation) is not { } relation) return null;
        var start = i;
        var word = relation.Text;
        var j = i + 1;
        if (word is "the" or "that")
        {
            if (j >= tokens.Count) return null;
            if (YearWord(j) && Is(j + 1, "so") && Is(j + 2, "far")) return Make(start, j + 2, PeriodKind.YearToDate);
            if (UnitAt(j) is { } unitAfterThe)
            {
                // "in the quarter just ended"
                if (Is(j + 1, "just") && IsConcluded(j + 2) && unitAfterThe <= 6) return Make(start, j + 2, PeriodKind.LastUnit) with { UnitMonths = unitAfterThe };
                var k = Hop(j);
                if (k < tokens.Count && lexicon.Find(tokens.Chars(k), PeriodWordClass.Back) is not null && !(Is(k, "before") && k + 1 < tokens.Count && tokens[k + 1].Kind == TokenKind.Word && !Is(k + 1, "and") && !Is(k + 1, "but") && !Is(k + 1, "when") && Month(k + 1) is null))
                {
                    var end = IsUnitOrSpan(k + 1) && k != j + 1 ? k + 1 : k;
                    return Make(start, end, unitAfterThe == 12 ? PeriodKind.YearEarlier : PeriodKind.Previous) with { UnitMonths = unitAfterThe };
                }

                if (Is(k, "to") && Is(Hop(k), "date")) return Make(start, Hop(k), PeriodKind.YearToDate);
                if (k == j + 1 && AnaphorIsPlain(i, j)) return Make(start, j, PeriodKind.Same) with { UnitMonths = unitAfterThe };
                return null;
            }

            if (lexicon.Find(tokens.Chars(j), PeriodWordClass.Span) is not null && Is(j, "period") && AnaphorIsPlain(i, j)) return Make(start, j, PeriodKind.Same);
            if (YearAt(j) is { } yearOfPeriod && Is(j + 1, "period")) return Make(start, j + 1, PeriodKind.Same) with { YearReference = YearReference.Explicit, Year = yearOfPeriod };
            return null;
        }

        if (j >= tokens.Count) return null;
        if (word == "same") return SamePeriod(start, j);

        // "last fiscal year", "the current fiscal year"
        if (Is(j, "fiscal") || Is(j, "financial"))
            return IsFiscalNoun(j, out var noun) ? Make(start, noun, PeriodKind.FiscalYear) with { YearReference = Reference(word) } : null;

        if (Month(j) is not null && MonthIsName(j) && word is "last" or "this" or "previous" or "past" or "next") return Months(start, j, Reference(word));
        if (lexicon.Find(tokens.Chars(j), PeriodWordClass.Weekday) is not null) return Date(start, j, 0, 0, 0);
        var part = j;
        if (UnitAt(j) is { } unit and < 120 && !IsPluralUnit(j))
        {
            // "year-earlier" after "the"
            var k = Hop(j);
            if (unit == 12 && k != j + 1 && IsBack(k) && word == "this") return null;
            if (unit == 12)
            {
                if (YearsPart(start, j, Reference(word)) is { } yearsPart) return yearsPart;
                switch (word)
                {
                    case "this":
                        if (Is(j + 1, "so") && Is(j + 2, "far") || Is(j + 1, "to") && Is(j + 2, "date")) return Make(start, j + 2, PeriodKind.YearToDate);
                        return Make(start, j, PeriodKind.Years) with { YearReference = YearReference.This };
                    case "last":
                        return Make(start, j, PeriodKind.Years) with { YearReference = YearReference.Last };
                    case "next":
                        return Make(start, j, PeriodKind.Years) with { YearReference = YearReference.Next };
                    case "previous":
                        return Make(start, j, PeriodKind.YearEarlier) with { UnitMonths = 12 };
                    default:
                        return Make(start, j, PeriodKind.Window) with { UnitMonths = 12 };
                }
            }

            return word switch
            {
                "this" => Make(start, j, PeriodKind.ThisUnit) with { UnitMonths = unit },
                "last" or "past" => Make(start, j, PeriodKind.LastUnit) with { UnitMonths = unit },
                "previous" => Make(start, j, PeriodKind.Previous) with { UnitMonths = unit },
                _ => null,
            };
        }

        if (word == "previous" && (Is(j, "period"))) return Make(start, j, PeriodKind.Previous);

        // "in the last five years", "the past decade", "the prior three-month period"
        if (word is "last" or "past" or "previous" or "recent")
        {
            if (Count(j) is { } count)
            {
                var k = Hop(j);
                if (UnitAt(k) is { } each)
                {
                    // "the last three months of 2022"
                    if (each == 1 && count <= 11 && Is(k + 1, "of") && (YearAt(k + 2) is not null || RelativeYear(k + 2, out _, out _)))
                        return WithYear(start, k, 13 - count, 12, 0);
                    if (word == "previous" && each == 1) return Make(start, Period(k), PeriodKind.Previous) with { UnitMonths = count };
                    return Make(start, k, PeriodKind.Window) with { UnitMonths = count * each, CountsMonths = each == 1 };
                }
            }
            else if (UnitAt(j) == 120)
            {
                return Make(start, part, PeriodKind.Window) with { UnitMonths = 120 };
            }
        }

        return null;
    }

    // "the same period last year", "same month a year earlier", "the corresponding period of 2021", "a similar 1986 period"
    private PeriodMention? SamePeriod(int start, int j)
    {
        if (YearAt(j) is { } yearBefore && IsUnitOrSpan(j + 1))
            return Make(start, j + 1, PeriodKind.Same) with { YearReference = YearReference.Explicit, Year = yearBefore };

        // "from corresponding last year's $471 million"
        if (Is(start, "corresponding") && RelativeYear(j, out var direct, out var when) && when is YearReference.Last or YearReference.Previous) return Make(start, direct, PeriodKind.YearEarlier) with { UnitMonths = 0 };
        int last;
        var unit = 0;
        if (Month(j) is not null && MonthIsName(j))
        {
            last = j;
        }
        else
        {
            var noun = j;
            if (Count(j) is not null && UnitAt(Hop(j)) is not null) noun = Hop(j);
            if (lexicon.Find(tokens.Chars(noun), PeriodWordClass.Ordinal) is not null && UnitAt(Hop(noun)) is not null) noun = Hop(noun);
            if (!IsUnitOrSpan(noun)) return null;
            unit = UnitAt(noun) ?? 0;
            last = Period(noun);
        }

        if (RelativeYear(last + 1, out var end, out var reference, isOfSame: true))
        {
            return reference is YearReference.Last or YearReference.Previous
                ? Make(start, end, PeriodKind.YearEarlier) with { UnitMonths = unit }
                : Make(start, end, PeriodKind.Same) with { UnitMonths = unit };
        }

        var k = last + 1;
        if (Is(k, "of") || Is(k, "in") || Is(k, "during")) k++;
        if (Is(k, "the")) k++;
        if (Is(k, "fy") && Fiscal(start, k + 1, 0, 0, true) is { } named) return Make(start, named.LastToken, PeriodKind.YearEarlier) with { UnitMonths = unit };
        if (IsFiscalNoun(k + 1, out var fiscalYear) && lexicon.Find(tokens.Chars(k), PeriodWordClass.Relation) is { } before && Reference(before.Text) is YearReference.Last or YearReference.Previous)
            return Make(start, fiscalYear, PeriodKind.YearEarlier) with { UnitMonths = unit };
        if (YearAt(k) is { } year) return Make(start, k, PeriodKind.Same) with { YearReference = YearReference.Explicit, Year = year, UnitMonths = unit };
        return Make(start, last, PeriodKind.Same) with { UnitMonths = unit };
    }

    // Year words behind a month or a "same period": "last year", "of the previous year", "a year earlier", "the year before", "this year"
    private bool RelativeYear(int k, out int last, out YearReference reference, bool isOfSame = false)
    {
        last = k;
        reference = YearReference.None;
        if (tokens.IsSymbol(k, ',')) k++;
        if (Is(k, "of") || Is(k, "in")) k++;
        if (Is(k, "the") && Is(k + 1, "same") && YearWord(k + 2))
        {
            last = k + 2;
            reference = YearReference.Same;
            return true;
        }

        if ((Is(k, "a") || Is(k, "one") || Is(k, "the")) && YearWord(k + 1) && k + 2 < tokens.Count && lexicon.Find(tokens.Chars(Hop(k + 1)), PeriodWordClass.Back) is not null)
        {
            last = Hop(k + 1);
            reference = YearReference.Previous;
            return true;
        }

        var hasThe = Is(k, "the");
        if (hasThe) k++;
        if (k + 1 >= tokens.Count) return false;
        if (YearWord(k + 1) && lexicon.Find(tokens.Chars(k), PeriodWordClass.Relation) is { } relation)
        {
            last = k + 1;
            reference = Reference(relation.Text);
            return reference != YearReference.None;
        }

        if ((Is(k + 1, "fiscal") || Is(k + 1, "financial")) && lexicon.Find(tokens.Chars(k), PeriodWordClass.Relation) is { Text: "last" or "previous" })
        {
            // "of last fiscal year 2023-24", "of the previous fiscal"
            last = NamedAgain(YearWord(k + 2) ? k + 2 : k + 1);
            reference = YearReference.Last;
            return isOfSame;
        }

        if (hasThe && YearWord(k))
        {
            last = k;
            reference = YearReference.Same;
            return true;
        }

        return false;
    }

    private static YearReference Reference(string relation) => relation switch
    {
        "this" => YearReference.This,
        "last" or "past" => YearReference.Last,
        "next" => YearReference.Next,
        "previous" => YearReference.Previous,
        "same" => YearReference.Same,
        _ => YearReference.None,
    };

    private bool AnaphorIsPlain(int the, int noun)
    {
        // "in the month", "during the quarter", "for the year" but not "the year's", "the month-on-month", "the quarter million"
        if (noun + 1 < tokens.Count && tokens[noun + 1].Kind == TokenKind.Possessive) return true;
        if (Sign(noun + 1, '-', '-')) return false;
        if (the == 0) return false;
        return Is(the - 1, "in") || Is(the - 1, "during") || Is(the - 1, "for") || Is(the - 1, "of") || Is(the - 1, "over") || Is(the - 1, "throughout") || Is(the - 1, "at") || Is(the - 1, "by");
    }

    // "this year's third quarter", "last year's first five months", "last year's same period"
    private PeriodMention? YearsPart(int start, int year, YearReference reference)
    {
        var k = year + 2;
        if (k >= tokens.Count || tokens[year + 1].Kind != TokenKind.Possessive || reference == YearReference.None) return null;
        if (Ordinal(k) is { Kind: PeriodKind.Months, YearReference: YearReference.None } part) return Resume(start, part.LastToken, part) with { YearReference = reference };
        return reference is YearReference.Last && lexicon.Find(tokens.Chars(k), PeriodWordClass.Relation)?.Text == "same" && SamePeriod(k, k + 1) is { Kind: PeriodKind.Same, YearReference: YearReference.None } same
            ? Make(start, same.LastToken, PeriodKind.YearEarlier) with { UnitMonths = same.UnitMonths }
            : null;
    }
}
