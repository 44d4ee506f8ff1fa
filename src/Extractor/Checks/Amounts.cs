using System.Globalization;
using System.Text;
using Extractor.Facts;

namespace Extractor.Checks;

/// <summary>Writes the numbers of one reckoning under a common scale: "3.25", "1.12" and "4.37 trillion CNY".</summary>
internal sealed class Amounts
{
    private readonly decimal scale;
    private readonly string suffix;

    private Amounts(decimal scale, string suffix)
    {
        this.scale = scale;
        this.suffix = suffix;
    }

    /// <summary>Percentages: "7.1%".</summary>
    public static Amounts Percent { get; } = new(1, "%");

    /// <summary>Percentage points: "1.6 points".</summary>
    public static Amounts Points { get; } = new(1, " points");

    /// <summary>Bare numbers: "6.87".</summary>
    public static Amounts Plain { get; } = new(1, "");

    /// <summary>How one number is written by itself.</summary>
    public static Amounts Suiting(Figure figure) => figure.Measure switch
    {
        SlotName.Value or SlotName.Change => For(figure),
        SlotName.Growth or SlotName.Share or SlotName.ContributionRate => Percent,
        SlotName.Multiple => Plain,
        _ => Points,
    };

    /// <summary>The scale that suits the largest of <paramref name="figures"/>.</summary>
    public static Amounts For(params ReadOnlySpan<Figure> figures)
    {
        var (largest, unit) = (0m, default(string));
        foreach (var figure in figures)
        {
            largest = Math.Max(largest, Math.Abs(figure.Printed.Value));
            unit ??= figure.Unit;
        }

        var (scale, word) = largest switch
        {
            >= 1_000_000_000_000m => (1_000_000_000_000m, " trillion"),
            >= 1_000_000_000m => (1_000_000_000m, " billion"),
            >= 1_000_000m => (1_000_000m, " million"),
            _ => (1m, ""),
        };
        return new Amounts(scale, unit is null ? word : $"{word} {unit}");
    }

    /// <summary>What stands after the last number.</summary>
    public string Suffix => suffix;

    /// <summary>The number as printed, with the sign of its bound: ">4.3".</summary>
    public string Bare(Figure figure) => FactLineNames.Of(figure.Printed.Approx) + Number(figure.Printed);

    /// <summary>The number as printed, with its unit: "4.37 trillion CNY".</summary>
    public string Full(Figure figure) => Bare(figure) + suffix;

    /// <summary>The numbers added up: "3.25 + 1.12", "-4.6 + 1.5", "1.5 - 4.6".</summary>
    public string Sum(IEnumerable<Figure> figures)
    {
        var sum = new StringBuilder();
        foreach (var figure in figures)
        {
            if (sum.Length > 0) sum.Append(figure.Printed.Value < 0 ? " - " : " + ");
            sum.Append(sum.Length > 0 ? Bare(figure with { Printed = figure.Printed with { Value = Math.Abs(figure.Printed.Value) } }) : Bare(figure));
        }

        return sum.ToString();
    }

    /// <summary>What was reckoned, to the digits that it has: the middle of the interval, or the interval when it has no end.</summary>
    public string Reckoned(Interval value)
    {
        if (value.Width is not { } width || value.Low.At is not { } low || value.High.At is not { } high) return Range(value);
        var decimals = 0;
        for (var unit = (Ratio)scale; unit > width && decimals < 9; unit /= 10m) decimals++;
        return ((low + high) / 2m / scale).ToString(decimals);
    }

    /// <summary>Whether what was reckoned reads as the number was printed, up to closing zeros.</summary>
    public bool Reads(string reckoned, Figure figure) =>
        figure.Printed.Approx == Approx.Exact && decimal.TryParse(reckoned, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number == figure.Printed.Value / scale;

    /// <summary>"[4.365, 4.375)".</summary>
    public string Range(Interval value) => (value / Interval.Of(scale)).ToString(9);

    /// <summary>With the decimals that it was printed with: "18.10 trillion" is more than 18.1.</summary>
    private string Number(PrintedNumber printed)
    {
        var decimals = 0;
        for (var step = printed.Step; step < scale && step > 0 && decimals < 12; step *= 10) decimals++;
        var number = printed.Value / scale;
        return number.ToString(printed.HasDigits && number == decimal.Round(number, decimals) ? "F" + decimals : "0.############", CultureInfo.InvariantCulture);
    }
}
