using Extractor.Lexicons;
using Extractor.Text;

namespace Extractor.Mentions.Places;

/// <summary>One place named in the text.</summary>
public sealed record PlaceMention
{
    /// <summary>The place meant.</summary>
    public required Place Place { get; init; }

    /// <summary>Whether it is named, or meant by its adjective or its people.</summary>
    public required PlaceUse Use { get; init; }

    /// <summary>The words of the mention, without a possessive ending; in <c>Chinas exports</c> it is <c>China</c>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>First token of <see cref="Span"/>.</summary>
    public required int FirstToken { get; init; }

    /// <summary>Last token of <see cref="Span"/>, included; the whole token where the apostrophe was lost.</summary>
    public required int LastToken { get; init; }

    /// <summary>Whether a possessive ending follows, or an <c>s</c> whose apostrophe was lost (<c>Jiaxings export</c>).</summary>
    public bool IsPossessive { get; init; }

    /// <summary>Whether everything but the place is meant: <c>non-EU</c>, <c>outside the EU</c>.</summary>
    public bool IsComplement { get; init; }

    /// <summary>Whether the name could stand for the government of its country: <c>Beijing</c>, <c>Washington</c>.</summary>
    public bool IsSeat => Place.IsSeat;

    /// <summary>How it is written as a partner: <c>US</c>, <c>ASEAN</c>, <c>NON-EU</c>; null for a part of a country.</summary>
    public string? PartnerCode => Place.Code is { } code ? IsComplement ? $"NON-{code}" : code : null;
}
