using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;

namespace Extractor.Rules.Reading;

/// <content>What a growth compares with.</content>
internal sealed partial class FactComposer
{
    private string? BasisOf(NumberReading reading, TradePeriod main, out Item? comparison)
    {
        comparison = null;
        // Behind the number first, then before it in the same clause.
        for (var i = reading.At + 1; i < items.Count && i <= reading.At + 14; i++)
        {
            if (items[i].Kind == ItemKind.Number && (items[i].Number!.Kind is NumberKind.Percent or NumberKind.Multiple or NumberKind.PercentagePoints) && !IsListMate(reading.At, i)) break;
            if (items[i].IsSymbol(';') || items[i].Clause > reading.Item.Clause && items[i].Kind == ItemKind.Phrase && items[i].Phrase!.IsFrame) break;
            if (items[i].Kind == ItemKind.Period && (LeadsToEarlierGrowth(i) || OpensComparison(i) && items[i].Clause > reading.Item.Clause)) break;
            if (ComparedFlow(i) is { } named && Compared(named, main) is { } withFlow)
            {
                comparison = named;
                return withFlow == "yoy" ? null : withFlow;
            }

            if (items[i].Kind == ItemKind.Period && Basis(i, main) is { } behind)
            {
                comparison = items[i];
                return behind == "yoy" ? null : behind;
            }
        }

        for (var i = reading.At - 1; i >= 0 && items[i].Clause == reading.Item.Clause; i--)
        {
            if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind is NumberKind.Percent or NumberKind.Multiple or NumberKind.PercentagePoints && !IsListMate(i, reading.At)) break;
            if (items[i].Kind == ItemKind.Period && Basis(i, main) is { } before)
            {
                comparison = items[i];
                return before == "yoy" ? null : before;
            }
        }

        if (OpeningComparison(reading.At) is { } at && Basis(at, main) is { } first)
        {
            comparison = items[at];
            return first == "yoy" ? null : first;
        }

        // "Exports rose 2% from a month earlier, while imports fell 3%", and so on in the next sentence.
        var said = drafts.Find(d => d.BasisSpan is not null && !d.IsEarlier && d.Period.Value == main)?.Basis ?? (drafts.Count == 0 && discourse.Distance == 0 ? discourse.SaidBasis : null);
        if (said == "mom" && main.MonthCount == 1 || said == "qoq" && main.MonthCount == 3) return said;
        if (discourse.ParagraphBasis is { } opened && main.MonthCount == 1) return opened;

