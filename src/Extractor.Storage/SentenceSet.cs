using System.Collections;

namespace Extractor.Storage;

/// <summary>The sentences that have certain words, by number: a bit each.</summary>
internal sealed class SentenceSet
{
    private readonly BitArray bits;

    private SentenceSet(BitArray bits) => this.bits = bits;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public static SentenceSet Of(Session session, string words)
    {
        var largest = session.Prepare("SELECT max(id) FROM sentences").Scalar() ?? 0;
        var set = new SentenceSet(new BitArray(checked((int)largest + 1)));
        var rows = session.Prepare("SELECT rowid FROM sentence_words WHERE sentence_words MATCH ?1").Bind(1, words);
        while (rows.Step())
        {
            // A run may have committed further sentences since.
            if (rows.Long(0) > largest) continue;
            set.bits[(int)rows.Long(0)] = true;
            set.Count++;
        }

        return set;
    }

    public bool Contains(long sentence) => sentence < bits.Length && bits[(int)sentence];
}
