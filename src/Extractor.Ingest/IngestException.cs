namespace Extractor.Ingest;

/// <summary>Input that is not what it should be; becomes an <see cref="IngestFailure"/> and never leaves this assembly.</summary>
internal sealed class IngestException : Exception
{
    public IngestException(FailureKind kind, string message)
        : base(message) => Kind = kind;

    public FailureKind Kind { get; }

    /// <summary>The failure that an exception met while reading stands for. None is left out: one bad file must not stop a run.</summary>
    public static IngestFailure ToFailure(Exception exception, string doc, string source)
    {
        var (kind, reason) = exception switch
        {
            IngestException known => (known.Kind, known.Message),
            FileNotFoundException or DirectoryNotFoundException => (FailureKind.Missing, "The file is gone; it was there when the folder was listed."),
            UnauthorizedAccessException => (FailureKind.Unreadable, "No permission to read it; allow reading (chmod +r) and run again."),
            InvalidDataException damaged => (FailureKind.Corrupt, $"The archive or compressed data is damaged: {damaged.Message} Fetch it again."),
            EndOfStreamException => (FailureKind.Corrupt, "The data ends in the middle. Fetch it again."),
            IOException input => (FailureKind.Unreadable, $"The system could not read it: {input.Message}"),
            _ => (FailureKind.Internal, $"Reading it met a mistake of this program ({exception.GetType().Name}: {exception.Message}{FirstFrame(exception)}). Please report it, with the file."),
        };
        return new IngestFailure(doc, source, kind, reason);
    }

    private static string FirstFrame(Exception exception) => exception.StackTrace is { } trace ? " " + trace.Split('\n', 2)[0].Trim() : "";
}
