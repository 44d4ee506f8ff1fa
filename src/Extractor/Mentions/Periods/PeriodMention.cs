using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <summary>What a stretch of words says about time, before it is resolved against the document.</summary>
public enum PeriodKind
{
    /// <summary>Months of a year that is given, relative or left out: <c>January to October</c>, <c>first quarter of 2022</c>, <c>last May</c>.</summary>
    Months,

    /// <summary>A whole year or several: <c>2022</c>, <c>last year</c>, <c>2018-2022</c>.</summary>
    Years,

    /// <summary>A fiscal year, or months of one: <c>FY25</c>, <c>April-November 2024-25</c>.</summary>
    FiscalYear,

    /// <summary>Days of a month: <c>the first 20 days of May</c>.</summary>
    Days,

    /// <summary>One day, which is a date and no period of trade: <c>June 13, 2023</c>, <c>Wednesday</c>, <c>09:52</c>.</summary>
    Date,

    /// <summary>The months of this year so far: <c>so far this year</c>, <c>year to date</c>.</summary>
    YearToDate,

    /// <summary>A number of years or months up to now: <c>in the last five years</c>.</summary>
    Window,

    /// <summary>The month, quarter or year that was spoken of: <c>during the same period</c>, <c>in the month</c>.</summary>
    Same,

    /// <summary>The month, quarter or year before the one spoken of: <c>the previous month</c>.</summary>
    Previous,

    /// <summary>One year before the one spoken of: <c>a year earlier</c>, <c>the same period last year</c>.</summary>
    YearEarlier,

    /// <summary>The month, quarter or half of the document's day: <c>this month</c>.</summary>
    ThisUnit,

    /// <summary>The one before the document's day: <c>last month</c>.</summary>
    LastUnit,

    /// <summary>No period but a way of comparing: <c>year-on-year</c>.</summary>
    Basis,
}

/// <summary>How the year of a mention is known.</summary>
public enum YearReference
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>Said in digits.</summary>
    Explicit,

    /// <summary>The document's year.</summary>
    This,

    /// <summary>The year before the document's.</summary>
    Last,

    /// <summary>The year after the document's.</summary>
    Next,

    /// <summary>The year before the one spoken of.</summary>
    Previous,

    /// <summary>The year spoken of.</summary>
    Same,
}

/// <summary>A stretch of words about time.</summary>
public sealed record PeriodMention
{
    /// <summary>What it says.</summary>
    public required PeriodKind Kind { get; init; }

    /// <summary>First token.</summary>
    public required int FirstToken { get; init; }

    /// <summary>Last token, included.</summary>
    public required int LastToken { get; init; }

    /// <summary>The words, without a leading preposition.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First month, 1 to 12, where months are said.</summary>
    public int FirstMonth { get; init; }

    /// <summary>Last month, 1 to 12, where months are said.</summary>
    public int LastMonth { get; init; }

    /// <summary>First day of the month, or 0.</summary>
    public int FirstDay { get; init; }

    /// <summary>Last day of the month, or 0.</summary>
    public int LastDay { get; init; }

    /// <summary>How many days end with the last day, where only that is said (7 for <c>the week ended Nov. 14</c>); else 0.</summary>
    public int DayCount { get; init; }

    /// <summary>Whether it names its first and its last part: <c>from 1 to 20 May</c>, <c>2013 to 2023</c>. The <c>from</c> before it compares nothing.</summary>
    public bool HasBothEnds { get; init; }

    /// <summary>How the year is known.</summary>
    public YearReference YearReference { get; init; }

    /// <summary>The (first) year said in digits, or 0.</summary>
    public int Year { get; init; }

    /// <summary>The last year said in digits, or 0.</summary>
    public int LastYear { get; init; }

    /// <summary>Length in months of the unit spoken of (1 month, 3 quarter, 6 half, 12 year), or of a window; 0 when none is.</summary>
    public int UnitMonths { get; init; }

    /// <summary>For a <see cref="PeriodKind.Window"/> whether months are counted, which end with the last one: the last 12 months are not the last year.</summary>
    public bool CountsMonths { get; init; }

    /// <summary>For <see cref="PeriodKind.Basis"/>: <c>yoy</c>, <c>mom</c> or <c>qoq</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>Whether the mention is counted from the start of the year: <c>the first seven months</c>, <c>January to July</c>.</summary>
    public bool IsCumulative => Kind == PeriodKind.Months && FirstMonth == 1 && LastMonth > 1;
}
