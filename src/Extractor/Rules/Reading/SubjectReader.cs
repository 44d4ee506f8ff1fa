using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Places;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Makes subjects of phrases, completing what they leave out from the discourse.</summary>
internal sealed class SubjectReader(TokenList tokens, PlaceLexicon places, Discourse discourse)
{
    /// <summary>Whose "global exports" and "world trade" are.</summary>
    public static readonly Place World = new(PlaceKind.Group, null, "World");

    /// <summary>The subject that a phrase with a flow stands for.</summary>
    public Subject FromFrame(Item item, int at, Subject? before)
    {
        var phrase = item.Phrase!;
        if (phrase.IsFlowAnaphor && SpokenOf(phrase.Flows[0].Noun, before) is { } same)
        {
            // "the value of these exports"
            return same with { At = at, Period = phrase.Period, Measure = phrase.Measure, Terms = phrase.Terms };
        }

        var flows = phrase.Flows.ConvertAll(flow => Stated(Resolve(flow.Noun, flow, phrase.Categories.Count > 0 && !phrase.IsOfGoods), flow.Span));
        var categories = phrase.Categories.ConvertAll(Named);
        for (var i = 0; i < flows.Count; i++)
        {
            if (flows[i].Value != FlowNoun.ReExports) continue;
            if (categories.Count == 0) categories.Add(Stated("re-exports", flows[i].Span!.Value));
            flows[i] = flows[i] with { Value = FlowNoun.Exports };
        }

        if (phrase.Domestic is { } domestic && discourse.HasReExports && categories.Count == 0) categories.Add(Named(domestic));
        var (regions, partners) = Sides(phrase, flows[0].Value, out var explicitRegion);
        if ((phrase.HasPartnerAnaphor || phrase.IsBilateral && regions.Count < 2) && partners.Count == 0) partners.AddRange((before is { Partners.Count: > 0 } ? before.Partners : discourse.Partners).ConvertAll(p => p.Carried()));
        if (!explicitRegion && before is { At: >= 0, Aside: null, Regions.Count: 1 } && !phrase.IsNational) regions = before.Regions.ConvertAll(r => r.Carried());
        var isBare = categories.Count == 0 && partners.Count == 0 && !explicitRegion && !phrase.IsTotal && !phrase.HasUnknownPartner;
        if (before is { Flows.Count: > 0, Aside: null, Categories: [{ Value: "goods and services" }] } && categories.Count == 0 && phrase.IsTotal) categories.Add(before.Categories[0].Carried());
        if (isBare && before is { Flows.Count: > 0, Aside: null } && before.Partners.Count <= 1 && (before.Categories.Count <= 1 || (before.Flags & FactFlags.CategoryAssumed) != 0))
        {
            // "Trade with the EU rose 5%, with exports up 6% and imports up 3%": what narrows goes on.
            // "The e-commerce trade of the province grew eightfold, while its exports ...": so it does behind "its".
            // "its first trade surplus with China since 2012, with the balance at 111 billion", "swung to a deficit": so it does from balance to balance.
            if (!phrase.HasDeterminer || phrase.IsBalance && before.IsBalance) partners.AddRange(before.Partners.ConvertAll(p => p.Carried()));
            if ((!phrase.HasDeterminer || phrase.HasRegionAnaphor && before.Partners.Count == 0) && before.Categories is not [{ Value: "re-exports" }]) categories.AddRange(before.Categories.ConvertAll(c => c.Carried()));
        }

        if (categories.Count == 0 && partners.Count == 1 && !phrase.IsTotal && !phrase.HasDeterminer && !phrase.IsOfGoods && before is { Aside: null, At: >= 0, Flows: [var twin], Partners.Count: 1, Categories.Count: 1 } && twin.Value == flows[0].Value)
            categories.AddRange(before.Categories.ConvertAll(c => c.Carried())); // "soybean imports from Brazil rose, while imports from the US fell"
        if (isBare && before is not { Flows.Count: > 0 } && discourse is { Distance: 0, Counterpart: { } counterpart } && GoesOn(phrase)) partners.Add(counterpart.Carried());
        if (partners.Count == 0 && !explicitRegion && !phrase.HasUnknownPartner && !phrase.IsGlobal && discourse.Label is { } label && regions.Count == 1 && regions[0].Value.Code != label.Value) partners.Add(label);
        if (categories.Count == 0 && !phrase.IsTotal && !explicitRegion && discourse.Topic is { } topic && (phrase.Flows[0].Noun is FlowNoun.Exports or FlowNoun.ReExports || phrase.Flows[0].Noun is FlowNoun.Imports && !topic.Value.StartsWith("non-", StringComparison.Ordinal))) categories.Add(topic);
        if (partners.Count == 0 && !phrase.IsTotal && !phrase.HasUnknownPartner && !phrase.IsGlobal && discourse.TopicPartner is { } common && (!explicitRegion || regions.Count == 1 && regions[0].Value == discourse.Home?.Value) && regions.Count == 1 && regions[0].Value.Code != common.Value)
            partners.Add(common);
        if (categories.Count == 0 && partners.Count == 0 && !phrase.IsOfGoods && phrase.IsBalance && discourse.BalanceScope is { } balance) categories.Add(balance);
        if (categories.Count == 0 && partners.Count == 0 && !phrase.IsOfGoods && discourse.Scope is { } scope) categories.Add(scope);
        else if (categories is [{ Value: "goods and services" } named]) discourse.Scope = named.Carried();

        return new Subject
        {
            Flows = flows,
            FlowParts = flows.Count == 1 && flows[0].Value == FlowNoun.Trade ? Parts(flows[0]) : [],
            Regions = regions,
            Partners = partners,
            Categories = categories,
            Period = phrase.Period,
            Measure = phrase.Measure,
            IsAnnual = phrase.IsAnnual,
            IsCumulative = phrase.IsCumulative,
            Terms = phrase.Terms ?? (phrase.Measure == "volume" && phrase.Flows[0].Noun is not FlowNoun.Trade ? "volume" : null),
            At = at,
            Aside = phrase.IsAverage ? "average" : discourse.IsOfCompany && !explicitRegion && partners.Count == 0 && !phrase.IsTotal ? "company" : null,
            IsUnclear = (phrase.HasUnknownPartner || phrase.HasPartnerAnaphor) && partners.Count == 0 || phrase.IsGlobal && !explicitRegion && !phrase.HasRegionAnaphor,
            IsTotal = phrase.IsTotal,
            ShareOf = phrase is { Measure: "share", IsGlobal: true } ? new(World, phrase.Global, SlotOrigin.Stated) : null,
            Flags = explicitRegion || discourse.Region is not null ? FactFlags.None : FactFlags.RegionAssumed,
        };
    }

