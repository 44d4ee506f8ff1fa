using System.Collections.Immutable;
using Extractor.Store;

namespace Extractor.Cli.Running;

/// <summary>What a worker made of one item; the writer stores it.</summary>
internal abstract record DocumentResult(string Root, string Doc, string Source)
{
    /// <summary>A document that was read and extracted.</summary>
    /// <remarks>It waits for its turn to be stored, so it holds neither the page as read nor anything else that storing does not need.</remarks>
    public sealed record Extracted(string Root, DocumentWrite Write, WrittenFacts Facts, string Doc, string Source, ImmutableArray<string> Notes)
        : DocumentResult(Root, Doc, Source);

    /// <summary>A document that is stored already, as it would be read again.</summary>
    public sealed record Unchanged(string Root, DocumentState State, string Doc, string Source) : DocumentResult(Root, Doc, Source);

    /// <summary>Something that could not be read.</summary>
    public sealed record Failed(string Root, NewFailure Failure, string Source) : DocumentResult(Root, Failure.Name, Source);

    /// <summary>Something that is no document.</summary>
    public sealed record PassedOver(string Root, string Doc, string Source, string Reason, bool WasNamed) : DocumentResult(Root, Doc, Source);

    /// <summary>An item that this run was told to leave alone.</summary>
    public sealed record LeftOut(string Root, string Doc, string Source) : DocumentResult(Root, Doc, Source);
}
