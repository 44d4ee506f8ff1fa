using System.IO.Compression;

namespace Extractor.Ingest;

/// <summary>Reads whole inputs into memory, never more than a limit.</summary>
internal static class BoundedInput
{
    /// <summary>The bytes of a loose file.</summary>
    /// <exception cref="IngestException">The file is larger than the limit.</exception>
    public static byte[] ReadFile(string path, bool gzipped, IngestLimits limits)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, FileOptions.SequentialScan);
        if (gzipped)
        {
            using var unzipped = new GZipStream(file, CompressionMode.Decompress);
            return ReadAll(unzipped, limits.DocumentBytes, 0);
        }

        return ReadAll(file, limits.DocumentBytes, file.CanSeek ? file.Length : 0);
    }

    /// <summary>The rest of <paramref name="input"/>.</summary>
    /// <exception cref="IngestException">There is more than <paramref name="limit"/>.</exception>
    public static byte[] ReadAll(Stream input, long limit, long expected)
    {
        if (expected > limit) throw TooLarge(expected, limit);
        var bytes = new byte[(int)Math.Min(Math.Max(expected + 1, 16 << 10), limit + 1)];
        var count = 0;
        while (true)
        {
            var read = input.Read(bytes, count, bytes.Length - count);
            if (read == 0) break;
            count += read;
            if (count > limit) throw TooLarge(null, limit);
            if (count == bytes.Length) Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, limit + 1));
        }

        Array.Resize(ref bytes, count);
        return bytes;
    }

    private static IngestException TooLarge(long? size, long limit) => new(
        FailureKind.TooLarge,
        $"It holds {(size is { } known ? Size(known) : "more than " + Size(limit))}, beyond the limit of {Size(limit)} for one document; no article is that long. Split it, or raise the limit.");

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes / (double)(1 << 20):0.#} MB" : $"{bytes} bytes";
}
