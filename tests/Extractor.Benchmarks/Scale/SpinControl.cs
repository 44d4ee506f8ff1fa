using System.Diagnostics;

namespace Extractor.Benchmarks.Scale;

/// <summary>What this machine gives to several threads at all: plain arithmetic without memory, locks or garbage.</summary>
/// <remarks>Virtual cores share real ones, clocks fall when all cores work, and others use them too: four threads seldom do four times the work of one.</remarks>
internal static class SpinControl
{
    private const int Rounds = 3;
    private const int Steps = 400_000_000;

    /// <summary>How many times the work of one thread <paramref name="threads"/> threads do in the same time; the best of a few rounds.</summary>
    public static double SpeedUp(int threads)
    {
        Spin(Steps / 10);
        var best = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            var one = Time(1);
            var many = Time(threads);
            best = Math.Max(best, threads * (one / many));
        }

        return best;
    }

    private static TimeSpan Time(int threads)
    {
        var started = Stopwatch.GetTimestamp();
        var working = Enumerable.Range(0, threads).Select(_ => new Thread(() => Spin(Steps))).ToArray();
        foreach (var thread in working) thread.Start();
        foreach (var thread in working) thread.Join();
        return Stopwatch.GetElapsedTime(started);
    }

    private static void Spin(int steps)
    {
        var state = 1u;
        for (var i = 0; i < steps; i++) state = (state * 1_664_525) + 1_013_904_223;
        GC.KeepAlive(state);
    }
}
