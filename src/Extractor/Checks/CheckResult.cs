using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks;

/// <summary>One identity over numbers of one document, and whether it holds. It annotates facts and changes none.</summary>
/// <param name="Kind">Which identity.</param>
/// <param name="Status">Whether it holds.</param>
/// <param name="Figures">The numbers that take part.</param>
/// <param name="Arithmetic">The reckoning written out: "3.25 + 1.12 = 4.37 trillion CNY: confirmed".</param>
public sealed record CheckResult(CheckKind Kind, CheckStatus Status, ImmutableArray<Figure> Figures, string Arithmetic)
{
    /// <summary>The facts that take part, each once, in order of the reckoning.</summary>
    public IEnumerable<Fact> Facts => Figures.Where(f => f.Fact is not null).Select(f => f.Fact!).Distinct(ReferenceEqualityComparer.Instance).Cast<Fact>();

    /// <summary><c>exports+imports=trade:confirmed</c>, the form of fact lines.</summary>
    public string Brief => $"{CheckNames.Of(Kind)}:{CheckNames.Of(Status)}";
}
