namespace Extractor.Rules;

/// <summary>What a number is, once a rule has read it.</summary>
public enum RuleRole
{
    /// <summary>The amount itself: value.</summary>
    Level,

    /// <summary>Change in percent.</summary>
    Growth,

    /// <summary>An absolute change.</summary>
    Change,

    /// <summary>Percent of a total.</summary>
    Share,

    /// <summary>Points added to growth.</summary>
    Contribution,

    /// <summary>Percent of total growth.</summary>
    ContributionRate,

    /// <summary>Points by which growth itself moved.</summary>
    GrowthChange,

    /// <summary>Points ahead of another's growth.</summary>
    GrowthGap,

    /// <summary>Points by which the share moved.</summary>
    ShareChange,

    /// <summary>A factor.</summary>
    Multiple,

    /// <summary>Place in a ranking.</summary>
    Rank,

    /// <summary>The amount at an earlier period.</summary>
    EarlierLevel,

    /// <summary>The growth of an earlier period.</summary>
    EarlierGrowth,

    /// <summary>The share at an earlier period.</summary>
    EarlierShare,

    /// <summary>No fact, with a coded reason.</summary>
    Aside,
}
