using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Mentions.Places;

namespace Extractor.Rules.Reading;

/// <content>What stands behind a flow: "exports | of crude oil | to Japan | by private firms | in May".</content>
internal sealed partial class PhraseBuilder
{
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

            if (phrase is { IsFrame: true, Categories.Count: 0 } && Exclusion(i, out var excluded) is { } exclusion)
            {
                phrase.Categories.Add(exclusion);
                i = excluded;
                continue;
            }

            if (item.Kind != ItemKind.Word || item.Word is not { } word) break;
            if (word.Value(WordClass.Terms) is { } terms)
            {
                phrase.Terms = terms;
                i++;
                continue;
            }

            var form = word.Value(WordClass.Preposition) is { Length: > 0 } like ? like : word.Form;
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
                if (form == "of" && phrase is { Measure: not null, Flows.Count: 0 } && LeadsToFlow(next + 1) && TakeCategory(phrase, form, next, out var datedEnd))
                {
                    // "the value of 2014 exports"
                    i = datedEnd;
                    continue;
                }

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
                if (form is "with" or "to" && placesEnd < items.Count && items[placesEnd].Kind == ItemKind.Possessive && LeadsToMarket(placesEnd + 1, out var marketEnd))
                {
                    // "Trade with Shenzhen's top 10 trading partners": whose partners, not with whom.
                    if (phrase.Regions.Count + phrase.Places.Count == 0) phrase.Regions.AddRange(found);
                    phrase.HasUnknownPartner = true;
                    i = marketEnd;
                    continue;
                }

