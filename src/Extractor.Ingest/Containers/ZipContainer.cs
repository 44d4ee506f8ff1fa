using System.IO.Compression;
using System.Text;
using Extractor.Ingest.Charsets;

namespace Extractor.Ingest.Containers;

/// <summary>Reads ZIP archives in ordinal order of their members' names.</summary>
internal static class ZipContainer
{
    public static IEnumerable<WorkItem> Members(Stream content, ContainerScope scope)
    {
        using var archive = OpenArchive(content);
        if (archive.Entries.Count > scope.Limits.ArchiveMembers)
            throw new IngestException(FailureKind.Bomb, $"It has {archive.Entries.Count} members, beyond the limit of {scope.Limits.ArchiveMembers}. Unpack it by other means and read the folder.");
        var entries = archive.Entries.Where(e => !e.FullName.EndsWith('/')).ToArray();
        Array.Sort(entries, (a, b) => string.CompareOrdinal(a.FullName, b.FullName));

        var given = GivenMetadata.None;
        foreach (var entry in entries.Where(e => Path.GetFileName(e.FullName) == Sidecar.MetadataFile))
        {
            using var lines = Open(entry, scope);
            given = GivenMetadata.Read(lines, given, scope.DocOf(entry.FullName), scope.SourceOf(entry.FullName), scope.Doc + SourceName.MemberSeparator + FolderOf(entry.FullName));
            foreach (var failure in given.Failures) yield return WorkItem.Done(failure);
        }

        var outer = scope.Given;
        var inner = scope with { Given = doc => GivenMetadata.Overlay(outer(doc), given.Of(doc)) };
        foreach (var entry in entries)
        {
            if (entry.IsEncrypted)
            {
                yield return scope.Failure(MemberName.Label(entry.FullName), FailureKind.Unreadable, "The member is encrypted; unpack the archive with its password and read the folder.");
                continue;
            }

            foreach (var item in ArchiveMember.Read(entry.FullName, entry.Length, () => Open(entry, scope), inner)) yield return item;
        }
    }

    /// <summary>Opens the archive and reads its directory. The framework throws what its number parsers throw when that is damaged.</summary>
    private static ZipArchive OpenArchive(Stream content)
    {
        try
        {
            var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true, new MemberNameEncoding());
            _ = archive.Entries.Count;
            return archive;
        }
        catch (Exception e) when (e is ArithmeticException or FormatException or ArgumentException or NotSupportedException or IndexOutOfRangeException)
        {
            throw new IngestException(FailureKind.Corrupt, "The archive's directory is damaged. Fetch it again.");
        }
    }

    private static ExpansionGuard Open(ZipArchiveEntry entry, ContainerScope scope)
    {
        try
        {
            return new(entry.Open(), () => Math.Max(1, entry.CompressedLength), scope.Limits);
        }
        catch (Exception e) when (e is ArithmeticException or ArgumentException or NotSupportedException)
        {
            throw new IngestException(FailureKind.Corrupt, "The member's place in the archive or its compression is not valid. Fetch it again.");
        }
    }

    private static string FolderOf(string member) => member[..(member.LastIndexOf('/') + 1)];

    /// <summary>Names not marked as UTF-8 may be in any code page; what cannot be told reads as the DOS code page did.</summary>
    private sealed class MemberNameEncoding : Encoding
    {
        public override string GetString(byte[] bytes, int index, int count)
        {
            try
            {
                return TextDecoder.Decode(bytes.AsSpan(index, count), null, html: false).Text;
            }
            catch (IngestException)
            {
                return Charset.OfLabel("ibm437")!.Encoding.GetString(bytes, index, count);
            }
        }

        public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(chars, index, count);

        public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => UTF8.GetBytes(chars, charIndex, charCount, bytes, byteIndex);

        public override int GetCharCount(byte[] bytes, int index, int count) => GetString(bytes, index, count).Length;

        public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
        {
            var text = GetString(bytes, byteIndex, byteCount);
            text.CopyTo(0, chars, charIndex, text.Length);
            return text.Length;
        }

        public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount);

        public override int GetMaxCharCount(int byteCount) => byteCount + 1;
    }
}
