using System.Formats.Tar;

namespace Extractor.Ingest.Containers;

/// <summary>Reads TAR archives in the order of their members, in one pass.</summary>
internal static class TarContainer
{
    public static IEnumerable<WorkItem> Members(Stream content, ContainerScope scope)
    {
        using var archive = new TarReader(content, leaveOpen: true);
        var count = 0;
        while (archive.GetNextEntry() is { } entry)
        {
            if (++count > scope.Limits.ArchiveMembers)
                throw new IngestException(FailureKind.Bomb, $"It has more than {scope.Limits.ArchiveMembers} members, the limit. Unpack it by other means and read the folder.");
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)) continue;
            foreach (var item in ArchiveMember.Read(entry.Name, entry.Length, () => entry.DataStream ?? Stream.Null, scope)) yield return item;
        }

        if (count == 0) throw new InvalidDataException("No member was found in it.");
    }
}
