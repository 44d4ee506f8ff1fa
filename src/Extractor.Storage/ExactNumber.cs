using System.Globalization;

namespace Extractor.Storage;

/// <summary>Decimals in SQLite, which has none: as a number where the number leads back to the same decimal, else as text.</summary>
/// <remarks>4370000000000 is stored as INTEGER, 39.4 as REAL (its shortest decimal form is 39.4 again), 0.1234567890123456789 as TEXT.</remarks>
internal static class ExactNumber
{
    public static bool TryInteger(decimal number, out long integer)
    {
        integer = 0;
        if (number < long.MinValue || number > long.MaxValue || decimal.Truncate(number) != number) return false;
        integer = (long)number;
        return true;
    }

    public static bool TryReal(decimal number, out double real)
    {
        real = (double)number;
        return Math.Abs(real) is >= 1e-20 and < 1e27 && FromReal(real) == number;
    }

    public static decimal FromReal(double real) => Parse(real.ToString("R", CultureInfo.InvariantCulture));

    public static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
