using System.Collections.Frozen;

namespace Extractor.Text;

/// <summary>One sentence: its half-open range of tokens and its span in the text.</summary>
/// <param name="FirstToken">Index of its first token.</param>
/// <param name="EndToken">Index just past its last token.</param>
/// <param name="Span">From its first character to its last, white space at the ends left out.</param>
/// <param name="Paragraph">Number of its paragraph, from 0.</param>
public readonly record struct Sentence(int FirstToken, int EndToken, TextSpan Span, int Paragraph);

/// <summary>Cuts tokens into sentences.</summary>
/// <remarks>
/// News comes dirty: full stops without the space after them ("...tariffs.According to data ..."), headlines without a full
/// stop on a line of their own, text wrapped by hand at 60 columns. A line break ends a sentence unless the document is
/// wrapped by hand, which shows in its lines beginning in lower case.
/// </remarks>
public sealed class SentenceSplitter
{
    // No sentence is that long. A table or a list without a full stop may be, and what looks around in a sentence must not look through all of it.
    private const int MostTokens = 2_000;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> abbreviations;

    /// <summary>Makes a splitter that takes no full stop after one of <paramref name="abbreviations"/> (without their dot) for an end.</summary>
    public SentenceSplitter(IEnumerable<string> abbreviations)
    {
        ArgumentNullException.ThrowIfNull(abbreviations);
        this.abbreviations = abbreviations.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Cuts <paramref name="tokens"/> into sentences that cover all of them, in order.</summary>
    public List<Sentence> Split(TokenList tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var sentences = new List<Sentence>();
        var wrapped = IsWrappedByHand(tokens.Text);
        int first = 0, paragraph = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var next = i + 1;
            if (next < tokens.Count && next - first < MostTokens && !Ends(tokens, i, wrapped)) continue;
            sentences.Add(new Sentence(first, next, tokens.SpanOf(first, i), paragraph));
            first = next;
            if (next < tokens.Count && (tokens[next].Gap == TokenGap.Paragraph || BreaksLine(tokens, next))) paragraph++;
        }

        return sentences;
    }

    private static bool BreaksLine(TokenList tokens, int index)
    {
        ref readonly var token = ref tokens[index];
        if (token.Gap == TokenGap.None || index == 0) return false;
        return tokens.Text.AsSpan(tokens[index - 1].End, token.Start - tokens[index - 1].End).Contains('\n');
    }

    // A headline in capitals over text wrapped by hand, as wires of the 1980s have it.
    private static bool IsCapitalLine(string text, int end)
    {
        var capitals = 0;
        for (var i = end - 1; i >= 0 && text[i] != '\n' && end - i < 120; i--)
        {
            if (char.IsLower(text[i])) return false;
            if (char.IsUpper(text[i])) capitals++;
        }

        return capitals >= 8;
    }

