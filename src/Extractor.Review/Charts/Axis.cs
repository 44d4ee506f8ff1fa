namespace Extractor.Review.Charts;

/// <summary>A linear axis with round ticks.</summary>
internal readonly record struct Axis(double Low, double High, double Step)
{
    /// <summary>The axis that holds both ends, with about <paramref name="ticks"/> round steps.</summary>
    public static Axis Over(double low, double high, int ticks)
    {
        if (!(high > low))
        {
            var margin = low == 0 ? 1 : Math.Abs(low) / 2;
            (low, high) = (low - margin, low + margin);
        }

        var raw = (high - low) / ticks;
        var magnitude = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var step = magnitude * ((raw / magnitude) switch
        {
            <= 1 => 1,
            <= 2 => 2,
            <= 2.5 => 2.5,
            <= 5 => 5,
            _ => 10,
        });
        return new Axis(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Where a value lies, from 0 to 1.</summary>
    public double At(double value) => (value - Low) / (High - Low);

    /// <summary>The values that are marked.</summary>
    public IEnumerable<double> Ticks()
    {
        for (var i = 0; i <= 50 && Low + (i * Step) <= High + (Step / 2); i++) yield return Low + (i * Step);
    }
}
