using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <content>From a number to its rule and subject.</content>
internal sealed partial class SentenceReader
{
    private NumberReading ReadNumber(List<Item> items, int i, ref Subject? current, bool hasOwnSubject)
    {
        var item = items[i];
        var number = item.Number!;
        if (number.IsSecondCurrency || IsSameAmount(items, i)) return Aside(item, i, "second-currency");
        if (number.IsRange) return Aside(item, i, "range");
        if (number.Kind == NumberKind.Duration) return Aside(item, i, "duration");
        if (number.IsLabel) return Aside(item, i, "label");
        var match = matcher.Best(items, i);
        if (match is { Direction: 0, Rule.Role: RuleRole.Growth } && matched.Count > 0 && matched[^1] is { Match: { Rule.Role: RuleRole.Growth, Direction: < 0 } } fall && match.First <= fall.At)
            match = match with { Direction = -1 }; // "dropped 7.6% in 2024 and 8.8% in 2023"
        if (match is { Direction: 0, Rule: { Role: RuleRole.Growth, Modality: Facts.Modality.Forecast } } && matched.Count > 0 && matched[^1].Match is { Rule.Role: RuleRole.Growth, Direction: < 0 })
            match = match with { Direction = -1 }; // "fell 2%, a smaller drop than the 3 percent economists had forecast"
        if (match?.Rule.Role == RuleRole.Growth && number.Sign == 0 && i > 0 && items[i - 1].IsSymbol('(') && matched.Find(m => m.Match.Rule.Role == RuleRole.Share && m.At > 0 && items[m.At - 1].IsSymbol('(')) is { Match: { } share })
        {
            // "Lithuania (17.9% of total exports), Estonia (11.3%)": shares all.
            match = share with { Subject = match.Subject, Period = null, First = i, Last = i };
        }

        if (match?.Rule.Role == RuleRole.Aside) return Aside(item, i, match.Rule.Reason!, match);
        if (match is { Rule.Role: RuleRole.Share, Subject.Phrase: { IsFrame: true, IsBalance: false } whole1 } && current is { IsBalance: true, Aside: null, At: >= 0 } && whole1.Flows[0].Noun is FlowNoun.Exports or FlowNoun.Imports && i > 0 && items[i - 1].Word?.Form is "or") return Aside(item, i, "ratio", match); // "a surplus of $242 million, or 5.1 percent of exports"
        var subject = current;
        if (match?.Subject is { } captured)
        {
            var at = items.IndexOf(captured);
            if (captured.Phrase is { IsFrame: true } weak && weak.Flows[0].IsWeak && !weak.IsBalance && !IsTradeBalance(weak, current)) return Aside(item, i, "no-trade-flow", match);
            if (captured.Phrase is { IsFrame: true } frame)
            {
                if (match.Rule.Role is RuleRole.Share or RuleRole.EarlierShare || match.Rule.IsPart)
                {
                    if (!shares.TryGetValue(at, out subject)) shares[at] = subject = Share(captured, at, current, items, i);
                    current ??= subject;
                    if (match.Rule.IsPart && subject is not null)
                    {
                        current = subject;
                        references.Add(at);
                    }
                }
                else if (at > i || current is null || current.At != at)
                {
                    // "..., while the domestic sector earned 80 billion dollars from exports": of the noun before the number, not of what numbers were read of.
                    var breath = at > i && current is { At: >= 0, Aside: null } && items[current.At].Phrase is { IsFrame: false } && items[current.At].Clause == item.Clause ? current : SameBreath(items, at, current);
                    subject = OfFollower(items, at, subjects.FromFrame(captured, at, breath));
                    if (at > i && Announcer(items, i, at) is { } announcer) subject = Inherit(subject, announcer, frame, items, at);
                    if (at > i && IsBare(subject) && subject.Categories.Count == 0 && Earner(items, i) is { Head: { } earner } whose)
                    {
                        subject = subject with { Categories = [new(earner.Text, earner.Span, Facts.SlotOrigin.Stated)] };
                        if (whose.Places is [{ Place.Kind: not PlaceKind.Group } land]) subject = subject with { Regions = [new(land.Place, land.Span, Facts.SlotOrigin.Stated)] };
                    }

                    if (at > i || !frame.IsTotal) current = subject;
                }
            }
            else if (captured.Is(WordClass.FlowVerb) && captured.Kind == ItemKind.Word && i > 1 && items[i - 1].Word?.Form is "which" && items[i - 2].Word?.Form is "of" && current is { Aside: null, Flows: [var whole] } && whole.Value == (captured.Word!.Value(WordClass.FlowVerb) == "imports" ? FlowNoun.Imports : FlowNoun.Exports))
            {
                // "exported 70.5 million tonnes of oil, of which 54.9 million tonnes were shipped by pipeline": still of that oil.
            }
            else if (captured.Is(WordClass.FlowVerb) && captured.Kind == ItemKind.Word)
            {
                subject = subjects.FromFlowVerb(captured, null, at);

                // "tea worth Rs 1.14 billion has been exported"
                if (i > 1 && items[i - 1].Word?.Form is "worth" or "valued at" && items[i - 2].Phrase is { IsFrame: false, HasGoods: true, IsProperName: false, Head: { IsAnaphor: false } sold })
                    subject = subject with { Categories = [new(sold.Text, sold.Span, Facts.SlotOrigin.Stated)] };

                // "454,958 units of smartphones worth Rs 6.70 billion were imported"
                else if (i + 2 < items.Count && items[i + 1].Word?.Form is "of" && items[i + 2].Phrase is { IsFrame: false, HasGoods: true, IsProperName: false, Head: { IsAnaphor: false } counted })
                    subject = subject with { Categories = [new(counted.Text, counted.Span, Facts.SlotOrigin.Stated)] };
                current = subject;
            }
            else if (captured.Kind == ItemKind.Place && subjects.WithPartner(current, [captured.Place!], at) is { } partnered)
            {
                subject = partnered;
                current = partnered;
            }
            else if (captured.Phrase is { Members.Count: > 1 } && current?.At == at)
            {
                // "Japan and India with $7.1 billion and $2.2 billion": the second number of the same list.
            }
            else if (captured.Kind == ItemKind.Phrase && subjects.FromNoun(captured, at, current, isSure: true) is { } named)
            {
                subject = named;
                current = named;
            }
        }

        if (match is null && subject is { Aside: null } && Parallel(items, i, out var lead) is { } parallel)
        {
            match = parallel;

            // "... manufacturing 2.3% to 8.7 billion", "to Taiwan 31.6 per cent": the noun in front is the new subject.
            var changed = items[lead].Kind == ItemKind.Place && lead != subject.At && !subject.Partners.Exists(p => p.Value == items[lead].Place!.PartnerCode) ? subjects.WithPartner(current, [items[lead].Place!], lead)
                : items[lead].Phrase is { IsFrame: false, HasGoods: true } ? subjects.FromNoun(items[lead], lead, current, isSure: true) : null;
            if (changed is { Aside: null })
            {
                subject = changed;
                current = changed;
            }
        }

        if (subject is { Aside: null, Partners.Count: 0 } && (subject.IsVerb || subject.IsBalance) && PartnerScan.Behind(items, i) is { } behind)
        {
            // "carpets worth $2 million were exported from Nepal": who trades, not with whom.
            var isTrader = subject.IsVerb && (subject.Flows[0].Value == FlowNoun.Imports ? items[behind - 1].Word?.Form is "to" or "into" : items[behind - 1].Word?.Form is "from");
            if (isTrader) subject = subject with { Regions = [new(items[behind].Place!.Place, items[behind].Place!.Span, Facts.SlotOrigin.Stated)] };
            else subject = subject with { Partners = spokenPartners = PartnerScan.From(items, behind) };
            if (!isTrader) partnerBehind = subject.Partners[0];
            current = subject;
        }
        else if (subject is { Aside: null, Partners.Count: 0, IsVerb: true } && PartnerScan.AnaphorBehind(items, i, tokens) is { } anaphor && Spoken(subject, anaphor) is { } same)
        {
            subject = subject with { Partners = same };
            current = subject;
        }

        if (subject is { Aside: null, Flows.Count: 1, IsBalance: false } && (subject.Partners.Count == 0 || ReferenceEquals(subject.Partners[0], partnerBehind)) && PartnerScan.AtOnce(items, i, subject.Flows[0].Value) is { } goal)
        {
            // "Exports rose 238 percent to India, 135 percent to Mexico"
            subject = subject with { Partners = goal };
            current = subject;
            partnerBehind = goal[0];
            match ??= matched.Count > 0 && matched[^1].Match.Rule.Role is RuleRole.Growth or RuleRole.Level && items[matched[^1].At].Number!.Kind == number.Kind ? matched[^1].Match with { Subject = null, Period = null, First = i, Last = i } : null;
        }

        if (subject is { IsBalance: true, Aside: null } && (subject.Categories.Count == 0 || subject.Categories[0].Origin != Facts.SlotOrigin.Stated) && i + 2 < items.Count && items[i + 1].Word?.Form is "on" or "in" && items[i + 2].Phrase is { IsFrame: false, Places.Count: 0 } of
            && items[i + 2].Word is { Form: "goods" or "services" or "goods and services" or "merchandise" } kind)
        {
            // "a deficit of £9.4 billion on goods, partly offset by a surplus of £7.0 billion on services"
            subject = subject with { Categories = kind.Form is "goods" or "merchandise" ? [] : [new(kind.Form, items[i + 2].Span(tokens), Facts.SlotOrigin.Stated)] };
            current = subject;
        }

        if (subject is { Aside: null, Categories.Count: 0 } && match?.Rule.Role == RuleRole.Level && ExcludedBehind(items, i) is { } excluded)
        {
            // "trade reached $2.34 billion, excluding defence"
            subject = subject with { Categories = [excluded] };
            current = subject;
        }

        if (subject is { IsVerb: true, Aside: null, Categories.Count: 0 } && number is { Kind: NumberKind.Quantity, Unit: "vehicles" } && match is not null)
        {
            // "China exported 380,000 passenger cars": the unit is the goods.
            var last = item.Last;
            var from = last;
            while (from > item.First && tokens[from - 1].Kind == TokenKind.Word && char.IsLower(tokens.Text[tokens[from - 1].Start]) && !(tokens.IsWord(from - 1, "million") || tokens.IsWord(from - 1, "thousand"))) from--;
            var words = tokens.SpanOf(from, last);
            subject = subject with { Categories = [new(words.Of(tokens.Text).ToLowerInvariant(), words, Facts.SlotOrigin.Stated)] };
            current = subject;
        }

        if (match is { Rule.List: BracketList.Shares } && subject is { Aside: null, Partners: [{ } member] }) ranked.Add(member);
        var reading = new NumberReading { Item = item, At = i, Match = match, Subject = subject };
        if (match is not null) matched.Add((i, match));
        if (match is not null && subject is { Aside: null, Flows.Count: > 0 }) numbered = subject;
        if (subject is null)
        {
            reading.Class = Facts.NumberClass.Other;
            reading.Reason = "no-trade-flow";
        }
        else if (subject.Aside is { } aside)
        {
            reading.Class = Facts.NumberClass.Other;
            reading.Reason = aside;
        }
        else if (match is null)
        {
            if (number.Kind is NumberKind.Cardinal or NumberKind.Ordinal || !hasOwnSubject)
            {
                reading.Class = Facts.NumberClass.Other;
                reading.Reason = number.Kind == NumberKind.Ordinal ? "ordinal" : number.Kind == NumberKind.Cardinal ? "count" : "no-trade-flow";
            }
            else
            {
                reading.Reason = matcher.Nearest(items, i) is not { } nearest ? "no rule reads it" : $"nearest rule {nearest.Name} does not match";
            }
        }

        return reading;
    }

