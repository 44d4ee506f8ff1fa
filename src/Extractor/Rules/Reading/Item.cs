using Extractor.Lexicons;
using Extractor.Mentions.Numbers;
using Extractor.Mentions.Periods;
using Extractor.Mentions.Places;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <summary>What an item of a sentence is.</summary>
internal enum ItemKind : byte
{
    Word,
    Number,
    Period,
    Place,
    Phrase,
    Symbol,
    Possessive,
}

/// <summary>One piece of a sentence as rules see it: a mention, a noun phrase, a word of the lexicon or an unknown word.</summary>
internal sealed class Item
{
    public required ItemKind Kind { get; init; }

    /// <summary>First token.</summary>
    public required int First { get; init; }

    /// <summary>Last token, included.</summary>
    public required int Last { get; init; }

    /// <summary>The lexicon's word, for a word that it knows.</summary>
    public Word? Word { get; init; }

    public NumberMention? Number { get; init; }

    public PeriodMention? Period { get; init; }

    public PlaceMention? Place { get; init; }

    public Phrase? Phrase { get; init; }

    /// <summary>The mark, for a symbol.</summary>
    public char Symbol { get; init; }

    /// <summary>Number of its clause in the sentence, from 0.</summary>
    public int Clause { get; set; }

    /// <summary>Whether it only bounds the number beside it: "close to 20 per cent".</summary>
    public bool IsBound { get; set; }

    /// <summary>Whether a number has taken this period as what it compares with or as its own.</summary>
    public bool IsConsumed { get; set; }

    /// <summary>Whether a rule of the user's spells the word out: it is part of no noun phrase then.</summary>
    public bool IsOwnWord { get; set; }

    public bool Is(WordClass classes) => Word is not null && Word.Is(classes);

    public bool IsSymbol(char symbol) => Kind == ItemKind.Symbol && Symbol == symbol;

    /// <summary>Whether it is one of the words of a literal of a pattern.</summary>
    public bool IsLiteral(Element literal, TokenList tokens) =>
        Kind is ItemKind.Word or ItemKind.Phrase && (Word is not null ? literal.Names(Word.Form) : First == Last && literal.Names(tokens.Chars(First)));

    public TextSpan Span(TokenList tokens) => tokens.SpanOf(First, Last);
}
