namespace Extractor.Rules.Reading;

/// <summary>What unsigned percentages in brackets of a sentence say of what stands before them.</summary>
internal enum BracketList : byte
{
    /// <summary>Nothing that the sentence as a whole makes plain.</summary>
    None,

    /// <summary>"A (22%) and B (13%) were its main export markets".</summary>
    Shares,

    /// <summary>"due to increases in the export sales of A (22%); B (13%)".</summary>
    Rises,

    /// <summary>"with decreases in imports of A (22%); B (13%)".</summary>
    Falls,
}
