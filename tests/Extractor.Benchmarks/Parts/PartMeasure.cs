namespace Extractor.Benchmarks.Parts;

/// <summary>One part as measured.</summary>
/// <param name="Name">The part.</param>
/// <param name="Work">What one call goes through.</param>
/// <param name="Seconds">Time of one call.</param>
/// <param name="Allocated">Bytes that one call allocates.</param>
internal sealed record PartMeasure(string Name, Workload Work, double Seconds, double Allocated)
{
    public double BytesPerSecond => Work.Bytes / Seconds;

    public double AllocatedPerByte => Allocated / Work.Bytes;
}
