using System.Text;

namespace Extractor.Ingest.Containers;

/// <summary>Reads the lines and blocks of a crawl from a stream.</summary>
internal sealed class CrawlInput(Stream input)
{
    private readonly byte[] buffer = new byte[64 << 10];
    private int at, end;

    /// <summary>How many bytes were read.</summary>
    public long Position { get; private set; }

    /// <summary>The next line, without its end; null at the end of the file.</summary>
    /// <exception cref="InvalidDataException">It is longer than <paramref name="limit"/>.</exception>
    public string? ReadLine(int limit)
    {
        if (at == end && !Fill()) return null;
        var line = new StringBuilder();
        while (true)
        {
            var newline = buffer.AsSpan(at, end - at).IndexOf((byte)'\n');
            var stop = newline < 0 ? end : at + newline;
            line.Append(Encoding.UTF8.GetString(buffer, at, stop - at));
            Position += stop - at;
            at = stop;
            if (line.Length > limit) throw new InvalidDataException($"A line of a record's header at byte {Position} is longer than {limit} characters.");
            if (newline >= 0)
            {
                at++;
                Position++;
                break;
            }

            if (!Fill()) break;
        }

        if (line.Length > 0 && line[^1] == '\r') line.Length--;
        return line.ToString();
    }

    public byte[] ReadExactly(int count)
    {
        var block = new byte[count];
        for (var done = 0; done < count;)
        {
            if (at == end && !Fill()) throw new EndOfStreamException();
            var part = Math.Min(count - done, end - at);
            buffer.AsSpan(at, part).CopyTo(block.AsSpan(done));
            Advance(part);
            done += part;
        }

        return block;
    }

    public void Skip(long count)
    {
        while (count > 0)
        {
            if (at == end && !Fill()) throw new EndOfStreamException();
            var part = (int)Math.Min(count, end - at);
            Advance(part);
            count -= part;
        }
    }

    private void Advance(int count)
    {
        at += count;
        Position += count;
    }

    private bool Fill()
    {
        at = 0;
        end = input.Read(buffer);
        return end > 0;
    }
}
