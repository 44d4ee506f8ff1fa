using System.Globalization;
using Extractor.Facts;
using Extractor.Mentions.Numbers;

namespace Extractor.Tests.Mentions.Numbers;

/// <summary>Writes mentions down in one line for tables of examples: <c>[over 5%] 5 %</c>.</summary>
internal static class Reading
{
    /// <summary>All mentions of a text, set apart by a bar, as <c>span = value unit, flags</c>.</summary>
    public static string Of(string text) => string.Join(" | ", NumberFinder.Find(text).Select(m => Of(m, text)));

    private static string Of(NumberMention m, string text)
    {
        var line = $"{m.Span.Of(text)} = {m.Value.ToString("0.######", CultureInfo.InvariantCulture)}{UnitOf(m)}";
        if (m.ApproxSpan is { } bound) line += $" {Sign(m.Approx)}({bound.Of(text)})";
        if (m.SharesUnit) line += " shared";
        if (m.IsSecondCurrency) line += " second";
        if (m.IsRange) line += " range";
        if (m.IsLabel) line += " label";
        if (m.IsDatePart) line += " date";
        return line;
    }

    private static string UnitOf(NumberMention m) => m.Kind switch
    {
        NumberKind.Cardinal => m.Unit is null ? "" : " " + m.Unit,
        NumberKind.Ordinal => "th",
        NumberKind.Percent => " %",
        NumberKind.PercentagePoints => " pp",
        NumberKind.Multiple => " x",
        NumberKind.Money => $" {m.Unit}{(m.AmbiguousUnit ? "?" : "")}",
        _ => " " + m.Unit,
    };

    private static string Sign(Approx approx) => approx switch { Approx.Over => ">", Approx.Under => "<", _ => "~" };
}
