using Extractor.Text;

namespace Extractor.Facts;

/// <summary>What became of a number.</summary>
public enum NumberClass
{
    /// <summary>Part of a fact.</summary>
    Fact,

    /// <summary>Part of a date or period.</summary>
    Date,

    /// <summary>Set aside, with a coded reason.</summary>
    Other,

    /// <summary>Not accounted for.</summary>
    Unresolved,
}

/// <summary>The account of one number in a document.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Class">What became of it.</param>
/// <param name="Reason">The coded reason (<c>price</c>, <c>count-of-firms</c>, <c>second-currency</c> ...), the fact's measure, or for an unresolved number the nearest rule and why it failed.</param>
/// <param name="FactId">The fact it is part of, for <see cref="NumberClass.Fact"/>.</param>
public sealed record LedgerEntry(TextSpan Span, NumberClass Class, string Reason, string? FactId = null);
