using System.Collections.Frozen;
using System.Globalization;
using Extractor.Facts;
using Extractor.Lexicons;

namespace Extractor.Mentions.Numbers;

/// <summary>The word lists that numbers are read with: numerals, scales, currencies, units, bounds, multiples. Immutable.</summary>
public sealed class NumberLexicon
{
    private static readonly Lazy<NumberLexicon> BuiltIn = new(() => Load("en"));

    private readonly NumeralRole[] roles;
    private readonly decimal[] numerals;
    private readonly ScaleForm[] scaleForms;
    private readonly decimal[] scales;
    private readonly decimal[] multiples;
    private readonly NumberCue[] cues;
    private readonly Dictionary<string, HashSet<string>> families = new(StringComparer.Ordinal);

    private NumberLexicon(Func<string, TsvTable> table)
    {
        var roleRows = new List<(int Word, NumeralRole Role, decimal Value)>();
        foreach (var row in table("numerals").Rows)
            roleRows.Add((Words.Add(row.Required("word")), row.Choice("role", RoleNames), Decimal(row, "value")));

        var scaleRows = new List<(int Word, ScaleForm Form, decimal Value)>();
        foreach (var row in table("scales").Rows)
            scaleRows.Add((Words.Add(row.Required("word")), row.Choice("form", ScaleNames), Decimal(row, "value")));

        var multipleRows = new List<(int Word, decimal Value)>();
        foreach (var row in table("multiples").Rows)
            multipleRows.Add((Words.Add(row.Required("word")), Decimal(row, "factor")));

        var cueRows = new List<(int Word, NumberCue Cue)>();
        foreach (var row in table("number-cues").Rows)
        {
            foreach (var word in Words.AddPhrase(row.Required("word"))[..1])
                cueRows.Add((word, row.Choice("cue", CueNames)));
        }

        ReadUnits(table("units"));
        ReadCurrencies(table("currencies"));
        ReadBounds(table("bounds"));

        roles = new NumeralRole[Words.Count];
        numerals = new decimal[Words.Count];
        scaleForms = new ScaleForm[Words.Count];
        scales = new decimal[Words.Count];
        multiples = new decimal[Words.Count];
        cues = new NumberCue[Words.Count];
        foreach (var (word, _, _) in roleRows) Words.AddOpening(word);
        foreach (var (word, _, _) in scaleRows) Words.AddOpening(word);
        foreach (var (word, _) in multipleRows) Words.AddOpening(word);
        foreach (var (word, role, value) in roleRows) (roles[word], numerals[word]) = (role, value);
        foreach (var (word, form, value) in scaleRows) (scaleForms[word], scales[word]) = (form, value);
        foreach (var (word, value) in multipleRows) multiples[word] = value;
        foreach (var (word, cue) in cueRows) cues[word] |= cue;
    }

    /// <summary>The built-in word lists of English.</summary>
    public static NumberLexicon English => BuiltIn.Value;

    internal Vocabulary Words { get; } = new();

    internal PhraseTrie<UnitForm> Units { get; } = new();

    internal PhraseTrie<CurrencyForm> CurrenciesAfter { get; } = new();

    /// <summary>Currency forms before a number, word order reversed: matching goes backwards from the number.</summary>
    internal PhraseTrie<CurrencyForm> CurrenciesBefore { get; } = new();

    /// <summary>Bound phrases before a number, word order reversed.</summary>
    internal PhraseTrie<BoundForm> BoundsBefore { get; } = new();

    internal PhraseTrie<BoundForm> BoundsAfter { get; } = new();

    /// <summary>Phrases between an amount and the same amount in another currency.</summary>
    internal PhraseTrie<BoundForm> Equivalences { get; } = new();

