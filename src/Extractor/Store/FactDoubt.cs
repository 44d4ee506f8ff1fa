using Extractor.Facts;

namespace Extractor.Store;

/// <summary>How much a fact deserves a look, for the order of the queue.</summary>
public static class FactDoubt
{
    /// <summary>From 0 (sure) to 1. A contradiction comes before every flag; a confirmation halves what the flags say.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="confirmed">How many checks confirm it.</param>
    /// <param name="contradicted">How many checks contradict it.</param>
    public static double Of(Fact fact, int confirmed = 0, int contradicted = 0)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (contradicted > 0) return confirmed > 0 ? 0.95 : 1;

        // Each doubt is taken from what trust is left, so that many small ones never outweigh a contradiction.
        var trust = 0.95;
        if (fact.Flags.HasFlag(FactFlags.RegionAssumed)) trust *= 0.6;
        if (fact.Flags.HasFlag(FactFlags.YearUnknown)) trust *= 0.7;
        if (fact.Flags.HasFlag(FactFlags.ListPaired)) trust *= 0.75;
        if (fact.Flags.HasFlag(FactFlags.CategoryAssumed)) trust *= 0.8;
        if (fact.Flags.HasFlag(FactFlags.PeriodCarried)) trust *= 0.9;
        if (fact.Flags.HasFlag(FactFlags.Forecast)) trust *= 0.95;
        if (fact.Flags.HasFlag(FactFlags.Bound)) trust *= 0.97;
        var doubt = 1 - trust;
        return Math.Round(confirmed > 0 ? doubt / 2 : doubt, 4);
    }
}
