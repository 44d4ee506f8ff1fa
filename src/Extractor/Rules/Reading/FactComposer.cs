using System.Collections.Immutable;
using System.Globalization;
using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Resolves the periods of a sentence's numbers and joins numbers of one subject and period into facts.</summary>
internal sealed class FactComposer(SourceDocument document, TokenList tokens, PlaceLexicon places, HomeCurrencyLexicon currencies, FiscalYearLexicon fiscalYears, Discourse discourse)
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

    // The period that belongs to an earlier level or growth is no period of anything else:
    // "fell to 2.7bn from 2.9bn in October", "up from September's 9.9% gain".
    private void ConsumeEarlierPeriods(List<NumberReading> readings)
    {
        foreach (var reading in readings)
        {
            if (reading.Match is null || reading.Class != NumberClass.Unresolved) continue;
            if (reading.Role is not (RuleRole.EarlierLevel or RuleRole.EarlierGrowth or RuleRole.EarlierShare)) continue;
            if (NamedAgain(reading) is { } again) again.IsConsumed = true;
            var found = false;
            if (reading.At + 1 < items.Count && items[reading.At + 1].Phrase?.Period is { } ofFlow && items[reading.At + 1].Phrase!.IsFrame)
            {
                // "compared to a 14.4 billion gap in April 2023"
                ofFlow.IsConsumed = true;
                continue;
            }

            var start = PastBracket(reading.At + 1);
            for (var i = start; i < items.Count && i <= start + 4 && !found; i++)
            {
                if (items[i].Kind == ItemKind.Number && !items[i].Number!.IsSecondCurrency || items[i].IsSymbol(';') || items[i].IsSymbol(',')) break;
                if (items[i].Kind != ItemKind.Period || items[i].Period!.Kind == PeriodKind.Basis) continue;
                items[i].IsConsumed = true;
                found = true;
            }

            for (var i = reading.At - 1; i >= 0 && i >= reading.At - 4 && !found; i--)
            {
                if (items[i].Kind == ItemKind.Number || items[i].IsSymbol(',')) break;
                if (items[i].Kind != ItemKind.Period) continue;
                items[i].IsConsumed = true;
                found = true;
            }
        }
    }

    // The period that stands with the flow when an earlier level names it again: "a year-earlier surplus of ...".
    private static Item? NamedAgain(NumberReading reading)
    {
        if (reading.Match!.Subject?.Phrase?.Period is { } captured) return captured;
        return reading.Subject is { } subject && subject.At >= reading.Match.First && subject.At < reading.At ? subject.Period : null;
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

        var approx = reading.Match.Rule.Approx ?? number.Approx;
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
        var i = reading.At - 1;
        while (i > 0 && i > reading.At - 4 && items[i].Kind == ItemKind.Word) i--;
        if (i < 1 || !items[i].IsSymbol('(') || !readingAt.TryGetValue(i - 1, out var amount) || amount.Item.Number!.Kind is not (NumberKind.Money or NumberKind.Quantity)) return null;
        return drafts.Find(d => d.Readings.Contains(amount) && !d.HasBasis && d.Measures.ContainsKey(SlotName.Value));
    }

    // "Between 2017 and 2022 exports rose from $40 billion to $60 billion": the level of the last year, and of the first.
    private TradePeriod? End(NumberReading reading, TradePeriod main)
    {
        if (main.MonthCount is not { } months || months <= 12 || months % 12 != 0 || main.Start is not { Month: 1, Year: { } first } || main.End.Year is not { } last) return null;
        if (reading.Role is not (RuleRole.Level or RuleRole.EarlierLevel or RuleRole.Share or RuleRole.EarlierShare)) return null;
        if (reading.At > 0 && items[reading.At - 1].Word?.Form is "from") return TradePeriod.WholeYear(first);
        for (var i = reading.At - 1; i > 0 && items[i].Clause == reading.Item.Clause; i--)
        {
            if (items[i].Kind == ItemKind.Number && items[i - 1].Word?.Form is "from" && items[i].Number!.Kind == reading.Item.Number!.Kind) return TradePeriod.WholeYear(last);
        }

        return null;
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

    // The period of a number: what stands with its subject, in its clause, at the head of the sentence, or was spoken of before.
    private Sourced<TradePeriod>? PeriodOf(NumberReading reading, Subject subject)
    {
        if (reading.Member < 0 && paired is not null && paired.TryGetValue(reading.At, out var mate)) return mate;
        if (subject.Period is { } own && Resolve(own) is { } stated) return stated;
        if (Adjacent(reading.At) is { } adjacent) return adjacent;
        if (reading.Role == RuleRole.Level && YearEarlierLevel.PeriodBehind(items, reading.At) is { } yearBefore && Resolve(yearBefore) is { } before) return before;
        var clause = reading.Item.Clause;
        if (WhenClause(clause) is { } when) return when;
        if (OpeningYearEarlier() is { } past) return past;
        Sourced<TradePeriod>? after = null;
        Sourced<TradePeriod>? earlier = null;
        Sourced<TradePeriod>? leading = null;
        Sourced<TradePeriod>? inClause = null;
        Sourced<TradePeriod>? other = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            var phrasePeriod = item.Phrase?.Period;
            if (item.Kind != ItemKind.Period && phrasePeriod is null) continue;
            var mention = phrasePeriod ?? item;
            if (phrasePeriod is not null && i > reading.At) continue;
            if (item.Kind == ItemKind.Period && (IsComparison(i) || IsBracketedAway(i, reading.At) || IsBegunOrEnded(i) || IsPlacedIn(i) || IsSaidAgain(i)) || mention.IsConsumed) continue;
            if (Resolve(mention) is not { } resolved) continue;
            if (item.Clause == clause && i < reading.At) inClause = resolved;
            else if (item.Clause == clause) after ??= IsOfParticiple(i, reading.At) ? null : resolved;
            else if (i < reading.At && leading is null && IsLeading(i)) leading = resolved;
            else if (i < reading.At) earlier = resolved;
            else other ??= resolved;
        }

        if (reading.Role == RuleRole.Level && (inClause ?? leading ?? after) is null && YearEarlierLevel.PeriodInFront(items) is { } yearAgo && Resolve(yearAgo) is { } opening) return opening;
        if ((inClause ?? leading ?? after ?? earlier ?? other) is { } found) return subject.IsAnnual && found.Value.MonthCount < 12 ? Annual(found) : found;
        if (IsHabitual() && subject.At >= 0) return new(TradePeriod.WholeYear(null), null, SlotOrigin.Default);
        if (subject.IsCumulative && (discourse.Period ?? discourse.MainPeriod) is not { Value: { MonthCount: > 1, Start.Month: 1 } } && discourse.Calendar.ThisYear is { } current) return new(TradePeriod.WholeYear(current), null, SlotOrigin.Document);
        if (subject.IsAnnual && (discourse.Period ?? discourse.MainPeriod) is { } carried) return Annual(carried);
        if (subject.IsAnnual && discourse.Calendar.ThisYear is { } thisYear) return new(TradePeriod.WholeYear(thisYear), null, SlotOrigin.Document);
        if ((discourse.Period ?? discourse.MainPeriod) is { Value.MonthCount: > 1 and < 12 } cumulative && ComparedMonth(cumulative.Value) is { } month) return cumulative with { Value = month };

        // "In April, Russia remained India's top supplier. Imports from Iraq were ...": of the month named last, where the text is about no other.
        return discourse.Period ?? discourse.MainPeriod ?? (discourse.Mentioned is { MonthCount: 1 } named ? new(named, null, SlotOrigin.Carried) : null);
    }

    // "climbed to $29 billion, reflecting deliveries of vessels ordered during the 2022-2023 upcycle": when they were ordered.
    private bool IsOfParticiple(int i, int at)
    {
        var k = i - 1;
        while (k > at && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Preposition | WordClass.Determiner)) k--;
        if (k <= at || k == i - 1 || items[k].Kind != ItemKind.Word && items[k].Kind != ItemKind.Phrase || items[k].Word is { } known && !(known.Is(WordClass.Verb) && !known.Is(WordClass.Reach | WordClass.ChangeVerb | WordClass.Neutral | WordClass.FlowVerb))) return false;
        return tokens.Chars(items[k].Last) is { Length: > 4 } chars && chars.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(chars[0]);
    }

    // "exports began 2024-25 on a positive note, rising 1% in April": the year that begins is not what the figure is of.
    private bool IsBegunOrEnded(int i) => i > 0 && i + 1 < items.Count && items[i - 1].Is(WordClass.BeginEnd) && items[i - 1].Kind == ItemKind.Word && items[i + 1].Word?.Form is "on" or "with" or "at" or "in";

    // "in the period | from January to June", "the first seven months of the Iranian year | (March 20-October 21)": said again, and exactly.
    private bool IsSaidAgain(int i)
    {
        if (i + 2 < items.Count && items[i].Period!.Kind == PeriodKind.Same && items[i + 1].Word?.Form is "from" or "of" or "between" && items[i + 2].Kind == ItemKind.Period) return true;
        var k = i + 1;
        while (k < items.Count && k < i + 3 && (items[k].Word?.Form is "of" || items[k].Phrase is { IsFrame: false, HasGoods: false })) k++;
        return k + 2 < items.Count && items[k].IsSymbol('(') && items[k + 1] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.Days } && items[k + 2].IsSymbol(')');
    }

    // "exports edged up 0.1% (vs -3.2% in Q2)": the quarter is of the number beside it in the brackets.
    private bool IsBracketedAway(int i, int at)
    {
        var hasNumber = false;
        var open = i - 1;
        while (open >= 0 && open > i - LongestBracket && !items[open].IsSymbol('('))
        {
            if (items[open].IsSymbol(')')) return false;
            hasNumber |= items[open].Kind == ItemKind.Number;
            open--;
        }

        if (open < 0 || !items[open].IsSymbol('(')) return false;
        var close = i + 1;
        while (close < items.Count && close < i + LongestBracket && !items[close].IsSymbol(')'))
        {
            hasNumber |= items[close].Kind == ItemKind.Number;
            close++;
        }

        return hasNumber && !(at > open && at < close);
    }

    // "In April, the first month of the 2024/25 fiscal year, refiners imported ...": the year only says where the month lies.
    private bool IsPlacedIn(int i)
    {
        var k = i - 1;
        while (k >= 0 && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Determiner)) k--;
        if (k > 0 && k < i - 1 && items[k].IsSymbol(',') && items[k - 1].Kind == ItemKind.Period) return true; // "In April, the first month of the fiscal year 2024/25, ..."
        if (k < 3 || items[k].Word?.Form is not "of") return false;
        if (tokens.Chars(items[k - 1].Last) is not ("month" or "quarter" or "half")) return false;
        for (k -= 2; k >= 0 && k > i - 9; k--)
        {
            if (items[k].Kind == ItemKind.Number && items[k].Number!.Kind is not NumberKind.Ordinal) return false;
            if (items[k].IsSymbol(',') && k > 0 && items[k - 1].Kind == ItemKind.Period) return true;
        }

        return false;
    }

    // "the largest since 2017, when the surplus stood at ...": of 2017.
    private Sourced<TradePeriod>? WhenClause(int clause)
    {
        var first = items.FindIndex(i => i.Clause == clause);
        if (first < 2 || items[first].Word?.Form is not ("when" or "which")) return null;
        var k = items[first - 1].IsSymbol(',') ? first - 2 : first - 1;
        return k >= 0 && items[k].Kind == ItemKind.Period ? Resolve(items[k]) : null;
    }

    // "A year earlier, the surplus was 45.9 billion": of that year, when nothing is compared.
    private Sourced<TradePeriod>? OpeningYearEarlier() =>
        items.Count > 3 && items[0] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.YearEarlier } && items[1].IsSymbol(',') && (discourse.Period ?? discourse.MainPeriod) is { } spoken ? ResolveAgainst(items[0], spoken.Value) : null;

    // "$80.03 billion in 2020": the period right behind the number is its own.
    private Sourced<TradePeriod>? Adjacent(int at)
    {
        var i = PastBracket(at + 1);
        var bare = i;

        // "28.5 per cent year-on-year expansion in May 2019"
        if (items[at].Number!.Kind == NumberKind.Percent)
        {
            while (i < items.Count && items[i] is { Kind: ItemKind.Period, Period.Kind: PeriodKind.Basis }) i++;
            if (i < items.Count && items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Up | WordClass.Down)) i++;
        }

        if (i + 1 < items.Count && items[i].Word?.Form is "in" && items[i + 1].Is(WordClass.Terms)) i += 2; // "in value terms"
        else if (i < items.Count && items[i].Is(WordClass.Terms)) i++;
        var start = i;
        if (i < items.Count && items[i].Word?.Form is "in" or "during" or "for" or "by") i++;
        if (i < items.Count && items[i].Is(WordClass.Determiner)) i++;

        // "rose 6 percent last year and 3 percent this year"
        if (i == bare && i < items.Count && items[i] is { Kind: ItemKind.Period, Period: { YearReference: YearReference.This or YearReference.Last or YearReference.Next, Kind: PeriodKind.Years or PeriodKind.Months } } && !IsComparison(i)) return Resolve(items[i]);
        return i > start && i < items.Count && items[i].Kind == ItemKind.Period && !IsComparison(i) && items[i].Period!.Kind is PeriodKind.Months or PeriodKind.Years or PeriodKind.FiscalYear ? Resolve(items[i]) : null;
    }

    // "$1,089 million (13.3 per cent of GDP) in 2022": index behind the bracket that stands at an index.
    private int PastBracket(int i)
    {
        if (i >= items.Count || !items[i].IsSymbol('(')) return i;
        for (var close = i + 1; close < items.Count && close < i + LongestBracket; close++)
        {
            if (items[close].IsSymbol('(')) return i;
            if (items[close].IsSymbol(')')) return close + 1;
        }

        return i;
    }

    private static Sourced<TradePeriod> Annual(Sourced<TradePeriod> period) => period with { Value = TradePeriod.WholeYear(period.Value.End.Year) };

    // "... 320 million, up from 222 million in August" after a sentence about January to September: of September.
    private TradePeriod? ComparedMonth(TradePeriod cumulative)
    {
        foreach (var item in items)
        {
            if (item is { Kind: ItemKind.Period, IsConsumed: true, Period: { Kind: PeriodKind.Months } mention } && mention.FirstMonth == mention.LastMonth && mention.FirstMonth == cumulative.End.Month - 1)
                return TradePeriod.Months(cumulative.End.Year, cumulative.End.Month, cumulative.End.Month);
        }

        return null;
    }

    // "In October, ..." at the head of the sentence or of a clause.
    private bool IsLeading(int i)
    {
        var k = i - 1;
        while (k >= 0 && (items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Preposition | WordClass.Adverb | WordClass.Determiner | WordClass.Conjunction) || items[k].IsSymbol(','))) k--;
        return k < 0 || items[k].Phrase is null && items[k].Kind != ItemKind.Place && items[k].Kind != ItemKind.Number && k < 4;
    }

    private Sourced<TradePeriod>? Resolve(Item item)
    {
        var mention = item.Period!;
        var antecedent = mention.Kind == PeriodKind.Same && discourse.Mentioned is { } mentioned ? mentioned : (discourse.Period ?? discourse.MainPeriod)?.Value;
        if (PeriodResolver.Resolve(mention, calendar, antecedent) is not { } period) return null;

        // "fiscal year 2081-82": of another calendar.
        if (period.Start.Year is { } year && calendar.ThisYear is { } now && year > now + 40) return null;
        return new Sourced<TradePeriod>(period, mention.Span, SlotOrigin.Stated);
    }

    // "from a year earlier", "than in May", "the prior month" behind an amount, "September's 9.9% gain".
    private bool IsComparison(int i)
    {
        var item = items[i];
        if (item.IsConsumed || IsSecondOfComparing(i)) return true;
        var mention = item.Period!;
        var k = i - 1;
        while (k >= 0 && (items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Determiner | WordClass.Adverb) && !items[k].Is(WordClass.Compare) && !IsThan(items[k])
            || items[k].Word?.Form is "in" or "that" or "those" or "of" or "for" or "period" && k > 0 && (items[k - 1].Is(WordClass.Compare) || IsThan(items[k - 1]) || items[k - 1].Word?.Form is "that" or "those") || items[k].Word?.Form is "that" or "those")) k--;
        if (k == i - 1 && k > 1 && items[k].Word?.Form is "in" or "of" or "for" && IsComparedNoun(k - 1)) return true;
        if (k > 0 && k < i - 1 && items[k].Phrase is { IsFrame: false, HasGoods: false } && items[k - 1].Kind == ItemKind.Word && items[k - 1].Is(WordClass.Compare) && items[i - 1].Word?.Form is "in" or "of") k--; // "rose over the earnings in 1993"
        if (k >= 0 && (IsThan(items[k]) || items[k].Word?.Form is "below" or "above" && k > 0 && items[k - 1].Kind == ItemKind.Number)) return true;
        if (k >= 0 && items[k].Word?.Form is "since" && mention.Kind is PeriodKind.Years or PeriodKind.Months or PeriodKind.Date) return true;
        if (k >= 0 && items[k].Word is { } word && word.Is(WordClass.Compare) && items[k].Kind == ItemKind.Word)
        {
            // "from January to October" is a period; "over the first half" as well; "from a year earlier" is none.
            if (word.Form is "from" && (mention.HasBothEnds || mention.Kind == PeriodKind.Months && mention.FirstMonth != mention.LastMonth && StartsWithMonth(mention))) return false;
            if (word.Form is "over" && mention.Kind is not (PeriodKind.YearEarlier or PeriodKind.Previous or PeriodKind.Same or PeriodKind.LastUnit or PeriodKind.Years or PeriodKind.Months)) return false;
            return true;
        }

        // "+0.1% on the previous month", "quickened on the first eight months"
        if (k >= 0 && items[k].Word?.Form is "on" && mention.Kind is not PeriodKind.Date) return true;
        return mention.Kind is PeriodKind.YearEarlier || (mention.Kind is PeriodKind.Previous && !(k >= 0 && items[k].Word?.Form is "in" or "during" or "for"));
    }

    // "over the earnings in 1975", "compared to that of 1975", "exceeded those of 1975": a noun or pronoun that stands for the flow.
    private bool IsComparedNoun(int i)
    {
        if (items[i].Kind == ItemKind.Place || items[i].Phrase is not { IsFrame: false, HasGoods: false } && items[i].Word?.Form is not ("that" or "those")) return false;
        return items[i - 1].Kind == ItemKind.Word && (items[i - 1].Is(WordClass.Compare) || IsThan(items[i - 1]) || items[i].Phrase is null && items[i - 1].Is(WordClass.OverVerb));
    }

    // "less than in May": the adverb ends in the word that compares.
    private static bool IsThan(Item item) => item.Word?.Form.EndsWith(" than", StringComparison.Ordinal) == true;

    private bool StartsWithMonth(PeriodMention mention) => char.IsUpper(tokens.Text[tokens[mention.FirstToken].Start]) && !tokens.IsWord(mention.FirstToken, "The");

    private Sourced<TradePeriod>? EarlierPeriod(NumberReading reading, TradePeriod main)
    {
        // Behind the number: "from 9.5 billion in August", "... a year earlier", "... the prior month"; up to the next number.
        var match = reading.Match!;
        if (match.Period is { } named && ResolveAgainst(named, main) is { } byRule)
        {
            named.IsConsumed = true;
            return byRule;
        }

        if (reading.At + 1 < items.Count && items[reading.At + 1].Phrase is { IsFrame: true, Period: { } ofFlow } && ResolveAgainst(ofFlow, main) is { } stated) return stated;
        var behindNumber = PastBracket(reading.At + 1);
        for (var i = behindNumber; i < items.Count && i <= behindNumber + 5; i++)
        {
            if (items[i].Kind == ItemKind.Number && !items[i].Number!.IsSecondCurrency || items[i].IsSymbol(';')) break;
            if (items[i].Kind != ItemKind.Period) continue;
            if (ResolveAgainst(items[i], main) is not { } behind) continue;
            items[i].IsConsumed = true;
            return behind;
        }

        for (var i = reading.At - 1; i >= 0 && i >= reading.At - 4; i--)
        {
            if (items[i].Kind == ItemKind.Number || items[i].IsSymbol(',')) break;
            if (items[i].Kind == ItemKind.Period && IsComparison(i) && ResolveAgainst(items[i], main) is { } before)
            {
                items[i].IsConsumed = true;
                return before;
            }
        }

        // Nothing near: another comparison of the sentence, or the document's way of comparing.
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind == ItemKind.Period && items[i].Period!.Kind != PeriodKind.Basis && (IsComparison(i) || i > reading.At) && ResolveAgainst(items[i], main) is { } any && any.Value.End < main.End && any.Value.MonthCount == main.MonthCount) return any;
        }

        if (discourse.Basis == "mom" && main.MonthCount == 1) return new(main.AddMonths(-1), null, SlotOrigin.Default);
        if (discourse.Basis == "qoq" && main.MonthCount == 3) return new(main.AddMonths(-3), null, SlotOrigin.Default);
        return main.YearIsKnown ? new(main.AddYears(-1), null, SlotOrigin.Default) : null;
    }

    private Sourced<TradePeriod>? ResolveAgainst(Item item, TradePeriod main)
    {
        var mention = item.Period!;
        if (mention.Kind == PeriodKind.Basis) return null;
        if (PeriodResolver.Resolve(mention, calendar, main) is not { } period) return null;
        if (!main.YearIsKnown && period == main) return null;
        if (mention.Kind == PeriodKind.Months && mention.YearReference == YearReference.None && main.YearIsKnown)
        {
            // "up from September's": the latest such month before the one compared.
            var year = main.End.Year!.Value;
            if (mention.LastMonth >= main.End.Month && mention.FirstMonth == mention.LastMonth) year--;
            period = TradePeriod.Months(year, mention.FirstMonth, mention.LastMonth);
        }

        if (mention.Kind == PeriodKind.Years && main.MonthCount is < 12 && period.MonthCount == 12 && main.YearIsKnown && period.YearIsKnown)
            period = main.AddYears(period.End.Year!.Value - main.End.Year!.Value);
        return new(period, mention.Span, SlotOrigin.Stated);
    }

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

    private Fact Finish(Draft draft, Sentence sentence)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>();
        var flow = FlowOf(draft.Flow.Value);
        var region = draft.Region.Value.Name;
        Slot(slots, SlotName.Region, region, draft.Region.Span, draft.Region.Origin);
        Slot(slots, SlotName.Period, draft.Period.Value.ToString(), draft.Period.Span, draft.Period.Origin);
        Slot(slots, SlotName.Flow, FlowName(flow), draft.Flow.Span, draft.Flow.Origin);
        if (draft.Partner is { } partner) Slot(slots, SlotName.Partner, partner.Value, partner.Span, partner.Origin);
        if (draft.Category is { } category) Slot(slots, SlotName.Category, category.Value, category.Span, category.Origin);
        foreach (var (measure, (value, span)) in draft.Measures.OrderBy(m => m.Key)) Slot(slots, measure, value.ToString(CultureInfo.InvariantCulture), span, SlotOrigin.Stated);
        if (draft.Unit is { } unit && draft.Readings.Find(r => r.Item.Number!.Unit is not null) is { } withUnit)
            Slot(slots, SlotName.Unit, unit, withUnit.Item.Number!.Span, withUnit.Item.Number.SharesUnit ? SlotOrigin.Carried : SlotOrigin.Stated);
        if (draft.Basis is { } basis) Slot(slots, SlotName.Basis, basis, draft.BasisSpan, draft.BasisSpan is null ? SlotOrigin.Default : SlotOrigin.Stated);
        if (draft.Terms is { } terms) Slot(slots, SlotName.Terms, terms, null, SlotOrigin.Default);
        if (draft.ShareOf is { } shareOf) Slot(slots, SlotName.ShareOf, shareOf, null, SlotOrigin.Document);

        var flags = draft.Subject.Flags;
        if (!draft.Period.Value.YearIsKnown) flags |= FactFlags.YearUnknown;
        if (draft.Period.Origin is SlotOrigin.Carried or SlotOrigin.Default) flags |= FactFlags.PeriodCarried;
        if (draft.Region.Origin != SlotOrigin.Stated && draft.Region.Origin == SlotOrigin.Document) flags |= FactFlags.RegionAssumed;
        if (draft.IsListPaired) flags |= FactFlags.ListPaired;
        if (draft.Approx != Approx.Exact) flags |= FactFlags.Bound;
        if (draft.Modality is Modality.Forecast or Modality.Target) flags |= FactFlags.Forecast;

        var fact = new Fact
        {
            Id = "",
            Doc = document.Name,
            Span = sentence.Span,
            Quote = sentence.Span.Of(document.Text),
            Region = region,
            Period = draft.Period.Value,
            Flow = flow,
            Partner = draft.Partner?.Value,
            Category = draft.Category?.Value,
            Value = draft.Get(SlotName.Value),
            Unit = draft.Unit,
            Growth = draft.Get(SlotName.Growth),
            Basis = draft.Basis,
            Terms = draft.Terms,
            Multiple = draft.Get(SlotName.Multiple),
            Change = draft.Get(SlotName.Change),
            Share = draft.Get(SlotName.Share),
            ShareOf = draft.ShareOf,
            Contribution = draft.Get(SlotName.Contribution),
            ContributionRate = draft.Get(SlotName.ContributionRate),
            GrowthChange = draft.Get(SlotName.GrowthChange),
            GrowthGap = draft.Get(SlotName.GrowthGap),
            ShareChange = draft.Get(SlotName.ShareChange),
            Rank = draft.Get(SlotName.Rank) is { } rank ? (int)rank : null,
            Approx = draft.Approx,
            Modality = draft.Modality,
            Slots = slots.ToImmutable(),
            Rule = draft.Rule.Name,
            Flags = flags,
            Derivation = Derivation(draft),
        };
        fact = fact with { Id = FactIdentity.Of(document.Hash, fact) };
        foreach (var reading in draft.Readings) reading.FactId = fact.Id;
        return fact;
    }

    private ImmutableArray<string> Derivation(Draft draft)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var reading in draft.Readings)
            lines.Add($"'{reading.Item.Number!.Span.Of(document.Text)}' is {FactLineNames.Of(Measure(reading.Role))} by rule {reading.Match!.Rule.Name}: {reading.Match.Rule.Explanation}");
        lines.Add($"subject '{Words(draft.Flow.Span)}' ({Origin(draft.Flow.Origin)})");
        lines.Add($"region {draft.Region.Value.Name} from '{Words(draft.Region.Span)}' ({Origin(draft.Region.Origin)})");
        lines.Add($"period {draft.Period.Value} from '{Words(draft.Period.Span)}' ({Origin(draft.Period.Origin)})");
        if (draft.Partner is { } partner) lines.Add($"partner {partner.Value} from '{Words(partner.Span)}' ({Origin(partner.Origin)})");
        if (draft.Category is { } category) lines.Add($"category '{category.Value}' from '{Words(category.Span)}' ({Origin(category.Origin)})");
        return lines.ToImmutable();
    }

    private string Words(TextSpan? span) => span is { } s ? s.Of(document.Text) : "";

    private static string Origin(SlotOrigin origin) => origin switch
    {
        SlotOrigin.Stated => "stated",
        SlotOrigin.Carried => "carried",
        SlotOrigin.Document => "document",
        _ => "default",
    };

    private static string FlowName(Flow flow) => flow switch
    {
        Flow.Trade => "trade",
        Flow.Exports => "exports",
        Flow.Imports => "imports",
        _ => "balance",
    };

    private static void Slot(ImmutableArray<Slot>.Builder slots, SlotName name, string value, TextSpan? span, SlotOrigin origin) => slots.Add(new Slot(name, value, span, origin));

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
