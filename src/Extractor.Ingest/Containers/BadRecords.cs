namespace Extractor.Ingest.Containers;

/// <summary>Keeps a damaged record file from filling the list of failures: the first bad records are named one by one, the others counted.</summary>
internal sealed class BadRecords
{
    private const int MostNamed = 20;

    private int count;
    private int firstUnnamed;
    private int lastUnnamed;
    private string last = "";

    /// <summary>What is said of the bad records that were only counted; null when there are none.</summary>
    public string? Counted => firstUnnamed == 0
        ? null
        : $"{count} of its records could not be read; {MostNamed} are named one by one, the others stand from number {firstUnnamed} to {lastUnnamed}. The last: {last}";

    /// <summary>Whether a record is one more bad one that is only counted. It is number <paramref name="number"/> of the file.</summary>
    public bool IsOnlyCounted(WorkItem item, int number)
    {
        if (item.Outcome is not IngestFailure failure || ++count <= MostNamed) return false;
        if (firstUnnamed == 0) firstUnnamed = number;
        lastUnnamed = number;
        last = failure.Reason;
        return true;
    }
}
