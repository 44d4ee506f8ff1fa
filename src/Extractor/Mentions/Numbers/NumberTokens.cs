using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>The tokens of a text as the readers of numbers look at them: by word, by gap, by cue.</summary>
/// <param name="tokens">The tokens.</param>
/// <param name="lexicon">The word lists.</param>
/// <param name="known">For each token the id of its word + 2 once somebody has asked for it: the readers ask for the words beside a number again and again.</param>
internal readonly struct NumberTokens(TokenList tokens, NumberLexicon lexicon, int[] known)
{
    private readonly int[] known = known;

    public TokenList Tokens { get; } = tokens;

    public NumberLexicon Lexicon { get; } = lexicon;

    /// <summary>The id of the word or symbol at <paramref name="at"/>; none for digits and outside the text.</summary>
    public int WordAt(int at) => (uint)at < (uint)Tokens.Count ? known[at] is > 0 and var word ? word - 2 : Find(at) : Vocabulary.None;

    /// <summary>What the word or symbol at <paramref name="at"/> is to numbers.</summary>
    public ref readonly NumberWord EntryAt(int at) => ref Lexicon[WordAt(at)];

    /// <summary>Whether there is a token at <paramref name="at"/>, and in the paragraph of the one before it.</summary>
    public bool Continues(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Gap != TokenGap.Paragraph;

    /// <summary>Whether the token at <paramref name="at"/> touches the one before it.</summary>
    public bool IsGlued(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Gap == TokenGap.None;

    /// <summary>Whether the token at <paramref name="at"/> is a word with one of the cues.</summary>
    public bool Has(int at, NumberCue cue) => (EntryAt(at).Cues & cue) != NumberCue.None;

    /// <summary>Whether the token at <paramref name="at"/> is digits.</summary>
    public bool IsDigits(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Kind == TokenKind.Number;

    /// <summary>The symbol at <paramref name="at"/>; a null character for anything else.</summary>
    public char SymbolAt(int at) => (uint)at < (uint)Tokens.Count && Tokens[at].Kind == TokenKind.Symbol ? Tokens.Text[Tokens[at].Start] : '\0';

    /// <summary>Steps over a hyphen without space around it: <c>10-billion</c>, <c>twenty-five</c>.</summary>
    public int SkipHyphen(int at) => Tokens.IsSymbol(at, '-') && IsGlued(at) && IsGlued(at + 1) ? at + 1 : at;

    /// <summary>1 for a plus, -1 for a minus or a dash, 0 for any other token.</summary>
    public int SignAt(int at) => SymbolAt(at) switch { '+' => 1, '-' or '−' or '–' or '－' => -1, _ => 0 };

    /// <summary>Whether the token at <paramref name="at"/> is a month with a capital, or the stop after one: <c>Feb.</c></summary>
    public bool IsMonth(int at)
    {
        if (Tokens.IsSymbol(at, '.')) at--;
        return Has(at, NumberCue.Month) && char.IsUpper(Tokens.Text[Tokens[at].Start]);
    }

    private int Find(int at)
    {
        var word = Tokens[at].Kind != TokenKind.Number ? Lexicon.Words.Find(Tokens.Chars(at)) : Vocabulary.None;
        known[at] = word + 2;
        return word;
    }
}
