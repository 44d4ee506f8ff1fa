namespace Extractor.Checks;

/// <summary>How far a whole number with closing zeros is taken to be rounded.</summary>
public enum Reading
{
    /// <summary>To its last printed digit: "20%" is [19.5, 20.5).</summary>
    Narrow,

    /// <summary>To its last digit that is not a closing zero: "20%" is [15, 25).</summary>
    Wide,
}
