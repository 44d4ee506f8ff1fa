using System.Collections.Immutable;
using Extractor.Ingest;

namespace Extractor.Cli.Running;

/// <summary>A path given, and the folder that the names of its documents are relative to.</summary>
/// <param name="Path">The path as given.</param>
/// <param name="Root">The folder, absolute; of a single file the one that it lies in; empty for standard input.</param>
/// <param name="IsFolder">Whether everything in the folder was asked for, so that what is not met has gone.</param>
internal sealed record SourceRoot(string Path, string Root, bool IsFolder)
{
    /// <summary>The roots of <paramref name="paths"/> in ordinal order; a path inside a folder that is given too is left out, so that nothing is read twice.</summary>
    public static ImmutableArray<SourceRoot> Of(IEnumerable<string> paths)
    {
        var roots = paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Of).DistinctBy(FullPathOf).ToImmutableArray();
        var folders = roots.Where(root => root.IsFolder).Select(root => Ended(root.Root)).ToImmutableArray();
        return [.. roots.Where(root => root.Path == DocumentReader.StandardInput || !folders.Any(folder => IsInside(FullPathOf(root), folder)))];
    }

    private static SourceRoot Of(string path)
    {
        if (path == DocumentReader.StandardInput) return new SourceRoot(path, "", false);
        var full = System.IO.Path.GetFullPath(path);
        return Directory.Exists(full)
            ? new SourceRoot(path, System.IO.Path.TrimEndingDirectorySeparator(full), true)
            : new SourceRoot(path, System.IO.Path.GetDirectoryName(full) ?? "", false);
    }

    private static string FullPathOf(SourceRoot root) => root.IsFolder ? root.Root
        : root.Path == DocumentReader.StandardInput ? root.Path
        : System.IO.Path.GetFullPath(root.Path);

    private static string Ended(string folder) => folder.EndsWith('/') ? folder : folder + "/";

    private static bool IsInside(string path, string folder) =>
        path.Length > folder.Length && path.StartsWith(folder, StringComparison.Ordinal);
}
