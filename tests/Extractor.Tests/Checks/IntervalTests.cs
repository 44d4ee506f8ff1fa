using Extractor.Checks;
using FsCheck;
using FsCheck.Fluent;
using Interval = Extractor.Checks.Interval;

namespace Extractor.Tests.Checks;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("[1, 2]", "[3, 4]", "[4, 6]")]
    [InlineData("[1, 2)", "[3, 4]", "[4, 6)")]
    [InlineData("[1, ∞)", "[3, 4)", "[4, ∞)")]
    [InlineData("(-∞, -1]", "(-∞, 1)", "(-∞, 0)")]
    public void Sums_have_the_sums_of_their_ends(string left, string right, string sum) => Assert.Equal(sum, (Parse(left) + Parse(right)).ToString());

    [Theory]
    [InlineData("[5, 6)", "[1, 2)", "(3, 5)")]
    [InlineData("[5, 6)", "[1, ∞)", "(-∞, 5)")]
    public void Differences_take_the_far_ends(string left, string right, string difference) => Assert.Equal(difference, (Parse(left) - Parse(right)).ToString());

    [Theory]
    [InlineData("[2, 3)", "[4, 5]", "[8, 15)")]
    [InlineData("[-2, 3)", "[4, 5]", "[-10, 15)")]
    [InlineData("(-2, -1]", "(-4, -3]", "[3, 8)")]
    [InlineData("[-2, 3)", "[-1, 1]", "(-3, 3)")]
    [InlineData("[0, 3)", "(4, 5)", "[0, 15)")]
    [InlineData("(0, 3)", "(4, ∞)", "(0, ∞)")]
    [InlineData("[0, 0]", "(-∞, ∞)", "[0, 0]")]
    [InlineData("[-1, 2]", "[3, ∞)", "(-∞, ∞)")]
    public void Products_take_the_extreme_corners(string left, string right, string product) => Assert.Equal(product, (Parse(left) * Parse(right)).ToString());

    [Theory]
    [InlineData("[1, 2)", "[4, 5]", "[0.2, 0.5)")]
    [InlineData("[1, 2)", "[-5, -4]", "(-0.5, -0.2]")]
    [InlineData("[1, 2)", "(0, 4]", "[0.25, ∞)")]
    [InlineData("[1, 2)", "[0, 4]", "(-∞, ∞)")]
    [InlineData("[1, 2)", "[-1, 4]", "(-∞, ∞)")]
    [InlineData("[1, 2)", "[4, ∞)", "(0, 0.5)")]
    public void Quotients_are_everything_when_the_divisor_may_be_zero(string left, string right, string quotient) =>
        Assert.Equal(quotient, (Parse(left) / Parse(right)).ToString());

    [Theory]
    [InlineData("[1, 2)", "[2, 3)", false)]
    [InlineData("[1, 2]", "[2, 3)", true)]
    [InlineData("[1, 2]", "(2, 3)", false)]
    [InlineData("[1, ∞)", "[2, 3)", true)]
    [InlineData("(-∞, 1]", "[2, 3)", false)]
    public void Ends_that_touch_are_shared_only_when_both_are_closed(string left, string right, bool shared)
    {
        Assert.Equal(shared, Parse(left).Intersects(Parse(right)));
        Assert.Equal(shared, Parse(right).Intersects(Parse(left)));
        Assert.Equal(shared, Parse(left).Intersect(Parse(right)) is not null);
    }

    [Theory]
    [InlineData("[-3, -2)", "(2, 3]")]
    [InlineData("[-3, 2)", "[0, 3]")]
    [InlineData("(-3, 3]", "[0, 3]")]
    [InlineData("(-∞, 3]", "[0, ∞)")]
    public void Sizes_have_no_sign(string value, string sizes) => Assert.Equal(sizes, Parse(value).Abs().ToString());

    [Fact]
    public void A_quotient_is_exact_where_decimals_are_not()
    {
        var third = Interval.Of(1m) / Interval.Of(3m);

        Assert.True((third * Interval.Of(3m)).Contains(1m));
        Assert.False(third.Contains(0.3333333333333333333333333333m));
    }

    [Fact]
    public void The_largest_decimals_do_not_overflow()
    {
        var huge = Interval.Of(decimal.MaxValue);

        Assert.True((huge * huge / huge).Contains(decimal.MaxValue));
    }

    [Fact]
    public void An_empty_interval_cannot_be_made()
    {
        Assert.Throws<ArgumentException>(() => new Interval(IntervalEnd.Closed(2m), IntervalEnd.Closed(1m)));
        Assert.Throws<ArgumentException>(() => new Interval(IntervalEnd.Closed(1m), IntervalEnd.Open(1m)));
    }

    [Fact]
    public void Results_hold_every_result_of_their_members()
    {
        Prop.ForAll(Members, Members, (left, right) =>
            Holds(left, right, left.Interval + right.Interval, (a, b) => a + b)
            && Holds(left, right, left.Interval - right.Interval, (a, b) => a - b)
            && Holds(left, right, left.Interval * right.Interval, (a, b) => a * b)
            && (right.Interval.Contains(Ratio.Zero) || Holds(left, right, left.Interval / right.Interval, (a, b) => a / b)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    private static bool Holds(Sample left, Sample right, Interval result, Func<Ratio, Ratio, Ratio> operation) =>
        left.Points.All(a => right.Points.All(b => result.Contains(operation(a, b))));

    /// <summary>An interval with numbers that lie in it: its closed ends and points between.</summary>
    private sealed record Sample(Interval Interval, Ratio[] Points);

    private static readonly Arbitrary<Sample> Members = (
        from low in Gen.Choose(-30, 30)
        from width in Gen.Choose(1, 20)
        from lowClosed in Gen.Elements(true, false)
        from highClosed in Gen.Elements(true, false)
        select Of(low / 10m, (low + width) / 10m, lowClosed, highClosed)).ToArbitrary();

    private static Sample Of(decimal low, decimal high, bool lowClosed, bool highClosed)
    {
        var interval = new Interval(new IntervalEnd(low, lowClosed), new IntervalEnd(high, highClosed));
        Ratio[] points = [low, low + 0.0001m, (low + high) / 2, high - 0.0001m, high, 0m];
        return new Sample(interval, [.. points.Where(p => interval.Contains(p))]);
    }

    private static Interval Parse(string text)
    {
        var ends = text[1..^1].Split(", ");
        return new Interval(
            ends[0] == "-∞" ? IntervalEnd.Unbounded : new IntervalEnd(decimal.Parse(ends[0]), text[0] == '['),
            ends[1] == "∞" ? IntervalEnd.Unbounded : new IntervalEnd(decimal.Parse(ends[1]), text[^1] == ']'));
    }
}
