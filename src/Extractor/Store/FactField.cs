namespace Extractor.Store;

/// <summary>Fields of facts that have few enough values to be listed.</summary>
public enum FactField
{
    /// <summary>Who trades.</summary>
    Region,

    /// <summary>With whom.</summary>
    Partner,

    /// <summary>What narrows the flow.</summary>
    Category,

    /// <summary>Which direction.</summary>
    Flow,

    /// <summary>What amounts are counted in.</summary>
    Unit,

    /// <summary>The rule that read it.</summary>
    Rule,

    /// <summary>The period.</summary>
    Period,

    /// <summary>The document.</summary>
    Doc,
}

/// <summary>A value and how many current facts have it.</summary>
/// <param name="Value">The value; null where the facts have none.</param>
/// <param name="Count">How many facts.</param>
public sealed record ValueCount(string? Value, long Count);
