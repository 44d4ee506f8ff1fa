using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Storage;

/// <summary>Answers from the counts that are kept, whatever the number of facts.</summary>
internal static class CountQueries
{
    public static ImmutableArray<ValueCount> Values(Session session, FactField field, string? prefix, int limit)
    {
        var values = field switch
        {
            FactField.Region => Labelled(session, CountDimension.Region),
            FactField.Partner => Labelled(session, CountDimension.Partner),
            FactField.Category => Labelled(session, CountDimension.Category),
            FactField.Unit => Labelled(session, CountDimension.Unit),
            FactField.Rule => Labelled(session, CountDimension.Rule),
            FactField.Flow => Sum(session, CountDimension.Flow, "0").Select(row => new ValueCount(FactLineNames.Of((Flow)row.A), row.Facts)),
            FactField.Period => Sum(session, CountDimension.Period, "b").Select(row => new ValueCount(Period(row.A, row.B), row.Facts)),
            _ => Documents(session),
        };
        if (prefix is not null) values = values.Where(value => value.Value?.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ?? false);
        values = values.OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal);
        return limit > 0 ? [.. values.Take(limit)] : [.. values];
    }

    public static StoreOverview Overview(Session session)
    {
        var documents = session.Prepare("SELECT count(*), count(duplicate_of), sum(number_count), sum(unresolved_count) FROM documents");
        documents.Step();
        var (count, duplicates, numbers, unresolved) = (documents.Int(0), documents.Int(1), documents.Long(2), documents.Long(3));
        documents.Reset();
        var cells = ImmutableArray.CreateBuilder<OverviewCell>();
        var byMonth = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var rows = session.Prepare("SELECT a, b, c, sum(facts) FROM fact_counts WHERE dimension = ?1 GROUP BY a, b, c").Bind(1, (long)CountDimension.Cell);
        while (rows.Step())
        {
            var month = PeriodCode.Bound(rows.Long(2) * 100).ToString();
            cells.Add(new OverviewCell(session.Labels.TextOf(rows.Long(0)) ?? "", (Flow)rows.Int(1), month, rows.Long(3)));
            byMonth[month] = byMonth.GetValueOrDefault(month) + rows.Long(3);
        }

        cells.Sort(static (left, right) =>
        {
            var order = string.CompareOrdinal(left.Region, right.Region);
            if (order == 0) order = left.Flow.CompareTo(right.Flow);
            return order != 0 ? order : string.CompareOrdinal(left.Month, right.Month);
        });
        return new StoreOverview(
            count,
            duplicates,
            FactFilter.Known(session, FactQuery.All)!,
            (int)(session.Prepare("SELECT count(*) FROM failures WHERE resolved_run IS NULL").Scalar() ?? 0),
            numbers,
            unresolved,
            Values(session, FactField.Region, null, 0),
            Values(session, FactField.Flow, null, 0),
            [.. byMonth.Select(month => new ValueCount(month.Key, month.Value))],
            cells.ToImmutable());
    }

    private static IEnumerable<ValueCount> Labelled(Session session, CountDimension dimension) =>
        Sum(session, dimension, "0").Select(row => new ValueCount(session.Labels.TextOf(row.A), row.Facts));

    private static IEnumerable<(long A, long B, long Facts)> Sum(Session session, CountDimension dimension, string second)
    {
        var rows = session.Prepare($"SELECT a, {second} AS second, sum(facts) FROM fact_counts WHERE dimension = ?1 GROUP BY a, second").Bind(1, (long)dimension);
        while (rows.Step()) yield return (rows.Long(0), rows.Long(1), rows.Long(2));
    }

    private static IEnumerable<ValueCount> Documents(Session session)
    {
        var rows = session.Prepare("SELECT name, sum(fact_count) FROM documents GROUP BY name HAVING sum(fact_count) > 0");
        while (rows.Step()) yield return new ValueCount(rows.Text(0), rows.Long(1));
    }

    private static string Period(long from, long to) => new TradePeriod(PeriodCode.Bound(from), PeriodCode.Bound(to)).ToString();
}
