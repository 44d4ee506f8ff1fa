namespace Extractor.Checks.Across;

/// <summary>Two statements of one observation, side by side.</summary>
/// <param name="Earlier">The one published first.</param>
/// <param name="Later">The other.</param>
/// <param name="Relation">How the later stands to the earlier.</param>
/// <param name="Explanation">The comparison written out: "4.37 trillion CNY and 4.4 trillion CNY: equal after rounding".</param>
public sealed record StatementComparison(Statement Earlier, Statement Later, StatementRelation Relation, string Explanation);
