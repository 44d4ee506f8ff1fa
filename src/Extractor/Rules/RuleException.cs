namespace Extractor.Rules;

/// <summary>A rule file is not as expected.</summary>
public sealed class RuleException : Exception
{
    /// <summary>Makes an exception without details.</summary>
    public RuleException()
    {
    }

    /// <summary>Makes an exception with a message.</summary>
    public RuleException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a message and a cause.</summary>
    public RuleException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception for a place in a file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="column">Column, from 1.</param>
    /// <param name="problem">What was found and what was expected.</param>
    public RuleException(string file, int line, int column, string problem)
        : base($"{file}:{line}:{column}: {problem}")
    {
    }
}
