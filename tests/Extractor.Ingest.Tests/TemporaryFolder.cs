using System.Text;

namespace Extractor.Ingest.Tests;

/// <summary>A folder of files for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("extractor-ingest-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public string Add(string name, byte[] content)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public string Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Everything read from the folder, by name.</summary>
    public List<Ingested> Read(IngestOptions? options = null) => new DocumentReader(options).ReadAll([Path]).ToList();

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
