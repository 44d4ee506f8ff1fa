using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Reads the wording that bounds a number: <c>over</c>, <c>nearly</c>, <c>or so</c>.</summary>
internal readonly ref struct BoundReader(NumberTokens text)
{
    private readonly NumberTokens text = text;
    private readonly TokenList tokens = text.Tokens;
    private readonly NumberLexicon lexicon = text.Lexicon;

    /// <summary>Takes bound wording into <paramref name="draft"/>.</summary>
    /// <param name="draft">The number with its unit.</param>
    /// <param name="previous">The mention before it.</param>
    /// <param name="floor">First token that no other mention has taken.</param>
    public void Read(NumberDraft draft, NumberDraft? previous, int floor)
    {
        var before = draft.First - 1;

        // "an over-$5bn order"
        if (before > floor && text.SkipHyphen(before) > before) before--;
        if (before >= floor && tokens[draft.First].Gap != TokenGap.Paragraph && ReadBefore(before, draft, previous, floor)) return;

        // "surpassed the 1 trillion yuan mark"
        if (before > floor && tokens[before].Gap != TokenGap.Paragraph && text.Has(before, NumberCue.The | NumberCue.Article) && ReadBefore(before - 1, draft, previous, floor)) return;

        ReadAfter(draft);
    }

    /// <summary>"5 billion or more", "50-odd", "100-plus", "30,000+".</summary>
    private void ReadAfter(NumberDraft draft)
    {
        BoundForm? found = null;
        var last = 0;
        var node = 0;
        for (var t = draft.Last + 1; text.Continues(t); t++)
        {
            // "100-plus" is a bound, "5% plus 4%" a sum.
            if (t == draft.Last + 1) t = text.SkipHyphen(t);
            if (t == draft.Last + 1 && text.Has(t, NumberCue.Plus)) break;
            node = lexicon.BoundsAfter.Step(node, text.WordAt(t));
            if (node < 0) break;
            if (lexicon.BoundsAfter.EntriesAt(node) is [var form, ..] && (tokens[t].Kind != TokenKind.Symbol || (text.IsGlued(t) && (!text.IsGlued(t + 1) || text.SymbolAt(t + 1) is ',' or '.' or ';' or ':' or ')')))) (found, last) = (form, t);
        }

        if (found is null) return;
        draft.Approx = found.Approx;
        draft.ApproxFirst = draft.Last + 1;
        draft.ApproxLast = last;
    }

    /// <summary>Matches a bound phrase that ends at the token <paramref name="last"/>, going backwards.</summary>
    private bool ReadBefore(int last, NumberDraft draft, NumberDraft? previous, int floor)
    {
        BoundForm? found = null;
        var first = 0;
        var node = 0;
        for (var t = last; t >= floor; t--)
        {
            node = lexicon.BoundsBefore.Step(node, text.WordAt(t));
            if (node < 0) break;
            foreach (var form in lexicon.BoundsBefore.EntriesAt(node))
            {
                if (!form.AmountsOnly || IsAmount(draft)) (found, first) = (form, t);
            }

            if (tokens[t].Gap == TokenGap.Paragraph) break;
        }

        // "add up to 5 billion", "edged up to 10.1 percent" bound nothing.
        if (found is null or { Approx: Approx.Exact }) return false;

        // "2.1 points above 3.1%", "5% more than 4 billion" compare two numbers and bound none.
        if (found.Approx is Approx.Over or Approx.Under && previous is { IsYear: false, IsDatePart: false } && previous.Last + 1 == first && text.Continues(first)) return false;
        draft.Approx = found.Approx;
        draft.ApproxFirst = first;
        draft.ApproxLast = last;
        return true;
    }

    /// <summary>"over 500 firms" is bounded, "over six sessions" is not.</summary>
    private static bool IsAmount(NumberDraft draft) => draft.Kind is NumberKind.Money or NumberKind.Percent or NumberKind.PercentagePoints or NumberKind.Quantity || draft.Scale > 1 || draft.IsGrouped || draft is { IsSpelled: false, Kind: NumberKind.Cardinal, Value: >= 20 };
}