    /// <summary>Reads the built-in word lists of a language.</summary>
    /// <param name="language">Folder of the lists, such as <c>en</c>.</param>
    /// <exception cref="LexiconException">A list is missing or a line of it cannot be used.</exception>
    public static NumberLexicon Load(string language) =>
        new(name => BuiltInLexicons.Load(language, name + ".tsv") is [var table] ? table
            : throw new LexiconException($"lexicons/{language}/{name}.tsv", 0, null, "the built-in word list is missing."));

    internal NumeralRole RoleOf(int word) => word < 0 ? NumeralRole.None : roles[word];

    internal decimal NumeralOf(int word) => numerals[word];

    internal ScaleForm ScaleFormOf(int word) => word < 0 ? ScaleForm.None : scaleForms[word];

    internal decimal ScaleOf(int word) => scales[word];

    internal decimal MultipleOf(int word) => word < 0 ? 0 : multiples[word];

    internal bool Has(int word, NumberCue cue) => word >= 0 && (cues[word] & cue) != NumberCue.None;

    /// <summary>Whether a currency is one of those called <paramref name="name"/>: CAD is a dollar.</summary>
    internal bool IsCalled(string unit, string name) => families[name].Contains(unit);

    private void AddToFamily(string name, string unit)
    {
        if (!families.TryGetValue(name, out var family)) families.Add(name, family = new HashSet<string>(StringComparer.Ordinal));
        family.Add(unit);
    }

    private void ReadUnits(TsvTable table)
    {
        foreach (var row in table.Rows)
        {
            var kind = row.Choice("kind", UnitKinds);
            var form = row.Required("form");
            Units.Add(Words.AddPhrase(form), new UnitForm(form, row["unit"], kind, row["factor"].Length == 0 ? 1 : Decimal(row, "factor"), row["case"] == "exact", row["kind"] == "minor"));
        }
    }

    private void ReadCurrencies(TsvTable table)
    {
        var nouns = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (row["kind"] != "noun" || row["lemma"].Length == 0) continue;
            if (!nouns.TryGetValue(row["lemma"], out var forms)) nouns.Add(row["lemma"], forms = []);
            forms.Add(row["form"]);
        }

        foreach (var row in table.Rows)
        {
            var form = row.Required("form");
            var kind = row.Required("kind");
            var currency = new CurrencyForm(
                form,
                row.Required("unit"),
                row.Choice("match", MatchNames),
                row["ambiguous"] == "yes",
                kind is "symbol" or "prefix",
                kind is "noun" or "code" && row["ambiguous"] == "yes" && row["lemma"].Length > 0 ? row["lemma"] : null,
                row["factor"].Length == 0 ? 1 : Decimal(row, "factor"));
            if (row["lemma"].Length > 0) AddToFamily(row["lemma"], currency.Unit);
            if (kind == "qualified")
            {
                var lemma = row.Required("lemma");
                if (!nouns.TryGetValue(lemma, out var forms)) throw row.Error("lemma", $"'{lemma}' is the lemma of no noun.");
                foreach (var noun in forms) Add(form[..^lemma.Length] + noun, currency with { Form = form[..^lemma.Length] + noun });
            }
            else
            {
                Add(form, currency);
            }
        }

