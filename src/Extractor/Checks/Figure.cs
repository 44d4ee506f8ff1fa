using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Checks;

/// <summary>One number of one fact, as a term of an identity.</summary>
/// <param name="Fact">The fact; null for a number that belongs to none, such as an amount in a second currency.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="Printed">How it was printed.</param>
/// <param name="Unit">What an amount is counted in; null for percentages.</param>
public sealed record Figure(Fact? Fact, SlotName Measure, PrintedNumber Printed, string? Unit)
{
    /// <summary>Where it stands, for a number that belongs to no fact.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The values that it stands for.</summary>
    public Interval Interval(Reading reading) => Printed.Interval(reading);

    /// <summary>The number as printed, with its unit: "4.37 trillion CNY", ">20%", "1.6 points".</summary>
    public string Written => Amounts.Suiting(this).Full(this);

    /// <summary>The measures that are numbers of a fact.</summary>
    internal static ImmutableArray<SlotName> Measures { get; } =
    [
        SlotName.Value, SlotName.Growth, SlotName.Multiple, SlotName.Change, SlotName.Share, SlotName.Contribution, SlotName.ContributionRate,
        SlotName.GrowthChange, SlotName.GrowthGap, SlotName.ShareChange,
    ];

    /// <summary>The numbers of a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="documentText">The text of its document, which tells how they were printed; null to go by the quote.</param>
    public static IEnumerable<Figure> Of(Fact fact, string? documentText)
    {
        foreach (var measure in Measures)
        {
            if (PrintedNumber.FromFact(fact, measure, documentText) is { } printed)
                yield return new Figure(fact, measure, printed, measure is SlotName.Value or SlotName.Change ? fact.Unit : null);
        }
    }
}