    /// <summary>The subject for a noun in front of a verb or number that names no flow: goods, a place, an aside; null when it changes nothing.</summary>
    public Subject? FromNoun(Item item, int at, Subject? current, bool isSure, bool isMarket = false)
    {
        var basis = current is { Flows.Count: > 0, Aside: null } ? current : discourse.CanCarry ? discourse.Subject?.Carried() : null;
        if (item.Kind == ItemKind.Place && item.Place is { } place)
        {
            if (basis is null) return null;
            if (place.IsSeat) return null;
            var isPartner = isMarket || basis.Partners.Count > 0 || discourse.Partners.Count > 0 || (basis.Regions.Count > 0 && basis.Regions[0].Value.Kind == PlaceKind.Country && place.Place.Kind == PlaceKind.Group);
            if (basis.Regions.Count > 0 && basis.Regions[0].Value == place.Place || discourse.Home?.Value == place.Place) isPartner = false;
            return isPartner && place.PartnerCode is { } code
                ? basis with { Partners = [Stated(code, place.Span)], At = at, Period = current?.Period }
                : basis with { Regions = [Stated(place.Place, place.Span)], Partners = [], Categories = basis.Categories.FindAll(c => c == discourse.Topic), At = at, Period = current?.Period };
        }

        if (item.Phrase is not { } phrase) return null;
        if (phrase is { Measure: "share", Partners.Count: > 0, Head: null, Members.Count: 0 }) return WithPartner(basis, phrase.Partners, at) is { } sharer ? sharer with { Measure = "share" } : null;
        if (phrase.Measure == "share" && phrase.Places.Count == 1 && phrase.Head is null) return WithPartner(basis, phrase.Places, at) is { } ofPlace ? ofPlace with { Measure = "share" } : null;
        if (current is { Aside: not null, At: >= 0 } && phrase.Aside is null && phrase.Places.Count == 0) return current;
        if (phrase.Members.Count > 1 && phrase.Partners.Count == phrase.Members.Count)
        {
            if (phrase.Partners.TrueForAll(p => p.PartnerCode is not null)) return WithPartner(basis, phrase.Partners, at);
            return basis is null ? null : basis with { Regions = phrase.Partners.ConvertAll(p => Stated(p.Place, p.Span)), Partners = [], Categories = [], At = at };
        }

        if (phrase.Aside is { } reason) return new Subject { Aside = reason, At = at };
        if (phrase.IsMarket) return null;
        if (phrase.Measure is not null && phrase.Head is null)
            return basis is null ? new Subject { Aside = "no-trade-flow", At = at } : basis with { Measure = phrase.Measure, Terms = phrase.Measure == "volume" && basis.Flows[0].Value is not FlowNoun.Trade ? "volume" : basis.Terms, At = at };
        if (basis is { IsVerb: true } && phrase is { HasGoods: true, Places: [{ IsPossessive: false, PartnerCode: { } origin } maker] } && basis.Flows[0].Value == FlowNoun.Imports && basis.Partners.Count == 0)
        {
            // "China imported $164 billion in US goods"
            return basis with { Partners = [Stated(origin, maker.Span)], Categories = phrase.Head is { } goods ? [Named(goods)] : basis.Categories, At = at, Period = current?.Period };
        }

        if (phrase.Head is not { } head) return null;
        if (phrase.Places.Count > 0 && !phrase.HasGoods) return phrase.HasDeterminer ? null : new Subject { Aside = "other-subject", At = at };
        var known = phrase.HasGoods && !phrase.IsProperName || discourse.Abbreviations.ContainsKey(head.Text) || (basis is { Categories.Count: > 0 } && !phrase.IsProperName && isSure);
        if (!known || basis is null || basis.IsBalance) return new Subject { Aside = "other-subject", At = at };
        var sides = phrase.Places.Count > 0 ? [Stated(phrase.Places[0].Place, phrase.Places[0].Span)] : basis.Regions;
        var categories = phrase.Members.Count > 1 ? phrase.Categories.ConvertAll(Named) : [Named(head)];
        return basis with { Categories = categories, IsUnclear = false, Regions = sides, At = at, Period = phrase.Period ?? current?.Period, Flags = basis.Flags | FactFlags.CategoryAssumed };
    }

