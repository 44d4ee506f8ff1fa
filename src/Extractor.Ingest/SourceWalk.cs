using System.IO.Enumeration;
using Extractor.Ingest.Containers;

namespace Extractor.Ingest;

/// <summary>Lists what lies under paths, in a fixed order: one listing is one run over the paths.</summary>
internal sealed class SourceWalk
{
    private const string StandardInputDoc = "stdin";

    private readonly IngestOptions options;
    private readonly Stream? standardInput;
    private readonly NameLedger files = new();
    private readonly NameLedger docs = new();

    public SourceWalk(IngestOptions options, Stream? standardInput)
    {
        this.options = options;
        this.standardInput = standardInput;
    }

    /// <summary>Everything under <paramref name="paths"/>, by the full path in ordinal order.</summary>
    public IEnumerable<WorkItem> Walk(IEnumerable<string> paths)
    {
        var roots = paths.Select(path => (Given: path, Full: path == DocumentReader.StandardInput ? path : FullPath(path)))
            .OrderBy(root => root.Full, StringComparer.Ordinal)
            .DistinctBy(root => root.Full, StringComparer.Ordinal);
        foreach (var (given, full) in roots)
        {
            IEnumerable<WorkItem> items;
            if (given == DocumentReader.StandardInput) items = [FromStandardInput()];
            else if (Directory.Exists(full)) items = Folder(full, full, "", GivenMetadata.None);
            else if (Path.Exists(full)) items = AskedFile(full);
            else items = [WorkItem.Done(new IngestFailure(given, given, FailureKind.Missing, "There is no such file or folder. Check the path."))];
            foreach (var item in items) yield return item;
        }
    }

    /// <summary>One file of a folder, under the name that the folder's listing gives it.</summary>
    public IEnumerable<WorkItem> WalkFile(string path, string doc)
    {
        var full = FullPath(path);
        var folder = doc[..(doc.LastIndexOf('/') + 1)];
        var given = MetadataOf(Path.GetDirectoryName(full)!, folder, GivenMetadata.None);
        return OfFile(full, doc, doc, given, isAsked: false);
    }

    private static string FullPath(string path)
    {
        var full = Path.GetFullPath(path);
        return full.Length > 1 ? Path.TrimEndingDirectorySeparator(full) : full;
    }

