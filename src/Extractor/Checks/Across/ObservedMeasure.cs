using Extractor.Facts;

namespace Extractor.Checks.Across;

/// <summary>One measure of one observation: what statements of different articles may agree or disagree on.</summary>
/// <remarks>Goods, and goods and services, are one observation here with two scopes; so are the currencies and terms in which it is measured.</remarks>
/// <param name="Key">What is observed.</param>
/// <param name="Measure">What is measured of it.</param>
/// <param name="Basis">What growth compares with; null for a year earlier.</param>
/// <param name="ShareOf">Whose total a share is of; null for the region's own.</param>
public readonly record struct ObservedMeasure(ObservationKey Key, SlotName Measure, string? Basis, string? ShareOf)
{
    private const string GoodsAndServices = "goods and services";

    /// <summary>What <paramref name="figure"/> is a measure of.</summary>
    public static ObservedMeasure Of(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var key = ObservationKey.Of(figure.Fact!);
        if (key.Category == GoodsAndServices) key = key with { Category = null };
        return new(
            key,
            figure.Measure,
            figure.Measure is SlotName.Value or SlotName.Share ? null : figure.Fact!.Basis,
            figure.Measure == SlotName.Share ? figure.Fact!.ShareOf : null);
    }

    /// <summary>What keeps two statements of one observation from being compared: unit, terms, goods alone or with services.</summary>
    internal static (string? Unit, string? Terms, bool WithServices) Scope(Figure figure) => (
        figure.Unit,
        figure.Measure is SlotName.Growth or SlotName.Multiple ? figure.Fact!.Terms : null,
        ObservationKey.Of(figure.Fact!).Category == GoodsAndServices);
}
