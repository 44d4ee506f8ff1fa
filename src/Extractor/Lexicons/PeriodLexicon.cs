namespace Extractor.Lexicons;

/// <summary>What a word does inside a date or period.</summary>
public enum PeriodWordClass
{
    /// <summary>A month; the value is its number.</summary>
    Month,

    /// <summary>first, second, ...; the value counts from 1, -1 is the last.</summary>
    Ordinal,

    /// <summary>A number word.</summary>
    Count,

    /// <summary>month, quarter, half, year; the value is its months.</summary>
    Unit,

    /// <summary>last, this, previous, same.</summary>
    Relation,

    /// <summary>A day of the week.</summary>
    Weekday,

    /// <summary>period, time.</summary>
    Span,

    /// <summary>ago, earlier.</summary>
    Back,

    /// <summary>increase, drop: what "a monthly ..." is said of when it tells how growth is measured.</summary>
    Change,
}

/// <summary>One reading of a word inside a date or period.</summary>
/// <param name="Class">What it does.</param>
/// <param name="Number">Its value where that is a number.</param>
/// <param name="Text">Its value as written.</param>
public sealed record PeriodWord(PeriodWordClass Class, int Number, string Text);

/// <summary>The words of which dates and periods are made.</summary>
public sealed class PeriodLexicon
{
    private static readonly Dictionary<string, PeriodWordClass> ClassNames = new(StringComparer.Ordinal)
    {
        ["month"] = PeriodWordClass.Month,
        ["ordinal"] = PeriodWordClass.Ordinal,
        ["count"] = PeriodWordClass.Count,
        ["unit"] = PeriodWordClass.Unit,
        ["relation"] = PeriodWordClass.Relation,
        ["weekday"] = PeriodWordClass.Weekday,
        ["span"] = PeriodWordClass.Span,
        ["back"] = PeriodWordClass.Back,
        ["change"] = PeriodWordClass.Change,
    };

    private readonly WordTable<PeriodWord[]> words;

    private PeriodLexicon(Dictionary<string, List<PeriodWord>> words)
    {
        Words = [.. words.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToArray()))];
        this.words = new WordTable<PeriodWord[]>(Words);
    }

    /// <summary>The built-in English list.</summary>
    public static PeriodLexicon English { get; } = Load(BuiltInLexicons.Load("en", "period-words"));

    /// <summary>Builds the list from tables with the columns <c>form</c>, <c>class</c>, <c>value</c>; the readings of a form in a later table take the place of those before.</summary>
    /// <exception cref="LexiconException">A line is not as expected.</exception>
    public static PeriodLexicon Load(IEnumerable<TsvTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var words = new Dictionary<string, List<PeriodWord>>(StringComparer.OrdinalIgnoreCase);
        foreach (var table in tables)
        {
            table.CheckColumns(["form", "class", "value"], []);
            var here = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var row in table.Rows)
            {
                var form = row.Required("form");
                if (!words.TryGetValue(form, out var list)) words[form] = list = [];
                if (here.Add(form)) list.Clear();
                _ = int.TryParse(row["value"], out var number);
                list.Add(new PeriodWord(row.Choice("class", ClassNames), number, row["value"]));
            }
        }

        return new PeriodLexicon(words);
    }

    /// <summary>All words with their readings.</summary>
    internal KeyValuePair<string, PeriodWord[]>[] Words { get; }

    /// <summary>Whether <paramref name="form"/> has any reading.</summary>
    public bool Contains(ReadOnlySpan<char> form) => words.Contains(form);

    /// <summary>The reading of <paramref name="form"/> in <paramref name="wordClass"/>, or null.</summary>
    public PeriodWord? Find(ReadOnlySpan<char> form, PeriodWordClass wordClass)
    {
        if (!words.TryGetValue(form, out var readings)) return null;
        foreach (var reading in readings)
        {
            if (reading.Class == wordClass) return reading;
        }

        return null;
    }
}
