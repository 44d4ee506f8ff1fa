using Extractor.Text;

namespace Extractor.Facts;

/// <summary>The fields of a fact that were read from somewhere; names as in ANNOTATION.md.</summary>
public enum SlotName
{
    /// <summary>Who trades.</summary>
    Region,

    /// <summary>When.</summary>
    Period,

    /// <summary>Trade, exports, imports or balance.</summary>
    Flow,

    /// <summary>With whom.</summary>
    Partner,

    /// <summary>What narrows the flow.</summary>
    Category,

    /// <summary>The amount.</summary>
    Value,

    /// <summary>What the amount is counted in.</summary>
    Unit,

    /// <summary>Change in percent.</summary>
    Growth,

    /// <summary>What growth compares with.</summary>
    Basis,

    /// <summary>What growth is measured in.</summary>
    Terms,

    /// <summary>"eightfold".</summary>
    Multiple,

    /// <summary>Absolute change.</summary>
    Change,

    /// <summary>Percent of a total.</summary>
    Share,

    /// <summary>Whose total.</summary>
    ShareOf,

    /// <summary>Percentage points added to growth.</summary>
    Contribution,

    /// <summary>Percent of the total growth made up.</summary>
    ContributionRate,

    /// <summary>Percentage points by which growth itself changed.</summary>
    GrowthChange,

    /// <summary>Percentage points ahead of another's growth.</summary>
    GrowthGap,

    /// <summary>Percentage points by which the share changed.</summary>
    ShareChange,

    /// <summary>Place in a ranking.</summary>
    Rank,

    /// <summary>Bound wording.</summary>
    Approx,

    /// <summary>Actual, forecast, target or revised.</summary>
    Modality,
}

/// <summary>How a slot got its value.</summary>
public enum SlotOrigin
{
    /// <summary>Read in the quote itself.</summary>
    Stated,

    /// <summary>Carried over from an earlier place in the document; the span leads there.</summary>
    Carried,

    /// <summary>From the dateline, the metadata or the document as a whole.</summary>
    Document,

    /// <summary>The default reading where nothing is said.</summary>
    Default,
}

/// <summary>One field of a fact, with the words that it was read from.</summary>
/// <param name="Name">Which field.</param>
/// <param name="Value">The value as it is written in the fact line.</param>
/// <param name="Span">The words read; null when nothing in the text states it (metadata, default).</param>
/// <param name="Origin">How it came about.</param>
public sealed record Slot(SlotName Name, string Value, TextSpan? Span, SlotOrigin Origin);
