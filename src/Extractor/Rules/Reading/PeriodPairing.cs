using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Pairs a list of numbers with a list of periods: "grew 2.6% and 3.3% in 2023 and 2024, respectively".</summary>
internal static class PeriodPairing
{
    /// <summary>The period of each number that stands in such a list, by the number's index; null when the sentence has none.</summary>
    /// <param name="tokens">The document's tokens.</param>
    /// <param name="items">The items of the sentence.</param>
    /// <param name="resolve">What a period mention stands for; null when that cannot be told.</param>
    /// <param name="isComparison">Whether the period at an index is one that is compared with.</param>
    public static Dictionary<int, Sourced<TradePeriod>>? Read(TokenList tokens, List<Item> items, Func<Item, Sourced<TradePeriod>?> resolve, Func<int, bool> isComparison)
    {
        Dictionary<int, Sourced<TradePeriod>>? paired = null;
        for (var i = 0; i < items.Count; i++)
        {
            var end = EndOfPeriods(tokens, items, i, out var mentions);
            if (mentions.Count < 2) continue;
            if ((items[i].Kind != ItemKind.Period || !isComparison(i)) && Resolved(mentions, resolve) is { } periods && Numbers(items, i, end, periods.Count) is { } numbers)
            {
                paired ??= [];
                for (var k = 0; k < numbers.Count; k++) paired.TryAdd(numbers[k], periods[k]);
            }

            i = end - 1;
        }

        return paired;
    }

    /// <summary>A member of a list of periods: a mention, or the months or quarters that it joins.</summary>
    private readonly record struct Member(Item Item, int FirstMonth, int LastMonth)
    {
        public Member(Item item)
            : this(item, 0, 0)
        {
        }
    }

    // "in 2021 and 2022"; "[exports in January], February and March 2024"; "the first and second quarters of 2023"
    private static int EndOfPeriods(TokenList tokens, List<Item> items, int start, out List<Member> members)
    {
        members = [];
        var i = start;
        if (items[i].Phrase is { Period: { } own } && own.Last == items[i].Last) Add(tokens, own, members);
        else if (items[i].Kind == ItemKind.Period) Add(tokens, items[i], members);
        else if (items[i] is { Kind: ItemKind.Number, Number: { Kind: NumberKind.Ordinal } rank } && i + 2 < items.Count && items[i + 1].Word?.Form is "and" && items[i + 2] is { Kind: ItemKind.Period, Period: { Kind: PeriodKind.Months } parts })
        {
            var length = parts.LastMonth - parts.FirstMonth + 1;
            if (length is not (3 or 6) || rank.Value < 1 || rank.Value * length >= parts.LastMonth) return start + 1;
            var last = (int)rank.Value * length;
            members.Add(new(items[i + 2], last - length + 1, last));
        }

        if (members.Count == 0) return start + 1;
        i++;
        while (i < items.Count)
        {
            var next = i;
            while (next < items.Count && (items[next].IsSymbol(',') || items[next].Word?.Form is "and" or "in" or "the")) next++;
            if (next == i || next >= items.Count || items[next].Kind != ItemKind.Period || items[next].Period!.Kind is not (PeriodKind.Months or PeriodKind.Years or PeriodKind.FiscalYear)) break;
            Add(tokens, items[next], members);
            i = next + 1;
        }

        return i;
    }

    private static void Add(TokenList tokens, Item item, List<Member> members)
    {
        var mention = item.Period!;
        if (mention.Kind is not (PeriodKind.Months or PeriodKind.Years or PeriodKind.FiscalYear)) return;

        // "May and June" is two months; "May to June" is one period.
        if (mention.Kind == PeriodKind.Months && mention.LastMonth == mention.FirstMonth + 1 && HasAnd(tokens, mention))
        {
            members.Add(new(item, mention.FirstMonth, mention.FirstMonth));
            members.Add(new(item, mention.LastMonth, mention.LastMonth));
            return;
        }

        members.Add(new(item));
    }

    private static bool HasAnd(TokenList tokens, PeriodMention mention)
    {
        for (var i = mention.FirstToken; i <= mention.LastToken; i++)
        {
            if (tokens.IsWord(i, "and")) return true;
        }

        return false;
    }

    // "January, February and March 2024": the year of the last is that of all.
    private static List<Sourced<TradePeriod>>? Resolved(List<Member> members, Func<Item, Sourced<TradePeriod>?> resolve)
    {
        if (resolve(members[^1].Item) is not { Value.End.Year: var year }) return null;
        var periods = new List<Sourced<TradePeriod>>(members.Count);
        foreach (var (item, first, last) in members)
        {
            if (resolve(item) is not { } resolved) return null;
            var isShared = item.Period is { Kind: PeriodKind.Months, YearReference: YearReference.None } && members[^1].Item.Period!.YearReference != YearReference.None;
            if (first > 0) resolved = resolved with { Value = TradePeriod.Months(isShared ? year : resolved.Value.End.Year, first, last) };
            else if (isShared) resolved = resolved with { Value = TradePeriod.Months(year, item.Period!.FirstMonth, item.Period.LastMonth) };
            if (periods.Exists(p => p.Value == resolved.Value)) return null;
            periods.Add(resolved);
        }

        return periods;
    }

    // The nearest list of as many numbers of one kind, before the periods or behind them.
    private static List<int>? Numbers(List<Item> items, int start, int end, int count)
    {
        List<int>? best = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (!IsAmount(items[i])) continue;
            var list = new List<int> { i };
            var next = i + 1;
            while (true)
            {
                var k = next;
                while (k < items.Count && (items[k].IsSymbol(',') || items[k].IsBound || items[k].Word?.Form is "and" || items[k].Kind == ItemKind.Number && items[k].Number!.IsSecondCurrency || items[k].IsSymbol('(') || items[k].IsSymbol(')') || items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Adverb) && items[k].Word!.Form is not "respectively")) k++;
                if (k == next || k >= items.Count || !IsAmount(items[k]) || items[k].Number!.Kind != items[i].Number!.Kind) break;
                list.Add(k);
                next = k + 1;
            }

            if (list.Count == count && !Between(items, next, start, end, i)) best ??= list;
            i = next - 1;
        }

        return best;
    }

    private static bool IsAmount(Item item) => item is { Kind: ItemKind.Number, Number: { IsSecondCurrency: false, IsRange: false, IsLabel: false, Kind: NumberKind.Money or NumberKind.Percent or NumberKind.Quantity } };

    // Another amount between the two lists: they belong to something else.
    private static bool Between(List<Item> items, int numbersEnd, int periodsStart, int periodsEnd, int numbersStart)
    {
        var (from, to) = numbersEnd <= periodsStart ? (numbersEnd, periodsStart) : (periodsEnd, numbersStart);
        if (to - from > 14) return true;
        for (var i = from; i < to; i++)
        {
            if (items[i].Kind == ItemKind.Period && items[i].Period!.Kind != PeriodKind.Basis) return true;
        }

        return false;
    }
}
