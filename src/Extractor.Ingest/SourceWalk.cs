namespace Extractor.Ingest;

/// <summary>Lists what lies under paths, in a fixed order.</summary>
internal sealed class SourceWalk
{
    private readonly IngestOptions options;

    public SourceWalk(IngestOptions options) => this.options = options;

    public IEnumerable<WorkItem> Walk(IEnumerable<string> paths)
    {
        foreach (var path in paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (path == DocumentReader.StandardInput) yield return StandardInput();
            else if (Directory.Exists(path))
            {
                foreach (var item in Folder(path, "")) yield return item;
            }
            else if (File.Exists(path)) yield return OfFile(path, Path.GetFileName(path));
            else yield return WorkItem.Done(new IngestFailure(path, path, FailureKind.Missing, "No such file or folder."));
        }
    }

    private WorkItem StandardInput()
    {
        using var input = Console.OpenStandardInput();
        return new WorkItem("stdin", DocumentReader.StandardInput) { Bytes = BoundedInput.ReadAll(input, options.Limits.DocumentBytes, 0) };
    }

    private static IEnumerable<WorkItem> Folder(string folder, string prefix)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().OrderBy(e => e is DirectoryInfo ? e.Name + "/" : e.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.')) continue;
            if (entry is DirectoryInfo)
            {
                foreach (var item in Folder(entry.FullName, prefix + entry.Name + "/")) yield return item;
            }
            else
            {
                yield return OfFile(entry.FullName, prefix + entry.Name);
            }
        }
    }

    private static WorkItem OfFile(string path, string doc)
    {
        var (format, gzipped) = SourceFormats.OfName(path);
        return format is SourceFormat.Text or SourceFormat.Html && !doc.EndsWith(".jsonl", StringComparison.Ordinal)
            ? new WorkItem(doc, path) { Format = format, Gzipped = gzipped }
            : WorkItem.Done(new IngestSkip(doc, path, "Not a kind of file that is read."));
    }
}
