using System.Globalization;
using Extractor.Facts;
using Extractor.Lexicons;

namespace Extractor.Mentions.Numbers;

/// <summary>Reads the word lists of numbers into the tables of a <see cref="NumberLexicon"/>.</summary>
internal sealed class NumberTableReader
{
    /// <summary>How the names of the word lists begin.</summary>
    public static readonly string[] Kinds = ["numerals", "scales", "multiples", "number-cues", "units", "currencies", "bounds"];

    private readonly Dictionary<int, NumberWord> words = [];

    // Nouns by lemma, for lists that qualify them: "Norwegian krone" stands for kroner, crowns and the rest.
    private readonly Dictionary<string, List<string>> nouns = new(StringComparer.Ordinal);

    public Vocabulary Words { get; } = new();

    public Dictionary<string, HashSet<string>> Families { get; } = new(StringComparer.Ordinal);

    public PhraseTrie<UnitForm> Units { get; } = new();

    public PhraseTrie<CurrencyForm> CurrenciesAfter { get; } = new();

    public PhraseTrie<CurrencyForm> CurrenciesBefore { get; } = new();

    public PhraseTrie<BoundForm> BoundsBefore { get; } = new();

    public PhraseTrie<BoundForm> BoundsAfter { get; } = new();

    public PhraseTrie<BoundForm> Equivalences { get; } = new();

    /// <summary>What each word is, by its id plus one; the first is the word that is in no list.</summary>
    public NumberWord[] ToWords()
    {
        var result = new NumberWord[Words.Count + 1];
        foreach (var (word, entry) in words) result[word + 1] = entry;
        return result;
    }

    public void Read(TsvTable table)
    {
        var name = table.Name[(table.Name.LastIndexOf('/') + 1)..];
        switch (Array.Find(Kinds, kind => name.StartsWith(kind, StringComparison.Ordinal)))
        {
            case "numerals":
                ReadNumerals(table);
                break;
            case "scales":
                ReadScales(table);
                break;
            case "multiples":
                ReadMultiples(table);
                break;
            case "number-cues":
                ReadCues(table);
                break;
            case "units":
                ReadUnits(table);
                break;
            case "currencies":
                ReadCurrencies(table);
                break;
            case "bounds":
                ReadBounds(table);
                break;
        }
    }

    private void ReadNumerals(TsvTable table)
    {
        table.CheckColumns(["word", "role", "value"], []);
        foreach (var row in table.Rows)
            AddOpening(row, entry => entry with { Role = row.Choice("role", Roles), Numeral = Decimal(row, "value") });
    }

    private void ReadScales(TsvTable table)
    {
        table.CheckColumns(["word", "value", "form"], []);
        foreach (var row in table.Rows)
            AddOpening(row, entry => entry with { ScaleForm = row.Choice("form", ScaleForms), Scale = Decimal(row, "value") });
    }

    private void ReadMultiples(TsvTable table)
    {
        table.CheckColumns(["word", "factor"], []);
        foreach (var row in table.Rows)
            AddOpening(row, entry => entry with { Factor = Decimal(row, "factor") });
    }

    private void ReadCues(TsvTable table)
    {
        table.CheckColumns(["word", "cue"], []);
        foreach (var row in table.Rows)
            Add(row, entry => entry with { Cues = entry.Cues | row.Choice("cue", Cues) });
    }

    private int Add(TsvRow row, Func<NumberWord, NumberWord> change)
    {
        if (Words.AddPhrase(row.Required("word")) is not [var word]) throw row.Error("word", $"'{row["word"]}' is more than one word.");
        words[word] = change(words.GetValueOrDefault(word));
        return word;
    }

    private void AddOpening(TsvRow row, Func<NumberWord, NumberWord> change) => Words.AddOpening(Add(row, change));

    private void ReadUnits(TsvTable table)
    {
        table.CheckColumns(["form", "unit", "kind"], ["factor", "case"]);
        foreach (var row in table.Rows)
        {
            var form = row.Required("form");
            var kind = row.Choice("kind", UnitKinds);
            Units.Add(Words.AddPhrase(form), new UnitForm(form, row["unit"], kind, Factor(row), row.Choice("case", Cases), row["kind"] == "minor"));
        }
    }

    private void ReadCurrencies(TsvTable table)
    {
        table.CheckColumns(["form", "unit", "kind"], ["match", "ambiguous", "factor", "lemma"]);
        foreach (var row in table.Rows)
        {
            if (row["kind"] == "noun" && row["lemma"].Length > 0) AddTo(nouns, row["lemma"], row.Required("form"));
        }

        foreach (var row in table.Rows)
        {
            var form = row.Required("form");
            var kind = row.Choice("kind", CurrencyKinds);
            var lemma = row["lemma"];
            var ambiguous = row.Choice("ambiguous", YesNo);
            var currency = new CurrencyForm(
                form,
                row.Required("unit"),
                row.Choice("match", Matches),
                ambiguous,
                kind is CurrencyKind.Sign,
                kind is CurrencyKind.Noun or CurrencyKind.Qualified,
                kind is CurrencyKind.Code or CurrencyKind.Noun && ambiguous && lemma.Length > 0 ? lemma : null,
                Factor(row));
            if (lemma.Length > 0)
            {
                if (!Families.TryGetValue(lemma, out var family)) Families.Add(lemma, family = new HashSet<string>(StringComparer.Ordinal));
                family.Add(currency.Unit);
            }

            if (kind is not CurrencyKind.Qualified)
            {
                AddCurrency(currency);
                continue;
            }

            if (!nouns.TryGetValue(row.Required("lemma"), out var forms) || !form.EndsWith(lemma, StringComparison.Ordinal))
                throw row.Error("lemma", $"'{lemma}' is the lemma of no noun, or the form does not end with it.");
            foreach (var noun in forms) AddCurrency(currency with { Form = form[..^lemma.Length] + noun });
        }
    }

