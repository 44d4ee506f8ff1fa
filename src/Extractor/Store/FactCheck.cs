using System.Collections.Immutable;

namespace Extractor.Store;

/// <summary>What a check found.</summary>
public enum CheckOutcome
{
    /// <summary>The figures agree.</summary>
    Confirmed,

    /// <summary>The figures cannot all be right.</summary>
    Contradicted,
}

/// <summary>One check as it is stored: an annotation on the facts that it used.</summary>
/// <param name="Check">Its name: <c>sum-of-flows</c>, <c>share</c>, <c>conflict</c> ...</param>
/// <param name="Outcome">What it found.</param>
/// <param name="Arithmetic">The reckoning written out: "3.25 + 1.12 = 4.37 trillion yuan: confirmed".</param>
/// <param name="FactIds">The facts that take part.</param>
public sealed record FactCheck(string Check, CheckOutcome Outcome, string Arithmetic, ImmutableArray<string> FactIds);
