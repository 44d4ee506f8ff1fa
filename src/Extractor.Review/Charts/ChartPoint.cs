using Extractor.Review.Html;

namespace Extractor.Review.Charts;

/// <summary>One point of a line: where, how high, and the facts that say so.</summary>
/// <param name="Month">Months since year 0.</param>
/// <param name="Value">The number stated.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Link">Leads to the facts.</param>
internal sealed record ChartPoint(int Month, decimal Value, string Label, Link Link);

/// <summary>A line: points of one kind of period.</summary>
/// <param name="Name">What the points have in common.</param>
/// <param name="Points">In order of their months.</param>
internal sealed record ChartLine(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>One bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">How long it is.</param>
/// <param name="Text">The number as written beside it.</param>
/// <param name="Link">Leads to the facts.</param>
internal sealed record ChartBar(string Label, double Value, string Text, Link Link);
