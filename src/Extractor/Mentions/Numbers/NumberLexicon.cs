using Extractor.Lexicons;

namespace Extractor.Mentions.Numbers;

/// <summary>The word lists that numbers are read with: numerals, scales, currencies, units, bounds, multiples. Immutable.</summary>
public sealed class NumberLexicon
{
    private static readonly Lazy<NumberLexicon> BuiltIn = new(() => Load(NumberTableReader.Kinds.SelectMany(kind => BuiltInLexicons.Load("en", kind))));

    private readonly NumberWord[] words;
    private readonly Dictionary<string, HashSet<string>> families;

    internal NumberLexicon(NumberTableReader reader)
    {
        Words = reader.Words;
        Words.Close();
        words = reader.ToWords();
        families = reader.Families;
        Units = reader.Units;
        CurrenciesAfter = reader.CurrenciesAfter;
        CurrenciesBefore = reader.CurrenciesBefore;
        BoundsBefore = reader.BoundsBefore;
        BoundsAfter = reader.BoundsAfter;
        Equivalences = reader.Equivalences;
    }

    /// <summary>The built-in word lists of English.</summary>
    public static NumberLexicon English => BuiltIn.Value;

    internal Vocabulary Words { get; }

    internal PhraseTrie<UnitForm> Units { get; }

    internal PhraseTrie<CurrencyForm> CurrenciesAfter { get; }

    /// <summary>Currency forms before a number, word order reversed: matching goes backwards from the number.</summary>
    internal PhraseTrie<CurrencyForm> CurrenciesBefore { get; }

    /// <summary>Bound phrases before a number, word order reversed.</summary>
    internal PhraseTrie<BoundForm> BoundsBefore { get; }

    internal PhraseTrie<BoundForm> BoundsAfter { get; }

    /// <summary>Phrases between an amount and the same amount in another currency.</summary>
    internal PhraseTrie<BoundForm> Equivalences { get; }

    /// <summary>Makes a lexicon of <paramref name="tables"/>, later ones adding to and overriding earlier ones.</summary>
    /// <param name="tables">
    /// Word lists; what a list holds is told from how its file name begins: <c>numerals</c>, <c>scales</c>, <c>currencies</c>,
    /// <c>units</c>, <c>bounds</c>, <c>multiples</c>, <c>number-cues</c>. Others are passed over.
    /// </param>
    /// <exception cref="LexiconException">A line is not understood.</exception>
    public static NumberLexicon Load(IEnumerable<TsvTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var reader = new NumberTableReader();
        foreach (var table in tables) reader.Read(table);
        return new NumberLexicon(reader);
    }

    /// <summary>What the word with this id is; nothing for <see cref="Vocabulary.None"/>.</summary>
    internal ref readonly NumberWord this[int word] => ref words[word + 1];

    internal bool Has(int word, NumberCue cue) => (words[word + 1].Cues & cue) != NumberCue.None;

    /// <summary>Whether a currency is one of those called <paramref name="name"/>: CAD is a dollar.</summary>
    internal bool IsCalled(string unit, string name) => families[name].Contains(unit);
}
