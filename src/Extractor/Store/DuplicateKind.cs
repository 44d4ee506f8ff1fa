namespace Extractor.Store;

/// <summary>How a document repeats an earlier one.</summary>
public enum DuplicateKind
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>The canonical texts are equal.</summary>
    Same,

    /// <summary>Nearly equal: syndicated, or with another footer.</summary>
    Near,
}
