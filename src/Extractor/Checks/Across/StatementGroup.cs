using System.Collections.Immutable;

namespace Extractor.Checks.Across;

/// <summary>All statements of one measure of one observation, and how they stand to each other.</summary>
/// <param name="Observed">What they state.</param>
/// <param name="Statements">The statements in order of publication, those without a date last; one of each source and number.</param>
/// <param name="Comparisons">Each statement of a further source against the one that it agrees with, or else the one last held.</param>
/// <param name="Held">The statement to go by: the most precise of the latest that is not in conflict.</param>
public sealed record StatementGroup(
    ObservedMeasure Observed, ImmutableArray<Statement> Statements, ImmutableArray<StatementComparison> Comparisons, Statement Held)
{
    /// <summary>The relation of most weight among the comparisons.</summary>
    public StatementRelation Relation => Comparisons.IsEmpty ? StatementRelation.Single : Comparisons.Max(c => c.Relation);

    /// <summary>How many sources there are; near copies count as one.</summary>
    public int Sources => Statements.Select(s => s.Source).Distinct().Count();
}
