using System.Collections.Immutable;
using Extractor.Checks;
using Extractor.Checks.Across;
using Extractor.Cli.Output;
using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Cli.Checking;

/// <summary>One check, within a document or across several, as it is listed.</summary>
/// <param name="Status">What it found: a status of checks within a document, or a relation of statements across documents.</param>
/// <param name="Order">Contradictions first.</param>
/// <param name="Check">Its name.</param>
/// <param name="Arithmetic">The reckoning written out.</param>
/// <param name="Facts">The facts that take part.</param>
internal sealed record CheckRow(string Status, int Order, string Check, string Arithmetic, ImmutableArray<Fact> Facts)
{
    /// <summary>The name of every check across documents.</summary>
    public const string AcrossDocuments = "other-sources";

    /// <summary>Columns for files.</summary>
    public static ImmutableArray<Column<CheckRow>> Columns { get; } =
    [
        new("status", row => row.Status),
        new("check", row => row.Check),
        new("arithmetic", row => row.Arithmetic),
        new("docs", row => string.Join(" | ", row.Facts.Select(fact => fact.Doc).Distinct())),
        new("facts", row => string.Join(' ', row.Facts.Select(fact => fact.Id))),
        new("quotes", row => string.Join(" | ", row.Facts.Select(fact => fact.Quote).Distinct())),
    ];

    public static CheckRow Of(CheckResult result) => new(
        CheckNames.Of(result.Status),
        result.Status switch { CheckStatus.Contradicted => 0, CheckStatus.Confirmed => 3, _ => 5 },
        CheckNames.Of(result.Kind),
        result.Arithmetic,
        [.. result.Facts]);

    public static CheckRow Of(StatementComparison comparison) => new(
        StatementRelationNames.Of(comparison.Relation),
        comparison.Relation switch { StatementRelation.Conflict => 1, StatementRelation.Revised => 2, StatementRelation.DifferentScope => 6, _ => 4 },
        AcrossDocuments,
        comparison.Explanation,
        [comparison.Earlier.Fact, comparison.Later.Fact]);

    /// <summary>As the store keeps it; null for what neither confirms nor contradicts.</summary>
    public FactCheck? ToStored() => Order switch
    {
        0 or 1 => new FactCheck(Check, CheckOutcome.Contradicted, Arithmetic, [.. Facts.Select(fact => fact.Id).Distinct()]),
        3 or 4 => new FactCheck(Check, CheckOutcome.Confirmed, Arithmetic, [.. Facts.Select(fact => fact.Id).Distinct()]),
        _ => null,
    };
}
