using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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
    private static readonly ImmutableArray<string> NumberLists = ["numerals", "scales", "multiples", "number-cues", "units", "currencies", "bounds"];

    /// <summary>How the file names of the lists begin: <c>places-mine.tsv</c> goes to the places.</summary>
    public static ImmutableArray<string> Names { get; } = ["words", "period-words", "places", "fiscal-years", "home-currencies", .. NumberLists];

    /// <summary>The built-in English lists.</summary>
    public static LexiconSet English { get; } = new(WordLexicon.English, PeriodLexicon.English, NumberLexicon.English, PlaceLexicon.BuiltIn, FiscalYearLexicon.BuiltIn, HomeCurrencyLexicon.BuiltIn);

    /// <summary>Tells lists with somebody's own additions from the built-in ones: empty for those, else <c>+</c> and 8 hex digits that change with what is added.</summary>
    public string Version { get; private init; } = "";

    /// <summary>The built-in English lists and what <paramref name="additions"/> add to them, in their order; a later form takes the place of the same form before it.</summary>
    /// <param name="additions">Tables, each named so that its file name begins like that of the list it goes to.</param>
    /// <exception cref="LexiconException">No list is called so, or a line is not as expected.</exception>
    public static LexiconSet EnglishWith(IEnumerable<TsvTable> additions)
    {
        ArgumentNullException.ThrowIfNull(additions);
        var own = additions.ToLookup(ListOf, StringComparer.Ordinal);
        if (own.Count == 0) return English;

        // A list that nobody adds to is not built a second time.
        return new(
            own.Contains("words") ? WordLexicon.Load(Tables("words")) : English.Words,
            own.Contains("period-words") ? PeriodLexicon.Load(Tables("period-words")) : English.Periods,
            NumberLists.Any(own.Contains) ? NumberLexicon.Load(NumberLists.SelectMany(Tables)) : English.Numbers,
            own.Contains("places") ? PlaceLexicon.Load(Tables("places")) : English.Places,
            own.Contains("fiscal-years") ? FiscalYearLexicon.Load(Tables("fiscal-years")) : English.FiscalYears,
            own.Contains("home-currencies") ? HomeCurrencyLexicon.Load(Tables("home-currencies")) : English.HomeCurrencies)
        {
            Version = VersionOf(own.SelectMany(tables => tables)),
        };

        IEnumerable<TsvTable> Tables(string list) => BuiltInLexicons.Load("en", list).Concat(own[list]);
    }

    private static string ListOf(TsvTable table)
    {
        var name = FileName(table);
        return Names.FirstOrDefault(list => name.StartsWith(list, StringComparison.Ordinal))
            ?? throw new LexiconException(table.Name, 1, null, $"no word list is called so; the file's name should begin with {string.Join(", ", Names[..^1])} or {Names[^1]}.");
    }

    private static string FileName(TsvTable table) => table.Name[(table.Name.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string VersionOf(IEnumerable<TsvTable> tables)
    {
        var text = new StringBuilder();
        foreach (var table in tables)
        {
            text.Append(FileName(table)).Append('\n').AppendJoin('\t', table.Columns).Append('\n');
            foreach (var row in table.Rows) text.AppendJoin('\t', row.Cells).Append('\n');
        }

        return "+" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..8];
    }
}
