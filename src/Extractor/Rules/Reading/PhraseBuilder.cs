using System.Text;
using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Mentions.Places;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>Joins items into noun phrases and reads what their heads and modifiers say of a flow.</summary>
/// <remarks>
/// A word that the lexicon does not know is taken for part of a noun phrase unless its ending says otherwise. After a phrase
/// whose head is a flow come its prepositions: "exports | of crude oil | to Japan | by private firms | in May".
/// </remarks>
internal sealed class PhraseBuilder(TokenList tokens, OwnWords ownWords)
{
    private const WordClass Nominal = WordClass.Flow | WordClass.Measure | WordClass.ShareNoun | WordClass.Market | WordClass.RegionNoun
        | WordClass.Goods | WordClass.Enterprise | WordClass.Aside | WordClass.Neutral | WordClass.CategoryWord;

    private const WordClass Verbal = WordClass.ChangeVerb | WordClass.Reach | WordClass.Be | WordClass.OverVerb | WordClass.Account
        | WordClass.Contribute | WordClass.Accelerate | WordClass.Verb | WordClass.Auxiliary | WordClass.Flat | WordClass.FlowVerb;

    private List<Item> items = [];
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
                continue;
            }

            var phrase = Read(i, end);
            var last = phrase.IsFrame || phrase.IsMarket || phrase.Measure is not null ? Modifiers(phrase, end) : end;
            if (!phrase.IsFrame && phrase.Measure is not null && phrase.Flows.Count == 0 && !(phrase is { Measure: "share", Partners.Count: > 0, Head: null })) last = end;
            joined.Add(new Item
            {
                Kind = IsPlainPlace(i, end) ? ItemKind.Place : ItemKind.Phrase,
                First = items[i].First,
                Last = items[last - 1].Last,
                Phrase = phrase,
                Place = IsPlainPlace(i, end) ? phrase.Places[0] : null,
                Word = end - i == 1 ? items[i].Word : null,
            });
            i = last;

            // "the European Union (EU)"
            if (joined[^1].Kind == ItemKind.Place && i + 2 < items.Count && items[i].IsSymbol('(') && items[i + 2].IsSymbol(')') && items[i + 1].Place is { } again && again.Place == joined[^1].Place!.Place) i += 3;
        }

        return JoinLists(joined);
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
        IsFramedPlace(start, end) || items[end - 1].Kind == ItemKind.Place && (end - start == 1 || end - start == 2 && items[start].Is(WordClass.Determiner) && items[start].Word!.Form == "the");

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
            while (verb < joined.Count && (joined[verb].Kind == ItemKind.Period || joined[verb].Kind == ItemKind.Word && joined[verb].Is(WordClass.Adverb) && !joined[verb].Is(Verbal))) verb++;
            if (verb >= joined.Count || joined[verb].Kind != ItemKind.Word || !joined[verb].Is(Verbal)) continue;
            var phrase = new Phrase();
            for (var k = i; k <= end; k++)
            {
                if (joined[k].Kind is not (ItemKind.Place or ItemKind.Phrase)) continue;
                phrase.Members.Add(joined[k]);
                if (joined[k].Kind == ItemKind.Place) phrase.Partners.Add(joined[k].Place!);
                else if (joined[k].Phrase!.Head is { } head) phrase.Categories.Add(head);
                phrase.HasGoods |= joined[k].Phrase?.HasGoods == true;
                phrase.Head ??= joined[k].Phrase?.Head;
                phrase.Aside ??= joined[k].Phrase?.Aside;
            }

            joined[i] = new Item { Kind = ItemKind.Phrase, First = joined[i].First, Last = joined[end].Last, Phrase = phrase };
            joined.RemoveRange(i + 1, end - i);
        }

        return joined;
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
            if (!word.Is(WordClass.Up | WordClass.Down | Verbal | WordClass.Adverb | WordClass.Determiner)) return true;
            return i + 1 < items.Count && (items[i + 1].Kind == ItemKind.Place || items[i + 1].Kind == ItemKind.Word && !items[i + 1].Is(WordClass.Preposition | WordClass.Conjunction) && CanJoin(i + 1, hasNoun));
        }

        if (word.Is(Nominal)) return !word.Is(Verbal) || hasNoun && !word.Is(WordClass.Reach | WordClass.Be) || !word.Is(WordClass.Verb | WordClass.Reach | WordClass.Account | WordClass.Be | WordClass.OverVerb | WordClass.Contribute);
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
        if (chars.EndsWith("ly", StringComparison.Ordinal)) return true;
        if (!chars.EndsWith("ed", StringComparison.Ordinal)) return false;

        // "processed food exports": a participle right before a noun and not behind one.
        var before = i == 0 || items[i - 1].Kind != ItemKind.Word || items[i - 1].Word is { } w && !w.Is(WordClass.Goods | WordClass.Flow | WordClass.Market | WordClass.Aside);
        return !(before && i + 1 < items.Count && items[i + 1].Kind == ItemKind.Word && (items[i + 1].Is(WordClass.Goods | WordClass.Flow) || items[i + 1].Word is null && !tokens.Chars(items[i + 1].First).EndsWith("ed", StringComparison.Ordinal)));
    }

    private Phrase Read(int start, int end)
    {
        var phrase = new Phrase();
        var flowAt = -1;
        var lastFlow = -1;
        for (var i = start; i < end; i++)
        {
            if (!items[i].Is(WordClass.Flow)) continue;
            if (flowAt < 0) flowAt = i;
            lastFlow = i;
        }

        ReadModifiers(phrase, start, flowAt < 0 ? end : flowAt);
        if (flowAt < 0)
        {
            ReadHead(phrase, start, end);
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
                AddFlow(phrase, items[i]);
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

        // "merchandise trade surplus": the balance, not the trade in front of it.
        if (phrase.Flows.Count == 2 && phrase.Flows[0].Noun == FlowNoun.Trade && phrase.Flows[1].Noun is FlowNoun.Surplus or FlowNoun.Deficit or FlowNoun.Balance && phrase.Flows[1].Span.Start - phrase.Flows[0].Span.End <= 1)
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
            phrase.Flows.Clear();
            ReadHead(phrase, start, end);
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

    private void ReadModifiers(Phrase phrase, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var item = items[i];
            switch (item.Kind)
            {
                case ItemKind.Place:
                    phrase.Places.Add(item.Place!);
                    break;
                case ItemKind.Period:
                    phrase.Period = item;
                    break;
                case ItemKind.Word when item.Word is { } word:
                    if (word.Form is "its" or "their" or "our" or "whose") phrase.HasRegionAnaphor = true;
                    if (word.Form is "those" or "these") phrase.HasPartnerAnaphor = true;
                    if (word.Form is "two-way" or "bilateral") phrase.IsBilateral = true;
                    if (word.Form is "total" or "overall") phrase.IsTotal = true;
                    if (word.Form is "goods" or "merchandise") phrase.IsOfGoods = true;
                    if (word.Form is "domestic" && i + 1 < items.Count && items[i + 1].Is(WordClass.Flow)) phrase.Domestic = new NamedCategory("domestic exports", tokens.SpanOf(item.First, items[i + 1].Last));
                    if (word.Form is "global" or "world" or "worldwide") phrase.IsGlobal = true;
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
                        }
                    }

                    if (word.Is(WordClass.Goods | WordClass.CategoryWord)) phrase.HasGoods = true;
                    break;
            }
        }

        if (Category(start, end) is { } category) phrase.Categories.Add(category);
    }

    private void ReadHead(Phrase phrase, int start, int end)
    {
        phrase.Head = Category(start, end);
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
        var text = new StringBuilder();
        for (var i = first; i <= last; i++)
        {
            var item = items[i];
            if (item.Kind is ItemKind.Place or ItemKind.Period or ItemKind.Possessive || item.Is(WordClass.Determiner)) continue;
            if (item.Kind == ItemKind.Word && item.Is(WordClass.Neutral) && !item.Is(WordClass.Goods) && i != last) continue;
            if (text.Length > 0 && tokens[item.First].Gap != TokenGap.None) text.Append(' ');
            text.Append(tokens.SpanOf(item.First, item.Last).Of(tokens.Text).ToLowerInvariant());
        }

        var span = tokens.SpanOf(items[first].First, items[last].Last);
        var value = text.ToString().Trim(' ', '-', '/', '&');
        var isAnaphor = items[last].Word?.Value(WordClass.Goods) == "generic" && items[start].Is(WordClass.Determiner) && items[start].Word!.Form is "the" or "this" or "that";
        return value.Length == 0 ? null : new NamedCategory(Flatten(value), span, isAnaphor);
    }

    private static string Flatten(string text) => text.Contains('\n') ? string.Join(' ', text.Split((char[])['\n', '\r', ' '], StringSplitOptions.RemoveEmptyEntries)) : text;

    private bool Narrows(int i, int start, int end)
    {
        var item = items[i];
        if (item.Kind != ItemKind.Word) return false;
        if (item.Word is null && tokens.Chars(item.First) is { Length: > 5 } superlative && superlative.EndsWith("est", StringComparison.Ordinal) && i + 1 >= end) return false;
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

    // Prepositions behind a frame; returns the index just past the last item taken.
    private int Modifiers(Phrase phrase, int end)
    {
        var i = end;
        while (i < items.Count && !items[i].IsOwnWord)
        {
            var item = items[i];
            if (item.Kind == ItemKind.Period && item.Period!.Kind is not (PeriodKind.Date or PeriodKind.Basis))
            {
                // "exports last month rose", "exports this year": a period without a preposition.
                if (phrase.Period is null && item.Period.Kind is not (PeriodKind.YearEarlier or PeriodKind.Previous) && IsVerbalAfter(i + 1))
                {
                    phrase.Period = item;
                    i++;
                    continue;
                }

                break;
            }

            if (item.IsSymbol('(') && BracketBefore(i) is { } beyondBracket)
            {
                // "shipments of processed pangasius (HS code 16) to Spain"; "total exports (merchandise and services)"
                if (beyondBracket - i == 3 && items[i + 1].Word?.Form is "goods and services" or "merchandise and services") phrase.Categories.Add(new NamedCategory("goods and services", items[i + 1].Span(tokens)));
                i = beyondBracket;
                continue;
            }

            if (item.IsSymbol('(') && i + 2 < items.Count && items[i + 2].IsSymbol(')') && items[i + 1].Kind is ItemKind.Word or ItemKind.Place)
            {
                // "two-wheelers (2W)", "European Union (EU)"
                i += 3;
                continue;
            }

            if (i == end && item.Kind == ItemKind.Place && items[i - 1].Word?.Form is [.., ' ', 't', 'o'] or [.., 'f', 'r', 'o', 'm'] && Places(i, out var direct, out var directEnd))
            {
                phrase.Partners.AddRange(direct);
                i = directEnd;
                continue;
            }

            if (i + 2 < items.Count && (item.IsSymbol('-') || item.IsSymbol(',') || item.IsSymbol('(') || item.IsSymbol('–')) && items[i + 1].Word?.Form is "including" or "both" or "in")
            {
                // "exports - including both goods and services - rose"
                var at = i + 2;
                while (at < items.Count && items[at].Is(WordClass.Determiner)) at++;
                if (at < items.Count && items[at].Word?.Form is "goods and services")
                {
                    phrase.Categories.Add(new NamedCategory("goods and services", items[at].Span(tokens)));
                    i = at + 1;
                    if (i < items.Count && items[i].Kind == ItemKind.Symbol) i++;
                    continue;
                }

                break;
            }

            if (item.Kind != ItemKind.Word || item.Word is not { } word) break;
            if (word.Value(WordClass.Terms) is { } terms)
            {
                phrase.Terms = terms;
                i++;
                continue;
            }

            var form = word.Form;
            if (i + 1 >= items.Count) break;
            var next = i + 1;
            if (form is "to" or "from" or "with" && IsWorld(next, out var worldEnd))
            {
                i = worldEnd;
                continue;
            }

            if (form is "to" or "from" && items[next].Word?.Form is "outside" && next + 1 < items.Count && Places(next + 1, out var beyond, out var beyondEnd))
            {
                AddPlaces(phrase, "outside", beyond, next);
                i = beyondEnd;
                continue;
            }

            if (items[next].Kind == ItemKind.Period && form is "in" or "during" or "for" or "over" or "of" or "from" && items[next].Period!.Kind is not (PeriodKind.Date or PeriodKind.Basis or PeriodKind.YearEarlier))
            {
                if (form == "from" && items[next].Period is { HasBothEnds: false } one && (one.Kind is not PeriodKind.Months || one.FirstMonth == one.LastMonth)) break;
                if (form == "over" && items[next].Period!.Kind is PeriodKind.Same or PeriodKind.Previous or PeriodKind.LastUnit) break;
                if (phrase.Period is not null) break;
                phrase.Period = items[next];
                i = next + 1;
                continue;
            }

            if (form is "in" or "on" or "between" or "with" && phrase.IsBalance && EndOfPhrase(next) is var innerEnd && innerEnd > next && Read(next, innerEnd) is { IsFrame: true, Aside: null } inner && inner.Flows[0].Noun == FlowNoun.Trade)
            {
                // "the deficit in the trade of goods with China", "the gap between US exports and imports"
                var after = Modifiers(inner, innerEnd);
                phrase.Places.AddRange(inner.Places);
                phrase.Regions.AddRange(inner.Regions);
                phrase.Partners.AddRange(inner.Partners);
                phrase.Categories.AddRange(inner.Categories);
                phrase.IsOfGoods |= inner.IsOfGoods;
                phrase.Period ??= inner.Period;
                i = after;
                continue;
            }

            if (form is "between" && phrase.IsBalance && items[Math.Min(items.Count - 1, items[next].Is(WordClass.Determiner) ? next + 1 : next)].Word?.Form is "goods and services")
            {
                // "the gap between the goods and services the country sells and what it buys abroad"
                var both = items[next].Is(WordClass.Determiner) ? next + 1 : next;
                phrase.Categories.Add(new NamedCategory("goods and services", items[both].Span(tokens)));
                i = both + 1;
                while (i < items.Count && !items[i].Is(WordClass.Up | WordClass.Down | WordClass.Reach | WordClass.Be) && i < both + 12) i++;
                continue;
            }

            if (form is "between" && items[next].Is(WordClass.Determiner) && next + 2 < items.Count && items[next + 1].Kind == ItemKind.Number && items[next + 1].Number!.Value == 2)
            {
                // "trade between the two nations"
                phrase.HasPartnerAnaphor = true;
                i = next + 3;
                continue;
            }

            if (form is "between" && Places(next, out var pair, out var pairEnd) && pair.Count >= 2)
            {
                phrase.Regions.Add(pair[0]);
                phrase.Partners.AddRange(pair.Skip(1));
                i = pairEnd;
                continue;
            }

            if (form is "to" or "from" or "with" or "into" or "towards" or "toward" or "outside" or "among" or "of" or "by" or "in" && Places(next, out var found, out var placesEnd) && !ContinuesAsGoods(placesEnd) && !((form is "of" || form is "in" && phrase.Measure == "share") && phrase.Flows.Count == 0 && placesEnd < items.Count && items[placesEnd].Kind == ItemKind.Possessive))
            {
                if (!AddPlaces(phrase, form, found, next)) break;
                i = placesEnd;
                continue;
            }

            if (form is "to" or "from" or "with" && (items[next].Word?.Form is "them" || IsPartnerAnaphor(next)))
            {
                phrase.HasPartnerAnaphor = true;
                i = items[next].Word?.Form is "them" ? next + 1 : Math.Max(next + 1, EndOfPhrase(next));
                if (i + 1 < items.Count && items[i].Word?.Form is "and" && tokens.Chars(items[i + 1].First).Equals("regions", StringComparison.OrdinalIgnoreCase)) i += 2;
                continue;
            }

            if (form is "from" && phrase.Categories.Count == 0 && phrase.Flows.Count > 0 && (phrase.Flows[0].Noun is FlowNoun.Exports or FlowNoun.ReExports) && (phrase.Measure is not null || IsOfEarnings(phrase)) && items[next].Kind != ItemKind.Place && HasWord(next, WordClass.Goods) && TakeCategory(phrase, form, next, out var earnedEnd))
            {
                // "export earnings from rubber"
                i = earnedEnd;
                continue;
            }

            if (form is "of" or "in" && phrase is { Measure: "share", Flows.Count: 0, Categories.Count: 1 } && EndOfPhrase(next) is var wholeEnd && wholeEnd > next && Read(next, wholeEnd) is { IsFrame: true, Aside: null, Categories.Count: 0 } total)
            {
                // "the share of capital goods in merchandise exports"
                phrase.Flows.AddRange(total.Flows);
                phrase.Places.AddRange(total.Places);
                phrase.HasRegionAnaphor |= total.HasRegionAnaphor;
                phrase.IsGlobal |= total.IsGlobal;
                i = wholeEnd;
                continue;
            }

            if ((form is "of" or "in" or "by" or "through" or "via" or "under" or "for" || form is "on" && phrase.IsBalance) && phrase.Categories.Count == 0 && TakeCategory(phrase, form is "in" && phrase is { Measure: "share", Flows.Count: 0 } ? "of" : form, next, out var categoryEnd))
            {
                i = categoryEnd;
                continue;
            }

            if (form is "to" or "from" or "with" && IsPlainNoun(next))
            {
                var nounEnd = EndOfPhrase(next);
                if (nounEnd > next && !HasNumberSoon(next))
                {
                    phrase.HasUnknownPartner = true;
                    i = nounEnd;
                    continue;
                }
            }

            break;
        }

        return i;
    }

    // Index just past a short bracket without amounts that a partner's preposition follows, or that says what of trade is meant.
    private int? BracketBefore(int open)
    {
        for (var i = open + 1; i < items.Count && i <= open + 5; i++)
        {
            if (items[i].IsSymbol(')'))
                return i + 1 < items.Count && items[i + 1].Word?.Form is "to" or "from" or "with" || i == open + 2 && items[open + 1].Word?.Form is "goods and services" or "merchandise and services" ? i + 1 : null;
            if (items[i].Kind == ItemKind.Number && items[i].Number!.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal)) return null;
        }

        return null;
    }

    private bool IsOfEarnings(Phrase phrase) => phrase.Flows[0].Span.Of(tokens.Text).Contains(' ');

    private bool IsWorld(int i, out int end)
    {
        while (i < items.Count && items[i].Is(WordClass.Determiner)) i++;
        end = i + 1;
        return i < items.Count && items[i].Is(WordClass.World);
    }

    private bool IsVerbalAfter(int i) => i < items.Count && (items[i].Is(Verbal | WordClass.Up | WordClass.Down | WordClass.Reach | WordClass.Adverb) || items[i].IsSymbol(',') || items[i].IsSymbol('('));

    private bool IsPlainNoun(int i) => items[i].Kind == ItemKind.Word && (items[i].Word is null || items[i].Is(WordClass.Market | WordClass.RegionNoun | WordClass.Determiner) || items[i].Word!.Value(WordClass.Aside) is "count");

    private bool HasNumberSoon(int i)
    {
        for (var n = 0; n < 3 && i + n < items.Count; n++)
        {
            if (items[i + n].Kind == ItemKind.Number) return true;
        }

        return false;
    }

    // "its members", "those countries and regions", "the two markets"
    private bool IsPartnerAnaphor(int i)
    {
        if (items[i].Word?.Form is not ("its" or "those" or "these" or "the" or "their")) return false;
        for (var k = i + 1; k < Math.Min(items.Count, i + 4); k++)
        {
            if (items[k].Kind == ItemKind.Place) return false;
            if (items[k].Kind == ItemKind.Word && items[k].Is(WordClass.PlaceNoun | WordClass.Market)) return true;
        }

        return false;
    }

    // A list of places: "the EU, ASEAN, the Middle East, and Africa"; nouns that only frame a place are passed over:
    // "member countries of the ASEAN", "countries along the Belt and Road", "the 27-nation European Union", "RCEP members".
    private bool Places(int i, out List<PlaceMention> found, out int end)
    {
        found = [];
        end = i;
        while (i < items.Count)
        {
            var k = i;
            var steps = 0;
            while (k < items.Count && steps < 7 && items[k].Kind != ItemKind.Place && IsPlaceFrame(k))
            {
                k++;
                steps++;
            }

            if (k >= items.Count || items[k].Kind != ItemKind.Place) break;
            if (items[k].Place!.Place.IsSeat) break;
            found.Add(items[k].Place!);
            k++;

            // "RCEP members", "ASEAN countries", "the European Union (EU)", "the US market", "Zhejiang province"
            while (k < items.Count && items[k].Kind == ItemKind.Word && items[k].Is(WordClass.Market | WordClass.RegionNoun) && !items[k].Is(WordClass.Flow)) k++;
            while (k < items.Count && items[k].Kind == ItemKind.Word && (items[k].Is(WordClass.PlaceNoun) || items[k].Word?.Form is "alone")) k++;
            if (k + 2 < items.Count && items[k].IsSymbol('(') && items[k + 2].IsSymbol(')') && items[k + 1].Kind == ItemKind.Place) k += 3;
            else if (k + 3 < items.Count && items[k].IsSymbol('(') && items[k + 1].Word?.Form is "and" && items[k + 2].Kind == ItemKind.Place && items[k + 3].IsSymbol(')'))
            {
                // "China (and Hong Kong)"
                found.Add(items[k + 2].Place!);
                k += 4;
            }

            end = k;

            // Does the list go on?
            var next = k;
            if (next < items.Count && items[next].IsSymbol(',')) next++;
            if (next < items.Count && items[next].Word?.Form is "and" or "as well as" or "&") next++;
            if (next == k || next >= items.Count) break;
            if (items[next].Kind == ItemKind.Word && items[next].Word?.Form is "the") next++;
            if (next >= items.Count || items[next].Kind != ItemKind.Place) break;

            // "to China and Vietnam's exports ..." begins something new.
            if (next + 1 < items.Count && (items[next + 1].Kind == ItemKind.Possessive || items[next + 1].Is(WordClass.Flow))) break;
            i = next;
        }

        return found.Count > 0;
    }

    private bool IsPlaceFrame(int k)
    {
        var item = items[k];
        if (item.Kind == ItemKind.Number) return item.Number!.Kind == NumberKind.Cardinal;
        if (item.IsSymbol('-')) return true;
        if (item.Kind != ItemKind.Word) return false;
        if (tokens.IsWord(item.First, "non")) return k + 2 < items.Count && items[k + 1].IsSymbol('-') && items[k + 2].Kind == ItemKind.Place;
        if (item.Word is { } word && (word.Form is "the" or "of" or "along" or "in" or "other" or "all" or "its" or "both" or "major" or "main" or "neighboring" || word.Is(WordClass.Neutral) && !word.Is(WordClass.Up | WordClass.Down) || word.Is(WordClass.Market) || word.Is(WordClass.RegionNoun))) return true;
        var chars = tokens.Chars(item.First);
        if (char.IsAsciiDigit(chars[0])) return true; // "27-nation"
        return item.Is(WordClass.PlaceNoun);
    }

    // "imports of American goods", "exports of Chinese electric vehicles": what looks like a place is the goods' origin.
    private bool ContinuesAsGoods(int end) => end < items.Count && items[end].Kind == ItemKind.Word && items[end - 1].Kind == ItemKind.Place && items[end - 1].Place!.Use == PlaceUse.Adjective && CanJoin(end, hasNoun: true);

    private bool AddPlaces(Phrase phrase, string preposition, List<PlaceMention> found, int at)
    {
        var flow = phrase.Flows.Count > 0 ? phrase.Flows[0].Noun : FlowNoun.Trade;
        switch (preposition)
        {
            case "of" or "by":
                if (phrase.Regions.Count > 0) return false;
                phrase.Regions.AddRange(found);
                return true;
            case "in":
                // "exports in Asia": who trades, unless a group of partners.
                if (phrase.Regions.Count > 0 || phrase.Places.Count > 0) return false;
                phrase.Regions.AddRange(found);
                return true;
            case "outside":
                foreach (var place in found) phrase.Partners.Add(place with { IsComplement = true });
                return true;
            case "from" when flow is FlowNoun.Exports or FlowNoun.ReExports:
                if (phrase.Regions.Count > 0 || phrase.Places.Count > 0) return false;
                phrase.Regions.AddRange(found);
                return true;
            case "to" or "into" when flow is FlowNoun.Imports:
                if (phrase.Regions.Count > 0 || phrase.Places.Count > 0) return false;
                phrase.Regions.AddRange(found);
                return true;
            default:
                if (phrase.Partners.Count > 0 || at < 0) return false;
                phrase.Partners.AddRange(found);
                return true;
        }
    }

    // "of electronic components and mechanical basic parts", "by private enterprises", "through cross-border e-commerce platforms", "in services"
    private bool TakeCategory(Phrase phrase, string preposition, int start, out int end)
    {
        end = start;
        if (preposition is "in" or "for" or "on" && !items[start].Is(WordClass.Goods | WordClass.CategoryWord | WordClass.Enterprise)) return false;
        if (preposition is "under" or "by" && !HasWord(start, WordClass.Goods | WordClass.Enterprise)) return false;
        var i = start;
        while (true)
        {
            var stop = EndOfPhrase(i);
            if (stop == i) break;
            var part = Read(i, stop);
            if (part.IsFrame || part.Aside is not null && !part.HasGoods && preposition is not ("via" or "through") || (part.Measure is not null && i == start))
            {
                // "value of exports": the flow itself follows and takes over.
                if (i != start) break;
                if (!part.IsFrame || phrase.Measure is null || phrase.Flows.Count > 0) return false;
                phrase.Flows.AddRange(part.Flows);
                phrase.Places.AddRange(part.Places);
                phrase.Categories.AddRange(part.Categories);
                phrase.HasRegionAnaphor |= part.HasRegionAnaphor;
                phrase.IsGlobal |= part.IsGlobal;
                phrase.Period ??= part.Period;
                end = stop;
                return true;
            }

            if (part.HasRegionAnaphor) phrase.HasRegionAnaphor = true;
            if (part.IsGlobal) phrase.IsGlobal = true;
            if (part.IsMarket && part.Head is null) return false;

            // The goods' origin or maker: "imports of American goods", "exports of China's private firms".
            var flow = phrase.Flows.Count > 0 ? phrase.Flows[0].Noun : FlowNoun.Trade;
            foreach (var place in part.Places)
            {
                if (flow == FlowNoun.Imports && !place.IsPossessive) phrase.Partners.Add(place);
                else if (phrase.Regions.Count == 0 && phrase.Places.Count == 0) phrase.Regions.Add(place);
            }

            if (preposition is "via" or "through" && part.Places.Count > 0)
            {
                var whole = tokens.SpanOf(items[i].First, items[stop - 1].Last);
                phrase.Categories.Add(new NamedCategory(Flatten(whole.Of(tokens.Text).ToLowerInvariant()), whole));
                end = stop;
                break;
            }

            if (stop - i <= 2 && items[stop - 1].Word?.Form is "goods" or "merchandise") phrase.IsOfGoods = true;
            if (Category(i, stop) is { } category) phrase.Categories.Add(category);
            end = stop;
            i = stop;
            if (i < items.Count && items[i].IsSymbol('(') && i + 2 < items.Count && items[i + 2].IsSymbol(')') && items[i + 1].Kind == ItemKind.Word)
            {
                i += 3;
                end = i;
            }

            var next = i;
            if (next < items.Count && items[next].IsSymbol(',')) next++;
            if (next < items.Count && items[next].Word?.Form is "and" or "as well as" or "&") next++;
            if (next == i || next >= items.Count || EndOfPhrase(next) == next || StartsClause(next)) break;
            i = next;
        }

        return end > start;
    }

    private bool HasWord(int start, WordClass classes)
    {
        var stop = EndOfPhrase(start);
        for (var i = start; i < stop; i++)
        {
            if (items[i].Is(classes)) return true;
        }

        return false;
    }

    // Whether what begins here has a verb of its own or a flow, and so is no further member of a list.
    private bool StartsClause(int start)
    {
        var stop = EndOfPhrase(start);
        for (var i = start; i < stop; i++)
        {
            if (items[i].Is(WordClass.Flow) || items[i].Kind == ItemKind.Place) return true;
        }

        return stop < items.Count && items[stop].Is(Verbal) && !items[stop].Is(WordClass.Be | WordClass.Reach | WordClass.ChangeVerb | WordClass.Account)
            || stop + 1 < items.Count && items[stop].Is(WordClass.Up | WordClass.Down) && items[stop + 1].Kind == ItemKind.Number && items[stop].Word!.Form is "up" or "down";
    }
}
