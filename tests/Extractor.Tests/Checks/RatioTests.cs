using Extractor.Checks;

namespace Extractor.Tests.Checks;

public sealed class RatioTests
{
    [Theory]
    [InlineData("1", "3", 4, "0.3333")]
    [InlineData("2", "3", 4, "0.6667")]
    [InlineData("-1", "8", 2, "-0.13")]
    [InlineData("1", "-8", 3, "-0.125")]
    [InlineData("-1", "1000", 2, "0")]
    [InlineData("4370000000000", "1", 2, "4370000000000")]
    [InlineData("79228162514264337593543950335", "0.0000000000000000000000000001", 0, "792281625142643375935439503350000000000000000000000000000")]
    public void Quotients_are_written_to_so_many_decimals(string left, string right, int decimals, string written) =>
        Assert.Equal(written, ((Ratio)decimal.Parse(left) / decimal.Parse(right)).ToString(decimals));

    [Fact]
    public void Equal_numbers_are_equal_however_they_came_about()
    {
        var third = (Ratio)1m / 3m;

        Assert.Equal((Ratio)2m, third * 6m);
        Assert.Equal(((Ratio)2m).GetHashCode(), (third * 6m).GetHashCode());
        Assert.Equal(default, (Ratio)0.00m);
        Assert.Equal(default(Ratio).GetHashCode(), ((Ratio)0.00m).GetHashCode());
        Assert.True(third < 0.3333333333333333333333333334m && third > 0.3333333333333333333333333333m);
    }

    [Fact]
    public void Nothing_is_divided_by_zero() => Assert.Throws<DivideByZeroException>(() => (Ratio)1m / 0m);
}
