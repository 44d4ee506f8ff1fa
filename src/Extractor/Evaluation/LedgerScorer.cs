using System.Collections.Immutable;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>Scores ledgers against listed numbers, as <c>ledger.py</c> does.</summary>
public static class LedgerScorer
{
    /// <summary>Scores <paramref name="ledgers"/>, by document name, against <paramref name="numbers"/>.</summary>
    public static LedgerScore Score(IEnumerable<ListedNumber> numbers, IReadOnlyDictionary<string, ImmutableArray<LedgerEntry>> ledgers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(ledgers);
        return new LedgerScore([.. numbers.Select(number => new LedgerAnswer(number, EntryOf(number)))]);

        LedgerEntry? EntryOf(ListedNumber number) =>
            ledgers.TryGetValue(number.Doc, out var ledger) ? ledger.FirstOrDefault(entry => entry.Span.Contains(number.Digit)) : null;
    }
}
