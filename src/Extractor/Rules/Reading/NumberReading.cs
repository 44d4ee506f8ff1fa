using Extractor.Facts;

namespace Extractor.Rules.Reading;

/// <summary>What became of one number of a sentence.</summary>
internal sealed class NumberReading
{
    public required Item Item { get; init; }

    public required int At { get; init; }

    public RuleMatch? Match { get; init; }

    public Subject? Subject { get; set; }

    /// <summary>Index of the subject's member that it is paired with; -1 for all of them together.</summary>
    public int Member { get; set; }

    public NumberClass Class { get; set; } = NumberClass.Unresolved;

    public string Reason { get; set; } = "";

    public string? FactId { get; set; }

    public RuleRole Role => Match!.Rule.Role;
}
