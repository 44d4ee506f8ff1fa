namespace Extractor.Ingest.Records;

/// <summary>Reads lines of bytes, never holding more than a limit: a longer line is passed over.</summary>
internal sealed class BoundedLines(Stream input, int limit)
{
    private byte[] buffer = new byte[64 << 10];
    private int start, end;
    private long position;

    /// <summary>The number of the line read last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Where that line begins in the stream.</summary>
    public long Offset { get; private set; }

    /// <summary>Reads the next line, without its end.</summary>
    /// <param name="line">The line; valid until the next call. Empty when it was longer than the limit.</param>
    /// <param name="tooLong">Whether it was.</param>
    /// <returns>Whether there was a line.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line, out bool tooLong)
    {
        tooLong = false;
        line = default;
        Offset = position;
        var searched = start;
        while (true)
        {
            var newline = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                var stop = searched + newline;
                if (!tooLong) line = buffer.AsMemory(start, stop - start);
                position += stop + 1 - start;
                start = stop + 1;
                break;
            }

            if (end - start > limit)
            {
                tooLong = true;
                position += end - start;
                start = end = 0;
            }

            searched = Fill();
            if (searched == end)
            {
                if (end == start && !tooLong) return false;
                if (!tooLong) line = buffer.AsMemory(start, end - start);
                position += end - start;
                start = end;
                break;
            }
        }

        Number++;
        if (line.Length > 0 && line.Span[^1] == '\r') line = line[..^1];
        if (Number == 1 && line.Span.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
        {
            line = line[3..];
            Offset += 3;
        }

        return true;
    }

    /// <summary>Reads more; returns where the new bytes begin.</summary>
    private int Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var fresh = end;
        end += input.Read(buffer, end, buffer.Length - end);
        return fresh;
    }
}
