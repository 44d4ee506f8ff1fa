using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>The pass over the tokens: reads each number with what stands right before and after it.</summary>
internal ref struct NumberScan
{
    private readonly NumberTokens text;
    private readonly TokenList tokens;
    private readonly NumberLexicon lexicon;
    private readonly List<NumberDraft> drafts;
    private readonly bool decimalComma;
    private readonly NumeralReader numerals;
    private readonly CurrencyReader currencies;
    private readonly UnitReader units;
    private readonly SignReader signs;
    private readonly BoundReader bounds;
    private readonly NumberSurroundings surroundings;

    // First token that no mention has taken yet.
    private int floor;

    // Tokens before this one belong to a web address.
    private int addressEnd;

    public NumberScan(NumberTokens text, List<NumberDraft> drafts)
    {
        this.text = text;
        this.drafts = drafts;
        tokens = text.Tokens;
        lexicon = text.Lexicon;
        decimalComma = DigitReader.WritesDecimalCommas(tokens);
        numerals = new NumeralReader(text, decimalComma);
        currencies = new CurrencyReader(text);
        units = new UnitReader(text, numerals, currencies);
        signs = new SignReader(text);
        bounds = new BoundReader(text);
        surroundings = new NumberSurroundings(text);
    }

    private readonly NumberDraft? Previous => drafts.Count > 0 ? drafts[^1] : null;

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

    private int ReadWord(int i)
    {
        var chars = tokens.Chars(i);
        if (!lexicon.Words.MayOpen(chars)) return i + 1;
        var word = text.WordAt(i);
        if (word < 0) return i + 1;
        if (lexicon[word].Factor > 0) return ReadMultiple(i, word);
        var role = lexicon[word].Role;
        if (role is NumeralRole.None or NumeralRole.OrdinalEnding or NumeralRole.Fractions && lexicon[word].ScaleForm != ScaleForm.Word) return i + 1;
        return ReadAmount(i);
    }

    private int ReadSymbol(int i)
    {
        var c = tokens.Text[tokens[i].Start];
        if (c == ':' && i >= addressEnd && tokens.IsSymbol(i + 1, '/') && text.IsGlued(i + 1) && tokens.IsSymbol(i + 2, '/') && text.IsGlued(i + 2))
        {
            for (addressEnd = i + 3; text.IsGlued(addressEnd);) addressEnd++;
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
        foreach (var between in digits.Split(','))
        {
            var part = digits[between];
            if (DigitReader.TryRead(part, decimalComma: false, out _, out _))
            {
                AddPiece(i, between.Start.Value, part, isLabel: false);
                continue;
            }

            foreach (var piece in part.Split('.')) AddPiece(i, between.Start.Value + piece.Start.Value, part[piece], isLabel: true);
        }

        floor = i + 1;
        return floor;
    }

    private readonly void AddPiece(int token, int offset, ReadOnlySpan<char> digits, bool isLabel)
    {
        DigitReader.TryRead(digits, decimalComma: false, out var value, out var decimals);
        var step = 1m;
        for (var d = 0; d < decimals; d++) step /= 10;
        var start = tokens[token].Start + offset;
        drafts.Add(new NumberDraft
        {
            Kind = NumberKind.Cardinal,
            Value = value,
            Mantissa = value,
            Step = step,
            Scale = 1,
            Decimals = decimals,
            Start = start,
            End = start + digits.Length,
            First = token,
            Last = token,
            ApproxFirst = -1,
            IsLabel = isLabel,
            IsYear = decimals == 0 && DigitReader.IsYear(digits),
        });
    }

    private int ReadMultiple(int i, int word)
    {
        var factor = lexicon[word].Factor;
        var next = text.SkipHyphen(i + 1);
        if (text.Continues(i + 1) && text.Has(next, NumberCue.Digits)) return i + 1;
        var numeral = new Numeral { Value = factor, Mantissa = factor, Step = 1, Scale = 1, Last = i, IsSpelled = true };
        var draft = Begin(i, tokens[i].Start, numeral);
        draft.Kind = NumberKind.Multiple;
        draft.IsSpelled = true;
        bounds.Read(draft, Previous, floor);
        return Add(draft);
    }

    private int ReadAmount(int i)
    {
        var currency = currencies.Before(i, floor, out var first);
        if (currency is null && i - 2 >= floor && text.IsGlued(i) && tokens[i].Kind == TokenKind.Number && text.SignAt(i - 1) != 0)
        {
            // "EUR -5.7 million", "$-4.5bn"; in "USD-5" it is a dash.
            currency = currencies.Before(i - 1, floor, out first);
            if (currency is null || (!currency.IsSymbol && text.IsGlued(i - 1))) (currency, first) = (null, i);
        }

        var signInside = currency is not null && text.SignAt(i - 1) != 0 && first < i - 1 ? text.SignAt(i - 1) : 0;
        if (!numerals.TryRead(i, currency is not null, out var numeral)) return i + 1;
        if (currency is not null && (numeral.IsOrdinal || ((currency.IsNoun || currency.Match is CurrencyMatch.Strict or CurrencyMatch.Letter) && !numeral.IsStrict)))
        {
            // "the euro 20 years ago", "ALL 5 firms"
            currency = null;
            first = i;
            signInside = 0;
            numerals.TryRead(i, money: false, out numeral);
        }

        var start = tokens[i].Start;
        if (tokens[i].Kind == TokenKind.Number && numeral.Decimals > 0 && i > floor && tokens.IsSymbol(i - 1, '.') && text.IsGlued(i) && !text.IsGlued(i - 1))
        {
            // .25
            start = tokens[i - 1].Start;
            if (first == i) first = i - 1;
        }

        // a million, a third
        if (first == i && i > floor && tokens[i].Kind == TokenKind.Word && text.Has(i - 1, NumberCue.Article) && text.Continues(i)
            && (numeral.IsFraction || text.EntryAt(i).ScaleForm == ScaleForm.Word || text.EntryAt(i).Role == NumeralRole.Fraction))
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
            draft.SetCurrency(currency);
            draft.UnitBefore = true;
        }

        if (currency is null && ReadBrackets(draft)) return Add(draft);
        if (sign != 0) draft.Sign = sign;
        else signs.Read(draft, floor);
        if (!numeral.IsOrdinal) units.Read(draft, numeral, currency);
        if (draft.Kind == NumberKind.Cardinal)
        {
            if (numeral.IsFraction)
            {
                draft.Kind = NumberKind.Percent;
                draft.Value *= 100;
                draft.Step = 1;
            }

            surroundings.Read(draft, Previous, at, floor);
        }

        if (draft.Kind == NumberKind.Ordinal) draft.IsDatePart = text.IsMonth(draft.First - 1) || text.IsMonth(draft.Last + 1) || (text.Has(draft.Last + 1, NumberCue.Of) && text.IsMonth(draft.Last + 2));
        else if (!draft.IsLabel && !draft.IsDatePart && !draft.IsYear) bounds.Read(draft, Previous, floor);
        return Add(draft);
    }

    /// <summary>(4.1)%, as in balance sheets: a minus. In (4.1%) the brackets are the sentence's.</summary>
    private readonly bool ReadBrackets(NumberDraft draft)
    {
        var close = draft.Last + 1;
        if (!tokens.IsSymbol(draft.First - 1, '(') || draft.First - 1 < floor || !text.IsGlued(draft.First) || !tokens.IsSymbol(close, ')') || !text.IsGlued(close)) return false;
        if (!text.IsGlued(close + 1) || lexicon.Units.EntriesAt(Math.Max(0, lexicon.Units.Step(0, text.WordAt(close + 1)))) is not [{ Kind: NumberKind.Percent }, ..]) return false;
        draft.Kind = NumberKind.Percent;
        draft.Sign = -1;
        draft.First--;
        draft.Start = tokens[draft.First].Start;
        draft.Extend(tokens, close + 1);
        return true;
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
}
