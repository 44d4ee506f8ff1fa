using System.Formats.Tar;

namespace Extractor.Ingest.Containers;

/// <summary>Reads TAR archives in the order of their members, in one pass.</summary>
internal static class TarContainer
{
    public static IEnumerable<WorkItem> Members(Stream content, ContainerScope scope)
    {
        using var archive = new TarReader(content, leaveOpen: true);
        var count = 0;
        while (Next(archive, count) is { } entry)
        {
            if (++count > scope.Limits.ArchiveMembers)
                throw new IngestException(FailureKind.Bomb, $"It has more than {scope.Limits.ArchiveMembers} members, the limit. Unpack it by other means and read the folder.");
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)) continue;
            foreach (var item in ArchiveMember.Read(entry.Name, entry.Length, () => entry.DataStream ?? Stream.Null, scope)) yield return item;
        }

        if (count == 0) throw new InvalidDataException("No member was found in it.");
    }

    /// <summary>The framework's reader throws what its number parsers throw when a header is damaged.</summary>
    private static TarEntry? Next(TarReader archive, int count)
    {
        try
        {
            return archive.GetNextEntry();
        }
        catch (Exception e) when (e is ArithmeticException or FormatException or ArgumentException or NotSupportedException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new IngestException(FailureKind.Corrupt, $"The header behind member {count} of the archive is damaged; what follows cannot be found. Fetch it again.");
        }
    }
}
