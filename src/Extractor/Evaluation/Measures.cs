using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>Which fields are scored as numbers, and which slots each must have right.</summary>
public static class Measures
{
    private static readonly ImmutableArray<SlotName> Common =
        [SlotName.Region, SlotName.Period, SlotName.Flow, SlotName.Partner, SlotName.Category, SlotName.Modality];

    private static readonly ImmutableArray<SlotName> WithUnit = [.. Common, SlotName.Unit];
    private static readonly ImmutableArray<SlotName> WithUnitAndBasis = [.. Common, SlotName.Unit, SlotName.Basis];
    private static readonly ImmutableArray<SlotName> WithBasisAndTerms = [.. Common, SlotName.Basis, SlotName.Terms];
    private static readonly ImmutableArray<SlotName> WithBasis = [.. Common, SlotName.Basis];
    private static readonly ImmutableArray<SlotName> WithShareOf = [.. Common, SlotName.ShareOf];

    /// <summary>The measures that nearly every article has.</summary>
    public static ImmutableArray<SlotName> Core { get; } = [SlotName.Value, SlotName.Growth, SlotName.Share, SlotName.Contribution];

    /// <summary>All measures, the core ones first.</summary>
    public static ImmutableArray<SlotName> All { get; } =
    [
        .. Core, SlotName.Multiple, SlotName.Change, SlotName.ContributionRate, SlotName.GrowthChange, SlotName.GrowthGap, SlotName.ShareChange,
    ];

    /// <summary>The slots that an observation of <paramref name="measure"/> must have right.</summary>
    public static ImmutableArray<SlotName> SlotsOf(SlotName measure) => measure switch
    {
        SlotName.Value => WithUnit,
        SlotName.Change => WithUnitAndBasis,
        SlotName.Growth => WithBasisAndTerms,
        SlotName.Multiple => WithBasis,
        SlotName.Share => WithShareOf,
        _ => Common,
    };
}
