namespace Extractor.Mentions.Periods;

/// <summary>What a document makes known about when it was written, against which "last month" is read.</summary>
/// <param name="Published">The day of publication, or null.</param>
/// <param name="Year">The year that the document's own dates make clear where <paramref name="Published"/> is null, or null.</param>
/// <param name="YearIsPast">Whether <paramref name="Year"/> is spoken of as a whole ("in 2004"), so that "last year" means it.</param>
/// <param name="FiscalYearStart">First month of the fiscal year of the country the document is about, 1 to 12.</param>
/// <param name="FiscalYearNamedByEnd">Whether that country names a fiscal year by the calendar year it ends in (FY25 ends in 2025).</param>
public sealed record DocumentCalendar(DateOnly? Published, int? Year = null, bool YearIsPast = false, int FiscalYearStart = 4, bool FiscalYearNamedByEnd = true)
{
    /// <summary>The year that "this year" means, or null when nothing makes it knowable.</summary>
    public int? ThisYear => Published?.Year ?? (YearIsPast ? Year + 1 : Year);
}
