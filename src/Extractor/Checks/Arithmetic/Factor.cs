namespace Extractor.Checks.Arithmetic;

/// <summary>What a level was multiplied by: 1.071 for a growth of 7.1%, 8 for "eightfold".</summary>
internal sealed record Factor(Figure Figure, string Written, Func<Reading, Interval> Interval)
{
    private static readonly Interval One = Checks.Interval.Of(Ratio.One);
    private static readonly Interval Hundred = Checks.Interval.Of(100m);

    /// <summary>(1 + 7.1%).</summary>
    public static Factor Of(Figure growth)
    {
        var value = growth.Printed.Value;
        var size = Amounts.Percent.Full(growth with { Printed = growth.Printed with { Value = Math.Abs(value) } });
        return new(growth, $"(1 {(value < 0 ? '-' : '+')} {size})", reading => One + (growth.Interval(reading) / Hundred));
    }

    /// <summary>8, or 9 when the wording may mean that 8 times as much was added.</summary>
    public static Factor OfMultiple(Figure multiple, bool added) => added
        ? new(multiple, $"({Amounts.Plain.Bare(multiple)} + 1)", reading => multiple.Interval(reading) + One)
        : new(multiple, Amounts.Plain.Bare(multiple), multiple.Interval);

    /// <summary>The part of the level that growth added: 1 - 1 / 1.071. The factor stands once, so that the ends are exact.</summary>
    public Interval Added(Reading reading) => One - (One / Interval(reading));
}