    private void AddCurrency(CurrencyForm currency)
    {
        var phrase = Words.AddPhrase(currency.Form);
        if (currency.Match != CurrencyMatch.Letter) CurrenciesAfter.Add(phrase, currency);
        if (currency.Match == CurrencyMatch.After) return;
        Array.Reverse(phrase);
        CurrenciesBefore.Add(phrase, currency);
    }

    private void ReadBounds(TsvTable table)
    {
        table.CheckColumns(["phrase", "bound", "place"], ["applies"]);
        foreach (var row in table.Rows)
        {
            var phrase = Words.AddPhrase(row.Required("phrase"));
            var place = row.Choice("place", Places);
            if (place == BoundPlace.Before) Array.Reverse(phrase);
            var trie = place switch { BoundPlace.Before => BoundsBefore, BoundPlace.After => BoundsAfter, _ => Equivalences };
            trie.Add(phrase, new BoundForm(row.Choice("bound", Bounds), row.Choice("applies", Applications)));
        }
    }

    private static void AddTo(Dictionary<string, List<string>> lists, string key, string value)
    {
        if (!lists.TryGetValue(key, out var list)) lists.Add(key, list = []);
        list.Add(value);
    }

    private static decimal Factor(TsvRow row) => row["factor"].Length == 0 ? 1 : Decimal(row, "factor");

    private static decimal Decimal(TsvRow row, string column) =>
        decimal.TryParse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw row.Error(column, $"'{row[column]}' is no number; digits are expected, with a point before decimals.");

    private enum CurrencyKind
    {
        Sign,
        Code,
        Noun,
        Qualified,
    }

    private enum BoundPlace
    {
        Before,
        After,
        Between,
    }

    private static readonly Dictionary<string, NumeralRole> Roles = new(StringComparer.Ordinal)
    {
        ["ones"] = NumeralRole.Ones,
        ["teens"] = NumeralRole.Teens,
        ["tens"] = NumeralRole.Tens,
        ["ordinal"] = NumeralRole.Ordinal,
        ["fraction"] = NumeralRole.Fraction,
        ["fractions"] = NumeralRole.Fractions,
        ["ordinal-ending"] = NumeralRole.OrdinalEnding,
    };

    private static readonly Dictionary<string, ScaleForm> ScaleForms = new(StringComparer.Ordinal)
    {
        ["word"] = ScaleForm.Word,
        ["plural"] = ScaleForm.Plural,
        ["short"] = ScaleForm.Short,
        ["money"] = ScaleForm.Money,
        ["letter"] = ScaleForm.Letter,
    };

    private static readonly Dictionary<string, NumberKind> UnitKinds = new(StringComparer.Ordinal)
    {
        ["percent"] = NumberKind.Percent,
        ["points"] = NumberKind.PercentagePoints,
        ["multiple"] = NumberKind.Multiple,
        ["quantity"] = NumberKind.Quantity,
        ["minor"] = NumberKind.Quantity,
        ["duration"] = NumberKind.Duration,
    };

    private static readonly Dictionary<string, bool> Cases = new(StringComparer.Ordinal) { [""] = false, ["exact"] = true };

    private static readonly Dictionary<string, bool> YesNo = new(StringComparer.Ordinal) { [""] = false, ["yes"] = true };

    private static readonly Dictionary<string, bool> Applications = new(StringComparer.Ordinal) { [""] = false, ["amount"] = true };

    private static readonly Dictionary<string, CurrencyKind> CurrencyKinds = new(StringComparer.Ordinal)
    {
        ["symbol"] = CurrencyKind.Sign,
        ["prefix"] = CurrencyKind.Sign,
        ["code"] = CurrencyKind.Code,
        ["noun"] = CurrencyKind.Noun,
        ["qualified"] = CurrencyKind.Qualified,
    };

    private static readonly Dictionary<string, CurrencyMatch> Matches = new(StringComparer.Ordinal)
    {
        [""] = CurrencyMatch.Any,
        ["exact"] = CurrencyMatch.Exact,
        ["glued"] = CurrencyMatch.Glued,
        ["strict"] = CurrencyMatch.Strict,
        ["letter"] = CurrencyMatch.Letter,
        ["after"] = CurrencyMatch.After,
    };

    private static readonly Dictionary<string, Approx> Bounds = new(StringComparer.Ordinal)
    {
        [">"] = Approx.Over,
        ["<"] = Approx.Under,
        ["~"] = Approx.About,
        ["="] = Approx.Exact,
    };

    private static readonly Dictionary<string, BoundPlace> Places = new(StringComparer.Ordinal)
    {
        ["before"] = BoundPlace.Before,
        ["after"] = BoundPlace.After,
        ["between"] = BoundPlace.Between,
    };

    private static readonly Dictionary<string, NumberCue> Cues = new(StringComparer.Ordinal)
    {
        ["and"] = NumberCue.And,
        ["article"] = NumberCue.Article,
        ["of"] = NumberCue.Of,
        ["point"] = NumberCue.Point,
        ["minus"] = NumberCue.Minus,
        ["plus"] = NumberCue.Plus,
        ["or"] = NumberCue.Or,
        ["to"] = NumberCue.To,
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
        ["out-of"] = NumberCue.OutOf,
        ["every"] = NumberCue.Every,
        ["half-before"] = NumberCue.HalfBefore,
        ["half-after"] = NumberCue.HalfAfter,
    };
}
