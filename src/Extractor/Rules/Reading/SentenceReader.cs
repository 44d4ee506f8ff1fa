using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Walks a sentence from left to right and gives every number its subject and its rule.</summary>
internal sealed partial class SentenceReader(TokenList tokens, SubjectReader subjects, RuleMatcher matcher, Discourse discourse)
{
    private const WordClass TakesNumber = WordClass.ChangeVerb | WordClass.ChangeAdverb | WordClass.Reach | WordClass.Be | WordClass.OverVerb | WordClass.Account | WordClass.Flat | WordClass.Accelerate;

    private readonly HashSet<int> references = [];
    private Subject? numbered;
    private List<Sourced<string>>? spokenPartners;

    /// <summary>The partner that was read from behind a number, and gives way to the one behind the next.</summary>
    private Sourced<string>? partnerBehind;

    private readonly List<Sourced<string>> ranked = [];
    private int? ranking;
    private readonly Dictionary<int, Subject?> shares = [];
    private readonly List<(int At, RuleMatch Match)> matched = [];

    /// <summary>The numbers of the sentence with what was read of them.</summary>
    public List<NumberReading> Read(List<Item> items)
    {
        var readings = new List<NumberReading>();
        Subject? current = null;
        Item? noun = null;
        var nounAt = -1;
        var hasOwnSubject = false;
        Item? firstGoods = null;
        Item? clauseNoun = null;
        references.Clear();
        numbered = null;
        spokenPartners = null;
        partnerBehind = null;
        matched.Clear();
        shares.Clear();
        var countedAt = -1;
        Subject? first = null;
        Subject? before = null;
        var beforeWhich = -1;
        var leading = PartnerScan.Leading(items);
        if (items.Count > 3 && items[0].Word?.Form is "in" && items[1].Kind == ItemKind.Place && items[1].Place is { IsSeat: false, Place.Kind: not PlaceKind.Group } where && items[2].IsSymbol(','))
            discourse.Region = new(where.Place, where.Span, Facts.SlotOrigin.Stated);
        if (Label(items) is { } label)
        {
            // "UK: The market registered a modest growth of 0.8%", "- Asia: The deficit decreased to R4.7 billion"
            discourse.Label = new(label.PartnerCode!, label.Span, Facts.SlotOrigin.Carried);
            current = subjects.WithPartner(null, [label], 0);
            hasOwnSubject = current is not null;
        }

        var opening = OpeningGoods(items);
        var carried = discourse is { Subject: { Aside: null } last, IsAside: false } && (discourse.CanCarry || discourse.TradeDistance == 0) ? last : null;
        ranked.Clear();
        matcher.List = RankedLists.Find(items, out ranking);
        var naming = NamedMarkets.Find(items);
        if (ranking is { } announced && naming is null && current is null && subjects.FromMarket(items[announced].Phrase!, announced) is { } biggest)
        {
            current = biggest;
            hasOwnSubject = true;
        }

        for (var i = 0; i < items.Count; i++)
        {
            if (i > 1 && BalanceDefinition.End(items, i) is { } defined)
            {
                i = defined - 1;
                continue;
            }

            var item = items[i];
            switch (item.Kind)
            {
                case ItemKind.Phrase when item.Phrase!.IsFrame:
                    if (!discourse.HasTrade) break;
                    if (references.Contains(i) || IsReference(items, i) || IsCompared(items, i, current)) break;
                    if (ranking < i && item.Phrase.Flows[0].Noun == FlowNoun.Trade && items[i - 1].Word?.Form is "in") break; // "its main partners in trade with EU countries"
                    if (current is { IsBalance: true, Aside: null } && (current.Partners.Count == 0 || item.Phrase.Partners.Count == 0) && (current.Categories.Count == 0 || current.Categories[0].Origin != Facts.SlotOrigin.Stated) && item.Phrase.Flows[0].Noun == FlowNoun.Trade && i > 1 && items[i - 1].Word?.Form is "in" or "on" && items[i - 2].Kind == ItemKind.Number && readings.Count > 0)
                    {
                        // "ran a surplus of $16.8 billion in the trade of services"
                        var narrowed = subjects.FromFrame(item, i, null);
                        var merged = current with { Categories = narrowed.Categories, Partners = item.Phrase.Partners.Count == 0 && current.Partners.Count > 0 ? current.Partners : narrowed.Partners };
                        if (ReferenceEquals(readings[^1].Subject, current)) readings[^1].Subject = merged;
                        current = merged;
                        break;
                    }

                    if (InBalance(items, i, current) is { } balanced)
                    {
                        current = balanced;
                        hasOwnSubject = true;
                        noun = null;
                        break;
                    }

                    if (item.Phrase.Flows[0].IsWeak && (!IsTradeBalance(item.Phrase, current) || clauseNoun is { Phrase.Aside: "investment" or "gdp" } && clauseNoun.Clause == item.Clause || noun is { Phrase.Aside: "investment" or "gdp" } && noun.Clause == item.Clause))
                    {
                        current = new Subject { Aside = "other-balance", At = i };
                        noun = null;
                        break;
                    }

                    if (current?.At == i) break;
                    var lead = noun;
                    var counted = current is { Aside: "count", At: >= 0 } && Trades(items, items[current.At], i);
                    var company = clauseNoun is not null && clauseNoun.Clause == item.Clause && clauseNoun.Phrase is { IsProperName: true, Places.Count: 0 } ? clauseNoun : null;
                    current = subjects.FromFrame(item, i, SameBreath(items, i, current));
                    if (lead is not null && nounAt >= 0) current = Inherit(current, lead, item.Phrase, items, i);
                    if (firstGoods is not null && i > 0 && (items[i - 1].Word?.Form is "with" || item.Phrase.HasRegionAnaphor)) current = Inherit(current, firstGoods, item.Phrase, items, i);
                    if (clauseNoun is { Kind: ItemKind.Place } holder && holder != lead && holder.Clause == item.Clause && (lead is null || lead.Phrase is { HasGoods: false, Aside: null, Places.Count: 0 })) current = Inherit(current, holder, item.Phrase, items, i);
                    if (company is not null && company != lead) current = Inherit(current, company, item.Phrase, items, i);
                    if (counted) current = current with { IsUnclear = true };
                    if (leading is not null && IsBare(current) && current.Partners.Count == 0 && current.Regions.TrueForAll(r => r.Value.Code != leading.Value)) current = current with { Partners = [leading], IsUnclear = false };
                    if (discourse.CanCarry && IsBare(current) && Expectation.Precedes(items, i)) current = Expectation.Of(discourse.Subject, current);
                    if (i > 0 && items[i - 1].Word?.Form is "with" && item.Phrase is { Places.Count: 0, Regions.Count: 0 } && item.Phrase.Partners.Count == 0 && AnnouncedMarkets(items, i) is { } markets && current.Aside is null) current = current with { Partners = markets, IsUnclear = false };
                    if (OpensWithPart(items, i) && IsBare(current) && current.Categories.Count == 0 && discourse.CanCarry && discourse.Subject is { Flows: [{ Value: FlowNoun.Trade }], Aside: null } divided && current.Flows is [{ Value: FlowNoun.Exports or FlowNoun.Imports }] && item.Phrase is { Places.Count: 0, Regions.Count: 0, HasRegionAnaphor: false })
                        current = current with { Partners = divided.Partners.ConvertAll(p => p.Carried()), Categories = divided.Categories.ConvertAll(c => c.Carried()) };
                    if (item.Phrase.Categories is [{ IsAnaphor: false } goods] && item.Phrase.HasGoods) discourse.LastGoods = new(goods.Text, goods.Span, Facts.SlotOrigin.Carried);
                    if (current.Aside is null)
                    {
                        first ??= current;
                        discourse.Recent.Add(current);
                    }

                    hasOwnSubject = true;
                    noun = null;
                    break;
                case ItemKind.Phrase when i > 0 && i == countedAt + 1:
                    break;
                case ItemKind.Phrase:
                case ItemKind.Place:
                    if (Elliptical(items, i, out var partners) && subjects.WithPartner(current, partners, i) is { } shifted)
                    {
                        current = shifted;
                        hasOwnSubject = true;
                        noun = null;
                        break;
                    }

                    if (item.Phrase is { IsFrame: false, Head: null, Aside: null, Measure: null, Places: [{ IsPossessive: true, Place.IsSeat: false } whose] } && current is { Aside: null, Flows.Count: > 0, At: >= 0 } && StandsForFlow(items, i))
                    {
                        // "Dongguan's trade was 1.39 trillion yuan and Guangzhou's 1.09 trillion yuan": the flow is left out.
                        current = current with { Regions = [new(whose.Place, whose.Span, Facts.SlotOrigin.Stated)], Partners = [], Flows = current.Flows, At = i };
                        noun = null;
                        break;
                    }

                    if (IsAsideInBrackets(items, i)) break;
                    noun = item;
                    nounAt = i;
                    if (clauseNoun?.Clause != item.Clause) clauseNoun = item;
                    if (item.Phrase is { HasGoods: true, Aside: null, Head: { IsAnaphor: false } named }) discourse.LastGoods = new(named.Text, named.Span, Facts.SlotOrigin.Carried);
                    if (item.Phrase is { HasGoods: true, Aside: null } && (i == 0 || !items[i - 1].Is(WordClass.Preposition))) firstGoods ??= item;
                    if (item.Phrase?.IsMarket == true)
                    {
                        ReadMarket(items);
                        if (i > 1 && items[i - 1].Kind == ItemKind.Symbol && !items[i - 1].IsSymbol('(') && current is { Aside: null, Partners.Count: 1 } && current.At == i - 2 && items[i - 2].Phrase?.IsFrame == true)
                        {
                            // "Shipments to the US, Thailand's largest market, surged": the same partner once more.
                            noun = null;
                            break;
                        }

                        if (BigPartner(items, i) is { } big)
                        {
                            current = big;
                            hasOwnSubject = true;
                        }
                        else if (subjects.FromMarket(item.Phrase, i) is { } market)
                        {
                            current = market;
                            hasOwnSubject = true;
                        }
                    }
                    else if (i > 1 && items[i - 1].Word?.Form is "of" && items[i - 2].Word?.Form is "those" or "that" && item.Phrase is not null && subjects.FromNoun(item, i, current, isSure: true) is { Aside: null } alike)
                    {
                        // "exports of cars rose 11 pct but those of iron ore were down 23 pct"
                        current = alike;
                        noun = null;
                    }

                    break;
                case ItemKind.Word when item.Word is { } word:
                    if (word.Is(WordClass.Buy) && noun is { Kind: ItemKind.Place } dealer && Follows(items, nounAt, i) && Deal.Read(items, i, dealer) is { } dealt)
                    {
                        // "Taiwan bought $20.3 billion worth of semiconductors from China": imports of the buyer, exports of the seller.
                        current = subjects.FromDeal(dealt, item, dealer, i);
                        hasOwnSubject = true;
                        noun = null;
                    }
                    else if (word.Is(WordClass.FlowVerb) && noun is not null && Follows(items, nounAt, i) && item.Kind == ItemKind.Word)
                    {
                        var isBoth = i + 2 < items.Count && items[i + 1].Word?.Form is "and" && items[i + 2].Is(WordClass.FlowVerb);
                        current = subjects.FromFlowVerb(item, noun, i, isBoth: isBoth, isDifference: isBoth && items[0..i].Exists(k => k.Span(tokens).Of(tokens.Text).EndsWith("difference", StringComparison.OrdinalIgnoreCase)));
                        if (nounAt > 1 && current is { Aside: null, Categories.Count: 0 } && noun.Kind == ItemKind.Place && items[nounAt - 1].Word?.Form is "in" or "of" or "from" && items[nounAt - 2].Phrase is { IsFrame: false, HasGoods: true, Aside: null, Places.Count: 0, Head: { } owner })
                            current = current with { Categories = [new(owner.Text, owner.Span, Facts.SlotOrigin.Stated)] }; // "Private enterprises in Shandong imported ..."
                        if (isBoth) i += 2;
                        else if ((PartnerScan.Destination(items, i) is { } place ? [place] : PartnerScan.Anaphor(items, i + 1, tokens) is { } anaphor ? Spoken(current, anaphor) : null) is { } destination)
                        {
                            // "the goods exported to euro area countries totalled 52.2 billion euros"
                            current = current with { Partners = destination };
                            spokenPartners = destination;
                        }

                        hasOwnSubject = true;
                    }
                    else if (word.Is(WordClass.FlowVerb) && i > 0 && items[i - 1].Is(WordClass.Pronoun) && !items[i - 1].Is(WordClass.Determiner))
                    {
                        var isBoth = i + 2 < items.Count && items[i + 1].Word?.Form is "and" && items[i + 2].Is(WordClass.FlowVerb);
                        var who = Antecedent(items, i - 1);
                        var verb = subjects.FromFlowVerb(item, who, i, isBoth: isBoth);
                        current = current is { Regions.Count: 1, Aside: null } && who?.Kind != ItemKind.Place ? verb with { Regions = current.Regions } : verb;
                        if (isBoth) i += 2;
                        hasOwnSubject = true;
                    }
                    else if (word.Is(WordClass.FlowVerb) && word.Value(WordClass.FlowVerb) == "imports" && i > 1 && items[i - 1].IsSymbol(',') && Importer(items, current) is { } importer)
                    {
                        // "The U.S. remained the biggest market for Cambodia, importing $4.23 billion worth of products": the importer is the region.
                        current = importer with { At = i, Flows = [new(FlowNoun.Imports, item.Span(tokens), Facts.SlotOrigin.Stated)] };
                        hasOwnSubject = true;
                    }
                    else if (word.Is(WordClass.FlowVerb) && current is { Flows.Count: > 0, Aside: null } && i > 0 && (items[i - 1].Word?.Form is "but" or "and" or "while" || items[i - 1].IsSymbol(',') && word.Form.EndsWith("ing", StringComparison.Ordinal)))
                    {
                        // "imported $274 million worth of shellfish from the EU, but exported only $38 million"; "runs a deficit with the US, importing $10.4 billion"
                        current = subjects.FromFlowVerb(item, null, i) with { Regions = current.Regions, Partners = current.Partners, Categories = current.Categories };
                    }
                    else if (word.Form is "that" or "which" && i > 2 && (items[i - 1].IsSymbol(',') ? i - 2 : i - 1) is var at && items[at].Phrase is { IsFrame: true, IsTotal: true } whole && IsReference(items, at) && current is { Aside: null, Flows.Count: > 0 })
                    {
                        // "0.8% of its total exports that hit a high of 110 million tons": of the total, not of the part.
                        // "contributed 46.6% to Guangdong's total trade, which stood at 8.3 trillion yuan"
                        var total = subjects.FromFrame(items[at], at, null);
                        current = whole.Places.Count + whole.Regions.Count > 0 ? total : total with { Regions = current.Regions, Categories = current.Categories };
                        noun = null;
                    }
                    else if (word.Form is "which" or "that" && i > 0 && items[i - 1].IsSymbol(',') is var comma && (comma ? i > 1 ? items[i - 2] : null : items[i - 1]) is { Phrase: { IsFrame: false, Aside: not null and not "count" } owed } owner && HasNumberAhead(items, i))
                    {
                        // "South Korea's foreign debt, which fell to 44.5 billion"
                        (before, beforeWhich) = (current, i);
                        current = new Subject { Aside = owed.Aside, At = items.IndexOf(owner) };
                        hasOwnSubject = true;
                        noun = null;
                    }
                    else if (word.Form is "which" or "who" && i > 1 && items[i - 1].IsSymbol(',') && current is { Aside: null, At: >= 0 } && items[i - 2] == items[current.At])
                    {
                        (before, beforeWhich) = (current, i);
                    }
                    else if (before is not null && i > beforeWhich + 2 && items[i - 1].IsSymbol(',') && word.Is(WordClass.ChangeVerb | WordClass.Reach | WordClass.Be) && items[i].Kind == ItemKind.Word && !items.GetRange(beforeWhich, i - beforeWhich).Exists(k => k.Kind == ItemKind.Number))
                    {
                        // "Exports of machinery, which account for the bulk of China's shipments, rose ...": what stood before "which".
                        current = before;
                        before = null;
                        noun = null;
                    }
                    else if (word.Value(WordClass.Anaphor) is { } which && discourse.Recent.Count >= 2)
                    {
                        current = discourse.Recent[which == "first" ? ^2 : ^1].Carried() with { At = i };
                        hasOwnSubject = true;
                    }
                    else if (word.Is(WordClass.AsideVerb) && (noun is not null && Follows(items, nounAt, i) || current is null or { At: < 0 }))
                    {
                        current = new Subject { Aside = word.Value(WordClass.AsideVerb), At = i };
                        hasOwnSubject = true;
                    }
                    else if (word.Is(TakesNumber) && current is { At: >= 0, Aside: null } && clauseNoun is not null && clauseNoun.Clause == item.Clause && items[current.At].Clause < item.Clause
                        && (noun is null || !Follows(items, nounAt, i)) && clauseNoun.Phrase is { IsFrame: false, HasGoods: false, Measure: null, IsMarket: false } && HasNumberAhead(items, i))
                    {
                        // "exports rose 5%, and domestic prices for hot rolled coil, a semi-processed product, have jumped 40%"
                        current = new Subject { Aside = clauseNoun.Phrase.Aside ?? "other-subject", At = i };
                    }
                    else if (word.Is(TakesNumber) && noun is not null && Follows(items, nounAt, i) && HasNumberAhead(items, i) && !IsObject(items, nounAt) && !(noun.Kind == ItemKind.Place && LeadsToFrame(items, i)) && !(word.Is(WordClass.Be | WordClass.Auxiliary) && i + 1 < items.Count && items[i + 1].Is(WordClass.FlowVerb)))
                    {
                        var isSure = true;
                        if (subjects.FromNoun(noun, nounAt, current, isSure, items.Exists(k => k.Phrase is { IsMarket: true })) is { } bare && !(bare.Aside is "other-subject" && word.Is(WordClass.Account)))
                        {
                            // "volumes of coffee and pepper declined by 71 per cent and 21 per cent"
                            current = bare.Aside is null && nounAt > 1 && items[nounAt - 1].Word?.Form is "of" && items[nounAt - 2].Phrase is { IsFrame: false, Measure: "volume" } ? bare with { Measure = "volume", Terms = "volume" } : bare;
                            hasOwnSubject = true;
                        }

                        if (noun.Phrase is not { Members.Count: 2, Partners.Count: 2 }) noun = null;
                    }
                    else if (noun is { Phrase: { HasGoods: true, Aside: null, IsFrame: false } } && word.Is(WordClass.Lead) && Follows(items, nounAt, i) && LeadsChange(items, i) && subjects.FromNoun(noun, nounAt, current, isSure: true) is { Aside: null } leader)
                    {
                        // "Milk powder, butter, and cheese led the rise, up 45 percent"
                        current = leader;
                        hasOwnSubject = true;
                        noun = null;
                    }
                    else if (current is null && word.Value(WordClass.Measure) == "growth" && !(i > 0 && items[i - 1].Phrase is { Aside: not null }) && discourse.Subject is { Flows.Count: > 0 } && !hasOwnSubject && discourse.CanCarry)
                    {
                        // "The growth rates accelerated by ...": of what was spoken of.
                        current = discourse.Subject.Carried() with { Measure = "growth" };
                    }
                    else if (current is null && i == 1 && word.Is(WordClass.ChangeNoun) && items[0].Is(WordClass.Determiner) && !hasOwnSubject && discourse is { CanCarry: true, Subject: { Flows.Count: > 0, Aside: null } spoken })
                    {
                        // "The decline was steeper than ...": of what was spoken of.
                        current = spoken.Carried();
                        hasOwnSubject = true;
                    }
                    else if (word.Is(WordClass.Pronoun) && current is null && discourse.Subject is not null && discourse.CanCarry && (word.Form is "it" or "they" || word.Form is "this" or "that" or "these" or "those" or "which" && (i == 0 || items[i - 1].Kind == ItemKind.Symbol || items[i - 1].Is(WordClass.Conjunction))))
                    {
                        current = discourse.Subject.Carried();
                    }

                    break;
                case ItemKind.Number when CountedPartners(items, i) is { } together:
                    current = together;
                    hasOwnSubject = true;
                    noun = null;
                    countedAt = i;
                    readings.Add(Aside(item, i, "count"));
                    break;
                case ItemKind.Number:
                    if (noun is not null && (nounAt == i - 2 && items[i - 1].IsSymbol('(') || nounAt == i - 3 && items[i - 2].IsSymbol('(') && items[i - 1].Is(WordClass.Up | WordClass.Down) || nounAt == i - 4 && items[i - 3].IsSymbol('(') && items[i - 2].Is(WordClass.Up | WordClass.Down) && items[i - 1].Word?.Form is "by") && Bracketed(items, nounAt, i, current) is { } bracketed) current = bracketed;
                    readings.Add(ReadNumber(items, i, ref current, hasOwnSubject));
                    break;
            }

            if (item.Phrase is { IsFrame: true } && current is { Aside: null } && current.At == i) current = OfFollower(items, i, current);

            if (opening is { } opened && current is { Aside: null, Flows.Count: > 0 } && current.At == i && (current.Categories.Count == 0 || current.Categories.Count == 1 && current.Categories[0] == discourse.Topic))
                current = current with { Categories = [opened] };

            if (naming?.From == i && subjects.FromNamedMarket(naming, current) is { } trader)
            {
                current = trader;
                hasOwnSubject = true;
                noun = null;
            }
        }

        if (readings.Exists(r => r.Subject?.Aside is "company")) discourse.IsOfCompany = true;
        discourse.TradeDistance = hasOwnSubject && current is { Flows.Count: > 0, Aside: null } ? 0 : discourse.TradeDistance + 1;
        var main = MainSubject(readings);
        if (main is not null || hasOwnSubject && current is { Flows.Count: > 0, Aside: null })
        {
            discourse.Subject = main ?? current!;
            if (discourse.Subject.Partners.Count > 0) discourse.Partners = discourse.Subject.Partners;
        }

        if (main is not null) discourse.Counterpart = CounterpartOf(main);

        // "After reaching $3.1 billion in 2021, exports doubled": the subject follows.
        if (first is not null && items.Count > 1 && items[0].Word?.Form is "after" or "following" or "at" or "with" or "from")
        {
            foreach (var reading in readings)
            {
                if (reading.Subject is not null || reading.Match is null || reading.At > first.At || reading.Role == RuleRole.Aside || reading.Reason is "range" or "second-currency") continue;
                reading.Subject = first with { Period = null };
                reading.Class = Facts.NumberClass.Unresolved;
                reading.Reason = "";
            }
        }

        if (readings.Exists(r => r is { Match: not null, Class: Facts.NumberClass.Unresolved })) discourse.IsAside = false;
        else if (readings.Exists(r => r.Subject?.Aside is not null && r.Item.Number!.Kind is NumberKind.Percent or NumberKind.Money)) discourse.IsAside = true;
        // "Brent is down 1.3% to $75.98 a barrel": what has a price a unit is no flow.
        foreach (var priced in readings)
        {
            if (priced.Reason is not "price") continue;
            foreach (var other in readings)
            {
                if (other.Class == Facts.NumberClass.Unresolved && other.Item.Clause == priced.Item.Clause)
                {
                    other.Class = Facts.NumberClass.Other;
                    other.Reason = "price";
                }
            }
        }

        CarryGoods(readings, carried);
        ListPairing.Pair(items, readings);
        return readings;
    }
}
