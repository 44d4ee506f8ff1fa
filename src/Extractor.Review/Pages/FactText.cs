using System.Globalization;
using Extractor.Facts;

namespace Extractor.Review.Pages;

/// <summary>A fact in words and figures for people.</summary>
internal static class FactText
{
    private static readonly (decimal Size, string Name)[] Scales = [(1e12m, "trn"), (1e9m, "bn"), (1e6m, "m")];

    /// <summary>The measures in the order in which they are shown.</summary>
    public static SlotName[] Measures { get; } =
    [
        SlotName.Value, SlotName.Growth, SlotName.Multiple, SlotName.Change, SlotName.Share, SlotName.Contribution, SlotName.ContributionRate,
        SlotName.GrowthChange, SlotName.GrowthGap, SlotName.ShareChange,
    ];

    /// <summary>"exports to US", "imports from KR", "trade with EU+CN", "exports".</summary>
    public static string FlowAndPartner(Fact fact)
    {
        var flow = FactLineNames.Of(fact.Flow);
        if (fact.Partner is not { } partner) return flow;
        var link = fact.Flow switch
        {
            Flow.Exports => "to",
            Flow.Imports => "from",
            _ => "with",
        };
        return $"{flow} {link} {partner.Replace("+", " + ", StringComparison.Ordinal)}";
    }

    /// <summary>"Jiaxing exports to US, machinery".</summary>
    public static string What(Fact fact) =>
        $"{fact.Region} {FlowAndPartner(fact)}{(fact.Category is { } category ? ", " + category : "")}";

    /// <summary>"&gt;4.37 trn CNY, +5.2%, 12.1% of China".</summary>
    public static string Numbers(Fact fact)
    {
        var parts = new List<string>();
        foreach (var measure in Measures)
        {
            if (fact.Number(measure) is { } number) parts.Add(Measure(fact, measure, number));
        }

        var bound = FactLineNames.Of(fact.Approx);
        var text = (bound is null ? "" : bound + " ") + string.Join(", ", parts);
        return fact.Modality == Modality.Actual ? text : $"{text} ({FactLineNames.Of(fact.Modality)})";
    }

    /// <summary>"Jan–Mar 2022", "May 2022", "2022", "1–20 May 2025".</summary>
    public static string Period(TradePeriod period)
    {
        var (start, end) = (period.Start, period.End);
        if (start.Day is not null || end.Day is not null) return $"{Bound(start)} – {Bound(end)}";
        if (start.Year != end.Year) return $"{Bound(start)} – {Bound(end)}";
        if (start.Month == 1 && end.Month == 12) return Year(start);
        return start.Month == end.Month ? Bound(start) : $"{Month(start)}–{Month(end)} {Year(start)}";
    }

    /// <summary>One line: what, when, how much.</summary>
    public static string Line(Fact fact) => $"{What(fact)}, {Period(fact.Period)}: {Numbers(fact)}";

    /// <summary>An amount, scaled: "4.37 trn CNY", "35,000 tonnes".</summary>
    public static string Amount(decimal amount, string? unit)
    {
        var text = Scaled(amount);
        return unit is null ? text : $"{text} {unit}";
    }

    /// <summary>An amount, scaled, for axes and tables.</summary>
    public static string Scaled(decimal amount)
    {
        foreach (var (size, name) in Scales)
        {
            if (Math.Abs(amount) >= size) return $"{Plain(amount / size)} {name}";
        }

        return amount.ToString("#,0.########", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>How a slot's value reads in a table: figures with groups, the rest as written.</summary>
    public static string Slot(Fact fact, SlotName name, string written) => fact.Number(name) is { } number
        ? name is SlotName.Value or SlotName.Change ? $"{number.ToString("#,0.########", CultureInfo.InvariantCulture)}" : written
        : written;

    /// <summary>The label of a slot, in words.</summary>
    public static string Label(SlotName name) => name switch
    {
        SlotName.ShareOf => "share of",
        SlotName.ContributionRate => "contribution rate",
        SlotName.GrowthChange => "growth change",
        SlotName.GrowthGap => "growth gap",
        SlotName.ShareChange => "share change",
        SlotName.Approx => "bound",
        _ => FactLineNames.Of(name),
    };

    /// <summary>The label of a flag, in words.</summary>
    public static string Label(FactFlags flag) => flag switch
    {
        FactFlags.YearUnknown => "year unknown",
        FactFlags.PeriodCarried => "period carried",
        FactFlags.RegionAssumed => "region assumed",
        FactFlags.ListPaired => "list paired",
        FactFlags.Bound => "bound",
        FactFlags.Forecast => "forecast",
        FactFlags.CategoryAssumed => "category assumed",
        _ => FactLineNames.Of(flag).FirstOrDefault() ?? "",
    };

    /// <summary>The colour that a slot has everywhere: the end of its CSS class.</summary>
    public static string Colour(SlotName name) => name switch
    {
        SlotName.Region => "region",
        SlotName.Period => "period",
        SlotName.Flow => "flow",
        SlotName.Partner => "partner",
        SlotName.Category => "category",
        SlotName.Value or SlotName.Unit or SlotName.Change or SlotName.Multiple => "value",
        SlotName.Growth or SlotName.Basis or SlotName.Terms or SlotName.GrowthChange or SlotName.GrowthGap => "growth",
        SlotName.Share or SlotName.ShareOf or SlotName.ShareChange or SlotName.Contribution or SlotName.ContributionRate => "share",
        _ => "other",
    };

    private static string Measure(Fact fact, SlotName measure, decimal number) => measure switch
    {
        SlotName.Value => Amount(number, fact.Unit),
        SlotName.Growth => $"{Signed(number)}%{Basis(fact)}",
        SlotName.Multiple => $"×{Plain(number)}",
        SlotName.Change => $"Δ {(number > 0 ? "+" : "")}{Amount(number, fact.Unit)}",
        SlotName.Share => fact.ShareOf is { } of ? $"{Plain(number)}% of {of}" : $"{Plain(number)}% share",
        SlotName.Contribution => $"{Signed(number)} pp of growth",
        SlotName.ContributionRate => $"{Plain(number)}% of growth",
        SlotName.GrowthChange => $"growth {Signed(number)} pp",
        SlotName.GrowthGap => $"gap {Signed(number)} pp",
        _ => $"share {Signed(number)} pp",
    };

    private static string Basis(Fact fact)
    {
        var basis = fact.Basis is { } b ? " " + b : "";
        return fact.Terms is { } terms ? $"{basis} ({terms})" : basis;
    }

    private static string Signed(decimal number) => (number > 0 ? "+" : "") + Plain(number);

    private static string Plain(decimal number) => number.ToString("#,0.####", CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Bound(PeriodBound bound) => $"{(bound.Day is { } day ? day + " " : "")}{Month(bound)} {Year(bound)}";

    private static string Month(PeriodBound bound) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(bound.Month);

    private static string Year(PeriodBound bound) => bound.Year?.ToString("D4") ?? "XXXX";
}
