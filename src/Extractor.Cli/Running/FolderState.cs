namespace Extractor.Cli.Running;

/// <summary>What a folder looked like last, to tell what is new, changed or gone and no longer being written.</summary>
/// <remarks>The folder is looked at again and again instead of waiting for the system's notices, which get lost on network drives and under load.</remarks>
internal sealed class FolderState(string folder)
{
    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden };
    private Dictionary<string, (long Size, DateTime Written)> last = new(StringComparer.Ordinal);
    private Dictionary<string, (long Size, DateTime Written)> processed = new(StringComparer.Ordinal);

    /// <summary>The files that are new or changed since they were last returned and have settled; null when there is none and nothing is gone.</summary>
    public HashSet<string>? Look()
    {
        var now = new DirectoryInfo(folder).EnumerateFiles("*", Everything)
            .Select(file => (file.FullName, (file.Length, file.LastWriteTimeUtc)))
            .ToDictionary(StringComparer.Ordinal);
        var settled = now.Where(file => Same(last, file.Key, file.Value) && !Same(processed, file.Key, file.Value))
            .Select(file => file.Key).ToHashSet(StringComparer.Ordinal);
        var gone = processed.Keys.Any(file => !now.ContainsKey(file));
        last = now;
        processed = now.Where(file => settled.Contains(file.Key) || processed.ContainsKey(file.Key))
            .ToDictionary(file => file.Key, file => settled.Contains(file.Key) ? file.Value : processed[file.Key], StringComparer.Ordinal);
        return settled.Count > 0 || gone ? settled : null;
    }

    private static bool Same(Dictionary<string, (long Size, DateTime Written)> files, string name, (long Size, DateTime Written) state) =>
        files.TryGetValue(name, out var known) && known == state;
}
