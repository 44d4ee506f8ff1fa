using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Store;

/// <summary>What changed between two runs.</summary>
/// <param name="Added">Facts that the later run has and the earlier has not.</param>
/// <param name="Lost">Facts that the earlier run had and the later has not.</param>
/// <param name="Changed">Facts of one sentence whose slots differ.</param>
public sealed record RunDiff(ImmutableArray<Fact> Added, ImmutableArray<Fact> Lost, ImmutableArray<FactChange> Changed);

/// <summary>One fact before and after.</summary>
/// <param name="Before">As it was.</param>
/// <param name="After">As it is.</param>
/// <param name="Fields">The names of the fields that differ, as in ANNOTATION.md.</param>
public sealed record FactChange(Fact Before, Fact After, ImmutableArray<string> Fields);
