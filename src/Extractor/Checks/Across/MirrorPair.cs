using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks.Across;

/// <summary>One trade as both ends report it: A's exports to B beside B's imports from A. They are never merged: freight, timing and re-exports set them apart.</summary>
/// <param name="Exports">What the exporter reports.</param>
/// <param name="Imports">What the importer reports.</param>
public sealed record MirrorPair(StatementGroup Exports, StatementGroup Imports)
{
    /// <summary>The pairs among <paramref name="groups"/>, in their order.</summary>
    /// <param name="groups">Groups of statements.</param>
    /// <param name="partnerCode">The partner code of a region's name: <c>CN</c> for China; null when it has none.</param>
    public static ImmutableArray<MirrorPair> Find(IEnumerable<StatementGroup> groups, Func<string, string?> partnerCode)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(partnerCode);
        var codes = new Dictionary<string, string?>(StringComparer.Ordinal);
        var imports = new Dictionary<(string Importer, string Exporter, TradePeriod, string?, Standing, SlotName, string?), StatementGroup>();
        var exports = new List<(string Exporter, StatementGroup Group)>();
        foreach (var group in groups)
        {
            var (key, measure) = (group.Observed.Key, group.Observed.Measure);
            if (key.Partner is not { } partner || measure is not (SlotName.Value or SlotName.Growth or SlotName.Change or SlotName.Multiple)) continue;
            if (!codes.TryGetValue(key.Region, out var code)) codes.Add(key.Region, code = partnerCode(key.Region));
            if (code is null) continue;
            if (key.Flow == Flow.Exports) exports.Add((code, group));
            else if (key.Flow == Flow.Imports) imports.TryAdd((code, partner, key.Period, key.Category, key.Standing, measure, group.Observed.Basis), group);
        }

        var pairs = ImmutableArray.CreateBuilder<MirrorPair>();
        foreach (var (exporter, group) in exports)
        {
            var key = group.Observed.Key;
            if (imports.TryGetValue((key.Partner!, exporter, key.Period, key.Category, key.Standing, group.Observed.Measure, group.Observed.Basis), out var mirror))
                pairs.Add(new MirrorPair(group, mirror));
        }

        return pairs.ToImmutable();
    }
}
