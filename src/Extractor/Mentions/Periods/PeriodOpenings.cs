using Extractor.Lexicons;

namespace Extractor.Mentions.Periods;

/// <summary>What may begin with a word: the readings that are tried there.</summary>
[Flags]
internal enum PeriodOpening
{
    None = 0,

    /// <summary>Anything at all; other words stand second only.</summary>
    Starts = 1 << 0,

    /// <summary>year-on-year, on the month, yoy.</summary>
    Basis = 1 << 1,

    /// <summary>May, Jan.</summary>
    Month = 1 << 2,

    /// <summary>Monday.</summary>
    Weekday = 1 << 3,

    /// <summary>Q1, H2, FY24, CY2024, mid-2024, just-concluded.</summary>
    Abbreviation = 1 << 4,

    /// <summary>the start of the year.</summary>
    Beginning = 1 << 5,

    /// <summary>the week ended Nov. 14.</summary>
    Ended = 1 << 6,

    /// <summary>fiscal 2024.</summary>
    Fiscal = 1 << 7,

    /// <summary>so far this year.</summary>
    SoFar = 1 << 8,

    /// <summary>year to date, year-earlier.</summary>
    Year = 1 << 9,

    /// <summary>a year ago.</summary>
    Ago = 1 << 10,

    /// <summary>first quarter.</summary>
    Ordinal = 1 << 11,

    /// <summary>three months to May.</summary>
    Count = 1 << 12,

    /// <summary>last month.</summary>
    Relation = 1 << 13,

    /// <summary>What may stand behind "the" where an end is told: the week, the fiscal year, the quarter.</summary>
    EndedNoun = 1 << 14,

    /// <summary>as of mid-April, up to the end of July.</summary>
    UpTo = 1 << 15,
}

/// <summary>The words that periods begin with, and what may begin with each.</summary>
internal sealed class PeriodOpenings
{
    // No word of the list is longer.
    private const int MostLetters = 13;

    // What single words open beside what their classes in the word list do. A reading of PeriodScan.FromWord is tried only where its word
    // stands here or in that list; what has no Starts here begins a period only if the list has it.
    private static readonly (string[] Words, PeriodOpening Opening)[] Spelt =
    [
        (["yoy", "mom", "qoq", "qtq", "mtm", "quarterly", "yearly", "annual", "y", "m", "yr", "on"], PeriodOpening.Starts | PeriodOpening.Basis),
        (["monthly"], PeriodOpening.Basis),
        (["q"], PeriodOpening.Starts | PeriodOpening.Basis | PeriodOpening.Abbreviation),
        (["h", "fy", "cy", "just"], PeriodOpening.Starts | PeriodOpening.Abbreviation),
        (["mid"], PeriodOpening.Starts | PeriodOpening.Abbreviation | PeriodOpening.UpTo),
        (["end"], PeriodOpening.Starts | PeriodOpening.UpTo),
        (["the"], PeriodOpening.Beginning | PeriodOpening.Ended | PeriodOpening.UpTo),
        (["start", "beginning"], PeriodOpening.Starts | PeriodOpening.Beginning),
        (["a"], PeriodOpening.Starts | PeriodOpening.Ended | PeriodOpening.Ago),
        (["one"], PeriodOpening.Ago),
        (["fiscal", "financial", "marketing"], PeriodOpening.Starts | PeriodOpening.Ended | PeriodOpening.EndedNoun | PeriodOpening.Fiscal),
        (["week"], PeriodOpening.Starts | PeriodOpening.Ended | PeriodOpening.EndedNoun),
        (["full", "crop", "trade", "half"], PeriodOpening.Ended | PeriodOpening.EndedNoun),
        (["so"], PeriodOpening.Starts | PeriodOpening.SoFar),
        (["year"], PeriodOpening.Year),
    ];

    private readonly WordTable<PeriodOpening> words;

    public PeriodOpenings(PeriodLexicon lexicon)
    {
        var openings = new Dictionary<string, PeriodOpening>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, readings) in lexicon.Words)
        {
            if (word.Length <= MostLetters) Add(word, PeriodOpening.Starts);
            foreach (var reading in readings) Add(word, Of(reading.Class));
        }

        foreach (var (spelt, opening) in Spelt)
        {
            foreach (var word in spelt) Add(word, opening);
        }

        words = new WordTable<PeriodOpening>(openings);

        void Add(string word, PeriodOpening opening) => openings[word] = openings.GetValueOrDefault(word) | opening;
    }

    /// <summary>What may begin with <paramref name="word"/>.</summary>
    public PeriodOpening Find(ReadOnlySpan<char> word) => words.TryGetValue(word, out var opening) ? opening : PeriodOpening.None;

    private static PeriodOpening Of(PeriodWordClass wordClass) => wordClass switch
    {
        PeriodWordClass.Month => PeriodOpening.Month,
        PeriodWordClass.Weekday => PeriodOpening.Weekday,
        PeriodWordClass.Ordinal => PeriodOpening.Ordinal,
        PeriodWordClass.Count => PeriodOpening.Count,
        PeriodWordClass.Relation => PeriodOpening.Relation,
        PeriodWordClass.Unit => PeriodOpening.Basis | PeriodOpening.Ended | PeriodOpening.EndedNoun,
        _ => PeriodOpening.None,
    };
}
