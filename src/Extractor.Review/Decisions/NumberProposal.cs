using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;

namespace Extractor.Review.Decisions;

/// <summary>Proposes the measure of a number that a reviewer pointed at: "5.2%" is growth, "$3.1 billion" a value.</summary>
internal static class NumberProposal
{
    private static readonly (string Sign, string Unit)[] Currencies = [("US$", "USD"), ("HK$", "HKD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "CNY"), ("RMB", "CNY"), ("yuan", "CNY"), ("dollar", "USD"), ("euro", "EUR")];

    /// <summary>The slots that the words propose; none when they hold no number.</summary>
    public static IEnumerable<SlotChange> Read(string words, TextSpan span)
    {
        var first = words.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 0) yield break;
        var end = first;
        while (end < words.Length && (char.IsAsciiDigit(words[end]) || (words[end] is '.' or ',' && end + 1 < words.Length && char.IsAsciiDigit(words[end + 1])))) end++;
        var rest = words[end..].TrimStart();
        var isPercent = rest.StartsWith('%') || rest.StartsWith("percent", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("per cent", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("pct", StringComparison.OrdinalIgnoreCase);
        var scale = Scale(rest);
        if (SlotRules.Number(words[first..end] + scale).Value is not { } number) yield break;
        yield return new SlotChange(isPercent ? SlotName.Growth : SlotName.Value, number, span);
        if (isPercent) yield break;
        foreach (var (sign, unit) in Currencies)
        {
            if (!words.Contains(sign, StringComparison.OrdinalIgnoreCase)) continue;
            yield return new SlotChange(SlotName.Unit, unit, span);
            yield break;
        }
    }

    private static string Scale(string rest)
    {
        foreach (var word in (ReadOnlySpan<string>)["trillion", "trn", "tn", "billion", "bn", "million", "mn", "thousand"])
        {
            if (rest.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return " " + word;
        }

        return "";
    }
}
