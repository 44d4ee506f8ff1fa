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
}
