using Extractor.Facts;
using Extractor.Review.Html;
using Extractor.Review.Pages;
using Extractor.Store;

namespace Extractor.Review.Charts;

/// <summary>One measure of one trade flow over time, as the articles state it: one line for each kind of period, since a month and a year do not compare.</summary>
internal sealed class Series
{
    private const int MostStatements = 1_000;

    private static readonly string[] Kinds = ["single months", "since January", "quarters", "whole years"];

    private Series(string unit, IReadOnlyList<ChartLine> lines, int leftOut)
    {
        Unit = unit;
        Lines = lines;
        LeftOut = leftOut;
    }

    /// <summary>What the numbers are counted in.</summary>
    public string Unit { get; }

    public IReadOnlyList<ChartLine> Lines { get; }

    /// <summary>Statements that no line shows: another unit, an unknown year, another kind of period.</summary>
    public int LeftOut { get; }

    /// <summary>Reads the series of a region, flow, partner and category; its points lead to the facts in the review pages.</summary>
    public static Series Read(IFactStore store, FactFilter filter, SlotName measure)
    {
        var query = filter.ToQuery() with { Measure = measure, Sort = FactSort.Period, Limit = MostStatements, WithSlots = false, IncludeDuplicates = false };
        var facts = store.Facts(query).Facts.Where(f => f.State != ReviewState.Rejected).Select(f => f.Fact)
            .Where(f => (f.Partner ?? "") == (query.Partner ?? "") && (f.Category ?? "") == (query.Category ?? ""));
        return Of(facts, measure, statements => statements.Count == 1
            ? Link.Local("/fact/" + statements[0].Id)
            : (filter with { Period = statements[0].Period.ToString(), Measure = FactLineNames.Of(measure), Status = null }).LinkTo("/"));
    }

    /// <summary>The series of facts of one flow.</summary>
    /// <param name="statements">All facts that state it.</param>
    /// <param name="measure">Which of their numbers.</param>
    /// <param name="link">Leads to the facts that state one point.</param>
    public static Series Of(IEnumerable<Fact> statements, SlotName measure, Func<IReadOnlyList<Fact>, Link> link)
    {
        var facts = statements.Where(f => f.Number(measure) is not null && f.Modality is Modality.Actual or Modality.Revised).ToList();
        var unit = measure is SlotName.Value or SlotName.Change
            ? facts.GroupBy(f => f.Unit).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).FirstOrDefault()
            : null;
        var shown = facts.Where(f => (unit is null || f.Unit == unit) && Kind(f.Period) is not null && (measure != SlotName.Growth || (f.Basis is null && f.Terms is null))).ToList();
        var lines = new List<ChartLine>();
        for (var kind = 0; kind < Kinds.Length; kind++)
        {
            var points = shown.Where(f => Kind(f.Period) == kind).GroupBy(f => f.Period).OrderBy(g => g.Key.End)
                .Select(g => Point(g.ToList(), measure, link)).ToList();
            if (points.Count > 0) lines.Add(new ChartLine(Kinds[kind], points));
        }

        return new Series(unit ?? (measure is SlotName.Multiple ? "times" : "%"), lines, facts.Count - shown.Count);
    }

    private static ChartPoint Point(IReadOnlyList<Fact> statements, SlotName measure, Func<IReadOnlyList<Fact>, Link> link)
    {
        // Several articles may state one figure; the point stands at the one most often stated, and leads to all.
        var value = statements.GroupBy(f => f.Number(measure)!.Value).OrderByDescending(g => g.Count()).First().Key;
        var end = statements[0].Period.End;
        var label = $"{FactText.Period(statements[0].Period)}: {FactText.Numbers(statements.First(f => f.Number(measure) == value))}{(statements.Count > 1 ? $", stated {statements.Count} times" : "")}";
        return new ChartPoint((end.Year!.Value * 12) + end.Month - 1, value, label, link(statements));
    }

    private static int? Kind(TradePeriod period)
    {
        if (period.Start.Year is not { } year || year != period.End.Year || period.Start.Day is not null) return null;
        var (first, last) = (period.Start.Month, period.End.Month);
        if (first == last) return 0;
        if (first == 1 && last == 12) return 3;
        if (last - first == 2 && last % 3 == 0 && first != 1) return 2;
        return first == 1 ? 1 : null;
    }
}
