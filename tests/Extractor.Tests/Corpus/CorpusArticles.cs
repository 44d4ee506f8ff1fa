namespace Extractor.Tests.Corpus;

/// <summary>The articles written for this project, each beside its gold.</summary>
public static class CorpusArticles
{
    /// <summary>The folder <c>corpus</c> of the repository.</summary>
    public static string Folder { get; } = Find();

    /// <summary>File names of the articles, in order.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder).Where(path => Path.GetExtension(path) is ".txt" or ".html").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>The path of the gold of an article.</summary>
    public static string GoldOf(string name) => Path.Combine(Folder, Path.GetFileNameWithoutExtension(name) + ".gold.jsonl");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) return Path.Combine(folder.FullName, "corpus");
        }

        throw new DirectoryNotFoundException($"No Extractor.sln above {AppContext.BaseDirectory}.");
    }
}
