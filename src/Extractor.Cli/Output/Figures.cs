using System.Globalization;
using Extractor.Facts;

namespace Extractor.Cli.Output;

/// <summary>The numbers of a fact in words: <c>&gt;4.37 trillion CNY, +5.2%, share 12.1% of China</c>.</summary>
internal static class Figures
{
    private static readonly (decimal Size, string Name)[] Scales = [(1e12m, "trillion"), (1e9m, "billion"), (1e6m, "million")];

    public static string Of(Fact fact)
    {
        var parts = new List<string>();
        if (fact.Value is { } value) parts.Add($"{Amount(value)} {fact.Unit}");
        if (fact.Growth is { } growth) parts.Add($"{Signed(growth)}%{Against(fact.Basis)}{(fact.Terms is { } terms ? $" in {terms}" : "")}");
        if (fact.Multiple is { } multiple) parts.Add($"{Plain(multiple)}-fold{Against(fact.Basis)}");
        if (fact.Change is { } change) parts.Add($"by {(change > 0 ? "+" : "")}{Amount(change)} {fact.Unit}");
        if (fact.Share is { } share) parts.Add($"share {Plain(share)}%{(fact.ShareOf is { } whole ? $" of {whole}" : "")}");
        if (fact.Contribution is { } contribution) parts.Add($"contributes {Plain(contribution)} points");
        if (fact.ContributionRate is { } rate) parts.Add($"contributes {Plain(rate)}% of growth");
        if (fact.GrowthChange is { } growthChange) parts.Add($"growth {Signed(growthChange)} points");
        if (fact.GrowthGap is { } gap) parts.Add($"{Signed(gap)} points against another");
        if (fact.ShareChange is { } shareChange) parts.Add($"share {Signed(shareChange)} points");
        if (fact.Rank is { } rank) parts.Add($"rank {rank}");
        var modality = fact.Modality == Modality.Actual ? "" : $" ({FactLineNames.Of(fact.Modality)})";
        return FactLineNames.Of(fact.Approx) + string.Join(", ", parts) + modality;
    }

    private static string Against(string? basis) => basis is null or "yoy" ? "" : $" {basis}";

    private static string Signed(decimal number) => number > 0 ? "+" + Plain(number) : Plain(number);

    private static string Amount(decimal number)
    {
        foreach (var (size, name) in Scales)
            if (Math.Abs(number) >= size) return $"{Plain(number / size)} {name}";
        return number.ToString("#,0.############", CultureInfo.InvariantCulture);
    }

    private static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
