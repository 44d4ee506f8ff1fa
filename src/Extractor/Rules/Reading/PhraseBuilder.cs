using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Joins items into noun phrases and reads what their heads and modifiers say of a flow.</summary>
/// <remarks>
/// A word that the lexicon does not know is taken for part of a noun phrase unless its ending says otherwise. After a phrase
/// whose head is a flow come its prepositions: "exports | of crude oil | to Japan | by private firms | in May".
/// </remarks>
internal sealed partial class PhraseBuilder(TokenList tokens, OwnWords ownWords)
{
    private const WordClass Nominal = WordClass.Flow | WordClass.Measure | WordClass.ShareNoun | WordClass.Market | WordClass.RegionNoun
        | WordClass.Goods | WordClass.Enterprise | WordClass.Aside | WordClass.Neutral | WordClass.CategoryWord;

    private const WordClass Verbal = WordClass.ChangeVerb | WordClass.Reach | WordClass.Be | WordClass.OverVerb | WordClass.Account
        | WordClass.Contribute | WordClass.Accelerate | WordClass.Verb | WordClass.Auxiliary | WordClass.Flat | WordClass.FlowVerb;

    private List<Item> items = [];
    private char[] text = new char[64];
    private bool? isHeadline;

    /// <summary>The items of a sentence with noun phrases joined.</summary>
    public List<Item> Build(List<Item> source)
    {
        items = source;
        isHeadline = null;
        ownWords.Mark(items);
        var joined = new List<Item>(source.Count);
        for (var i = 0; i < items.Count;)
        {
            // "the countries along the Belt and Road", "member states of the EU" stand for the group.
            if (StartsPlaceNoun(i) && Places(i, out var group, out var groupEnd) && group.Count == 1)
            {
                joined.Add(new Item { Kind = ItemKind.Place, First = items[i].First, Last = items[groupEnd - 1].Last, Place = group[0] });
                i = groupEnd;
                continue;
            }

            var end = EndOfPhrase(i);
            if (end == i)
            {
                joined.Add(items[i]);
                i++;

                // "436 billion cubic feet (around 12.3 billion cubic meters) of gas": the same in another unit.
                if (joined[^1] is { Kind: ItemKind.Number, Number: { Kind: NumberKind.Quantity } first } && IsSameQuantity(i, first, out var close)) i = close + 1;

                // "4.8 million barrels per day (bpd) of crude oil"
                else if (joined[^1] is { Kind: ItemKind.Number, Number.Kind: NumberKind.Quantity or NumberKind.Money } && i + 2 < items.Count && items[i].IsSymbol('(') && items[i + 1] is { Kind: ItemKind.Word, Word: null } && items[i + 1].First == items[i + 1].Last && tokens[items[i + 1].First].Length <= 6 && items[i + 2].IsSymbol(')')) i += 3;
                continue;
            }

            var phrase = Read(i, end);
            var own = phrase.Period;
            var last = phrase.IsFrame || phrase.IsMarket || phrase.Measure is not null ? Modifiers(phrase, end) : end;
            if (!phrase.IsFrame && phrase.Measure is not null && phrase.Flows.Count == 0 && !(phrase is { Measure: "share", Partners.Count: > 0, Head: null }) && !IsOfMode(phrase, end))
            {
                // "over the earnings in 1975": what stands behind a mere measure is not its own.
                last = end;
                phrase.Period = own;
            }

            if (!phrase.IsFrame && (last == end ? IsMode(i, end) : IsOfMode(phrase, end))) last = ReadMode(phrase, last);
            var innermost = Innermost(i, end);
            joined.Add(new Item
            {
                Kind = innermost is not null || IsPlainPlace(i, end) && phrase.Places.Count > 0 ? ItemKind.Place : ItemKind.Phrase,
                First = items[i].First,
                Last = items[last - 1].Last,
                Phrase = phrase,
                Place = innermost ?? (IsPlainPlace(i, end) ? phrase.Places.FirstOrDefault() : null),
                Word = end - i == 1 ? items[i].Word : null,
            });
            i = last;

            // "the European Union (EU)"
            if (joined[^1].Kind == ItemKind.Place && i + 2 < items.Count && items[i].IsSymbol('(') && items[i + 2].IsSymbol(')') && items[i + 1].Place is { } again && again.Place == joined[^1].Place!.Place) i += 3;
            else if (joined[^1].Kind == ItemKind.Place && i + 3 < items.Count && items[i].IsSymbol('(') && items[i + 3].IsSymbol(')') && items[i + 1].Is(WordClass.Determiner) && items[i + 2].Kind == ItemKind.Place) i += 4; // "the mainland of China (the Mainland)"
        }

        return JoinLists(joined);
    }

