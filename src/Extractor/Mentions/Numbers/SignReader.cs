namespace Extractor.Mentions.Numbers;

/// <summary>Reads the sign before a number: <c>-4.5%</c>, <c>+RM1.9 billion</c>, <c>minus 3 percent</c>. Brackets are no sign in prose.</summary>
internal readonly ref struct SignReader(NumberTokens text)
{
    private readonly NumberTokens text = text;

    /// <summary>Takes a sign into <paramref name="draft"/>.</summary>
    /// <param name="draft">The number, with a currency before it if there is one.</param>
    /// <param name="floor">First token that no other mention has taken.</param>
    public void Read(NumberDraft draft, int floor)
    {
        var at = draft.First - 1;
        if (at < floor || !text.Continues(draft.First)) return;
        var sign = text.SignAt(at);
        if (sign != 0)
        {
            // A sign touches its number and has room or an opening mark before it: "COVID-19" and "5-10" have none.
            if (!text.IsGlued(draft.First) || (text.IsGlued(at) && text.SymbolAt(at - 1) is not ('(' or '[' or '"' or '“' or '/' or ':' or ';' or ','))) return;
            draft.Sign = sign;
        }
        else
        {
            if (!text.Has(at, NumberCue.Minus)) return;
            draft.Sign = -1;
        }

        draft.First = at;
        draft.Start = text.Tokens[at].Start;
    }
}
