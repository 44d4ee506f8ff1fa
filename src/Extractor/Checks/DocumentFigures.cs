using Extractor.Facts;

namespace Extractor.Checks;

/// <summary>The numbers of one document's facts, each found by what it observes and measures.</summary>
/// <remarks>
/// Where a document states one number more than once, the most precise statement stands for all in the identities; that
/// the others agree with it is a check of its own. A restated earlier figure takes the place of the figure that it replaces.
/// </remarks>
internal sealed class DocumentFigures
{
    /// <summary>In how many units, or against how many bases, one number is looked at; prose has two or three.</summary>
    private const int MostQualifiers = 8;

    private readonly Dictionary<(ObservationKey, SlotName, string?), List<Figure>> statements = [];
    private readonly Dictionary<(ObservationKey, SlotName), List<(string? Qualifier, Figure Figure)>> standing = [];

    public DocumentFigures(IReadOnlyList<Fact> facts, string? documentText)
    {
        Facts = facts;
        DocumentText = documentText;
        foreach (var fact in facts)
        {
            var key = ObservationKey.Of(fact);
            foreach (var figure in Figure.Of(fact, documentText))
            {
                var place = (key, figure.Measure, Qualifier(fact, figure.Measure));
                if (!statements.TryGetValue(place, out var list)) statements.Add(place, list = []);
                list.Add(figure);
            }
        }

        foreach (var ((key, measure, qualifier), list) in statements)
        {
            if (Represent(key, list) is not { } figure) continue;
            if (!standing.TryGetValue((key, measure), out var all)) standing.Add((key, measure), all = []);
            if (all.Count < MostQualifiers) all.Add((qualifier, figure));
        }
    }

    public IReadOnlyList<Fact> Facts { get; }

    public string? DocumentText { get; }

    /// <summary>Every number stated, grouped by what it says: the same observation, measure, and unit or basis.</summary>
    public IEnumerable<(ObservationKey Key, IReadOnlyList<Figure> Figures)> Statements =>
        statements.Select(entry => (entry.Key.Item1, (IReadOnlyList<Figure>)entry.Value));

    /// <summary>Every number that stands for its statements, of one measure.</summary>
    public IEnumerable<(ObservationKey Key, Figure Figure)> Of(SlotName measure) =>
        from entry in standing
        where entry.Key.Item2 == measure
        from pair in entry.Value
        select (entry.Key.Item1, pair.Figure);

    /// <summary>The amount in <paramref name="unit"/>.</summary>
    public Figure? Value(ObservationKey key, string? unit) => Find(key, SlotName.Value, unit);

    /// <summary>The growth that compares with <paramref name="basis"/> (null: a year earlier), measured as the value is, or in <paramref name="terms"/>.</summary>
    public Figure? Growth(ObservationKey key, string? basis, string? terms = null) => Find(key, SlotName.Growth, Qualifier(basis, terms));

    /// <summary>The share of the region's own total, or of <paramref name="shareOf"/>'s.</summary>
    public Figure? Share(ObservationKey key, string? shareOf) => Find(key, SlotName.Share, shareOf);

    /// <summary>The numbers of one measure, whatever their unit or basis.</summary>
    public IEnumerable<Figure> Any(ObservationKey key, SlotName measure) =>
        standing.TryGetValue((key, measure), out var list) ? list.Select(pair => pair.Figure) : [];

    /// <summary>The one number of a measure with this unit, basis or whole; null when there is none.</summary>
    public Figure? Find(ObservationKey key, SlotName measure, string? qualifier)
    {
        if (!standing.TryGetValue((key, measure), out var list)) return null;
        foreach (var (own, figure) in list)
            if (string.Equals(own, qualifier, StringComparison.Ordinal)) return figure;
        return null;
    }

    /// <summary>The growth with which an amount goes: one measured as the amount is.</summary>
    public Figure? GrowthOf(ObservationKey key, Figure value, string? basis) => Growth(key, basis) ?? Growth(key, basis, value.Unit);

    /// <summary>The period that a number's basis compares with; null when it is none, or unknowable.</summary>
    public static TradePeriod? Compared(TradePeriod period, string? basis) => basis switch
    {
        null or "yoy" => period.YearIsKnown && period.Start.Year > 1 ? period.AddYears(-1) : null,
        "mom" => period.MonthCount == 1 && period.Start.Day is null && period.Start.Year is not 1 ? period.AddMonths(-1) : null,
        "qoq" => period.MonthCount == 3 && period.Start.Day is null && period.Start.Year is not 1 ? period.AddMonths(-3) : null,
        _ => TradePeriod.TryParse(basis, out var named) && named != period ? named : null,
    };

    /// <summary>The same observation at another time: of the same standing, or the outcome with which a forecast is compared.</summary>
    public Figure? ValueAt(ObservationKey key, TradePeriod period, string? unit) =>
        Value(key with { Period = period }, unit) ?? Value(key with { Period = period, Standing = Standing.Outcome }, unit);

    private static string? Qualifier(Fact fact, SlotName measure) => measure switch
    {
        SlotName.Value => fact.Unit,
        SlotName.Change => Qualifier(fact.Basis, fact.Unit),
        SlotName.Growth => Qualifier(fact.Basis, fact.Terms),
        SlotName.Share => fact.ShareOf,
        SlotName.Multiple => Qualifier(fact.Basis, fact.Terms),
        _ => Qualifier(fact.Basis, null),
    };

    private static string? Qualifier(string? basis, string? terms) => $"{basis ?? "yoy"}|{terms}";

    private static Figure? Represent(ObservationKey key, List<Figure> figures)
    {
        var candidates = figures.Exists(f => f.Fact!.Modality == Modality.Revised) ? figures.FindAll(f => f.Fact!.Modality == Modality.Revised) : figures;
        var best = candidates[0];
        foreach (var figure in candidates)
            if (Vagueness(figure) is var vagueness && vagueness.CompareTo(Vagueness(best)) < 0) best = figure;

        // Without a year, figures that disagree may be of different years.
        return key.Period.YearIsKnown || candidates.TrueForAll(f => f.Interval(Reading.Wide).Intersects(best.Interval(Reading.Wide))) ? best : null;
    }

    private static (Approx Approx, decimal Step) Vagueness(Figure figure) => (figure.Printed.Approx, figure.Printed.Step);
}
