namespace Extractor.Text;

/// <summary>What kind of characters a token holds.</summary>
public enum TokenKind : byte
{
    /// <summary>A run of letters, an abbreviation with its dots (<c>U.S.</c>), or a CJK character.</summary>
    Word,

    /// <summary>A possessive ending: <c>'s</c>, <c>’s</c>, or the lone apostrophe after an s.</summary>
    Possessive,

    /// <summary>Digits with the grouping and decimal marks between them.</summary>
    Number,

    /// <summary>One punctuation mark or symbol.</summary>
    Symbol,
}

/// <summary>What stands between a token and the one before it.</summary>
public enum TokenGap : byte
{
    /// <summary>Nothing: the two are glued.</summary>
    None,

    /// <summary>White space, at most one line break.</summary>
    Space,

    /// <summary>A blank line: a new paragraph (also the start of the text).</summary>
    Paragraph,
}

/// <summary>One token: a half-open range of the text and its kind.</summary>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset just past the last character.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Gap">What stands before it.</param>
public readonly record struct Token(int Start, int End, TokenKind Kind, TokenGap Gap)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;

    /// <summary>The range as a span.</summary>
    public TextSpan Span => new(Start, End);
}
