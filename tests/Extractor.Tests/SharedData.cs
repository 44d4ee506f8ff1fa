namespace Extractor.Tests;

/// <summary>The folder of other people's articles beside the repository; absent in a bare clone.</summary>
public static class SharedData
{
    /// <summary>Its path; null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The path of something in it.</summary>
    public static string Of(params string[] parts) => Path.Combine([Folder!, .. parts]);

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) continue;
            var shared = Path.Combine(folder.FullName, "..", "shared");
            return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
        }

        return null;
    }
}

/// <summary>A test that needs the shared articles; skipped, visibly, where they are absent.</summary>
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() => Skip = SharedData.Folder is null ? "../shared is absent" : null;
}
