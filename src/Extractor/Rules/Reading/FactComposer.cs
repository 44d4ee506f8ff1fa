using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Resolves the periods of a sentence's numbers and joins numbers of one subject and period into facts.</summary>
internal sealed partial class FactComposer(SourceDocument document, TokenList tokens, PlaceLexicon places, HomeCurrencyLexicon currencies, FiscalYearLexicon fiscalYears, Discourse discourse)
{
    /// <summary>Items that a note in brackets may have.</summary>
    private const int LongestBracket = 24;

    private readonly List<Draft> drafts = [];
    private readonly Dictionary<int, NumberReading> readingAt = [];
    private Dictionary<int, Sourced<TradePeriod>>? paired;
    private List<Item> items = [];

    /// <summary>The document's calendar with the fiscal year of the region that is read of: "2023-24" is not the same months in India and the United States.</summary>
    private DocumentCalendar calendar = discourse.Calendar;

    /// <summary>The facts of one sentence.</summary>
    public List<Fact> Compose(Sentence sentence, List<Item> sentenceItems, List<NumberReading> readings)
    {
        items = sentenceItems;
        drafts.Clear();
        readingAt.Clear();
        calendar = discourse.Calendar;
        foreach (var reading in readings) readingAt[reading.At] = reading;
        ConsumeEarlierPeriods(readings);
        paired = PeriodPairing.Read(tokens, items, Resolve, IsComparison);
        var spoken = discourse.Period;
        foreach (var reading in readings)
        {
            if (reading.Class != NumberClass.Unresolved || reading.Match is null || reading.Subject is not { } subject) continue;
            if (subject.IsUnclear)
            {
                if (reading.Reason.Length == 0) reading.Reason = "the partner or list cannot be told";
                continue;
            }

            if (subject.Flows.Count == 0 || subject.Regions.Count == 0)
            {
                reading.Reason = subject.Flows.Count == 0 ? "no flow" : "no region";
                continue;
            }

            if (reading.Member < 0 && subject.Partners.Count > 1 && IsOfEach(reading.At))
            {
                // "China and the United States, with 13% each"
                foreach (var partner in subject.Partners) Add(reading, subject with { Partners = [partner] });
                continue;
            }

            Add(reading, subject);
        }

        TellVolumeFromValue();
        var facts = new List<Fact>(drafts.Count);
        foreach (var draft in drafts) facts.Add(Finish(draft, sentence));
        calendar = discourse.Calendar;
        UpdateDiscourse(spoken);
        return facts;
    }

