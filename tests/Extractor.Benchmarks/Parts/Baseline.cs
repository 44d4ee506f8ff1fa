using System.Globalization;
using Extractor.Benchmarks.Inputs;

namespace Extractor.Benchmarks.Parts;

/// <summary>A part as it was when the baseline was written.</summary>
/// <param name="Name">The part.</param>
/// <param name="Time">Its time per byte, in times of the calibration's per byte.</param>
/// <param name="Allocated">Bytes allocated per byte read.</param>
/// <param name="Tolerance">How many times slower it may be.</param>
internal sealed record BaselinePart(string Name, double Time, double Allocated, double Tolerance)
{
    /// <summary>The time of <paramref name="now"/> in times of the baseline's.</summary>
    public double TimeRatio(PartMeasure now, PartMeasure calibration) => calibration.BytesPerSecond / now.BytesPerSecond / Time;

    /// <summary>The allocations of <paramref name="now"/> in times of the baseline's.</summary>
    public double AllocationRatio(PartMeasure now) => (now.AllocatedPerByte + 0.1) / (Allocated + 0.1);
}

/// <summary>The file <c>baseline.tsv</c>, which is checked in.</summary>
internal static class Baseline
{
    public const double AllocationTolerance = 1.1;

    private const string Header = "part\ttime\tallocated\ttolerance\tMB/s then";

    public static string File { get; } = Path.Combine(Articles.Root, "tests", "Extractor.Benchmarks", "baseline.tsv");

    public static List<BaselinePart> Read() =>
    [
        .. System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split('\t')).Select(fields => new BaselinePart(
            fields[0], Number(fields[1]), Number(fields[2]), Number(fields[3]))),
    ];

    public static void Write(List<PartMeasure> measures)
    {
        var calibration = measures.Find(measure => measure.Name == nameof(PartBenchmarks.Calibration))
            ?? throw new InvalidOperationException("A baseline needs all parts.");
        System.IO.File.WriteAllText(File, Header + "\n" + string.Concat(measures.Select(measure => string.Create(
            CultureInfo.InvariantCulture,
            $"{measure.Name}\t{calibration.BytesPerSecond / measure.BytesPerSecond:0.000}\t{measure.AllocatedPerByte:0.00}\t{ToleranceOf(measure.Name):0.00}\t{measure.BytesPerSecond / 1e6:0.0}\n"))));
    }

    /// <summary>Repeated runs of the same build differ by a tenth here, and by more where the disk has a say.</summary>
    private static double ToleranceOf(string part) => part == nameof(PartBenchmarks.Store) ? 1.5 : 1.25;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
