namespace Extractor.Checks;

/// <summary>What a check found. Contradictions come first wherever checks are listed.</summary>
public enum CheckStatus
{
    /// <summary>No values that round to the printed numbers fulfil the identity.</summary>
    Contradicted,

    /// <summary>Some do, and they are narrowed down enough for that to mean something.</summary>
    Confirmed,

    /// <summary>The numbers are too coarse, or too vaguely worded, to tell.</summary>
    NotApplicable,
}
