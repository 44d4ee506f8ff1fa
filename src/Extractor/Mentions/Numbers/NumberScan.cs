using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>The pass over the tokens: reads each number with what stands right before and after it.</summary>
internal ref struct NumberScan
{
    private readonly TokenList tokens;
    private readonly NumberLexicon lexicon;
    private readonly List<NumberDraft> drafts;
    private readonly NumeralReader reader;
    private readonly bool decimalComma;

    // First token that no mention has taken yet.
    private int floor;

    // Tokens before this one belong to a web address.
    private int addressEnd;

    public NumberScan(TokenList tokens, NumberLexicon lexicon, List<NumberDraft> drafts)
    {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.drafts = drafts;
        decimalComma = WritesDecimalCommas(tokens);
        reader = new NumeralReader(tokens, lexicon, decimalComma);
    }

    public void Run()
    {
        for (var i = 0; i < tokens.Count;)
        {
            i = tokens[i].Kind switch
            {
                TokenKind.Number => ReadNumber(i),
                TokenKind.Word => ReadWord(i),
                TokenKind.Symbol => ReadSymbol(i),
                _ => i + 1,
            };
        }
    }

    /// <summary>A document writes decimals with a comma when some numbers leave no other reading and none has a decimal point.</summary>
    private static bool WritesDecimalCommas(TokenList tokens)
    {
        var commas = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Number || tokens[i].Length is < 3 or > 24) continue;
            var digits = tokens.Chars(i);
            var comma = digits.IndexOf(',');
            var dot = digits.IndexOf('.');
            if (dot >= 0 && comma < dot && !(digits.Length - dot == 4 && dot <= 3)) return false;
            if (comma is > 0 and <= 3 && dot < 0 && digits.Length - comma is 2 or 3) commas++;
            else if (comma is > 0 and <= 3 && dot < 0 && digits[(comma + 1)..].Contains(',')) return false;
        }

        return commas >= 2;
    }

    private int ReadWord(int i)
    {
        var chars = tokens.Chars(i);
        if (!lexicon.Words.MayOpen(chars)) return i + 1;
        var word = lexicon.Words.Find(chars);
        if (word < 0) return i + 1;
        if (lexicon[word].Factor > 0) return ReadMultiple(i, word);
        var role = lexicon[word].Role;
        if (role is NumeralRole.None or NumeralRole.OrdinalEnding or NumeralRole.Fractions && lexicon[word].ScaleForm != ScaleForm.Word) return i + 1;
        return ReadAmount(i);
    }

    private int ReadSymbol(int i)
    {
        var c = tokens.Text[tokens[i].Start];
        if (c == ':' && i >= addressEnd && tokens.IsSymbol(i + 1, '/') && reader.IsGlued(i + 1) && tokens.IsSymbol(i + 2, '/') && reader.IsGlued(i + 2))
        {
            for (addressEnd = i + 3; reader.IsGlued(addressEnd);) addressEnd++;
        }
        else if (NumeralReader.VulgarFraction(c) is > 0 and var part)
        {
            var numeral = new Numeral { Value = part, Mantissa = part, Step = 0.01m, Scale = 1, Last = i, IsFraction = true };
            return Complete(i, i, tokens[i].Start, numeral, null, sign: 0);
        }

        return i + 1;
    }

    private int ReadNumber(int i) =>
        DigitReader.TryRead(tokens.Chars(i), decimalComma, out _, out _) ? ReadAmount(i) : ReadPieces(i);

    /// <summary>Digits whose marks fit no one number are several: <c>22,24,26,31</c>, <c>192.168.1.2</c>.</summary>
    private int ReadPieces(int i)
    {
        var digits = tokens.Chars(i);
        var at = 0;
        var commas = digits.Contains(',');
        while (at < digits.Length)
        {
            var rest = digits[at..];
            var length = commas ? rest.IndexOf(',') : rest.IndexOf('.');
            if (length < 0) length = rest.Length;
            if (!DigitReader.TryRead(rest[..length], false, out var value, out var decimals))
            {
                length = rest.IndexOf('.');
                DigitReader.TryRead(rest[..length], false, out value, out decimals);
            }

            var step = 1m;
            for (var d = 0; d < decimals; d++) step /= 10;
            var start = tokens[i].Start + at;
            drafts.Add(new NumberDraft
            {
                Kind = NumberKind.Cardinal,
                Value = value,
                Mantissa = value,
                Step = step,
                Scale = 1,
                Decimals = decimals,
                Start = start,
                End = start + length,
                First = i,
                Last = i,
                ApproxFirst = -1,
                IsLabel = !commas,
                IsYear = decimals == 0 && DigitReader.IsYear(rest[..length]),
            });
            at += length + 1;
        }

        floor = i + 1;
        return floor;
    }

    private int ReadMultiple(int i, int word)
    {
        var factor = lexicon[word].Factor;
        var next = reader.SkipHyphen(i + 1);
        if (reader.Continues(i + 1) && reader.Has(next, NumberCue.Digits)) return i + 1;
        var numeral = new Numeral { Value = factor, Mantissa = factor, Step = 1, Scale = 1, Last = i, IsSpelled = true };
        var draft = Begin(i, tokens[i].Start, numeral);
        draft.Kind = NumberKind.Multiple;
        draft.IsSpelled = true;
        ReadBounds(draft);
        return Add(draft);
    }

    private int ReadAmount(int i)
    {
        var currency = CurrencyBefore(i, out var first);
        if (currency is null && i - 2 >= floor && reader.IsGlued(i) && tokens[i].Kind == TokenKind.Number && SignAt(i - 1) != 0)
        {
            // "EUR -5.7 million", "$-4.5bn"; in "USD-5" it is a dash.
            currency = CurrencyBefore(i - 1, out first);
            if (currency is null || (!currency.IsSymbol && reader.IsGlued(i - 1))) (currency, first) = (null, i);
        }

        var signInside = currency is not null && SignAt(i - 1) != 0 && first < i - 1 ? SignAt(i - 1) : 0;
        if (!reader.TryRead(i, currency is not null, out var numeral)) return i + 1;
        if (currency is not null && (numeral.IsOrdinal || (currency.Match is CurrencyMatch.Strict or CurrencyMatch.Letter && !numeral.IsStrict)))
        {
            currency = null;
            first = i;
            signInside = 0;
            reader.TryRead(i, money: false, out numeral);
        }

        var start = tokens[i].Start;
        if (tokens[i].Kind == TokenKind.Number && numeral.Decimals > 0 && i > floor && tokens.IsSymbol(i - 1, '.') && reader.IsGlued(i) && !reader.IsGlued(i - 1))
        {
            // .25
            start = tokens[i - 1].Start;
            if (first == i) first = i - 1;
        }

        // a million, a third
        if (first == i && i > floor && tokens[i].Kind == TokenKind.Word && reader.Has(i - 1, NumberCue.Article) && reader.Continues(i)
            && (numeral.IsFraction || lexicon[reader.WordAt(i)].ScaleForm == ScaleForm.Word || lexicon[reader.WordAt(i)].Role == NumeralRole.Fraction))
        {
            first = i - 1;
        }

        return Complete(i, first, first < i ? tokens[first].Start : start, numeral, currency, signInside);
    }

    /// <summary>Reads what follows the number and what bounds it, and keeps it.</summary>
    private int Complete(int at, int first, int start, Numeral numeral, CurrencyForm? currency, int sign)
    {
        var draft = Begin(first, start, numeral);
        if (numeral.IsOrdinal) draft.Kind = NumberKind.Ordinal;
        draft.IsYear = tokens[at].Kind == TokenKind.Number && numeral is { Scale: 1, Decimals: 0, IsGrouped: false } && currency is null && tokens[at].Length == 4 && DigitReader.IsYear(tokens.Chars(at));
        if (at < addressEnd)
        {
            draft.IsLabel = true;
            return Add(draft);
        }

        if (currency is not null)
        {
            SetCurrency(draft, currency);
            draft.UnitBefore = true;
        }

        if (sign != 0) draft.Sign = sign;
        else ReadSign(draft);
        if (!numeral.IsOrdinal) ReadUnit(draft, numeral, ref currency);
        if (draft.Kind == NumberKind.Cardinal)
        {
            if (numeral.IsFraction)
            {
                draft.Kind = NumberKind.Percent;
                draft.Value *= 100;
                draft.Step = 1;
            }

            ReadSurroundings(draft, at);
        }

        if (draft.Kind == NumberKind.Ordinal) draft.IsDatePart = IsMonth(draft.First - 1) || IsMonth(draft.Last + 1) || (reader.Has(draft.Last + 1, NumberCue.Of) && IsMonth(draft.Last + 2));
        else if (!draft.IsLabel && !draft.IsDatePart && !draft.IsYear) ReadBounds(draft);
        return Add(draft);
    }

    private readonly NumberDraft Begin(int first, int start, Numeral numeral) => new()
    {
        Kind = NumberKind.Cardinal,
        Value = numeral.Value,
        Mantissa = numeral.Mantissa,
        Step = numeral.Step,
        Scale = numeral.Scale,
        Decimals = numeral.Decimals,
        IsSpelled = numeral.IsSpelled,
        IsGrouped = numeral.IsGrouped,
        Start = start,
        End = tokens[numeral.Last].End,
        First = first,
        Last = numeral.Last,
        ApproxFirst = -1,
    };

    private int Add(NumberDraft draft)
    {
        drafts.Add(draft);
        floor = draft.OuterLast + 1;
        return floor;
    }

    private readonly void Extend(NumberDraft draft, int last)
    {
        draft.Last = last;
        draft.End = tokens[last].End;
    }

    /// <summary>The currency right before the number: <c>US$</c>, <c>RMB</c>, <c>Rs.</c>, <c>Canadian dollars</c> is none.</summary>
    private readonly CurrencyForm? CurrencyBefore(int i, out int first)
    {
        first = i;
        var t = i - 1;
        if (t < floor || tokens[i].Gap == TokenGap.Paragraph) return null;
        if (tokens.IsSymbol(t, '.') && t - 1 >= floor && reader.IsGlued(t) && tokens[t - 1].Kind == TokenKind.Word && tokens[t - 1].Length <= 3) t--;
        var afterDot = t < i - 1;
        CurrencyForm? found = null;
        var node = 0;
        for (var k = t; k >= floor; k--)
        {
            node = lexicon.CurrenciesBefore.Step(node, reader.WordAt(k));
            if (node < 0) break;
            foreach (var form in lexicon.CurrenciesBefore.EntriesAt(node))
            {
                if (!Fits(form, k, t) || (form.Match == CurrencyMatch.Letter && (!reader.IsGlued(i) || afterDot))) continue;
                if (afterDot && form.IsSymbol) continue;
                found = form;
                first = k;
            }

            if (tokens[k].Gap == TokenGap.Paragraph) break;
            if (tokens.IsSymbol(k - 1, '-') && reader.IsGlued(k) && reader.IsGlued(k - 1)) k--;
        }

        return found;
    }

    /// <summary>Whether the spelling of the tokens suits the form.</summary>
    private readonly bool Fits(CurrencyForm form, int first, int last)
    {
        switch (form.Match)
        {
            case CurrencyMatch.Exact or CurrencyMatch.Strict or CurrencyMatch.Letter:
                if (!tokens.Text.AsSpan(tokens[first].Start, tokens[last].End - tokens[first].Start).SequenceEqual(form.Form)) return false;
                break;
            case CurrencyMatch.Glued:
                for (var t = first + 1; t <= last; t++)
                {
                    if (!reader.IsGlued(t)) return false;
                }

                break;
        }

        // "told us $5" is not US$5, but "a us $ 150 million loan" in all lower case is.
        if (first < last && form is { Unit: "USD", IsSymbol: true } && !reader.IsGlued(last) && char.IsAsciiLetterLower(tokens.Text[tokens[first].Start]) && tokens[first].Length == 2
            && !(first > 0 && (reader.Has(first - 1, NumberCue.Article | NumberCue.The) || tokens[first - 1].Kind == TokenKind.Possessive || tokens.Chars(first - 1) is "s"))) return false;
        return form.Match != CurrencyMatch.Letter || !reader.IsGlued(first) || tokens[first].Gap == TokenGap.Paragraph || tokens[first - 1].Kind == TokenKind.Symbol;
    }

    private static void SetCurrency(NumberDraft draft, CurrencyForm currency)
    {
        draft.Kind = NumberKind.Money;
        draft.Unit = currency.Unit;
        draft.AmbiguousUnit = currency.Ambiguous;
        draft.BareName = currency.Name;
        if (currency.Factor != 1) Scale(draft, currency.Factor);
    }

    public static void Scale(NumberDraft draft, decimal factor)
    {
        draft.Value = DigitReader.Times(draft.Value, factor);
        draft.Step = DigitReader.Times(draft.Step, factor);
        draft.Scale = DigitReader.Times(draft.Scale, factor);
    }

    private readonly int SignAt(int at) =>
        at >= 0 && tokens[at].Kind == TokenKind.Symbol ? tokens.Text[tokens[at].Start] switch { '+' => 1, '-' or '−' or '–' or '－' => -1, _ => 0 } : 0;

    private readonly void ReadSign(NumberDraft draft)
    {
        var t = draft.First - 1;
        if (t < floor || tokens[draft.First].Gap == TokenGap.Paragraph) return;
        if (tokens[t].Kind == TokenKind.Symbol)
        {
            var sign = SignAt(t);
            if (sign == 0 || !reader.IsGlued(draft.First)) return;

            // A sign has room before it, or an opening bracket: "COVID-19" and "5-10" have none.
            if (reader.IsGlued(t) && t > 0 && !(tokens[t - 1].Kind == TokenKind.Symbol && tokens.Text[tokens[t - 1].Start] is '(' or '[' or '"' or '“' or '/' or ':' or ';' or ',')) return;
            draft.Sign = sign;
        }
        else
        {
            var minus = reader.Has(t, NumberCue.Minus);
            if (!minus || !reader.Continues(draft.First)) return;
            draft.Sign = -1;
        }

        draft.First = t;
        draft.Start = tokens[t].Start;
    }

    private readonly void ReadUnit(NumberDraft draft, Numeral numeral, ref CurrencyForm? currency)
    {
        var at = reader.SkipHyphen(draft.Last + 1);
        if (!reader.Continues(at)) return;

        // half a percent, a quarter of a percentage point
        if (numeral.IsFraction)
        {
            var whole = reader.Has(at, NumberCue.Of) ? at + 1 : at;
            if (reader.Has(whole, NumberCue.Article)) whole++;
            if (whole > at && UnitAt(whole, draft, out _) is { Kind: NumberKind.Percent or NumberKind.PercentagePoints }) at = whole;
        }

        var unit = UnitAt(at, draft, out var last);
        if (unit is { Kind: NumberKind.Percent or NumberKind.PercentagePoints } || (unit is not null && currency is null))
        {
            if (unit.Kind is NumberKind.Quantity && CurrencyAt(at, draft, numeral, out var currencyLast) is { } stronger && currencyLast > last)
            {
                SetCurrency(draft, stronger);
                Extend(draft, currencyLast);
                return;
            }

            if (numeral.IsFraction && unit.Kind is not (NumberKind.Percent or NumberKind.PercentagePoints)) return;
            if (draft.IsYear && unit.Kind is not NumberKind.Percent) return;
            if (currency is not null) DropCurrency(draft, numeral);
            draft.Kind = unit.Kind;
            draft.Unit = unit.Unit.Length > 0 ? unit.Unit : null;
            draft.AmbiguousUnit = false;
            draft.Value = DigitReader.Times(draft.Value, unit.Factor);
            draft.Step = DigitReader.Times(draft.Step, unit.Factor);

            if (numeral.IsFraction) draft.Step = 0.01m;
            Extend(draft, last);
            return;
        }

        if (numeral.IsFraction && currency is null) return;
        var after = CurrencyAt(at, draft, numeral, out last);
        if (after is null) return;
        if (currency is not null)
        {
            // "US$ 5 billion dollars", "$5 million USD"
            var same = after.Unit == draft.Unit;
            if (!same && !(draft.AmbiguousUnit && after.Unit.EndsWith('D') && draft.Unit == "USD" && !after.Ambiguous)) return;
            if (!same) (draft.Unit, draft.AmbiguousUnit) = (after.Unit, after.Ambiguous);
            Extend(draft, last);
            return;
        }

        SetCurrency(draft, after);
        Extend(draft, last);
        currency = after;

        // 75 USD million
        var scale = reader.WordAt(last + 1);
        if (numeral.Scale == 1 && reader.Continues(last + 1) && lexicon[scale].ScaleForm is ScaleForm.Word or ScaleForm.Short)
        {
            Scale(draft, lexicon[scale].Scale);
            Extend(draft, last + 1);
        }
        else if (numeral is { Scale: 1, Decimals: 0 })
        {
            ReadMinor(draft);
        }
    }

    /// <summary>"3 dollars 50 cents", "thirteen dollars and forty-five cents", "15 dollars 50".</summary>
    private readonly void ReadMinor(NumberDraft draft)
    {
        var and = reader.Has(draft.Last + 1, NumberCue.And);
        var at = draft.Last + (and ? 2 : 1);
        if (!reader.Continues(draft.Last + 1) || !reader.Continues(at) || !reader.TryRead(at, money: false, out var minor)) return;
        if (minor is not { Scale: 1, Decimals: 0, IsOrdinal: false, IsFraction: false, Value: < 100 }) return;
        var last = minor.Last;
        if (UnitAt(last + 1, draft, out var unitLast) is { IsMinor: true })
        {
            last = unitLast;
        }
        else
        {
            // Two digits and nothing that they could count.
            if (minor.Value < 10 || (reader.IsGlued(last + 1) && tokens[last + 1].Kind != TokenKind.Symbol) || reader.Has(draft.First - 1, NumberCue.Between | NumberCue.From)) return;
            if (UnitAt(last + 1, draft, out _) is not null || CurrencyAt(last + 1, draft, minor, out _) is not null) return;
            if (and && reader.Continues(last + 1) && !tokens.IsSymbol(last + 1, '.')) return;
        }

        draft.Value += minor.Value / 100;
        draft.Step = 0.01m;
        draft.Decimals = 2;
        Extend(draft, last);
    }

    private readonly void DropCurrency(NumberDraft draft, Numeral numeral)
    {
        draft.UnitBefore = false;
        while (draft.First < numeral.Last && tokens[draft.First].Kind != TokenKind.Number && lexicon[reader.WordAt(draft.First)].Role == NumeralRole.None) draft.First++;
        draft.Start = tokens[draft.First].Start;
    }

    private readonly UnitForm? UnitAt(int at, NumberDraft draft, out int last)
    {
        UnitForm? found = null;
        last = at;
        var node = 0;
        for (var t = at; t < tokens.Count && (t == at || tokens[t].Gap != TokenGap.Paragraph); t++)
        {
            t = node > 0 ? reader.SkipHyphen(t) : t;
            // The 3 of m3 is a number token.
            var word = node > 0 && tokens[t] is { Kind: TokenKind.Number, Length: 1, Gap: TokenGap.None } ? lexicon.Words.Find(tokens.Chars(t)) : reader.WordAt(t);
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
    private readonly bool IsUnitEnd(UnitForm form, int first, int last, NumberDraft draft)
    {
        if (reader.IsGlued(last + 1) && tokens[last + 1].Kind is TokenKind.Number) return false;
        if (form.Form is "x" or "m" or "mm" && !reader.IsGlued(first)) return false;
        return !(form.Kind == NumberKind.Duration && draft.Kind == NumberKind.Money);
    }

    /// <summary>The currency right after the number: <c>yuan</c>, <c>H.K. dlrs</c>, <c>$</c>.</summary>
    private readonly CurrencyForm? CurrencyAt(int at, NumberDraft draft, Numeral numeral, out int last)
    {
        CurrencyForm? found = null;
        last = at;
        var node = 0;
        for (var t = at; t < tokens.Count && (t == at || tokens[t].Gap != TokenGap.Paragraph); t++)
        {
            if (node > 0) t = reader.SkipHyphen(t);
            node = lexicon.CurrenciesAfter.Step(node, reader.WordAt(t));
            if (node < 0) break;
            foreach (var form in lexicon.CurrenciesAfter.EntriesAt(node))
            {
                if (!Fits(form, at, t)) continue;
                if (form.Match is CurrencyMatch.Strict or CurrencyMatch.After && !numeral.IsStrict && (numeral.Value < 100 || draft.IsYear)) continue;

                // "in 2022 US$5 billion": the sign belongs to the next number.
                var beforeNumber = t + 1 < tokens.Count && tokens[t + 1].Kind == TokenKind.Number && tokens[t + 1].Gap != TokenGap.Paragraph;
                if (beforeNumber && ((form.IsSymbol && !reader.IsGlued(at) && !IsUnitAfterNext(t)) || reader.IsGlued(t + 1) || draft.IsYear)) continue;
                found = form;
                last = t;
            }
        }


        return found;
    }

    /// <summary>"10 $ 30 $", "10 $ 30 cents": the next number has a unit of its own behind it.</summary>
    private readonly bool IsUnitAfterNext(int symbol) =>
        symbol + 2 < tokens.Count && (tokens.Chars(symbol + 2).SequenceEqual(tokens.Chars(symbol))
            || lexicon.Units.EntriesAt(Math.Max(0, lexicon.Units.Step(0, reader.WordAt(symbol + 2)))) is [{ IsMinor: true }, ..]);

    /// <summary>Labels, dates and the pronoun one.</summary>
    private readonly void ReadSurroundings(NumberDraft draft, int at)
    {
        if (draft.IsSpelled)
        {
            if (draft.Value == 1 && draft.Last == at && draft.Kind == NumberKind.Cardinal) draft.IsLabel = IsPronoun(at);
            return;
        }

        int before = draft.First - 1, after = draft.Last + 1;
        var gluedBefore = draft.First > 0 && tokens[draft.First].Gap == TokenGap.None;
        var gluedAfter = reader.IsGlued(after);
        if (draft.Scale == 1 && gluedAfter && tokens[after].Kind == TokenKind.Word)
        {
            if (lexicon[reader.WordAt(after)].Role == NumeralRole.OrdinalEnding)
            {
                draft.Kind = NumberKind.Ordinal;
                Extend(draft, after);
                return;
            }

            // 5G, 2W; but a noun may be glued by accident: "500firms"
            if (tokens[after].Length <= 2) draft.IsLabel = true;
        }

        if (draft is { Decimals: 0, Scale: 1 } && reader.Continues(after) && reader.Has(after, NumberCue.Clock)) draft.IsLabel = true;
        if (draft.Value is >= 1 and <= 31 && draft is { Decimals: 0, Scale: 1 } && (IsMonth(before) || IsMonth(after) || IsDayOfMonthList(draft))) draft.IsDatePart = true;
        if (draft.Decimals == 0 && draft.IsYear && IsMonth(before)) draft.IsDatePart = true;
        if (gluedBefore && draft.Scale == 1)
        {
            switch (tokens[before].Kind)
            {
                case TokenKind.Word:
                    // Q1, A320, but "in2025" lacks a space
                    draft.IsLabel = reader.IsGlued(before) || !IsLowerWord(before);
                    break;
                case TokenKind.Symbol:
                    var c = tokens.Text[tokens[before].Start];

                    // COVID-19, 24/7, 09:52, #1, 2016-17
                    if (c is '#' or '_' or '@' or '=' or '&' or '/' or ':' && reader.IsGlued(before)) draft.IsLabel = true;
                    else if (c is '#') draft.IsLabel = true;
                    else if (c is '-' or '–' && reader.IsGlued(before) && draft.Sign == 0)
                        draft.IsLabel = tokens[before - 1].Kind == TokenKind.Word && !reader.Has(before - 1, NumberCue.Month) || IsDashedDigits(before - 1, draft.First, after);
                    break;
            }
        }

        if (gluedAfter && draft.Scale == 1 && tokens[after].Kind == TokenKind.Symbol && reader.IsGlued(after + 1) && tokens[after + 1].Kind == TokenKind.Number)
        {
            var c = tokens.Text[tokens[after].Start];
            if (c is '/' or ':') draft.IsLabel = true;
            else if (c is '-' or '–' && (draft.IsYear || IsDashedDigits(draft.Last, after + 1, after + 2))) draft.IsLabel = true;
        }

        if (!draft.IsLabel && reader.Continues(draft.First))
        {
            var label = tokens.IsSymbol(before, '.') && reader.IsGlued(before) ? before - 1 : before;
            if (label >= floor && reader.Has(label, NumberCue.Label) && draft is { Decimals: 0, Scale: 1 } && !(label < before && tokens.Chars(label).Length > 3)) draft.IsLabel = true;
        }
    }

    private readonly bool IsLowerWord(int at)
    {
        var letters = tokens.Chars(at);
        return letters.Length > 1 && !letters.ContainsAnyExceptInRange('a', 'z') && !reader.Has(at, NumberCue.Label);
    }

    /// <summary>Three groups of digits with dashes, or a year with the end of the next: 1111-2222-3333, 2016-17.</summary>
    private readonly bool IsDashedDigits(int left, int right, int after)
    {
        if (tokens[left].Kind != TokenKind.Number || tokens[right].Kind != TokenKind.Number) return false;
        if (DigitReader.IsYear(tokens.Chars(left))) return true;
        return (tokens.IsSymbol(after, '-') && reader.IsGlued(after) && reader.IsGlued(after + 1) && tokens[after + 1].Kind == TokenKind.Number)
            || (tokens.IsSymbol(left - 1, '-') && reader.IsGlued(left) && left > 1 && tokens[left - 2].Kind == TokenKind.Number);
    }

    private readonly bool IsMonth(int at) =>
        at >= 0 && reader.Has(tokens.IsSymbol(at, '.') ? at - 1 : at, NumberCue.Month) && char.IsUpper(tokens.Text[tokens[tokens.IsSymbol(at, '.') ? at - 1 : at].Start]);

    /// <summary>The 4 of "May 3 and 4".</summary>
    private readonly bool IsDayOfMonthList(NumberDraft draft)
    {
        if (drafts.Count == 0 || drafts[^1] is not { IsDatePart: true, IsYear: false } day) return false;
        return draft.First - day.Last == 2 && (tokens.IsSymbol(day.Last + 1, '-') || tokens.IsSymbol(day.Last + 1, '–') || reader.Has(day.Last + 1, NumberCue.And | NumberCue.To | NumberCue.Or));
    }

    /// <summary>The one, this one, one of them at the end of a clause.</summary>
    private readonly bool IsPronoun(int at)
    {
        if (at > 0 && reader.Continues(at) && reader.Has(at - 1, NumberCue.PronounBefore) && (reader.IsGlued(at + 1) || !reader.Continues(at + 1) || tokens[at + 1].Kind != TokenKind.Word || reader.Has(at - 1, NumberCue.PronounBefore))) return true;
        return !reader.Continues(at + 1) || tokens[at + 1].Kind == TokenKind.Symbol && tokens.Text[tokens[at + 1].Start] is '.' or ',' or ';' or '?' or '!' or ')';
    }

    private readonly void ReadBounds(NumberDraft draft)
    {
        var before = draft.First - 1;
        if (before >= floor && tokens[draft.First].Gap != TokenGap.Paragraph && MatchBound(before, draft)) return;

        // "surpassed the 1 trillion yuan mark"
        if (before > floor && tokens[before].Gap != TokenGap.Paragraph && reader.Has(before, NumberCue.The | NumberCue.Article) && MatchBound(before - 1, draft)) return;

        BoundForm? found = null;
        var last = 0;
        var node = 0;
        for (var t = draft.Last + 1; reader.Continues(t); t++)
        {
            // "100-plus" is a bound, "5% plus 4%" a sum.
            if (t == draft.Last + 1) t = reader.SkipHyphen(t);
            if (t == draft.Last + 1 && reader.Has(t, NumberCue.Plus)) break;
            node = lexicon.BoundsAfter.Step(node, reader.WordAt(t));
            if (node < 0) break;
            if (lexicon.BoundsAfter.EntriesAt(node) is [var form, ..] && (tokens[t].Kind != TokenKind.Symbol || (reader.IsGlued(t) && !reader.IsGlued(t + 1)))) (found, last) = (form, t);
        }

        if (found is null) return;
        draft.Approx = found.Approx;
        draft.ApproxFirst = draft.Last + 1;
        draft.ApproxLast = last;
    }

    /// <summary>Matches a bound phrase that ends at the token <paramref name="last"/>, going backwards.</summary>
    private readonly bool MatchBound(int last, NumberDraft draft)
    {
        BoundForm? found = null;
        var first = 0;
        var node = 0;
        for (var t = last; t >= floor; t--)
        {
            node = lexicon.BoundsBefore.Step(node, reader.WordAt(t));
            if (node < 0) break;
            foreach (var form in lexicon.BoundsBefore.EntriesAt(node))
            {
                if (!form.AmountsOnly || IsAmount(draft)) (found, first) = (form, t);
            }

            if (tokens[t].Gap == TokenGap.Paragraph) break;
        }

        if (found is null) return false;

        // "2.1 points above 3.1%", "5% more than 4 billion" compare two numbers and bound none.
        if (found.Approx is Approx.Over or Approx.Under && drafts.Count > 0 && drafts[^1] is { IsYear: false, IsDatePart: false } previous && previous.Last + 1 == first && tokens[first].Gap != TokenGap.Paragraph) return false;
        draft.Approx = found.Approx;
        draft.ApproxFirst = first;
        draft.ApproxLast = last;
        return true;
    }

    private static bool IsAmount(NumberDraft draft) => draft.Kind is NumberKind.Money or NumberKind.Percent or NumberKind.PercentagePoints or NumberKind.Quantity || draft.Scale > 1 || draft.IsGrouped || draft is { IsSpelled: false, Kind: NumberKind.Cardinal, Value: >= 20 };
}
