namespace Extractor.Checks;

/// <summary>All the numbers between two ends, each open, closed or absent, with exact arithmetic.</summary>
/// <remarks>
/// The result of an operation is the set of all results of its operands' members, where they vary independently. A
/// formula in which one operand stands twice must be rearranged so that it stands once.
/// </remarks>
public readonly record struct Interval
{
    /// <summary>Makes the interval between two ends.</summary>
    /// <exception cref="ArgumentException">The interval would hold no number.</exception>
    public Interval(IntervalEnd low, IntervalEnd high)
    {
        if (low.At is { } l && high.At is { } h && (l > h || (l == h && !(low.IsClosed && high.IsClosed))))
            throw new ArgumentException("An interval holds at least one number.", nameof(high));
        Low = low;
        High = high;
    }

    /// <summary>Every number.</summary>
    public static Interval All => new(IntervalEnd.Unbounded, IntervalEnd.Unbounded);

    /// <summary>The lower end.</summary>
    public IntervalEnd Low { get; }

    /// <summary>The upper end.</summary>
    public IntervalEnd High { get; }

    /// <summary>How far the ends lie apart; null without a bound on either side.</summary>
    public Ratio? Width => Low.At is { } low && High.At is { } high ? high - low : null;

    /// <summary>One number and no other.</summary>
    public static Interval Of(Ratio value) => new(IntervalEnd.Closed(value), IntervalEnd.Closed(value));

    /// <summary>Whether <paramref name="value"/> lies in it.</summary>
    public bool Contains(Ratio value) =>
        (Low.At is not { } low || value > low || (value == low && Low.IsClosed))
        && (High.At is not { } high || value < high || (value == high && High.IsClosed));

    /// <summary>Whether the two share at least one number.</summary>
    public bool Intersects(Interval other) => !LiesBelow(this, other) && !LiesBelow(other, this);

    /// <summary>The numbers of both; null when there is none.</summary>
    public Interval? Intersect(Interval other)
    {
        if (!Intersects(other)) return null;
        var low = Low.At is not { } a ? other.Low
            : other.Low.At is not { } b || a > b ? Low
            : a < b ? other.Low : IntervalEnd.Closed(a) with { IsClosed = Low.IsClosed && other.Low.IsClosed };
        var high = High.At is not { } c ? other.High
            : other.High.At is not { } d || c < d ? High
            : c > d ? other.High : IntervalEnd.Closed(c) with { IsClosed = High.IsClosed && other.High.IsClosed };
        return new Interval(low, high);
    }

    /// <summary>The sizes of its numbers, without their signs.</summary>
    public Interval Abs()
    {
        if (Low.At is { Sign: >= 0 }) return this;
        if (High.At is { Sign: <= 0 }) return -this;
        if (Low.At is not { } low || High.At is not { } high) return new Interval(IntervalEnd.Closed(Ratio.Zero), IntervalEnd.Unbounded);
        var (a, b) = (low.Abs(), high.Abs());
        var end = a > b ? new IntervalEnd(a, Low.IsClosed) : b > a ? new IntervalEnd(b, High.IsClosed) : new IntervalEnd(a, Low.IsClosed || High.IsClosed);
        return new Interval(IntervalEnd.Closed(Ratio.Zero), end);
    }

    /// <summary>Sums of a member of each.</summary>
    public static Interval operator +(Interval left, Interval right) => new(Sum(left.Low, right.Low), Sum(left.High, right.High));

    /// <summary>Differences of a member of each.</summary>
    public static Interval operator -(Interval left, Interval right) => left + (-right);

    /// <summary>The opposites.</summary>
    public static Interval operator -(Interval value) => new(Negate(value.High), Negate(value.Low));

    /// <summary>Products of a member of each.</summary>
    public static Interval operator *(Interval left, Interval right)
    {
        if (IsZero(left) || IsZero(right)) return Of(Ratio.Zero);
        ReadOnlySpan<Corner> corners = [
            Corner.Product(Corner.Low(left), Corner.Low(right)), Corner.Product(Corner.Low(left), Corner.High(right)),
            Corner.Product(Corner.High(left), Corner.Low(right)), Corner.Product(Corner.High(left), Corner.High(right))];
        var (low, high) = (corners[0], corners[0]);
        foreach (var corner in corners[1..])
        {
            if (corner.CompareTo(low) is var below && (below < 0 || (below == 0 && corner.IsClosed))) low = corner;
            if (corner.CompareTo(high) is var above && (above > 0 || (above == 0 && corner.IsClosed))) high = corner;
        }

        // An end of zero is reached wherever a factor holds zero, whatever the other's ends.
        var holdsZero = left.Contains(Ratio.Zero) || right.Contains(Ratio.Zero);
        return new Interval(low.ToEnd(holdsZero), high.ToEnd(holdsZero));
    }

    /// <summary>Quotients of a member of each; every number when the divisor may be zero.</summary>
    public static Interval operator /(Interval left, Interval right)
    {
        if (right.Low.At is { Sign: > 0 } or { Sign: 0 } && !right.Contains(Ratio.Zero)) return left * Reciprocal(right);
        if (right.High.At is { Sign: < 0 } or { Sign: 0 } && !right.Contains(Ratio.Zero)) return left * -Reciprocal(-right);
        return All;
    }

    /// <summary><c>[a, b)</c>, with <c>-∞</c> and <c>∞</c> for no bound.</summary>
    public override string ToString() => ToString(12);

    /// <summary><c>[a, b)</c> with at most <paramref name="decimals"/> decimals.</summary>
    public string ToString(int decimals) =>
        (Low.IsClosed ? "[" : "(") + (Low.At?.ToString(decimals) ?? "-∞") + ", " + (High.At?.ToString(decimals) ?? "∞") + (High.IsClosed ? "]" : ")");

    private static bool IsZero(Interval value) => value.Low.At is { Sign: 0 } && value.High.At is { Sign: 0 };

    private static bool LiesBelow(Interval left, Interval right) =>
        left.High.At is { } high && right.Low.At is { } low && (high < low || (high == low && !(left.High.IsClosed && right.Low.IsClosed)));

    private static IntervalEnd Sum(IntervalEnd left, IntervalEnd right) =>
        left.At is { } a && right.At is { } b ? new IntervalEnd(a + b, left.IsClosed && right.IsClosed) : IntervalEnd.Unbounded;

    private static IntervalEnd Negate(IntervalEnd end) => end.At is { } at ? new IntervalEnd(-at, end.IsClosed) : end;

    /// <summary>1 / x of an interval of positive numbers.</summary>
    private static Interval Reciprocal(Interval positive) => new(
        positive.High.At is { } high ? new IntervalEnd(Ratio.One / high, positive.High.IsClosed) : IntervalEnd.Open(Ratio.Zero),
        positive.Low.At is { Sign: > 0 } low ? new IntervalEnd(Ratio.One / low, positive.Low.IsClosed) : IntervalEnd.Unbounded);

    /// <summary>An end as a factor: a number, or infinity with its sign.</summary>
    private readonly record struct Corner(int Infinity, Ratio At, bool IsClosed) : IComparable<Corner>
    {
        public static Corner Low(Interval value) => value.Low.At is { } at ? new(0, at, value.Low.IsClosed) : new(-1, default, false);

        public static Corner High(Interval value) => value.High.At is { } at ? new(0, at, value.High.IsClosed) : new(1, default, false);

        public static Corner Product(Corner left, Corner right)
        {
            var sign = left.Sign * right.Sign;

            // Zero times infinity is the limit along that edge: zero.
            if (sign == 0) return new(0, Ratio.Zero, left.IsClosed && right.IsClosed);
            return left.Infinity != 0 || right.Infinity != 0
                ? new(sign, default, false)
                : new(0, left.At * right.At, left.IsClosed && right.IsClosed);
        }

        private int Sign => Infinity != 0 ? Infinity : At.Sign;

        public int CompareTo(Corner other) => Infinity != other.Infinity ? Infinity.CompareTo(other.Infinity) : At.CompareTo(other.At);

        public IntervalEnd ToEnd(bool holdsZero) =>
            Infinity != 0 ? IntervalEnd.Unbounded : new IntervalEnd(At, IsClosed || (At.Sign == 0 && holdsZero));
    }
}
