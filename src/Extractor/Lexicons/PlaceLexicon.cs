using System.Collections.Immutable;

namespace Extractor.Lexicons;

/// <summary>All places that are known, and all ways of writing them. Immutable and safe to share between threads.</summary>
/// <remarks>
/// The columns are <c>form kind code name parent flags</c>; <c>src/Extractor/Lexicons/Data/README.md</c> describes them. A later
/// table overrides an earlier one: its form takes the place of the same form there unless it is flagged <c>ambiguous</c>.
/// </remarks>
public sealed class PlaceLexicon
{
    private static readonly Lazy<PlaceLexicon> English = new(() => Load(BuiltInLexicons.Load("en", "places")));

    private readonly Dictionary<string, Place> byCode;
    private readonly WordTable<PlaceNeighbour> anyCase;
    private readonly WordTable<PlaceNeighbour> capital;

    internal PlaceLexicon(
        ImmutableArray<PlaceForm> forms, PlaceTrie trie, Dictionary<string, Place> byCode, Dictionary<string, PlaceNeighbour> neighbours)
    {
        Forms = forms;
        Trie = trie;
        Trie.Close();
        this.byCode = byCode;
        anyCase = Spelt(neighbours, char.IsLower);
        capital = Spelt(neighbours, char.IsUpper);
        Places = [.. forms.Select(form => form.Place).OfType<Place>().Distinct()];
    }

    /// <summary>The built-in English places.</summary>
    public static PlaceLexicon BuiltIn => English.Value;

    /// <summary>All forms in the order of the tables.</summary>
    public ImmutableArray<PlaceForm> Forms { get; }

    /// <summary>All places in the order of the tables.</summary>
    public ImmutableArray<Place> Places { get; }

    internal PlaceTrie Trie { get; }

    /// <summary>Makes a lexicon of <paramref name="tables"/>, later ones overriding earlier ones.</summary>
    /// <exception cref="LexiconException">A line is not understood.</exception>
    public static PlaceLexicon Load(IEnumerable<TsvTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var reader = new PlaceTableReader();
        foreach (var table in tables) reader.Read(table);
        return reader.ToLexicon();
    }

    /// <summary>The country or group with this code; null when there is none.</summary>
    public Place? ByCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The forms written like <paramref name="text"/>, whatever the case; several when places share it, none when it is unknown.</summary>
    public ImmutableArray<PlaceForm> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Trie.Find(text);
    }

    /// <summary>What the word says about a place that it stands directly beside.</summary>
    internal PlaceNeighbour Neighbour(ReadOnlySpan<char> word)
    {
        if (!anyCase.TryGetValue(word, out var found)) found = PlaceNeighbour.None;

        // "China Daily" is a paper, "China daily imports" is not: what is listed with a capital asks for one.
        if (char.IsUpper(word[0]) && capital.TryGetValue(word, out var more)) found |= more;
        return found;
    }

    private static WordTable<PlaceNeighbour> Spelt(Dictionary<string, PlaceNeighbour> neighbours, Func<char, bool> first) =>
        new(neighbours.Where(pair => first(pair.Key[0])));
}
