using Extractor.Checks;
using Extractor.Facts;

namespace Extractor.Tests.Checks;

/// <summary>
/// The identities that facts allow, found by trying every pair, triple and so on of facts against the identity's definition:
/// no index, no keys, none of the checks' own code.
/// </summary>
internal static class BruteForce
{
    /// <summary>An identity by the numbers in it: <c>FlowSum: exports value ... | imports value ... | trade value ...</c>.</summary>
    public static SortedSet<string> Identities(IReadOnlyList<Fact> facts)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        FlowsAddUp(facts, found);
        LevelsLeadBack(facts, found);
        SharesAreParts(facts, found);
        ContributionsAreIncreases(facts, found);
        PartsMakeUpTheWhole(facts, found);
        PeriodsAddUp(facts, found);
        ChangesAreDifferences(facts, found);
        Restatements(facts, found);
        return found;
    }

    /// <summary>The same name for an identity that the checks found.</summary>
    public static string Name(CheckResult result) => Named(result.Kind, [.. result.Figures.Where(f => f.Fact is not null).Select(f => (f.Fact!, f.Measure))]);

    private static string Named(CheckKind kind, params (Fact Fact, SlotName Measure)[] numbers) =>
        $"{kind}: {string.Join(" | ", numbers.Select(n => Number(n.Fact, n.Measure)).Distinct().Order(StringComparer.Ordinal))}";

    private static string Number(Fact f, SlotName measure)
    {
        var extra = measure switch
        {
            SlotName.Value => f.Unit,
            SlotName.Change => f.Unit + f.Basis,
            SlotName.Growth or SlotName.Multiple => f.Basis + "/" + f.Terms,
            SlotName.Share => f.ShareOf,
            _ => "",
        };
        return $"{measure} {f.Region} {f.Period} {f.Flow} {f.Partner} {f.Category} {Kind(f)} {extra}";
    }

    private static void FlowsAddUp(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        foreach (var whole in facts.Where(f => f.Value is not null && f.Flow is Flow.Trade or Flow.Balance))
            foreach (var exports in facts.Where(f => f.Value is not null && f.Flow == Flow.Exports && SameBut(f, whole, flow: true) && f.Unit == whole.Unit))
                foreach (var imports in facts.Where(f => f.Value is not null && f.Flow == Flow.Imports && SameBut(f, whole, flow: true) && f.Unit == whole.Unit))
                {
                    var kind = whole.Flow == Flow.Trade ? CheckKind.FlowSum : CheckKind.FlowDifference;
                    if (whole.Value is not null) found.Add(Named(kind, (whole, SlotName.Value), (exports, SlotName.Value), (imports, SlotName.Value)));
                }
    }

    private static void LevelsLeadBack(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        foreach (var rate in facts)
            foreach (var value in facts.Where(f => f.Value is not null && SameBut(f, rate)))
                foreach (var earlier in facts.Where(f => f.Value is not null && SameBut(f, rate, period: true) && f.Unit == value.Unit))
                {
                    if (rate.Terms is not null && rate.Terms != value.Unit) continue;
                    if (!IsComparedWith(rate, earlier.Period) || earlier.Value * value.Value <= 0) continue;
                    if (rate.Growth is not null) found.Add(Named(CheckKind.EarlierLevel, (rate, SlotName.Growth), (value, SlotName.Value), (earlier, SlotName.Value)));
                    if (rate.Multiple is not null) found.Add(Named(CheckKind.EarlierLevel, (rate, SlotName.Multiple), (value, SlotName.Value), (earlier, SlotName.Value)));
                }
    }

    private static void SharesAreParts(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        foreach (var share in facts.Where(f => f.Share is > 0))
            foreach (var part in facts.Where(f => f.Value is not null && SameBut(f, share)))
            {
                var wholes = facts.Where(f => f.Value is not null && f.Unit == part.Unit && f.Value * part.Value > 0 && f.Period == share.Period && Kind(f) == Kind(share)).ToList();
                var of = share.ShareOf is { } other
                    ? wholes.FindAll(f => f.Region == other && f.Flow == share.Flow && f.Partner == share.Partner && f.Category == share.Category)
                    : wholes.FindAll(f => f.Region == share.Region && f.Flow == share.Flow && f.Partner is null && f.Category == share.Category && share.Partner is not null);
                if (of.Count == 0 && share.ShareOf is null)
                    of = wholes.FindAll(f => f.Region == share.Region && f.Flow == share.Flow && f.Partner == share.Partner && f.Category is null && share.Category is not null);
                if (share is { ShareOf: null, Partner: null, Category: null, Flow: Flow.Exports or Flow.Imports })
                    of = wholes.FindAll(f => f.Region == share.Region && f.Flow == Flow.Trade && f.Partner is null && f.Category is null);
                foreach (var whole in of) found.Add(Named(CheckKind.Share, (share, SlotName.Share), (part, SlotName.Value), (whole, SlotName.Value)));
            }
    }

    private static void ContributionsAreIncreases(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        foreach (var contribution in facts.Where(f => f.Contribution is not null && (f.Partner is null != f.Category is null)))
            foreach (var part in facts.Where(f => f.Value is not null && SameBut(f, contribution)))
                foreach (var growth in facts.Where(f => f.Growth is not null && f.Terms is null && f.Basis == contribution.Basis && SameBut(f, contribution)))
                    foreach (var total in facts.Where(f => f.Value is not null && f.Unit == part.Unit && IsTotalOf(f, part)))
                        foreach (var totalGrowth in facts.Where(f => f.Growth is not null && f.Terms is null && f.Basis == contribution.Basis && IsTotalOf(f, part)))
                            found.Add(Named(CheckKind.Contribution, (contribution, SlotName.Contribution), (part, SlotName.Value), (growth, SlotName.Growth), (total, SlotName.Value), (totalGrowth, SlotName.Growth)));
    }

    private static void PartsMakeUpTheWhole(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        foreach (var whole in facts.Where(f => f.Value is not null))
            foreach (var one in facts.Where(f => f.Value is not null && f.Unit == whole.Unit && SameBut(f, whole, partner: true, category: true)))
                foreach (var other in facts.Where(f => f.Value is not null && f.Unit == whole.Unit && SameBut(f, whole, partner: true, category: true)))
                {
                    var sameGoods = one.Category == whole.Category && other.Category == whole.Category;
                    var samePartner = one.Partner == whole.Partner && other.Partner == whole.Partner;
                    var isComplement = sameGoods && whole.Partner is null && other.Partner is not null && other.Partner == "NON-" + one.Partner;
                    var isJoint = sameGoods && one.Partner is not null && other.Partner is not null && whole.Partner == one.Partner + "+" + other.Partner;
                    var isGoodsAndServices = samePartner && whole.Category == "goods and services" && one.Category is null && other.Category == "services";
                    var isOther = samePartner && whole.Category is null && one.Category is not null && other.Category == "non-" + one.Category;
                    if (isComplement || isJoint || isGoodsAndServices || isOther)
                        found.Add(Named(CheckKind.Breakdown, (whole, SlotName.Value), (one, SlotName.Value), (other, SlotName.Value)));
                }
    }

    private static void PeriodsAddUp(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        foreach (var whole in facts.Where(f => f.Value is not null && f.Period.Start.Day is null))
        {
            var parts = facts
                .Where(f => f.Value is not null && f.Unit == whole.Unit && f.Period != whole.Period && f.Period.Start.Day is null && SameBut(f, whole, period: true))
                .Where(f => Months(f.Period).IsProperSubsetOf(Months(whole.Period)))
                .DistinctBy(f => f.Period)
                .ToList();
            if (parts.Count > 12) continue;
            for (var subset = 1; subset < 1 << parts.Count; subset++)
            {
                var chosen = parts.Where((_, i) => (subset & (1 << i)) != 0).ToList();
                if (chosen.Sum(f => Months(f.Period).Count) != Months(whole.Period).Count) continue;
                if (Months(whole.Period).SetEquals(chosen.SelectMany(f => Months(f.Period))))
                    found.Add(Named(CheckKind.PeriodSum, [(whole, SlotName.Value), .. chosen.Select(f => (f, SlotName.Value))]));
            }
        }
    }

    private static void ChangesAreDifferences(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        foreach (var change in facts.Where(f => f.Change is not null))
            foreach (var value in facts.Where(f => f.Value is not null && f.Unit == change.Unit && SameBut(f, change)))
            {
                foreach (var earlier in facts.Where(f => f.Value is not null && f.Unit == change.Unit && SameBut(f, change, period: true)))
                    if (IsComparedWith(change, earlier.Period) && earlier.Value * value.Value > 0)
                        found.Add(Named(CheckKind.Change, (change, SlotName.Change), (value, SlotName.Value), (earlier, SlotName.Value)));
                foreach (var growth in facts.Where(f => f.Growth is not null && f.Basis == change.Basis && f.Terms is null && SameBut(f, change)))
                    found.Add(Named(CheckKind.Change, (change, SlotName.Change), (value, SlotName.Value), (growth, SlotName.Growth)));
            }
    }

    private static void Restatements(IReadOnlyList<Fact> facts, SortedSet<string> found)
    {
        for (var i = 0; i < facts.Count; i++)
            for (var j = i + 1; j < facts.Count; j++)
            {
                foreach (var measure in Enum.GetValues<SlotName>())
                {
                    if (facts[i].Number(measure) is null || facts[j].Number(measure) is null || !SameBut(facts[i], facts[j])) continue;
                    if (Number(facts[i], measure) == Number(facts[j], measure) && facts[i].Modality == facts[j].Modality)
                        found.Add(Named(CheckKind.Restatement, (facts[i], measure), (facts[j], measure)));
                }
            }
    }

    private static bool SameBut(Fact a, Fact b, bool flow = false, bool period = false, bool partner = false, bool category = false) =>
        a.Region == b.Region && Kind(a) == Kind(b)
        && (flow || a.Flow == b.Flow) && (period || a.Period == b.Period) && (partner || a.Partner == b.Partner) && (category || a.Category == b.Category);

    private static bool IsTotalOf(Fact whole, Fact part) => SameBut(whole, part, partner: true, category: true) && whole.Partner is null && whole.Category is null;

    private static char Kind(Fact f) => f.Modality switch { Modality.Forecast => 'f', Modality.Target => 't', _ => 'o' };

    private static bool IsComparedWith(Fact fact, TradePeriod earlier)
    {
        var (now, then) = (Months(fact.Period), Months(earlier));
        if (fact.Period.Start.Day is not null) return fact.Basis is null && fact.Period.YearIsKnown && earlier == fact.Period.AddYears(-1);
        if (fact.Period.YearIsKnown != earlier.YearIsKnown) return false;
        return fact.Basis switch
        {
            null => fact.Period.YearIsKnown && then.SetEquals(now.Select(m => m - 12)),
            "mom" => now.Count == 1 && then.SetEquals(now.Select(m => m - 1)),
            "qoq" => now.Count == 3 && then.SetEquals(now.Select(m => m - 3)),
            "period" => false,
            var named => earlier.ToString() == named,
        };
    }

    private static HashSet<int> Months(TradePeriod period)
    {
        var first = ((period.Start.Year ?? 0) * 12) + period.Start.Month;
        return [.. Enumerable.Range(first, period.MonthCount ?? 1)];
    }
}
