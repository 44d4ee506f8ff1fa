namespace Extractor.Facts;

/// <summary>What is traded in which direction.</summary>
public enum Flow
{
    /// <summary>Imports and exports together.</summary>
    Trade,

    /// <summary>Goods or services sold abroad.</summary>
    Exports,

    /// <summary>Goods or services bought abroad.</summary>
    Imports,

    /// <summary>Exports less imports: a deficit is negative.</summary>
    Balance,
}

/// <summary>Whether a number is what happened, or said of what will, should, or was restated.</summary>
public enum Modality
{
    /// <summary>It happened.</summary>
    Actual,

    /// <summary>It is expected.</summary>
    Forecast,

    /// <summary>It is aimed at.</summary>
    Target,

    /// <summary>A restated earlier figure.</summary>
    Revised,
}

/// <summary>How the wording bounds a number.</summary>
public enum Approx
{
    /// <summary>As stated.</summary>
    Exact,

    /// <summary><c>&gt;</c>: over, more than, exceeded.</summary>
    Over,

    /// <summary><c>&lt;</c>: nearly, less than, under.</summary>
    Under,

    /// <summary><c>~</c>: about, around.</summary>
    About,
}