    /// <summary>The current subject with another partner: ", to Japan 5%", "those to the EU", "Singapore (+1.8 billion)".</summary>
    public Subject? WithPartner(Subject? current, List<PlaceMention> found, int at)
    {
        if (current is { Aside: not null, At: >= 0 }) return null;
        var basis = current is { Flows.Count: > 0 } ? current : discourse.CanCarry ? discourse.Subject?.Carried() : null;
        if (basis is null) return null;
        var partners = new List<Sourced<string>>();
        foreach (var place in found)
        {
            if (place.PartnerCode is not { } code) return null;
            partners.Add(Stated(code, place.Span));
        }

        return basis with { Partners = partners, At = at, IsUnclear = false };
    }

    // The flow spoken of last, when it is the one that "these exports" names.
    private Subject? SpokenOf(FlowNoun flow, Subject? before)
    {
        if (before is { Aside: null, Flows.Count: 1, At: >= 0 } && before.Flows[0].Value == flow) return before;
        return discourse is { CanCarry: true, Subject: { Aside: null, Flows.Count: 1 } last } && last.Flows[0].Value == flow ? last.Carried() : null;
    }

    /// <summary>The subject of "China was the top destination": trade with the country named so.</summary>
    public Subject? FromNamedMarket(NamedMarkets.Naming naming, Subject? current)
    {
        var phrase = naming.Market.Phrase!;
        var owner = phrase.Places.Concat(phrase.Regions).Concat(naming.Goods?.Places ?? []).FirstOrDefault();
        var partner = Stated(naming.Place.PartnerCode!, naming.Place.Span);
        if (naming.Frame is not null && current is { Flows.Count: > 0, Aside: null }) return Owned(current with { Partners = [partner], IsUnclear = false, IsNamedMarket = true, At = naming.From });
        var spoken = current is { Flows.Count: > 0, Aside: null } ? current : discourse.CanCarry ? discourse.Subject?.Carried() : null;
        var named = phrase.MarketFlow?.Noun ?? phrase.MarketKind ?? spoken?.Flows[0].Value;
        if (named is not { } flow || flow is not (FlowNoun.Exports or FlowNoun.Imports or FlowNoun.Trade)) return null;
        if ((owner is null ? Carried() : Stated(owner.Place, owner.Span)) is not { } region) return null;
        var goods = naming.Goods is { } of ? of.Categories.ConvertAll(Named) : phrase.HasGoods ? phrase.Categories.FindAll(c => c != phrase.Head).ConvertAll(Named) : [];
        if (goods.Count == 0 && owner is null && spoken is { Categories: [{ Value: var narrowed }] } && spoken.Flows[0].Value == flow && (spoken.Flags & FactFlags.CategoryAssumed) == 0 && !narrowed.StartsWith("non-", StringComparison.Ordinal)) goods = spoken.Categories;
        if (goods.Count == 0 && discourse.Topic is { } topic && flow != FlowNoun.Trade) goods = [topic];
        return Owned(new Subject
        {
            Flows = [Stated(flow, phrase.MarketFlow?.Span ?? naming.Market.Span(tokens))],
            Regions = [region],
            Partners = [partner],
            Categories = goods,
            IsNamedMarket = true,
            Period = phrase.Period,
            At = naming.From,
        });
    }

