using System.Buffers;
using System.Runtime.InteropServices;
using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>Finds every number of a text, with its scale, unit, sign and bounds.</summary>
public static class NumberFinder
{
    /// <summary>Adds the numbers of <paramref name="tokens"/> to <paramref name="into"/>, in order and without overlaps.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="lexicon">The word lists to read with.</param>
    /// <param name="into">Receives the mentions.</param>
    public static void Find(TokenList tokens, NumberLexicon lexicon, List<NumberMention> into)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(lexicon);
        ArgumentNullException.ThrowIfNull(into);
        var known = ArrayPool<int>.Shared.Rent(tokens.Count);
        try
        {
            known.AsSpan(0, tokens.Count).Clear();
            Find(new NumberTokens(tokens, lexicon, known), into);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(known);
        }
    }

    /// <summary>The numbers of <paramref name="text"/>.</summary>
    public static IReadOnlyList<NumberMention> Find(string text)
    {
        var mentions = new List<NumberMention>();
        Find(Tokenizer.Tokenize(text), NumberLexicon.English, mentions);
        return mentions;
    }

    /// <summary>The one number that all of <paramref name="text"/> is; null when it is none, several, or has words around it.</summary>
    public static NumberMention? ParseSingle(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Find(text) is [var mention] && mention.Span == new TextSpan(text.Length - text.AsSpan().TrimStart().Length, text.AsSpan().TrimEnd().Length) ? mention : null;
    }

    private static void Find(NumberTokens text, List<NumberMention> into)
    {
        var drafts = new List<NumberDraft>();
        new NumberScan(text, drafts).Run();
        if (drafts.Count == 0) return;
        var span = CollectionsMarshal.AsSpan(drafts);
        new NumberSharing(text).Apply(span);
        into.EnsureCapacity(into.Count + span.Length);
        foreach (var draft in span) into.Add(draft.ToMention(text.Tokens));
    }
}
