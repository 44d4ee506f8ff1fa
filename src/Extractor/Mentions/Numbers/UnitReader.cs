using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Reads what follows a number: percent, points, times, a unit, a currency.</summary>
internal readonly ref struct UnitReader(NumberTokens text, NumeralReader numerals, CurrencyReader currencies)
{
    private readonly NumberTokens text = text;
    private readonly TokenList tokens = text.Tokens;
    private readonly NumberLexicon lexicon = text.Lexicon;
    private readonly NumeralReader numerals = numerals;
    private readonly CurrencyReader currencies = currencies;

    /// <summary>Takes the unit after the number into <paramref name="draft"/>.</summary>
    /// <param name="draft">The number, with what stands before it.</param>
    /// <param name="numeral">The number by itself.</param>
    /// <param name="currency">The currency before it.</param>
    public void Read(NumberDraft draft, Numeral numeral, CurrencyForm? currency)
    {
        var at = text.SkipHyphen(draft.Last + 1);
        if (!text.Continues(at)) return;

        // half a percent, a quarter of a percentage point, 0.3 of a percentage point
        var whole = text.Has(at, NumberCue.Of) ? at + 1 : at;
        if (text.Has(whole, NumberCue.Article) && (numeral.IsFraction || whole > at)) whole++;
        if (whole > at && (numeral.IsFraction || whole == at + 2) && UnitAt(whole, draft, out _) is { Kind: NumberKind.Percent or NumberKind.PercentagePoints }) at = whole;

        if (currency is null && !draft.IsYear && ReadSizedUnit(draft, at)) return;
        var unit = UnitAt(at, draft, out var last);
        if (unit is { Kind: NumberKind.Percent or NumberKind.PercentagePoints } || (unit is not null && currency is null or { IsNoun: true }))
        {
            if (unit.Kind is NumberKind.Quantity && currencies.After(at, draft, numeral, out var currencyLast) is { } stronger && currencyLast > last)
            {
                draft.SetCurrency(stronger);
                draft.Extend(tokens, currencyLast);
                return;
            }

            if (numeral.IsFraction && unit.Kind is not (NumberKind.Percent or NumberKind.PercentagePoints)) return;
            if (draft.IsYear && unit.Kind is not NumberKind.Percent) return;
            if (currency is not null) DropCurrency(draft, numeral);
            draft.Kind = unit.Kind;
            draft.Unit = unit.Unit.Length > 0 ? unit.Unit : null;
            draft.AmbiguousUnit = false;
            // "8.24 mt" are million tonnes, "1.11 million mt" and "225,810 mt" metric tons.
            var factor = unit.Factor > 1 && (draft.Scale > 1 || draft.IsGrouped || Math.Abs(draft.Value) >= 10_000) ? 1 : unit.Factor;
            draft.Value = DigitReader.Times(draft.Value, factor);
            draft.Step = DigitReader.Times(draft.Step, factor);
            if (numeral.IsFraction) draft.Step = 0.01m;
            draft.Extend(tokens, last);
            return;
        }

        if (numeral.IsFraction && currency is null) return;
        var after = currencies.After(at, draft, numeral, out last);
        if (after is null) return;
        if (currency is not null)
        {
            // "US$ 5 billion dollars", "$5 million USD"
            var same = after.Unit == draft.Unit;
            if (!same && !(draft.AmbiguousUnit && after.Unit.EndsWith('D') && draft.Unit == "USD" && !after.Ambiguous)) return;
            if (!same) (draft.Unit, draft.AmbiguousUnit) = (after.Unit, after.Ambiguous);
            draft.Extend(tokens, last);
            return;
        }

        draft.SetCurrency(after);
        draft.Extend(tokens, last);

        // 75 USD million
        var scale = text.WordAt(last + 1);
        if (numeral.Scale == 1 && text.Continues(last + 1) && lexicon[scale].ScaleForm is ScaleForm.Word or ScaleForm.Short)
        {
            draft.MultiplyBy(lexicon[scale].Scale);
            draft.Extend(tokens, last + 1);
        }
        else if (numeral is { Scale: 1, Decimals: 0 })
        {
            ReadMinor(draft);
        }
    }

    /// <summary>3.4 million 60-kg bags: packs of a size are counted as packs.</summary>
    private bool ReadSizedUnit(NumberDraft draft, int at)
    {
        if (!text.IsDigits(at) || tokens[at].Length > 3 || !text.Continues(at) || !tokens.IsSymbol(at + 1, '-') || text.SkipHyphen(at + 1) == at + 1) return false;
        var size = lexicon.Units.Step(0, text.WordAt(at + 2));
        if (size < 0 || lexicon.Units.EntriesAt(size) is not [{ Kind: NumberKind.Quantity }, ..]) return false;
        var pack = text.SkipHyphen(at + 3);
        if (!text.Continues(pack) || lexicon.Units.EntriesAt(Math.Max(0, lexicon.Units.Step(0, text.WordAt(pack)))) is not [{ Kind: NumberKind.Quantity, Factor: 1 } packs, ..]) return false;
        draft.Kind = NumberKind.Quantity;
        draft.Unit = packs.Unit;
        draft.Extend(tokens, pack);
        return true;
    }

    /// <summary>"3 dollars 50 cents", "thirteen dollars and forty-five cents", "15 dollars 50".</summary>
    private void ReadMinor(NumberDraft draft)
    {
        var and = text.Has(draft.Last + 1, NumberCue.And);
        var at = draft.Last + (and ? 2 : 1);
        if (!text.Continues(draft.Last + 1) || !text.Continues(at) || !numerals.TryRead(at, money: false, out var minor)) return;
        if (minor is not { Scale: 1, Decimals: 0, IsOrdinal: false, IsFraction: false, Value: < 100 }) return;
        var last = minor.Last;
        if (UnitAt(last + 1, draft, out var unitLast) is { IsMinor: true })
        {
            last = unitLast;
        }
        else
        {
            // Two digits and nothing that they could count.
            if (minor.Value < 10 || (text.IsGlued(last + 1) && tokens[last + 1].Kind != TokenKind.Symbol) || text.Has(draft.First - 1, NumberCue.Between | NumberCue.From)) return;
            if (UnitAt(last + 1, draft, out _) is not null || currencies.After(last + 1, draft, minor, out _) is not null) return;
            if (and && text.Continues(last + 1) && !tokens.IsSymbol(last + 1, '.')) return;
        }

        draft.Value += minor.Value / 100;
        draft.Step = 0.01m;
        draft.Decimals = 2;
        draft.Extend(tokens, last);
    }

    private void DropCurrency(NumberDraft draft, Numeral numeral)
    {
        draft.UnitBefore = false;
        while (draft.First < numeral.Last && tokens[draft.First].Kind != TokenKind.Number && lexicon[text.WordAt(draft.First)].Role == NumeralRole.None) draft.First++;
        draft.Start = tokens[draft.First].Start;
    }

    private UnitForm? UnitAt(int at, NumberDraft draft, out int last)
    {
        UnitForm? found = null;
        last = at;
        var node = 0;
        for (var t = at; t < tokens.Count && (t == at || tokens[t].Gap != TokenGap.Paragraph); t++)
        {
            if (node > 0) t = text.SkipHyphen(t);

            // The 3 of m3 is a number token.
            var word = node > 0 && tokens[t] is { Kind: TokenKind.Number, Length: 1, Gap: TokenGap.None } ? lexicon.Words.Find(tokens.Chars(t)) : text.WordAt(t);
            node = lexicon.Units.Step(node, word);
            if (node < 0) break;
            foreach (var form in lexicon.Units.EntriesAt(node))
            {
                if (form.Exact && !tokens.Chars(t).SequenceEqual(form.Form)) continue;
                if (last == t && found is { Exact: true }) continue;
                if (!IsUnitEnd(form, at, t, draft)) continue;
                found = form;
                last = t;
            }
        }

        return found;
    }

    /// <summary>Percent signs of web addresses, the x of "5x3" and the m of "m2" are no units.</summary>
    private bool IsUnitEnd(UnitForm form, int first, int last, NumberDraft draft)
    {
        if (text.IsGlued(last + 1) && tokens[last + 1].Kind is TokenKind.Number) return false;
        if (form.Form is "x" or "m" or "mm" && !text.IsGlued(first)) return false;
        return !(form.Kind == NumberKind.Duration && draft.Kind == NumberKind.Money);
    }
}