    private bool IsSameQuantity(int open, NumberMention first, out int close)
    {
        close = open + 1;
        if (open >= items.Count || !items[open].IsSymbol('(')) return false;
        while (close < items.Count && close < open + 4 && items[close].Kind == ItemKind.Word && (items[close].IsBound || items[close].Is(WordClass.Adverb | WordClass.Preposition))) close++;
        if (close + 1 >= items.Count || items[close] is not { Kind: ItemKind.Number, Number: { Kind: NumberKind.Quantity } second } || second.Unit == first.Unit || !items[close + 1].IsSymbol(')')) return false;
        close++;
        return close + 1 < items.Count && items[close + 1].Word?.Form is "of";
    }

    private bool StartsPlaceNoun(int i)
    {
        if (items[i].Is(WordClass.Determiner) && items[i].Word!.Form == "the") i++;
        if (i + 2 >= items.Count || items[i].Kind != ItemKind.Word) return false;
        if (!items[i].Is(WordClass.PlaceNoun)) return false;
        return items[i + 1].Word?.Form is "along" or "of" or "in" or "and" || items[i + 1].Kind == ItemKind.Word && items[i + 1].Word?.Value(WordClass.Aside) is "count";
    }

    // "non-EU countries", "RCEP members": one place, and words that only frame it.
    private bool IsFramedPlace(int start, int end)
    {
        var places = 0;
        for (var i = start; i < end; i++)
        {
            if (items[i].Kind == ItemKind.Place) places++;
            else if (items[i].Kind == ItemKind.Possessive || items[i].Kind == ItemKind.Number) return false;
            else if (items[i].Kind == ItemKind.Word && !items[i].Is(WordClass.Determiner | WordClass.PlaceNoun) && !tokens.IsWord(items[i].First, "non")) return false;
        }

        return places == 1 && items[end - 1].Is(WordClass.PlaceNoun) && !items[end - 1].Is(WordClass.Flow);
    }

    private bool IsPlainPlace(int start, int end) =>
        items[end - 1].Word?.Value(WordClass.RegionNoun) is not ("country" or "city") && IsFramedPlace(start, end) || items[end - 1].Kind == ItemKind.Place && (end - start == 1 || end - start == 2 && items[start].Is(WordClass.Determiner) && items[start].Word!.Form == "the");

    // "electromechanical products and high-tech products accounting for": nouns or places in a row before one verb are one subject.
    private List<Item> JoinLists(List<Item> joined)
    {
        for (var i = 0; i < joined.Count; i++)
        {
            if (!CanBeMember(joined[i])) continue;
            var end = i;
            var isList = false;
            while (true)
            {
                var next = end + 1;
                if (next < joined.Count && joined[next].IsSymbol(',')) next++;
                var and = next < joined.Count && joined[next].Word?.Form is "and" or "as well as";
                if (and) next++;
                if (next == end + 1 || next >= joined.Count || !CanBeMember(joined[next]) || joined[next].Kind != joined[i].Kind) break;
                if (joined[end].Phrase?.IsProperName == true && !(end == 0 && joined[next].Phrase!.HasGoods)) break;
                end = next;
                if (and)
                {
                    isList = true;
                    break;
                }
            }

            if (!isList) continue;
            var verb = end + 1;
            var with = verb < joined.Count && joined[verb].IsSymbol(',') ? verb + 1 : verb;
            if (with + 1 < joined.Count && joined[i].Kind == ItemKind.Place && joined[with].Word?.Form is "with" or "at" && joined[with + 1].Kind == ItemKind.Number && joined[with + 1].Number!.Kind is NumberKind.Money or NumberKind.Quantity or NumberKind.Percent)
            {
                // "followed by Japan and South Korea with 9.1 billion and 8.9 billion"
                joined[i] = new Item { Kind = ItemKind.Phrase, First = joined[i].First, Last = joined[end].Last, Phrase = Joined(joined, i, end) };
                joined.RemoveRange(i + 1, end - i);
                continue;
            }

            while (verb < joined.Count && (joined[verb].Kind == ItemKind.Period || joined[verb].Kind == ItemKind.Word && joined[verb].Is(WordClass.Adverb) && !joined[verb].Is(Verbal))) verb++;
            if (verb >= joined.Count || joined[verb].Kind != ItemKind.Word || !joined[verb].Is(Verbal)) continue;
            joined[i] = new Item { Kind = ItemKind.Phrase, First = joined[i].First, Last = joined[end].Last, Phrase = Joined(joined, i, end) };
            joined.RemoveRange(i + 1, end - i);
        }

        return joined;
    }

    private static Phrase Joined(List<Item> joined, int first, int last)
    {
        var phrase = new Phrase();
        for (var k = first; k <= last; k++)
        {
            if (joined[k].Kind is not (ItemKind.Place or ItemKind.Phrase)) continue;
            phrase.Members.Add(joined[k]);
            if (joined[k].Kind == ItemKind.Place) phrase.Partners.Add(joined[k].Place!);
            else if (joined[k].Phrase!.Head is { } head) phrase.Categories.Add(head);
            phrase.HasGoods |= joined[k].Phrase?.HasGoods == true;
            phrase.Head ??= joined[k].Phrase?.Head;
            phrase.Aside ??= joined[k].Phrase?.Aside;
        }

        return phrase;
    }

