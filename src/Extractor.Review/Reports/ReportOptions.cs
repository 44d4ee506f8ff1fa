using Extractor.Store;

namespace Extractor.Review.Reports;

/// <summary>What a report is about.</summary>
public sealed record ReportOptions
{
    /// <summary>Which facts.</summary>
    public required FactQuery Query { get; init; }

    /// <summary>The headline.</summary>
    public string Title { get; init; } = "Trade facts";

    /// <summary>What the facts were chosen by, in words.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>When the report was made.</summary>
    public required DateTimeOffset Made { get; init; }

    /// <summary>How many facts at most.</summary>
    public int Limit { get; init; } = 10_000;
}
