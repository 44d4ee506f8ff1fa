using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Extractor.Benchmarks.Inputs;

namespace Extractor.Benchmarks.Parts;

/// <summary><c>parts</c>: the benchmarks of the parts, as a table, and against the baseline.</summary>
/// <remarks>
/// Figures travel from one machine to another as ratios to <see cref="PartBenchmarks.Calibration"/> of the same run. What another's work
/// takes from a core while one part is measured looks like that part being slow: so a part that seems slower is measured again.
/// </remarks>
internal static class PartsVerb
{
    private const int Attempts = 3;

    public static int Run(string[] arguments)
    {
        if (!File.Exists(Articles.Pool))
        {
            Console.Error.WriteLine($"{Articles.Pool}: not there; without it there is nothing to measure on.");
            return 2;
        }

        var given = new Arguments(arguments);
        var filter = given.Text("--only") is { } only ? $"*{only}*" : "*";
        var measures = Measure(filter, given.Has("--verbose"));
        for (var round = 1; round < given.Number("--rounds", 1); round++)
        {
            foreach (var again in Measure(filter, given.Has("--verbose"))) Keep(measures, again);
        }

        Print(measures);
        if (given.Has("--write-baseline"))
        {
            Baseline.Write(measures);
            Console.WriteLine($"written: {Baseline.File}");
            return 0;
        }

        return given.Has("--compare") ? Compare(measures, given.Has("--verbose")) : 0;
    }

    private static int Compare(List<PartMeasure> measures, bool verbose)
    {
        var baseline = Baseline.Read();
        var slower = Slower();
        for (var attempt = 1; attempt < Attempts && slower.Count > 0; attempt++)
        {
            Console.WriteLine($"measured again: {string.Join(", ", slower)}");
            foreach (var name in slower)
            {
                var again = Measure($"*.{name}", verbose).Concat(Measure($"*.{nameof(PartBenchmarks.Calibration)}", verbose)).ToList();
                foreach (var measure in again) Keep(measures, measure);
            }

            slower = Slower();
        }

        Console.WriteLine();
        Console.WriteLine($"{"against the baseline",-32}{"time",8}{"allowed",9}{"allocated",11}");
        foreach (var measure in measures)
        {
            if (baseline.Find(entry => entry.Name == measure.Name) is not { } entry) continue;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{measure.Name,-32}{entry.TimeRatio(measure, Calibration()),8:0.00}{entry.Tolerance,9:0.00}{entry.AllocationRatio(measure),11:0.00}{(slower.Contains(measure.Name) ? "  SLOWER" : "")}"));
        }

        Console.WriteLine(slower.Count == 0 ? "None is slower than its tolerance." : $"Slower: {string.Join(", ", slower)}.");
        return slower.Count == 0 ? 0 : 1;

        PartMeasure Calibration() => measures.Find(measure => measure.Name == nameof(PartBenchmarks.Calibration))!;

        List<string> Slower() =>
        [
            .. from entry in baseline
               join measure in measures on entry.Name equals measure.Name
               where entry.TimeRatio(measure, Calibration()) > entry.Tolerance || entry.AllocationRatio(measure) > Baseline.AllocationTolerance
               select entry.Name,
        ];
    }

    /// <summary>Puts a measure in the place of a slower one of the same part.</summary>
    private static void Keep(List<PartMeasure> measures, PartMeasure again)
    {
        var at = measures.FindIndex(measure => measure.Name == again.Name);
        if (again.Seconds < measures[at].Seconds) measures[at] = again;
    }

    private static List<PartMeasure> Measure(string filter, bool verbose)
    {
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.DontLogOutput).WithWarmupCount(2).WithIterationCount(8).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(200)))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(BenchmarkDotNet.Diagnosers.MemoryDiagnoser.Default)
            .AddLogger(verbose ? ConsoleLogger.Default : NullLogger.Instance)
            .WithOption(ConfigOptions.DisableLogFile, true)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "extractor-benchmarks"))
            .AddFilter(new BenchmarkDotNet.Filters.GlobFilter([filter]));
        var summary = BenchmarkRunner.Run<PartBenchmarks>(config);
        var measures = new List<PartMeasure>();
        foreach (var report in summary.Reports)
        {
            var name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
            if (report.ResultStatistics is not { } statistics) throw new InvalidOperationException($"{name} could not be measured; --verbose shows why.");
            measures.Add(new PartMeasure(name, PartBenchmarks.Workloads[name], statistics.Min / 1e9, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0));
        }

        return measures;
    }

    private static void Print(List<PartMeasure> measures)
    {
        Console.WriteLine($"{"part (one thread)",-32}{"MB/s",9}{"documents/s",13}{"facts/s",9}{"allocated kB/document",23}{"B/byte",8}");
        foreach (var measure in measures)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{measure.Name,-32}{measure.BytesPerSecond / 1e6,9:0.0}{measure.Work.Documents / measure.Seconds,13:#,0}{measure.Work.Facts / measure.Seconds,9:#,0}{measure.Allocated / 1e3 / measure.Work.Documents,23:0.0}{measure.AllocatedPerByte,8:0.0}"));
        }
    }
}
