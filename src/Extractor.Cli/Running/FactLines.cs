using System.Collections.Immutable;
using Extractor.Checks;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Cli.Running;

/// <summary>Makes fact lines of what was extracted and of what was stored.</summary>
internal static class FactLines
{
    /// <summary>The lines of one document just read.</summary>
    public static ImmutableArray<FactLine> Of(Extraction extraction, IEnumerable<CheckResult> checks, string? run)
    {
        var briefs = (from check in checks
                      from fact in check.Facts
                      select (fact.Id, check.Brief)).ToLookup(pair => pair.Id, pair => pair.Brief);
        return [.. extraction.Facts.Select(fact => Line(fact, extraction.Document.Metadata, briefs[fact.Id], run))];
    }

    /// <summary>The line of a stored fact, with the reviewers' corrections.</summary>
    public static FactLine Of(StoredFact stored, IFactStore store) => Line(stored.Fact, stored.Metadata, ChecksOf(stored, store), stored.Run.ToString());

    /// <summary>The line of a stored fact as it was extracted.</summary>
    public static FactLine AsExtracted(StoredFact stored, IFactStore store) =>
        Line(stored.Extracted ?? stored.Fact, stored.Metadata, ChecksOf(stored, store), stored.Run.ToString());

    private static IEnumerable<string> ChecksOf(StoredFact stored, IFactStore store) => stored.Confirmed + stored.Contradicted == 0
        ? []
        : store.ChecksOf(stored.Fact.Id).Select(check => $"{check.Check}:{(check.Outcome == CheckOutcome.Confirmed ? "confirmed" : "contradicted")}");

    private static FactLine Line(Fact fact, DocumentMetadata metadata, IEnumerable<string> checks, string? run) => new(fact)
    {
        Metadata = metadata,
        Checks = [.. checks.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Run = run,
    };
}
