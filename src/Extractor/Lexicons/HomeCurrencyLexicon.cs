using System.Collections.Frozen;

namespace Extractor.Lexicons;

/// <summary>Moneys that share a name, by country: whose "crowns" or "pesos" a text about that country means.</summary>
public sealed class HomeCurrencyLexicon
{
    private readonly FrozenDictionary<string, (string Currency, string Family)> byCountry;
    private readonly FrozenDictionary<string, string> families;

    private HomeCurrencyLexicon(Dictionary<string, (string Currency, string Family)> byCountry)
    {
        this.byCountry = byCountry.ToFrozenDictionary(StringComparer.Ordinal);
        families = byCountry.Values.DistinctBy(v => v.Currency).ToFrozenDictionary(v => v.Currency, v => v.Family, StringComparer.Ordinal);
    }

    /// <summary>The built-in list.</summary>
    public static HomeCurrencyLexicon BuiltIn { get; } = Load(BuiltInLexicons.Load("en", "home-currencies"));

    /// <summary>Builds the list from tables with the columns <c>country</c>, <c>currency</c>, <c>family</c>.</summary>
    /// <exception cref="LexiconException">A line is not as expected.</exception>
    public static HomeCurrencyLexicon Load(IEnumerable<TsvTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var byCountry = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            table.CheckColumns(["country", "currency", "family"], []);
            foreach (var row in table.Rows) byCountry[row.Required("country")] = (row.Required("currency"), row.Required("family"));
        }

        return new HomeCurrencyLexicon(byCountry);
    }

    /// <summary>The money of <paramref name="country"/> when it shares its name with <paramref name="currency"/>; null when it does not.</summary>
    public string? Resolve(string currency, string? country) =>
        country is not null && byCountry.TryGetValue(country, out var home) && families.TryGetValue(currency, out var family) && family == home.Family ? home.Currency : null;
}
