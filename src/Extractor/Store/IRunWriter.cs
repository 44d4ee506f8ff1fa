namespace Extractor.Store;

/// <summary>Writes the results of one run. Not for use by several threads.</summary>
/// <remarks>
/// Documents are committed in batches; a document is stored with everything that belongs to it, or not at all, wherever
/// the process ends. Disposing without <see cref="Complete"/> commits the whole documents written and leaves the run
/// marked as interrupted.
/// </remarks>
public interface IRunWriter : IDisposable
{
    /// <summary>The run's number.</summary>
    long RunId { get; }

    /// <summary>What is known of a document that is already stored, by root and name; sees this run's own writes.</summary>
    DocumentState? Find(string root, string name);

    /// <summary>Stores a document and its facts, replacing what was stored of it, and says what that changed.</summary>
    DocumentChange Write(DocumentWrite document);

    /// <summary>Notes that a stored document was met again and needs nothing; pass <paramref name="source"/> when its size or time differ.</summary>
    void Unchanged(long documentId, DocumentSource? source = null);

    /// <summary>Takes out a document whose source is gone; its facts go to the history.</summary>
    DocumentChange Remove(long documentId);

    /// <summary>Stores a failure; a document stored earlier from the same source stays as it was.</summary>
    void Fail(NewFailure failure);

    /// <summary>Makes everything written so far durable.</summary>
    void Flush();

    /// <summary>Commits the rest and closes the run.</summary>
    RunRecord Complete();
}
