namespace Extractor.Ingest;

/// <summary>Opens inputs, and reads them whole but never more than a limit.</summary>
internal static class BoundedInput
{
    /// <summary>Opens a file that holds something.</summary>
    /// <exception cref="IngestException">It is empty. A named pipe shows as empty too, and to open one might wait for ever.</exception>
    public static FileStream Open(string path)
    {
        var isDevice = path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);
        if (!isDevice && new FileInfo(path) is { Exists: true, Length: 0 }) throw new IngestException(FailureKind.Empty, "It is empty (0 bytes).");
        return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 64 << 10, FileOptions.SequentialScan);
    }

    /// <summary>What gzip makes of <paramref name="compressed"/>, guarded against bombs and data that ends early.</summary>
    public static Stream Unzip(Stream compressed, IngestLimits limits)
    {
        var unzipped = new GzipInput(compressed);
        return new ExpansionGuard(unzipped, () => unzipped.CompressedCount, limits);
    }

    /// <summary>The bytes of a document that may be wrapped in gzip.</summary>
    /// <exception cref="IngestException">There are more than the limit.</exception>
    public static byte[] ReadDocument(Stream input, bool gzipped, IngestLimits limits)
    {
        if (!gzipped) return ReadAll(input, limits.DocumentBytes, input.CanSeek ? input.Length : 0);
        using var unzipped = Unzip(input, limits);
        return ReadAll(unzipped, limits.DocumentBytes, 0);
    }

    /// <summary>The rest of <paramref name="input"/>.</summary>
    /// <param name="input">What to read.</param>
    /// <param name="limit">How many bytes at most.</param>
    /// <param name="expected">How many are likely; 0 when unknown.</param>
    /// <exception cref="IngestException">There are more than <paramref name="limit"/>.</exception>
    public static byte[] ReadAll(Stream input, long limit, long expected)
    {
        if (expected > limit) throw TooLarge(expected, limit);
        var bytes = new byte[(int)Math.Min(Math.Max(expected, 4 << 10) + 1, limit + 1)];
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

    public static IngestException TooLarge(long? size, long limit) => new(
        FailureKind.TooLarge,
        $"It holds {(size is { } known ? Size(known) : "more than " + Size(limit))}, beyond the limit of {Size(limit)} for one document; no article is that long. Split it and run again.");

    public static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes / (double)(1 << 20):0.#} MB" : $"{bytes} bytes";
}
