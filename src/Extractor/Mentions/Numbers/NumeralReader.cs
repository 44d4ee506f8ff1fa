using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>
/// Reads digits, number words and scales: <c>4.37 trillion</c>, <c>two hundred and fifty</c>, <c>5 trillion and 30 billion</c>,
/// <c>2.5 lakh crore</c>, <c>half a million</c>, <c>one and a half</c>.
/// </summary>
internal readonly ref struct NumeralReader(NumberTokens text, bool decimalComma)
{
    private readonly NumberTokens text = text;
    private readonly TokenList tokens = text.Tokens;
    private readonly NumberLexicon lexicon = text.Lexicon;
    private readonly bool decimalComma = decimalComma;

    /// <summary>Reads the number that begins with the token at <paramref name="at"/>.</summary>
    /// <param name="at">A number token or number word.</param>
    /// <param name="money">Whether a currency stands before it, so that <c>m</c>, <c>b</c> and <c>t</c> are scales.</param>
    /// <param name="numeral">The number.</param>
    public bool TryRead(int at, bool money, out Numeral numeral)
    {
        numeral = new Numeral { Step = 1, Scale = 1, Last = at };
        if (!TryReadGroup(at, numeral, out var group))
        {
            if (!TryReadBareScale(at, numeral)) return false;
            ReadHalf(numeral, money);
            return true;
        }

        numeral.Mantissa = group.Value;
        numeral.Value = group.Value;
        numeral.Step = group.Step;
        numeral.Last = group.Last;
        if (numeral.IsOrdinal || numeral.IsFraction)
        {
            if (numeral.IsFraction) ReadFractionScale(numeral);
            return true;
        }

        if (numeral.IsSpelled && TryReadOneInFive(numeral)) return true;

        if (TryReadScale(numeral.Last + 1, numeral, money, out var scale, out var last))
        {
            Multiply(numeral, scale, last);
            ReadSmallerScales(at, numeral);
        }

        ReadHalf(numeral, money);
        if (numeral.Value > DigitReader.Limit) numeral.Value = DigitReader.Limit;
        return true;
    }

    private struct Group
    {
        public decimal Value;
        public decimal Step;
        public int Last;
        public bool IsDigits;
    }

    /// <summary>A number below the first scale of a thousand and more: <c>4.37</c>, <c>two hundred and fifty</c>, <c>3 hundred and 21</c>, <c>twenty-first</c>, <c>two thirds</c>.</summary>
    private bool TryReadGroup(int at, Numeral numeral, out Group group)
    {
        group = new Group { Step = 1, Last = at };
        bool hasHundred = false, hasTens = false, hasOnes = false;
        var t = at;
        if ((uint)at >= (uint)tokens.Count) return false;
        if (tokens[at].Kind == TokenKind.Number)
        {
            if (!ReadDigits(at, numeral, ref group)) return false;
            if (!text.Continues(group.Last + 1) || !IsHundred(group.Last + 1, out var afterHundred)) return true;
            group.Value = DigitReader.Times(group.Value, 100);
            group.Step *= 100;
            group.Last = afterHundred;
            numeral.Scale = 100;
            if (text.Has(group.Last + 1, NumberCue.And) && text.Continues(group.Last + 1) && text.Continues(group.Last + 2)
                && TryReadTail(group.Last + 2, out var tail, out var tailLast) && !IsHundred(tailLast + 1, out _) && numeral.Decimals == 0)
            {
                group.Value += tail;
                group.Step = 1;
                group.Last = tailLast;
            }

            return true;
        }

        while (t < tokens.Count && (t == at || tokens[t].Gap != TokenGap.Paragraph))
        {
            var next = t;
            if (t > at)
            {
                next = text.SkipHyphen(t);
                if (next == t && hasTens && !hasOnes && tokens.IsSymbol(t, '-')) next = t + 1;
            }

            var word = text.WordAt(next);
            var role = lexicon[word].Role;
            if (role == NumeralRole.None)
            {
                if (lexicon[word].ScaleForm == ScaleForm.Word && lexicon[word].Scale == 100 && group.Value is > 0 and < 100 && !hasHundred)
                {
                    group.Value *= 100;
                    (hasHundred, hasTens, hasOnes) = (true, false, false);
                    group.Last = next;
                    t = next + 1;
                    continue;
                }

                // two hundred and five
                if (hasHundred && !hasTens && !hasOnes && lexicon.Has(word, NumberCue.And) && text.Continues(next + 1)
                    && text.EntryAt(text.SkipHyphen(next + 1)).Role is NumeralRole.Ones or NumeralRole.Teens or NumeralRole.Tens
                    && !IsHundredAfter(next + 1))
                {
                    t = text.SkipHyphen(next + 1);
                    continue;
                }

                break;
            }

            var value = lexicon[word].Numeral;
            if (role == NumeralRole.Ones && !hasOnes) hasOnes = true;
            else if (role == NumeralRole.Teens && !hasOnes && !hasTens) (hasTens, hasOnes) = (true, true);
            else if (role == NumeralRole.Tens && !hasOnes && !hasTens) hasTens = true;
            else
            {
                return ReadOrdinalOrFraction(at, next, role, value, hasTens, hasOnes, hasHundred, numeral, ref group);
            }

            group.Value += value;
            group.Last = next;
            t = next + 1;
        }

        if (!hasHundred && !hasTens && !hasOnes) return false;
        numeral.IsSpelled = true;
        ReadSpelledDecimals(numeral, ref group);
        return true;
    }

    private bool ReadOrdinalOrFraction(int at, int t, NumeralRole role, decimal value, bool hasTens, bool hasOnes, bool hasHundred, Numeral numeral, ref Group group)
    {
        var begun = hasTens || hasOnes || hasHundred;
        numeral.IsSpelled = true;
        switch (role)
        {
            // twenty-first, one hundred and fifth, second
            case NumeralRole.Ordinal when !begun || (!hasOnes && value < (hasTens ? 10 : 100)):
                if (!begun && IsFractionAfterArticle(at, t))
                {
                    SetFraction(numeral, ref group, 1 / value, t);
                    return true;
                }

                numeral.IsOrdinal = true;
                group.Value += value;
                group.Last = t;
                return true;

            // one third, one-tenth
            case NumeralRole.Ordinal when group.Value == 1 && value > 2:
                SetFraction(numeral, ref group, 1 / value, t);
                return true;

            // two thirds, three-quarters
            case NumeralRole.Fractions or NumeralRole.Fraction when begun && group.Value < value && (group.Value == 1 || (role == NumeralRole.Fractions && value != 2 * group.Value)) && !IsCalendarFraction(at, t, value):
                SetFraction(numeral, ref group, group.Value / value, t);
                return true;

            // half, a quarter
            case NumeralRole.Fraction when !begun:
                if (IsCalendarFraction(at, t, value)) return false;
                SetFraction(numeral, ref group, 1 / value, t);
                return true;
            default:
                return begun;
        }
    }

    private static void SetFraction(Numeral numeral, ref Group group, decimal value, int last)
    {
        numeral.IsFraction = true;
        group.Value = value;
        group.Last = last;
    }

    /// <summary>"a third of exports" is a part, "a third country" a rank.</summary>
    private bool IsFractionAfterArticle(int at, int t) =>
        text.Has(at - 1, NumberCue.Article) && text.Continues(at) && text.EntryAt(t).Numeral > 2
        && (!text.Continues(t + 1) || (tokens[t + 1].Kind == TokenKind.Symbol && text.SkipHyphen(t + 1) == t + 1) || text.Has(t + 1, NumberCue.FractionFollow));

    /// <summary>Whether a half or quarter is one of the calendar: the first half, three quarters ago, a quarter earlier.</summary>
    private bool IsCalendarFraction(int at, int t, decimal denominator)
    {
        if (denominator is not (2 or 4)) return false;
        var before = at > 0 && tokens.IsSymbol(at - 1, '-') && text.IsGlued(at) ? at - 2 : at - 1;
        if (text.Has(before, NumberCue.Calendar)) return true;
        var follows = text.SkipHyphen(t + 1);
        if (!text.Continues(t + 1)) follows = tokens.Count;
        if (text.Has(follows, NumberCue.CalendarAfter)) return true;
        if (text.EntryAt(follows).ScaleForm == ScaleForm.Word) return false;
        return denominator == 2 ? IsCalendarHalf(at, before, follows) : IsCalendarQuarter(at, t, follows);
    }

    private bool IsCalendarHalf(int at, int before, int follows)
    {
        if (text.Has(before, NumberCue.The) || (text.Has(follows, NumberCue.Article) && text.Has(follows + 1, NumberCue.CalendarAfter))) return true;
        if (text.Has(follows, NumberCue.Of)) return IsTime(follows + 1);

        // "by half", "more than half", "half the total", "half a percent" are parts; "the June half" is six months.
        return text.Continues(at) && before >= 0 && tokens[before].Kind == TokenKind.Word
            && !text.Has(before, NumberCue.HalfBefore | NumberCue.Article) && !EndsBound(before)
            && text.EntryAt(before).Role == NumeralRole.None
            && !text.Has(follows, NumberCue.HalfAfter) && lexicon.Units.Step(0, text.WordAt(follows)) == PhraseTrie<UnitForm>.Dead;
    }

    /// <summary>"three quarters of exports", "by a quarter" and "one-quarter" are parts; quarters elsewhere are three months long.</summary>
    private bool IsCalendarQuarter(int at, int t, int follows)
    {
        var counted = at < t;
        if (!counted && !text.Has(at - 1, NumberCue.Article)) return true;
        if (text.Has(follows, NumberCue.Of)) return IsTime(follows + 1);
        if (counted && tokens.IsSymbol(t - 1, '-')) return false;
        var before = counted ? at - 1 : at - 2;
        return !text.Has(before, NumberCue.By) && !EndsBound(before);
    }

    private bool EndsBound(int at) => lexicon.BoundsBefore.Step(0, text.WordAt(at)) != PhraseTrie<BoundForm>.Dead;

    /// <summary>Whether "of" is followed by a time: the year, 2022, last year.</summary>
    private bool IsTime(int at)
    {
        if (text.Has(at, NumberCue.The | NumberCue.Calendar)) at++;
        return !text.Continues(at) || tokens[at].Kind == TokenKind.Number && DigitReader.IsYear(tokens.Chars(at)) || text.Has(at, NumberCue.CalendarAfter | NumberCue.Calendar);
    }

    private bool ReadDigits(int at, Numeral numeral, ref Group group)
    {
        var digits = tokens.Chars(at);
        if (!DigitReader.TryRead(digits, decimalComma, out group.Value, out numeral.Decimals)) return false;
        numeral.IsGrouped = digits.Contains(',') && (numeral.Decimals == 0 || digits.Contains('.'));
        group.IsDigits = true;
        for (var i = 0; i < numeral.Decimals; i++) group.Step /= 10;
        ReadSpacedGroups(at, numeral, ref group);

        // 2½
        if (text.IsGlued(group.Last + 1) && tokens[group.Last + 1].Kind == TokenKind.Symbol && VulgarFraction(tokens.Text[tokens[group.Last + 1].Start]) is > 0 and var part && numeral.Decimals == 0)
        {
            group.Value += part;
            group.Step = 0.01m;
            group.Last++;
            numeral.Decimals = 2;
        }

        // .25
        if (at > 0 && tokens.IsSymbol(at - 1, '.') && tokens[at].Gap == TokenGap.None && tokens[at - 1].Gap != TokenGap.None && numeral.Decimals == 0 && !digits.Contains(',') && digits.Length <= 20)
        {
            for (var i = 0; i < digits.Length; i++) group.Step /= 10;
            group.Value *= group.Step;
            numeral.Decimals = digits.Length;
        }

        return true;
    }

    /// <summary>The value of ½ and its kin; 0 for any other character.</summary>
    public static decimal VulgarFraction(char c)
    {
        if (c < '\u00bc' || char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.OtherNumber) return 0;
        var value = char.GetNumericValue(c);
        return value is > 0 and < 1 ? Math.Round((decimal)value, 4) : 0;
    }

    /// <summary>1 414 021 100: groups of three set apart by one space, no-break or narrow.</summary>
    private void ReadSpacedGroups(int at, Numeral numeral, ref Group group)
    {
        if (tokens[at].Length > 3 || numeral.Decimals > 0 || group.Value == 0 || text.Has(at - 1, NumberCue.Month) || IsSpacedGroupAt(at)) return;
        var last = at;
        var value = group.Value;
        var decimals = 0;
        while (last - at < 5 && decimals == 0 && IsSpacedGroupAt(last + 1))
        {
            if (!DigitReader.TryRead(tokens.Chars(last + 1), false, out var next, out decimals)) return;
            value = (value * 1000) + next;
            last++;
        }

        // "120 130 140 150": a row of a table.
        if (last == at || (last > at + 1 && tokens[at].Length == 3 && tokens.Text[tokens[at].End] == ' ') || (last + 1 < tokens.Count && tokens[last + 1].Kind == TokenKind.Number && tokens[last + 1].Gap != TokenGap.Paragraph)) return;
        group.Value = value;
        for (var i = 0; i < decimals; i++) group.Step /= 10;
        group.Last = last;
        numeral.IsGrouped = true;
        numeral.Decimals = decimals;
    }

    private bool IsSpacedGroupAt(int at)
    {
        if (at < 1 || at >= tokens.Count || tokens[at].Kind != TokenKind.Number || tokens[at - 1].Kind != TokenKind.Number || tokens[at].Gap != TokenGap.Space) return false;
        if (tokens[at].Start - tokens[at - 1].End != 1 || tokens.Text[tokens[at - 1].End] is not (' ' or '\u00a0' or '\u202f' or '\u2009')) return false;
        var digits = tokens.Chars(at);
        var mark = digits.IndexOfAny('.', ',');
        return mark < 0 ? digits.Length == 3 : mark == 3 && digits[3] == '.';
    }

    private void ReadSpelledDecimals(Numeral numeral, ref Group group)
    {
        var t = group.Last + 1;
        if (!text.Continues(t) || !text.Has(t, NumberCue.Point) || !text.Continues(t + 1)) return;
        var step = 1m;
        var value = 0m;
        for (t++; text.Continues(t) && text.EntryAt(t).Role == NumeralRole.Ones && step > 1e-10m; t++)
        {
            step /= 10;
            value += text.EntryAt(t).Numeral * step;
        }

        if (step == 1 && TryReadTail(t, out var tail, out var last))
        {
            step = 0.01m;
            value = tail * step;
            t = last + 1;
        }

        if (step == 1) return;
        group.Value += value;
        group.Step = step;
        group.Last = t - 1;
        numeral.Decimals = step == 0.1m ? 1 : 2;
    }

    /// <summary>A whole number below a hundred.</summary>
    private bool TryReadTail(int at, out decimal value, out int last)
    {
        value = 0;
        last = at;
        if ((uint)at >= (uint)tokens.Count) return false;
        if (tokens[at].Kind == TokenKind.Number)
            return tokens[at].Length <= 2 && DigitReader.TryRead(tokens.Chars(at), decimalComma, out value, out _) && value > 0;
        var word = text.WordAt(at);
        var role = lexicon[word].Role;
        if (role is not (NumeralRole.Ones or NumeralRole.Teens or NumeralRole.Tens)) return false;
        value = lexicon[word].Numeral;
        var next = text.SkipHyphen(at + 1);
        if (role == NumeralRole.Tens && text.Continues(at + 1) && text.EntryAt(next).Role == NumeralRole.Ones)
        {
            value += text.EntryAt(next).Numeral;
            last = next;
        }

        return true;
    }

    private bool IsHundred(int at, out int last)
    {
        last = text.SkipHyphen(at);
        var word = text.WordAt(last);
        return text.Continues(at) && lexicon[word].ScaleForm == ScaleForm.Word && lexicon[word].Scale == 100;
    }

    private bool IsHundredAfter(int at) => TryReadTail(at, out _, out var last) && IsHundred(last + 1, out _);

    /// <summary>a million, hundred thousand, lakh crore: a scale without a number before it.</summary>
    private bool TryReadBareScale(int at, Numeral numeral)
    {
        var word = text.WordAt(at);
        if (lexicon[word].ScaleForm != ScaleForm.Word || text.Has(at - 1, NumberCue.Vague)) return false;
        var after = text.WordAt(at + 1);
        var doubled = text.Continues(at + 1) && lexicon[after].ScaleForm == ScaleForm.Word && lexicon[after].Scale > lexicon[word].Scale;
        if (!(text.Has(at - 1, NumberCue.Article) && text.Continues(at) && !text.Has(at - 2, NumberCue.Vague)) && !doubled) return false;
        numeral.IsSpelled = true;
        numeral.Mantissa = 1;
        numeral.Value = 1;
        Multiply(numeral, lexicon[word].Scale, at);
        if (doubled) Multiply(numeral, lexicon[after].Scale, at + 1);
        return true;
    }

    private bool TryReadScale(int at, Numeral numeral, bool money, out decimal scale, out int last)
    {
        scale = 1;
        last = text.SkipHyphen(at);
        if (!text.Continues(at)) return false;
        var word = text.WordAt(last);
        var form = lexicon[word].ScaleForm;
        if (form == ScaleForm.None) return false;
        var glued = text.IsGlued(at);
        var accepted = form switch
        {
            ScaleForm.Word or ScaleForm.Short => true,

            // "3 dozens", "two crores"; not "5 thousands of"
            ScaleForm.Plural => !text.Has(last + 1, NumberCue.Of),
            ScaleForm.Money => money || IsCurrencyAt(last + 1),
            ScaleForm.Letter => money ? IsScaleBoundary(last) : IsCurrencyAt(last + 1) || (IsScaleBoundary(last) && IsLetterScale(last, glued, numeral)),
            _ => false,
        };
        if (!accepted) return false;
        scale = lexicon[word].Scale;
        return true;
    }

    /// <summary>A letter is a scale where no digit or sign goes on after it: not "5m2", "3K-resolution".</summary>
    private bool IsScaleBoundary(int at) => !text.IsGlued(at + 1) || tokens[at + 1].Kind == TokenKind.Symbol || tokens[at + 1].Kind == TokenKind.Possessive;

    /// <summary>Without a currency: 10k, 10M, 1.2b and 3.5m vehicles, but 100m is a distance.</summary>
    private bool IsLetterScale(int at, bool glued, Numeral numeral)
    {
        var letters = tokens.Chars(at);
        switch (letters[0])
        {
            case 'k' when letters.Length == 1:
                return true;
            case 'b' when letters.Length == 1:
                // "phase 2b" is none.
                return glued && numeral.Decimals > 0;
            case 'K' or 'B' when letters.Length == 1:
                return glued;
            case 'M' when letters.Length <= 2:
                return glued || numeral.Decimals > 0 || numeral.IsGrouped;
            case 'm' when letters.Length == 1 && (glued || numeral.Decimals > 0):
                // "3.5m vehicles", "5.2m tonnes", "2m people", "1.2m-ton"; with room before it only where a unit follows: "1.5 m tonnes"
                var follows = text.SkipHyphen(at + 1);
                if (!text.Continues(at + 1) || !text.Continues(follows) || tokens[follows].Kind != TokenKind.Word) return false;
                var next = tokens.Chars(follows);
                var unit = lexicon.Units.Step(0, text.WordAt(follows));
                if (!glued) return unit >= 0 && lexicon.Units.EntriesAt(unit) is [{ Kind: NumberKind.Quantity, Factor: 1 }, ..] && next.Length > 2;
                return (next[^1] is 's' && next.Length > 3) || unit >= 0 && !lexicon.Has(text.WordAt(follows), NumberCue.By);
            default:
                return false;
        }
    }

    private bool IsCurrencyAt(int at) => text.Continues(at) && lexicon.CurrenciesAfter.Step(0, text.WordAt(at)) != PhraseTrie<CurrencyForm>.Dead;

    /// <summary>
    /// "2 billion 300 million", "4 thousand 3 hundred and 21", "5 trillion and 30 billion", "2.5 lakh crore", "twenty-one trillion three hundred".
    /// "1.2 trillion and 900 billion" are two amounts: nobody speaks of a trillion with decimals and adds to it.
    /// </summary>
    private void ReadSmallerScales(int at, Numeral numeral)
    {
        for (var rounds = 0; rounds < 8; rounds++)
        {
            var t = numeral.Last + 1;
            if (!text.Continues(t)) return;
            var word = text.WordAt(text.SkipHyphen(t));
            if (lexicon[word].ScaleForm is ScaleForm.Word or ScaleForm.Short || lexicon[word].ScaleForm == ScaleForm.Money && text.EntryAt(numeral.Last).ScaleForm == ScaleForm.Word)
            {
                // thousand billion, lakh crore, lakh cr
                if (rounds > 0 || lexicon[word].Scale < numeral.Scale) return;
                Multiply(numeral, lexicon[word].Scale, text.SkipHyphen(t));
                continue;
            }

            if (numeral.Decimals > 0) return;
            var and = lexicon.Has(word, NumberCue.And) && word >= 0;
            if (and)
            {
                t++;
                if (!text.Continues(t)) return;
            }

            var part = new Numeral { Step = 1, Scale = 1, Last = t };
            if (!TryReadGroup(t, part, out var group) || part.IsOrdinal || part.IsFraction || part.Decimals > 0 || group.Value <= 0) return;
            var spelled = numeral.IsSpelled;
            if (spelled != part.IsSpelled && !(and && part.IsSpelled && group.Value >= 100)) return;
            if (TryReadScale(group.Last + 1, part, money: false, out var scale, out var last) && scale < numeral.Scale && text.EntryAt(last).ScaleForm is ScaleForm.Word or ScaleForm.Short)
            {
                if (DigitReader.Times(group.Value, scale) >= numeral.Scale || (and && !spelled && IsList(at, last))) return;
            }
            else
            {
                // A tail without a scale: "two thousand and five", "4 thousand 3 hundred and 21", "six crore and two hundred".
                if (scale != 1 || group.Value >= numeral.Scale) return;
                var hundreds = part.Scale == 100 || (part.IsSpelled && group.Value >= 100);
                if (!hundreds && !(numeral.Scale == 1000 && (spelled || and))) return;
                last = group.Last;
            }

            numeral.Value += group.Value * scale;
            numeral.Step = group.Step * scale;
            numeral.Scale = scale;
            numeral.Last = last;
            if (scale == 1) return;
        }
    }

    /// <summary>Whether "5 trillion and 30 billion" are two members of a list: a comma or between before it, or respectively after.</summary>
    private bool IsList(int first, int last)
    {
        if (text.Has(first - 1, NumberCue.Between)) return true;
        if (first > 1 && (tokens.IsSymbol(first - 1, ',') || text.Has(first - 1, NumberCue.And)) && (tokens[first - 2].Kind == TokenKind.Number || text.EntryAt(first - 2).ScaleForm != ScaleForm.None)) return true;
        for (var t = last + 1; t < tokens.Count && t < last + 12 && text.Continues(t) && !tokens.IsSymbol(t, '.'); t++)
        {
            if (text.Has(t, NumberCue.Respectively)) return true;
        }

        return false;
    }

    /// <summary>one in five, nine out of ten, one in every three: parts, unless the second counts a time.</summary>
    private bool TryReadOneInFive(Numeral numeral)
    {
        var t = numeral.Last + 1;
        if (!text.Has(t, NumberCue.OutOf)) return false;
        if (text.Has(t + 1, NumberCue.Of)) t++;
        t++;
        if (text.Has(t, NumberCue.Every)) t++;
        if (!text.Continues(t) || !TryReadTail(t, out var whole, out var last) || tokens[t].Kind == TokenKind.Number || whole <= numeral.Value) return false;
        if (text.Has(last + 1, NumberCue.CalendarAfter) || lexicon.Units.EntriesAt(Math.Max(0, lexicon.Units.Step(0, text.WordAt(last + 1)))) is [{ Kind: NumberKind.Duration }, ..]
            || text.EntryAt(text.SkipHyphen(last + 1)).ScaleForm != ScaleForm.None || lexicon.CurrenciesAfter.Step(0, text.WordAt(last + 1)) >= 0 && !text.Has(last + 2, NumberCue.Of)) return false;
        numeral.IsFraction = true;
        numeral.Value /= whole;
        numeral.Mantissa = numeral.Value;
        numeral.Last = last;
        return true;
    }

    /// <summary>half a million, two thirds of a million, three quarters billion.</summary>
    private void ReadFractionScale(Numeral numeral)
    {
        var t = numeral.Last + 1;
        if (!text.Continues(t)) return;
        if (text.Has(t, NumberCue.Of) && text.Continues(t + 1)) t++;
        if (text.Has(text.SkipHyphen(t), NumberCue.Article) && text.Continues(t + 1)) t = text.SkipHyphen(t) + 1;
        t = text.SkipHyphen(t);
        var word = text.WordAt(t);
        if (!text.Continues(t) || lexicon[word].ScaleForm != ScaleForm.Word) return;
        numeral.IsFraction = false;
        numeral.Step = 0.1m;
        Multiply(numeral, lexicon[word].Scale, t);
    }

    /// <summary>one and a half, two-and-a-half million, 3 million and a half.</summary>
    private void ReadHalf(Numeral numeral, bool money)
    {
        var and = text.SkipHyphen(numeral.Last + 1);
        if (numeral.Decimals > 0 || !text.Continues(and) || !text.Has(and, NumberCue.And)) return;
        var article = text.SkipHyphen(and + 1);
        if (!text.Continues(article) || !(text.Has(article, NumberCue.Article) || IsOne(article))) return;
        var fraction = text.SkipHyphen(article + 1);
        var word = text.WordAt(fraction);
        if (!text.Continues(fraction) || text.Has(fraction + 1, NumberCue.Of)) return;
        if (lexicon[word].Role != NumeralRole.Fraction && !(lexicon[word].Role == NumeralRole.Ordinal && lexicon[word].Numeral > 2 && IsFractionAfterArticle(fraction, fraction))) return;
        if (numeral.Scale > 1 && text.EntryAt(fraction + 1).ScaleForm != ScaleForm.None) return;
        numeral.Value += numeral.Scale / lexicon[word].Numeral;
        numeral.Step = numeral.Scale / 10;
        numeral.Mantissa += 1 / lexicon[word].Numeral;
        numeral.Last = fraction;
        numeral.Decimals = 1;
        if (numeral.Scale == 1 && TryReadScale(fraction + 1, numeral, money, out var scale, out var last))
        {
            numeral.Step = 0.1m;
            Multiply(numeral, scale, last);
        }
    }

    private bool IsOne(int at)
    {
        var word = text.WordAt(at);
        return lexicon[word].Role == NumeralRole.Ones && lexicon[word].Numeral == 1;
    }

    private static void Multiply(Numeral numeral, decimal scale, int last)
    {
        numeral.Value = DigitReader.Times(numeral.Value, scale);
        numeral.Step = DigitReader.Times(numeral.Step, scale);
        numeral.Scale = DigitReader.Times(numeral.Scale, scale);
        numeral.Last = last;
    }
}