    // Nobody is a market of its own.
    private static Subject? Owned(Subject subject) => subject.Regions is [{ Value.Code: { } code }] && code == subject.Partners[0].Value ? null : subject;

    /// <summary>The subject of "its export markets": that flow, whatever was spoken of before.</summary>
    public Subject? FromMarket(Phrase phrase, int at)
    {
        if (phrase.MarketFlow is not { } flow || flow.Noun is not (FlowNoun.Exports or FlowNoun.Imports or FlowNoun.Trade)) return null;
        var region = phrase.Places.Count > 0 && phrase.Places[0] is { } place ? Stated(place.Place, place.Span) : Carried();
        return region is null ? null : new Subject { Flows = [Stated(flow.Noun, flow.Span)], Regions = [region], At = at };
    }

    /// <summary>The subject of "China exported", "it imported"; <paramref name="isDifference"/> for "the difference between what it exported and imported".</summary>
    public Subject FromFlowVerb(Item verb, Item? noun, int at, bool isDifference = false, bool isBoth = false)
    {
        var flow = isDifference ? discourse.Balance ?? FlowNoun.Balance : isBoth ? FlowNoun.Trade : verb.Word!.Value(WordClass.FlowVerb) == "imports" ? FlowNoun.Imports : FlowNoun.Exports;
        var regions = new List<Sourced<Place>>();
        if (noun?.Place is { IsSeat: false } place) regions.Add(Stated(place.Place, place.Span));
        else if (noun?.Phrase is { } phrase && phrase.Places.Count == 1 && (phrase.Head is null || phrase is { IsProperName: false, HasGoods: false, Aside: null })) regions.Add(Stated(phrase.Places[0].Place, phrase.Places[0].Span));
        else if (Carried() is { } region) regions.Add(region);
        var isCompany = noun?.Phrase is { IsProperName: true };
        return new Subject
        {
            Flows = [Stated(flow, verb.Span(tokens))],
            Regions = regions,
            At = at,
            Aside = isCompany ? "company" : null,
            IsVerb = true,
            Categories = noun?.Phrase is { HasGoods: true, Aside: null, IsProperName: false, Head: { } head } ? [Named(head)] : discourse.Topic is { } topic && noun is null ? [topic] : [],
        };
    }