    private static bool IsWrappedByHand(string text)
    {
        int breaks = 0, lower = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] != '\n' || text[i - 1] == '\n') continue;
            var j = i + 1;
            while (j < text.Length && text[j] is ' ' or '\t') j++;
            if (j >= text.Length || text[j] is '\n' or '\r') continue;
            breaks++;
            if (char.IsLower(text[j])) lower++;
        }

        return breaks >= 3 && lower * 4 > breaks;
    }

    private static bool IsCloser(TokenList tokens, int index) =>
        tokens[index].Kind != TokenKind.Number && (tokens.Text[tokens[index].Start] is '"' or '”' or '’' or '\'' or ')' or ']' or '»' || IsQuoteReference(tokens.Chars(index)));

    // A quotation mark left in plain text as a character reference: "sharply.&quot; It fell."
    private static bool IsQuoteReference(ReadOnlySpan<char> token) => token is "&quot;" or "&#34;" or "&rdquo;" or "&#8221;" or "&#x201d;" or "&#x201D;";

    private bool Ends(TokenList tokens, int last, bool wrapped)
    {
        ref readonly var next = ref tokens[last + 1];
        if (next.Gap == TokenGap.Paragraph) return true;
        var text = tokens.Text;

        // Nearly always: a word or number without a stop, and a blank.
        var end = tokens[last].End;
        if (tokens[last].Kind != TokenKind.Symbol && text[end - 1] != '.' && (next.Gap == TokenGap.None || next.Start == end + 1 && text[end] == ' ')) return false;
        if (next.Gap == TokenGap.Space)
        {
            var between = text.AsSpan(tokens[last].End, next.Start - tokens[last].End);
            var lineBreak = between.LastIndexOf('\n');
            if (lineBreak >= 0 && (!wrapped || between.Length - lineBreak > 4) && !GoesOn(tokens, last)) return true;
            if (lineBreak >= 0 && wrapped && IsCapitalLine(text, tokens[last].End) && text.AsSpan(next.Start, next.End - next.Start).ContainsAnyInRange('a', 'z')) return true;
        }

        // A quotation mark with room before it and none behind it opens: the end was before it.
        if (next.Gap == TokenGap.None && tokens[last] is { Kind: TokenKind.Symbol, Gap: not TokenGap.None } && IsCloser(tokens, last)) return false;

        // Step back over closing quotes and brackets to the mark itself.
        var mark = last;
        while (mark > 0 && last - mark < 3 && tokens[mark].Kind == TokenKind.Symbol && IsCloser(tokens, mark)) mark--;
        if (tokens[mark].Kind == TokenKind.Word && text[tokens[mark].End - 1] == '.' && mark == last)
        {
            // "... to the U.S. Exports rose": an abbreviation ends a sentence only before a word that commonly starts one.
            return next.Gap != TokenGap.None && StartsSentence(tokens, last + 1);
        }

        if (tokens[mark].Kind != TokenKind.Symbol) return false;
        var c = text[tokens[mark].Start];
        if (c is '。' or '！' or '？') return true;
        if (c is not ('.' or '!' or '?')) return false;
        if (c == '.' && tokens.IsSymbol(mark + 1, '.')) return false;
        var first = text[next.Start];
        if (next.Gap == TokenGap.None)
        {
            // Glued: "tariffs.According", "2017.The" but not "3.5", "example.com" or "U.S.-led".
            if (IsCloser(tokens, last + 1) || mark == 0) return false;
            return char.IsUpper(first) && next.Kind == TokenKind.Word && next.Length > 1 && text[next.End - 1] != '.'
                && (tokens[mark - 1].Kind == TokenKind.Number || (tokens[mark - 1].Length > 1 && !abbreviations.Contains(tokens.Chars(mark - 1))) || IsCloser(tokens, mark - 1) || text[tokens[mark - 1].Start] == '%');
        }

        if (c == '.' && mark == last && mark > 0 && tokens[mark].Gap == TokenGap.None)
        {
            if (abbreviations.Contains(tokens.Chars(mark - 1))) return false;
            if (tokens[mark - 1].Kind == TokenKind.Word && tokens[mark - 1].Length == 1 && char.IsUpper(text[tokens[mark - 1].Start])) return false;
        }

        return !char.IsLower(first);
    }

    // A line broken in the middle of a sentence, as where a link stood: "a trade\nsurplus\nof C$2.97 billion in\nOctober\n, as exports rose".
    private static bool GoesOn(TokenList tokens, int last)
    {
        var text = tokens.Text;
        var end = text[tokens[last].End - 1];
        if (end is '.' or '!' or '?' or ':' or ';') return false;
        var next = text[tokens[last + 1].Start];
        if (char.IsLower(next) || next is ',' or '.' or ';') return true;
        if (tokens[last].Kind == TokenKind.Symbol) return end is '-' or '–' or ',';
        ReadOnlySpan<string> open = ["in", "of", "to", "the", "a", "an", "and", "by", "for", "from", "on", "with", "at", "than", "or"];
        foreach (var word in open)
        {
            if (tokens.Chars(last).SequenceEqual(word)) return true;
        }

        return false;
    }

    private static bool StartsSentence(TokenList tokens, int index)
    {
        var word = tokens.Chars(index);
        if (word.Length < 2 || !char.IsUpper(word[0])) return false;
        ReadOnlySpan<string> starters = ["The", "In", "Exports", "Imports", "But", "And", "It", "This", "That", "These", "However", "While", "Meanwhile", "For", "On", "At", "As", "Its", "He", "She", "They", "We", "Total", "According"];
        foreach (var starter in starters)
        {
            if (word.SequenceEqual(starter)) return true;
        }

        return false;
    }
}