    private void UpdateDiscourse(Sourced<TradePeriod>? spoken)
    {
        var main = drafts.Find(d => !d.IsEarlier && d.Modality == Modality.Actual);

        // "The surplus in September was revised to 1.1 billion from 2.04 billion": a look back.
        if (main is not null && drafts.Exists(d => d.Modality == Modality.Revised && d.Period.Value == main.Period.Value && d.Flow.Value == main.Flow.Value)) main = null;
        if (items.Count > 3 && items[0].Is(WordClass.Compare) && items[1].Kind == ItemKind.Period && main is not null && Basis(1, main.Period.Value) is "mom" or "qoq") discourse.ParagraphBasis = Basis(1, main!.Period.Value);
        else if (main is not null && items[0].Word?.Form is "comparing" && OpeningComparison(items.Count) is { } second && Basis(second, main.Period.Value) is "mom" or "qoq") discourse.ParagraphBasis = Basis(second, main.Period.Value);
        if (main is not null && IsExcursion(main))
        {
            if (main.Region.Origin == SlotOrigin.Stated) discourse.Region = main.Region;
        }
        else if (main is not null)
        {
            if (main.Region.Origin == SlotOrigin.Stated) discourse.Region = main.Region;
            if (main.Period.Origin == SlotOrigin.Stated) discourse.PeriodIsOfTotal = main.Category is null && main.Partner is null;
            Speak(main.Period);
        }
        else if (drafts.Count == 0 && items.Find(i => i.Phrase is { IsFrame: true } or { IsMarket: true }) is { } spokenOf)
        {
            // "November saw an improvement in exports to all markets": no number, but what follows is of November.
            for (var i = 0; i < items.Count; i++)
            {
                var mention = items[i].Kind == ItemKind.Period ? items[i] : items[i].Phrase?.Period;
                if (mention?.Period is not { } named || !(named.Kind == PeriodKind.Months && named.FirstMonth == named.LastMonth || named is { Kind: PeriodKind.Years, LastYear: 0 } && i < 2) || items[i].Kind == ItemKind.Period && (i > 2 || IsComparison(i))) continue;
                if (items[i].Clause != spokenOf.Clause || Resolve(mention) is not { } resolved) continue;
                Speak(resolved);
                break;
            }
        }

        discourse.SaidBasis = drafts.Find(d => d is { IsEarlier: false, BasisSpan: not null, Partner: null, Category: null })?.Basis;
        if (discourse.Period is null && spoken is null) discourse.Period = discourse.MainPeriod;
        discourse.Mentioned = null;
        if (drafts.Count > 0) return;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is not { Kind: ItemKind.Period, Period.Kind: PeriodKind.Months or PeriodKind.FiscalYear } || IsComparison(i) || Resolve(items[i]) is not { } named) continue;
            discourse.Mentioned = named.Value;
            return;
        }
    }

    // "In May alone ...": the text goes on with what it was about.
    private bool IsExcursion(Draft main)
    {
        for (var i = 0; i + 1 < items.Count; i++)
        {
            var mention = items[i].Kind == ItemKind.Period ? items[i] : items[i].Phrase?.Period;
            if (mention is not null && mention.Period!.Span == main.Period.Span && items[i + 1].Word?.Form is "alone") return true;
            if (mention is not null && mention != items[i] && mention.Period!.Span == main.Period.Span && i > 0 && items[i - 1].Word?.Form is "alone") return true;
        }

        return false;
    }

    // A look back ("the largest since 2017, when it stood at ...") does not become what the text is about.
    private void Speak(Sourced<TradePeriod> period)
    {
        if (period.Origin != SlotOrigin.Stated && discourse.Period is not null) return;
        if (period.Value.End.Year is { } year)
        {
            if (discourse.MainPeriod is { Value.End.Year: { } about } main && (year < about || period.Value == main.Value.AddYears(-1) || period.Value.End < main.Value.End && items.Exists(i => i.Word?.Form is "had"))) return;
            if (period.Value.MonthCount > 12) return;

            // A moving three months beside the month itself.
            if (period.Value.MonthCount == 3 && period.Value.End.Month % 3 != 0 && discourse.MainPeriod is { Value.MonthCount: 1 } month && month.Value.End == period.Value.End) return;
            if (discourse.Calendar.Published is { } day && year < day.Year - 1) return;
        }

        discourse.Period = period with { Origin = SlotOrigin.Carried };
        discourse.MainPeriod ??= discourse.Period;
    }

    private void Add(NumberReading reading, Subject subject)
    {
        var number = reading.Item.Number!;
        var role = reading.Role;
        var isEarlier = role is RuleRole.EarlierLevel or RuleRole.EarlierGrowth or RuleRole.EarlierShare;
        if (subject.Regions.Count > 1 && reading.Member < 0)
        {
            reading.Reason = "one number for several regions";
            return;
        }

        var flow = Member(subject.Flows, reading.Member)!;
        var region = Member(subject.Regions, reading.Member)!;
        if (region.Value.Country is { } trader)
        {
            var fiscal = fiscalYears.Of(trader);
            calendar = discourse.Calendar with { FiscalYearStart = fiscal.FirstMonth, FiscalYearNamedByEnd = fiscal.NamedByEnd };
        }

        // "from a year-earlier surplus of ...", "after a revised 45.9 billion yen surplus in September": the flow named again has the earlier period.
        var earlierMention = isEarlier ? NamedAgain(reading) : null;
        var bracketed = InBrackets(reading, Measure(role));
        var main = bracketed?.Period ?? PeriodOf(reading, earlierMention is not null && earlierMention == subject.Period ? subject with { Period = null } : subject);
        if (main is null)
        {
            reading.Reason = "no period";
            return;
        }

        var end = End(reading, main.Value) is { } year ? main with { Value = year } : null;
        main = end ?? main;
        var period = main;
        Item? comparison = null;
        if (isEarlier)
        {
            var earlier = end ?? (earlierMention is not null && ResolveAgainst(earlierMention, main.Value) is { } named && named.Value.End < main.Value.End ? named : EarlierPeriod(reading, main.Value));
            if (earlier is null)
            {
                reading.Reason = "the earlier period cannot be told";
                return;
            }

            // "against 23.72 lakh tonnes in the same period": what is compared is never of the same months.
            period = earlier.Value == main.Value && main.Value.YearIsKnown && earlier.Span is { } said && items.Exists(k => k is { Kind: ItemKind.Period, Period: { Kind: PeriodKind.Same, YearReference: YearReference.None } } && k.Period.Span == said) ? earlier with { Value = main.Value.AddYears(-1) } : earlier;
        }

        if (role is RuleRole.Level or RuleRole.EarlierLevel or RuleRole.Change && number.Kind == NumberKind.Money && Math.Abs(number.Value) < (subject.IsBalance ? 5_000_000 : 10_000))
        {
            // No trade flow is worth less: it is a price.
            reading.Class = NumberClass.Other;
            reading.Reason = "price";
            return;
        }

        if (number.Unit == "cents")
        {
            // "was sitting 2.0 cents higher": what is counted in cents is a price.
            reading.Class = NumberClass.Other;
            reading.Reason = "price";
            return;
        }

        if (number.Kind == NumberKind.Quantity && subject.IsBalance)
        {
            // "a global sugar surplus of 2.7 million tons" is of supply over demand.
            reading.Class = NumberClass.Other;
            reading.Reason = "supply-balance";
            return;
        }

        if (IsOfSeason() && (main.Origin != SlotOrigin.Stated || main.Value is { MonthCount: 12, Start.Month: 4 } && !fiscalYears.Has(region.Value.Country)))
        {
            reading.Reason = "a season's months cannot be told";
            return;
        }

        if (IsWeekly() && main.Value.Start.Day is null && Adjacent(reading.At) is null)
        {
            reading.Reason = "a week's figure has no period of months";
            return;
        }

        string? basis = null;
        TextSpan? basisSpan = null;
        if (role is RuleRole.Growth or RuleRole.Change or RuleRole.Multiple)
        {
            basis = reading.Match!.Rule.Basis ?? BasisOf(reading, main.Value, out comparison);
            basisSpan = comparison?.Span(tokens);
        }
        else if (role is RuleRole.EarlierGrowth && drafts.FindLast(d => d.Measures.ContainsKey(SlotName.Growth) && d.Flow.Value == flow.Value) is { Basis: "mom" or "qoq" } beside && beside.Period.Value.MonthCount == period.Value.MonthCount)
        {
            // "grew by 2.9% mom ... after a downwardly revised 2.3% increase in November"
            basis = beside.Basis;
        }

        else if (role == RuleRole.EarlierGrowth && drafts.FindLast(d => d.Subject == subject && !d.IsEarlier && d.Get(SlotName.Growth) is not null) is { Basis: "mom" or "qoq" } sibling && sibling.Period.Value.MonthCount == period.Value.MonthCount)
        {
            basis = sibling.Basis; // "increased by 1.2 per cent month on month, after the previous month's 3.5 per cent decrease"
        }

        var modality = reading.Match!.Rule.Modality ?? (isEarlier && period.Value.End < main.Value.End ? Modality.Actual : ClauseModality(reading, period.Value));
        if (modality == Modality.Actual && discourse.Calendar.Published is { Month: < 12 } today && period.Value == TradePeriod.WholeYear(today.Year))
        {
            // "have shrunk by a quarter this year", said in September: of this year so far.
            var last = discourse.Period is { Value.End: { Year: { } spokenYear, Month: var spokenMonth } } && spokenYear == today.Year && spokenMonth < 12 ? spokenMonth : Math.Max(1, today.Month - 1);
            period = period with { Value = TradePeriod.Months(today.Year, 1, last) };
            if (basis is not null && basis == period.Value.AddYears(-1).ToString()) basis = null;
        }

        var approx = reading.Match.Rule.Approx ?? (IsUpTo(reading) ? Approx.Exact : number.Approx);
        if (approx == Approx.Exact && IsOver(reading)) approx = Approx.Over;
        var measure = Measure(role);
        if (measure == SlotName.Value && number.Sign > 0 && subject is { Aside: null, IsBalance: false }) measure = SlotName.Change; // a balance has its own sign: "compared with +22.6 billion in June"
        var (value, unit) = Value(reading, subject, flow.Value, region.Value);
        if (value is null)
        {
            reading.Reason = "direction or kind does not fit";
            return;
        }

        var partner = reading.Member >= 0 && subject.Partners.Count > 1 ? subject.Partners[reading.Member] : Join(subject.Partners);
        var category = reading.Member >= 0 && subject.Categories.Count > 1 ? subject.Categories[reading.Member] : JoinWords(subject.Categories);
        if (region.Origin == SlotOrigin.Document && !discourse.HomeIsClear)
        {
            reading.Reason = "the region cannot be told";
            return;
        }

        if (region.Origin == SlotOrigin.Document && !discourse.HomeTrades && partner is null && category is null && (subject.IsBalance || !Names(region.Value)))
        {
            reading.Reason = "nothing near says whose trade it is";
            return;
        }

        if (partner is not null && region.Value.Code is { } own && partner.Value == own)
        {
            reading.Reason = "the partner is the region itself";
            return;
        }

        var terms = TermsOf(reading, subject, role);
        var shareOf = role is RuleRole.Share or RuleRole.EarlierShare ? subject.ShareOf?.Value.Name : null;
        if (role is RuleRole.Share or RuleRole.EarlierShare && reading.Match.Rule.ShareOf == "country" && region.Value.IsSubnational && region.Value.Country is { } code && places.ByCode(code) is { } nation)
            shareOf ??= nation.Name;

        if (role == RuleRole.Share) shareOf ??= LargerTotal(reading.At, region.Value);
        if (measure == SlotName.Share && partner is null && category is null && shareOf is null && FlowOf(flow.Value) == Flow.Trade)
        {
            reading.Reason = "a share without a part";
            return;
        }

        var target = bracketed ?? Find(region, period.Value, flow.Value, partner, category, modality, approx, measure, basis, terms, unit, isEarlier);
        if (target is null)
        {
            target = new Draft
            {
                Region = region,
                Period = period,
                Flow = flow,
                Partner = partner,
                Category = category,
                Modality = modality,
                Approx = approx,
                ApproxSpan = number.ApproxSpan,
                IsEarlier = isEarlier,
                Rule = reading.Match.Rule,
                Subject = subject,
                FirstAt = reading.At,
                IsListPaired = reading.Member >= 0 && !HasRespectively(),
            };
            drafts.Add(target);
        }

        if (measure is SlotName.Growth or SlotName.Multiple or SlotName.Change)
        {
            target.Basis ??= basis;
            target.BasisSpan ??= basisSpan;
            target.Terms ??= terms;
        }

        target.ShareOf ??= shareOf;
        target.Unit ??= unit;
        target.Measures[measure] = (value.Value, reading.Item.Number!.Span);
        target.Readings.Add(reading);
        reading.Class = NumberClass.Fact;
        reading.Reason = FactLineNames.Of(measure);
    }

    // "exceeding 32,000 tons (down just 2% in volume) but gaining 4% in value to reach 42 million euros": the growth of the amount in front of the bracket.
    private Draft? InBrackets(NumberReading reading, SlotName measure)
    {
        if (measure != SlotName.Growth) return null;
        if (ListPairing.AmountBefore(items, reading.At) is not { } at || !readingAt.TryGetValue(at, out var amount)) return null;
        return drafts.Find(d => d.Readings.Contains(amount) && !d.HasBasis && d.Measures.ContainsKey(SlotName.Value));
    }

    // "exports rose 23% to 1.1 million tonnes, while their value rose 15% to $763 million": two growths of one flow, the first by volume.
    private void TellVolumeFromValue()
    {
        foreach (var draft in drafts)
        {
            if (draft.Terms is not null || !draft.Measures.ContainsKey(SlotName.Growth) || !IsWeighed(draft)) continue;
            if (drafts.Exists(d => d != draft && !IsWeighed(d) && d.Terms is null && d.Measures.ContainsKey(SlotName.Growth) && d.Region.Value == draft.Region.Value && d.Period.Value == draft.Period.Value
                && FlowOf(d.Flow.Value) == FlowOf(draft.Flow.Value) && d.Partner?.Value == draft.Partner?.Value && d.Category?.Value == draft.Category?.Value && d.Basis == draft.Basis)) draft.Terms = "volume";
        }
    }

    private static bool IsWeighed(Draft draft) => draft.Measures.ContainsKey(SlotName.Value) && draft.Readings.Exists(r => r.Item.Number!.Kind == NumberKind.Quantity);

    private bool IsOfEach(int at) => at + 1 < items.Count && items[at + 1].First == items[at + 1].Last && tokens.IsWord(items[at + 1].First, "each");

    private static T? Member<T>(List<T> members, int index)
        where T : class => members.Count == 0 ? null : members[index >= 0 && members.Count > 1 ? Math.Min(index, members.Count - 1) : 0];

    private static Sourced<string>? Join(List<Sourced<string>> partners) => partners.Count switch
    {
        0 => null,
        1 => partners[0],
        _ => partners[0] with { Value = string.Join('+', partners.Select(p => p.Value)) },
    };

    private static Sourced<string>? JoinWords(List<Sourced<string>> categories) => categories.Count switch
    {
        0 => null,
        1 => categories[0],
        2 => categories[0] with { Value = $"{categories[0].Value} and {categories[1].Value}" },
        _ => categories[0] with { Value = $"{string.Join(", ", categories.Take(categories.Count - 1).Select(c => c.Value))} and {categories[^1].Value}" },
    };

    private static SlotName Measure(RuleRole role) => role switch
    {
        RuleRole.Level or RuleRole.EarlierLevel => SlotName.Value,
        RuleRole.Growth or RuleRole.EarlierGrowth => SlotName.Growth,
        RuleRole.Change => SlotName.Change,
        RuleRole.Share or RuleRole.EarlierShare => SlotName.Share,
        RuleRole.Contribution => SlotName.Contribution,
        RuleRole.ContributionRate => SlotName.ContributionRate,
        RuleRole.GrowthChange => SlotName.GrowthChange,
        RuleRole.GrowthGap => SlotName.GrowthGap,
        RuleRole.ShareChange => SlotName.ShareChange,
        RuleRole.Multiple => SlotName.Multiple,
        _ => SlotName.Rank,
    };

    private (decimal? Value, string? Unit) Value(NumberReading reading, Subject subject, FlowNoun flow, Place region)
    {
        var number = reading.Item.Number!;
        var direction = reading.Match!.Direction;
        switch (reading.Role)
        {
            case RuleRole.Level or RuleRole.EarlierLevel:
                var value = flow == FlowNoun.Deficit ? -Math.Abs(number.Value) : number.Value;
                return (value, Currency(number, region));
            case RuleRole.Change:
                return (number.Sign != 0 ? number.Value : Math.Abs(number.Value) * (direction < 0 ? -1 : 1), Currency(number, region));
            case RuleRole.Growth or RuleRole.EarlierGrowth or RuleRole.GrowthChange or RuleRole.GrowthGap or RuleRole.ShareChange:
                if (number.Value < 0 || number.Sign != 0) return (number.Value, null);
                if (number.IsSpelled) return (decimal.Round(direction < 0 ? -number.Value : number.Value, 1), null);
                return (direction < 0 ? -number.Value : number.Value, null);
            case RuleRole.Rank:
                return (number.Value == decimal.Truncate(number.Value) && number.Value is >= 1 and <= 300 ? number.Value : null, null);
            case RuleRole.Share or RuleRole.EarlierShare when number.Sign != 0:
                return (null, null);
            case RuleRole.Share or RuleRole.EarlierShare when number.IsSpelled && direction != 0 && subject.Measure != "share":
                // "Imports contracted to a fourth": of what they were.
                return (null, null);
            case RuleRole.Multiple:
                return subject.Measure == "share" ? (null, null) : (number.Value, null);
            default:
                // "a third of all exports" is written 33.3.
                return (number.IsSpelled ? decimal.Round(number.Value, 1) : number.Value, null);
        }
    }

    // "$", "crowns", "pesos": the home country's own, of its own trade, unless the text marks its money otherwise.
    private string? Currency(NumberMention number, Place region)
    {
        if (!number.AmbiguousUnit || number.Unit is not { } unit || region.Country != discourse.Home?.Value.Country) return number.Unit;
        return currencies.Resolve(unit, region.Country) is { } own && !discourse.Moneys.Contains(own) ? own : unit;
    }

    private bool IsWeekly()
    {
        for (var i = items[0].First; i <= items[^1].Last; i++)
        {
            if (tokens.IsWord(i, "weekly") || tokens.IsWord(i, "week") || tokens.IsWord(i, "weeks")) return true;
        }

        return false;
    }

    private bool Names(Place place)
    {
        foreach (var item in items)
        {
            if (item.Place?.Place == place || item.Phrase is { } phrase && phrase.Places.Concat(phrase.Regions).Any(p => p.Place == place)) return true;
        }

        return false;
    }

    // "Currently, Sweden is exporting $159 million worth of goods": of no year that the text makes known.
    // "Shipments of rice, which are currently restricted, fell by 28%" tells of a year like any other.
    private bool IsHabitual()
    {
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.First != item.Last || !(tokens.IsWord(item.First, "currently") || tokens.IsWord(item.First, "presently") || tokens.IsWord(item.First, "typically") || tokens.IsWord(item.First, "usually"))) continue;
            if (i < 2 || items.Exists(k => k.Clause == item.Clause && k.Is(WordClass.FlowVerb) && k.Kind == ItemKind.Word) || !HasChange(i)) return true;
        }

        return false;
    }

    private bool HasChange(int from)
    {
        for (var i = from; i + 1 < items.Count; i++)
        {
            if (items[i].Kind == ItemKind.Word && items[i].Is(WordClass.ChangeVerb) && (items[i + 1].Kind == ItemKind.Number || items[i + 1].IsBound || items[i + 1].Word?.Form is "by" or "to")) return true;
        }

        return false;
    }

    // "accounting for 17.2 percent of the province's total", said of a city; "of the country's total", said of a part of it.
    private string? LargerTotal(int number, Place region)
    {
        if (number + 2 >= items.Count || items[number + 1].Word?.Form is not "of" || items[number + 2].Phrase is not { IsFrame: false, HasRegionAnaphor: true, RegionNoun: { } noun } || !region.IsSubnational || region.Country is not { } land) return null;
        return noun switch
        {
            "province" when region.Parent?.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash => region.Parent[(slash + 1)..],
            "country" or "nation" => places.ByCode(land)?.Name,
            _ => null,
        };
    }

    // "exports have reached 500,000 tons this season"
    private bool IsOfSeason()
    {
        for (var i = items[0].First + 1; i <= items[^1].Last; i++)
        {
            if (tokens.IsWord(i, "year") && (tokens.IsWord(i - 1, "marketing") || tokens.IsWord(i - 1, "crop"))) return true;
            if (tokens.IsWord(i, "season") && (tokens.IsWord(i - 1, "this") || tokens.IsWord(i - 1, "last") || tokens.IsWord(i - 1, "current") || tokens.IsWord(i - 1, "previous"))) return true;
        }

        return false;
    }

    private bool HasRespectively()
    {
        foreach (var item in items)
        {
            if (item.Word?.Form is "respectively" or "respective" or "a respective") return true;
        }

        return false;
    }

    // "Trade deficit up to $67.1 billion in August": it rose to that; no more than that is "exports of up to $5 billion".
    private bool IsUpTo(NumberReading reading)
    {
        if (reading.Item.Number!.ApproxSpan is not { } bound || !bound.Of(document.Text).Equals("up to", StringComparison.OrdinalIgnoreCase)) return false;
        var i = reading.At - 1;
        while (i >= 0 && (items[i].IsBound || items[i].Kind == ItemKind.Word && tokens.SpanOf(items[i].First, items[i].Last).Start >= bound.Start)) i--;
        return i >= 0 && items[i].Phrase is { IsFrame: true };
    }

    private bool IsOver(NumberReading reading)
    {
        for (var i = Math.Max(0, reading.Match!.First); i < reading.At; i++)
        {
            if (items[i].Is(WordClass.OverVerb)) return true;
        }

        return false;
    }

    private Draft? Find(Sourced<Place> region, TradePeriod period, FlowNoun flow, Sourced<string>? partner, Sourced<string>? category, Modality modality, Approx approx,
        SlotName measure, string? basis, string? terms, string? unit, bool isEarlier)
    {
        foreach (var draft in drafts)
        {
            if (draft.Region.Value != region.Value || draft.Period.Value != period || FlowOf(draft.Flow.Value) != FlowOf(flow) || draft.Partner?.Value != partner?.Value
                || draft.Category?.Value != category?.Value || draft.Modality != modality || draft.Approx != approx || draft.IsEarlier != isEarlier)
                continue;
            if (draft.Measures.ContainsKey(measure) || (unit is not null && draft.Unit is not null && draft.Unit != unit)) continue;
            if (measure is SlotName.Growth or SlotName.Multiple or SlotName.Change && draft.HasBasis && (draft.Basis != basis || draft.Terms != terms)) continue;
            if (measure == SlotName.Growth && terms == "volume" && draft.Measures.ContainsKey(SlotName.Value) && draft.Unit is { Length: 3 } money && char.IsUpper(money[0])) continue;
            return draft;
        }

        return null;
    }

    private static Flow FlowOf(FlowNoun noun) => noun switch
    {
        FlowNoun.Trade => Flow.Trade,
        FlowNoun.Exports or FlowNoun.ReExports => Flow.Exports,
        FlowNoun.Imports => Flow.Imports,
        _ => Flow.Balance,
    };

    // By volume, in dollar terms: words near the number, or volume at the flow itself when a percentage stands alone.
    private string? TermsOf(NumberReading reading, Subject subject, RuleRole role)
    {
        if (role is not (RuleRole.Growth or RuleRole.Multiple)) return null;
        for (var i = reading.At + 1; i < items.Count && i <= reading.At + 5; i++)
        {
            if (items[i].Kind == ItemKind.Number || items[i].IsSymbol(';')) break;
            if (items[i].Word?.Value(WordClass.Terms) is { } behind) return behind == "value" ? null : behind;
        }

        for (var i = reading.At - 1; i >= 0 && items[i].Clause == items[reading.At].Clause; i--)
        {
            if (items[i].Kind == ItemKind.Number) break;
            if (items[i].Word?.Value(WordClass.Terms) is { } before) return before == "value" ? null : before;
        }

        // "The export volume shrank by 25.3 percent to 8.98 billion yuan": measured in money, whatever it is called.
        if (subject is { Terms: "volume", Measure: "volume" } && reading.At + 2 < items.Count && items[reading.At + 1].Word?.Form is "to" && items[reading.At + 2] is { Kind: ItemKind.Number, Number.Kind: NumberKind.Money }) return null;
        return subject.Terms is "value" ? null : subject.Terms;
    }

    private Modality ClauseModality(NumberReading reading, TradePeriod period)
    {
        for (var i = reading.At - 1; i >= 0 && items[i].Clause == items[reading.At].Clause && reading.At - i < 16; i--)
        {
            // "Despite the gloomy forecast, the country recorded ..."
            if (items[i].Is(WordClass.ForecastNoun) && IsAgainst(i)) continue;
            if (items[i].Is(WordClass.Target) && !items[i].Is(WordClass.Forecast) && i >= reading.Match!.First) return Modality.Target;
            if (items[i].Is(WordClass.Forecast) && !Expectation.IsBeaten(items, i)) return Modality.Forecast;
        }

        if (discourse.Calendar.Published is { } day && period.Start.Year is { } year && (year, period.Start.Month).CompareTo((day.Year, day.Month)) > 0) return Modality.Forecast;
        return Modality.Actual;
    }

    private bool IsAgainst(int i)
    {
        for (var k = i - 1; k >= 0 && k >= i - 3; k--)
        {
            if (items[k].Word?.Form is "despite" or "amid" or "against" or "above" or "below" or "beating" or "topping" or "defying") return true;
        }

        return false;
    }

    private sealed class Draft
    {
        public required Sourced<Place> Region { get; init; }

        public required Sourced<TradePeriod> Period { get; init; }

        public required Sourced<FlowNoun> Flow { get; init; }

        public Sourced<string>? Partner { get; init; }

        public Sourced<string>? Category { get; init; }

        public Modality Modality { get; init; }

        public Approx Approx { get; init; }

        public TextSpan? ApproxSpan { get; init; }

        public bool IsEarlier { get; init; }

        public bool IsListPaired { get; init; }

        public required Rule Rule { get; init; }

        public required Subject Subject { get; init; }

        public int FirstAt { get; init; }

        public string? Basis { get; set; }

        public TextSpan? BasisSpan { get; set; }

        public string? Terms { get; set; }

        public string? ShareOf { get; set; }

        public string? Unit { get; set; }

        public Dictionary<SlotName, (decimal Value, TextSpan Span)> Measures { get; } = [];

        public List<NumberReading> Readings { get; } = [];

        public bool HasBasis => Measures.ContainsKey(SlotName.Growth) || Measures.ContainsKey(SlotName.Multiple) || Measures.ContainsKey(SlotName.Change);

        public decimal? Get(SlotName measure) => Measures.TryGetValue(measure, out var found) ? found.Value : null;
    }
}
