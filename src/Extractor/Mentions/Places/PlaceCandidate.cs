using System.Collections.Immutable;
using Extractor.Lexicons;

namespace Extractor.Mentions.Places;

/// <summary>Words that may name one of several places.</summary>
/// <param name="FirstToken">First token.</param>
/// <param name="LastToken">Last token, included.</param>
/// <param name="Forms">What the words may mean; at least one.</param>
/// <param name="LostApostrophe">Whether the last token has an <c>s</c> more than the form.</param>
internal readonly record struct PlaceCandidate(int FirstToken, int LastToken, ImmutableArray<PlaceForm> Forms, bool LostApostrophe)
{
    /// <summary>Whether the words always mean their one place.</summary>
    public bool IsCertain => Forms.Length == 1 && (Forms[0].Flags & (PlaceFlags.Name | PlaceFlags.Weak | PlaceFlags.Ambiguous)) == PlaceFlags.None;
}
