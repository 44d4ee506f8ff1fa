using Extractor.Facts;

namespace Extractor.Checks;

/// <summary>A number as it was printed: its value, the size of its last digit, and the wording that bounds it.</summary>
/// <remarks>
/// <para>A printed number stands for all values that round to it. "4.37 trillion" is [4.365, 4.375) trillion: half-open,
/// because halves round away from zero; "-8.1" is (-8.15, -8.05] by the same rule.</para>
/// <para>"Over" and "more than" take away the far end, "nearly" and "under" bring the near end to zero, both by the size
/// of the number: "fell by more than 5%" is (-∞, -4.5]. "About" has no ends that anyone could agree on: such a number takes
/// part in no check.</para>
/// <para>How far a whole number that ends in zeros was rounded cannot be seen: "20%" may stand for [19.5, 20.5) or
/// [15, 25). Such a number is confirmed on its narrow reading and contradicted only on its wide one.</para>
/// </remarks>
public sealed record PrintedNumber
{
    /// <summary>The number, scale and sign applied.</summary>
    public required decimal Value { get; init; }

    /// <summary>One unit of the last printed digit, scale applied: 10,000,000,000 for "4.37 trillion".</summary>
    public required decimal Step { get; init; }

    /// <summary>One unit of the last digit that is no closing zero of a whole number: 10 for "20%", 100 billion for "400 billion"; else <see cref="Step"/>.</summary>
    public required decimal RoundStep { get; init; }

    /// <summary>How the wording bounds it.</summary>
    public Approx Approx { get; init; }

    /// <summary>Whether digits were found in the text; false for "half", "doubled", and for facts without their text.</summary>
    public bool HasDigits { get; init; }

    /// <summary>The values that it stands for.</summary>
    public Interval Interval(Reading reading = Reading.Narrow)
    {
        var half = (Ratio)(reading == Reading.Wide ? RoundStep : Step) / 2m;
        var size = (Ratio)Math.Abs(Value);
        var low = Approx == Approx.Under || size <= half ? IntervalEnd.Closed(Ratio.Zero) : IntervalEnd.Closed(size - half);
        var high = Approx == Approx.Over ? IntervalEnd.Unbounded : IntervalEnd.Open(size + half);
        if (Value == 0) return new Interval(high.At is { } end ? IntervalEnd.Open(-end) : high, high);
        var sizes = new Interval(low, high);
        return Value < 0 ? -sizes : sizes;
    }

    /// <summary>How the number of <paramref name="measure"/> stands in the text; null when the fact has no such number.</summary>
    /// <remarks>
    /// The slot's span leads to the printed digits; a fact without spans has its quote searched for digits that make up the
    /// number. Without either, the significant digits of the number itself count as printed.
    /// </remarks>
    /// <param name="fact">The fact.</param>
    /// <param name="measure">The measure: <see cref="SlotName.Value"/>, <see cref="SlotName.Growth"/> ...</param>
    /// <param name="documentText">The text of its document, into which spans lead; null when it is not at hand.</param>
    public static PrintedNumber? FromFact(Fact fact, SlotName measure, string? documentText)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.Number(measure) is not { } value) return null;
        var digits = InSlot(fact, measure, value, documentText) ?? PrintedDigits.Find(fact.Quote, value, IsMoneyLike(measure));
        return FromDigits(value, digits, fact.Approx);
    }

    /// <summary>A number whose digits are known to be printed as <paramref name="digits"/>; null for digits unknown.</summary>
    internal static PrintedNumber FromDigits(decimal value, PrintedDigits? digits, Approx approx = Approx.Exact)
    {
        var (step, roundStep) = digits is { } found ? (found.Step, found.RoundStep) : PrintedDigits.Significant(value);
        return new PrintedNumber { Value = value, Step = step, RoundStep = roundStep, Approx = approx, HasDigits = digits is not null };
    }

    private static PrintedDigits? InSlot(Fact fact, SlotName measure, decimal value, string? text)
    {
        if (text is null) return null;
        foreach (var slot in fact.Slots)
        {
            if (slot.Name == measure && slot.Span is { } span && span.End <= text.Length)
                return PrintedDigits.Find(span.Of(text), value, IsMoneyLike(measure));
        }

        return null;
    }

    /// <summary>Amounts have scales; the others are printed as they are.</summary>
    private static bool IsMoneyLike(SlotName measure) => measure is SlotName.Value or SlotName.Change;
}
