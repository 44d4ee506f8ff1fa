using System.Globalization;
using System.Numerics;

namespace Extractor.Checks;

/// <summary>An exact fraction, so that a quotient of printed decimals is neither rounded nor overflows.</summary>
/// <remarks>1 / 1.071 has no finite decimal; the end of an interval must not depend on where its digits are cut off.</remarks>
public readonly struct Ratio : IEquatable<Ratio>, IComparable<Ratio>
{
    private readonly BigInteger denominator;

    private Ratio(BigInteger numerator, BigInteger denominator)
    {
        Numerator = numerator;
        this.denominator = denominator;
    }

    /// <summary>Nothing.</summary>
    public static Ratio Zero => default;

    /// <summary>One.</summary>
    public static Ratio One => new(BigInteger.One, BigInteger.One);

    /// <summary>The upper part in lowest terms, which carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The lower part in lowest terms, always positive.</summary>
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>The size without the sign.</summary>
    public Ratio Abs() => Sign < 0 ? -this : this;

    /// <summary>The exact fraction of a decimal.</summary>
    public static implicit operator Ratio(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[3] < 0) mantissa = -mantissa;
        return Reduce(mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xff));
    }

    /// <summary>The sum.</summary>
    public static Ratio operator +(Ratio left, Ratio right) =>
        Reduce((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Ratio operator -(Ratio left, Ratio right) => left + (-right);

    /// <summary>The opposite.</summary>
    public static Ratio operator -(Ratio value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static Ratio operator *(Ratio left, Ratio right) => Reduce(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException"><paramref name="right"/> is zero.</exception>
    public static Ratio operator /(Ratio left, Ratio right) =>
        right.Sign == 0
            ? throw new DivideByZeroException()
            : Reduce(left.Numerator * right.Denominator * right.Sign, left.Denominator * BigInteger.Abs(right.Numerator));

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Ratio left, Ratio right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Ratio left, Ratio right) => !left.Equals(right);

    /// <summary>Whether <paramref name="left"/> is smaller.</summary>
    public static bool operator <(Ratio left, Ratio right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is larger.</summary>
    public static bool operator >(Ratio left, Ratio right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is not larger.</summary>
    public static bool operator <=(Ratio left, Ratio right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is not smaller.</summary>
    public static bool operator >=(Ratio left, Ratio right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Ratio other) => Numerator == other.Numerator && Denominator == other.Denominator;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Ratio other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>The number with at most <paramref name="decimals"/> decimals, halves away from zero, trailing zeros left off.</summary>
    public string ToString(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var power = BigInteger.Pow(10, decimals);
        var scaled = ((BigInteger.Abs(Numerator) * power * 2) + Denominator) / (Denominator * 2);
        var whole = BigInteger.DivRem(scaled, power, out var part);
        var text = whole.ToString(CultureInfo.InvariantCulture);
        if (!part.IsZero) text += "." + part.ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0').TrimEnd('0');
        return Sign < 0 && !scaled.IsZero ? "-" + text : text;
    }

    /// <inheritdoc/>
    public override string ToString() => ToString(12);

    private static Ratio Reduce(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero) return Zero;
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return common.IsOne ? new Ratio(numerator, denominator) : new Ratio(numerator / common, denominator / common);
    }
}
