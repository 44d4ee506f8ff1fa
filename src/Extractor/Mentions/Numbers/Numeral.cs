namespace Extractor.Mentions.Numbers;

/// <summary>A number as read from its digits or words and its scale, before anything around it is looked at.</summary>
internal sealed class Numeral
{
    /// <summary>Scale applied.</summary>
    public decimal Value;

    /// <summary>Size of one unit of the last printed digit, scale applied.</summary>
    public decimal Step;

    /// <summary>As printed, without scale.</summary>
    public decimal Mantissa;

    /// <summary>What the last scale word multiplied with; 1 without one.</summary>
    public decimal Scale;

    /// <summary>Decimals printed.</summary>
    public int Decimals;

    /// <summary>Last token.</summary>
    public int Last;

    public bool IsGrouped;

    public bool IsSpelled;

    public bool IsOrdinal;

    /// <summary>A part of one: half, two thirds.</summary>
    public bool IsFraction;

    /// <summary>Whether the print speaks for an amount: <c>5.2</c>, <c>5,000</c>, <c>5 billion</c>.</summary>
    public bool IsStrict => Decimals > 0 || IsGrouped || Scale > 1;
}
