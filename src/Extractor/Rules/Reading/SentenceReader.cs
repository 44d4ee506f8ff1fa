using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Places;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Walks a sentence from left to right and gives every number its subject and its rule.</summary>
internal sealed class SentenceReader(TokenList tokens, SubjectReader subjects, RuleMatcher matcher, Discourse discourse)
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

    // "Meat (our second-largest export group) fell": nothing is said of what stands in brackets by itself.
    private static bool IsAsideInBrackets(List<Item> items, int at)
    {
        if (at < 2 || !items[at - 1].IsSymbol('(') || items[at].Phrase is not { IsFrame: false, Places.Count: 0 }) return false;
        return at + 1 < items.Count && items[at + 1].IsSymbol(')') && items[at - 2].Phrase is not null;
    }

    // The partner that stands before a colon at the head of a line.
    private PlaceMention? Label(List<Item> items)
    {
        var at = 0;
        while (at < items.Count && at < 2 && items[at].Kind == ItemKind.Symbol && !items[at].IsSymbol('(')) at++;
        return items.Count > at + 3 && items[at] is { Kind: ItemKind.Place, Place: { PartnerCode: not null, Place.IsSeat: false } label } && items[at + 1].IsSymbol(':') && discourse.Home is { } reporter && reporter.Value != label.Place ? label : null;
    }

    // "an increase of $182m on the surplus in September 2018", "$4.4 billion less than May exports": the flow once more, of what is compared with.
    private static bool IsCompared(List<Item> items, int at, Subject? current)
    {
        if (at < 2 || current is not { Aside: null, Flows: [{ Value: var flow }, ..] } || items[at].Phrase!.Flows[0].Noun != flow && !(current.IsBalance && items[at].Phrase!.IsBalance) || items[at].Phrase is not { Period: not null } || at + 1 < items.Count && (items[at + 1].Kind == ItemKind.Number || items[at + 1].Word?.Form is "of" or "at")) return false;
        var word = items[at - 1].Word;
        return items[at - 2].Kind == ItemKind.Number && (word?.Form is "on" || word is not null && (word.Is(WordClass.Compare) || word.Form.EndsWith(" than", StringComparison.Ordinal)));
    }

    private static Subject OfFollower(List<Item> items, int frame, Subject subject) =>
        subject.Partners.Count == 0 && items[frame].Phrase is { Places.Count: 0, Regions.Count: 0, Partners.Count: 0 } && FollowsWith(items, frame) is { } place && subject.Regions.TrueForAll(r => r.Value != place.Place)
            ? subject with { Partners = [new(place.PartnerCode!, place.Span, Facts.SlotOrigin.Stated)] } : subject;

    // "The US followed with imports at 4.6 billion", "The UAE came in third with 3.9 billion worth of imports": one more market of a list.
    private static PlaceMention? FollowsWith(List<Item> items, int frame)
    {
        if (items.Count < 4 || items[0].Kind != ItemKind.Place && !(items[0].Is(WordClass.Determiner) && items[1].Kind == ItemKind.Place)) return null;
        var place = items[0].Kind == ItemKind.Place ? 0 : 1;
        if (items[place].Place is not { PartnerCode: not null, IsPossessive: false, IsSeat: false } mention || !(items[place + 1].Word?.Form is "followed" or "came" or "ranked" or "placed" or "trailed" or "next")) return null;
        for (var i = place + 2; i < frame && i < place + 9; i++)
        {
            if (items[i].Word?.Form is "with") return mention;
            if (items[i].Kind is ItemKind.Phrase or ItemKind.Place) return null;
        }

        return null;
    }

    // "For cinnamon, Vietnam shipped 73,080 tonnes": the goods that the sentence is about.
    private static Sourced<string>? OpeningGoods(List<Item> items) =>
        items.Count > 3 && items[0].Word?.Form is "for" or "as for" or "regarding" && items[1].Phrase is { IsFrame: false, HasGoods: true, Aside: null, IsMarket: false, Head: { IsAnaphor: false } goods } && items[2].IsSymbol(',')
            ? new(goods.Text, goods.Span, Facts.SlotOrigin.Stated) : null;

    // "China's crude imports fell 3%. Imports from Saudi Arabia were 1.6 million barrels a day": what is weighed or counted is of some goods,
    // those that were spoken of.
    private static void CarryGoods(List<NumberReading> readings, Subject? spoken)
    {
        if (spoken is not { Categories.Count: 1, Flows.Count: > 0 }) return;
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i] is not { Match: not null, Class: Facts.NumberClass.Unresolved, Item.Number.Kind: NumberKind.Quantity, Subject: { Aside: null, Categories.Count: 0, IsTotal: false, Flows.Count: 1 } bare }
                || readings[i].Role is not (RuleRole.Level or RuleRole.EarlierLevel or RuleRole.Change) || bare.Flows[0].Value != spoken.Flows[0].Value) continue;
            var narrowed = bare with { Categories = spoken.Categories.ConvertAll(c => c.Carried()) };
            foreach (var reading in readings)
            {
                if (ReferenceEquals(reading.Subject, bare)) reading.Subject = narrowed;
            }
        }
    }

    // "Gazprom Neft and Surgutneftgas, which exported ...": who the pronoun means, when that is a name.
    private static Item? Antecedent(List<Item> items, int pronoun)
    {
        if (items[pronoun].Word?.Form is not ("which" or "who" or "that")) return null;
        var before = pronoun - 1;
        if (before >= 0 && items[before].IsSymbol(',')) before--;
        return before >= 0 && (items[before].Phrase is { IsProperName: true, Places.Count: 0 } || items[before] is { Kind: ItemKind.Place, Place.IsSeat: false }) ? items[before] : null;
    }

    // "the US was the second largest trading partner of India with $82 billion": region India, partner the US.
    private Subject? BigPartner(List<Item> items, int at)
    {
        var phrase = items[at].Phrase!;
        var owner = phrase.Places.Count > 0 ? phrase.Places[0] : phrase.Regions.Count > 0 ? phrase.Regions[0] : null;
        if (owner is null || at < 2) return null;
        var i = at - 1;
        while (i >= 0 && (items[i].Kind == ItemKind.Number && items[i].Number!.Kind == NumberKind.Ordinal || items[i].Is(WordClass.Determiner | WordClass.Adverb | WordClass.Neutral) && !items[i].Is(WordClass.Be))) i--;
        if (i < 1 || !items[i].Is(WordClass.Be) && items[i].Word?.Form is not ("remained" or "became" or "stayed" or "as" or "ranked" or "ranks")) return null;
        i--;
        if (items[i].Kind != ItemKind.Place || items[i].Place is not { PartnerCode: { } code } place || place.Place == owner.Place) return null;
        var flow = phrase.MarketFlow ?? new NamedFlow(FlowNoun.Trade, items[at].Span(tokens), IsWeak: false);
        return new Subject
        {
            Flows = [new(flow.Noun, flow.Span, Facts.SlotOrigin.Stated)],
            Regions = [new(owner.Place, owner.Span, Facts.SlotOrigin.Stated)],
            Partners = [new(code, place.Span, Facts.SlotOrigin.Stated)],
            At = at,
        };
    }

    // "led by rice (+91.5%), canned and processed seafood (+14.8%), computers, equipment and parts (+62%)": all that stands between two brackets is the category.
    private Subject? Bracketed(List<Item> items, int noun, int number, Subject? current)
    {
        var signed = items[number].Number!.Sign != 0 || matcher.List != BracketList.None || number is var n && (n == noun + 3 || n == noun + 4) || items[number].Number!.Kind == NumberKind.Percent && number + 1 < items.Count && items[number + 1].IsSymbol(')') && IsBehindChange(items, noun);
        var last = items[noun];
        if (matcher.List == BracketList.Shares && last.Phrase is { IsFrame: false, HasGoods: false, Places: [{ PartnerCode: not null } sharer] } && subjects.WithPartner(current, [sharer], noun) is { } shared) return shared; // "followed by the shares of Panama (12.5%)"
        if (signed && matcher.List != BracketList.Shares && current is null or { At: < 0 } or { Aside: "count" } && CountedFlow(items, noun) is { } counted && subjects.Carried() is { } trader) current = new Subject { Flows = [counted], Regions = [trader], At = noun };
        if (last.Kind == ItemKind.Place && signed && subjects.WithPartner(current, [last.Place!], noun) is { } partner) return partner;
        if (last.Kind == ItemKind.Place || !signed || current is not { Flows.Count: > 0, Aside: null } || last.Phrase is not { Aside: null or "count" } phrase)
            return subjects.FromNoun(last, noun, current, isSure: signed) is { Aside: null } plain ? plain : null;
        var start = noun;
        while (start > 0 && !items[start - 1].IsSymbol(')') && !items[start - 1].IsSymbol('(') && items[start - 1].Kind is ItemKind.Phrase or ItemKind.Symbol or ItemKind.Word && items[start - 1].Phrase?.IsFrame != true
            && !(items[start - 1].Kind == ItemKind.Word && items[start - 1].Is(WordClass.Preposition | WordClass.Be | WordClass.Reach | WordClass.Verb | WordClass.FlowVerb | WordClass.Account | WordClass.Drive) && !(start > 1 && items[start - 2].IsSymbol('-')))) start--;
        while (start < noun && (items[start].Kind == ItemKind.Symbol || items[start].Word?.Form is "and" or "as" or "with")) start++;
        var span = tokens.SpanOf(items[start].First, last.Last);
        var text = string.Join(' ', span.Of(tokens.Text).ToLowerInvariant().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return current with { Categories = [new(text, span, Facts.SlotOrigin.Stated)], IsUnclear = false, At = noun, Flags = current.Flags | Facts.FactFlags.CategoryAssumed };
    }

    // "17 of the top 30 export items recorded contractions, including leather (-7.2%)": exports, though the items are counted.
    private Sourced<FlowNoun>? CountedFlow(List<Item> items, int before)
    {
        var counted = before - 1;
        while (counted >= 0 && items[counted].Phrase is not { Aside: "count" }) counted--;
        if (counted < 0) return null;
        for (var i = items[counted].First; i <= items[counted].Last; i++)
        {
            if (tokens.IsWord(i, "export")) return new(FlowNoun.Exports, tokens.SpanOf(i, i), Facts.SlotOrigin.Stated);
            if (tokens.IsWord(i, "import")) return new(FlowNoun.Imports, tokens.SpanOf(i, i), Facts.SlotOrigin.Stated);
        }

        return null;
    }

    // "increases were recorded in leather and paper (17 per cent), diamonds (6 per cent)": a rise or fall, then nothing but a list with its brackets.
    private static bool IsBehindChange(List<Item> items, int noun)
    {
        var depth = 0;
        for (var i = noun; i >= 0 && noun - i < 60; i--)
        {
            if (items[i].IsSymbol(')')) depth++;
            else if (items[i].IsSymbol('(')) depth--;
            else if (depth > 0) continue;
            else if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal)) return false;
            else if (items[i].Kind == ItemKind.Word && (items[i].Is(WordClass.Up | WordClass.Down) || items[i].Is(WordClass.Drive))) return true;
        }

        return false;
    }

    private Sourced<string>? CounterpartOf(Subject main)
    {
        if (main is not { Partners: [var partner], Categories.Count: 0, Flows.Count: 1 }) return null;
        return main.IsBalance || main.Flows[0].Value == FlowNoun.Trade ? partner : partner.Value == discourse.Counterpart?.Value ? discourse.Counterpart : null;
    }

    // The market of a sentence as the one who trades, and whose market it is as its partner.
    private static Subject? Importer(List<Item> items, Subject? current)
    {
        if (current is not { Regions: [{ Value.Code: { } exporter } region], Partners: [{ } partner], At: >= 0 } || items[current.At].Phrase?.IsMarket != true) return null;
        var place = items.Find(k => k.Kind == ItemKind.Place && k.Place!.PartnerCode == partner.Value)?.Place;
        return place is null ? null : current with { Regions = [new(place.Place, place.Span, Facts.SlotOrigin.Stated)], Partners = [new(exporter, region.Span, region.Origin)], Categories = [], IsVerb = true };
    }

    // "Of the total, exports rose ...": parts of what the sentence before was about.
    private static bool OpensWithPart(List<Item> items, int flow) =>
        flow is > 1 and < 5 && items[0].Word?.Form is "of" && items[flow - 1].IsSymbol(',') && items[flow - 2].Phrase is { IsFrame: false, IsTotal: true };

    // "West Germany announced a record 70-billion trade surplus": whose flow stands behind the number.
    private static Item? Announcer(List<Item> items, int number, int flow)
    {
        var i = number - 1;
        while (i >= 0 && items[i].Kind == ItemKind.Word && items[i].Clause == items[number].Clause) i--;
        return i >= 0 && items[i] is { Kind: ItemKind.Place, Place.IsSeat: false } && items[i].Clause == items[number].Clause && Trades(items, items[i], flow) ? items[i] : null;
    }

    // The subject that a later sentence carries on: the first one that numbers were read of.
    private static Subject? MainSubject(List<NumberReading> readings)
    {
        for (var i = 0; i < readings.Count; i++)
        {
            if (readings[i] is { Match: not null, Subject: { Flows.Count: > 0, Aside: null } subject } && readings[i].Role != RuleRole.Aside) return subject;
        }

        return null;
    }

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

    // "The three made up 14.9%, 13.7% and 12.5%", "The five countries together accounted for 28.4%": the partners that were named before.
    private Subject? CountedPartners(List<Item> items, int at)
    {
        if (items[at].Number is not { Kind: NumberKind.Cardinal, IsSpelled: true } count || at == 0 || count.Value < 2 || count.Value != discourse.Partners.Count) return null;
        if (items[at - 1].Word?.Form is not ("the" or "these" or "those" or "all")) return null;
        var verb = at + 1;
        if (verb < items.Count && items[verb].Phrase is { IsFrame: false, Places.Count: 0, HasGoods: false }) verb++;
        while (verb < items.Count && items[verb].Kind == ItemKind.Word && items[verb].Is(WordClass.Together | WordClass.Adverb | WordClass.Verb) && !items[verb].Is(WordClass.Account)) verb++;
        if (verb >= items.Count || !items[verb].Is(WordClass.Account | WordClass.ChangeVerb | WordClass.Reach)) return null;
        var whole = items.FindIndex(verb, i => i.Phrase is { IsFrame: true });
        var spoken = discourse is { Subject: { Flows.Count: > 0 } before, CanCarry: true } ? before.Carried() : whole > 0 ? subjects.FromFrame(items[whole], whole, null) : null;
        return spoken is null ? null : spoken with { Partners = discourse.Partners.ConvertAll(p => p.Carried()), Categories = [], At = at };
    }

    // What came just before in the same sentence and may narrow a bare "exports" too.
    private Subject? SameBreath(List<Item> items, int at, Subject? current)
    {
        // "followed by the ASEAN countries (imports up 29.5 percent)": what is in the bracket is of what stands before it.
        if (at > 1 && items[at - 1].IsSymbol('(') && current is { Aside: null, Partners.Count: > 0 } && current.At == at - 2) return current;

        // "Exports rose 2.2% on a surge in shipments of soybeans, but imports ...": what numbers were read of, not what was named in passing.
        // "net energy imports produced a deficit of ...": but not over the head of the clause's own flow.
        if (numbered is { At: >= 0, Aside: null } && numbered.At < at && !(current is { Aside: null, Categories.Count: > 0 } && current.At > numbered.At && current.At < at && items[current.At].Clause == items[at].Clause && items[at].Phrase is { IsBalance: true })) return numbered;
        return current is { At: >= 0 } && at < items.Count && current.At < at ? current : null;
    }

    private static bool IsBare(Subject subject) => subject is { Aside: null, IsTotal: false, Partners.Count: 0 };

    // "Britain's trade in services was in surplus by £39.8bn", "Trade with the EU was in deficit": the balance of what stands before it.
    private Subject? InBalance(List<Item> items, int at, Subject? current)
    {
        if (items[at].Phrase is not { IsBalance: true, Categories.Count: 0, Partners.Count: 0, Places.Count: 0 } || at < 3 || items[at - 1].Word?.Form is not "in" || !items[at - 2].Is(WordClass.Be)) return null;
        var balance = subjects.FromFrame(items[at], at, null);
        if (items[at - 3].Phrase is { IsFrame: false, HasGoods: true, Head: { } head } trade)
        {
            var regions = trade.Places.Count > 0 ? [new(trade.Places[0].Place, trade.Places[0].Span, Facts.SlotOrigin.Stated)] : balance.Regions;
            return balance with { Regions = regions, Categories = [new(trade.Categories.Count > 0 ? trade.Categories[0].Text : head.Text, head.Span, Facts.SlotOrigin.Stated)] };
        }

        return current is { Aside: null, Flows: [{ Value: FlowNoun.Trade }] } && current.At == at - 3 ? balance with { Regions = current.Regions, Partners = current.Partners, Categories = current.Categories } : null;
    }

    private bool IsTradeBalance(Phrase phrase, Subject? current)
    {
        if (phrase.Flows[0].Noun is FlowNoun.Exports && (phrase.HasGoods || phrase.Categories.Count > 0) && discourse.SpeaksOfExports) return true; // "shipments of fresh fruit"
        if (phrase.Flows[0].Noun is FlowNoun.Exports or FlowNoun.Imports) return current is { Flows.Count: > 0 } || discourse.CanCarry && discourse.Subject is not null || phrase.Places.Count > 0 && phrase.Partners.Count > 0;
        if (phrase.Partners.Count > 0 || phrase.Categories.Count > 0 && phrase.HasGoods || phrase.Places.Count > 0) return true;
        return current is { Flows.Count: > 0 } || discourse.CanCarry && discourse.Subject is not null || discourse.Balance is not null && discourse.TradeDistance <= 1;
    }

    // "x% of total exports", "driving export growth by 1.6 points", "thanks to strong exports": no subject of its own.
    private bool IsReference(List<Item> items, int at)
    {
        var i = at - 1;

        // "2.5 percentage points higher than the provincial export growth rate"
        if (i > 0 && items[at].Phrase!.Measure == "growth" && items[i].Kind == ItemKind.Word && items[i].Word?.Form is [.., 't', 'h', 'a', 'n']) return true;
        while (i >= 0 && items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Determiner | WordClass.Adverb) && !items[i].Is(WordClass.Preposition)) i--;
        if (i < 0) return false;
        if (items[i].Is(WordClass.Contribute) && items[at].Phrase!.Measure == "growth") return true;
        if (items[i].Is(WordClass.Contribute) && at + 2 < items.Count && items[at + 1].Word?.Form == "by" && items[at + 2].Kind == ItemKind.Number && items[at + 2].Number!.Kind == NumberKind.PercentagePoints) return true;

        // "2.9 percentage points higher than the overall import and export growth rate"
        if (items[i].Word?.Form.EndsWith("than", StringComparison.Ordinal) == true && items[at].Phrase is { Measure: "growth" } or { IsTotal: true } or { IsNational: true }) return true;

        // "shares fell 8 percent in trade": markets, not goods.
        if (items[i].Word?.Form is "in" && items[at].First == items[at].Last && tokens.IsWord(items[at].First, "trade")) return true;

        // "tariffs on US imports", "demand for exports", "despite weak imports"
        var head = i - 1;
        var isOfNoun = head >= 0 && (items[head].Phrase is { IsMarket: false, Measure: null } || items[head].Is(WordClass.Aside));
        if (isOfNoun && items[i].Word?.Form is "on" or "for" or "about" or "against") return true;
        if (items[i].Word?.Form is "despite" or "amid" or "amidst" or "due to" or "because of" or "thanks to" or "without" or "concerning" or "regarding") return true;
        if (items[i].Word?.Form is not ("of" or "to")) return false;
        i--;
        while (i >= 0 && (items[i].Kind == ItemKind.Period || items[i].Is(WordClass.Adverb))) i--;
        return i >= 0 && items[i] is { Kind: ItemKind.Number, Number.Kind: NumberKind.Percent or NumberKind.PercentagePoints };
    }

    // "Chips led the recovery, with exports totalling ...", "A and B did well and their export value was ...": the goods named first narrow the flow.
    // "China and the Belt and Road countries have total trade of ...": the places named first are its two sides.
    private Subject Inherit(Subject subject, Item noun, Phrase frame, List<Item> items, int at)
    {
        if (noun.Phrase is { Members.Count: 2 } pair && pair.Partners.Count == 2 && subject.Partners.Count == 0 && subject.Flows[0].Value == FlowNoun.Trade && frame.Places.Count == 0
            && pair.Partners[1].PartnerCode is { } second)
        {
            var region = pair.Partners[0];
            return subject with { Regions = [new(region.Place, region.Span, Facts.SlotOrigin.Stated)], Partners = [new(second, pair.Partners[1].Span, Facts.SlotOrigin.Stated)] };
        }

        var with = at > 0 && items[at - 1].Word?.Form is "with";
        if (noun.Phrase is { IsAgency: true }) return subject;
        if (noun.Phrase?.Aside is "count" && Trades(items, noun, at)) return subject with { IsUnclear = true };
        var ownCategories = subject.Categories.Count - (discourse.Topic is not null && subject.Categories.Contains(discourse.Topic) ? 1 : 0);
        if (noun.Phrase is { IsProperName: true, Places.Count: 0 } && subject.Partners.Count == 0 && ownCategories == 0 && frame.Places.Count == 0 && IsCompany(items, noun, at))
            return subject with { Aside = "company" };
        if (noun.Kind == ItemKind.Place && noun.Place is { IsSeat: false } place && frame.Places.Count == 0 && frame.Regions.Count == 0 && Trades(items, noun, at))
            return subject with { Regions = [new(place.Place, place.Span, Facts.SlotOrigin.Stated)] };
        if (items.IndexOf(noun) is > 0 and var n && items[n - 1].Word?.Form is "excluding" or "without" && noun.Phrase is { HasGoods: true, Head: { } left } && ownCategories == 0)
            return subject with { Categories = [new($"excluding {left.Text}", items[n - 1].Span(tokens).Union(left.Span), Facts.SlotOrigin.Stated)] };
        var posts = Trades(items, noun, at);
        if (!with && !frame.HasRegionAnaphor && !posts) return subject;
        if (subject.Categories.Count > 0 && !(subject.Categories.Count == 1 && subject.Categories[0] == discourse.Topic) || subject.Partners.Count > 0) return subject;
        if (noun.Phrase is not { HasGoods: true, Aside: null, Head: { } head } phrase) return subject;
        var categories = phrase.Members.Count > 1 ? phrase.Categories : [head];
        return subject with { Categories = categories.ConvertAll(c => new Sourced<string>(c.Text, c.Span, Facts.SlotOrigin.Stated)) };
    }

    // "FDI firms raked in 45.9 billion dollars from exports": who earned the amount at <paramref name="number"/>.
    private static Phrase? Earner(List<Item> items, int number)
    {
        var i = number - 1;
        while (i > number - 4 && i >= 0 && items[i].Kind == ItemKind.Word && (items[i].Is(WordClass.Adverb | WordClass.Reach | WordClass.Verb | WordClass.Auxiliary) || items[i].Word is null || items[i].Word!.Form is "in")) i--;
        return i >= 0 && i < number - 1 && items[i].Phrase is { IsFrame: false, HasGoods: true, Aside: null } goods ? goods : null;
    }

    // "Vietnam posted a trade surplus", "farm products posted exports of": the noun is the subject of a verb whose object is the flow.
    private static bool Trades(List<Item> items, Item noun, int at)
    {
        var i = items.IndexOf(noun) + 1;
        if (items[i - 1].Clause != items[at].Clause || i > 1 && items[i - 2].Is(WordClass.Preposition)) return false;
        var hasVerb = false;
        for (; i < at; i++)
        {
            if (items[i].Kind == ItemKind.Period || noun.Kind == ItemKind.Place && (items[i].IsSymbol(',') || items[i].Is(WordClass.Preposition) || items[i].Phrase is { IsFrame: false, HasGoods: false, Places.Count: 0, IsMarket: false, Aside: null })) continue;
            if (hasVerb && i == at - 1 && items[i].Kind == ItemKind.Number && items[i].Number!.Kind == NumberKind.Money) continue; // "posted a 70-billion surplus"
            if (items[i].Kind != ItemKind.Word || items[i].Word is not { } word) return false;
            if (word.Is(WordClass.Forecast)) return false; // "Economists had expected a surplus"
            if (word.Is(WordClass.Reach | WordClass.Auxiliary | WordClass.Be) || word.Form is "reported" or "announced" or "disclosed") hasVerb = true;
            else if (noun.Kind == ItemKind.Place && hasVerb && word.Is(WordClass.Up | WordClass.Down)) continue; // "Guangdong has seen fast growth in imports"
            else if (!word.Is(WordClass.Adverb | WordClass.Determiner | WordClass.Neutral)) return false;
        }

        return hasVerb;
    }

    // "For Maruti, exports jumped", "Hyundai saw a dip in export volumes": a company's own exports.
    private static bool IsCompany(List<Item> items, Item noun, int at)
    {
        var n = items.IndexOf(noun);
        if (items[n].Clause != items[at].Clause && n + 2 != at) return false;
        if (n > 0 && items[n - 1].Word?.Form is "for") return true;
        if (n > 0 && items[n - 1].Is(WordClass.Preposition)) return false;
        var depth = 0;
        var steps = 0;
        for (var i = n + 1; i < at; i++)
        {
            if (items[i].IsSymbol('(')) depth++;
            else if (items[i].IsSymbol(')')) depth--;
            else if (depth > 0) continue;
            else if (items[i].Is(WordClass.Agency)) return false; // "The Central Statistics Agency (BPS) recorded that ..."
            else if (items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Reach) && ++steps <= 3) return true;
            else if (items[i].Kind is ItemKind.Symbol || ++steps > 3) return false;
        }

        return false;
    }

    // ", to Japan 5%"; "those to the EU"; "and to Latin America to 4.5 percent"; ", Singapore (+1.8 billion)"
    private static bool Elliptical(List<Item> items, int at, out List<PlaceMention> partners)
    {
        partners = [];
        var item = items[at];
        if (item.Kind != ItemKind.Place || item.Place!.Place.IsSeat) return false;
        partners.Add(item.Place);
        if (at + 2 < items.Count && items[at + 1].IsSymbol('(') && items[at + 2].Kind == ItemKind.Number && at > 0 && (items[at - 1].IsSymbol(',') || items[at - 1].Word?.Form is "and" or "the" or "to" or "from")) return true;
        if (OpensBracketWithFlow(items, at)) return true;
        var i = at - 1;
        while (i >= 0 && items[i].Is(WordClass.Determiner)) i--;
        if (i < 0 || items[i].Word?.Form is not ("to" or "from" or "with" or "for")) return false;
        i--;
        while (i >= 0 && items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Adverb)) i--;
        if (i < 0 || !(items[i].IsSymbol(',') || items[i].IsSymbol(';') || items[i].Word?.Form is "and" or "while" or "those" or "that" or "but" or "whereas")) return false;
        var ahead = at + 1;
        while (ahead < items.Count && ahead < at + 12 && items[ahead].Clause == items[at].Clause)
        {
            if (items[ahead].Kind == ItemKind.Number && items[ahead].Number!.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal)) return true;
            if (items[ahead].Phrase is { IsFrame: true }) return false;
            if (items[ahead].Kind == ItemKind.Place && items[ahead - 1].Word?.Form is "and" or ",") partners.Add(items[ahead].Place!);
            ahead++;
        }

        return false;
    }

    // "followed by the ASEAN countries (imports up 29.5 percent)"
    private static bool OpensBracketWithFlow(List<Item> items, int at) =>
        at > 0 && at + 2 < items.Count && items[at + 1].IsSymbol('(') && items[at + 2].Phrase is { IsFrame: true, Places.Count: 0, Regions.Count: 0, Partners.Count: 0, Categories.Count: 0 }
        && (items[at - 1].IsSymbol(',') || items[at - 1].Word?.Form is "and" or "the" or "to" or "from" or "by");

    // "led | the rise", "drove this increase"
    private static bool LeadsChange(List<Item> items, int verb)
    {
        var i = verb + 1;
        while (i < items.Count && items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Determiner | WordClass.Adverb | WordClass.Neutral) && !items[i].Is(WordClass.ChangeNoun)) i++;
        return i < items.Count && items[i].Is(WordClass.ChangeNoun);
    }

    // "Japan had a trade surplus of ...": the flow is the verb's object and the place who trades.
    private static bool LeadsToFrame(List<Item> items, int verb)
    {
        for (var i = verb + 1; i < items.Count && i <= verb + 4; i++)
        {
            if (items[i].Phrase is { IsFrame: true }) return true;
            if (items[i].Kind is ItemKind.Number or ItemKind.Symbol) return false;
        }

        return false;
    }

    // A possessive with no noun behind it: a number or a verb of rising, falling or reaching follows.
    private static bool StandsForFlow(List<Item> items, int place)
    {
        if (place == 0 || !(items[place - 1].IsSymbol(',') || items[place - 1].Word?.Form is "and" or "while" or "but" or "whereas")) return false;
        var i = place + 1;
        while (i < items.Count && (items[i].IsBound || items[i].Is(WordClass.Adverb) && items[i].Kind == ItemKind.Word)) i++;
        return i < items.Count && (items[i].Kind == ItemKind.Number && items[i].Number!.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal) || items[i].Kind == ItemKind.Word && items[i].Is(WordClass.ChangeVerb | WordClass.Reach));
    }

    // Only adverbs, auxiliaries and brackets between the noun and its verb.
    private static bool Follows(List<Item> items, int noun, int verb)
    {
        var depth = 0;
        for (var i = noun + 1; i < verb; i++)
        {
            if (items[i].IsSymbol('(')) depth++;
            else if (items[i].IsSymbol(')')) depth--;
            if (items[i].Kind == ItemKind.Symbol && (depth > 0 || items[i].IsSymbol(')')) || depth > 0 && items[i].Kind is ItemKind.Word or ItemKind.Phrase) continue; // "Meat (our second-largest export) fell"
            if (items[i].Kind is ItemKind.Period or ItemKind.Possessive) continue;
            if (items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Adverb | WordClass.Auxiliary | WordClass.Be | WordClass.Neutral)) continue;
            return false;
        }

        return verb > noun;
    }

    private static bool HasNumberAhead(List<Item> items, int at)
    {
        for (var i = at; i < Math.Min(items.Count, at + 14) && items[i].Clause == items[at].Clause; i++)
        {
            if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind is not (NumberKind.Ordinal)) return true;
        }

        return false;
    }

    // A noun behind a preposition or a verb is an object: "due to weak demand rose".
    private static bool IsObject(List<Item> items, int noun)
    {
        var i = noun - 1;
        while (i >= 0 && items[i].Is(WordClass.Determiner)) i--;
        if (i >= 0 && items[i].Kind == ItemKind.Word && items[i].Word?.Form.EndsWith("than", StringComparison.Ordinal) == true) return true; // "by more than economists had expected"
        if (i > 0 && items[i].Word?.Form is "of" && items[i - 1].Phrase is { IsFrame: false, Measure: "value" or "volume", Places.Count: 0 }) return false; // "the value of tea increased"
        return i >= 0 && items[i].Word is { } word && word.Is(WordClass.Preposition) && !(word.Form is "with" or "as" or "after" or "while" or "since") && items[i].Clause == items[noun].Clause;
    }

    // "Jiaxing's top five export markets were EU, US, ASEAN": a list that later sentences speak of.
    private void ReadMarket(List<Item> items)
    {
        var list = new List<Sourced<string>>();
        foreach (var item in items)
        {
            if (item.Phrase is { Members.Count: > 1 } several)
            {
                foreach (var partner in several.Partners)
                {
                    if (partner.PartnerCode is { } memberCode) list.Add(new(memberCode, partner.Span, Facts.SlotOrigin.Stated));
                }
            }
            else if (item.Kind == ItemKind.Place && item.Place is { PartnerCode: { } code, IsPossessive: false } place) list.Add(new(code, place.Span, Facts.SlotOrigin.Stated));
        }

        if (list.Count >= 1) discourse.Partners = list;
    }

    // "the top three trading partners are Vietnam, Malaysia and Thailand, with import and export values of A, B and C respectively"
    private List<Sourced<string>>? AnnouncedMarkets(List<Item> items, int at)
    {
        var isMarket = false;
        for (var i = 0; i < at; i++)
        {
            if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal)) return null;
            isMarket |= items[i].Phrase is { IsMarket: true };
        }

        var amounts = 0;
        for (var i = at + 1; i < items.Count && items[i].Clause == items[at].Clause; i++)
        {
            if (items[i].Kind == ItemKind.Number && items[i].Number is { Kind: NumberKind.Money or NumberKind.Quantity, IsSecondCurrency: false }) amounts++;
        }

        return isMarket && amounts == discourse.Partners.Count && amounts >= 2 && discourse.Partners.TrueForAll(p => p.Origin == Facts.SlotOrigin.Stated && p.Span is { } span && span.Start >= tokens[items[0].First].Start && span.End <= tokens[items[at].First].Start) ? discourse.Partners : null;
    }
}
