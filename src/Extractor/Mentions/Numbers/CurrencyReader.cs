using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Finds the currency right before or right after a number.</summary>
internal readonly ref struct CurrencyReader(NumberTokens text)
{
    private readonly NumberTokens text = text;
    private readonly TokenList tokens = text.Tokens;
    private readonly NumberLexicon lexicon = text.Lexicon;

    /// <summary>The currency right before a number: <c>US$</c>, <c>RMB</c>, <c>Rs.</c></summary>
    /// <param name="i">The number, or the sign before it.</param>
    /// <param name="floor">First token that no other mention has taken.</param>
    /// <param name="first">First token of the currency; <paramref name="i"/> without one.</param>
    public CurrencyForm? Before(int i, int floor, out int first)
    {
        first = i;
        var t = i - 1;
        if (t < floor || tokens[i].Gap == TokenGap.Paragraph) return null;
        if (tokens.IsSymbol(t, '.') && t - 1 >= floor && text.IsGlued(t) && tokens[t - 1].Kind == TokenKind.Word && tokens[t - 1].Length <= 3) t--;
        var afterDot = t < i - 1;
        CurrencyForm? found = null;
        var node = 0;
        for (var k = t; k >= floor; k--)
        {
            node = lexicon.CurrenciesBefore.Step(node, text.WordAt(k));
            if (node < 0) break;
            foreach (var form in lexicon.CurrenciesBefore.EntriesAt(node))
            {
                if (!Fits(form, k, t) || (form.Match == CurrencyMatch.Letter && (!text.IsGlued(i) || afterDot))) continue;
                if (afterDot && form.IsSymbol) continue;
                found = form;
                first = k;
            }

            if (tokens[k].Gap == TokenGap.Paragraph) break;
            if (tokens.IsSymbol(k - 1, '-') && text.IsGlued(k) && text.IsGlued(k - 1)) k--;
        }

        return found;
    }

    /// <summary>Whether the spelling of the tokens suits the form.</summary>
    private bool Fits(CurrencyForm form, int first, int last)
    {
        switch (form.Match)
        {
            case CurrencyMatch.Exact or CurrencyMatch.Strict or CurrencyMatch.Letter:
                if (!tokens.Text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start).SequenceEqual(form.Form)) return false;
                break;
            case CurrencyMatch.Glued:
                for (var t = first + 1; t <= last; t++)
                {
                    if (!text.IsGlued(t)) return false;
                }

                break;
        }

        // "to the EU $3 billion and to the US $9 billion": the country and a dollar sign.
        if (first < last && form is { Unit: "USD", IsSymbol: true } && !text.IsGlued(last) && text.Has(first - 1, NumberCue.The) && tokens[first].Gap == TokenGap.Space) return false;

        // "told us $5" is not US$5, but "a us $ 150 million loan" in all lower case is.
        if (first < last && form is { Unit: "USD", IsSymbol: true } && !text.IsGlued(last) && char.IsAsciiLetterLower(tokens.Text[tokens[first].Start]) && tokens[first].Length == 2
            && !(first > 0 && (text.Has(first - 1, NumberCue.Article | NumberCue.The) || tokens[first - 1].Kind == TokenKind.Possessive || tokens.Chars(first - 1) is "s"))) return false;
        return form.Match != CurrencyMatch.Letter || !text.IsGlued(first) || tokens[first].Gap == TokenGap.Paragraph || tokens[first - 1].Kind == TokenKind.Symbol;
    }

    /// <summary>The currency right after a number, from the token <paramref name="at"/>: <c>yuan</c>, <c>H.K. dlrs</c>, <c>$</c>.</summary>
    public CurrencyForm? After(int at, NumberDraft draft, Numeral numeral, out int last)
    {
        CurrencyForm? found = null;
        last = at;
        var node = 0;
        for (var t = at; t < tokens.Count && (t == at || tokens[t].Gap != TokenGap.Paragraph); t++)
        {
            if (node > 0) t = text.SkipHyphen(t);
            node = lexicon.CurrenciesAfter.Step(node, text.WordAt(t));
            if (node < 0) break;
            foreach (var form in lexicon.CurrenciesAfter.EntriesAt(node))
            {
                if (!Fits(form, at, t)) continue;
                if (form.Match is CurrencyMatch.Strict or CurrencyMatch.After && !numeral.IsStrict && (numeral.Value < 100 || draft.IsYear)) continue;

                // "in 2022 US$5 billion": the sign belongs to the next number.
                var beforeNumber = t + 1 < tokens.Count && tokens[t + 1].Kind == TokenKind.Number && tokens[t + 1].Gap != TokenGap.Paragraph;
                if (beforeNumber && ((form.IsSymbol && !text.IsGlued(at) && !IsUnitAfterNext(t)) || text.IsGlued(t + 1) || draft.IsYear)) continue;
                found = form;
                last = t;
            }
        }

        return found;
    }

    /// <summary>"10 $ 30 $", "10 $ 30 cents": the next number has a unit of its own behind it.</summary>
    private bool IsUnitAfterNext(int symbol) =>
        symbol + 2 < tokens.Count && (tokens.Chars(symbol + 2).SequenceEqual(tokens.Chars(symbol))
            || lexicon.Units.EntriesAt(Math.Max(0, lexicon.Units.Step(0, text.WordAt(symbol + 2)))) is [{ IsMinor: true }, ..]);
}
