using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;

namespace Extractor.Rules.Reading;

/// <content>Which period a number is of.</content>
internal sealed partial class FactComposer
{
    // The period that belongs to an earlier level or growth is no period of anything else:
    // "fell to 2.7bn from 2.9bn in October", "up from September's 9.9% gain".
    private void ConsumeEarlierPeriods(List<NumberReading> readings)
    {
        foreach (var reading in readings)
        {
            if (reading.Match is null || reading.Class != NumberClass.Unresolved) continue;
            if (reading.Role is not (RuleRole.EarlierLevel or RuleRole.EarlierGrowth or RuleRole.EarlierShare)) continue;
            if (NamedAgain(reading) is { } again) again.IsConsumed = true;
            var found = false;
            if (reading.At + 1 < items.Count && items[reading.At + 1].Phrase?.Period is { } ofFlow && items[reading.At + 1].Phrase!.IsFrame)
            {
                // "compared to a 14.4 billion gap in April 2023"
                ofFlow.IsConsumed = true;
                continue;
            }

            var start = PastBracket(reading.At + 1);
            for (var i = start; i < items.Count && i <= start + 4 && !found; i++)
            {
                if (items[i].Kind == ItemKind.Number && !items[i].Number!.IsSecondCurrency || items[i].IsSymbol(';') || items[i].IsSymbol(',')) break;
                if (items[i].Kind != ItemKind.Period || items[i].Period!.Kind == PeriodKind.Basis) continue;
                items[i].IsConsumed = true;
                found = true;
            }

            for (var i = reading.At - 1; i >= 0 && i >= reading.At - 4 && !found; i--)
            {
                if (items[i].Kind == ItemKind.Number || items[i].IsSymbol(',')) break;
                if (items[i].Kind != ItemKind.Period) continue;
                items[i].IsConsumed = true;
                found = true;
            }
        }
    }

    // The period that stands with the flow when an earlier level names it again: "a year-earlier surplus of ...".
    private static Item? NamedAgain(NumberReading reading)
    {
        if (reading.Match!.Subject?.Phrase?.Period is { } captured) return captured;
        return reading.Subject is { } subject && subject.At >= reading.Match.First && subject.At < reading.At ? subject.Period : null;
    }

    // "Between 2017 and 2022 exports rose from $40 billion to $60 billion": the level of the last year, and of the first.
    private TradePeriod? End(NumberReading reading, TradePeriod main)
    {
        if (main.MonthCount is not { } months || months <= 12 || months % 12 != 0 || main.Start is not { Month: 1, Year: { } first } || main.End.Year is not { } last) return null;
        if (reading.Role is not (RuleRole.Level or RuleRole.EarlierLevel or RuleRole.Share or RuleRole.EarlierShare)) return null;
        if (reading.At > 0 && items[reading.At - 1].Word?.Form is "from") return TradePeriod.WholeYear(first);
        for (var i = reading.At - 1; i > 0 && items[i].Clause == reading.Item.Clause; i--)
        {
            if (items[i].Kind == ItemKind.Number && items[i - 1].Word?.Form is "from" && items[i].Number!.Kind == reading.Item.Number!.Kind) return TradePeriod.WholeYear(last);
        }

        return null;
    }

    // The period of a number: what stands with its subject, in its clause, at the head of the sentence, or was spoken of before.
    private Sourced<TradePeriod>? PeriodOf(NumberReading reading, Subject subject)
    {
        if (reading.Member < 0 && paired is not null && paired.TryGetValue(reading.At, out var mate)) return mate;
        if (subject.Period is { } own && Resolve(own) is { } stated) return stated;
        if (Adjacent(reading.At) is { } adjacent) return adjacent;
        if (reading.Role == RuleRole.Level && YearEarlierLevel.PeriodBehind(items, reading.At) is { } yearBefore && Resolve(yearBefore) is { } before) return before;
        var clause = reading.Item.Clause;
        if (WhenClause(clause) is { } when) return when;
        if (OpeningYearEarlier() is { } past) return past;
        Sourced<TradePeriod>? after = null;
        Sourced<TradePeriod>? earlier = null;
        Sourced<TradePeriod>? leading = null;
        Sourced<TradePeriod>? inClause = null;
        Sourced<TradePeriod>? other = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var phrasePeriod = item.Phrase?.Period;
            if (item.Kind != ItemKind.Period && phrasePeriod is null) continue;
            var mention = phrasePeriod ?? item;
            if (phrasePeriod is not null && i > reading.At) continue;
            if (item.Kind == ItemKind.Period && (IsComparison(i) || IsBracketedAway(i, reading.At) || IsBegunOrEnded(i) || IsPlacedIn(i) || IsSaidAgain(i)) || mention.IsConsumed) continue;
            if (Resolve(mention) is not { } resolved) continue;
            if (item.Clause == clause && i < reading.At) inClause = resolved;
            else if (item.Clause == clause) after ??= IsOfParticiple(i, reading.At) ? null : resolved;
            else if (i < reading.At && leading is null && IsLeading(i)) leading = resolved;
            else if (i < reading.At) earlier = resolved;
            else other ??= resolved;
        }

