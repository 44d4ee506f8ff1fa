using System.Globalization;
using Extractor.Facts;

namespace Extractor.Review.Decisions;

/// <summary>What ANNOTATION.md allows in each slot, told to a reviewer who typed something else.</summary>
internal static class SlotRules
{
    private const int LongestText = 200;

    private static readonly (string Word, decimal Factor)[] Scales =
    [
        ("trillion", 1e12m), ("trn", 1e12m), ("tn", 1e12m), ("billion", 1e9m), ("bn", 1e9m), ("million", 1e6m), ("mn", 1e6m), ("m", 1e6m),
        ("thousand", 1e3m), ("k", 1e3m),
    ];

    /// <summary>The slots that a form shows, in its order.</summary>
    public static SlotName[] Order { get; } =
    [
        SlotName.Region, SlotName.Period, SlotName.Flow, SlotName.Partner, SlotName.Category, SlotName.Value, SlotName.Unit, SlotName.Growth,
        SlotName.Basis, SlotName.Terms, SlotName.Multiple, SlotName.Change, SlotName.Share, SlotName.ShareOf, SlotName.Contribution,
        SlotName.ContributionRate, SlotName.GrowthChange, SlotName.GrowthGap, SlotName.ShareChange, SlotName.Rank, SlotName.Approx, SlotName.Modality,
    ];

    /// <summary>Reads one slot. An empty one is null; what cannot stand yields a message.</summary>
    public static (string? Value, string? Error) Read(SlotName name, string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) return (null, null);
        if (text.Length > LongestText) return (null, $"At most {LongestText} characters.");
        foreach (var c in text)
        {
            if (char.IsControl(c)) return (null, "No control characters.");
        }

        return name switch
        {
            SlotName.Region or SlotName.ShareOf => (text, null),
            SlotName.Period => TradePeriod.TryParse(text, out var period) ? (period.ToString(), null) : (null, "Expected START/END, both YYYY-MM (or YYYY-MM-DD): 2022-01/2022-03; an unknown year is XXXX."),
            SlotName.Flow => FactLineNames.TryFlow(text, out _) ? (text, null) : (null, "Expected trade, exports, imports or balance."),
            SlotName.Partner => Partner(text),
            SlotName.Category => Category(text),
            SlotName.Unit => Unit(text),
            SlotName.Basis => text == "yoy" ? (null, null) : text is "mom" or "qoq" or "period" || TradePeriod.TryParse(text, out _) ? (text, null) : (null, "Expected yoy, mom, qoq, period, or the period compared with."),
            SlotName.Terms => text == "volume" || IsCurrency(text) ? (text, null) : (null, "Expected volume or a currency such as USD."),
            SlotName.Rank => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank > 0 ? (rank.ToString(CultureInfo.InvariantCulture), null) : (null, "Expected a place from 1."),
            SlotName.Approx => FactLineNames.TryApprox(text, out _) ? (text, null) : (null, "Expected >, < or ~."),
            SlotName.Modality => text == "actual" ? (null, null) : FactLineNames.TryModality(text, out _) ? (text, null) : (null, "Expected actual, forecast, target or revised."),
            _ => Number(text),
        };
    }

    /// <summary>What a fact as a whole must have. The field named is where the message is shown.</summary>
    public static IEnumerable<(SlotName Name, string Message)> Whole(IReadOnlyDictionary<SlotName, string?> slots)
    {
        if (Of(SlotName.Region) is null) yield return (SlotName.Region, "A fact has a region.");
        if (Of(SlotName.Period) is null) yield return (SlotName.Period, "A fact has a period.");
        if (Of(SlotName.Flow) is null) yield return (SlotName.Flow, "A fact has a flow.");
        if (!Pages.FactText.Measures.Any(measure => Of(measure) is not null)) yield return (SlotName.Value, "A fact has at least one number: a value, growth, share ...");
        if ((Of(SlotName.Value) ?? Of(SlotName.Change)) is not null && Of(SlotName.Unit) is null) yield return (SlotName.Unit, "An amount has a unit: CNY, USD, tonnes ...");
        if (Of(SlotName.Multiple) is not null && Of(SlotName.Growth) is not null) yield return (SlotName.Multiple, "A multiple stands instead of growth, not beside it.");
        if (Of(SlotName.Basis) is not null && Of(SlotName.Growth) is null && Of(SlotName.Multiple) is null && Of(SlotName.Change) is null)
            yield return (SlotName.Basis, "A basis says what growth compares with; there is no growth.");

        string? Of(SlotName name) => slots.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>A number as people write it: signs, groups, a scale word, a percent sign.</summary>
    public static (string? Value, string? Error) Number(string text)
    {
        const string expected = "Expected a number: 4370000000000, 4.37 trillion, -5.2.";
        var rest = text.Replace("−", "-", StringComparison.Ordinal).TrimEnd('%', ' ');
        var factor = 1m;
        foreach (var (word, size) in Scales)
        {
            if (!rest.EndsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            factor = size;
            rest = rest[..^word.Length].TrimEnd();
            break;
        }

        rest = rest.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (!decimal.TryParse(rest, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return (null, expected);
        try
        {
            return ((number * factor).ToString("0.############################", CultureInfo.InvariantCulture), null);
        }
        catch (OverflowException)
        {
            return (null, "That number is too large.");
        }
    }

    private static (string? Value, string? Error) Partner(string text)
    {
        foreach (var part in text.Split('+'))
        {
            if (part.Length < 2 || !char.IsAsciiLetterUpper(part[0]) || part.Any(c => !char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('-' or ' ')))
                return (null, "Expected an ISO code (US), a group in capitals (ASEAN, CENTRAL-ASIA), or several joined with + (CN+HK).");
        }

        return (text, null);
    }

    private static (string? Value, string? Error) Category(string text)
    {
        if (text is "goods" or "merchandise") return (null, "All goods are an empty category.");
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
        {
            if (text.StartsWith(article, StringComparison.OrdinalIgnoreCase)) return (null, "The text's own words, without the article.");
        }

        return (text.ToLowerInvariant(), null);
    }

    private static (string? Value, string? Error) Unit(string text)
    {
        if (IsCurrency(text)) return (text, null);
        return char.IsAsciiLetterUpper(text[0]) && text.Length == 3 || text.Any(char.IsDigit)
            ? (null, "Expected an ISO 4217 code (CNY, USD) or a plain unit (tonnes, vehicles).")
            : (text, null);
    }

    private static bool IsCurrency(string text) => text.Length == 3 && text.All(char.IsAsciiLetterUpper);
}
