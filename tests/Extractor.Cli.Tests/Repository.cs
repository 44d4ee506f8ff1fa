namespace Extractor.Cli.Tests;

/// <summary>The folder that holds the solution.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests run from within the repository.");
    }
}
