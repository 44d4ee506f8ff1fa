using System.Globalization;
using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <summary>Finds dates, periods and ways of comparing (<c>year-on-year</c>) in one pass.</summary>
public sealed class PeriodFinder
{
    private static readonly HashSet<string> LeadsToYear = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "of", "for", "since", "from", "to", "by", "during", "until", "till", "through", "and", "between", "than", "versus", "vs", "year", "early",
        "late", "mid", "end", "calendar", "against", "or", "over", "with", "at", "throughout", "whole", "all", "after", "before", "fiscal", "annual", "on", "spring", "summer", "autumn", "winter", "versus", "back",
    };

    private static readonly HashSet<string> NotAfterYear = new(StringComparer.OrdinalIgnoreCase)
    {
        "percent", "per", "pct", "billion", "million", "trillion", "bn", "mln", "thousand", "hundred", "tonnes", "tons", "units", "people", "companies", "firms",
        "enterprises", "vehicles", "dollars", "yuan", "yen", "won", "euros", "pounds", "barrels", "workers", "jobs", "points", "metric", "countries", "years", "dlrs", "crore", "lakh", "kg", "times", "km", "mw",
    };

    private readonly PeriodLexicon lexicon;

    /// <summary>Makes a finder that knows the words of <paramref name="lexicon"/>.</summary>
    public PeriodFinder(PeriodLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        this.lexicon = lexicon;
    }

    /// <summary>Adds the mentions of <paramref name="tokens"/> to <paramref name="into"/>, in order and not overlapping.</summary>
    public void Find(TokenList tokens, List<PeriodMention> into)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(into);
        var scan = new Scan(tokens, lexicon);
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            PeriodMention? mention = null;
            if (token.Kind == TokenKind.Number) mention = scan.FromNumber(i);
            else if (token.Kind == TokenKind.Word && scan.MayStart(i)) mention = scan.FromWord(i);
            if (mention is null) continue;
            into.Add(mention);
            i = mention.LastToken;
        }
    }

    private readonly struct Scan(TokenList tokens, PeriodLexicon lexicon)
    {
        private readonly TokenList tokens = tokens;
        private readonly PeriodLexicon lexicon = lexicon;

        public bool MayStart(int i)
        {
            var chars = tokens.Chars(i);
            if (chars.Length > 13) return false;
            return lexicon.Contains(chars) || chars.Length <= 9 && (Is(i, "q") || Is(i, "h") || Is(i, "fy") || Is(i, "fiscal") || Is(i, "financial") || Is(i, "marketing")
                || Is(i, "so") || Is(i, "quarterly") || Is(i, "yearly") || Is(i, "annual") || Is(i, "a") || Is(i, "on") || Is(i, "y") || Is(i, "m") || Is(i, "yoy") || Is(i, "mom") || Is(i, "mtm") || Is(i, "qtq") || Is(i, "qoq") || Is(i, "annualized") || Is(i, "yr"));
        }

        public PeriodMention? FromNumber(int i)
        {
            ref readonly var token = ref tokens[i];
            var value = Small(i) ?? -1;

            // 2022-07-13, 2022-07-13 15:19, 2022/07/13
            if (token.Length == 4 && YearAt(i) is { } isoYear && Sign(i + 1, '-', '/') && Small(i + 2) is int isoMonth and >= 1 and <= 12
                && Sign(i + 3, '-', '/') && Small(i + 4) is int isoDay and >= 1 and <= 31)
                return Date(i, Time(i + 5) ?? i + 4, isoYear, isoMonth, isoDay);

            // 20/05/2024
            if (value is >= 1 and <= 31 && Sign(i + 1, '/', '.') && Glued(i + 1) && Small(i + 2) is int numericMonth and >= 1 and <= 12 && Sign(i + 3, '/', '.') && YearAt(i + 4) is { } numericYear)
                return Date(i, i + 4, numericYear, numericMonth, value);

            // 20.05.2024, 2024.05.20: one token, for dots between digits are parts of numbers.
            if (token.Length is >= 8 and <= 10 && DottedDay(i) is { } dotted) return dotted;

            // 09:52
            if (token.Length <= 2 && Time(i) is { } afterTime) return Date(i, afterTime, 0, 0, 0);

            // 26-MAR-1987, 13 May 2022, 13th of May
            if (value is >= 1 and <= 31 && token.Length <= 2)
            {
                var j = i + 1;
                if (tokens.IsWord(j, "st") || tokens.IsWord(j, "nd") || tokens.IsWord(j, "rd") || tokens.IsWord(j, "th")) j++;
                if (tokens.IsWord(j, "of")) j++;
                if (Sign(j, '-', '-')) j++;
                if (Month(j) is { } month && tokens[j].Gap != TokenGap.Paragraph)
                {
                    var last = j;
                    var year = 0;
                    var k = j + 1;
                    if (tokens.IsSymbol(k, '.') && Glued(k)) k++;
                    if (Sign(k, '-', ',')) k++;
                    if (YearAt(k) is { } y)
                    {
                        year = y;
                        last = Time(k + 1) ?? k;
                    }

                    return Date(i, last, year, month, value);
                }
            }

            // 1Q25, 2H 2024
            if (value is >= 1 and <= 4 && token.Length == 1 && i + 1 < tokens.Count && tokens[i + 1].Gap == TokenGap.None && (Is(i + 1, "q") || (Is(i + 1, "h") && value <= 2)))
                return Part(i, i + 1, Is(i + 1, "q") ? 3 : 6, value);

            // 9M 2022, 7MFY25
            if (value is >= 2 and <= 11 && i + 1 < tokens.Count && Glued(i + 1) && Is(i + 1, "m") && (YearAt(i + 2) is not null || Is(i + 2, "fy")))
                return WithYear(i, i + 1, 1, value, 0);
            if (value is >= 2 and <= 11 && i + 1 < tokens.Count && Glued(i + 1) && Is(i + 1, "mfy")) return Fiscal(i, i + 2, 1, value, true);

            if (Counted(i) is { } counted) return counted;
            return LoneYear(i);
        }

        public PeriodMention? FromWord(int i)
        {
            if (Basis(i) is { } basis) return basis;
            if (Month(i) is not null && MonthIsName(i)) return Months(i, i, YearReference.None);
            if (lexicon.Find(tokens.Chars(i), PeriodWordClass.Weekday) is not null && char.IsUpper(tokens.Text[tokens[i].Start])) return Date(i, i, 0, 0, 0);
            if (Is(i, "q") && i + 1 < tokens.Count && Glued(i + 1) && Small(i + 1) is int q and >= 1 and <= 4) return Part(i, i + 1, 3, q);
            if (Is(i, "h") && i + 1 < tokens.Count && Glued(i + 1) && Small(i + 1) is int h and >= 1 and <= 2) return Part(i, i + 1, 6, h);
            if (Is(i, "fy")) return Fiscal(i, i + 1, 0, 0, true);
            if (Is(i, "fiscal") || Is(i, "financial") || Is(i, "marketing"))
            {
                var at = Is(i + 1, "year") ? i + 2 : i + 1;
                return Fiscal(i, at, 0, 0, false);
            }

            if (Is(i, "so") && Is(i + 1, "far") && (Is(i + 2, "this") || Is(i + 2, "in")) && YearWord(i + 3)) return Make(i, i + 3, PeriodKind.YearToDate);
            if (Is(i, "year") && Is(Hop(i), "to") && Is(Hop(Hop(i)), "date")) return Make(i, Hop(Hop(i)), PeriodKind.YearToDate);
            if ((Is(i, "a") || Is(i, "one")) && Ago(i) is { } ago) return ago;
            if (Ordinal(i) is { } ordinal) return ordinal;
            if (Counted(i) is { } counted) return counted;
            if (Relation(i) is { } relation) return relation;

            // year-earlier, year-ago
            if (Is(i, "year") && (Is(Hop(i), "earlier") || Is(Hop(i), "ago")) && Hop(i) != i + 1)
            {
                var last = Hop(i);
                if (IsUnitOrSpan(last + 1)) last++;
                return Make(i, last, PeriodKind.YearEarlier);
            }

            return null;
        }

        private PeriodMention? Basis(int i)
        {
            string? basis = null;
            var last = i;
            if (Is(i, "yoy")) basis = "yoy";
            else if (Is(i, "mom")) basis = "mom";
            else if (Is(i, "qoq") || Is(i, "qtq")) basis = "qoq";
            else if (Is(i, "mtm")) basis = "mom";
            else if ((Is(i, "monthly") || Is(i, "quarterly") || Is(i, "yearly") || Is(i, "annual")) && Is(i + 1, "basis"))
            {
                last = i + 1;
                basis = Is(i, "monthly") ? "mom" : Is(i, "quarterly") ? "qoq" : "yoy";
            }
            else if (Is(i, "y") || Is(i, "m") || Is(i, "q") || Is(i, "yr"))
            {
                // y-o-y, m/m, yr/yr
                var first = tokens.Chars(i);
                if (Sign(i + 1, '-', '/') && Is(i + 2, "o") && Sign(i + 3, '-', '-') && Same(i, i + 4)) last = i + 4;
                else if (Sign(i + 1, '/', '/') && Same(i, i + 2)) last = i + 2;
                else return null;
                basis = first[0] is 'y' or 'Y' ? "yoy" : first[0] is 'm' or 'M' ? "mom" : "qoq";
            }
            else if (UnitAt(i) is { } unit && unit != 6 && (Is(Hop(i), "on") || Is(Hop(i), "over") || Is(Hop(i), "to")) && Same(i, Hop(Hop(i))))
            {
                last = Hop(Hop(i));
                basis = BasisOf(unit);
            }
            else if (Is(i, "on") && UnitAt(Is(Hop(i), "the") ? Hop(i) + 1 : Hop(i)) is 1 or 3 or 12)
            {
                last = Is(Hop(i), "the") ? Hop(i) + 1 : Hop(i);
                // "on the month", "on year" but not "on the year-end ..."
                if (tokens.IsSymbol(last + 1, '-')) return null;
                basis = BasisOf(UnitAt(last)!.Value);
            }

            return basis is null ? null : Make(i, last, PeriodKind.Basis) with { Basis = basis };
        }

        private static string BasisOf(int unit) => unit switch { 1 => "mom", 3 => "qoq", _ => "yoy" };

        // "first quarter of 2022", "first seven months", "second-half", "the first 20 days of May", "last three months of 2022"
        private PeriodMention? Ordinal(int i)
        {
            if (lexicon.Find(tokens.Chars(i), PeriodWordClass.Ordinal) is not { } ordinal) return null;
            var j = Hop(i);
            if (UnitAt(j) is 3 or 6 && ordinal.Number is >= 1 and <= 4 || UnitAt(j) == 3 && ordinal.Number == -1)
            {
                var unit = UnitAt(j)!.Value;
                if (unit == 6 && ordinal.Number > 2) return null;
                if (unit == 6 && Is(j + 1, "of") && Month(j + 2) is { } halfOf && MonthIsName(j + 2))
                {
                    var half = WithYear(i, j + 2, halfOf, halfOf, 0);
                    return half with { Kind = PeriodKind.Days, FirstDay = ordinal.Number == 1 ? 1 : 16, LastDay = ordinal.Number == 1 ? 15 : 31 };
                }

                return Part(i, j, unit, ordinal.Number == -1 ? 4 : ordinal.Number);
            }

            if (ordinal.Number != 1) return null;
            if (UnitAt(j) == 1 && Is(j + 1, "of") && !Is(j + 2, "operation")) return WithYear(i, j, 1, 1, 0);
            if (Count(j) is not { } count) return null;
            var k = Hop(j);
            if (UnitAt(k) == 1 && count <= 12) return WithYear(i, Period(k), 1, count, 0);
            if (UnitAt(k) == 3 && count <= 4) return WithYear(i, Period(k), 1, count * 3, 0);
            if (Is(k, "days") && count <= 31)
            {
                if (Is(k + 1, "of") && Month(k + 2) is { } month && MonthIsName(k + 2))
                {
                    var days = WithYear(i, k + 2, month, month, 0);
                    return days with { Kind = PeriodKind.Days, FirstDay = 1, LastDay = count };
                }

                var end = Is(k + 1, "of") && (Is(k + 2, "this") || Is(k + 2, "the")) && UnitAt(k + 3) == 1 ? k + 3 : k;
                return Make(i, end, PeriodKind.Days) with { FirstDay = 1, LastDay = count, UnitMonths = 1 };
            }

            return null;
        }

        // "10 months of 2022", "three months to August", "five years ago"
        private PeriodMention? Counted(int i)
        {
            if (Count(i) is not { } count) return null;
            var j = Hop(i);
            if (UnitAt(j) is not { } unit) return null;
            if (unit == 12 && (Is(j + 1, "ago") || Is(j + 1, "earlier") || Is(j + 1, "before")))
                return count == 1 ? Make(i, j + 1, PeriodKind.YearEarlier) : Make(i, j + 1, PeriodKind.Date);
            if (unit != 1 || count > 12) return null;
            var k = Period(j);
            if (Is(k + 1, "of") && (YearAt(k + 2) is not null || RelativeYear(k + 2, out _, out _))) return WithYear(i, k, 1, count, 0);
            if ((Is(k + 1, "to") || Is(k + 1, "through") || Is(k + 1, "ending") || Is(k + 1, "ended") || Is(k + 1, "until")) && count >= 2)
            {
                var m = Is(k + 2, "in") || Is(k + 2, "to") ? k + 3 : k + 2;
                if (Month(m) is { } month && MonthIsName(m))
                {
                    var first = ((month - count) % 12 + 12) % 12 + 1;
                    return WithYear(i, m, first, month, 0);
                }
            }

            return null;
        }

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
                if (UnitAt(j) is { } unitAfterThe)
                {
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
            {
                if (!Is(j + 1, "year")) return null;
                return Make(start, j + 1, PeriodKind.FiscalYear) with { YearReference = Reference(word) };
            }

            if (Month(j) is not null && MonthIsName(j) && word is "last" or "this" or "previous" or "past" or "next") return Months(start, j, Reference(word));
            if (lexicon.Find(tokens.Chars(j), PeriodWordClass.Weekday) is not null) return Date(start, j, 0, 0, 0);
            var part = j;
            if (UnitAt(j) is { } unit and < 120 && !IsPluralUnit(j))
            {
                // "year-earlier" after "the"
                var k = Hop(j);
                if (unit == 12 && k != j + 1 && (Is(k, "earlier") || Is(k, "ago")) && word == "this") return null;
                if (unit == 12)
                {
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
                        return Make(start, k, PeriodKind.Window) with { UnitMonths = count * each };
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

            if (RelativeYear(last + 1, out var end, out var reference))
            {
                return reference is YearReference.Last or YearReference.Previous
                    ? Make(start, end, PeriodKind.YearEarlier) with { UnitMonths = unit }
                    : Make(start, end, PeriodKind.Same) with { UnitMonths = unit };
            }

            var k = last + 1;
            if (Is(k, "of") || Is(k, "in")) k++;
            if (YearAt(k) is { } year) return Make(start, k, PeriodKind.Same) with { YearReference = YearReference.Explicit, Year = year, UnitMonths = unit };
            return Make(start, last, PeriodKind.Same) with { UnitMonths = unit };
        }

        // Year words behind a month or a "same period": "last year", "of the previous year", "a year earlier", "the year before", "this year"
        private bool RelativeYear(int k, out int last, out YearReference reference)
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

        // A month name at `at`, with what may follow: a day, a range, a year, "period", "quarter".
        private PeriodMention? Months(int start, int at, YearReference given)
        {
            var first = Month(at)!.Value;
            var last = at;
            var lastMonth = first;
            var k = at + 1;
            if (tokens.IsSymbol(k, '.') && Glued(k)) k++;

            // January and February; January to October; Jan-Oct
            var connector = k;
            var to = -1;
            if (Sign(connector, '-', '–') || tokens.IsSymbol(connector, '—') || tokens.IsSymbol(connector, '/') || tokens.IsSymbol(connector, '‑')) to = connector + 1;
            else if (Is(connector, "to") || Is(connector, "through") || Is(connector, "till") || Is(connector, "until") || Is(connector, "thru")) to = connector + 1;
            else if (Is(connector, "and") && Month(connector + 1) is { } next && (next == first + 1 || at > 0 && Is(at - 1, "between"))) to = connector + 1;
            if (to > 0 && Month(to) is { } second && MonthIsName(to) && tokens[to].Gap != TokenGap.Paragraph)
            {
                lastMonth = second;
                last = to;
                k = to + 1;
                if (tokens.IsSymbol(k, '.') && Glued(k)) k++;
            }
            else if (Small(k) is int day and >= 1 and <= 31 && tokens[k].Length <= 2 && tokens[k].Gap != TokenGap.Paragraph && !tokens.IsSymbol(k + 1, '%') && !(k + 1 < tokens.Count && NotAfterYear.Contains(tokens.Chars(k + 1).ToString())))
            {
                var dayEnd = k;
                if (tokens.IsWord(dayEnd + 1, "st") || tokens.IsWord(dayEnd + 1, "nd") || tokens.IsWord(dayEnd + 1, "rd") || tokens.IsWord(dayEnd + 1, "th")) dayEnd++;

                // May 1-20
                if ((Sign(dayEnd + 1, '-', '–') || Is(dayEnd + 1, "to")) && Small(dayEnd + 2) is int lastDay and >= 2 and <= 31 && lastDay > day && tokens[dayEnd + 2].Length <= 2
                    && !tokens.IsSymbol(dayEnd + 3, '%'))
                {
                    var span = WithYear(start, dayEnd + 2, first, first, 0, given);
                    return span with { Kind = PeriodKind.Days, FirstDay = day, LastDay = lastDay };
                }

                var end = dayEnd;
                var year = 0;
                var y = end + 1;
                if (tokens.IsSymbol(y, ',')) y++;
                if (YearAt(y) is { } found)
                {
                    year = found;
                    end = y;
                }

                return Date(start, Time(end + 1) ?? end, year, first, day);
            }

            if (Is(last + 1, "quarter") && lastMonth == first)
            {
                last++;
                first = ((first - 3) % 12 + 12) % 12 + 1;
            }

            // "July 2021-June 2022"
            if (first == lastMonth && YearAt(k) is { } startYear && (Sign(k + 1, '-', '–') || Is(k + 1, "to") || Is(k + 1, "through")) && Month(k + 2) is { } endMonth && MonthIsName(k + 2) && YearAt(k + 3) is { } endYear && endYear >= startYear)
            {
                return Make(start, k + 3, PeriodKind.Months) with { FirstMonth = first, LastMonth = endMonth, YearReference = YearReference.Explicit, Year = startYear, LastYear = endYear };
            }

            // "through November": from the start of the year.
            if (first == lastMonth && first > 1 && start > 0 && given == YearReference.None && Is(start - 1, "through")) first = 1;
            return WithYear(start, Period(last), first, lastMonth, k - 1 > last ? k - 1 : 0, given);
        }

        // Adds the year behind a months expression that ends at `last`.
        private PeriodMention WithYear(int start, int last, int firstMonth, int lastMonth, int dot, YearReference given = YearReference.None)
        {
            var k = Math.Max(last, dot) + 1;
            var months = Make(start, last, PeriodKind.Months) with { FirstMonth = firstMonth, LastMonth = lastMonth, YearReference = given };
            if (RelativeYear(k, out var end, out var reference))
                return Resume(start, Period(end), months with { YearReference = reference });

            // "7MFY25", "first seven months of FY25", "of the current fiscal year"
            var of = Is(k, "of") || Is(k, "in") ? k + 1 : k;
            if (Is(of, "the")) of++;
            if (Is(of, "fy")) return Fiscal(start, of + 1, firstMonth, lastMonth, true) ?? months;
            if (of + 1 < tokens.Count && (Is(of, "fiscal") || Is(of, "financial"))) return Fiscal(start, Is(of + 1, "year") ? of + 2 : of + 1, firstMonth, lastMonth, false) ?? months;
            if (of + 2 < tokens.Count && (Is(of + 1, "fiscal") || Is(of + 1, "financial")) && Is(of + 2, "year") && lexicon.Find(tokens.Chars(of), PeriodWordClass.Relation) is { } relation)
                return Resume(start, of + 2, months with { Kind = PeriodKind.FiscalYear, YearReference = Reference(relation.Text) });

            if (tokens.IsSymbol(k, ',')) k++;
            if (Is(k, "of") || Is(k, "in")) k++;
            if (tokens.IsSymbol(k, '\'') || tokens.IsSymbol(k, '’')) k++;
            if (k < tokens.Count && tokens[k].Gap != TokenGap.Paragraph && YearAt(k) is { } year)
            {
                // "April-November 2024-25"
                if (Sign(k + 1, '-', '–') && Small(k + 2) is { } tail && tokens[k + 2].Length == 2 && tail == (year + 1) % 100)
                    return Resume(start, Period(k + 2), months with { Kind = PeriodKind.FiscalYear, YearReference = YearReference.Explicit, Year = year, LastYear = year + 1 });
                return Resume(start, Period(k), months with { YearReference = YearReference.Explicit, Year = year, LastYear = year });
            }

            return months;
        }

        private PeriodMention Resume(int start, int last, PeriodMention mention) => mention with { FirstToken = start, LastToken = last, Span = tokens.SpanOf(start, last) };

        private PeriodMention Part(int start, int last, int unit, int number)
        {
            if (start + 1 == last && last + 1 < tokens.Count && Glued(last + 1) && Is(last + 1, "fy") && Fiscal(start, last + 2, ((number - 1) * unit) + 1, number * unit, true) is { } glued)
                return glued;
            if (last + 1 < tokens.Count && Glued(last + 1) && tokens[last + 1].Kind == TokenKind.Number && tokens[last + 1].Length == 2 && Small(last + 1) is { } yy)
            {
                return Make(start, last + 1, PeriodKind.Months) with
                {
                    FirstMonth = ((number - 1) * unit) + 1,
                    LastMonth = number * unit,
                    YearReference = YearReference.Explicit,
                    Year = 2000 + yy,
                    LastYear = 2000 + yy,
                };
            }

            return WithYear(start, Period(last), ((number - 1) * unit) + 1, number * unit, 0);
        }

        // FY25, FY2024-25, fiscal 2023, fiscal year 2023/24; months count from the first of the fiscal year.
        private PeriodMention? Fiscal(int start, int at, int firstMonth, int lastMonth, bool abbreviated)
        {
            if (at >= tokens.Count || tokens[at].Kind != TokenKind.Number) return null;
            int year;
            if (YearAt(at) is { } full) year = full;
            else if (abbreviated && tokens[at].Length == 2 && Small(at) is { } yy) year = 2000 + yy;
            else return null;
            var last = at;
            var lastYear = 0;
            if (Sign(at + 1, '-', '/') || tokens.IsSymbol(at + 1, '–'))
            {
                if (Small(at + 2) is { } tail && tokens[at + 2].Length == 2 && tail == (year + 1) % 100)
                {
                    lastYear = year + 1;
                    last = at + 2;
                }
                else if (YearAt(at + 2) is { } tailYear && tailYear == year + 1)
                {
                    lastYear = tailYear;
                    last = at + 2;
                }
            }

            // Months of a fiscal year count from its first month: IsFiscalCount is told by FirstDay = -1.
            return Make(start, last, PeriodKind.FiscalYear) with
            {
                YearReference = YearReference.Explicit,
                Year = year,
                LastYear = lastYear,
                FirstMonth = firstMonth,
                LastMonth = lastMonth,
                FirstDay = firstMonth > 0 ? -1 : 0,
            };
        }

        private PeriodMention? LoneYear(int i)
        {
            if (YearAt(i) is not { } year) return null;
            if (i > 0 && tokens[i - 1].Kind == TokenKind.Symbol && tokens[i].Gap == TokenGap.None && tokens.Text[tokens[i - 1].Start] is '$' or '€' or '£' or '¥' or '₹' or '₩' or '.' or '/' or '+' or '_' or '=' or '#') return null;
            if (i > 0 && tokens[i].Gap == TokenGap.None && tokens[i - 1].Kind == TokenKind.Word) return null;
            var next = i + 1;
            if (next < tokens.Count)
            {
                if (tokens.IsSymbol(next, '%') || tokens.IsSymbol(next, '/') && tokens[next].Gap == TokenGap.None && Small(next + 1) is null) return null;
                if (tokens[next].Kind == TokenKind.Word && (tokens[next].Gap == TokenGap.None || NotAfterYear.Contains(tokens.Chars(next).ToString()))) return null;
            }

            // 2020-21 is a fiscal year; 2017-2022 and 2021-24 are years.
            if (Sign(next, '-', '/') || tokens.IsSymbol(next, '–'))
            {
                if (Small(next + 1) is { } tail && tokens[next + 1].Length == 2 && tokens[next + 1].Gap == TokenGap.None)
                {
                    if (tail == (year + 1) % 100) return Make(i, next + 1, PeriodKind.FiscalYear) with { YearReference = YearReference.Explicit, Year = year, LastYear = year + 1 };
                    if (tail > year % 100) return Make(i, next + 1, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = (year / 100 * 100) + tail };
                }

                if (YearAt(next + 1) is { } end && end > year) return Make(i, next + 1, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = end };
            }

            // "between 2020 and 2023"
            if (i > 0 && (Is(i - 1, "between") || Is(i - 1, "from")) && (Is(next, "and") || Is(next, "to")) && YearAt(next + 1) is { } until && until > year)
                return Make(i, next + 1, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = until };
            var isLed = i == 0 || tokens[i].Gap == TokenGap.Paragraph || tokens[i - 1].Kind != TokenKind.Word || LeadsToYear.Contains(tokens.Chars(i - 1).ToString());
            var isClosed = next >= tokens.Count || tokens[next].Kind != TokenKind.Word || tokens[next].Gap == TokenGap.Paragraph;
            if (!isLed && !isClosed && lexicon.Find(tokens.Chars(i - 1), PeriodWordClass.Relation) is null && !Is(i - 1, "full")) return null;
            return Make(i, i, PeriodKind.Years) with { YearReference = YearReference.Explicit, Year = year, LastYear = year };
        }

        private bool AnaphorIsPlain(int the, int noun)
        {
            // "in the month", "during the quarter", "for the year" but not "the year's", "the month-on-month", "the quarter million"
            if (noun + 1 < tokens.Count && tokens[noun + 1].Kind == TokenKind.Possessive) return true;
            if (Sign(noun + 1, '-', '-')) return false;
            if (the == 0) return false;
            return Is(the - 1, "in") || Is(the - 1, "during") || Is(the - 1, "for") || Is(the - 1, "of") || Is(the - 1, "over") || Is(the - 1, "throughout") || Is(the - 1, "at") || Is(the - 1, "by");
        }

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

        private PeriodMention? DottedDay(int i)
        {
            var chars = tokens.Chars(i);
            Span<Range> parts = stackalloc Range[4];
            if (chars.Contains(',') || chars.Split(parts, '.') != 3) return null;
            var yearFirst = parts[0].End.Value == 4;
            if (!yearFirst && chars[parts[2]].Length != 4) return null;
            if (chars[parts[1]].Length > 2 || chars[yearFirst ? parts[2] : parts[0]].Length > 2) return null;
            var year = int.Parse(chars[yearFirst ? parts[0] : parts[2]], CultureInfo.InvariantCulture);
            var month = int.Parse(chars[parts[1]], CultureInfo.InvariantCulture);
            var day = int.Parse(chars[yearFirst ? parts[2] : parts[0]], CultureInfo.InvariantCulture);
            return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day is >= 1 and <= 31 ? Date(i, Time(i + 1) ?? i, year, month, day) : null;
        }

        // 09:52, 09:06:45.47, with a.m./p.m. and a time zone left outside; returns the last token.
        private int? Time(int i)
        {
            if (Small(i) is not (>= 0 and <= 24) || !tokens.IsSymbol(i + 1, ':') || !Glued(i + 1) || i + 2 >= tokens.Count || !Glued(i + 2)) return null;
            if (tokens[i + 2].Kind != TokenKind.Number || tokens[i + 2].Length < 2) return null;
            var last = i + 2;
            if (tokens.IsSymbol(last + 1, ':') && last + 2 < tokens.Count && tokens[last + 2].Kind == TokenKind.Number) last += 2;
            return last;
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

        private PeriodMention Date(int first, int last, int year, int month, int day) =>
            Make(first, last, PeriodKind.Date) with
            {
                Year = year,
                LastYear = year,
                FirstMonth = month,
                LastMonth = month,
                FirstDay = day,
                LastDay = day,
                YearReference = year > 0 ? YearReference.Explicit : YearReference.None,
            };
    }
}
