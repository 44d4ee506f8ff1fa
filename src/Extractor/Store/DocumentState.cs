namespace Extractor.Store;

/// <summary>What tells a changed document from an unchanged one.</summary>
/// <param name="Id">The document's number.</param>
/// <param name="Name">Path relative to the root of its source.</param>
/// <param name="TextHash">SHA-256 of the canonical text.</param>
/// <param name="RulesVersion">What read it.</param>
/// <param name="Source">The bytes it was read from.</param>
public sealed record DocumentState(long Id, string Name, string TextHash, string RulesVersion, DocumentSource Source)
{
    /// <summary>Whether reading <paramref name="source"/> under <paramref name="rulesVersion"/> would yield what is stored.</summary>
    public bool IsCurrent(DocumentSource source, string rulesVersion)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Hash is not null && source.Hash == Source.Hash && source.Options == Source.Options && rulesVersion == RulesVersion;
    }
}
