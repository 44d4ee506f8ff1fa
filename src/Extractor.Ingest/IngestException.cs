namespace Extractor.Ingest;

/// <summary>Input that is not what it should be; becomes an <see cref="IngestFailure"/> and never leaves this assembly.</summary>
internal sealed class IngestException : Exception
{
    public IngestException(FailureKind kind, string message)
        : base(message) => Kind = kind;

    public FailureKind Kind { get; }

    /// <summary>The failure that an exception met while reading stands for.</summary>
    public static IngestFailure ToFailure(Exception exception, string doc, string source) => exception switch
    {
        IngestException known => new IngestFailure(doc, source, known.Kind, known.Message),
        FileNotFoundException or DirectoryNotFoundException => new IngestFailure(doc, source, FailureKind.Missing, "The file is gone; it was there when the run began."),
        UnauthorizedAccessException => new IngestFailure(doc, source, FailureKind.Unreadable, "No permission to read the file; allow it (chmod +r) and run again."),
        InvalidDataException damaged => new IngestFailure(doc, source, FailureKind.Corrupt, $"The compressed data is damaged: {damaged.Message} Fetch the file again."),
        EndOfStreamException => new IngestFailure(doc, source, FailureKind.Corrupt, "The file ends in the middle of its data. Fetch the file again."),
        IOException input => new IngestFailure(doc, source, FailureKind.Unreadable, $"The system could not read the file: {input.Message}"),
        _ => throw new InvalidOperationException($"Reading {source} failed in a way that is a mistake of this program.", exception),
    };
}
