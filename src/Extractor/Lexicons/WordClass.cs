namespace Extractor.Lexicons;

/// <summary>What a word does in a sentence about trade. A word may do several things.</summary>
[Flags]
public enum WordClass : long
{
    /// <summary>Nothing known: most likely part of a noun phrase.</summary>
    None = 0,

    /// <summary>Names a flow: exports, trade surplus.</summary>
    Flow = 1L << 0,

    /// <summary>A verb that says who trades: exported.</summary>
    FlowVerb = 1L << 1,

    /// <summary>What of the flow is measured: value, volume, growth, share.</summary>
    Measure = 1L << 2,

    /// <summary>share, proportion.</summary>
    ShareNoun = 1L << 3,

    /// <summary>markets, partners, suppliers.</summary>
    Market = 1L << 4,

    /// <summary>A rise.</summary>
    Up = 1L << 5,

    /// <summary>A fall.</summary>
    Down = 1L << 6,

    /// <summary>The rise or fall may stand as a noun: an increase of.</summary>
    ChangeNoun = 1L << 7,

    /// <summary>The rise or fall may stand as a verb.</summary>
    ChangeVerb = 1L << 8,

    /// <summary>The rise or fall may stand as an adverb or adjective: up, higher.</summary>
    ChangeAdverb = 1L << 9,

    /// <summary>Growth itself speeds up or slows down.</summary>
    Accelerate = 1L << 10,

    /// <summary>Leads to a level: reached, totalled, stood at.</summary>
    Reach = 1L << 11,

    /// <summary>was, were, is.</summary>
    Be = 1L << 12,

    /// <summary>Leads to a bound: exceeded, topped.</summary>
    OverVerb = 1L << 13,

    /// <summary>accounted for, made up.</summary>
    Account = 1L << 14,

    /// <summary>driving, contributing.</summary>
    Contribute = 1L << 15,

    /// <summary>expected, forecast.</summary>
    Forecast = 1L << 16,

    /// <summary>forecast, expectation, as a noun.</summary>
    ForecastNoun = 1L << 17,

    /// <summary>target, goal.</summary>
    Target = 1L << 18,

    /// <summary>revised.</summary>
    Revise = 1L << 19,

    /// <summary>compared with, against, from.</summary>
    Compare = 1L << 20,

    /// <summary>A preposition.</summary>
    Preposition = 1L << 21,

    /// <summary>A conjunction or relative pronoun.</summary>
    Conjunction = 1L << 22,

    /// <summary>A determiner.</summary>
    Determiner = 1L << 23,

    /// <summary>A pronoun.</summary>
    Pronoun = 1L << 24,

    /// <summary>An auxiliary verb.</summary>
    Auxiliary = 1L << 25,

    /// <summary>Passed over when patterns are matched: also, sharply.</summary>
    Adverb = 1L << 26,

    /// <summary>Says nothing about which goods: total, overall.</summary>
    Neutral = 1L << 27,

    /// <summary>province, country.</summary>
    RegionNoun = 1L << 28,

    /// <summary>A kind of goods, or who trades, or how.</summary>
    Goods = 1L << 29,

    /// <summary>enterprises, firms.</summary>
    Enterprise = 1L << 30,

    /// <summary>Heads what is not a trade flow: prices, output.</summary>
    Aside = 1L << 31,

    /// <summary>Another verb.</summary>
    Verb = 1L << 32,

    /// <summary>together, combined.</summary>
    Together = 1L << 33,

    /// <summary>by volume, in dollar terms.</summary>
    Terms = 1L << 34,

    /// <summary>flat, unchanged.</summary>
    Flat = 1L << 35,

    /// <summary>A verb whose numbers are no trade: produced, invested.</summary>
    AsideVerb = 1L << 37,

    /// <summary>Frames a group of places: "the countries along ...", "members".</summary>
    PlaceNoun = 1L << 38,

    /// <summary>the former, the latter.</summary>
    Anaphor = 1L << 39,

    /// <summary>the world, abroad: no partner in particular.</summary>
    World = 1L << 40,

    /// <summary>What a market does: took, supplied.</summary>
    Buy = 1L << 41,

    /// <summary>ministry, bureau: who reports figures, not who trades.</summary>
    Agency = 1L << 42,

    /// <summary>led, drove: before a rise or fall, said of the goods that made most of it.</summary>
    Lead = 1L << 46,

    /// <summary>What made a flow rise: boosted by, led by.</summary>
    Drive = 1L << 43,

    /// <summary>began, ended: before a period that is not what a figure is of ("ended 2023 on a high note").</summary>
    BeginEnd = 1L << 44,

    /// <summary>services: a category of its own.</summary>
    CategoryWord = 1L << 36,
}
