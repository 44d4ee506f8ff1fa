using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>What a number counts.</summary>
public enum NumberKind
{
    /// <summary>A bare count: <c>27</c>, <c>seven</c>, <c>3,80,528</c>.</summary>
    Cardinal,

    /// <summary>A rank: <c>second</c>, <c>59th</c>.</summary>
    Ordinal,

    /// <summary>Percent: <c>5.2%</c>, <c>17 per cent</c>, <c>half</c> (50), <c>one third</c>. Value in percent.</summary>
    Percent,

    /// <summary>Percentage points (basis points divided by 100). Value in points.</summary>
    PercentagePoints,

    /// <summary>A factor: <c>doubled</c> (2), <c>eightfold</c> (8), <c>41.6 times</c> (41.6).</summary>
    Multiple,

    /// <summary>An amount of money; unit is ISO 4217.</summary>
    Money,

    /// <summary>A count of a plain unit: <c>35,000 metric tons</c> (tonnes), <c>57,585 units</c>.</summary>
    Quantity,

    /// <summary>A length of time: <c>five years</c>, <c>14 consecutive months</c>. Unit is the plural word.</summary>
    Duration,
}

/// <summary>One number of the text, normalised.</summary>
public sealed record NumberMention
{
    /// <summary>What it counts.</summary>
    public required NumberKind Kind { get; init; }

    /// <summary>The value: scale applied, sign applied; percent for <see cref="NumberKind.Percent"/>.</summary>
    public required decimal Value { get; init; }

    /// <summary>ISO 4217 code for money, plain unit for quantities, else null.</summary>
    public string? Unit { get; init; }

    /// <summary>All the words of the mention, with currency, scale and unit, without the bound wording.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First token of <see cref="Span"/>.</summary>
    public required int FirstToken { get; init; }

    /// <summary>Last token of <see cref="Span"/>, included.</summary>
    public required int LastToken { get; init; }

    /// <summary>Bound wording around it: over, nearly, about.</summary>
    public Approx Approx { get; init; }

    /// <summary>The bound wording, when there is any.</summary>
    public TextSpan? ApproxSpan { get; init; }

    /// <summary>The size of one unit of the last printed digit, scale applied: 10,000,000,000 for "4.37 trillion".</summary>
    public decimal Step { get; init; } = 1;

    /// <summary>Whether the scale or unit was taken from another member of the list ("1.2, 1.1 and 0.9 trillion yuan").</summary>
    public bool SharesUnit { get; init; }

    /// <summary>Whether this is the same amount again in another currency ("4.68 trillion yuan ($658.63 billion)").</summary>
    public bool IsSecondCurrency { get; init; }

    /// <summary>Whether an explicit sign stood before it: <c>+</c> 1, <c>-</c> -1, none 0.</summary>
    public int Sign { get; init; }

    /// <summary>
    /// Whether others use the currency's name too and <see cref="Unit"/> is the usual one: <c>$</c>, <c>pesos</c>, <c>kronor</c>, <c>rupees</c>.
    /// The document's own country may decide otherwise.
    /// </summary>
    public bool AmbiguousUnit { get; init; }

    /// <summary>Whether it is one end of a range: <c>1-2%</c>, <c>between 3 and 4 billion</c>.</summary>
    public bool IsRange { get; init; }

    /// <summary>Whether it names rather than counts: <c>COVID-19</c>, <c>Q1</c>, <c>No. 1</c>, <c>24/7</c>, a phone number, the pronoun <c>one</c>.</summary>
    public bool IsLabel { get; init; }

    /// <summary>Whether it was spelled in words: <c>two</c>, <c>half</c>, <c>doubled</c>.</summary>
    public bool IsSpelled { get; init; }

    /// <summary>Whether it is part of a date: the 7 of <c>May 7</c>, the 2022 of <c>in 2022</c>. Only an unadorned cardinal can be.</summary>
    public bool IsDatePart { get; init; }
}
