using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>A rule that reads a number at its place.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Subject">The item it names as the subject, or null.</param>
/// <param name="Direction">1 for a rise, -1 for a fall, by the nearest change word of the match or the rule itself; 0 for neither.</param>
/// <param name="First">Index of the first item that the match took.</param>
/// <param name="Last">Index of the last item that the match took.</param>
/// <param name="Period">A period that the pattern named, or null.</param>
internal sealed record RuleMatch(Rule Rule, Item? Subject, int Direction, int First, int Last, Item? Period);

/// <summary>Tries rules around a number, first outward to its left, then to its right.</summary>
internal sealed class RuleMatcher(TokenList tokens, RuleSet rules)
{
    private const int LongestGap = 12;

    private List<Item> items = [];
    private ItemSet all;
    private Item? subject;
    private Item? period;
    private int direction;
    private int nearest;
    private int far;
    private int steps;

    /// <summary>What percentages in brackets of the sentence are.</summary>
    public BracketList List { get; set; }

    /// <summary>The best rule for the number at <paramref name="index"/>; null when none reads it.</summary>
    public RuleMatch? Best(List<Item> sentence, int index)
    {
        Begin(sentence);
        var (start, end) = ListAround(index);
        var left = Reach(start, -1);
        var right = Reach(end, 1);
        RuleMatch? best = null;
        var bestWeight = -1;
        foreach (var rule in rules.For(sentence[index].Number!.Kind))
        {
            if (best is not null && rule.Priority < best.Rule.Priority) continue;
            if (rule.NeedsSign && sentence[index].Number!.Sign == 0 || rule.List != BracketList.None && rule.List != List) continue;
            foreach (var pattern in rule.Compiled)
            {
                if (best is not null && rule.Priority == best.Rule.Priority && pattern.Weight <= bestWeight) continue;
                if (!left.MayHaveAny(pattern.NextOnLeft) || !right.MayHaveAny(pattern.NextOnRight) || !all.MayHaveAll(pattern.Needed)) continue;
                if (!Matches(pattern, start, end, out var first)) continue;
                best = new RuleMatch(rule, subject, rule.Sign != 0 ? rule.Sign : direction, first, far, period);
                bestWeight = pattern.Weight;
            }
        }

        return best;
    }

    /// <summary>The rule that comes nearest to a number that none reads, or null.</summary>
    public Rule? Nearest(List<Item> sentence, int index)
    {
        Begin(sentence);
        var (start, end) = ListAround(index);
        Rule? nearestRule = null;
        var nearestDepth = 0;
        foreach (var rule in rules.For(sentence[index].Number!.Kind))
        {
            if (rule.NeedsSign && sentence[index].Number!.Sign == 0 || rule.List != BracketList.None && rule.List != List) continue;
            foreach (var pattern in rule.Compiled)
            {
                if (Matches(pattern, start, end, out _) || steps <= nearestDepth) continue;
                nearestDepth = steps;
                nearestRule = rule;
            }
        }

        return nearestRule;
    }

    private void Begin(List<Item> sentence)
    {
        if (ReferenceEquals(items, sentence)) return;
        items = sentence;
        all = default;
        foreach (var item in items) all.Add(item, tokens);
    }

    // What the first element of a pattern may fit.
    private ItemSet Reach(int origin, int step)
    {
        var reach = default(ItemSet);
        for (var next = origin + step; next >= 0 && next < items.Count; next += step)
        {
            reach.Add(items[next], tokens);
            if (!IsTransparent(next)) break;
        }

        return reach;
    }

    private bool Matches(Pattern pattern, int start, int end, out int first)
    {
        subject = null;
        period = null;
        direction = 0;
        nearest = int.MaxValue;
        steps = 0;
        far = start;
        first = start;
        if (!Match(pattern.Left, 0, start, -1, start)) return false;
        first = far;
        far = end;
        return Match(pattern.Right, 0, end, 1, end);
    }

