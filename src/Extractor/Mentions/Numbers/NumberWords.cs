using Extractor.Facts;

namespace Extractor.Mentions.Numbers;

/// <summary>What a word is to a spelled number.</summary>
internal enum NumeralRole : byte
{
    None,
    Ones,
    Teens,
    Tens,
    Ordinal,
    Fraction,
    Fractions,
    OrdinalEnding,
}

/// <summary>In which surroundings a scale word is one.</summary>
internal enum ScaleForm : byte
{
    None,
    Word,
    Plural,
    Short,
    Money,
    Letter,
}

/// <summary>What one word is to numbers.</summary>
/// <param name="Role">What it is to a spelled number.</param>
/// <param name="Numeral">The value of a numeral; the denominator of a fraction.</param>
/// <param name="ScaleForm">Whether it is a scale.</param>
/// <param name="Scale">What the scale multiplies with.</param>
/// <param name="Factor">The factor that the word is by itself (doubled); 0 for others.</param>
/// <param name="Cues">What it tells of numbers beside it.</param>
internal readonly record struct NumberWord(NumeralRole Role, decimal Numeral, ScaleForm ScaleForm, decimal Scale, decimal Factor, NumberCue Cues);

/// <summary>Small words around numbers and what they tell.</summary>
[Flags]
internal enum NumberCue
{
    None = 0,
    And = 1 << 0,
    Article = 1 << 1,
    Of = 1 << 2,
    Point = 1 << 3,
    Minus = 1 << 4,
    Plus = 1 << 5,
    Or = 1 << 6,
    To = 1 << 7,
    Between = 1 << 8,
    From = 1 << 9,
    The = 1 << 10,
    By = 1 << 11,
    Respectively = 1 << 12,
    Month = 1 << 13,

    /// <summary>Before a half or quarter of a calendar: first, last, this.</summary>
    Calendar = 1 << 14,

    /// <summary>After a half or quarter of a calendar: earlier, ago, year.</summary>
    CalendarAfter = 1 << 15,

    /// <summary>Before a number that is a name: No., Chapter, Phase.</summary>
    Label = 1 << 16,

    /// <summary>After a multiple that is none: double digits.</summary>
    Digits = 1 << 17,

    /// <summary>Before a scale word that counts nothing exact: several, a few.</summary>
    Vague = 1 << 18,

    /// <summary>Before the pronoun one: the one, which one.</summary>
    PronounBefore = 1 << 19,

    /// <summary>Words that may follow a fraction: a third of, a third to. Any other word makes it a rank: a third country.</summary>
    FractionFollow = 1 << 20,

    /// <summary>Between a level and an earlier one: against, versus, than.</summary>
    Against = 1 << 21,

    /// <summary>Before a half that is a part: by half, account for half. After other words (the fiscal half) it is six months.</summary>
    HalfBefore = 1 << 22,

    /// <summary>After a half that is a part: half the total.</summary>
    HalfAfter = 1 << 23,

    /// <summary>After a time of day: GMT.</summary>
    Clock = 1 << 24,

    /// <summary>Before a range: growth of 1% to 3%.</summary>
    RangeBefore = 1 << 25,

    /// <summary>Between the two numbers of a part: one in five, nine out of ten.</summary>
    OutOf = 1 << 26,

    /// <summary>Before the second number of a part: one in every five.</summary>
    Every = 1 << 27,
}

/// <summary>Whether a form must be spelled as listed, and where it may stand.</summary>
internal enum CurrencyMatch : byte
{
    Any,
    Exact,
    Glued,
    Strict,
    Letter,
    After,
}

/// <summary>A currency form: <c>US$</c>, <c>RMB</c>, <c>Norwegian kroner</c>.</summary>
/// <param name="Form">As listed.</param>
/// <param name="Unit">ISO 4217 code.</param>
/// <param name="Match">How it must be spelled and where it may stand.</param>
/// <param name="Ambiguous">Whether others use the name too.</param>
/// <param name="IsSymbol">Whether it is a sign such as <c>$</c> or <c>HK$</c>.</param>
/// <param name="IsNoun">Whether it is a word of the language: <c>euros</c>, not <c>EUR</c>.</param>
/// <param name="Name">The bare name of an ambiguous word, such as <c>dollar</c>; null for signs and for what is explicit.</param>
/// <param name="Factor">What it multiplies with: MUSD are millions.</param>
internal sealed record CurrencyForm(string Form, string Unit, CurrencyMatch Match, bool Ambiguous, bool IsSymbol, bool IsNoun, string? Name, decimal Factor);

/// <summary>A unit form: <c>percentage points</c>, <c>metric tons</c>.</summary>
internal sealed record UnitForm(string Form, string Unit, NumberKind Kind, decimal Factor, bool Exact, bool IsMinor);

/// <summary>A bound phrase: <c>more than</c>.</summary>
internal sealed record BoundForm(Approx Approx, bool AmountsOnly);
