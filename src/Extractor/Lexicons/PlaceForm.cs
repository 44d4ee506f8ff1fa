namespace Extractor.Lexicons;

/// <summary>How a form refers to its place.</summary>
public enum PlaceUse : byte
{
    /// <summary>It names the place: <c>China</c>, <c>the European Union</c>.</summary>
    Name,

    /// <summary>It is the adjective: <c>Chinese</c>, <c>Asean-wide</c>'s <c>Asean</c> is a name.</summary>
    Adjective,

    /// <summary>It names the people: <c>Americans</c>.</summary>
    People,

    /// <summary>It looks like a place but is none, as <c>New York Times</c> or <c>guinea pig</c>.</summary>
    None,
}

/// <summary>What must be heeded when a form is met in a text.</summary>
[Flags]
public enum PlaceFlags : byte
{
    /// <summary>Nothing: the form always means its place.</summary>
    None = 0,

    /// <summary>Upper and lower case must be as written: <c>US</c>, not <c>us</c>.</summary>
    Case = 1,

    /// <summary>Several places share the form: the document's context decides, else the one flagged <see cref="Main"/>, else none.</summary>
    Ambiguous = 2,

    /// <summary>Of the places that share the form, the one meant where context says nothing.</summary>
    Main = 4,

    /// <summary>Also a personal or other name: does not count directly beside a capitalised word that is no place (<c>Michael Jordan</c>).</summary>
    Name = 8,

    /// <summary>Also an ordinary word or name: counts only with support (<c>in Reading</c>, <c>Nice's exports</c>, its province in the document).</summary>
    Weak = 16,

    /// <summary>Counts only directly before a hyphen: <c>Sino-</c>.</summary>
    Hyphen = 32,

    /// <summary>Counts only after <c>the</c>: <c>the States</c>.</summary>
    The = 64,
}

/// <summary>One way of writing a place.</summary>
/// <param name="Text">The words as written in the list.</param>
/// <param name="Place">The place meant; null when <paramref name="Use"/> is <see cref="PlaceUse.None"/>.</param>
/// <param name="Use">How the form refers to the place.</param>
/// <param name="Flags">What must be heeded.</param>
public sealed record PlaceForm(string Text, Place? Place, PlaceUse Use, PlaceFlags Flags)
{
    /// <summary>Whether all of <paramref name="flags"/> are set.</summary>
    public bool Has(PlaceFlags flags) => (Flags & flags) == flags;
}
