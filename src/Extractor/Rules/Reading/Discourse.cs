using Extractor.Facts;
using Extractor.Lexicons;
using Extractor.Mentions.Periods;

namespace Extractor.Rules.Reading;

/// <summary>What one sentence leaves for the next.</summary>
internal sealed class Discourse
{
    /// <summary>What the document is about: who trades, when nothing nearer says.</summary>
    public Sourced<Place>? Home { get; set; }

    /// <summary>Whether <see cref="Home"/> stands out; else a region is only what the paragraph names.</summary>
    public bool HomeIsClear { get; set; } = true;

    /// <summary>Whether some sentence names <see cref="Home"/> as the one who trades, or the text is full of figures of trade; else the text may be about its economy, and a bare flow anybody's.</summary>
    public bool HomeTrades { get; set; }

    /// <summary>The region named last in this paragraph.</summary>
    public Sourced<Place>? Region { get; set; }

    /// <summary>The period spoken of last.</summary>
    public Sourced<TradePeriod>? Period { get; set; }

    /// <summary>Whether <see cref="Period"/> was said of all trade, with no partner or goods.</summary>
    public bool PeriodIsOfTotal { get; set; }

    /// <summary>The period that the sentence before named without any figure of trade: what "the same period" means.</summary>
    public TradePeriod? Mentioned { get; set; }

    /// <summary>The period that the document as a whole is about, for a headline before anything else.</summary>
    public Sourced<TradePeriod>? MainPeriod { get; set; }

    /// <summary>The subject of the last sentence that had one.</summary>
    public Subject? Subject { get; set; }

    /// <summary>The list of partners announced or named last.</summary>
    public List<Sourced<string>> Partners { get; set; } = [];

    /// <summary>The partners that the sentence before gave figures of: what "these five countries" are.</summary>
    public List<Sourced<string>>? NamedTogether { get; set; }

    /// <summary>The last balance was a deficit or a surplus: what "the gap" means.</summary>
    public FlowNoun? Balance { get; set; }

    /// <summary>The goods that the document as a whole is about; a bare "exports" means theirs.</summary>
    public Sourced<string>? Topic { get; set; }

    /// <summary>With whom the document as a whole is about trading; a bare "exports" goes there.</summary>
    public Sourced<string>? TopicPartner { get; set; }

    /// <summary>With whom the balance or trade was that the paragraph just gave: "The surplus with Asia grew 19%. Exports rose 13% ...".</summary>
    public Sourced<string>? Counterpart { get; set; }

    /// <summary>The goods named last: what "the metal" means.</summary>
    public Sourced<string>? LastGoods { get; set; }

    /// <summary>Short forms that the text explains: <c>pvs</c> for passenger vehicles. Keys in lower case.</summary>
    public Dictionary<string, string> Abbreviations { get; } = new(StringComparer.Ordinal);

    public required DocumentCalendar Calendar { get; set; }

    /// <summary>The way of comparing where nothing is said: <c>mom</c> in texts that only ever compare with the month before.</summary>
    public string? Basis { get; set; }

    /// <summary>The moneys that the text names in full: where "A$" stands, a bare "$" is another's.</summary>
    public required HashSet<string> Moneys { get; init; }

    /// <summary>The partner that a line begins with: "Asia: The deficit decreased ...", until the end of the paragraph.</summary>
    public Sourced<string>? Label { get; set; }

    /// <summary>Sentences since the last one that facts were read from; large when there was none.</summary>
    public int Distance { get; set; } = int.MaxValue / 2;

    /// <summary>Sentences since the last one whose subject was a flow, with numbers or without.</summary>
    public int TradeDistance { get; set; } = int.MaxValue / 2;

    /// <summary>Whether the subject of before may still be meant: "it", bare goods, "growth".</summary>
    public bool CanCarry => Distance <= 1 && !IsAside;

    /// <summary>The last sentence with numbers was about something else (the economy, prices): "it" and "growth" are not of trade then.</summary>
    public bool IsAside { get; set; }

    /// <summary>The text sets domestic exports beside re-exports.</summary>
    public bool HasReExports { get; set; }

    /// <summary>"Goods and services", once said, until the end of the document: what bare totals are of.</summary>
    public Sourced<string>? Scope { get; set; }

    /// <summary>"Goods and services", when the first balance that the text qualifies is of both: so are those that it does not qualify.</summary>
    public Sourced<string>? BalanceScope { get; set; }

    /// <summary>The paragraph speaks of a company's own trade: what follows without a place is still the company's.</summary>
    public bool IsOfCompany { get; set; }

    /// <summary>The way of comparing that opened the paragraph: "Compared with May 2023, ...".</summary>
    public string? ParagraphBasis { get; set; }

    /// <summary>The way of comparing that the sentence before stated of a flow as a whole.</summary>
    public string? SaidBasis { get; set; }

    /// <summary>The last two subjects, for "the former" and "the latter".</summary>
    public List<Subject> Recent { get; } = [];

    /// <summary>Whether exports are named more than once: "shipments" of goods are exports then.</summary>
    public bool SpeaksOfExports { get; set; }

    /// <summary>Whether the document speaks of trade at all.</summary>
    public bool HasTrade { get; set; }
}