        if (reading.Role == RuleRole.Level && (inClause ?? leading ?? after) is null && YearEarlierLevel.PeriodInFront(items) is { } yearAgo && Resolve(yearAgo) is { } opening) return opening;
        if ((inClause ?? leading ?? after ?? earlier ?? other) is { } found) return subject.IsAnnual && found.Value.MonthCount < 12 ? Annual(found) : found;
        if (IsHabitual() && subject.At >= 0) return new(TradePeriod.WholeYear(null), null, SlotOrigin.Default);
        if (subject.IsCumulative && (discourse.Period ?? discourse.MainPeriod) is not { Value: { MonthCount: > 1, Start.Month: 1 } } && discourse.Calendar.ThisYear is { } current) return new(TradePeriod.WholeYear(current), null, SlotOrigin.Document);
        if (subject.IsAnnual && (discourse.Period ?? discourse.MainPeriod) is { } carried) return Annual(carried);
        if (subject.IsAnnual && discourse.Calendar.ThisYear is { } thisYear) return new(TradePeriod.WholeYear(thisYear), null, SlotOrigin.Document);
        if ((discourse.Period ?? discourse.MainPeriod) is { Value.MonthCount: > 1 and < 12 } cumulative && ComparedMonth(cumulative.Value) is { } month) return cumulative with { Value = month };