    /// <summary>The subject of "Taiwan bought ... from China": imports of the buyer; in a text about China, exports of China to Taiwan.</summary>
    public Subject FromDeal(Deal deal, Item verb, Item dealer, int at)
    {
        var own = new Subject { Flows = [Stated(deal.Flow, verb.Span(tokens))], Regions = [Stated(dealer.Place!.Place, dealer.Place.Span)], At = at, IsVerb = true };
        if (deal.With?.Place is not { } home || home.Place != discourse.Home?.Value || dealer.Place.PartnerCode is not { } partner) return own;
        return own with
        {
            Flows = [Stated(deal.Flow == FlowNoun.Imports ? FlowNoun.Exports : FlowNoun.Imports, verb.Span(tokens))],
            Regions = [Stated(home.Place, home.Span)],
            Partners = [Stated(partner, dealer.Place.Span)],
        };
    }

    // "Exports rose 13 percent", "The surplus was ...": with whom the paragraph just said.
    private static bool GoesOn(Phrase phrase) =>
        phrase is { HasPartnerAnaphor: false, IsNational: false, IsGlobal: false, Domestic: null } && (phrase.IsBalance ? phrase.HasDeterminer && phrase.Flows[0].IsWeak : !phrase.HasDeterminer && phrase.Flows is [{ Noun: FlowNoun.Exports or FlowNoun.Imports, IsWeak: false }]);

    // "PVs" are the "passenger vehicles" that the text explained before.
    private Sourced<string> Named(NamedCategory category) => category.IsAnaphor && (discourse.LastGoods ?? discourse.Topic) is { } goods ? goods.Carried() : Stated(discourse.Abbreviations.GetValueOrDefault(category.Text) ?? category.Text, category.Span);

    /// <summary>The country with this ISO code.</summary>
    public Place? Nation(string code) => places.ByCode(code);

    public Sourced<Place>? Carried() => (discourse.Region ?? discourse.Home)?.Carried();

    private static Sourced<T> Stated<T>(T value, TextSpan span) => new(value, span, SlotOrigin.Stated);

    // "share of exports", not "export share".
    private static bool IsShareOfFlow(Phrase phrase) => phrase.Places[0].Span.End < phrase.Flows[0].Span.Start && phrase.Flows[0].Span.Start - phrase.Places[0].Span.End > 6;

    // "imports and exports" as one phrase: which part comes first in the text.
    private List<Sourced<FlowNoun>> Parts(Sourced<FlowNoun> trade)
    {
        var text = trade.Span!.Value.Of(tokens.Text);
        var exports = text.IndexOf("export", StringComparison.OrdinalIgnoreCase);
        var imports = text.IndexOf("import", StringComparison.OrdinalIgnoreCase);
        if (exports < 0 || imports < 0) return [];
        var e = trade with { Value = FlowNoun.Exports };
        var m = trade with { Value = FlowNoun.Imports };
        return exports < imports ? [e, m] : [m, e];
    }

    // "The gap decreased to $63.2 billion": what the text spoke of before.
    private FlowNoun Resolve(FlowNoun noun, NamedFlow flow, bool isPart)
    {
        if (noun is not (FlowNoun.Deficit or FlowNoun.Surplus)) return noun;
        var text = flow.Span.Of(tokens.Text);
        if (text.EndsWith("gap", StringComparison.OrdinalIgnoreCase) || text.EndsWith("imbalance", StringComparison.OrdinalIgnoreCase)) return discourse.Balance ??= noun;
        if (!isPart) discourse.Balance = noun; // "as the country recorded its first petroleum surplus": the gap is still a deficit
        return noun;
    }

