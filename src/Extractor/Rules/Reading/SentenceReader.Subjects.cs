using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Places;

namespace Extractor.Rules.Reading;

/// <content>Whose a flow is, and what narrows it.</content>
internal sealed partial class SentenceReader
{
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
