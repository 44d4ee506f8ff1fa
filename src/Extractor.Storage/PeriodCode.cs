using Extractor.Facts;

namespace Extractor.Storage;

/// <summary>Ends of periods as numbers that sort: year * 10000 + month * 100 + day, with 0 for no year and no day.</summary>
internal static class PeriodCode
{
    public static long Of(PeriodBound bound) => ((bound.Year ?? 0) * 10_000L) + (bound.Month * 100) + (bound.Day ?? 0);

    public static PeriodBound Bound(long code)
    {
        var year = (int)(code / 10_000);
        var day = (int)(code % 100);
        return new PeriodBound(year == 0 ? null : year, (int)(code / 100 % 100), day == 0 ? null : day);
    }
}
