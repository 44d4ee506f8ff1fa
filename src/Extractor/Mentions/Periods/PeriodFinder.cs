using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Periods;

/// <summary>Finds dates, periods and ways of comparing (<c>year-on-year</c>) in one pass.</summary>
public sealed class PeriodFinder
{
    private readonly PeriodLexicon lexicon;
    private readonly PeriodOpenings openings;

    /// <summary>Makes a finder that knows the words of <paramref name="lexicon"/>.</summary>
    public PeriodFinder(PeriodLexicon lexicon)
    {
        ArgumentNullException.ThrowIfNull(lexicon);
        this.lexicon = lexicon;
        openings = new PeriodOpenings(lexicon);
    }

    /// <summary>Adds the mentions of <paramref name="tokens"/> to <paramref name="into"/>, in order and not overlapping.</summary>
    public void Find(TokenList tokens, List<PeriodMention> into)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(into);
        var scan = new PeriodScan(tokens, lexicon, openings);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (scan.At(i) is not { } mention) continue;
            into.Add(mention);
            i = mention.LastToken;
        }
    }
}