        // "In April, Russia remained India's top supplier. Imports from Iraq were ...": of the month named last, where the text is about no other.
        return discourse.Period ?? discourse.MainPeriod ?? (discourse.Mentioned is { MonthCount: 1 } named ? new(named, null, SlotOrigin.Carried) : null);
    }

    // "climbed to $29 billion, reflecting deliveries of vessels ordered during the 2022-2023 upcycle": when they were ordered.
    private bool IsOfParticiple(int i, int at)
    {
        var k = i - 1;
        while (k > at && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Preposition | WordClass.Determiner)) k--;
        if (k <= at || k == i - 1 || items[k].Kind != ItemKind.Word && items[k].Kind != ItemKind.Phrase || items[k].Word is { } known && !(known.Is(WordClass.Verb) && !known.Is(WordClass.Reach | WordClass.ChangeVerb | WordClass.Neutral | WordClass.FlowVerb))) return false;
        return tokens.Chars(items[k].Last) is { Length: > 4 } chars && chars.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(chars[0]);
    }

    // "exports began 2024-25 on a positive note, rising 1% in April": the year that begins is not what the figure is of.
    private bool IsBegunOrEnded(int i) => i > 0 && i + 1 < items.Count && items[i - 1].Is(WordClass.BeginEnd) && items[i - 1].Kind == ItemKind.Word && items[i + 1].Word?.Form is "on" or "with" or "at" or "in";

    // "in the period | from January to June", "the first seven months of the Iranian year | (March 20-October 21)": said again, and exactly.
    private bool IsSaidAgain(int i)
    {
        if (i + 2 < items.Count && items[i].Period!.Kind == PeriodKind.Same && items[i + 1].Word?.Form is "from" or "of" or "between" && items[i + 2].Kind == ItemKind.Period) return true;
        var k = i + 1;
        while (k < items.Count && k < i + 3 && (items[k].Word?.Form is "of" || items[k].Phrase is { IsFrame: false, HasGoods: false })) k++;
        return k + 2 < items.Count && items[k].IsSymbol('(') && items[k + 1] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.Days } && items[k + 2].IsSymbol(')');
    }

    // "exports edged up 0.1% (vs -3.2% in Q2)": the quarter is of the number beside it in the brackets.
    private bool IsBracketedAway(int i, int at)
    {
        var hasNumber = false;
        var open = i - 1;
        while (open >= 0 && open > i - LongestBracket && !items[open].IsSymbol('('))
        {
            if (items[open].IsSymbol(')')) return false;
            hasNumber |= items[open].Kind == ItemKind.Number;
            open--;
        }

        if (open < 0 || !items[open].IsSymbol('(')) return false;
        var close = i + 1;
        while (close < items.Count && close < i + LongestBracket && !items[close].IsSymbol(')'))
        {
            hasNumber |= items[close].Kind == ItemKind.Number;
            close++;
        }

        return hasNumber && !(at > open && at < close);
    }

    // "In April, the first month of the 2024/25 fiscal year, refiners imported ...": the year only says where the month lies.
    private bool IsPlacedIn(int i)
    {
        var k = i - 1;
        while (k >= 0 && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Determiner)) k--;
        if (k > 0 && k < i - 1 && items[k].IsSymbol(',') && items[k - 1].Kind == ItemKind.Period) return true; // "In April, the first month of the fiscal year 2024/25, ..."
        if (k < 3 || items[k].Word?.Form is not "of") return false;
        if (tokens.Chars(items[k - 1].Last) is not ("month" or "quarter" or "half")) return false;
        for (k -= 2; k >= 0 && k > i - 9; k--)
        {
            if (items[k].Kind == ItemKind.Number && items[k].Number!.Kind is not NumberKind.Ordinal) return false;
            if (items[k].IsSymbol(',') && k > 0 && items[k - 1].Kind == ItemKind.Period) return true;
        }

        return false;
    }

    // "the largest since 2017, when the surplus stood at ...": of 2017.
    private Sourced<TradePeriod>? WhenClause(int clause)
    {
        var first = items.FindIndex(i => i.Clause == clause);
        if (first < 2 || items[first].Word?.Form is not ("when" or "which")) return null;
        var k = items[first - 1].IsSymbol(',') ? first - 2 : first - 1;
        return k >= 0 && items[k].Kind == ItemKind.Period ? Resolve(items[k]) : null;
    }

    // "A year earlier, the surplus was 45.9 billion": of that year, when nothing is compared.
    private Sourced<TradePeriod>? OpeningYearEarlier() =>
        items.Count > 3 && items[0] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.YearEarlier } && items[1].IsSymbol(',') && (discourse.Period ?? discourse.MainPeriod) is { } spoken ? ResolveAgainst(items[0], spoken.Value) : null;

    // "$80.03 billion in 2020": the period right behind the number is its own.
    private Sourced<TradePeriod>? Adjacent(int at)
    {
        var i = PastBracket(at + 1);
        var bare = i;

        // "28.5 per cent year-on-year expansion in May 2019"
        if (items[at].Number!.Kind == NumberKind.Percent)
        {
            while (i < items.Count && items[i] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.Basis }) i++;
            if (i < items.Count && items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Up | WordClass.Down)) i++;
        }

        if (i + 1 < items.Count && items[i].Word?.Form is "in" && items[i + 1].Is(WordClass.Terms)) i += 2; // "in value terms"
        else if (i < items.Count && items[i].Is(WordClass.Terms)) i++;
        var start = i;
        if (i < items.Count && items[i].Word?.Form is "in" or "during" or "for" or "by") i++;
        if (i < items.Count && items[i].Is(WordClass.Determiner)) i++;

        // "rose 6 percent last year and 3 percent this year"
        if (i == bare && i < items.Count && items[i] is { Kind: ItemKind.Period, Period: { YearReference: YearReference.This or YearReference.Last or YearReference.Next, Kind: PeriodKind.Years or PeriodKind.Months } } && !IsComparison(i)) return Resolve(items[i]);
        return i > start && i < items.Count && items[i].Kind == ItemKind.Period && !IsComparison(i) && items[i].Period!.Kind is PeriodKind.Months or PeriodKind.Years or PeriodKind.FiscalYear ? Resolve(items[i]) : null;
    }

    // "$1,089 million (13.3 per cent of GDP) in 2022": index behind the bracket that stands at an index.
    private int PastBracket(int i)
    {
        if (i >= items.Count || !items[i].IsSymbol('(')) return i;
        for (var close = i + 1; close < items.Count && close < i + LongestBracket; close++)
        {
            if (items[close].IsSymbol('(')) return i;
            if (items[close].IsSymbol(')')) return close + 1;
        }

        return i;
    }

    private static Sourced<TradePeriod> Annual(Sourced<TradePeriod> period) => period with { Value = TradePeriod.WholeYear(period.Value.End.Year) };

    // "... 320 million, up from 222 million in August" after a sentence about January to September: of September.
    private TradePeriod? ComparedMonth(TradePeriod cumulative)
    {
        foreach (var item in items)
        {
            if (item is { Kind: ItemKind.Period, IsConsumed: true, Period: { Kind: PeriodKind.Months } mention } && mention.FirstMonth == mention.LastMonth && mention.FirstMonth == cumulative.End.Month - 1)
                return TradePeriod.Months(cumulative.End.Year, cumulative.End.Month, cumulative.End.Month);
        }

        return null;
    }

    // "In October, ..." at the head of the sentence or of a clause.
    private bool IsLeading(int i)
    {
        var k = i - 1;
        while (k >= 0 && (items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Preposition | WordClass.Adverb | WordClass.Determiner | WordClass.Conjunction) || items[k].IsSymbol(','))) k--;
        return k < 0 || items[k].Phrase is null && items[k].Kind != ItemKind.Place && items[k].Kind != ItemKind.Number && k < 4;
    }

    private Sourced<TradePeriod>? Resolve(Item item)
    {
        var mention = item.Period!;
        var antecedent = mention.Kind == PeriodKind.Same && discourse.Mentioned is { } mentioned ? mentioned : (discourse.Period ?? discourse.MainPeriod)?.Value;
        if (PeriodResolver.Resolve(mention, calendar, antecedent) is not { } period) return null;

        // "fiscal year 2081-82": of another calendar.
        if (period.Start.Year is { } year && calendar.ThisYear is { } now && year > now + 40) return null;
        return new Sourced<TradePeriod>(period, mention.Span, SlotOrigin.Stated);
    }

    // "from a year earlier", "than in May", "the prior month" behind an amount, "September's 9.9% gain".
    private bool IsComparison(int i)
    {
        var item = items[i];
        if (item.IsConsumed || IsSecondOfComparing(i)) return true;
        var mention = item.Period!;
        var k = i - 1;
        while (k >= 0 && (items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Determiner | WordClass.Adverb) && !items[k].Is(WordClass.Compare) && !IsThan(items[k])
            || items[k].Word?.Form is "in" or "that" or "those" or "of" or "for" or "period" && k > 0 && (items[k - 1].Is(WordClass.Compare) || IsThan(items[k - 1]) || items[k - 1].Word?.Form is "that" or "those") || items[k].Word?.Form is "that" or "those")) k--;
        if (k == i - 1 && k > 1 && items[k].Word?.Form is "in" or "of" or "for" && IsComparedNoun(k - 1)) return true;
        if (k > 0 && k < i - 1 && items[k].Phrase is { IsFrame: false, HasGoods: false } && items[k - 1].Kind == ItemKind.Word && items[k - 1].Is(WordClass.Compare) && items[i - 1].Word?.Form is "in" or "of") k--; // "rose over the earnings in 1993"
        if (k >= 0 && (IsThan(items[k]) || items[k].Word?.Form is "below" or "above" && k > 0 && items[k - 1].Kind == ItemKind.Number)) return true;
        if (k >= 0 && items[k].Word?.Form is "since" && mention.Kind is PeriodKind.Years or PeriodKind.Months or PeriodKind.Date) return true;
        if (k >= 0 && items[k].Word is { } word && word.Is(WordClass.Compare) && items[k].Kind == ItemKind.Word)
        {
            // "from January to October" is a period; "over the first half" as well; "from a year earlier" is none.
            if (word.Form is "from" && (mention.HasBothEnds || mention.Kind == PeriodKind.Months && mention.FirstMonth != mention.LastMonth && StartsWithMonth(mention))) return false;
            if (word.Form is "over" && mention.Kind is not (PeriodKind.YearEarlier or PeriodKind.Previous or PeriodKind.Same or PeriodKind.LastUnit or PeriodKind.Years or PeriodKind.Months)) return false;
            return true;
        }

        // "+0.1% on the previous month", "quickened on the first eight months"
        if (k >= 0 && items[k].Word?.Form is "on" && mention.Kind is not PeriodKind.Date) return true;
        return mention.Kind is PeriodKind.YearEarlier || (mention.Kind is PeriodKind.Previous && !(k >= 0 && items[k].Word?.Form is "in" or "during" or "for"));
    }

    // "over the earnings in 1975", "compared to that of 1975", "exceeded those of 1975": a noun or pronoun that stands for the flow.
    private bool IsComparedNoun(int i)
    {
        if (items[i].Kind == ItemKind.Place || items[i].Phrase is not { IsFrame: false, HasGoods: false } && items[i].Word?.Form is not ("that" or "those")) return false;
        return items[i - 1].Kind == ItemKind.Word && (items[i - 1].Is(WordClass.Compare) || IsThan(items[i - 1]) || items[i].Phrase is null && items[i - 1].Is(WordClass.OverVerb));
    }

    // "less than in May": the adverb ends in the word that compares.
    private static bool IsThan(Item item) => item.Word?.Form.EndsWith(" than", StringComparison.Ordinal) == true;

    private bool StartsWithMonth(PeriodMention mention) => char.IsUpper(tokens.Text[tokens[mention.FirstToken].Start]) && !tokens.IsWord(mention.FirstToken, "The");

    private Sourced<TradePeriod>? EarlierPeriod(NumberReading reading, TradePeriod main)
    {
        // Behind the number: "from 9.5 billion in August", "... a year earlier", "... the prior month"; up to the next number.
        var match = reading.Match!;
        if (match.Period is { } named && ResolveAgainst(named, main) is { } byRule)
        {
            named.IsConsumed = true;
            return byRule;
        }

        if (reading.At + 1 < items.Count && items[reading.At + 1].Phrase is { IsFrame: true, Period: { } ofFlow } && ResolveAgainst(ofFlow, main) is { } stated) return stated;
        var behindNumber = PastBracket(reading.At + 1);
        for (var i = behindNumber; i < items.Count && i <= behindNumber + 5; i++)
        {
            if (items[i].Kind == ItemKind.Number && !items[i].Number!.IsSecondCurrency || items[i].IsSymbol(';')) break;
            if (items[i].Kind != ItemKind.Period) continue;
            if (ResolveAgainst(items[i], main) is not { } behind) continue;
            items[i].IsConsumed = true;
            return behind;
        }

        for (var i = reading.At - 1; i >= 0 && i >= reading.At - 4; i--)
        {
            if (items[i].Kind == ItemKind.Number || items[i].IsSymbol(',')) break;
            if (items[i].Kind == ItemKind.Period && IsComparison(i) && ResolveAgainst(items[i], main) is { } before)
            {
                items[i].IsConsumed = true;
                return before;
            }
        }

        // Nothing near: another comparison of the sentence, or the document's way of comparing.
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind == ItemKind.Period && items[i].Period!.Kind != PeriodKind.Basis && (IsComparison(i) || i > reading.At) && ResolveAgainst(items[i], main) is { } any && any.Value.End < main.End && any.Value.MonthCount == main.MonthCount) return any;
        }

        if (discourse.Basis == "mom" && main.MonthCount == 1) return new(main.AddMonths(-1), null, SlotOrigin.Default);
        if (discourse.Basis == "qoq" && main.MonthCount == 3) return new(main.AddMonths(-3), null, SlotOrigin.Default);
        return main.YearIsKnown ? new(main.AddYears(-1), null, SlotOrigin.Default) : null;
    }

    private Sourced<TradePeriod>? ResolveAgainst(Item item, TradePeriod main)
    {
        var mention = item.Period!;
        if (mention.Kind == PeriodKind.Basis) return null;
        if (PeriodResolver.Resolve(mention, calendar, main) is not { } period) return null;
        if (!main.YearIsKnown && period == main) return null;
        if (mention.Kind == PeriodKind.Months && mention.YearReference == YearReference.None && main.YearIsKnown)
        {
            // "up from September's": the latest such month before the one compared.
            var year = main.End.Year!.Value;
            if (mention.LastMonth >= main.End.Month && mention.FirstMonth == mention.LastMonth) year--;
            period = TradePeriod.Months(year, mention.FirstMonth, mention.LastMonth);
        }

        if (mention.Kind == PeriodKind.Years && main.MonthCount is < 12 && period.MonthCount == 12 && main.YearIsKnown && period.YearIsKnown)
            period = main.AddYears(period.End.Year!.Value - main.End.Year!.Value);
        return new(period, mention.Span, SlotOrigin.Stated);
    }
}
