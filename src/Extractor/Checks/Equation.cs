using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Checks;

/// <summary>A reckoning over printed numbers, set against one of them.</summary>
internal sealed record Equation
{
    /// <summary>Which identity.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The left side written out: "3.25 + 1.12".</summary>
    public required string Left { get; init; }

    /// <summary>All values that the left side may have.</summary>
    public required Func<Reading, Interval> Reckon { get; init; }

    /// <summary>The number on the right side, as printed.</summary>
    public required Figure Stated { get; init; }

    /// <summary>How the numbers of the right side are written.</summary>
    public required Amounts Format { get; init; }

    /// <summary>The numbers of the left side.</summary>
    public required ImmutableArray<Figure> Terms { get; init; }

    /// <summary>Why a disagreement proves nothing, when it does not: the check then confirms only.</summary>
    public string? Doubt { get; init; }

    /// <summary>The values of the right side, where they are not those of <see cref="Stated"/> itself: its size without the sign.</summary>
    public Func<Reading, Interval>? StatedAs { get; init; }

    /// <summary>Whether the reckoning is narrow enough to tell the stated number from nothing, and from twice as much.</summary>
    public bool IsTelling => Reckon(Reading.Narrow).Width is { } width && width <= ((Ratio)Stated.Printed.Value).Abs();

    /// <summary>Judges the equation.</summary>
    public CheckResult Judge()
    {
        ImmutableArray<Figure> figures = [.. Terms, Stated];
        foreach (var figure in figures)
            if (figure.Printed.Approx == Approx.About) return Result(CheckStatus.NotApplicable, $"{Left} = {Format.Full(Stated)}", "worded as approximate");

        var reckoned = Reckon(Reading.Narrow);
        var stated = Side(Reading.Narrow);
        if (!Reckon(Reading.Wide).Intersects(Side(Reading.Wide)))
        {
            var text = IsRestatement ? Restated : $"{Left} = {Format.Reckoned(reckoned)}, not {Format.Full(Stated)}";
            return Doubt is null
                ? Result(CheckStatus.Contradicted, text, $"{Format.Range(reckoned)} against {Format.Range(stated)}")
                : Result(CheckStatus.NotApplicable, text, Doubt);
        }

        var shown = Format.Reckoned(reckoned);
        var sum = IsRestatement ? Restated
            : Format.Reads(shown, Stated) || stated.Width is not { } width || reckoned.Width is not { } spread || spread > width
            ? $"{Left} = {Format.Full(Stated)}"
            : $"{Left} = {shown}, printed {Format.Full(Stated)}";
        if (!reckoned.Intersects(stated)) return Result(CheckStatus.NotApplicable, sum, "depends on how far a round number is rounded");
        return IsTelling ? Result(CheckStatus.Confirmed, sum, null) : Result(CheckStatus.NotApplicable, sum, "agrees, but too coarse to tell");

        CheckResult Result(CheckStatus status, string text, string? reason) =>
            new(Kind, status, figures, $"{text}: {CheckNames.Of(status)}{(reason is null ? "" : $" ({reason})")}");
    }

    private bool IsRestatement => Kind == CheckKind.Restatement;

    private string Restated => $"{Left} and {Stated.Written}";

    private Interval Side(Reading reading) => StatedAs?.Invoke(reading) ?? Stated.Interval(reading);
}
