using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Across;

/// <summary>Sets the statements of many articles against one another.</summary>
/// <remarks>
/// Statements of periods whose year is unknown stay out: they may be of any year. Two numbers of one source are the matter
/// of <see cref="DocumentChecker"/>. Numbers worded as "about" are listed, but agree or disagree with nothing.
/// </remarks>
public static class StatementGrouper
{
    /// <summary>The groups, in order of region, flow, partner, category, measure and period.</summary>
    public static ImmutableArray<StatementGroup> Group(IEnumerable<Statement> statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var groups = new Dictionary<ObservedMeasure, List<Statement>>();
        foreach (var statement in statements)
        {
            if (!statement.Fact.Period.YearIsKnown) continue;
            var observed = ObservedMeasure.Of(statement.Figure);
            if (!groups.TryGetValue(observed, out var list)) groups.Add(observed, list = []);
            list.Add(statement);
        }

        return [.. groups.Select(group => Compare(group.Key, group.Value)).Order(InReadingOrder)];
    }

    /// <summary>Statements in order of publication; those without a date last.</summary>
    internal static readonly Comparer<Statement> ByPublication = Comparer<Statement>.Create((a, b) =>
    {
        var order = (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue);
        if (order == 0) order = string.CompareOrdinal(a.Fact.Doc, b.Fact.Doc);
        if (order == 0) order = a.Fact.Span.CompareTo(b.Fact.Span);

        // A sentence that restates a figure names the first one too.
        if (order == 0) order = a.Fact.Modality.CompareTo(b.Fact.Modality);
        return order != 0 ? order : string.CompareOrdinal(a.Fact.Id, b.Fact.Id);
    });

    private static readonly Comparer<StatementGroup> InReadingOrder = Comparer<StatementGroup>.Create((a, b) =>
    {
        var (x, y) = (a.Observed, b.Observed);
        var order = string.CompareOrdinal(x.Key.Region, y.Key.Region);
        if (order == 0) order = x.Key.Flow.CompareTo(y.Key.Flow);
        if (order == 0) order = string.CompareOrdinal(x.Key.Partner, y.Key.Partner);
        if (order == 0) order = string.CompareOrdinal(x.Key.Category, y.Key.Category);
        if (order == 0) order = x.Measure.CompareTo(y.Measure);
        if (order == 0) order = x.Key.Period.End.CompareTo(y.Key.Period.End);
        if (order == 0) order = x.Key.Period.Start.CompareTo(y.Key.Period.Start);
        if (order == 0) order = x.Key.Standing.CompareTo(y.Key.Standing);
        if (order == 0) order = string.CompareOrdinal(x.Basis, y.Basis);
        return order != 0 ? order : string.CompareOrdinal(x.ShareOf, y.ShareOf);
    });

    private static StatementGroup Compare(ObservedMeasure observed, List<Statement> statements)
    {
        statements.Sort(ByPublication);
        var distinct = statements
            .DistinctBy(s => (s.Source, s.Figure.Printed.Value, s.Figure.Printed.Step, s.Figure.Printed.Approx, ObservedMeasure.Scope(s.Figure)))
            .ToImmutableArray();
        var comparisons = ImmutableArray.CreateBuilder<StatementComparison>();
        var held = default(Statement);
        foreach (var scope in distinct.GroupBy(s => ObservedMeasure.Scope(s.Figure)))
        {
            var first = scope.First();
            var last = CompareInScope(scope, comparisons);
            if (held is null) held = last;
            else if (distinct[0].Source != first.Source) comparisons.Add(Compared(distinct[0], first, StatementRelation.DifferentScope));
        }

        return new StatementGroup(observed, distinct, comparisons.ToImmutable(), held!);
    }

    /// <summary>Compares the statements of one scope and returns the one to go by.</summary>
    private static Statement CompareInScope(IEnumerable<Statement> statements, ImmutableArray<StatementComparison>.Builder comparisons)
    {
        // Every number ever held, each by its most precise statement; the one to go by is at `held`.
        var versions = new List<Statement>();
        var held = 0;
        foreach (var statement in statements)
        {
            if (versions.Count == 0)
            {
                versions.Add(statement);
                continue;
            }

            // The number now held first, then those held before.
            var agreeing = Agree(versions[held], statement) ? held : versions.FindIndex(version => Agree(version, statement));
            if (agreeing >= 0)
            {
                var version = versions[agreeing];
                if (version.Source != statement.Source)
                    comparisons.Add(Compared(version, statement, AreAlike(version, statement) ? StatementRelation.Equal : StatementRelation.EqualAfterRounding));
                if (IsMorePrecise(statement, version)) versions[agreeing] = statement;
                continue;
            }

            if (IsVague(statement)) continue;
            if (IsVague(versions[held]))
            {
                versions[held] = statement;
                continue;
            }

            // "At first put at 18.07 trillion, they were in fact 18.10 trillion": one source, nothing to compare, but the revision holds.
            if (versions[held].Source == statement.Source)
            {
                if (!IsRestatedBy(statement, versions[held])) continue;
                versions.Add(statement);
                held = versions.Count - 1;
                continue;
            }

            var isRevised = Revises(statement, versions[held]);
            comparisons.Add(Compared(versions[held], statement, isRevised ? StatementRelation.Revised : StatementRelation.Conflict));
            versions.Add(statement);
            if (isRevised) held = versions.Count - 1;
        }

        return versions[held];
    }

    private static bool Agree(Statement a, Statement b) =>
        !IsVague(a) && !IsVague(b) && a.Figure.Interval(Reading.Wide).Intersects(b.Figure.Interval(Reading.Wide));

    private static bool AreAlike(Statement a, Statement b) => a.Figure.Printed.Value == b.Figure.Printed.Value && a.Figure.Printed.Approx == b.Figure.Printed.Approx;

    private static bool IsVague(Statement statement) => statement.Figure.Printed.Approx == Approx.About;

    private static bool IsMorePrecise(Statement one, Statement other) =>
        (one.Figure.Printed.Approx, one.Figure.Printed.Step).CompareTo((other.Figure.Printed.Approx, other.Figure.Printed.Step)) < 0;

    /// <summary>Statistics are revised when the next month's come out; within one month two numbers cannot both be right.</summary>
    private static bool Revises(Statement later, Statement earlier)
    {
        if (IsRestatedBy(later, earlier)) return true;
        return later.Published is { } after && earlier.Published is { } before && (after.Year, after.Month).CompareTo((before.Year, before.Month)) > 0;
    }

    private static StatementComparison Compared(Statement earlier, Statement later, StatementRelation relation) =>
        new(earlier, later, relation, $"{earlier.Figure.Written} and {later.Figure.Written}: {StatementRelationNames.Of(relation)}");

    private static bool IsRestatedBy(Statement later, Statement earlier) => later.Fact.Modality == Modality.Revised && earlier.Fact.Modality != Modality.Revised;
}
