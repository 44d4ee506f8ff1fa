using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Places;

/// <summary>Settles the doubtful candidates of one document by what stands beside them and by the certain ones.</summary>
internal sealed class PlaceResolution(TokenList tokens, PlaceLexicon lexicon, List<PlaceCandidate> candidates)
{
    // How often the parts of a country or region are named for certain: "US" twice where Texas and Ohio are.
    private readonly Dictionary<string, int> partsNamed = new(StringComparer.Ordinal);

    // Paths of the places named for certain themselves: "CN", "CN/Zhejiang".
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    public void AddTo(List<PlaceMention> into)
    {
        var doubtful = false;
        foreach (var candidate in candidates)
        {
            if (candidate.IsCertain) Count(candidate.Forms[0].Place!);
            else doubtful = true;
        }

        Place? previous = null;
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var form = candidate.IsCertain || !doubtful ? candidate.Forms[0] : Choose(i, previous);
            previous = form?.Place;
            if (form is not null && !IsIntroduction(i)) into.Add(MentionOf(candidate, form));
        }
    }

    /// <summary>"east China's Zhejiang Province" is about Zhejiang alone.</summary>
    private bool IsIntroduction(int index)
    {
        var candidate = candidates[index];
        return candidate.Forms[0].Place is { Kind: PlaceKind.Area } area
            && index + 1 < candidates.Count
            && candidates[index + 1] is var next && next.Forms[0].Place is { Kind: PlaceKind.Region or PlaceKind.City } part
            && part.Country == area.Country
            && next.FirstToken == candidate.LastToken + (candidate.LostApostrophe ? 1 : 2)
            && (candidate.LostApostrophe || tokens[candidate.LastToken + 1].Kind == TokenKind.Possessive);
    }

    private void Count(Place place)
    {
        if (place.Path is { } path) named.Add(path);
        for (var parent = place.Parent; parent is not null; parent = parent.Contains('/') ? parent[..parent.LastIndexOf('/')] : null)
            partsNamed[parent] = partsNamed.GetValueOrDefault(parent) + 1;
    }

    private PlaceForm? Choose(int index, Place? previous)
    {
        var candidate = candidates[index];
        var form = candidate.Forms.Length == 1 ? candidate.Forms[0] : Disambiguate(index, previous);
        if (form is null) return null;
        if (form.Has(PlaceFlags.Name) && StandsBesideName(index)) return null;
        return form.Has(PlaceFlags.Weak) && (StandsBesideName(index) || !IsSupported(index, form.Place!, previous)) ? null : form;
    }

    /// <summary>Georgia the country stands in lists of countries or with Tbilisi; the state with Texas or Atlanta.</summary>
    private PlaceForm? Disambiguate(int index, Place? previous)
    {
        var candidate = candidates[index];
        var before = index > 0 && AreListed(candidates[index - 1], candidate) ? previous : null;
        var after = index + 1 < candidates.Count && candidates[index + 1].IsCertain && AreListed(candidate, candidates[index + 1])
            ? candidates[index + 1].Forms[0].Place : null;
        PlaceForm? best = null, main = null;
        var bestScore = 0;
        var tied = false;
        foreach (var form in candidate.Forms)
        {
            if (form.Place is not { } place) continue;
            if (form.Has(PlaceFlags.Main)) main ??= form;
            var score = (Resembles(place, before) ? 1000 : 0) + (Resembles(place, after) ? 1000 : 0) + Context(place);
            if (score > bestScore) (best, bestScore, tied) = (form, score, false);
            else if (score == bestScore) tied = true;
        }

        return bestScore == 0 || tied ? main : best;
    }

    private int Context(Place place)
    {
        // What lies in it or beside it counts most; its country, which trade news names anyway, only for parts two levels down.
        var score = place.Path is { } path ? 2 * partsNamed.GetValueOrDefault(path) : 0;
        if (place.Parent is not { } parent) return score;
        score += partsNamed.GetValueOrDefault(parent);
        if (parent.Contains('/')) score += named.Contains(parent) ? 20 : 0;
        return score;
    }

    private static bool Resembles(Place place, Place? other) =>
        other is not null && (place.Parent is null
            ? other.Kind is PlaceKind.Country or PlaceKind.Historical or PlaceKind.Group || other.Parent == place.Code
            : other.IsSubnational && other.Country == place.Country || other.Path == place.Parent);

    /// <summary>Whether only commas and <c>and</c>, <c>or</c>, <c>the</c> stand between the two.</summary>
    private bool AreListed(in PlaceCandidate first, in PlaceCandidate second)
    {
        if (second.FirstToken - first.LastToken > 5) return false;
        for (var i = first.LastToken + 1; i < second.FirstToken; i++)
        {
            if (!tokens.IsSymbol(i, ',') && !tokens.IsWord(i, "and") && !tokens.IsWord(i, "or") && !tokens.IsWord(i, "the")) return false;
        }

        return second.FirstToken > first.LastToken + 1;
    }

    /// <summary>Whether a capitalised word that is neither place nor known neighbour stands directly beside: <c>Michael Jordan</c>, <c>Lincoln Smith</c>.</summary>
    private bool StandsBesideName(int index)
    {
        var candidate = candidates[index];
        var previous = candidate.FirstToken - 1;
        if (previous >= 0 && tokens[candidate.FirstToken].Gap == TokenGap.Space && IsUnknownName(previous)
            && (index == 0 || candidates[index - 1].LastToken != previous))
            return true;
        var next = candidate.LastToken + 1;
        return next < tokens.Count && tokens[next].Gap == TokenGap.Space && IsUnknownName(next)
            && (index + 1 == candidates.Count || candidates[index + 1].FirstToken != next);
    }

    private bool IsUnknownName(int index)
    {
        var word = tokens.Chars(index);
        return tokens[index].Kind == TokenKind.Word && char.IsUpper(word[0]) && word.ContainsAnyInRange('a', 'z')
            && (lexicon.Neighbour(word) & (PlaceNeighbour.Lead | PlaceNeighbour.Tail)) == PlaceNeighbour.None;
    }

    private bool IsSupported(int index, Place place, Place? previous)
    {
        var candidate = candidates[index];
        var next = candidate.LastToken + 1;
        if (next < tokens.Count && tokens[next].Gap != TokenGap.Paragraph)
        {
            if (tokens[next].Kind == TokenKind.Possessive) return true;
            if (tokens[next].Kind == TokenKind.Word && (lexicon.Neighbour(tokens.Chars(next)) & PlaceNeighbour.Tail) != PlaceNeighbour.None) return true;
        }

        if (candidate.FirstToken > 0 && tokens[candidate.FirstToken].Gap == TokenGap.Space && tokens[candidate.FirstToken - 1].Kind == TokenKind.Word
            && (lexicon.Neighbour(tokens.Chars(candidate.FirstToken - 1)) & PlaceNeighbour.Lead) != PlaceNeighbour.None)
            return true;
        if (previous is not null && AreListed(candidates[index - 1], candidate)) return true;
        if (index + 1 < candidates.Count && candidates[index + 1].IsCertain && AreListed(candidate, candidates[index + 1])) return true;
        return place.Parent is { } parent && parent.Contains('/') && named.Contains(parent);
    }

    private PlaceMention MentionOf(in PlaceCandidate candidate, PlaceForm form)
    {
        var first = candidate.FirstToken;
        var last = candidate.LastToken;
        var complement = IsComplement(first);
        return new PlaceMention
        {
            Place = form.Place!,
            Use = form.Use,
            Span = new TextSpan(tokens[first].Start, tokens[last].End - (candidate.LostApostrophe ? 1 : 0)),
            FirstToken = first,
            LastToken = last,
            IsPossessive = candidate.LostApostrophe || (last + 1 < tokens.Count && tokens[last + 1] is { Kind: TokenKind.Possessive, Gap: TokenGap.None }),
            IsComplement = complement,
        };
    }

    /// <summary>"non-EU countries", "outside the EU".</summary>
    private bool IsComplement(int first)
    {
        if (PlaceFinder.IsHyphen(tokens, first - 1) && tokens.IsWord(first - 2, "non")) return true;
        var before = tokens.IsWord(first - 1, "the") ? first - 2 : first - 1;
        return tokens.IsWord(before, "outside") || (tokens.IsWord(before, "of") && tokens.IsWord(before - 1, "outside"));
    }
}
