namespace Extractor.Benchmarks.Inputs;

/// <summary>Time on the processor, which others on the machine do not take away.</summary>
internal static class ProcessorTime
{
    /// <summary>Seconds that all threads of this process spend while <paramref name="work"/> runs, the compiler and the collector among them.</summary>
    public static double Of(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
