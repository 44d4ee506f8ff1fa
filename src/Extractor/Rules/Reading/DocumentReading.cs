using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Mentions.Places;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Reads one document: mentions, phrases, what it is about, then sentence by sentence its facts, and the account of every number.</summary>
internal sealed class DocumentReading
{
    private readonly SourceDocument document;
    private readonly LexiconSet lexicons;
    private readonly RuleSet rules;
    private readonly TokenList tokens;
    private readonly List<Sentence> sentences;
    private readonly List<NumberMention> numbers = [];
    private readonly List<PeriodMention> periods = [];
    private readonly List<PlaceMention> places = [];
    private readonly List<List<Item>?> itemsOf = [];
    private bool homeIsClear = true;
    private bool homeTrades;

    public DocumentReading(SourceDocument document, TokenList cut, LexiconSet lexicons, RuleSet rules, SentenceSplitter splitter, PeriodFinder periodFinder)
    {
        this.document = document;
        this.lexicons = lexicons;
        this.rules = rules;
        tokens = GluedWords.Split(cut, lexicons.Words);
        sentences = splitter.Split(tokens);
        periodFinder.Find(tokens, periods);
        NumberFinder.Find(tokens, lexicons.Numbers, numbers);
    }

    public Extraction Read()
    {
        var spans = sentences.Select(s => s.Span).ToImmutableArray();
        if (numbers.Count == 0 || !SpeaksOfTrade()) return new Extraction(document, spans, [], Ledger([]));
        FindPlaces();
        BuildItems();
        var discourse = Overview();
        var facts = new List<Fact>();
        var readings = new List<NumberReading>();
        var subjects = new SubjectReader(tokens, lexicons.Places, discourse);
        var reader = new SentenceReader(tokens, subjects, new RuleMatcher(tokens, rules), discourse);
        var composer = new FactComposer(document, tokens, lexicons.Places, lexicons.HomeCurrencies, lexicons.FiscalYears, discourse);
        var paragraph = -1;
        for (var s = 0; s < sentences.Count; s++)
        {
            if (itemsOf[s] is not { } items) continue;
            if (sentences[s].Paragraph != paragraph)
            {
                paragraph = sentences[s].Paragraph;
                discourse.Region = null;
                discourse.ParagraphBasis = null;
                discourse.Counterpart = null;
                discourse.IsOfCompany = false;
                discourse.Label = null;
                discourse.NamedTogether = null;

                // After a look at all trade of the year so far a text about a month goes back to its month.
                if (tokens[sentences[s].FirstToken].Gap == TokenGap.Paragraph && discourse is { PeriodIsOfTotal: true, MainPeriod: { Value.MonthCount: 1 } month, Period: { Value.MonthCount: > 1 } longer } && longer.Value.End == month.Value.End) discourse.Period = month;
            }

            var found = reader.Read(items);
            var composed = composer.Compose(sentences[s], items, found);
            discourse.Distance = composed.Count > 0 ? 0 : discourse.Distance + 1;
            facts.AddRange(composed);
            NameTogether(composed, discourse);
            readings.AddRange(found);
            NotePlaces(items, discourse);
        }

        return new Extraction(document, spans, [.. facts.DistinctBy(f => f.Id)], Ledger(readings));
    }

    /// <summary>The items of each sentence, for people.</summary>
    public List<string> Describe()
    {
        var lines = new List<string>();
        FindPlaces();
        BuildItems();
        var discourse = Overview();
        lines.Add($"about {discourse.Home?.Value.Name ?? "no region"}, {discourse.MainPeriod?.Value.ToString() ?? "no period"}, published {document.Metadata.Published?.ToString("yyyy-MM-dd") ?? "unknown"}, year {discourse.Calendar.ThisYear?.ToString() ?? "unknown"}, compares {discourse.Basis ?? "yoy"}");
        foreach (var items in itemsOf)
        {
            if (items is null) continue;
            var line = new System.Text.StringBuilder();
            var clause = 0;
            foreach (var item in items)
            {
                if (item.Clause != clause) line.Append(" ‖");
                clause = item.Clause;
                line.Append(' ').Append(Describe(item));
            }

            lines.Add(line.ToString());
        }

        return lines;
    }

