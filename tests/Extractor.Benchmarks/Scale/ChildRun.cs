using System.Diagnostics;
using System.Globalization;
using System.Text;
using Extractor.Cli;
using Extractor.Cli.Console;

namespace Extractor.Benchmarks.Scale;

/// <summary>What one run of the command took.</summary>
/// <param name="Lines">Lines on standard output: the facts.</param>
/// <param name="Elapsed">From the start of the process to its end.</param>
/// <param name="Processor">Processor time of all its threads.</param>
/// <param name="Allocated">Bytes allocated.</param>
/// <param name="Pause">How long it stood still to collect garbage.</param>
/// <param name="Peak">Most bytes resident at once.</param>
/// <param name="Summary">The last line that it said.</param>
internal sealed record ChildRun(long Lines, TimeSpan Elapsed, TimeSpan Processor, long Allocated, TimeSpan Pause, long Peak, string Summary)
{
    public const string Verb = "child";

    private const string Mark = "child-took";

    /// <summary>Runs <c>extractor</c> with <paramref name="arguments"/> in a process of its own, which is this program again.</summary>
    public static ChildRun Start(string? standardInput, params string[] arguments)
    {
        var started = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardError = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet") start.ArgumentList.Add(typeof(ChildRun).Assembly.Location);
        foreach (var argument in (string[])[Verb, standardInput ?? "", .. arguments]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        string said = "", took = "";
        while (process.StandardError.ReadLine() is { } line)
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal)) took = line;
            else said = line;
        }

        process.WaitForExit();
        var fields = took.Split(' ');
        if (fields.Length != 6) throw new InvalidOperationException($"extractor {string.Join(' ', arguments)} ended with {process.ExitCode}: {said}");
        return new ChildRun(
            long.Parse(fields[1]), Stopwatch.GetElapsedTime(started), TimeSpan.FromSeconds(double.Parse(fields[2], CultureInfo.InvariantCulture)), long.Parse(fields[3]),
            TimeSpan.FromSeconds(double.Parse(fields[5], CultureInfo.InvariantCulture)), long.Parse(fields[4]), said);
    }

    /// <summary>What the process of its own does.</summary>
    public static int Run(string standardInput, string[] arguments)
    {
        using var output = new LineCounter();
        using var input = standardInput.Length > 0 ? File.OpenRead(standardInput) : Stream.Null;
        var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true };
        var exit = ExtractorCommand.Run(arguments, new Terminal(input, output, error, outputIsTerminal: false, errorIsTerminal: false));
        using var process = Process.GetCurrentProcess();
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark} {output.Lines} {Environment.CpuUsage.TotalTime.TotalSeconds:0.000} {GC.GetTotalAllocatedBytes()} {process.PeakWorkingSet64} {GC.GetTotalPauseDuration().TotalSeconds:0.000}"));
        return exit;
    }

    /// <summary>A standard output that only counts.</summary>
    private sealed class LineCounter : MemoryStream
    {
        public long Lines { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Lines += buffer.Count((byte)'\n');

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
