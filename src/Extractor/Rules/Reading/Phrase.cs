using Extractor.Mentions.Places;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>A flow as its noun names it; surplus and deficit are balances with a sign of their own.</summary>
internal enum FlowNoun : byte
{
    Trade,
    Exports,
    Imports,
    ReExports,
    Surplus,
    Deficit,
    Balance,
}

/// <summary>A flow named in a phrase and the words that name it.</summary>
internal sealed record NamedFlow(FlowNoun Noun, TextSpan Span, bool IsWeak);

/// <summary>A category named in a phrase.</summary>
/// <param name="Text">Its words, in lower case.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="IsAnaphor">Whether it stands for goods named before: "the metal", "this fuel".</param>
internal sealed record NamedCategory(string Text, TextSpan Span, bool IsAnaphor = false);

/// <summary>A noun phrase with the modifiers around its head.</summary>
internal sealed class Phrase
{
    // Most phrases of a text have none of most of these.
    private List<NamedFlow>? flows;
    private List<PlaceMention>? regions;
    private List<PlaceMention>? partners;
    private List<NamedCategory>? categories;
    private List<PlaceMention>? places;
    private List<Item>? members;

    /// <summary>The flows it names; empty when it names none.</summary>
    public List<NamedFlow> Flows => flows ??= [];

    /// <summary>value, volume, growth or share, when such a noun heads the phrase.</summary>
    public string? Measure { get; set; }

    /// <summary>Why its numbers are no facts, when its head is no flow: price, tariff ...</summary>
    public string? Aside { get; set; }

    /// <summary>The flow of "export markets", "import sources".</summary>
    public NamedFlow? MarketFlow { get; set; }

    /// <summary>The flow that its word for a market implies: a destination is one of exports, a supplier one of imports; null for words that say neither.</summary>
    public FlowNoun? MarketKind { get; set; }

    /// <summary>markets, partners: it announces a list.</summary>
    public bool IsMarket { get; set; }

    /// <summary>Who trades, as far as the phrase names it.</summary>
    public List<PlaceMention> Regions => regions ??= [];

    /// <summary>With whom, as far as the phrase names it.</summary>
    public List<PlaceMention> Partners => partners ??= [];

    /// <summary>What narrows the flow.</summary>
    public List<NamedCategory> Categories => categories ??= [];

    /// <summary>All places in front of the head, before they are told apart.</summary>
    public List<PlaceMention> Places => places ??= [];

    /// <summary>When.</summary>
    public Item? Period { get; set; }

    /// <summary>"its", "the province's": the region is one spoken of.</summary>
    public bool HasRegionAnaphor { get; set; }

    /// <summary>The noun of such an anaphor: province, city, country.</summary>
    public string? RegionNoun { get; set; }

    /// <summary>"the national total": the region is the country.</summary>
    public bool IsNational { get; set; }

    /// <summary>"to them", "those countries", "its members": the partner is one spoken of.</summary>
    public bool HasPartnerAnaphor { get; set; }

    /// <summary>The number in it: "these five countries".</summary>
    public decimal? Count { get; set; }

    /// <summary>"these exports", "such shipments": the flow spoken of last, with all that narrowed it.</summary>
    public bool IsFlowAnaphor { get; set; }

    /// <summary>two-way, bilateral: the partner is one spoken of where none is named.</summary>
    public bool IsBilateral { get; set; }

    /// <summary>A partner stands there that is no place we know ("its neighbours"): facts would lack it.</summary>
    public bool HasUnknownPartner { get; set; }

    /// <summary>"domestic exports", as set beside re-exports.</summary>
    public NamedCategory? Domestic { get; set; }

    /// <summary>It names who reports figures: a ministry, a bureau.</summary>
    public bool IsAgency { get; set; }

    /// <summary>goods, merchandise: not the services beside them.</summary>
    public bool IsOfGoods { get; set; }

    /// <summary>annual, full-year.</summary>
    public bool IsAnnual { get; set; }

    /// <summary>cumulative: of the year so far.</summary>
    public bool IsCumulative { get; set; }

    /// <summary>Where "global" or "world" stands: the flow is nobody's in particular.</summary>
    public TextSpan? Global { get; set; }

    public bool IsGlobal => Global is not null;

    /// <summary>average: over several periods.</summary>
    public bool IsAverage { get; set; }

    /// <summary>main, largest, top: the biggest of its kind.</summary>
    public bool IsTop { get; set; }

    /// <summary>total, overall.</summary>
    public bool IsTotal { get; set; }

    /// <summary>All words stand in capitals or begin with one, and none is known: most likely a company or a person.</summary>
    public bool IsProperName { get; set; }

    /// <summary>A goods word of the lexicon is in it.</summary>
    public bool HasGoods { get; set; }

    /// <summary>It begins with a determiner.</summary>
    public bool HasDeterminer { get; set; }

    /// <summary>The words of its head without determiners and neutral words; null when none is left.</summary>
    public NamedCategory? Head { get; set; }

    /// <summary>Words for the terms that growth is measured in: volume, USD.</summary>
    public string? Terms { get; set; }

    /// <summary>Members of a list of nouns or places in front of one verb: "China, Japan and Korea accounted for ..."; empty for a plain phrase.</summary>
    public List<Item> Members => members ??= [];

    public bool IsFrame => flows is { Count: > 0 };

    public bool IsBalance => flows is { Count: > 0 } && flows[0].Noun is FlowNoun.Surplus or FlowNoun.Deficit or FlowNoun.Balance;
}
