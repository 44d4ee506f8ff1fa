using System.Globalization;

namespace Extractor.Facts;

/// <summary>Fields of a fact by name, as fact lines, tables and the database write them.</summary>
public static class FactLineFields
{
    /// <summary>The field <paramref name="name"/> as it is written in the fact line; null when absent. <c>basis</c> and <c>modality</c> have their defaults.</summary>
    public static string? Written(this Fact fact, SlotName name)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return name switch
        {
            SlotName.Region => fact.Region,
            SlotName.Period => fact.Period.ToString(),
            SlotName.Flow => FactLineNames.Of(fact.Flow),
            SlotName.Partner => fact.Partner,
            SlotName.Category => fact.Category,
            SlotName.Unit => fact.Unit,
            SlotName.Basis => fact.Basis ?? "yoy",
            SlotName.Terms => fact.Terms,
            SlotName.ShareOf => fact.ShareOf,
            SlotName.Rank => fact.Rank?.ToString(CultureInfo.InvariantCulture),
            SlotName.Approx => FactLineNames.Of(fact.Approx),
            SlotName.Modality => FactLineNames.Of(fact.Modality),
            _ => fact.Number(name) is { } number ? FactLineWriter.Canonical(number).ToString(CultureInfo.InvariantCulture) : null,
        };
    }

    /// <summary>The number of the measure <paramref name="measure"/>; null when absent or when the field is no measure.</summary>
    public static decimal? Number(this Fact fact, SlotName measure)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return measure switch
        {
            SlotName.Value => fact.Value,
            SlotName.Growth => fact.Growth,
            SlotName.Multiple => fact.Multiple,
            SlotName.Change => fact.Change,
            SlotName.Share => fact.Share,
            SlotName.Contribution => fact.Contribution,
            SlotName.ContributionRate => fact.ContributionRate,
            SlotName.GrowthChange => fact.GrowthChange,
            SlotName.GrowthGap => fact.GrowthGap,
            SlotName.ShareChange => fact.ShareChange,
            _ => null,
        };
    }
}