    private Sourced<string>? ExcludedBehind(List<Item> items, int at)
    {
        var i = at + 1 < items.Count && items[at + 1].IsSymbol(',') ? at + 2 : at + 1;
        if (i + 1 >= items.Count || items[i].Kind != ItemKind.Word || !tokens.IsWord(items[i].First, "excluding") || items[i + 1].Phrase is not { IsFrame: false, Places.Count: 0, Head: not null } || items[i + 1].Kind != ItemKind.Phrase) return null;
        var span = tokens.SpanOf(items[i].First, items[i + 1].Last);
        return new(string.Join(' ', span.Of(tokens.Text).ToLowerInvariant().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)), span, Facts.SlotOrigin.Stated);
    }

    // "8.6 trillion yen with the US, equivalent to $56.6 billion": the same amount in another currency, with words between.
    private bool IsSameAmount(List<Item> items, int at)
    {
        if (at < 2 || items[at].Number!.Kind != NumberKind.Money || items[at - 1].Word?.Form is not "to" || !(tokens.IsWord(items[at - 2].Last, "equivalent") || tokens.IsWord(items[at - 2].Last, "equal"))) return false;
        for (var i = at - 3; i >= 0 && i >= at - 9; i--)
        {
            if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind == NumberKind.Money) return items[i].Number!.Unit != items[at].Number!.Unit;
        }

        return false;
    }

    // "Exports rose 1.6 percent to $251.7 billion, and imports 1.7 percent to $316.7 billion": the verb left out is the one before.
    private RuleMatch? Parallel(List<Item> items, int at, out int i)
    {
        i = at - 1;
        while (i >= 0 && (items[i].Kind == ItemKind.Period || items[i].IsBound || items[i].Kind == ItemKind.Word && (items[i].Word?.Form is "to" or "by" or "of" or "at" or "with" or "for" || items[i].Is(WordClass.Adverb | WordClass.Determiner)))) i--;
        if (i < 0) return null;
        var leads = items[i].Kind == ItemKind.Place || items[i].Phrase is not null || items[i].Kind == ItemKind.Number && items[i + 1].Word?.Form is "to" || items[i].Word?.Form is "and" or "or" && items[i + 1].Word?.Form is "of" or "by";
        // "$87.97 billion in 2021, $80.03 billion in 2020, and $94.74 billion in 2019"
        var k0 = i;
        while (k0 >= 0 && (items[k0].IsSymbol(',') || items[k0].Word?.Form is "and")) k0--;
        leads |= k0 >= 1 && k0 < i && items[k0].Kind == ItemKind.Period && at + 1 < items.Count && (items[at + 1].Kind == ItemKind.Period || at + 2 < items.Count && items[at + 2].Kind == ItemKind.Period);
        // "that with the US and the EU 1.01 trillion yuan and 943.6 billion yuan": the first was read so.
        leads |= k0 >= 0 && k0 < i && items[k0].Kind == ItemKind.Number && items[k0].Number!.Kind == items[at].Number!.Kind && matched.Count > 0 && matched[^1].At == k0 && matched[^1].Match.First == k0;
        if (!leads) return null;
        for (var k = matched.Count - 1; k >= 0; k--)
        {
            var (before, match) = matched[k];
            if (items[before].Number!.Kind != items[at].Number!.Kind || match.Rule.Role is RuleRole.Aside) continue;
            if (items[at].Number!.Kind == NumberKind.Quantity && items[before].Number!.Unit != items[at].Number!.Unit) continue; // "traded above 20 cents after Indonesia planned to import 200,000 tons"
            if (match.Rule.Role is RuleRole.EarlierLevel or RuleRole.EarlierGrowth or RuleRole.EarlierShare) continue;
            return match with { Subject = null, Period = null, First = at, Last = at };
        }

        return null;
    }

    // "from there", "from the same countries"
    private List<Sourced<string>>? Spoken(Subject? subject, Item anaphor)
    {
        var partners = spokenPartners ?? subject?.Partners ?? discourse.Partners;
        return partners.Count == 0 ? null : partners.ConvertAll(p => p with { Span = anaphor.Span(tokens), Origin = Facts.SlotOrigin.Carried });
    }

    // "China accounted for 20.1% of Japan's imports": the whole names region and flow, the part narrows it.
    private Subject? Share(Item whole, int at, Subject? current, List<Item> items, int number)
    {
        if ((numbered ?? current) is { IsBalance: true } && !whole.Phrase!.IsBalance && whole.Phrase.Places.Count == 0) return new Subject { Aside = "ratio", At = at }; // "a deficit of $13.7 billion, equivalent to 4.1% of imports"
        var total = subjects.FromFrame(whole, at, null);
        if (ranked.Count > 1 && ranking is { } list && list < number && !items.GetRange(list, number - list).Exists(i => i.Kind == ItemKind.Place)) return total with { Partners = [.. ranked] }; // "... were its main markets, accounting for 55% of exports"
        if (current is { Flows.Count: > 0, Aside: null } && current.At >= 0 && current.At < number && (current.Partners.Count > 0 || current.Categories.Count > 0) && (items[current.At].Phrase?.IsFrame == true || current.IsNamedMarket || current.IsVerb && current.Regions.Count == 1 && total.Regions.Count == 1 && current.Regions[0].Value == total.Regions[0].Value && current.Flows[0].Value == total.Flows[0].Value))
            return Of(current, total, whole);
        for (var k = number - 1; k >= 0 && (items[k].Clause == items[number].Clause || IsBeforeWhich(items, k)); k--)
        {
            if (items[k].Kind == ItemKind.Place && items[k].Place is { Place.IsSubnational: true } part && whole.Phrase!.Places.Count + whole.Phrase.Regions.Count > 0 && total.Regions.Count == 1 && total.Regions[0].Value != part.Place)
                return total with { Regions = [new(part.Place, part.Span, Facts.SlotOrigin.Stated)], ShareOf = total.Regions[0] };
            if (items[k].Phrase is { IsFrame: false, Head: null } anaphor && anaphor != whole.Phrase && IsRegionNoun(items, k) && subjects.Carried() is { } home && total.Regions.Count == 1 && total.Regions[0].Value != home.Value)
                return total with { Regions = [home], ShareOf = total.Regions[0] };
            if (items[k].Kind == ItemKind.Place && items[k].Place is { IsSeat: false } holder && whole.Phrase is { IsGlobal: true, Places.Count: 0 })
                return total with { Regions = [new(holder.Place, holder.Span, Facts.SlotOrigin.Stated)], ShareOf = total.Regions.Count == 1 ? total.Regions[0] : null };
            if (items[k].Kind == ItemKind.Place && items[k].Place is { PartnerCode: { } code } place)
                return total with { Partners = [new(code, place.Span, Facts.SlotOrigin.Stated)] };
            if (discourse.NamedTogether is { Count: >= 2 } spoken && NamesThem(items, k, spoken.Count)) return total with { Partners = spoken.ConvertAll(p => p.Carried()), IsUnclear = false };
            if (items[k].Phrase is { Members.Count: > 1 } several && several.Partners.Count == several.Members.Count)
                return total with { Partners = several.Partners.ConvertAll(p => new Sourced<string>(p.PartnerCode ?? p.Place.Name.ToUpperInvariant(), p.Span, Facts.SlotOrigin.Stated)) };
            if (items[k].Phrase is { Members.Count: > 1, Aside: null } goods)
                return total with { Categories = goods.Categories.ConvertAll(c => new Sourced<string>(c.Text, c.Span, Facts.SlotOrigin.Stated)) };
            if (k > 1 && items[k].Phrase is { IsMarket: true } && items[k - 1].IsSymbol(',') && items[k - 2].Kind == ItemKind.Place) continue; // "China, the Kingdom's primary trading partner, accounted for"
            if (items[k].Phrase is { IsFrame: false, Head: { } head, Aside: null, Places.Count: 0 } phrase && !(phrase.IsMarket && !head.Text.Contains(' ')))
            {
                return phrase.IsProperName
                    ? new Subject { Aside = "company", At = k }
                    : total with { Categories = [new(head.Text, head.Span, Facts.SlotOrigin.Stated)] };
            }

            if (items[k].Phrase is { IsFrame: true } && k == current?.At) return Of(current, total, whole);
        }

        if (at + 2 < items.Count && items[at + 1].Is(WordClass.Be) && items[at + 1].Kind == ItemKind.Word && items[at + 2].Phrase is { IsFrame: false, Aside: null, Places.Count: 0, HasGoods: true, Head: { } part0 })
            return total with { Categories = [new(part0.Text, part0.Span, Facts.SlotOrigin.Stated)] }; // "95% of imports are raw materials"
        return current is { Flows.Count: > 0, Aside: null } ? Of(current, total, whole) : null;
    }

    // "these | five | countries", "the three markets", after as many were named.
    private bool NamesThem(List<Item> items, int k, int count) =>
        items[k].Phrase is { Places.Count: 0 } phrase && (phrase.IsMarket || phrase.Aside is "count") && (phrase.Count == count || k > 0 && items[k - 1].Number?.Value == count)
        && (phrase.IsMarket || tokens.Chars(items[k].Last) is "countries" or "nations" or "economies");

    // "particularly in China, which accounts for ...": what stands before the comma is meant.
    private static bool IsBeforeWhich(List<Item> items, int k) =>
        k + 1 < items.Count && items[k + 1].Word?.Form is "which" || items[k].IsSymbol(',') == false && k + 2 < items.Count && items[k + 1].IsSymbol(',') && items[k + 2].Word?.Form is "which";

    // "representing 36.7% of China's foreign trade": whose total, when it is another's.
    private Subject Of(Subject part, Subject total, Item whole) =>
        whole.Phrase is { IsGlobal: true, Places.Count: 0 } ? part with { ShareOf = new(SubjectReader.World, whole.Phrase.Global, Facts.SlotOrigin.Stated) }
        : whole.Phrase!.RegionNoun is "province" && part.Regions is [{ Value: { IsSubnational: true, Parent: { } parent } }] && parent.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
            ? part with { ShareOf = new(new Place(PlaceKind.Region, null, parent[(slash + 1)..], parent[..slash]), null, Facts.SlotOrigin.Carried) }
        : whole.Phrase.RegionNoun is "country" or "nation" && whole.Phrase.HasRegionAnaphor && part.Regions is [{ Value: { IsSubnational: true, Country: { } land } }] && subjects.Nation(land) is { } nation
            ? part with { ShareOf = new(nation, null, Facts.SlotOrigin.Carried) } // "the figure accounts for 43.4 percent of the country's total trade"
        : whole.Phrase!.Places.Count + whole.Phrase.Regions.Count > 0 && total.Regions.Count == 1 && part.Regions.Count == 1 && total.Regions[0].Value != part.Regions[0].Value
            && total.Regions[0].Value.Code is not null && part.Regions[0].Value.IsSubnational
            ? part with { ShareOf = total.Regions[0] }
            : part;

    private bool IsRegionNoun(List<Item> items, int k) => tokens.Chars(items[k].Last) is "city" or "province" or "region" or "municipality" or "county" or "state";

    private static NumberReading Aside(Item item, int at, string reason, RuleMatch? match = null) =>
        new() { Item = item, At = at, Match = match, Class = Facts.NumberClass.Other, Reason = reason };
}
