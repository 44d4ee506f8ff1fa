using System.Collections.Immutable;
using Extractor.Text;

namespace Extractor.Facts;

/// <summary>One statement, in a text, of numbers about a trade flow. Fields are those of ANNOTATION.md.</summary>
public sealed record Fact
{
    /// <summary>Stable identity: a hash of the document hash, the quote span and the slots (16 hex digits).</summary>
    public required string Id { get; init; }

    /// <summary>The document's name.</summary>
    public required string Doc { get; init; }

    /// <summary>The sentence that states it, as a span of the document's text.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The characters at <see cref="Span"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>Who trades, by common English short name.</summary>
    public required string Region { get; init; }

    /// <summary>When.</summary>
    public required TradePeriod Period { get; init; }

    /// <summary>What direction.</summary>
    public required Flow Flow { get; init; }

    /// <summary>With whom (ISO 3166 alpha-2, group code, or several joined with +); null for the world.</summary>
    public string? Partner { get; init; }

    /// <summary>What narrows the flow, in the text's own words; null for all goods.</summary>
    public string? Category { get; init; }

    /// <summary>The amount in <see cref="Unit"/>; a deficit is negative.</summary>
    public decimal? Value { get; init; }

    /// <summary>ISO 4217 code, or a plain unit such as <c>tonnes</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>Change in percent, signed.</summary>
    public decimal? Growth { get; init; }

    /// <summary>What growth compares with: <c>yoy</c> (null), <c>mom</c>, <c>qoq</c>, <c>period</c>, or the period compared with.</summary>
    public string? Basis { get; init; }

    /// <summary>What growth is measured in: <c>volume</c> or a currency; null for as the value.</summary>
    public string? Terms { get; init; }

    /// <summary>"eightfold" is 8.</summary>
    public decimal? Multiple { get; init; }

    /// <summary>Absolute change, signed, in <see cref="Unit"/>.</summary>
    public decimal? Change { get; init; }

    /// <summary>Percent of a total.</summary>
    public decimal? Share { get; init; }

    /// <summary>Whose total, if not the region's own.</summary>
    public string? ShareOf { get; init; }

    /// <summary>Percentage points added to growth.</summary>
    public decimal? Contribution { get; init; }

    /// <summary>Percent of total growth.</summary>
    public decimal? ContributionRate { get; init; }

    /// <summary>Percentage points by which growth itself changed.</summary>
    public decimal? GrowthChange { get; init; }

    /// <summary>Percentage points ahead of another's growth.</summary>
    public decimal? GrowthGap { get; init; }

    /// <summary>Percentage points by which the share changed.</summary>
    public decimal? ShareChange { get; init; }

    /// <summary>Place in a ranking, from 1.</summary>
    public int? Rank { get; init; }

    /// <summary>How the wording bounds the number.</summary>
    public Approx Approx { get; init; }

    /// <summary>Actual, forecast, target or revised.</summary>
    public Modality Modality { get; init; }

    /// <summary>Each field with the words that it was read from.</summary>
    public required ImmutableArray<Slot> Slots { get; init; }

    /// <summary>The rule that decided what the (first) number measures.</summary>
    public required string Rule { get; init; }

    /// <summary>The steps that led to the fact, one a line, for <c>explain</c> and <c>show</c>.</summary>
    public ImmutableArray<string> Derivation { get; init; } = [];

    /// <summary>What a reviewer should know.</summary>
    public FactFlags Flags { get; init; }
}
