using System.Collections.Immutable;
using System.Text;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>When two facts say the same in a slot, as <c>score.py</c> reads them.</summary>
/// <remarks>
/// One difference is known and has no effect on English or Chinese text: of Unicode's compatibility forms (NFKC) only
/// full-width ASCII and spaces are folded, because the base class library without ICU folds none.
/// </remarks>
public static class SlotAgreement
{
    private static readonly ImmutableHashSet<string> StopWords =
        ["the", "of", "a", "an", "and", "products", "product", "other", "its", "their", "enterprises", "companies", "firms", "businesses"];

    private static readonly ImmutableHashSet<string> AllGoods =
        ["goods", "merchandise", "goods trade", "merchandise trade", "trade in goods", "货物", "货物贸易"];

    private static readonly ImmutableDictionary<string, string> RegionNames = new Dictionary<string, string>
    {
        ["uk"] = "united kingdom",
        ["britain"] = "united kingdom",
        ["us"] = "united states",
        ["usa"] = "united states",
        ["u.s."] = "united states",
        ["korea"] = "south korea",
        ["republic of korea"] = "south korea",
        ["viet nam"] = "vietnam",
        ["people's republic of china"] = "china",
    }.ToImmutableDictionary();

    private static readonly ImmutableArray<string> RegionKinds =
        ["province", "municipality", "city", "autonomous region", "special administrative region", "state"];

    private static readonly ImmutableArray<string> ChineseStopWords = ["产品", "商品", "企业", "贸易", "產品", "企業", "貿易"];

    /// <summary>The slots of <paramref name="gold"/> that <paramref name="predicted"/> has right.</summary>
    public static ImmutableArray<SlotName> Agreeing(Observation gold, Observation predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        return [.. Measures.SlotsOf(gold.Measure).Where(slot => Agree(slot, gold.Fact, predicted.Fact))];
    }

    /// <summary>Whether the two facts say the same in <paramref name="slot"/>.</summary>
    public static bool Agree(SlotName slot, Fact gold, Fact predicted)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(predicted);
        return slot switch
        {
            SlotName.Region => Region(gold.Region) == Region(predicted.Region),
            SlotName.ShareOf => Region(gold.ShareOf) == Region(predicted.ShareOf),
            SlotName.Partner => Partner(gold.Partner) == Partner(predicted.Partner),
            SlotName.Category => CategoriesAgree(gold.Category, predicted.Category),
            _ => Normalise(gold.Written(slot)) == Normalise(predicted.Written(slot)),
        };
    }

    /// <summary>Lower case, runs of white space as one space, full-width letters as plain ones; null for nothing.</summary>
    internal static string? Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
                continue;
            }

            result.Append(char.ToLowerInvariant(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c));
        }

        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    /// <summary>"the Zhejiang Province" and "Zhejiang" are one region; "Britain" is the United Kingdom.</summary>
    internal static string? Region(string? name)
    {
        if (Normalise(name) is not { } region) return null;
        if (region.StartsWith("the ", StringComparison.Ordinal)) region = region[4..];
        region = WithoutKinds(region).Trim();
        return RegionNames.GetValueOrDefault(region, region);
    }

    /// <summary>Joint partners are the same in any order.</summary>
    internal static string? Partner(string? codes)
    {
        if (Normalise(codes) is not { } partner) return null;
        var parts = partner.Split('+');
        Array.Sort(parts, StringComparer.Ordinal);
        return string.Join('+', parts);
    }

    /// <summary>Categories agree when they share at least half of their words; goods as such are no category.</summary>
    internal static bool CategoriesAgree(string? gold, string? predicted)
    {
        var a = Category(gold);
        var b = Category(predicted);
        if (string.IsNullOrEmpty(a) && string.IsNullOrEmpty(b)) return true;
        if (string.IsNullOrEmpty(a) || string.IsNullOrEmpty(b)) return false;
        if (a != b && (a == "goods and services" || b == "goods and services")) return false;
        var left = Words(a);
        var right = Words(b);
        return left.Count(right.Contains) * 2 >= Math.Max(left.Count, right.Count);

        static string? Category(string? text) => Normalise(text) is { } category && !AllGoods.Contains(category) ? category : null;
    }

    /// <summary>The words that count, in the singular; Chinese, which has no word breaks, as pairs of characters.</summary>
    internal static HashSet<string> Words(string category)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < category.Length; at++)
        {
            var start = at;
            while (at < category.Length && (char.IsAsciiLetterLower(category[at]) || char.IsAsciiDigit(category[at]))) at++;
            if (at > start) words.Add(Singular(category[start..at]));
        }

        var chinese = ChineseStopWords.Aggregate(category, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal));
        if (chinese.Length == 0) chinese = category;
        for (var at = 0; at < chinese.Length; at++)
        {
            var start = at;
            while (at < chinese.Length && chinese[at] is >= '\u3400' and <= '\u9fff') at++;
            if (at == start + 1) words.Add(chinese[start..at]);
            for (var pair = start; pair + 2 <= at; pair++) words.Add(chinese.Substring(pair, 2));
        }

        var kept = words.Where(word => !StopWords.Contains(word) && !StopWords.Contains(word + "s")).ToHashSet(StringComparer.Ordinal);
        return kept.Count > 0 ? kept : words;
    }

    /// <summary><c>countries</c> and <c>country</c> are <c>country</c>, <c>glass</c> stays.</summary>
    private static string Singular(string word)
    {
        if (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)) word = word[..^1];
        return word.EndsWith("ie", StringComparison.Ordinal) ? string.Concat(word.AsSpan(0, word.Length - 2), "y") : word;
    }

    private static string WithoutKinds(string region)
    {
        StringBuilder? result = null;
        var at = 0;
        while (at < region.Length)
        {
            var kind = IsBoundary(region, at) ? RegionKinds.FirstOrDefault(kind => IsWordAt(region, at, kind)) : null;
            if (kind is not null)
            {
                result ??= new StringBuilder(region, 0, at, region.Length);
                at += kind.Length;
                continue;
            }

            result?.Append(region[at]);
            at++;
        }

        return result?.ToString() ?? region;
    }

    private static bool IsWordAt(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && IsBoundary(text, at + word.Length);

    private static bool IsBoundary(string text, int at) =>
        (at > 0 && IsWordCharacter(text[at - 1])) != (at < text.Length && IsWordCharacter(text[at]));

    private static bool IsWordCharacter(char c) => char.IsLetterOrDigit(c) || c == '_';
}
