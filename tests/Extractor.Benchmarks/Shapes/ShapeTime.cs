using System.Diagnostics;
using Extractor.Benchmarks.Inputs;

namespace Extractor.Benchmarks.Shapes;

/// <summary>What one reading of one input took.</summary>
/// <param name="Seconds">Time on the processor, the collector's with it.</param>
/// <param name="Collecting">The part of the time that the collector took, from 0 to 1.</param>
/// <param name="Allocated">Bytes allocated.</param>
internal readonly record struct ShapeTime(double Seconds, double Collecting, long Allocated)
{
    private double Work => Seconds * (1 - Collecting);

    public static ShapeTime Of(string input, Action<string> read)
    {
        GC.Collect();
        var paused = GC.GetTotalPauseDuration();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        var seconds = ProcessorTime.Of(() => read(input));
        var elapsed = Stopwatch.GetElapsedTime(started);
        return new ShapeTime(seconds, Math.Min(1, (GC.GetTotalPauseDuration() - paused) / elapsed), GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    public ShapeTime Better(ShapeTime other) => other.Seconds < Seconds ? other : this;

    /// <summary>How many times the time of a shorter input, which counts as <paramref name="floor"/> at least.</summary>
    /// <remarks>
    /// With the collector or without it, whichever grew less: it does not run at all for a short text, so that the first text long enough for
    /// it looks slow beside the one before.
    /// </remarks>
    public double GrowthFrom(ShapeTime before, double floor) =>
        Math.Min(Seconds / Math.Max(before.Seconds, floor), Work / Math.Max(before.Work, floor));
}
