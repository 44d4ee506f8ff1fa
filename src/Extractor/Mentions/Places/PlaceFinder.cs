using System.Collections.Immutable;
using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Places;

/// <summary>Finds the places in a text: one pass over its tokens, the longest form first, then doubtful ones are settled by the whole document.</summary>
public static class PlaceFinder
{
    /// <summary>Adds the places of <paramref name="tokens"/> to <paramref name="into"/>, in order, none overlapping another.</summary>
    public static void Find(TokenList tokens, PlaceLexicon lexicon, List<PlaceMention> into)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(into);
        var trie = lexicon.Trie;
        List<PlaceCandidate>? candidates = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (token.Kind != TokenKind.Word || !trie.MayStart(tokens.Text, token)) continue;
            if (!TryMatch(tokens, trie, i, out var candidate)) continue;
            i = candidate.LastToken;
            if (candidate.Forms[0].Use is PlaceUse.None || IsPartOfOtherName(tokens, lexicon, candidate)) continue;
            (candidates ??= []).Add(candidate);
        }

        if (candidates is not null) new PlaceResolution(tokens, lexicon, candidates).AddTo(into);
    }

    private static bool TryMatch(TokenList tokens, PlaceTrie trie, int first, out PlaceCandidate candidate)
    {
        candidate = default;
        PlaceTrie.Node? node = null;
        for (var i = first; i < tokens.Count; i++)
        {
            ref readonly var token = ref tokens[i];
            if (i > first && (token.Gap == TokenGap.Paragraph || node!.IsLeaf)) break;
            var word = PlaceTrie.Normalize(tokens, i);
            var next = i == first ? trie.Start(word) : node!.Child(word);

            // "Jiaxings export", "Chinas trade": the apostrophe was lost on the way. Only where the word is nothing else.
            if (next is null && token.Kind == TokenKind.Word && word.Length > 2 && word[^1] == 's')
            {
                var bare = i == first ? trie.Start(word[..^1]) : node!.Child(word[..^1]);
                if (bare is not null && Allowed(tokens, bare.Forms, first, i, 1) is { IsEmpty: false } named && TakesLostApostrophe(named[0]))
                    candidate = new PlaceCandidate(first, i, named, LostApostrophe: true);
                break;
            }

            if (next is null) break;
            node = next;
            if (Allowed(tokens, node.Forms, first, i, 0) is { IsEmpty: false } forms) candidate = new PlaceCandidate(first, i, forms, LostApostrophe: false);
        }

        return !candidate.Forms.IsDefault;
    }

    private static bool TakesLostApostrophe(PlaceForm form) =>
        form.Use is PlaceUse.Name && (form.Flags & (PlaceFlags.Weak | PlaceFlags.Name | PlaceFlags.Hyphen)) == PlaceFlags.None && (form.Text.Length > 3 || form.Has(PlaceFlags.Case));

    private static ImmutableArray<PlaceForm> Allowed(TokenList tokens, ImmutableArray<PlaceForm> forms, int first, int last, int cut)
    {
        // Nearly always there is no form or one.
        if (forms.Length == 0) return forms;
        if (forms.Length == 1) return IsAllowed(tokens, forms[0], first, last, cut) ? forms : [];
        foreach (var form in forms)
        {
            if (!IsAllowed(tokens, form, first, last, cut)) return forms.RemoveAll(other => !IsAllowed(tokens, other, first, last, cut));
        }

        return forms;
    }

    private static bool IsAllowed(TokenList tokens, PlaceForm form, int first, int last, int cut)
    {
        var start = tokens[first].Start;
        if (char.IsLower(tokens.Text[start]) && !char.IsLower(form.Text[0])) return false;
        if (form.Flags == PlaceFlags.None) return true;
        if (form.Has(PlaceFlags.Case) && !tokens.Text.AsSpan(start, tokens[last].End - cut - start).SequenceEqual(form.Text)) return false;
        if (form.Has(PlaceFlags.Hyphen) && !(IsHyphen(tokens, last + 1) && tokens[last + 1].Gap == TokenGap.None)) return false;
        return !form.Has(PlaceFlags.The) || tokens.IsWord(first - 1, "the");
    }

    /// <summary>"US dollars", "US$5", "China Daily", "Bank of America".</summary>
    private static bool IsPartOfOtherName(TokenList tokens, PlaceLexicon lexicon, in PlaceCandidate candidate)
    {
        var next = candidate.LastToken + 1;
        if (next < tokens.Count && tokens[next].Gap != TokenGap.Paragraph && !candidate.LostApostrophe)
        {
            ref readonly var after = ref tokens[next];
            if (after.Kind == TokenKind.Symbol && after.Gap == TokenGap.None && tokens.Text[after.Start] is '$' or '£' or '€' or '¥') return true;

            // "worth US $5 billion", "HK $5 billion"; but "to the US $5 billion".
            if (tokens.IsSymbol(next, '$') && next + 1 < tokens.Count && tokens[next + 1].Kind == TokenKind.Number && candidate.LastToken == candidate.FirstToken
                && tokens.Chars(candidate.FirstToken) is "US" or "U.S." or "U.S" or "HK" or "H.K." or "NZ" && !tokens.IsWord(candidate.FirstToken - 1, "the")) return true;
            var unless = candidate.Forms[0].Use is PlaceUse.Adjective ? PlaceNeighbour.NotBefore | PlaceNeighbour.AdjectiveNotBefore : PlaceNeighbour.NotBefore;
            if (after.Kind == TokenKind.Word && (lexicon.Neighbour(tokens.Chars(next)) & unless) != PlaceNeighbour.None) return true;
        }

        var previous = candidate.FirstToken - 1;
        if (tokens.IsSymbol(previous, '.') && tokens[previous].Gap == TokenGap.None) previous--;
        return previous >= 0 && tokens[candidate.FirstToken].Gap == TokenGap.Space && tokens[previous].Kind == TokenKind.Word
            && (lexicon.Neighbour(tokens.Chars(previous)) & PlaceNeighbour.NotAfter) != PlaceNeighbour.None;
    }

    internal static bool IsHyphen(TokenList tokens, int index) =>
        (uint)index < (uint)tokens.Count && tokens[index].Kind == TokenKind.Symbol && tokens.Text[tokens[index].Start] is '-' or '‐' or '‑' or '–';
}
