using System.Globalization;

namespace Extractor.Checks;

/// <summary>The precision with which digits in a text state a number.</summary>
/// <remarks>
/// No scale word is looked at: digits state a number when the two differ by a power of ten ("4.37" and
/// 4,370,000,000,000; "1.5 lakh", "4.37万亿", "50 basis points"), and a pair of amounts when their sum does
/// ("5 trillion and 30 billion").
/// </remarks>
/// <param name="Step">One unit of the last printed digit, scale applied.</param>
/// <param name="RoundStep">One unit of the last digit that is no closing zero of a whole number.</param>
internal readonly record struct PrintedDigits(decimal Step, decimal RoundStep)
{
    private const int LargestScale = 18;

    /// <summary>The digits in <paramref name="text"/> that state <paramref name="value"/>; null when none do.</summary>
    /// <param name="text">Where to look.</param>
    /// <param name="value">The number to be found.</param>
    /// <param name="isScaled">Whether a scale may apply: amounts; percentages stand as they are, or in basis points.</param>
    public static PrintedDigits? Find(string text, decimal value, bool isScaled)
    {
        var size = Math.Abs(value);
        PrintedDigits? best = null;
        PrintedDigits? basisPoints = null;
        PrintedRun? previous = null;
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            if (PrintedRun.Read(text, ref at) is not { } run) continue;
            if (!isScaled)
            {
                if (run.Number == size) best = Finer(best, run.In(1));
                else if (run.Number / 100 == size) basisPoints = Finer(basisPoints, run.In(0.01m));
            }
            else if (!run.IsPercent)
            {
                if (run.Scaled(size) is { } found) best = Finer(best, found);
                else if (previous is { } first && Composite(first, run, size) is { } pair) best = Finer(best, pair);
                previous = run;
            }
        }

        return best ?? basisPoints;
    }

    /// <summary>The precision that a bare number suggests: its last significant digit.</summary>
    public static (decimal Step, decimal RoundStep) Significant(decimal value)
    {
        if (value == 0) return (1, 1);
        var scale = value.Scale;
        var step = 1m;
        for (var i = 0; i < scale; i++) step /= 10;
        if (scale > 0) return (step, step);

        // A bare 4370000000000 has lost its scale; its closing zeros are the scale's as far as anyone can tell.
        while (step <= Math.Abs(value) / 10 && value % (step * 10) == 0) step *= 10;
        return (step, step);
    }

    private static PrintedDigits? Finer(PrintedDigits? one, PrintedDigits other) => one is { } found && found.Step <= other.Step ? one : other;

    /// <summary>"5 trillion and 30 billion": the finer part decides.</summary>
    private static PrintedDigits? Composite(PrintedRun first, PrintedRun second, decimal size)
    {
        var unit = 1m;
        for (var scale = 0; scale <= LargestScale && second.Number <= size / unit; scale++, unit *= 10)
        {
            var low = second.Number * unit;
            if (low < size && first.Scaled(size - low) is { } high && low < high.Step) return second.In(unit);
        }

        return null;
    }

    /// <summary>A run of digits with its marks.</summary>
    private readonly record struct PrintedRun(decimal Number, int Decimals, bool IsPercent)
    {
        public static PrintedRun? Read(string text, ref int at)
        {
            var start = at;
            var decimals = -1;
            for (; at < text.Length; at++)
            {
                if (char.IsAsciiDigit(text[at]))
                {
                    if (decimals >= 0) decimals++;
                }
                else if (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
                {
                    if (text[at] == '.') decimals = 0;
                }
                else
                {
                    break;
                }
            }

            var digits = text[start..at].Replace(",", "", StringComparison.Ordinal);
            if (digits.Length > 28 || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
            return new PrintedRun(number, Math.Max(decimals, 0), at < text.Length && text[at] is '%' or '％');
        }

        /// <summary>As the statement of <paramref name="size"/>, under whatever power of ten makes it that; null when none does.</summary>
        public PrintedDigits? Scaled(decimal size)
        {
            if (Number == 0 || size == 0) return Number == size ? In(1) : null;
            var unit = 1m;
            for (var scale = 0; scale < LargestScale && Number * unit <= size / 10; scale++) unit *= 10;
            return Number * unit == size ? In(unit) : null;
        }

        public PrintedDigits In(decimal unit)
        {
            var step = unit;
            for (var i = 0; i < Decimals; i++) step /= 10;
            if (Decimals > 0 || Number == 0) return new PrintedDigits(step, step);
            var (size, round) = (Number * unit, step);
            while (round <= size / 10 && size % (round * 10) == 0) round *= 10;
            return new PrintedDigits(step, round);
        }
    }
}
