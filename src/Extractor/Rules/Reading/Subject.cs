using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>A value with the words that it was read from.</summary>
internal sealed record Sourced<T>(T Value, TextSpan? Span, SlotOrigin Origin)
{
    public Sourced<T> Carried() => Origin == SlotOrigin.Stated ? this with { Origin = SlotOrigin.Carried } : this;
}

/// <summary>What the numbers of a clause are said of.</summary>
internal sealed record Subject
{
    /// <summary>The flows, several when the numbers are paired with them; none when the subject is no flow.</summary>
    public List<Sourced<FlowNoun>> Flows { get; init; } = [];

    /// <summary>"exports and imports" read as one: its parts in the order named, for when two numbers follow.</summary>
    public List<Sourced<FlowNoun>> FlowParts { get; init; } = [];

    public List<Sourced<Place>> Regions { get; init; } = [];

    public List<Sourced<string>> Partners { get; init; } = [];

    public List<Sourced<string>> Categories { get; init; } = [];

    /// <summary>The period that stands with the subject, or null.</summary>
    public Item? Period { get; init; }

    /// <summary>Why its numbers are no facts, or null.</summary>
    public string? Aside { get; init; }

    public string? Measure { get; init; }

    /// <summary>Whose total a share is of, when that is not the region's own.</summary>
    public Sourced<Place>? ShareOf { get; init; }

    /// <summary>Of a country named as a market: "China was the main destination".</summary>
    public bool IsNamedMarket { get; init; }

    /// <summary>Named by a verb: "China exported".</summary>
    public bool IsVerb { get; init; }

    /// <summary>"cumulative exports": of the year so far.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>"annual exports": of a whole year.</summary>
    public bool IsAnnual { get; init; }

    public string? Terms { get; init; }

    public FactFlags Flags { get; init; }

    /// <summary>Index of its item in the sentence, -1 when it comes from before.</summary>
    public int At { get; init; } = -1;

    /// <summary>A partner or category that can't be told: its numbers stay unresolved.</summary>
    public bool IsUnclear { get; init; }

    /// <summary>The words that narrow nothing ("total"), so that nothing is inherited.</summary>
    public bool IsTotal { get; init; }

    /// <summary>The same subject as it is carried into another sentence.</summary>
    public Subject Carried() => this with
    {
        At = -1,
        Period = null,
        IsAnnual = false,
        Flows = Flows.ConvertAll(f => f.Carried()),
        FlowParts = FlowParts.ConvertAll(f => f.Carried()),
        Regions = Regions.ConvertAll(r => r.Carried()),
        Partners = Partners.ConvertAll(p => p.Carried()),
        Categories = Categories.ConvertAll(c => c.Carried()),
    };

    public bool IsBalance => Flows.Count > 0 && Flows[0].Value is FlowNoun.Surplus or FlowNoun.Deficit or FlowNoun.Balance;

    /// <summary>How many members numbers may be paired with: the one list among its slots.</summary>
    public int Members => Math.Max(Math.Max(Flows.Count, Regions.Count), Math.Max(Partners.Count, Categories.Count));
}
