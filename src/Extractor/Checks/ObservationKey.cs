using Extractor.Facts;

namespace Extractor.Checks;

/// <summary>Whether numbers are outcomes, or what they are otherwise; outcomes are checked against outcomes, forecasts against forecasts.</summary>
public enum Standing
{
    /// <summary>It happened, as first stated or restated.</summary>
    Outcome,

    /// <summary>It is expected.</summary>
    Forecast,

    /// <summary>It is aimed at.</summary>
    Target,
}

/// <summary>What is observed, whatever is measured of it: who trades, when, in which direction, with whom, of what.</summary>
/// <param name="Region">Who trades.</param>
/// <param name="Period">When.</param>
/// <param name="Flow">Which direction.</param>
/// <param name="Partner">With whom; null for the world.</param>
/// <param name="Category">What narrows the flow, in lower case; null for all goods.</param>
/// <param name="Standing">Outcome, forecast or target.</param>
public readonly record struct ObservationKey(string Region, TradePeriod Period, Flow Flow, string? Partner, string? Category, Standing Standing)
{
    /// <summary>What <paramref name="fact"/> observes.</summary>
    public static ObservationKey Of(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return new(
            fact.Region.Trim(),
            fact.Period,
            fact.Flow,
            Together(Named(fact.Partner)),
            Named(fact.Category)?.ToLowerInvariant(),
            fact.Modality switch { Modality.Forecast => Standing.Forecast, Modality.Target => Standing.Target, _ => Standing.Outcome });
    }

    private static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>Partners named jointly are the same in any order.</summary>
    private static string? Together(string? partner) =>
        partner is not null && partner.Contains('+', StringComparison.Ordinal)
            ? string.Join('+', partner.Split('+', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal))
            : partner;
}
