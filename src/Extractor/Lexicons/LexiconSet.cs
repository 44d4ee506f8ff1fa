using Extractor.Mentions.Numbers;

namespace Extractor.Lexicons;

/// <summary>All word lists that extraction needs, for one language.</summary>
/// <param name="Words">Words that carry structure.</param>
/// <param name="Periods">Words of dates and periods.</param>
/// <param name="Numbers">Numerals, scales, currencies, units.</param>
/// <param name="Places">Countries, regions, cities, groups.</param>
/// <param name="FiscalYears">Fiscal years by country.</param>
/// <param name="HomeCurrencies">Which country's pesos, crowns, pounds.</param>
public sealed record LexiconSet(WordLexicon Words, PeriodLexicon Periods, NumberLexicon Numbers, PlaceLexicon Places, FiscalYearLexicon FiscalYears, HomeCurrencyLexicon HomeCurrencies)
{
    /// <summary>The built-in English lists.</summary>
    public static LexiconSet English { get; } = new(WordLexicon.English, PeriodLexicon.English, NumberLexicon.English, PlaceLexicon.BuiltIn, FiscalYearLexicon.BuiltIn, HomeCurrencyLexicon.BuiltIn);
}
