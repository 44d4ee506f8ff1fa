namespace Extractor.Lexicons;

/// <summary>What a word says about the place that it stands directly beside.</summary>
[Flags]
internal enum PlaceNeighbour : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>May stand before a place without being part of a name, and supports a doubtful one: <c>in</c>, <c>from</c>.</summary>
    Lead = 1,

    /// <summary>May stand after a place without being part of a name, and supports a doubtful one: <c>province</c>, <c>Customs</c>.</summary>
    Tail = 2,

    /// <summary>What stands before this word is no place: <c>US dollar</c>, <c>China Daily</c>.</summary>
    NotBefore = 4,

    /// <summary>What stands after this word is no place.</summary>
    NotAfter = 8,

    /// <summary>The adjective before this word is no place: <c>Korean won</c>; but <c>Korea won orders</c>.</summary>
    AdjectiveNotBefore = 16,
}
