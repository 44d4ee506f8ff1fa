using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>A listed number and what the ledger says of it; null where it has no entry there.</summary>
/// <param name="Number">The number.</param>
/// <param name="Entry">The entry.</param>
public sealed record LedgerAnswer(ListedNumber Number, LedgerEntry? Entry)
{
    /// <summary>Whether the class is the listed one.</summary>
    public bool IsRight => Entry?.Class == Number.Class;
}

/// <summary>How a ledger compares with the numbers that people listed: the figures of <c>ledger.py</c>.</summary>
/// <param name="Answers">Each listed number, in order.</param>
public sealed record LedgerScore(ImmutableArray<LedgerAnswer> Answers)
{
    /// <summary>How many have their class.</summary>
    public int Right => Answers.Count(answer => answer.IsRight);

    /// <summary>What part has its class.</summary>
    public double Accuracy => (double)Right / Math.Max(1, Answers.Length);

    /// <summary>How many numbers listed as <paramref name="listed"/> the ledger calls <paramref name="entered"/>; null for absent.</summary>
    public int Count(NumberClass listed, NumberClass? entered) =>
        Answers.Count(answer => answer.Number.Class == listed && answer.Entry?.Class == entered);
}