    private static bool CanBeMember(Item item) =>
        item.Kind == ItemKind.Place ? item.Place is { IsPossessive: false, IsSeat: false } && (item.Phrase is null || item.Phrase.Flows.Count == 0)
        : item.Kind == ItemKind.Phrase && item.Phrase is { IsFrame: false, IsMarket: false, Measure: null, Head: not null };

    /// <summary>Index just past the noun phrase that begins at <paramref name="start"/>; <paramref name="start"/> when none begins.</summary>
    private int EndOfPhrase(int start)
    {
        var i = start;
        var hasNoun = false;
        var hasFlow = false;

        // "September exports", "2024 exports", "January's imports": a period before the noun belongs to it.
        if (items[i].Kind == ItemKind.Period)
        {
            if (items[i].Period!.Kind is PeriodKind.Date or PeriodKind.Basis) return start;
            i++;
            if (i < items.Count && items[i].Kind == ItemKind.Possessive) i++;
            if (!LeadsToFlow(i)) return start;
        }
        else if (items[i].Is(WordClass.Anaphor))
        {
            return start;
        }
        else if (items[i].Kind == ItemKind.Word && items[i].Is(WordClass.Determiner))
        {
            if (i + 1 < items.Count && items[i + 1].Is(WordClass.Anaphor)) return start;
            if (items[i].Is(WordClass.Pronoun) && !(i + 1 < items.Count && CanJoin(i + 1, hasNoun: false))) return start;
            i++;
        }

        for (; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Kind == ItemKind.Possessive)
            {
                if (i == start) return start;
                continue;
            }

            if (item.Kind == ItemKind.Symbol)
            {
                if (i > start && i + 1 < items.Count && IsJoint(i)) continue;
                if (hasNoun && !hasFlow && item.Symbol == '(' && i + 3 < items.Count && items[i + 1].Kind == ItemKind.Word && items[i + 1].Word is null && items[i + 2].IsSymbol(')') && items[i + 3].Is(WordClass.Flow))
                {
                    i += 2;
                    continue;
                }

                if (hasFlow && item.Symbol == ',' && CoordinatesFlow(i)) continue;
                if (hasNoun && !hasFlow && item.Symbol == ',' && ListsGoodsOfFlow(start, i)) continue;
                break;
            }

            if (item.Kind == ItemKind.Word && item.Word is { } word && word.Is(WordClass.Conjunction) && word.Form is "and" or "&" or "or")
            {
                if (hasFlow && CoordinatesFlow(i)) continue;
                if (hasNoun && !hasFlow && ModifiesFlow(i, start)) continue;
                break;
            }

            if (item.Kind == ItemKind.Period)
            {
                // "the country's full-year 2016 total trade"
                if (i > start && LeadsToFlow(i + 1) && item.Period!.Kind is not (PeriodKind.Date or PeriodKind.Basis)) continue;
                break;
            }

            // "exports total 125.8 billion": a verb
            if (hasFlow && item.Word?.Form is "total" && items[i - 1].Is(WordClass.Flow) && i + 1 < items.Count && (items[i + 1].Kind == ItemKind.Number || items[i + 1].IsBound)) break;
            if (hasFlow && item.Kind == ItemKind.Place && items[i - 1].Kind == ItemKind.Word) break;
            if (!CanJoin(i, hasNoun)) break;

            // "sold semiconductors overseas": where, not what; but "its overseas sales".
            if (hasNoun && item.Is(WordClass.World) && (i + 1 >= items.Count || !CanJoin(i + 1, hasNoun: true))) break;

            // "China reported a surplus": a verb; but "China's reported surplus".
            if (hasNoun && items[i - 1].Kind == ItemKind.Place && item.Word is { } past && past.Is(WordClass.Neutral) && past.Form.EndsWith("ed", StringComparison.Ordinal) && i + 1 < items.Count && items[i + 1].Is(WordClass.Determiner)) break;

            // "Three of the traders expected imports to fall": a verb; but "the expected imports", "India's expected imports".
            if (hasNoun && item.Is(WordClass.Forecast) && i + 1 < items.Count && items[i + 1].Is(WordClass.Flow) && items[i - 1].Kind == ItemKind.Word && !items[i - 1].Is(WordClass.Determiner | WordClass.Neutral)) break;
            hasNoun = true;
            if (item.Is(WordClass.Flow)) hasFlow = true;
        }

