using Extractor.Ingest;
using Extractor.Store;

namespace Extractor.Cli.Running;

/// <summary>Reads the sources of stored documents again, in the order in which they were read the first time.</summary>
/// <remarks>Documents of one archive follow each other, so the archive is walked once and not once for every member.</remarks>
internal sealed class SourceReader : IDisposable
{
    private readonly DocumentReader reader = new(new IngestOptions { KeepHtml = false });
    private string? openPath;
    private IEnumerator<WorkItem>? items;

    /// <summary>What the source of <paramref name="document"/> holds now; null where it is gone.</summary>
    public Ingested? Read(StoredDocument document)
    {
        var file = SourceName.FileOf(document.Source.Path!);
        if (!File.Exists(file)) return null;
        if (file != openPath) Open(file);
        var item = Next(document) ?? Restart(file, document);
        return item is null ? null : reader.Read(item);
    }

    public void Dispose() => items?.Dispose();

    private WorkItem? Restart(string file, StoredDocument document)
    {
        Open(file);
        return Next(document);
    }

    private WorkItem? Next(StoredDocument document)
    {
        while (items!.MoveNext())
            if (items.Current.Source == document.Source.Path) return items.Current;
        return null;
    }

    private void Open(string file)
    {
        items?.Dispose();
        items = reader.Enumerate([file]).GetEnumerator();
        openPath = file;
    }
}