        void Add(string form, CurrencyForm currency)
        {
            var words = Words.AddPhrase(form);
            if (currency.Match != CurrencyMatch.Letter) CurrenciesAfter.Add(words, currency);
            if (currency.Match == CurrencyMatch.After) return;
            Array.Reverse(words);
            CurrenciesBefore.Add(words, currency);
        }
    }

    private void ReadBounds(TsvTable table)
    {
        foreach (var row in table.Rows)
        {
            var words = Words.AddPhrase(row.Required("phrase"));
            var bound = new BoundForm(row.Choice("bound", BoundNames), row["applies"] == "amount");
            switch (row.Required("place"))
            {
                case "before":
                    Array.Reverse(words);
                    BoundsBefore.Add(words, bound);
                    break;
                case "after":
                    BoundsAfter.Add(words, bound);
                    break;
                case "between":
                    Equivalences.Add(words, bound);
                    break;
                default:
                    throw row.Error("place", $"'{row["place"]}' is not known; expected one of after, before, between.");
            }
        }
    }

    private static decimal Decimal(TsvRow row, string column) =>
        decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw row.Error(column, $"'{row[column]}' is no number.");

    private static readonly FrozenDictionary<string, NumeralRole> RoleNames = new Dictionary<string, NumeralRole>(StringComparer.Ordinal)
    {
        ["ones"] = NumeralRole.Ones,
        ["teens"] = NumeralRole.Teens,
        ["tens"] = NumeralRole.Tens,
        ["ordinal"] = NumeralRole.Ordinal,
        ["fraction"] = NumeralRole.Fraction,
        ["fractions"] = NumeralRole.Fractions,
        ["ordinal-ending"] = NumeralRole.OrdinalEnding,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ScaleForm> ScaleNames = new Dictionary<string, ScaleForm>(StringComparer.Ordinal)
    {
        ["word"] = ScaleForm.Word,
        ["plural"] = ScaleForm.Plural,
        ["short"] = ScaleForm.Short,
        ["money"] = ScaleForm.Money,
        ["letter"] = ScaleForm.Letter,
        ["capital"] = ScaleForm.Capital,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, NumberKind> UnitKinds = new Dictionary<string, NumberKind>(StringComparer.Ordinal)
    {
        ["percent"] = NumberKind.Percent,
        ["points"] = NumberKind.PercentagePoints,
        ["multiple"] = NumberKind.Multiple,
        ["quantity"] = NumberKind.Quantity,
        ["minor"] = NumberKind.Quantity,
        ["duration"] = NumberKind.Duration,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, CurrencyMatch> MatchNames = new Dictionary<string, CurrencyMatch>(StringComparer.Ordinal)
    {
        [""] = CurrencyMatch.Any,
        ["exact"] = CurrencyMatch.Exact,
        ["glued"] = CurrencyMatch.Glued,
        ["strict"] = CurrencyMatch.Strict,
        ["letter"] = CurrencyMatch.Letter,
        ["after"] = CurrencyMatch.After,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Approx> BoundNames = new Dictionary<string, Approx>(StringComparer.Ordinal)
    {
        [">"] = Approx.Over,
        ["<"] = Approx.Under,
        ["~"] = Approx.About,
        ["="] = Approx.Exact,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, NumberCue> CueNames = new Dictionary<string, NumberCue>(StringComparer.Ordinal)
    {
        ["and"] = NumberCue.And,
        ["article"] = NumberCue.Article,
        ["of"] = NumberCue.Of,
        ["point"] = NumberCue.Point,
        ["minus"] = NumberCue.Minus,
        ["plus"] = NumberCue.Plus,
        ["or"] = NumberCue.Or,
        ["to"] = NumberCue.To,
        ["through"] = NumberCue.Through,
        ["between"] = NumberCue.Between,
        ["from"] = NumberCue.From,
        ["the"] = NumberCue.The,
        ["by"] = NumberCue.By,
        ["respectively"] = NumberCue.Respectively,
        ["month"] = NumberCue.Month,
        ["calendar"] = NumberCue.Calendar,
        ["calendar-after"] = NumberCue.CalendarAfter,
        ["label"] = NumberCue.Label,
        ["digits"] = NumberCue.Digits,
        ["vague"] = NumberCue.Vague,
        ["pronoun-before"] = NumberCue.PronounBefore,
        ["fraction-follow"] = NumberCue.FractionFollow,
        ["against"] = NumberCue.Against,
        ["clock"] = NumberCue.Clock,
        ["range-before"] = NumberCue.RangeBefore,
        ["half-before"] = NumberCue.HalfBefore,
        ["half-after"] = NumberCue.HalfAfter,
    }.ToFrozenDictionary();
}