    private (List<Sourced<Place>> Regions, List<Sourced<string>> Partners) Sides(Phrase phrase, FlowNoun flow, out bool explicitRegion)
    {
        var regions = new List<Sourced<Place>>();
        var partners = new List<Sourced<string>>();
        foreach (var partner in phrase.Partners)
        {
            if (partner.PartnerCode is { } code) partners.Add(Stated(code, partner.Span));
        }

        var fronts = phrase.Places;
        var home = discourse.Home?.Value;
        if (fronts.Count > 0)
        {
            var first = fronts[0];
            var couldBePartner = partners.Count == 0 && first.PartnerCode is not null && !first.IsPossessive;
            if (phrase.Measure == "share" && partners.Count == 0 && fronts.Count == 2 && first is { IsPossessive: true, PartnerCode: { } sharer } && fronts[1].Place != first.Place && fronts[1].Span.Start < phrase.Flows[0].Span.Start)
            {
                // "China's share in India's imports"
                partners.Add(Stated(sharer, first.Span));
                regions.Add(Stated(fronts[1].Place, fronts[1].Span));
            }
            else if (phrase.Measure == "share" && partners.Count == 0 && fronts.Count == 1 && first is { IsPossessive: true, PartnerCode: { } owner } && phrase.Regions is [{ } whole] && whole.Place != first.Place)
            {
                // "Kazakhstan's share in the total trade of Uzbekistan"
                partners.Add(Stated(owner, first.Span));
                regions.Add(Stated(whole.Place, whole.Span));
            }
            else if (phrase.Measure == "share" && partners.Count == 0 && first.PartnerCode is { } holder && home is not null && home != first.Place && !first.Place.IsSubnational && fronts.Count == 1 && phrase.Regions.Count == 0 && IsShareOfFlow(phrase))
            {
                // "China's share of exports fell" in a text about Korea
                partners.Add(Stated(holder, first.Span));
            }
            else if (first.IsComplement && couldBePartner)
            {
                partners.Add(Stated(first.PartnerCode!, first.Span));
            }
            else if (couldBePartner && home is not null && home != first.Place && fronts.Count == 1
                && (phrase.HasRegionAnaphor || (first.Place.Kind == PlaceKind.Group && home.Kind != PlaceKind.Group) || (phrase.Regions.Count > 0)))
            {
                // "its US exports", "EU exports rose 2%" in a text about Britain
                partners.Add(Stated(first.PartnerCode!, first.Span));
            }
            else
            {
                regions.Add(Stated(first.Place, first.Span));
                if (fronts.Count > 1 && partners.Count == 0 && fronts[1].PartnerCode is { } second && fronts[1].Place != first.Place)
                {
                    if (fronts[1].Place.IsSubnational || fronts[1].Place.Country == first.Place.Code && fronts[1].Place.Parent is not null) regions[0] = Stated(fronts[1].Place, fronts[1].Span);
                    else partners.Add(Stated(second, fronts[1].Span));
                }
                else if (fronts.Count > 1 && fronts[1].Place.IsSubnational)
                {
                    // "East China's Zhejiang", "China's Zhejiang province"
                    regions[0] = Stated(fronts[^1].Place, fronts[^1].Span);
                }
            }
        }

        if (regions.Count == 0)
        {
            foreach (var place in phrase.Regions) regions.Add(Stated(place.Place, place.Span));
        }

        // "Beijing's exports" in a text about China are China's.
        // "Beijing's shipments to emerging markets": so they are in any text that is not about the city itself.
        if (regions.Count == 1 && regions[0].Value is { IsSubnational: true, IsSeat: true, Country: { } seatOf } && home is { IsSubnational: false } && (home.Code == seatOf || partners.Count > 0) && places.ByCode(seatOf) is { } state) regions[0] = regions[0] with { Value = state };
        if (regions.Count == 0 && partners.Count == 0 && phrase is { Global: { } world, HasRegionAnaphor: false, IsBalance: false } && phrase.Measure != "share") regions.Add(Stated(World, world));
        explicitRegion = regions.Count > 0;
        if (regions.Count == 0 && Carried() is { } carried)
        {
            if (phrase.IsNational && carried.Value.Country is { } country && places.ByCode(country) is { } nation) carried = new(nation, carried.Span, SlotOrigin.Carried);
            regions.Add(carried);
        }

        // "China and the EU's trade" and the like: a region is no partner of its own.
        if (regions.Count == 1 && partners.Count == 1 && regions[0].Value.Code is { } own && own == partners[0].Value && !explicitRegion) regions.Clear();
        return (regions, partners);
    }
}