        // Growth over a window of years is growth over the whole of it.
        if (main.MonthCount > 12 && main.MonthCount % 12 == 0) return IsAnnualRate(reading.Item) ? null : "period";
        return discourse.Basis == "mom" && main.MonthCount == 1 || discourse.Basis == "qoq" && main.MonthCount == 3 ? discourse.Basis : null;
    }

    // "grew in the past decade at an average of 3.3% per year", "an average annual rate of 3.3%": of each year with the one before.
    private bool IsAnnualRate(Item number)
    {
        var behind = number.Last;
        if (behind + 1 < tokens.Count && (tokens.IsWord(behind, "annually") || (tokens.IsWord(behind, "per") || tokens.IsWord(behind, "a") || tokens.IsWord(behind, "each") || tokens.IsWord(behind, "every")) && (tokens.IsWord(behind + 1, "year") || tokens.IsWord(behind + 1, "annum")))) return true;
        for (var i = number.First - 1; i >= Math.Max(0, number.First - 5); i--)
        {
            if (tokens.IsWord(i, "average") || tokens.IsWord(i, "averaged") || tokens.IsWord(i, "averaging") || tokens.IsWord(i, "annual") || tokens.IsWord(i, "annually")) return true;
        }

        return false;
    }

    // "Compared to August 2023, exports grew by 8.2%, imports by 2.1% and trade by 5.4%": said of all that follows, up to the next such opening.
    private int? OpeningComparison(int at)
    {
        for (var i = Math.Min(at, items.Count - 2); i > 0; i--)
        {
            if (OpensComparison(i)) return i;
        }

        return null;
    }

    // A comparison set off at the head of a clause: "..., whereas, compared to the previous month, exports rose"; "Comparing May 2020 with May 2019, ...".
    private bool OpensComparison(int i)
    {
        if (items[i].Kind != ItemKind.Period) return false;
        var comma = i + 1;
        while (comma < items.Count && items[comma].Is(WordClass.Adverb)) comma++; // "on a seasonally adjusted basis"
        if (comma >= items.Count || !items[comma].IsSymbol(',')) return false;
        var k = i - 1;
        while (k >= 0 && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Determiner | WordClass.Preposition) && !items[k].Is(WordClass.Compare)) k--;
        if (k < 0) return false;
        if (IsSecondOfComparing(i)) return true;
        if (items[k].Kind != ItemKind.Word || !items[k].Is(WordClass.Compare)) return false;
        k--;
        while (k >= 0 && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Adverb)) k--;
        return k < 0 || items[k].IsSymbol(',') && (k == 0 || items[k - 1].Is(WordClass.Conjunction)) || items[k].Is(WordClass.Conjunction);
    }

    // "Comparing 2014 with 2013": the second is what the first is compared with.
    private bool IsSecondOfComparing(int i)
    {
        var k = i - 1;
        while (k >= 0 && items[k].Is(WordClass.Determiner)) k--;
        if (k < 2 || items[k].Word?.Form is not ("with" or "to" or "and" or "against")) return false;
        k--;
        if (items[k].Kind != ItemKind.Period) return false;
        k--;
        while (k >= 0 && items[k].Is(WordClass.Determiner)) k--;
        return k >= 0 && items[k].Word?.Form is "comparing";
    }

    // "an increase of $182m on the surplus in September 2018", "$4.4 billion less than May exports": the period that stands with the flow compared with.
    private Item? ComparedFlow(int i) =>
        items[i].Phrase is { IsFrame: true, Period: { } period } && i > 0 && (items[i - 1].Word?.Form is "on" || items[i - 1].Is(WordClass.Compare) || IsThan(items[i - 1])) && !(i + 1 < items.Count && items[i + 1].Kind == ItemKind.Number) ? period : null;

    // "decelerating from the previous month's 13.2% surge": that month is compared as growth, not as the basis of growth.
    private bool LeadsToEarlierGrowth(int i)
    {
        for (var k = i + 1; k < items.Count && k <= i + 4; k++)
        {
            if (readingAt.TryGetValue(k, out var reading)) return reading.Match is not null && reading.Role is RuleRole.EarlierGrowth or RuleRole.EarlierShare;
        }

        for (var k = i - 1; k >= 0 && k >= i - 4; k--)
        {
            if (readingAt.TryGetValue(k, out var reading)) return reading.Match is not null && reading.Role is RuleRole.EarlierGrowth or RuleRole.EarlierShare && items[i].IsConsumed;
        }

        return false;
    }

    private bool IsListMate(int a, int b)
    {
        for (var i = a + 1; i < b; i++)
        {
            if (!(items[i].IsSymbol(',') || items[i].Word?.Form is "and" || items[i].Kind == ItemKind.Number)) return false;
        }

        return true;
    }

    private string? Basis(int i, TradePeriod main)
    {
        var mention = items[i].Period!;
        if (mention.Kind == PeriodKind.Basis) return mention.Basis;
        if (!IsComparison(i) || i > 0 && items[i - 1].Word?.Form is "since") return null;
        return Compared(items[i], main);
    }

    private string? Compared(Item item, TradePeriod main)
    {
        var mention = item.Period!;
        if (mention.Kind == PeriodKind.YearEarlier) return "yoy";
        if (ResolveAgainst(item, main) is not { } compared) return null;
        var period = compared.Value;
        if (!period.YearIsKnown || !main.YearIsKnown) return mention.Kind == PeriodKind.Previous && mention.UnitMonths == 1 ? "mom" : mention.YearReference == YearReference.Last ? "yoy" : null;
        if (period == main.AddYears(-1)) return "yoy";
        if (main.MonthCount is { } length && length is 1 or 3 && period == main.AddMonths(-length)) return length == 1 ? "mom" : "qoq";
        if (period == main) return null;
        if (period.MonthCount == 12 && main.MonthCount < 12 && period.End.Year == main.End.Year - 1) return "yoy";
        return period.ToString();
    }
}