    // A list of numbers is read as one: what stands before its first and behind its last member is said of all.
    // "accounted for 12.1%, 15.6%, and 7.4% of the national total"
    private (int Start, int End) ListAround(int index)
    {
        var kind = items[index].Number!.Kind;
        if (kind is NumberKind.Ordinal or NumberKind.Multiple) return (index, index);
        int start = index, end = index;
        var members = 1;
        var hasAnd = false;
        while (Neighbour(start, -1, kind, ref hasAnd) is { } previous)
        {
            start = previous;
            members++;
        }

        while (Neighbour(end, 1, kind, ref hasAnd) is { } following)
        {
            end = following;
            members++;
        }

        return members >= 3 || hasAnd ? (start, end) : (index, index);
    }

    private int? Neighbour(int index, int step, NumberKind kind, ref bool hasAnd)
    {
        var i = index + step;
        while (i >= 0 && i < items.Count && (items[i].Kind == ItemKind.Number || items[i].Kind == ItemKind.Symbol) && IsTransparent(i)) i += step;
        var marks = 0;
        var and = false;
        while (i >= 0 && i < items.Count && marks < 2 && (items[i].IsSymbol(',') || items[i].Word?.Form is "and"))
        {
            and |= items[i].Kind == ItemKind.Word;
            marks++;
            i += step;
        }

        if (marks == 0 || i < 0 || i >= items.Count || items[i].Kind != ItemKind.Number || items[i].Number!.Kind != kind) return null;
        hasAnd |= and;
        return i;
    }

    private bool Match(Element[] elements, int element, int at, int step, int origin)
    {
        if (element == elements.Length) return true;
        var e = elements[element];
        if (e.Kind == ElementKind.ClauseStart)
        {
            var before = at + step;
            while (before >= 0 && before < items.Count && items[before].Clause == items[origin].Clause && IsTransparent(before)) before += step;
            return before < 0 || before >= items.Count || items[before].Clause != items[origin].Clause;
        }

        if (e.Kind == ElementKind.Gap)
        {
            var limit = Math.Min(e.Limit, LongestGap);
            var position = at;
            for (var n = 0; n <= limit; n++)
            {
                if (Match(elements, element + 1, position, step, origin)) return true;
                position += step;
                if (position < 0 || position >= items.Count || items[position].Clause != items[origin].Clause || e.Symbol == ',' && items[position].IsSymbol(',')) return false;
            }

            return false;
        }

        var next = at + step;
        while (next >= 0 && next < items.Count)
        {
            if (Fits(e, next))
            {
                var saved = (subject, period, direction, nearest, far);
                Take(e, next, origin);
                far = next;
                if (Match(elements, element + 1, next, step, origin))
                {
                    steps++;
                    return true;
                }

                steps++;
                (subject, period, direction, nearest, far) = saved;
            }

            if (!IsTransparent(next)) break;
            next += step;
        }

        return e.IsOptional && Match(elements, element + 1, at, step, origin);
    }

    private void Take(Element e, int index, int origin)
    {
        var item = items[index];
        if (e.IsCaptured) subject = item;
        if (e.Kind == ElementKind.Period) period = item;
        if (e.Kind == ElementKind.Class && (e.Classes & (WordClass.Up | WordClass.Down)) != 0 && item.Word is { } word)
        {
            var distance = Math.Abs(index - origin);
            if (distance < nearest)
            {
                nearest = distance;
                direction = word.Is(WordClass.Down) && (e.Classes & WordClass.Down) != 0 && !(word.Is(WordClass.Up) && (e.Classes & WordClass.Up) != 0 && word.Form is "over") ? -1 : 1;
                if (index > 0 && items[index - 1].Word?.Form is "negative") direction = -1;
            }
        }
    }

