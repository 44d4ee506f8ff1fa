using System.Collections.Immutable;

namespace Extractor.Checks;

/// <summary>Which identity a check tests.</summary>
public enum CheckKind
{
    /// <summary>Exports and imports make up trade.</summary>
    FlowSum,

    /// <summary>Exports less imports are the balance.</summary>
    FlowDifference,

    /// <summary>A level and its growth lead back to the level stated of the period compared with.</summary>
    EarlierLevel,

    /// <summary>The levels of the period compared with, reckoned from level and growth, add up as flows do.</summary>
    EarlierFlowSum,

    /// <summary>A part by its whole is the share stated.</summary>
    Share,

    /// <summary>Parts and their shares lead to one and the same whole, which the text does not state.</summary>
    ImpliedWhole,

    /// <summary>A part's increase by the whole's earlier level is the contribution stated.</summary>
    Contribution,

    /// <summary>A part's increase by the whole's increase is the rate of contribution stated.</summary>
    ContributionRate,

    /// <summary>Parts of a complete breakdown add up to the whole.</summary>
    Breakdown,

    /// <summary>Shares of a complete breakdown, or of partners named jointly, add up.</summary>
    ShareSum,

    /// <summary>The parts of a longer period add up to it.</summary>
    PeriodSum,

    /// <summary>One growth rate less another is the lead stated.</summary>
    GrowthGap,

    /// <summary>The growth rate less the rate of an earlier period is the acceleration stated.</summary>
    GrowthChange,

    /// <summary>A level less its change is the earlier level, or what its growth makes of it.</summary>
    Change,

    /// <summary>A share less the earlier share is the change of share stated.</summary>
    ShareChange,

    /// <summary>An amount given in two currencies implies the rate that the document's other pairs imply.</summary>
    ExchangeRate,

    /// <summary>The same number stated again, perhaps rounder.</summary>
    Restatement,
}

/// <summary>The names of checks as tables, fact lines and the store write them.</summary>
public static class CheckNames
{
    private static readonly ImmutableArray<string> Kinds =
    [
        "exports+imports=trade", "exports-imports=balance", "earlier-level", "earlier-flows", "share", "implied-whole", "contribution",
        "contribution-rate", "breakdown", "share-sum", "period-sum", "growth-gap", "growth-change", "change", "share-change", "exchange-rate",
        "restatement",
    ];

    private static readonly ImmutableArray<string> Statuses = ["contradicted", "confirmed", "not applicable"];

    /// <summary>The name of a kind of check, such as <c>exports+imports=trade</c>.</summary>
    public static string Of(CheckKind kind) => Kinds[(int)kind];

    /// <summary>The word for a status.</summary>
    public static string Of(CheckStatus status) => Statuses[(int)status];
}