    private string Describe(Item item)
    {
        var text = item.Span(tokens).Of(tokens.Text).ReplaceLineEndings(" ");
        return item.Kind switch
        {
            ItemKind.Number => $"#{item.Number!.Kind}:{text}",
            ItemKind.Period => $"<{item.Period!.Kind}:{text}>",
            ItemKind.Place => $"@{text}",
            ItemKind.Phrase when item.Phrase!.IsFrame => $"[{string.Join('+', item.Phrase.Flows.Select(f => f.Noun))}{(item.Phrase.Measure is { } m ? "." + m : "")}: {text} | r:{string.Join(',', item.Phrase.Places.Concat(item.Phrase.Regions).Select(p => p.Place.Name))} p:{string.Join(',', item.Phrase.Partners.Select(p => p.PartnerCode))} c:{string.Join(',', item.Phrase.Categories.Select(c => c.Text))}]",
            ItemKind.Phrase => $"({(item.Phrase!.Aside is { } a ? "!" + a + " " : item.Phrase.HasGoods ? "goods " : item.Phrase.IsMarket ? "market " : "")}{text})",
            _ => item.Word is null && item.Kind == ItemKind.Word ? text : text.ToLowerInvariant(),
        };
    }

    // A flow word anywhere: else nothing more is looked for, which keeps prose about other things cheap.
    private bool SpeaksOfTrade()
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            var chars = tokens.Chars(i);
            if (chars.Length < 5) continue;
            var initial = chars[0] | 0x20;
            if (initial == 'e' && chars.StartsWith("export", StringComparison.OrdinalIgnoreCase)
                || initial == 'i' && chars.StartsWith("import", StringComparison.OrdinalIgnoreCase) && !chars.StartsWith("importan", StringComparison.OrdinalIgnoreCase)
                || initial == 't' && chars.Equals("trade", StringComparison.OrdinalIgnoreCase)
                || lexicons.Words.IsFlow(chars))
                return true;
        }

        return false;
    }

    // "European goods" in a text about the European Union are the Union's.
    private void FindPlaces()
    {
        PlaceFinder.Find(tokens, lexicons.Places, places);
        if (places.Find(p => p.Place.Code == "EU") is not { } union) return;
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i] is { Use: PlaceUse.Adjective, Place.Code: "EUROPE" }) places[i] = places[i] with { Place = union.Place };
        }
    }

    private void BuildItems()
    {
        var builder = new ItemBuilder(tokens, lexicons.Words, numbers, periods, places, SalesOfExporters.Are(tokens, lexicons.Words));
        var phrases = new PhraseBuilder(tokens, new OwnWords(tokens, rules.OwnWords));
        foreach (var sentence in sentences)
        {
            if (sentence.EndToken - sentence.FirstToken < 2)
            {
                itemsOf.Add(null);
                continue;
            }

            var items = phrases.Build(builder.Build(sentence));
            ClauseCutter.Cut(items);
            itemsOf.Add(items);
        }
    }

    private Discourse Overview()
    {
        var home = Home();
        var country = home?.Value.Country;
        var fiscal = lexicons.FiscalYears.Of(country);
        var calendar = new DocumentCalendar(document.Metadata.Published, FiscalYearStart: fiscal.FirstMonth, FiscalYearNamedByEnd: fiscal.NamedByEnd);
        if (calendar.Published is null && DayOfText() is { } day) calendar = calendar with { Published = day };
        if (calendar.Published is null) calendar = InferYear(calendar);
        var discourse = new Discourse { Calendar = calendar, Home = home, HomeIsClear = homeIsClear, HomeTrades = homeTrades || SentencesOfTrade() >= 3, Moneys = Moneys() };
        var exports = 0;
        foreach (var items in itemsOf)
        {
            if (items is null) continue;
            foreach (var item in items)
            {
                if (item.Phrase is not { IsFrame: true } frame) continue;
                if (frame.Flows[0] is { Noun: FlowNoun.Exports, IsWeak: false } && ++exports > 1) discourse.SpeaksOfExports = true;
                if (!frame.Flows.TrueForAll(f => f.IsWeak)) discourse.HasTrade = true;
                if (frame.Flows[0].Noun == FlowNoun.ReExports) discourse.HasReExports = true;
            }
        }

        discourse.Topic = Topic() ?? TopicOfFlow() ?? CommonGoods();
        discourse.TopicPartner = CommonPartner(home?.Value);
        discourse.BalanceScope = BalanceScope();
        FindAbbreviations(discourse);
        discourse.MainPeriod = FirstPeriod(calendar, withFigures: false);

        // "Exports struggled in the first half": a text is not about months of which it gives no figure.
        if (discourse.MainPeriod is { Value.MonthCount: > 1 and < 12 }) discourse.MainPeriod = FirstPeriod(calendar, withFigures: true) ?? discourse.MainPeriod;
        discourse.Basis = CommonBasis(discourse);
        return discourse;
    }

    // The goods that the first two sentences with figures narrow every flow to: in an article about smartphone exports a bare "exports" is theirs.
    private Sourced<string>? Topic()
    {
        Sourced<string>? topic = null;
        var seen = 0;
        foreach (var items in itemsOf)
        {
            if (items is null || !items.Exists(i => i.Kind == ItemKind.Number && i.Number!.Kind is NumberKind.Percent or NumberKind.Money or NumberKind.Quantity or NumberKind.Multiple)
                && !items.Exists(i => i.Kind == ItemKind.Period)) continue;
            var frame = items.Find(i => i.Phrase is { IsFrame: true } f && !f.Flows[0].IsWeak);
            if (frame is null) continue;
            if (frame.Phrase!.Categories.Count != 1 || frame.Phrase.Flows[0].Noun is not (FlowNoun.Exports or FlowNoun.Imports or FlowNoun.Trade)) return null;
            if (topic is null) topic = new(frame.Phrase.Categories[0].Text, frame.Phrase.Categories[0].Span, SlotOrigin.Carried);
            else if (!frame.Phrase.Categories[0].Text.Contains(topic.Value.Split(' ')[0], StringComparison.Ordinal)) return null;
            if (++seen == 2) return topic;
        }

        return null;
    }

    // "NODX", said twice: a flow whose name holds its goods is what a bare "exports to China" of the text means.
    private Sourced<string>? TopicOfFlow()
    {
        NamedCategory? first = null;
        foreach (var items in itemsOf)
        {
            var named = items?.Find(i => i.Phrase is { IsFrame: true, Categories: [{ } goods] } frame && goods.Span == frame.Flows[0].Span)?.Phrase!.Categories[0];
            if (named is null) continue;
            if (first is null) first = named;
            else return named.Text == first.Text ? new(first.Text, first.Span, SlotOrigin.Carried) : null;
        }

        return null;
    }

    // The goods that all of a text is about, though its first figures may be of something else: every flow that is narrowed is narrowed to
    // them, and the first flow of the text is.
    private Sourced<string>? CommonGoods()
    {
        var counts = new Dictionary<string, (int Count, NamedCategory First)>(StringComparer.Ordinal);
        int narrowed = 0, bare = 0, ofTrade = 0;
        string? first = null;
        foreach (var items in itemsOf)
        {
            if (items is null) continue;
            var hasFigures = items.Exists(IsFigure);
            if (items.Exists(i => i.Phrase is { IsFrame: true })) ofTrade++;
            foreach (var item in items)
            {
                // "Australia's trade surplus hit 5.7 billion": a text about all trade, whatever goods lead it.
                if (hasFigures && item.Phrase is { IsFrame: true, IsBalance: true, Places.Count: > 0, Partners.Count: 0, Categories.Count: 0 }) return null;
                if (item.Phrase is not { IsFrame: true } frame || frame.Flows[0].IsWeak || frame.Flows[0].Noun is not (FlowNoun.Exports or FlowNoun.Imports)) continue;
                if (frame.Categories.Count == 0)
                {
                    // "The export of goods amounted to ...": of all goods, whatever the headline is about.
                    if (hasFigures && (narrowed == 0 && frame.Measure is null || frame.IsOfGoods && frame.Partners.Count == 0)) bare++;
                    continue;
                }

                if (!frame.HasGoods && !IsGoods(frame.Categories[0])) continue;
                narrowed++;
                var head = frame.Categories[0].Text[(frame.Categories[0].Text.LastIndexOf(' ') + 1)..].TrimEnd('s');
                first ??= head;
                counts[head] = counts.TryGetValue(head, out var old) ? (old.Count + 1, old.First) : (1, frame.Categories[0]);
            }
        }

        if (first is null || bare > 0) return null;
        var (count, named) = counts[first];
        var others = counts.Where(c => c.Key != first).Select(c => Mentions(c.Key)).DefaultIfEmpty(0).Max();
        var mentions = Mentions(first);
        return count * 2 >= narrowed && mentions >= 5 && mentions * 2 >= ofTrade && mentions > others ? new(named.Text, named.Span, SlotOrigin.Carried) : null;
    }

    private int Mentions(string word)
    {
        var count = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Word && tokens.Chars(i) is { } chars && chars.StartsWith(word, StringComparison.OrdinalIgnoreCase) && chars.Length <= word.Length + 1) count++;
        }

        return count;
    }

    // Sentences that give figures of a flow.
    private int SentencesOfTrade() => itemsOf.Count(items => items is not null && items.Exists(IsFigure) && items.Exists(i => i.Phrase is { IsFrame: true }));

    // "The deficit rose to $67 billion ... The gap between the goods and services that ...": what the balance of the headline is of.
    private Sourced<string>? BalanceScope()
    {
        var seen = 0;
        foreach (var items in itemsOf)
        {
            if (items is null || !items.Exists(i => i.Phrase is { IsFrame: true, IsBalance: true })) continue;
            foreach (var item in items)
            {
                if (item.Phrase is not { IsFrame: true, IsBalance: true, Partners.Count: 0, Categories.Count: > 0 } frame) continue;
                return frame.Categories is [{ Text: "goods and services" } both] ? new(both.Text, both.Span, SlotOrigin.Carried) : null;
            }

            if (++seen >= 6) return null;
        }

        return null;
    }

    private static bool IsFigure(Item item) => item.Kind == ItemKind.Number && item.Number!.Kind is NumberKind.Percent or NumberKind.Money or NumberKind.Quantity or NumberKind.Multiple;

    private bool IsGoods(NamedCategory category)
    {
        foreach (var word in category.Text.Split(' '))
        {
            if (lexicons.Words.Find(word)?.Is(WordClass.Goods) == true) return true;
        }

        return false;
    }

    // The partner that all of a text is about: "India's trade with Israel" in a text that narrows no flow to anybody else.
    private Sourced<string>? CommonPartner(Place? home)
    {
        var counts = new Dictionary<string, (int Count, TextSpan Span)>(StringComparer.Ordinal);
        int narrowed = 0, bare = 0;
        string? first = null;
        foreach (var items in itemsOf)
        {
            if (items is null) continue;
            var hasFigures = items.Exists(IsFigure);
            foreach (var item in items)
            {
                if (item.Phrase is not { IsFrame: true } frame || frame.Flows.TrueForAll(f => f.IsWeak)) continue;
                // "India-Israel bilateral trade" names both.
                var pair = frame.Partners.Count == 0 && frame.Flows[0].Noun == FlowNoun.Trade && frame.Regions.Count + frame.Places.Count == 2;
                if (frame.Partners.Count == 0 && !pair)
                {
                    if (narrowed == 0 && hasFigures && frame.Categories.Count == 0 && !frame.IsTotal && !frame.HasPartnerAnaphor) bare++;
                    continue;
                }

                narrowed++;
                var with = pair ? frame.Regions.Concat(frame.Places).Last() : frame.Partners[0];
                if (frame.Partners.Count > 1 || with.PartnerCode is not { } code || with.Place == home) continue;
                first ??= code;
                counts[code] = counts.TryGetValue(code, out var old) ? (old.Count + 1, old.Span) : (1, with.Span);
            }
        }

        if (first is null || bare > 0) return null;
        var (count, span) = counts[first];
        return count >= 3 && count * 10 >= narrowed * 8 ? new(first, span, SlotOrigin.Carried) : null;
    }

    // "passenger vehicles (PVs)", "two-wheelers (2Ws)"
    private void FindAbbreviations(Discourse discourse)
    {
        for (var i = 1; i + 2 < tokens.Count; i++)
        {
            if (!tokens.IsSymbol(i, '(')) continue;
            var close = i + 1;
            while (close < tokens.Count && close <= i + 3 && !tokens.IsSymbol(close, ')')) close++;
            if (close > i + 3 || close >= tokens.Count || close == i + 1) continue;
            var text = tokens.SpanOf(i + 1, close - 1).Of(tokens.Text);
            var letters = text.TrimEnd('s');
            if (letters.Length is < 2 or > 6 || text.Contains(' ') || !letters.Any(char.IsUpper) || letters.Any(char.IsLower)) continue;

            // As many words back as the abbreviation has letters, each beginning with its letter; "2W" counts its digit as a word.
            var word = i - 1;
            var start = i;
            for (var k = letters.Length - 1; k >= 0 && word >= 0; k--)
            {
                while (word >= 0 && tokens[word].Kind == TokenKind.Symbol && tokens.IsSymbol(word, '-')) word--;
                if (word < 0 || tokens[word].Kind != TokenKind.Word) break;
                if (!char.IsDigit(letters[k]) && char.ToUpperInvariant(tokens.Text[tokens[word].Start]) != letters[k]) break;
                start = word;
                word--;
                if (k == 0)
                {
                    var full = tokens.SpanOf(start, i - 1).Of(tokens.Text).ToLowerInvariant();
                    discourse.Abbreviations.TryAdd(text.ToLowerInvariant(), full);
                    discourse.Abbreviations.TryAdd(letters.ToLowerInvariant(), full);
                }
            }
        }
    }

    // The region most often named as the one who trades; the beginning counts more.
    private Sourced<Place>? Home()
    {
        var scores = new Dictionary<Place, (int Score, TextSpan Span, int Order)>();
        var trading = new HashSet<Place>();
        void Score(PlaceMention mention, int points)
        {
            if (mention.IsComplement || mention.Place.IsSeat) return;
            scores[mention.Place] = scores.TryGetValue(mention.Place, out var old) ? (old.Score + points, old.Span, old.Order) : (points, mention.Span, scores.Count);
        }

        for (var s = 0; s < itemsOf.Count; s++)
        {
            if (itemsOf[s] is not { } items) continue;
            var weight = s < 3 ? 3 : 1;

            // "Canada recorded a trade surplus", "URUMQI, May 22 -- Xinjiang saw its trade rise": who trades stands in front of the verb.
            var subject = -1;
            for (var i = 0; i < items.Count && subject < 0; i++)
            {
                if (items[i].Kind == ItemKind.Place && !items[i].Place!.IsSeat && (s > 0 || i + 1 >= items.Count || !items[i + 1].IsSymbol(','))) subject = i;
            }

            if (s < 3)
            {
                foreach (var item in items)
                {
                    if (item is { Kind: ItemKind.Place, Place: { Place.IsSubnational: false, Place.Kind: not PlaceKind.Group } early }) Score(early, 2);
                }
            }

            if (subject >= 0 && items[subject].Place is { } named && !items.Exists(i => i.Phrase is { IsMarket: true }) && !(subject > 0 && items[subject - 1].Is(WordClass.Preposition)) && items.FindIndex(i => i.Phrase is { IsFrame: true }) > subject
                && subject + 1 < items.Count && items[subject + 1].Is(WordClass.Reach | WordClass.Verb | WordClass.FlowVerb | WordClass.Auxiliary))
            {
                Score(named, named.Place.IsSubnational ? 1 : weight * 2);
                trading.Add(named.Place);
            }

            if (subject == 0 && items[0].Place is { } shipper && items.Count > 1 && items[1].Is(WordClass.FlowVerb) && items[1].Kind == ItemKind.Word && shipper.Place.Kind != PlaceKind.Group)
            {
                // "Texas exported $444.6 billion in goods"
                Score(shipper, weight * 2);
                trading.Add(shipper.Place);
            }

            foreach (var item in items)
            {
                if (item.Phrase is { IsMarket: true } market && (market.Places.Count > 0 && (market.MarketFlow is not null || market.Places[0].IsPossessive) || market.Regions.Count > 0))
                {
                    // "Shenzhen emerged as China's leading exporter": the city trades.
                    var owner = market.Places.Count > 0 ? market.Places[0] : market.Regions[0];
                    if (!items.Exists(k => k.Kind == ItemKind.Place && k.Place is { Place: { IsSubnational: true, Country: { } land } } && land == owner.Place.Code)) Score(owner, weight * 2);
                }

                if (item.Phrase is not { IsFrame: true } frame) continue;
                var flow = frame.Flows[0].Noun;
                var before = items.IndexOf(item) - 1;
                if (!(before >= 0 && items[before].Word?.Form is "on" or "against" or "for" or "of")) trading.UnionWith(frame.Places.Concat(frame.Regions).Select(p => p.Place));
                if (frame.Places.Count > 0 && !(frame.Places.Count == 1 && frame.HasRegionAnaphor)) Score(frame.Places[frame.Places.Count > 1 && frame.Places[1].Place.IsSubnational ? 1 : 0], weight * (frame.Places[0].Place.Kind == PlaceKind.Group ? 1 : 2));
                else if (frame.Regions.Count == 1) Score(frame.Regions[0], weight * (flow is FlowNoun.Trade ? 1 : 2));
                else if (frame.Regions.Count > 1) Score(frame.Regions[0], weight);
            }
        }

        if (scores.Count == 0)
        {
            // "Exports to China and Hong Kong": neither is who trades.
            var partners = itemsOf.Where(items => items is not null).SelectMany(items => items!).Where(i => i.Phrase is { IsFrame: true }).SelectMany(i => i.Phrase!.Partners).Select(p => p.Place).ToHashSet();
            for (var p = 0; p < places.Count; p++)
            {
                if (places[p].Place.Kind == PlaceKind.Group || partners.Contains(places[p].Place)) continue;
                Score(places[p], places[p].Place.IsSubnational ? 1 : p < 3 ? 3 : 2);
            }
        }

        if (scores.Count == 0 && places.Count > 0 && places[0] is { IsSeat: true } seat && seat.Place.Country is { } code && lexicons.Places.ByCode(code) is { } nation)
            return new(nation, seat.Span, SlotOrigin.Document);
        if (scores.Count == 0 && places.Count == 0) return OfMoney();
        if (scores.Count == 0) return null;
        var ranked = scores.OrderByDescending(p => p.Value.Score).ThenBy(p => p.Value.Order).ToList();
        var best = ranked[0];
        homeTrades = trading.Contains(best.Key);
        homeIsClear = best.Value.Score * 5 >= ranked.Sum(p => p.Value.Score) * 2;
        return new(best.Key, best.Value.Span, SlotOrigin.Document);
    }

    private HashSet<string> Moneys()
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            if (number is { Kind: NumberKind.Money, AmbiguousUnit: false, Unit: { } unit }) named.Add(unit);
        }

        return named;
    }

    // "KSh 410.9 billion" in a text that names no place: whose money it is (ISO 4217 codes begin with the country's ISO 3166 code).
    private Sourced<Place>? OfMoney()
    {
        var first = numbers.Find(n => n is { Kind: NumberKind.Money, AmbiguousUnit: false, IsSecondCurrency: false, Unit: not ("USD" or "EUR") });
        if (first?.Unit is not { Length: 3 } unit || numbers.Exists(n => n is { Kind: NumberKind.Money, AmbiguousUnit: false, IsSecondCurrency: false } && n.Unit != unit)) return null;
        return lexicons.Places.ByCode(unit[..2]) is { } nation ? new(nation, first.Span, SlotOrigin.Document) : null;
    }

    // A whole date in the first lines that is no date of an event: "JAKARTA (22 April 2024)", "reported on Jan 17, 2025".
    private DateOnly? DayOfText()
    {
        foreach (var mention in periods)
        {
            if (mention.FirstToken > 160) break;
            if (mention is not { Kind: PeriodKind.Date, Year: > 0, FirstMonth: > 0, FirstDay: > 0 } || mention.FirstDay > DateTime.DaysInMonth(mention.Year, mention.FirstMonth)) continue;
            var before = mention.FirstToken - 1;
            if (before >= 0 && (tokens.IsWord(before, "since") || tokens.IsWord(before, "until") || tokens.IsWord(before, "from") || tokens.IsWord(before, "taken") || tokens.IsWord(before, "to") || tokens.IsWord(before, "after"))) continue;
            if (before >= 1 && tokens.IsWord(before, "on") && (tokens.IsWord(before - 1, "taken") || tokens.IsWord(before - 1, "begun"))) continue;
            return new DateOnly(mention.Year, mention.FirstMonth, mention.FirstDay);
        }

        return null;
    }

    // No day of publication: the year that the text's own figures are dated with.
    private DocumentCalendar InferYear(DocumentCalendar calendar)
    {
        var counts = new Dictionary<int, (int Months, int Years)>();
        for (var s = 0; s < sentences.Count; s++)
        {
            if (itemsOf[s] is not { } items) continue;
            var hasFigures = items.Exists(i => i.Phrase is { IsFrame: true }) && items.Exists(i => i.Kind == ItemKind.Number && i.Number!.Kind is NumberKind.Percent or NumberKind.Money or NumberKind.Quantity);
            foreach (var item in items)
            {
                var mention = item.Period ?? item.Phrase?.Period?.Period;
                if (mention is not { YearReference: YearReference.Explicit } || mention.Year == 0) continue;
                if (IsFarBack(mention)) continue;
                var old = counts.GetValueOrDefault(mention.Year);
                if (mention.Kind is PeriodKind.Months or PeriodKind.Days or PeriodKind.Date) counts[mention.Year] = (old.Months + 1, old.Years);
                else if (mention.Kind == PeriodKind.Years && mention.LastYear == mention.Year && hasFigures) counts[mention.Year] = (old.Months, old.Years + 1);
            }
        }

        if (counts.Count == 0) return calendar;
        var best = counts.OrderByDescending(c => c.Value.Months + c.Value.Years).ThenByDescending(c => c.Key).First();
        return calendar with { Year = best.Key, YearIsPast = best.Value.Months == 0 };
    }

    // "the narrowest since August 2003" is no date of the text's figures; "the ninth consecutive month of decrease since March 2020" is near them.
    private bool IsFarBack(PeriodMention mention)
    {
        var i = mention.FirstToken - 1;
        if (i < 0 || !tokens.IsWord(i, "since")) return false;
        for (var k = i - 1; k >= 0 && i - k <= 12; k--)
        {
            if (tokens.IsWord(k, "consecutive") || tokens.IsWord(k, "straight")) return false;
        }

        return true;
    }

    private Sourced<TradePeriod>? FirstPeriod(DocumentCalendar calendar, bool withFigures)
    {
        Sourced<TradePeriod>? first = null;
        var sentencesSeen = 0;
        foreach (var items in itemsOf)
        {
            if (items is null || !items.Exists(i => i.Phrase is { IsFrame: true }) || withFigures && !items.Exists(IsFigure)) continue;
            if (first is not null && ++sentencesSeen > 1) return first;
            for (var i = 0; i < items.Count; i++)
            {
                var mention = items[i].Period ?? items[i].Phrase?.Period?.Period;
                if (mention is null || mention.Kind is PeriodKind.Same or PeriodKind.Previous or PeriodKind.YearEarlier or PeriodKind.Window) continue;
                if (i > 0 && items[i].Kind == ItemKind.Period && items[i - 1].Is(WordClass.Compare) && !(items[i - 1].Word!.Form == "from" && (mention.HasBothEnds || mention.FirstMonth != mention.LastMonth))) continue;
                if (PeriodResolver.Resolve(mention, calendar, null) is not { } period) continue;
                if (calendar.Published is { } day && period.End.Year is { } year && (year < day.Year - 1 || year > day.Year)) continue;
                if (first is not null)
                {
                    // A headline says "in January", the lead "in January 2024": the lead knows the year.
                    if (mention.YearReference == YearReference.Explicit && period.Start.Month == first.Value.Start.Month && period.End.Month == first.Value.End.Month) return new(period, mention.Span, SlotOrigin.Carried);
                    return first;
                }

                first = new(period, mention.Span, SlotOrigin.Carried);
                if (mention.YearReference == YearReference.Explicit) return first;
                break;
            }
        }

        return first;
    }

    // Texts that compare with the month before, and never with the year before, mean the month before where they say nothing.
    private string? CommonBasis(Discourse discourse)
    {
        int months = 0, years = 0, quarters = 0;
        var main = discourse.MainPeriod?.Value;
        foreach (var items in itemsOf)
        {
            if (items is null) continue;
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i].Phrase?.Period?.Period is { Kind: PeriodKind.Months } named && named.FirstMonth == named.LastMonth && main is { MonthCount: 1 } about && named.FirstMonth == about.AddMonths(-1).End.Month && IsOf(named, about.AddMonths(-1))
                    && items[i].Phrase!.IsFrame) months++;
                if (items[i].Kind != ItemKind.Period) continue;
                var mention = items[i].Period!;
                switch (mention.Kind)
                {
                    case PeriodKind.Basis when mention.Basis == "yoy":
                    case PeriodKind.YearEarlier:
                        years++;
                        break;
                    case PeriodKind.Basis when mention.Basis == "mom":
                    case PeriodKind.Previous when mention.UnitMonths == 1:
                        months++;
                        break;
                    case PeriodKind.Basis when mention.Basis == "qoq":
                    case PeriodKind.Previous when mention.UnitMonths == 3:
                    case PeriodKind.Months when Compares(items, i) && mention.LastMonth - mention.FirstMonth == 2 && main is { MonthCount: 3 }:
                        quarters++;
                        break;
                    case PeriodKind.Months when i > 0 && main is { MonthCount: 1 } period && mention.FirstMonth == mention.LastMonth:
                        var before = items[i - 1].Is(WordClass.Compare) || i > 1 && items[i - 1].Word?.Form == "in" && items[i - 2].Kind == ItemKind.Number;
                        if (before && mention.FirstMonth == period.AddMonths(-1).End.Month && IsOf(mention, period.AddMonths(-1))) months++;
                        else if (items[i - 1].Is(WordClass.Compare) && mention.FirstMonth == period.End.Month) years++;
                        break;
                }
            }
        }

        if (quarters > 0 && years == 0 && main is { MonthCount: 3 }) return "qoq";
        return months > 0 && years == 0 ? "mom" : null;
    }

    // "from the first quarter"
    private static bool Compares(List<Item> items, int period)
    {
        var i = period - 1;
        while (i >= 0 && items[i].Is(WordClass.Determiner)) i--;
        return i >= 0 && items[i].Is(WordClass.Compare);
    }

    // "the surplus in September 2018": of that year, where it says one.
    private static bool IsOf(PeriodMention mention, TradePeriod period) => mention.YearReference == YearReference.None || mention.YearReference == YearReference.Explicit && mention.Year == period.End.Year;

    private static void NameTogether(List<Fact> facts, Discourse discourse)
    {
        foreach (var fact in facts)
        {
            if (fact.Partner is not { } partner || partner.Contains('+')) continue;
            discourse.NamedTogether ??= [];
            if (!discourse.NamedTogether.Exists(p => p.Value == partner)) discourse.NamedTogether.Add(new(partner, null, SlotOrigin.Carried));
        }
    }

    private void NotePlaces(List<Item> items, Discourse discourse)
    {
        // The group named last is what "them" and "its members" mean.
        PlaceMention? last = null;
        foreach (var item in items)
        {
            if (item.Kind == ItemKind.Place && item.Place is { PartnerCode: not null, IsPossessive: false } place && place.Place.Kind == PlaceKind.Group) last = place;
            if (item.Phrase is { } phrase)
            {
                foreach (var partner in phrase.Partners)
                {
                    if (partner.PartnerCode is not null) last = partner;
                }
            }
        }

        // "traded the most with Africa, the Middle East, ASEAN and Latin America": what "these markets" are.
        var run = new List<PlaceMention>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind == ItemKind.Place && items[i].Place is { PartnerCode: not null, IsPossessive: false, IsSeat: false } member) run.Add(member);
            else if (!(items[i].IsSymbol(',') || items[i].Word?.Form is "and" or "the"))
            {
                if (run.Count >= 2) break;
                run.Clear();
            }
        }

        if (run.Count >= 2)
        {
            discourse.Partners = run.ConvertAll(p => new Sourced<string>(p.PartnerCode!, p.Span, SlotOrigin.Stated));
            return;
        }

        // "exports to the EU, the US and ASEAN were ...": what "the three markets" are.
        if (items.FindLast(i => i.Phrase is { IsFrame: true, Partners.Count: >= 2 })?.Phrase is { } listed && listed.Partners.TrueForAll(p => p.PartnerCode is not null) && listed.Partners[^1] == last)
        {
            discourse.Partners = listed.Partners.ConvertAll(p => new Sourced<string>(p.PartnerCode!, p.Span, SlotOrigin.Stated));
            return;
        }

        if (last is not null && !items.Exists(i => i.Phrase is { IsMarket: true })) discourse.Partners = [new(last.PartnerCode!, last.Span, SlotOrigin.Stated)];
    }

    private ImmutableArray<LedgerEntry> Ledger(List<NumberReading> readings)
    {
        var byToken = new Dictionary<int, NumberReading>();
        foreach (var reading in readings) byToken[reading.Item.First] = reading;
        var entries = ImmutableArray.CreateBuilder<LedgerEntry>(numbers.Count + periods.Count);
        int p = 0;
        foreach (var number in numbers)
        {
            while (p < periods.Count && periods[p].LastToken < number.FirstToken) Date(entries, periods[p++]);

            // "outside the Eur 2025-02-14": a number and a date of the same words. They are counted once, as a date unless a fact has the number.
            if (p < periods.Count && periods[p].FirstToken <= number.LastToken)
            {
                if (byToken.GetValueOrDefault(number.FirstToken)?.Class != NumberClass.Fact) continue;
                while (p < periods.Count && periods[p].FirstToken <= number.LastToken) p++;
            }

            if (byToken.TryGetValue(number.FirstToken, out var reading))
            {
                var entryClass = reading.Class;
                entries.Add(new LedgerEntry(number.Span, entryClass, reading.Reason, reading.FactId));
            }
            else
            {
                entries.Add(new LedgerEntry(number.Span, NumberClass.Other, Reason(number)));
            }
        }

        while (p < periods.Count) Date(entries, periods[p++]);
        return entries.ToImmutable();
    }

    private void Date(ImmutableArray<LedgerEntry>.Builder entries, PeriodMention period)
    {
        if (period.Kind != PeriodKind.Basis && HasNumber(period)) entries.Add(new LedgerEntry(period.Span, NumberClass.Date, "period"));
    }

    private bool HasNumber(PeriodMention period)
    {
        if (period.FirstMonth > 0) return true;
        for (var i = period.FirstToken; i <= period.LastToken; i++)
        {
            if (tokens[i].Kind == TokenKind.Number || lexicons.Periods.Find(tokens.Chars(i), PeriodWordClass.Count) is not null || lexicons.Periods.Find(tokens.Chars(i), PeriodWordClass.Ordinal) is not null) return true;
        }

        return false;
    }

    private string Reason(NumberMention number)
    {
        if (number.IsSecondCurrency) return "second-currency";
        for (var i = number.LastToken + 1; i < Math.Min(tokens.Count, number.LastToken + 4); i++)
        {
            if (tokens[i].Kind == TokenKind.Word && lexicons.Words.Aside(tokens.Chars(i)) is { } reason) return reason;
        }

        return number.Kind switch
        {
            NumberKind.Ordinal => "ordinal",
            NumberKind.Cardinal => "count",
            _ => "no-trade-flow",
        };
    }
}
