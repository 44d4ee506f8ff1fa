namespace Extractor.Cli;

/// <summary>What the process says when it ends, after grep: found, not found, trouble.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Nothing was found, or a floor was missed.</summary>
    public const int Nothing = 1;

    /// <summary>There were errors; each was named on standard error.</summary>
    public const int Errors = 2;
}
