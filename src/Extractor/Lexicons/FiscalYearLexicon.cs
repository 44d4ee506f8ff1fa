using System.Collections.Frozen;

namespace Extractor.Lexicons;

/// <summary>When a country's fiscal year begins and how it is named.</summary>
/// <param name="FirstMonth">1 to 12.</param>
/// <param name="NamedByEnd">Whether FY25 is the one that ends in 2025.</param>
public sealed record FiscalYear(int FirstMonth, bool NamedByEnd);

/// <summary>The fiscal years of countries that have one of their own.</summary>
public sealed class FiscalYearLexicon
{
    private readonly FrozenDictionary<string, FiscalYear> byCountry;

    private FiscalYearLexicon(FrozenDictionary<string, FiscalYear> byCountry) => this.byCountry = byCountry;

    /// <summary>The built-in list.</summary>
    public static FiscalYearLexicon BuiltIn { get; } = Load(BuiltInLexicons.Load("en", "fiscal-years"));

    /// <summary>Builds the list from tables with the columns <c>country</c>, <c>month</c>, <c>named</c>.</summary>
    /// <exception cref="LexiconException">A line is not as expected.</exception>
    public static FiscalYearLexicon Load(IEnumerable<TsvTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var years = new Dictionary<string, FiscalYear>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            table.CheckColumns(["country", "month", "named"], []);
            foreach (var row in table.Rows)
            {
                if (!int.TryParse(row["month"], out var month) || month is < 1 or > 12) throw row.Error("month", $"'{row["month"]}' found; a month from 1 to 12 is expected.");
                years[row.Required("country")] = new FiscalYear(month, row["named"] == "end");
            }
        }

        return new FiscalYearLexicon(years.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Whether the list has the country with this ISO 3166 code.</summary>
    public bool Has(string? country) => country is not null && byCountry.ContainsKey(country);

    /// <summary>The fiscal year of the country with this ISO 3166 code; April to March, named by its end, where the list has none.</summary>
    public FiscalYear Of(string? country) => country is not null && byCountry.TryGetValue(country, out var year) ? year : new FiscalYear(4, true);
}
