using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Extractor.Campaigns;

/// <summary>Makes archives and record files in memory.</summary>
public static class Archives
{
    public static byte[] Gzip(byte[] content)
    {
        using var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Optimal, leaveOpen: true)) gzip.Write(content);
        return output.ToArray();
    }

    public static byte[] Gzip(string content) => Gzip(Encoding.UTF8.GetBytes(content));

    public static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return output.ToArray();
    }

    public static byte[] Tar(params (string Name, byte[] Content)[] members)
    {
        using var output = new MemoryStream();
        using (var tar = new TarWriter(output, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var (name, content) in members)
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(content) });
        }

        return output.ToArray();
    }

    /// <summary>A crawl of one record that is no response and the responses given.</summary>
    public static byte[] Warc(params (string Url, string Header, byte[] Body)[] responses)
    {
        using var output = new MemoryStream();
        output.Write("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nnone\r\n\r\n"u8);
        foreach (var (url, header, body) in responses)
        {
            byte[] http = [.. Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\n{header}\r\n\r\n"), .. body];
            output.Write(Encoding.Latin1.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Length: {http.Length}\r\n\r\n"));
            output.Write(http);
            output.Write("\r\n\r\n"u8);
        }

        return output.ToArray();
    }

    public static byte[] Chunked(byte[] content, int size)
    {
        using var output = new MemoryStream();
        foreach (var chunk in content.Chunk(size))
        {
            output.Write(Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"));
            output.Write(chunk);
            output.Write("\r\n"u8);
        }

        output.Write("0\r\n\r\n"u8);
        return output.ToArray();
    }
}