                if (!AddPlaces(phrase, form, found, next)) break;
                i = placesEnd;
                continue;
            }

            if (IsOwnSide(phrase, form) && phrase.Regions.Count + phrase.Places.Count == 0 && items[next].Word?.Form is "the" && next + 1 < items.Count && items[next + 1].Word?.Value(WordClass.RegionNoun) is "country")
            {
                // "imports to the country", "exports from the country": who trades.
                phrase.HasRegionAnaphor = true;
                i = next + 2;
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
                phrase.Global ??= total.Global;
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
                if (nounEnd > next && !HasNumberSoon(next) && !items[nounEnd - 1].Is(WordClass.Measure | WordClass.ShareNoun | WordClass.Up | WordClass.Down))
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

    // "'s top 10 trading partners", "'s major export markets"
    private bool LeadsToMarket(int i, out int end)
    {
        end = i;
        for (; end < items.Count && end < i + 5; end++)
        {
            if (items[end].Is(WordClass.Market))
            {
                end++;
                return true;
            }

            if (!(items[end].Kind == ItemKind.Number && items[end].Number!.Kind is NumberKind.Cardinal or NumberKind.Ordinal || items[end].Is(WordClass.Neutral | WordClass.Flow))) return false;
        }

        return false;
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

    private static bool IsOwnSide(Phrase phrase, string preposition) =>
        phrase.Flows.Count > 0 && (preposition is "to" or "into" ? phrase.Flows[0].Noun == FlowNoun.Imports : preposition is "from" && phrase.Flows[0].Noun is FlowNoun.Exports or FlowNoun.ReExports);

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
        if (items[i].Word?.Form is not ("its" or "those" or "these" or "the" or "their" or "this" or "that")) return false;
        for (var k = i + 1; k < Math.Min(items.Count, i + 4); k++)
        {
            if (items[k].Kind == ItemKind.Place && !IsCountryOfGroup(k)) return false;
            if (items[k].Kind == ItemKind.Word && items[k].Is(WordClass.PlaceNoun | WordClass.Market | WordClass.RegionNoun)) return true;
        }

        return false;
    }

    // "the Asian country": one that was named before.
    private bool IsCountryOfGroup(int k) =>
        k + 1 < items.Count && items[k].Place is { Use: PlaceUse.Adjective, Place.Kind: PlaceKind.Group } && items[k + 1].Word?.Form is "country" or "nation" or "state" or "economy" or "market" or "giant" or "neighbor" or "neighbour";

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
            if (items[k].Place!.Place.IsSeat || IsCountryOfGroup(k)) break;
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
            case "of" when phrase is { Measure: "share", Flows.Count: 0, Head: null, Places.Count: 0, Partners.Count: 0 }:
                phrase.Partners.AddRange(found); // "the share of the EU"
                return true;
            case "of" or "by":
                if (phrase.Regions.Count > 0) return false;
                phrase.Regions.AddRange(found);
                return true;
            case "in":
                // "exports in Asia": who trades, unless a group of partners.
                if (phrase.Regions.Count > 0 || phrase.Places.Count > 0 && !(phrase is { Measure: "share", Flows.Count: 0, Places.Count: 1 })) return false;
                phrase.Regions.AddRange(found);
                return true;
            case "outside":
                foreach (var place in found) phrase.Partners.Add(place with { IsComplement = true });
                return true;
            case "from" when flow is FlowNoun.Exports or FlowNoun.ReExports:
                if (phrase.Regions.Count > 0 || phrase.Places.Count > 0) return false;
                phrase.Regions.AddRange(found);
                return true;
            case "to" or "into" when flow is FlowNoun.Imports && !(phrase.HasRegionAnaphor || phrase.Places.Count > 0 && phrase.Partners.Count == 0 && preposition is "to"):
                // "imports to China", but not "its imports to ASEAN", which are from there.
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
        if (preposition is "in" or "for" or "on" && !items[start].Is(WordClass.Goods | WordClass.CategoryWord | WordClass.Enterprise) && !(preposition is "in" && EndsInGoods(start))) return false;
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
                phrase.Global ??= part.Global;
                phrase.IsFlowAnaphor |= part.IsFlowAnaphor;
                phrase.Period ??= part.Period;
                end = stop;
                return true;
            }

            if (part.HasRegionAnaphor) phrase.HasRegionAnaphor = true;
            phrase.Global ??= part.Global;
            if (part.IsMarket && part.Head is null) return false;

            // The goods' origin or maker: "imports of American goods", "exports of China's private firms".
            var flow = phrase.Flows.Count > 0 ? phrase.Flows[0].Noun : FlowNoun.Trade;
            foreach (var place in part.Places)
            {
                if (flow == FlowNoun.Imports && !place.IsPossessive || phrase is { Measure: "share", Flows.Count: 0 } && place.Use == PlaceUse.Adjective) phrase.Partners.Add(place); // "the share of Middle Eastern oil"
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
            phrase.HasGoods |= HasWord(i, WordClass.CategoryWord); // "the balance on goods and services"
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

    // "exports excluding ships and oil platforms rose", "exports, excluding oil and gas, rose"
    private NamedCategory? Exclusion(int i, out int end)
    {
        end = i;
        var comma = items[i].IsSymbol(',');
        var word = comma ? i + 1 : i;
        if (word + 1 >= items.Count || items[word].Kind != ItemKind.Word || !tokens.IsWord(items[word].First, "excluding")) return null;
        var stop = word + 1;
        while (EndOfPhrase(stop) is var next && next > stop)
        {
            if (Read(stop, next) is { IsFrame: true } or { Places.Count: > 0 }) return null;
            stop = next;
            if (stop + 1 < items.Count && items[stop].Word?.Form is "and" or "or" && EndOfPhrase(stop + 1) > stop + 1) stop++;
            else break;
        }

        if (stop == word + 1) return null;
        var span = tokens.SpanOf(items[word].First, items[stop - 1].Last);
        end = comma && stop < items.Count && items[stop].IsSymbol(',') ? stop + 1 : stop;
        return new NamedCategory(Flatten(span.Of(tokens.Text).ToLowerInvariant()), span);
    }

    // "trade in commercial services": words that narrow, and goods or services at the end.
    private bool EndsInGoods(int start)
    {
        var stop = EndOfPhrase(start);
        if (stop == start || !items[stop - 1].Is(WordClass.Goods | WordClass.CategoryWord)) return false;
        for (var i = start; i < stop - 1; i++)
        {
            if (items[i].Kind != ItemKind.Word || items[i].Word is not null && !items[i].Is(WordClass.Goods | WordClass.CategoryWord | WordClass.Neutral)) return false;
        }

        return true;
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