    private bool Fits(Element e, int index)
    {
        var item = items[index];
        switch (e.Kind)
        {
            case ElementKind.Literal:
                return item.IsLiteral(e, tokens);
            case ElementKind.Class:
                // "jumping to over 52 million": the bound of the amount compares nothing.
                // "a surplus of over 1.2 trillion yuan" compares nothing; "3.5 million tonnes in May over 3.2 million" does.
                if (item.IsBound && (e.Classes & WordClass.Compare) != 0 && !(index > 0 && (items[index - 1].Kind is ItemKind.Period or ItemKind.Number || items[index - 1].IsSymbol(')')))) return false;
                return item.Word is { } word && item.Kind is ItemKind.Word or ItemKind.Phrase or ItemKind.Number && word.Is(e.Classes) && !((e.Classes & WordClass.Forecast) != 0 && Expectation.IsBeaten(items, index)) && (e.AlsoClasses == WordClass.None || word.Is(e.AlsoClasses));
            case ElementKind.Flow:
                return item.Phrase is { IsFrame: true } frame && (e.Measure is null || e.Measure == frame.Measure || e.Measure == "national" && frame.IsNational || e.Measure == "balance" && frame.IsBalance);
            case ElementKind.Noun:
                return item.Kind == ItemKind.Place && e.Measure is null || item.Phrase is { IsFrame: false } && (e.Measure is null || e.Measure == item.Phrase.Measure || e.Measure == "market" && item.Phrase.IsMarket || e.Measure == "places" && item.Phrase.Members.Count > 1 && item.Phrase.Members.Count == item.Phrase.Partners.Count
                    || e.Measure == "national" && item.Phrase.IsNational || e.Measure == "aside" && item.Phrase.Aside is not null || e.Measure == item.Phrase.Aside || e.Measure == "other" && item.Phrase is { Measure: null, IsTotal: false, IsMarket: false, HasGoods: false, IsNational: false, Places.Count: 0, IsProperName: false, Aside: null, Members.Count: 0, Head: not null } || e.Measure == "total" && item.Phrase is { IsTotal: true });
            case ElementKind.Place:
                return item.Kind == ItemKind.Place;
            case ElementKind.Period:
                return item.Kind == ItemKind.Period && item.Period!.Kind is not PeriodKind.Basis && (e.Measure is null || e.Measure == "earlier" && item.Period.Kind is PeriodKind.Same or PeriodKind.YearEarlier or PeriodKind.Previous || e.Measure == "possessive" && index + 1 < items.Count && items[index + 1].Kind == ItemKind.Possessive);
            case ElementKind.Number:
                return item.Kind == ItemKind.Number && Array.IndexOf(e.Numbers!, item.Number!.Kind) >= 0 && (e.Measure is null || item.Number.Sign != 0);
            default:
                return item.IsSymbol(e.Symbol);
        }
    }

    // "the growth of exports in the first quarter exceeded 20%"
    private bool LeadsToPeriod(int index)
    {
        var next = index + 1;
        if (next < items.Count && items[next].Is(WordClass.Determiner)) next++;
        return next < items.Count && items[next].Kind == ItemKind.Period;
    }

    // Passed over between the elements of a pattern: adverbs, periods, "(... in another currency)".
    private bool IsTransparent(int index)
    {
        var item = items[index];
        if (item.IsBound) return true;
        switch (item.Kind)
        {
            case ItemKind.Period:
            case ItemKind.Possessive:
                return true;
            case ItemKind.Number:
                return item.Number!.IsSecondCurrency;
            case ItemKind.Word when item.Word is { Form: "in" or "during" or "for" or "over" or "on" } && LeadsToPeriod(index):
                return true;
            case ItemKind.Word:
                return item.Word is { } word && word.Is(WordClass.Adverb | WordClass.Terms | WordClass.Determiner | WordClass.Together) && !word.Is(WordClass.Conjunction);
            case ItemKind.Symbol:
                // "a 6.1 per cent (YoY) growth"
                if (item.Symbol is '(' && index + 2 < items.Count && items[index + 1] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.Basis } && items[index + 2].IsSymbol(')')) return true;
                if (item.Symbol is ')' && index > 1 && items[index - 1] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.Basis } && items[index - 2].IsSymbol('(')) return true;
                return item.Symbol is '(' && index + 1 < items.Count && items[index + 1] is { Kind: ItemKind.Number, Number.IsSecondCurrency: true }
                    || item.Symbol is ')' && index > 0 && items[index - 1] is { Kind: ItemKind.Number, Number.IsSecondCurrency: true };
            default:
                return false;
        }
    }
}
