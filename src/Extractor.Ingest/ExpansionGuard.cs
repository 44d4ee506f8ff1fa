namespace Extractor.Ingest;

/// <summary>Stops a compressed stream that expands beyond all measure.</summary>
/// <param name="inner">The expanded bytes.</param>
/// <param name="compressed">How many compressed bytes they took so far.</param>
/// <param name="limits">The measure.</param>
internal sealed class ExpansionGuard(Stream inner, Func<long> compressed, IngestLimits limits) : ReadOnlyStream
{
    private long expanded;

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        expanded += read;
        if (expanded > limits.ArchiveBytes)
            throw new IngestException(FailureKind.Bomb, $"It expands to more than {BoundedInput.Size(limits.ArchiveBytes)}, the limit for one archive. Unpack it by other means and read the folder.");
        if (expanded > limits.ExpansionFloor && expanded > limits.ExpansionRatio * compressed())
            throw new IngestException(FailureKind.Bomb, $"It expands to more than {limits.ExpansionRatio} times its compressed size, as only archives made to do harm do; the rest was not read.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
