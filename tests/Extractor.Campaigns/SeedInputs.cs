using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Extractor.Campaigns;

/// <summary>One input to mutate.</summary>
/// <param name="Name">Its file name; the ending says what it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SeedInput(string Name, byte[] Content);

/// <summary>The inputs that campaigns start from: our corpus, the pages and articles beside the repository, and archives made of them.</summary>
public static class SeedInputs
{
    // Inputs under 1 MB are promised an answer in 2 s.
    private const int MaxBytes = 1_000_000;

    /// <summary>All inputs; the same ones in the same order wherever the same files are.</summary>
    public static ImmutableArray<SeedInput> Load()
    {
        var root = RepositoryRoot();
        var seeds = ImmutableArray.CreateBuilder<SeedInput>();
        foreach (var folder in new[] { "corpus", "../shared/articles/seeds", "../shared/articles/dev", "../shared/html/pages", "../shared/html/news/pages" })
        {
            var path = Path.Combine(root, folder);
            if (!Directory.Exists(path)) continue;
            foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileName(file);
                if (name.EndsWith(".jsonl", StringComparison.Ordinal)) continue;
                var content = File.ReadAllBytes(file);
                if (name.EndsWith(".gz", StringComparison.Ordinal))
                {
                    content = Unzip(content);
                    name = name[..^3];
                }

                if (content.Length <= MaxBytes) seeds.Add(new SeedInput(name, content));
            }
        }

        if (seeds.Count == 0) throw new InvalidOperationException($"No corpus was found under {root}.");
        seeds.AddRange(Containers(seeds.ToImmutable()));
        return seeds.ToImmutable();
    }

    /// <summary>The folder of the solution that this program was built in.</summary>
    public static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Extractor.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No Extractor.sln above {AppContext.BaseDirectory}.");
    }

    private static IEnumerable<SeedInput> Containers(ImmutableArray<SeedInput> documents)
    {
        var small = documents.Where(d => d.Content.Length < 60_000).ToList();
        for (var i = 0; i + 4 < small.Count && i < 60; i += 4)
        {
            var members = small.GetRange(i, 4).ConvertAll(d => (d.Name, d.Content)).ToArray();
            var (name, content) = members[0];
            yield return new SeedInput($"{i}.zip", Archives.Zip(members));
            yield return new SeedInput($"{i}.tar", Archives.Tar(members));
            yield return new SeedInput($"{i}.tar.gz", Archives.Gzip(Archives.Tar(members)));
            yield return new SeedInput($"{i}-nested.zip", Archives.Zip(("inner.tar.gz", Archives.Gzip(Archives.Tar(members))), ("inner.zip", Archives.Zip(members))));
            yield return new SeedInput(name + ".gz", Archives.Gzip(content));
            yield return new SeedInput($"{i}.warc.gz", Archives.Gzip(Archives.Warc([.. members.Select((m, k) => ($"https://example.org/{k}", "Content-Type: text/html; charset=utf-8", m.Content))])));
            yield return new SeedInput($"{i}.warc", Archives.Warc(
                ("https://example.org/gzip", "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", Archives.Chunked(Archives.Gzip(content), 4096)),
                ("https://example.org/plain", "Content-Type: text/plain", content)));
            var lines = string.Concat(members.Select((m, k) => JsonSerializer.Serialize(new { id = $"r{k}", title = m.Name, published = "2024-05-01", text = Encoding.UTF8.GetString(m.Content) }) + "\n"));
            yield return new SeedInput($"{i}.jsonl", Encoding.UTF8.GetBytes(lines));
            yield return new SeedInput($"{i}.jsonl.gz", Archives.Gzip(lines));
            yield return new SeedInput($"{i}.csv", Encoding.UTF8.GetBytes("id,date,text\n" + string.Concat(members.Select((m, k) => $"{k},2024-05-01,\"{Encoding.UTF8.GetString(m.Content).Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"))));
            yield return new SeedInput($"{i}.eml", Encoding.UTF8.GetBytes(
                "Subject: =?utf-8?B?VHJhZGU=?=\r\nDate: Tue, 11 Feb 2025 08:30:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"xx\"\r\n\r\n--xx\r\n"
                + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks) + "\r\n--xx--\r\n"));
        }
    }

    private static byte[] Unzip(byte[] content)
    {
        using var input = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
        using var output = new MemoryStream();
        input.CopyTo(output);
        return output.ToArray();
    }
}