        while (i > start && items[i - 1].Kind == ItemKind.Symbol) i--;
        return hasNoun ? i : start;
    }

    // A hyphen, slash or ampersand glued between two words; "mechanical & electrical".
    private bool IsJoint(int i)
    {
        var c = items[i].Symbol;
        var next = items[i + 1];
        if (next.Kind is not (ItemKind.Word or ItemKind.Place or ItemKind.Number)) return false;
        if (c == '&') return CanJoin(i + 1, hasNoun: true);
        if (c is not ('-' or '/' or '‑' or '–')) return false;
        var glued = tokens[items[i].First].Gap == TokenGap.None && tokens[next.First].Gap == TokenGap.None;
        return glued && (next.Kind != ItemKind.Number || items[i - 1].Kind == ItemKind.Word && items[i - 1].Word is null);
    }

    private bool LeadsToFlow(int i)
    {
        for (var n = 0; n < 4 && i < items.Count; n++, i++)
        {
            var item = items[i];
            if (item.Is(WordClass.Flow)) return !IsVerbHere(i);
            if (item.Kind is ItemKind.Symbol or ItemKind.Number) return false;
            if (item.Kind == ItemKind.Word && item.Word is { } word && (word.Is(WordClass.Preposition | WordClass.Conjunction | WordClass.Determiner) || (word.Is(Verbal) && !word.Is(Nominal)))) return false;
        }

        return false;
    }

    // "exports, and import volumes": a flow follows the comma or the conjunction at once, and no verb of its own does.
    private bool CoordinatesFlow(int i)
    {
        var next = i + 1;
        if (items[i].Kind == ItemKind.Symbol && next < items.Count && items[next].Word?.Form is "and" or "or") next++;
        if (next >= items.Count || !items[next].Is(WordClass.Flow)) return false;
        var after = next + 1;
        if (after >= items.Count) return true;
        if (items[i].Kind != ItemKind.Symbol) return !(items[after].Kind == ItemKind.Number);

        // "trade, exports and imports expanded by 5.5, 10.1 and 1.8 per cent"
        if (next == i + 1 && BothFlows(items[next]) is not null && items[after].Is(WordClass.ChangeVerb) && items[i - 1].Is(WordClass.Flow) && !(i > 1 && items[i - 2].Is(WordClass.Preposition))) return true;
        return items[after].IsSymbol(',') || items[after].Word?.Form is "and" or "or" || items[after].Is(WordClass.Flow | WordClass.Measure);
    }

    // "computer and peripheral exports": the words behind the conjunction lead straight to the flow.
    private bool ModifiesFlow(int i, int start)
    {
        for (var k = start; k < i; k++)
        {
            if (items[k].Is(WordClass.Aside)) return false;
        }

        for (var n = 1; n <= 4 && i + n < items.Count; n++)
        {
            var item = items[i + n];
            if (item.Is(WordClass.Flow)) return n > 1 && !IsVerbHere(i + n);
            if (item.Kind != ItemKind.Word || item.Word is { } word && !word.Is(WordClass.Goods | WordClass.Neutral | WordClass.CategoryWord | WordClass.Enterprise)) return false;
            if (item.Word is null && LooksVerbal(i + n)) return false;
        }

        return false;
    }

    private bool CanJoin(int i, bool hasNoun)
    {
        var item = items[i];
        if (item.IsOwnWord) return false;
        switch (item.Kind)
        {
            case ItemKind.Place:
                return true;
            case ItemKind.Number:
                // "top five export markets", "15 major items"
                return item.Number!.Kind is NumberKind.Cardinal or NumberKind.Ordinal && hasNoun && i + 1 < items.Count && items[i + 1].Kind is ItemKind.Word && CanJoin(i + 1, hasNoun: true)
                    && !(items[i - 1].Is(WordClass.Flow) && items[i - 1].Word!.Form.Length > 6);
            case ItemKind.Word:
                break;
            default:
                return false;
        }

        if (IsInfinitive(i) || !hasNoun && IsForecastVerb(i)) return false;
        if (item.Word is not { } word) return !LooksVerbal(i);
        if (word.Is(WordClass.Flow)) return !IsVerbHere(i);
        if (word.Form is "total") return true;
        if (word.Form is "growth" or "growth rate" or "growth rates") return hasNoun && i > 0 && items[i - 1].Is(WordClass.Flow | WordClass.CategoryWord);
        if (word.Is(WordClass.Up | WordClass.Down) && !word.Is(WordClass.Neutral | WordClass.Goods)) return false;
        if (word.Is(WordClass.Neutral))
        {
            // "higher" alone is a comparison, "higher exports" is a phrase.
            // "Guangxi's top three trading partners"
            if (!word.Is(WordClass.Up | WordClass.Down | Verbal | WordClass.Adverb | WordClass.Determiner)) return true;
            if (hasNoun && i + 2 < items.Count && items[i + 1].Kind == ItemKind.Number && items[i + 2].Is(WordClass.Market) && items[i - 1].Kind == ItemKind.Possessive) return true;
            return i + 1 < items.Count && (items[i + 1].Kind == ItemKind.Place || items[i + 1].Kind == ItemKind.Word && !items[i + 1].Is(WordClass.Preposition | WordClass.Conjunction) && CanJoin(i + 1, hasNoun));
        }

        if (word.Is(Nominal)) return !word.Is(Verbal) || word.Is(WordClass.Goods) && i > 0 && items[i - 1].Word?.Form is "of" or "excluding" or "including" || hasNoun && !word.Is(WordClass.Reach | WordClass.Be) || !word.Is(WordClass.Verb | WordClass.Reach | WordClass.Account | WordClass.Be | WordClass.OverVerb | WordClass.Contribute);
        return false;
    }

    // "to trade 1% higher": a verb.
    private bool IsVerbHere(int i) => i > 0 && items[i].Word!.Form is "trade" && items[i - 1].Word?.Form is "to" && !(i > 1 && items[i - 2].Is(WordClass.Up | WordClass.Down | WordClass.Aside));

    // "continues to project exports growth", "they note that China imported": verbs, whatever else the words may be.
    private bool IsInfinitive(int i)
    {
        if (i == 0 || items[i].Is(WordClass.Flow | WordClass.Goods) || IsCapitalised(i)) return false;
        var before = items[i - 1];
        if (before.Word?.Form is "they" or "we" or "you" or "he" or "she" or "who") return true;
        return before.Word?.Form is "to" && i > 1 && items[i - 2] is { Kind: ItemKind.Word, Word: { } verb } && verb.Is(WordClass.Verb | WordClass.Forecast | WordClass.Target) && !verb.Is(WordClass.Reach | WordClass.ChangeVerb);
    }

    // "Analysts had expected March exports to rise", "the traders expected imports to fall".
    private bool IsForecastVerb(int i)
    {
        if (i == 0 || !items[i].Is(WordClass.Forecast)) return false;
        var before = items[i - 1];
        return before.Kind == ItemKind.Word && (before.Is(WordClass.Auxiliary) || before.Word is null && !IsCapitalised(i) || before.Word?.Value(WordClass.Aside) is "count");
    }

    private bool LooksVerbal(int i)
    {
        var chars = tokens.Chars(items[i].First);
        if (chars.Length < 5 || char.IsUpper(chars[0])) return false;
        if (chars.EndsWith("ly", StringComparison.Ordinal)) return !IsAdverbOfParticiple(i);
        if (!chars.EndsWith("ed", StringComparison.Ordinal)) return false;

        // "processed food exports": a participle right before a noun and not behind one.
        var before = i == 0 || items[i - 1].Kind != ItemKind.Word || items[i - 1].Word is { } w && !w.Is(WordClass.Goods | WordClass.Flow | WordClass.Market | WordClass.Aside) || IsAdverbOfParticiple(i - 1);
        return !(before && i + 1 < items.Count && items[i + 1].Kind == ItemKind.Word && (items[i + 1].Is(WordClass.Goods | WordClass.Flow) || items[i + 1].Word is null && !tokens.Chars(items[i + 1].First).EndsWith("ed", StringComparison.Ordinal)));
    }

    // "exports of digitally delivered services", "of highly processed food".
    private bool IsAdverbOfParticiple(int i) =>
        i > 0 && i + 2 < items.Count && items[i - 1].Word?.Form is "of" && items[i] is { Kind: ItemKind.Word, Word: null } && tokens.Chars(items[i].First).EndsWith("ly", StringComparison.Ordinal)
        && items[i + 1] is { Kind: ItemKind.Word, Word: null } && tokens.Chars(items[i + 1].First).EndsWith("ed", StringComparison.Ordinal) && items[i + 2].Kind == ItemKind.Word && (items[i + 2].Word is null || items[i + 2].Is(WordClass.Goods | WordClass.CategoryWord));

    private Phrase Read(int start, int end)
    {
        var phrase = new Phrase();
        var flowAt = -1;
        var lastFlow = -1;
        for (var i = start; i < end; i++)
        {
            if (items[i] is { Kind: ItemKind.Number, Number: { Kind: NumberKind.Cardinal } count }) phrase.Count = count.Value;
            if (!items[i].Is(WordClass.Flow)) continue;
            if (flowAt < 0) flowAt = i;
            lastFlow = i;
        }

        var before = ReadModifiers(phrase, start, flowAt < 0 ? end : flowAt);
        if (flowAt < 0)
        {
            ReadHead(phrase, start, end, before);
            return phrase;
        }

        // What stands behind the flow decides: "export value" is still the flow, "export prices" and "trade talks" are not.
        for (var i = flowAt; i < end; i++)
        {
            var word = items[i].Word;
            if (items[i].Kind == ItemKind.Place)
            {
                if (i > lastFlow) phrase.Aside ??= "other";
                continue;
            }

            if (word is null)
            {
                if (items[i].Kind == ItemKind.Word && i > lastFlow) phrase.Aside ??= "other";
                continue;
            }

            if (word.Is(WordClass.Flow))
            {
                if (phrase.Flows.Count > 0 && i > start + 1 && items[i - 1].IsSymbol(',') && BothFlows(items[i]) is { } both) phrase.Flows.AddRange(both); // "trade, exports and imports"
                else AddFlow(phrase, items[i]);
                continue;
            }

            if (i < lastFlow) continue;
            if (word.Is(WordClass.Market) && i > 0 && IsCapitalised(i) && !IsHeadline())
            {
                // "the Yiwu International Trade Market" is a place to buy things.
                phrase.Aside ??= "other";
            }
            else if (word.Is(WordClass.Market))
            {
                phrase.IsMarket = true;
                phrase.MarketKind ??= MarketKind(word);
                phrase.MarketFlow ??= phrase.Flows.Count > 0 ? phrase.Flows[0] : null;
                phrase.Measure = null;
            }
            else if (word.Value(WordClass.Measure) is { } measure)
            {
                phrase.Measure = measure;
            }
            else if (word.Value(WordClass.Aside) is { } reason)
            {
                phrase.Aside = reason;
            }
            else if (word.Is(WordClass.Goods | WordClass.RegionNoun | WordClass.Enterprise))
            {
                phrase.Aside ??= "other";
            }
        }

        // "merchandise trade surplus", "trade balance deficit": the balance, not the trade in front of it.
        if (phrase.Flows.Count == 2 && phrase.Flows[0].Noun is FlowNoun.Trade or FlowNoun.Balance && phrase.Flows[1].Noun is FlowNoun.Surplus or FlowNoun.Deficit or FlowNoun.Balance && phrase.Flows[1].Span.Start - phrase.Flows[0].Span.End <= 1)
        {
            phrase.Flows[1] = phrase.Flows[1] with { Span = phrase.Flows[0].Span.Union(phrase.Flows[1].Span), IsWeak = false };
            phrase.Flows.RemoveAt(0);
        }

        // "daytime trade", "NFT trade volumes": trading, not trade.
        if (phrase.Aside is null && phrase.Flows is [{ Noun: FlowNoun.Trade } plain] && tokens.IsWord(items[flowAt].First, "trade") && plain.Span.Length == 5 && phrase.Places.Count == 0 && phrase.Categories.Count > 0 && !phrase.HasGoods)
            phrase.Aside = "other";
        if (phrase.IsMarket || phrase.Aside is null)
        {
            // "retail trade", "Shares trade 1.4% lower": an aside in front of plain "trade".
            for (var i = start; i < flowAt; i++)
            {
                if (items[i].Word?.Value(WordClass.Aside) is { } reason && !items[i].Is(WordClass.Goods | WordClass.Neutral) && phrase.Flows[0].Noun is FlowNoun.Trade or FlowNoun.Deficit or FlowNoun.Surplus or FlowNoun.Balance)
                    phrase.Aside = reason;
            }
        }

        if (phrase.Aside is not null)
        {
            if (phrase is { IsTop: true, Flows: [{ Noun: FlowNoun.Exports or FlowNoun.Imports } part] }) phrase.MarketFlow ??= part; // "the main import sectors"
            phrase.Flows.Clear();
            ReadHead(phrase, start, end, Category(start, end));
        }

        return phrase;
    }

    private void AddFlow(Phrase phrase, Item item)
    {
        var value = item.Word!.Value(WordClass.Flow)!;
        var span = item.Span(tokens);
        if (value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            // "NODX": non-oil domestic exports.
            if (phrase.Categories.Count == 0) phrase.Categories.Add(new NamedCategory(value[(colon + 1)..], span));
            phrase.HasGoods = true;
            value = value[..colon];
        }

        var noun = value switch
        {
            "exports" or "exports-weak" => FlowNoun.Exports,
            "imports" or "imports-weak" => FlowNoun.Imports,
            "re-exports" => FlowNoun.ReExports,
            "surplus" => FlowNoun.Surplus,
            "deficit" => FlowNoun.Deficit,
            "balance" => FlowNoun.Balance,
            _ => FlowNoun.Trade,
        };
        var form = item.Word.Form;
        if (form.StartsWith("merchandise", StringComparison.Ordinal) || form.StartsWith("goods ", StringComparison.Ordinal)) phrase.IsOfGoods = true;
        if (form is "bilateral trade" or "two-way trade" or "mutual trade") phrase.IsBilateral = true;
        var isWeak = value.EndsWith("-weak", StringComparison.Ordinal) || form is "gap" or "balance" or "imbalance" or "shortfall" or "surplus" or "surpluses" or "deficit" or "deficits" or "commerce";
        phrase.Flows.Add(new NamedFlow(noun, span, isWeak));
    }

    private NamedCategory? ReadModifiers(Phrase phrase, int start, int end)
    {
        var from = start;
        for (var i = start; i < end; i++)
        {
            var item = items[i];
            switch (item.Kind)
            {
                case ItemKind.Place when IsBound(i + 2):
                    phrase.Partners.Add(item.Place!);
                    break;
                case ItemKind.Place when IsCountryOfGroup(i):
                    phrase.HasRegionAnaphor = true; // "the South American country's exports"
                    break;
                case ItemKind.Place:
                    phrase.Places.Add(item.Place!);
                    break;
                case ItemKind.Period:
                    phrase.Period = item;
                    break;
                case ItemKind.Word when item.Word is { } word:
                    if (word.Value(WordClass.Neutral) is "top") phrase.IsTop = true;
                    if (word.Value(WordClass.Neutral) is "average") phrase.IsAverage = true;
                    if (word.Form is "its" or "their" or "our" or "whose") phrase.HasRegionAnaphor = true;
                    if (word.Form is "these" or "such" && i + 1 == end && end < items.Count && items[end].Is(WordClass.Flow)) phrase.IsFlowAnaphor = true;
                    else if (word.Form is "those" or "these") phrase.HasPartnerAnaphor = true;
                    if (word.Form is "two-way" or "bilateral") phrase.IsBilateral = true;
                    if (word.Form is "total" or "overall") phrase.IsTotal = true;
                    if (word.Form is "goods" or "merchandise") phrase.IsOfGoods = true;
                    if (word.Form is "domestic" && i + 1 < items.Count && items[i + 1].Is(WordClass.Flow)) phrase.Domestic = new NamedCategory("domestic exports", tokens.SpanOf(item.First, items[i + 1].Last));
                    if (word.Form is "global" or "world" or "worldwide") phrase.Global = item.Span(tokens);
                    if (word.Form is "annual" or "yearly" or "full-year") phrase.IsAnnual = true;
                    if (word.Form is "cumulative") phrase.IsCumulative = true;
                    if (word.Is(WordClass.Determiner) && word.Form is not ("a" or "an")) phrase.HasDeterminer = true;
                    if (word.Value(WordClass.RegionNoun) is not null)
                    {
                        if (word.Form is "national" or "nationwide" or "provincial" or "municipal") phrase.IsNational = word.Form is "national" or "nationwide";
                        else if (i + 1 < end && items[i + 1].Kind == ItemKind.Possessive)
                        {
                            phrase.HasRegionAnaphor = true;
                            phrase.RegionNoun = word.Form;
                            if (i > start && items[i - 1].Kind == ItemKind.Place) from = i + 2; // "the east African nation's exports": "east" narrows nothing
                        }
                    }

                    if (word.Is(WordClass.Goods | WordClass.CategoryWord)) phrase.HasGoods = true;
                    break;
            }
        }

        var category = Category(Math.Max(from, BehindOwner(start, end)), end);
        if (category is not null) phrase.Categories.Add(category);
        return category;
    }

    // "U.S.-bound exports"
    private bool IsBound(int i) => i >= 2 && i < items.Count && items[i].Kind == ItemKind.Word && tokens.IsWord(items[i].First, "bound") && items[i - 1].Kind == ItemKind.Symbol && items[i - 2].Kind == ItemKind.Place;

    private void ReadHead(Phrase phrase, int start, int end, NamedCategory? named)
    {
        phrase.Head = named;
        if (phrase.Categories.Count == 0 && phrase.Head is { } head && phrase.Aside is null) phrase.Categories.Add(head);
        var proper = true;
        var any = false;
        for (var i = end - 1; i >= start; i--)
        {
            var item = items[i];
            if (item.Kind != ItemKind.Word) continue;
            if (item.Word is { } word)
            {
                if (word.Is(WordClass.Agency)) phrase.IsAgency = true;
                if (i == end - 1 && word.Form is "average" or "averages" or "mean") phrase.Aside = "average";
                if (word.Is(WordClass.Determiner | WordClass.Neutral)) continue;
                proper = false;
                if (phrase.Aside is null && word.Value(WordClass.Aside) is { } reason && !word.Is(WordClass.Goods)) phrase.Aside = reason;
                if (word.Is(WordClass.Market))
                {
                    phrase.IsMarket = true;
                    phrase.MarketKind ??= MarketKind(word);
                    if (word.Form.StartsWith("export ", StringComparison.Ordinal)) phrase.MarketFlow ??= new NamedFlow(FlowNoun.Exports, item.Span(tokens), IsWeak: false);
                    else if (word.Form.StartsWith("import ", StringComparison.Ordinal)) phrase.MarketFlow ??= new NamedFlow(FlowNoun.Imports, item.Span(tokens), IsWeak: false);
                }

                if (phrase.Measure is null && word.Value(WordClass.Measure) is { } measure && i == end - 1) phrase.Measure = measure;
                if (word.Is(WordClass.ShareNoun) && i == end - 1) phrase.Measure = "share";
            }
            else
            {
                any = true;
                if (!char.IsUpper(tokens.Text[tokens[item.First].Start])) proper = false;
            }
        }

        phrase.IsProperName = (proper && any || NamesCompany(start, end)) && !phrase.IsAgency;

        // "Hyundai Motor India": the place is part of the name.
        if (phrase.IsProperName && end - start >= 3 && items[end - 1].Kind == ItemKind.Place && items[end - 2] is { Kind: ItemKind.Word, Word: null } && IsCapitalised(end - 2)
            && items[end - 3] is { Kind: ItemKind.Word, Word: null } && IsCapitalised(end - 3)) phrase.Places.Clear();
    }

    private static FlowNoun? MarketKind(Word word) => word.Value(WordClass.Market) switch
    {
        "exports" => FlowNoun.Exports,
        "imports" => FlowNoun.Imports,
        "trade" => FlowNoun.Trade,
        _ => null,
    };

    // "two-wheeler major Bajaj Auto": two words in capitals side by side, one of them unknown, in a sentence that is no headline.
    private bool NamesCompany(int start, int end)
    {
        // Asked for every phrase, answered once a sentence: a "sentence" may be a table of ten thousand words.
        if (isHeadline ??= IsHeadline()) return false;
        for (var i = Math.Max(start, 1); i + 1 < end; i++)
        {
            if (items[i].Kind != ItemKind.Word || items[i + 1].Kind != ItemKind.Word) continue;
            if (!IsCapitalised(i) || !IsCapitalised(i + 1)) continue;
            if (items[i].Word is null || items[i + 1].Word is null) return true;
        }

        return false;
    }

    private bool IsCapitalised(int i) => char.IsUpper(tokens.Text[tokens[items[i].First].Start]);

    private bool IsHeadline()
    {
        int words = 0, capitals = 0;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind != ItemKind.Word || tokens[items[i].First].Length < 4) continue;
            words++;
            if (IsCapitalised(i)) capitals++;
        }

        return capitals * 3 > words * 2;
    }

    // The words that narrow: all but determiners, places, periods, neutral words and numbers; from the first to the last of them.
    private NamedCategory? Category(int start, int end)
    {
        int first = -1, last = -1;
        for (var i = start; i < end; i++)
        {
            if (!Narrows(i, start, end)) continue;
            if (first < 0) first = i;
            last = i;
        }

        if (first < 0) return null;
        if (last == first && items[first].Word?.Value(WordClass.CategoryWord) is "services" && items[first].Word!.Form is not ("goods and services" or "merchandise and services" or "goods and service")) return new NamedCategory("services", items[first].Span(tokens));
        if (last == first && items[first].Word?.Form is "merchandise and services" or "goods and service") return new NamedCategory("goods and services", items[first].Span(tokens));
        if (last == first && items[first].Word?.Form is "goods" or "merchandise" or "products" or "product" or "commodities" or "items") return null;
        var span = tokens.SpanOf(items[first].First, items[last].Last);
        if (text.Length <= span.Length) text = new char[Math.Max(span.Length + 1, text.Length * 2)];
        var length = 0;
        for (var i = first; i <= last; i++)
        {
            var item = items[i];
            if (item.Kind is ItemKind.Place or ItemKind.Period or ItemKind.Possessive || item.Is(WordClass.Determiner)) continue;
            if (item.Kind == ItemKind.Word && item.Is(WordClass.Neutral) && !item.Is(WordClass.Goods) && i != last) continue;
            if (length > 0 && tokens[item.First].Gap != TokenGap.None) text[length++] = ' ';
            length += tokens.Text.AsSpan(tokens[item.First].Start, item.Span(tokens).Length).ToLowerInvariant(text.AsSpan(length));
        }

        var value = text.AsSpan(0, length).Trim(" -/&").ToString();
        var isAnaphor = items[last].Word?.Value(WordClass.Goods) == "generic" && items[start].Is(WordClass.Determiner) && items[start].Word!.Form is "the" or "this" or "that";
        return value.Length == 0 ? null : new NamedCategory(Flatten(value), span, isAnaphor);
    }

    private static string Flatten(string text) => text.Contains('\n') ? string.Join(' ', text.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)) : text;

    private bool Narrows(int i, int start, int end)
    {
        var item = items[i];
        if (item.Kind != ItemKind.Word) return false;
        if (item.Word is null && tokens.Chars(item.First) is { Length: > 5 } superlative && superlative.EndsWith("est", StringComparison.Ordinal) && i + 1 >= end) return false;
        if (IsBound(i)) return false;
        if (item.Word is null && i >= start + 2 && items[i - 1].IsSymbol('-') && items[i - 2].Is(WordClass.Neutral) && !items[i - 2].Is(WordClass.Goods)) return false;
        if (item.Word is null) return !(i + 2 < items.Count && items[i + 2].Kind == ItemKind.Place && items[i + 2].Place!.IsComplement);
        var word = item.Word;
        if (word.Is(WordClass.Determiner)) return false;
        if (word.Is(WordClass.Goods | WordClass.CategoryWord | WordClass.Enterprise))
        {
            // "goods trade", "merchandise exports": goods in general narrow nothing.
            return !(word.Form is "goods" or "merchandise" or "commodity" && i + 1 >= end && (i == start || !Narrows(i - 1, start, end)));
        }

        if (word.Is(WordClass.Neutral | WordClass.RegionNoun | WordClass.Flow | WordClass.Measure | WordClass.ShareNoun)) return false;
        return true;
    }
}
