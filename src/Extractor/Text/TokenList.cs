namespace Extractor.Text;

/// <summary>The tokens of one text, in order, gapless but for white space.</summary>
public sealed class TokenList
{
    private readonly Token[] tokens;

    internal TokenList(string text, Token[] tokens, int count)
    {
        Text = text;
        this.tokens = tokens;
        Count = count;
    }

    /// <summary>The text that the tokens lie in.</summary>
    public string Text { get; }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; }

    /// <summary>The token at <paramref name="index"/>, from 0.</summary>
    public ref readonly Token this[int index] => ref tokens.AsSpan(0, Count)[index];

    /// <summary>The characters of the token at <paramref name="index"/>.</summary>
    public ReadOnlySpan<char> Chars(int index)
    {
        ref readonly var token = ref this[index];
        return Text.AsSpan(token.Start, token.End - token.Start);
    }

    /// <summary>Whether the token at <paramref name="index"/> is the symbol <paramref name="symbol"/>; false outside the list.</summary>
    public bool IsSymbol(int index, char symbol) =>
        (uint)index < (uint)Count && tokens[index].Kind == TokenKind.Symbol && Text[tokens[index].Start] == symbol;

    /// <summary>Whether the token at <paramref name="index"/> is the word <paramref name="word"/>, whatever its case; false outside the list.</summary>
    public bool IsWord(int index, string word) =>
        (uint)index < (uint)Count && tokens[index].Kind == TokenKind.Word && Chars(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The span from the first character of token <paramref name="first"/> to the last of token <paramref name="last"/>, both included.</summary>
    public TextSpan SpanOf(int first, int last) => new(this[first].Start, this[last].End);
}
