using System.Diagnostics;
using System.Text;

namespace Extractor.Cli.Tests;

/// <summary>The command as users run it: the built <c>extractor</c>, in a process of its own.</summary>
internal static class ExtractorProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "extractor");

    public static Result Run(params string[] arguments) => RunIn(Environment.CurrentDirectory, "", arguments);

    public static Result RunIn(string folder, string input, params string[] arguments) => RunIn(folder, Encoding.UTF8.GetBytes(input), arguments);

    public static Result RunIn(string folder, byte[] input, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return Finish(process, input);
    }

    /// <summary>Runs a shell command in which <c>$EXTRACTOR</c> is the command.</summary>
    public static Result Shell(string folder, string script)
    {
        using var process = Process.Start(Redirected(new ProcessStartInfo("bash", ["-c", script]), folder))!;
        return Finish(process, []);
    }

    public static Process Start(string folder, params string[] arguments) => Process.Start(Redirected(new ProcessStartInfo(Path, arguments), folder))!;

    public static Result Finish(Process process, byte[] input)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input; what matters is what it said.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"extractor did not end within {Patience}: {error.Result}");
        }

        return new Result(process.ExitCode, output.Result, error.Result);
    }

    private static ProcessStartInfo Redirected(ProcessStartInfo start, string folder)
    {
        start.WorkingDirectory = folder;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        start.Environment["EXTRACTOR"] = Path;
        return start;
    }

    /// <summary>What the command said and how it ended.</summary>
    internal sealed record Result(int ExitCode, string Output, string Error)
    {
        public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
