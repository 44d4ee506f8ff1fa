using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Across;

/// <summary>What all points of a series have in common.</summary>
/// <param name="Region">Who trades.</param>
/// <param name="Flow">Which direction.</param>
/// <param name="Partner">With whom; null for the world.</param>
/// <param name="Category">What narrows the flow; null for all goods.</param>
/// <param name="Measure">What is measured.</param>
/// <param name="Unit">What an amount is counted in; null for rates and shares.</param>
/// <param name="Basis">What growth compares with; null for a year earlier.</param>
/// <param name="Terms">What growth is measured in; null for as the value.</param>
/// <param name="ShareOf">Whose total a share is of; null for the region's own.</param>
/// <param name="Frequency">How long its periods are.</param>
public sealed record SeriesKey(
    string Region, Flow Flow, string? Partner, string? Category, SlotName Measure, string? Unit, string? Basis, string? Terms, string? ShareOf, Frequency Frequency);

/// <summary>One period of a series.</summary>
/// <param name="Period">When.</param>
/// <param name="Standing">Outcome, forecast or target.</param>
/// <param name="Group">The statements behind it; <see cref="StatementGroup.Held"/> is the point's own.</param>
public sealed record SeriesPoint(TradePeriod Period, Standing Standing, StatementGroup Group)
{
    /// <summary>The number.</summary>
    public Figure Figure => Group.Held.Figure;
}

/// <summary>A measure of one flow over time, as the articles state it.</summary>
/// <param name="Key">What it is a series of.</param>
/// <param name="Points">Its points in order of their periods.</param>
public sealed record TimeSeries(SeriesKey Key, ImmutableArray<SeriesPoint> Points)
{
    /// <summary>The series that the statements make up, each statement in one of them.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="asOf">Only what was published up to this day, so that the series is what was known then; statements without a date then stay out. Null for all.</param>
    public static ImmutableArray<TimeSeries> Build(IEnumerable<Statement> statements, DateOnly? asOf = null)
    {
        ArgumentNullException.ThrowIfNull(statements);
        var known = asOf is { } day ? statements.Where(s => s.Published is { } published && published <= day) : statements;
        var series = new Dictionary<SeriesKey, List<Statement>>();
        foreach (var statement in known)
        {
            var (figure, fact) = (statement.Figure, statement.Fact);
            if (!fact.Period.YearIsKnown) continue;
            var observed = ObservationKey.Of(fact);
            var key = new SeriesKey(
                observed.Region, observed.Flow, observed.Partner, observed.Category, figure.Measure, figure.Unit,
                figure.Measure is SlotName.Value or SlotName.Share ? null : fact.Basis,
                figure.Measure is SlotName.Growth or SlotName.Multiple ? fact.Terms : null,
                figure.Measure == SlotName.Share ? fact.ShareOf : null,
                Frequencies.Of(fact.Period));
            if (!series.TryGetValue(key, out var list)) series.Add(key, list = []);
            list.Add(statement);
        }

        return
        [
            .. series
                .Select(one => new TimeSeries(
                    one.Key,
                    [
                        .. StatementGrouper.Group(one.Value)
                            .Select(group => new SeriesPoint(group.Observed.Key.Period, group.Observed.Key.Standing, group))
                            .OrderBy(point => point.Period.End).ThenBy(point => point.Period.Start).ThenBy(point => point.Standing),
                    ]))
                .OrderBy(one => one.Key.Region, StringComparer.Ordinal).ThenBy(one => one.Key.Flow)
                .ThenBy(one => one.Key.Partner, StringComparer.Ordinal).ThenBy(one => one.Key.Category, StringComparer.Ordinal)
                .ThenBy(one => one.Key.Measure).ThenBy(one => one.Key.Unit, StringComparer.Ordinal).ThenBy(one => one.Key.Frequency)
                .ThenBy(one => one.Key.Basis, StringComparer.Ordinal).ThenBy(one => one.Key.Terms, StringComparer.Ordinal)
                .ThenBy(one => one.Key.ShareOf, StringComparer.Ordinal),
        ];
    }
}
