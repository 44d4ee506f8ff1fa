using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Extractor.Ingest.Tests.Html;

/// <summary>The pages and truths in <c>../shared</c>: other people's texts, read where they are.</summary>
internal static class SharedPages
{
    public static string? Folder { get; } = Find();

    public static IEnumerable<(string Name, string Html)> Read(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder!, folder), "*.html*").Order(StringComparer.Ordinal))
            yield return (Path.GetFileName(file).Split('.')[0], ReadFile(file));
    }

    public static string ReadFile(string path)
    {
        using var file = File.OpenRead(path);
        using Stream bytes = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(bytes, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static Dictionary<string, (string Body, string? Title, string? Published)> Truth(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, file)));
        return document.RootElement.EnumerateObject().ToDictionary(
            page => page.Name,
            page => (page.Value.GetProperty("articleBody").GetString()!, Text(page.Value, "title"), Text(page.Value, "published")),
            StringComparer.Ordinal);

        static string? Text(JsonElement page, string name) => page.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) continue;
            var shared = Path.Combine(folder.FullName, "..", "shared", "html");
            return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
        }

        return null;
    }
}

/// <summary>A fact that needs <c>../shared</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedPagesFactAttribute : FactAttribute
{
    public SharedPagesFactAttribute() => Skip = SharedPages.Folder is null ? "../shared/html is absent" : null;
}
