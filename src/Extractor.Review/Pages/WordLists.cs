using System.Collections.Immutable;
using Extractor.Lexicons;

namespace Extractor.Review.Pages;

/// <summary>Words that the extractor knows for a slot, to be proposed beside those that the database has.</summary>
internal static class WordLists
{
    private static readonly ImmutableArray<Suggestion> Bases = [new("yoy"), new("mom"), new("qoq"), new("period")];

    private static readonly Lazy<ImmutableArray<Suggestion>> Regions = new(() =>
        [.. PlaceLexicon.BuiltIn.Places.Select(place => place.Name).Distinct().Order(StringComparer.OrdinalIgnoreCase).Select(name => new Suggestion(name))]);

    // A partner is typed by name as well as by code: the name finds the code.
    private static readonly Lazy<ImmutableArray<Suggestion>> Partners = new(() =>
        [.. PlaceLexicon.BuiltIn.Places.Where(place => place.Code is not null).OrderBy(place => place.Code, StringComparer.Ordinal).Select(place => new Suggestion(place.Code!, place.Name))]);

    private static readonly Lazy<ImmutableArray<Suggestion>> Categories = new(() =>
        [.. Rows("words").Where(row => row["class"] == "goods").Select(row => row["form"]).Distinct().Order(StringComparer.Ordinal).Select(form => new Suggestion(form))]);

    private static readonly Lazy<ImmutableArray<Suggestion>> Currencies = new(() =>
        [.. Rows("currencies").Select(row => row["unit"]).Where(unit => unit.Length == 3).Distinct().Order(StringComparer.Ordinal).Select(unit => new Suggestion(unit))]);

    private static readonly Lazy<ImmutableArray<Suggestion>> Terms = new(() => Currencies.Value.Insert(0, new Suggestion("volume")));

    /// <summary>The words for the slot of this name, in order.</summary>
    public static ImmutableArray<Suggestion> Of(string field) => field switch
    {
        "region" or "shareOf" => Regions.Value,
        "partner" => Partners.Value,
        "category" => Categories.Value,
        "unit" => Currencies.Value,
        "terms" => Terms.Value,
        "basis" => Bases,
        _ => [],
    };

    private static IEnumerable<TsvRow> Rows(string table) => BuiltInLexicons.Load("en", table).SelectMany(t => t.Rows);
}

/// <summary>A value to choose, and by what else it is found.</summary>
/// <param name="Value">What goes into the field.</param>
/// <param name="Label">A name for it, where the value is a code.</param>
internal sealed record Suggestion(string Value, string? Label = null)
{
    /// <summary>Whether what was typed so far leads here.</summary>
    public bool Matches(string typed) =>
        Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase) || (Label is not null && Label.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
}
