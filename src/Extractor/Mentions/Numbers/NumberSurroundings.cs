using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Tells by what stands around it whether a bare number counts at all: names and codes, dates, the pronoun one.</summary>
internal readonly ref struct NumberSurroundings(NumberTokens text)
{
    private readonly NumberTokens text = text;
    private readonly TokenList tokens = text.Tokens;

    /// <summary>Marks labels, parts of dates and digits with an ordinal ending in <paramref name="draft"/>.</summary>
    /// <param name="draft">A number without a unit.</param>
    /// <param name="previous">The mention before it.</param>
    /// <param name="at">The token that the number began at.</param>
    /// <param name="floor">First token that no other mention has taken.</param>
    public void Read(NumberDraft draft, NumberDraft? previous, int at, int floor)
    {
        if (draft.IsSpelled)
        {
            draft.IsLabel = draft.Value == 1 && draft.Last == at && draft.Kind == NumberKind.Cardinal && IsPronoun(at);
            return;
        }

        if (draft.Scale != 1) return;
        var after = draft.Last + 1;
        if (text.IsGlued(after) && text.EntryAt(after).Role == NumeralRole.OrdinalEnding)
        {
            draft.Kind = NumberKind.Ordinal;
            draft.Extend(tokens, after);
            return;
        }

        var whole = draft.Decimals == 0;
        draft.IsDatePart = (whole && draft.Value is >= 1 and <= 31 && (text.IsMonth(draft.First - 1) || text.IsMonth(after) || ContinuesDays(draft, previous)))
            || (draft.IsYear && text.IsMonth(draft.First - 1));
        draft.IsLabel = IsLabelledBefore(draft) || IsLabelledAfter(draft) || (draft.Decimals is 0 or 2 && text.Continues(after) && text.Has(after, NumberCue.Clock)) || (whole && IsNumbered(draft, floor));
    }

    /// <summary>Q1, A320, COVID-19, #1, and the second halves of 24/7, 09:52 and 2016-17.</summary>
    private bool IsLabelledBefore(NumberDraft draft)
    {
        var before = draft.First - 1;
        if (before < 0 || !text.IsGlued(draft.First)) return false;

        // "in2025" lacks a space.
        if (tokens[before].Kind == TokenKind.Word) return text.IsGlued(before) || !IsLowerWord(before);
        return text.SymbolAt(before) switch
        {
            '#' or '_' or '@' or '=' or '&' => true,
            '/' or ':' => text.IsGlued(before),
            '-' or '–' when text.IsGlued(before) && draft.Sign == 0 =>
                (tokens[before - 1].Kind == TokenKind.Word && !text.Has(before - 1, NumberCue.Month)) || IsDashedDigits(before - 1, draft.First, draft.Last + 1),
            _ => false,
        };
    }

    /// <summary>5G, 2W, and the first halves of 24/7, 09:52 and 2016-17.</summary>
    private bool IsLabelledAfter(NumberDraft draft)
    {
        var after = draft.Last + 1;
        if (!text.IsGlued(after)) return false;

        // A noun may be glued by accident: "500firms".
        if (tokens[after].Kind == TokenKind.Word) return tokens[after].Length <= 2;
        if (!text.IsGlued(after + 1) || !text.IsDigits(after + 1)) return false;
        return text.SymbolAt(after) switch
        {
            '/' or ':' => true,
            '-' or '–' => draft.IsYear || IsDashedDigits(draft.Last, after + 1, after + 2),
            _ => false,
        };
    }

    /// <summary>No. 1, Chapter 85, HS 8541.</summary>
    private bool IsNumbered(NumberDraft draft, int floor)
    {
        if (!text.Continues(draft.First)) return false;
        var dot = tokens.IsSymbol(draft.First - 1, '.') && text.IsGlued(draft.First - 1);
        var label = dot ? draft.First - 2 : draft.First - 1;
        return label >= floor && text.Has(label, NumberCue.Label) && !(dot && tokens[label].Length > 3);
    }

    private bool IsLowerWord(int at)
    {
        var letters = tokens.Chars(at);
        return letters.Length > 1 && !letters.ContainsAnyExceptInRange('a', 'z') && !text.Has(at, NumberCue.Label);
    }

    /// <summary>Three groups of digits with dashes, or a year with the end of the next: 1111-2222-3333, 2016-17.</summary>
    private bool IsDashedDigits(int left, int right, int after)
    {
        if (!text.IsDigits(left) || !text.IsDigits(right)) return false;
        return DigitReader.IsYear(tokens.Chars(left))
            || (text.SymbolAt(after) == '-' && text.IsGlued(after) && text.IsGlued(after + 1) && text.IsDigits(after + 1))
            || (text.SymbolAt(left - 1) == '-' && text.IsGlued(left) && text.IsDigits(left - 2));
    }

    /// <summary>The 4 of "May 3 and 4".</summary>
    private bool ContinuesDays(NumberDraft draft, NumberDraft? previous)
    {
        if (previous is not { IsDatePart: true, IsYear: false } || draft.First - previous.Last != 2) return false;
        var link = previous.Last + 1;
        return text.SymbolAt(link) is '-' or '–' || text.Has(link, NumberCue.And | NumberCue.To | NumberCue.Or);
    }

    /// <summary>"the one", "which one", "one." at the end of a clause.</summary>
    private bool IsPronoun(int at)
    {
        if (text.Continues(at) && text.Has(at - 1, NumberCue.PronounBefore)) return true;
        return !text.Continues(at + 1) || text.SymbolAt(at + 1) is '.' or ',' or ';' or '?' or '!' or ')';
    }
}