    private WorkItem FromStandardInput()
    {
        try
        {
            using var input = standardInput ?? Console.OpenStandardInput();
            var bytes = BoundedInput.ReadAll(input, options.Limits.DocumentBytes, 0);
            var (format, gzipped) = Sniffer.Sniff(bytes.AsSpan(0, Math.Min(bytes.Length, Sniffer.Window)));
            if (gzipped) (format, _) = Sniffer.Sniff(HeadOfGzip(new MemoryStream(bytes)));
            if (format.IsContainer() && format != SourceFormat.JsonLines)
                throw new IngestException(FailureKind.Unsupported, "Standard input holds an archive; one document is expected there. Name the archive as a file.");
            return new WorkItem(StandardInputDoc, DocumentReader.StandardInput)
            {
                Bytes = bytes,
                Gzipped = gzipped,
                Format = format == SourceFormat.JsonLines ? SourceFormat.Text : format,
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return WorkItem.Done(IngestException.ToFailure(e, StandardInputDoc, DocumentReader.StandardInput));
        }
    }

    /// <summary>A file that the user named, whatever its kind.</summary>
    private IEnumerable<WorkItem> AskedFile(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var name = Path.GetFileName(path);
        if (!files.Take(path)) return [];
        var doc = UniqueDoc(name, folder);
        var given = Path.GetFileName(path) == Sidecar.MetadataFile ? GivenMetadata.None : MetadataOf(folder, "", GivenMetadata.None);
        return Failures(given).Concat(OfFile(path, doc, name, given, isAsked: true));
    }

    private IEnumerable<WorkItem> Folder(string root, string folder, string prefix, GivenMetadata outer)
    {
        List<(string Name, bool IsFolder)>? entries = null;
        WorkItem? failure = null;
        try
        {
            entries = List(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failure = WorkItem.Done(IngestException.ToFailure(e, prefix.Length == 0 ? folder : prefix, folder));
        }

        if (entries is null)
        {
            yield return failure!;
            yield break;
        }

        var given = MetadataOf(folder, prefix, outer);
        foreach (var item in Failures(given)) yield return item;
        foreach (var (name, isFolder) in entries)
        {
            var path = Path.Combine(folder, name);
            IEnumerable<WorkItem> items;
            if (isFolder) items = Folder(root, path, prefix + name + "/", given);
            else if (!files.Take(path)) items = [];
            else items = OfFile(path, UniqueDoc(prefix + name, root), prefix + name, given, isAsked: false);
            foreach (var item in items) yield return item;
        }
    }

    /// <summary>Files and folders but hidden ones, ordered as their whole paths are. Links to folders are not followed: they may lead in a circle.</summary>
    private static List<(string Name, bool IsFolder)> List(string folder)
    {
        var entries = new FileSystemEnumerable<(string Name, bool IsFolder)>(
            folder,
            (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory),
            new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false })
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                !entry.FileName.StartsWith(".") && !(entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
        }.ToList();
        entries.Sort((a, b) => string.CompareOrdinal(a.IsFolder ? a.Name + "/" : a.Name, b.IsFolder ? b.Name + "/" : b.Name));
        return entries;
    }

    /// <summary>The documents of one file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="doc">Its name as a document's.</param>
    /// <param name="key">Its name in the metadata given, which differs when two folders hold files of the same name.</param>
    /// <param name="given">The metadata given.</param>
    /// <param name="isAsked">Whether the user named the file itself.</param>
    private IEnumerable<WorkItem> OfFile(string path, string doc, string key, GivenMetadata given, bool isAsked)
    {
        if (Sidecar.IsOne(path)) return isAsked ? [WorkItem.Done(new IngestSkip(doc, path, "It stands beside articles and is none itself."))] : [];
        var (format, gzipped) = SourceFormats.OfName(path);
        try
        {
            if (format == SourceFormat.Unknown && (isAsked || gzipped)) (format, gzipped) = SniffFile(path, isAsked);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return [WorkItem.Done(IngestException.ToFailure(e, doc, path))];
        }

        if (format == SourceFormat.Unknown) return [WorkItem.Done(new IngestSkip(doc, path, ArchiveMember.SkipReason(path)))];
        return format.IsContainer()
            ? ContainerFile(path, format, gzipped, new ContainerScope(doc, path, options, 1, member => given.Of(key + member[doc.Length..]), isAsked))
            : [new WorkItem(doc, path) { Format = format, Gzipped = gzipped, Given = given.Of(key) }];
    }

    private static IEnumerable<WorkItem> ContainerFile(string path, SourceFormat format, bool gzipped, ContainerScope scope)
    {
        FileStream? file = null;
        WorkItem? failure = null;
        try
        {
            file = BoundedInput.Open(path);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failure = WorkItem.Done(IngestException.ToFailure(e, scope.Doc, path));
        }

        using (file)
        {
            if (failure is not null) yield return failure;
            else
            {
                foreach (var item in Container.Expand(file!, format, gzipped, scope)) yield return item;
            }
        }
    }

    private static (SourceFormat Format, bool Gzipped) SniffFile(string path, bool isAsked)
    {
        using var file = BoundedInput.Open(path);
        var head = Head(file);
        var (format, gzipped) = Sniffer.Sniff(head);
        if (!gzipped) return (format, false);
        file.Position = 0;
        var inner = HeadOfGzip(file);
        (format, _) = Sniffer.Sniff(inner);

        // Behind gzip anything may lie; in a folder only what is surely a page or an archive is taken.
        return isAsked || format is SourceFormat.Html or SourceFormat.Tar or SourceFormat.Crawl ? (format, true) : (SourceFormat.Unknown, true);
    }

    private static byte[] HeadOfGzip(Stream compressed)
    {
        using var unzipped = new GzipInput(compressed);
        return Head(unzipped);
    }

    private static byte[] Head(Stream input)
    {
        var head = new byte[Sniffer.Window];
        return head[..input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    private static GivenMetadata MetadataOf(string folder, string prefix, GivenMetadata outer)
    {
        var path = Path.Combine(folder, Sidecar.MetadataFile);
        if (!File.Exists(path)) return outer;
        try
        {
            using var file = BoundedInput.Open(path);
            return GivenMetadata.Read(file, outer, prefix + Sidecar.MetadataFile, path, prefix);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return GivenMetadata.Unread(outer, IngestException.ToFailure(e, prefix + Sidecar.MetadataFile, path));
        }
    }

    /// <summary>The lines of a folder's metadata that could not be read, once each.</summary>
    private IEnumerable<WorkItem> Failures(GivenMetadata given) =>
        given.Failures.IsEmpty || !files.Take(given.Failures[0].Source) ? [] : given.Failures.Select(WorkItem.Done);

    /// <summary>Two folders given may both hold a <c>a.txt</c>: the second is named with its folder, <c>2024/a.txt</c>.</summary>
    private string UniqueDoc(string doc, string folder)
    {
        while (true)
        {
            if (docs.Take(doc)) return doc;
            var name = Path.GetFileName(folder);
            if (string.IsNullOrEmpty(name)) return docs.TakeUnique(doc);
            doc = $"{name}/{doc}";
            folder = Path.GetDirectoryName(folder) ?? "";
        }
    }
}
