using Extractor.Text;

namespace Extractor.Ingest.Records;

/// <summary>One cell of a table in text form.</summary>
/// <param name="Bytes">Its content, without quotes.</param>
/// <param name="Offsets">Leads from there to the bytes of the file.</param>
internal readonly record struct TableCell(byte[] Bytes, OffsetMap Offsets);

/// <summary>Reads CSV (RFC 4180, any delimiter) row by row from bytes, so that cells keep their places.</summary>
/// <remarks>Works for every charset in which the delimiter, the quote and the line break are single ASCII bytes: all but UTF-16.</remarks>
internal sealed class TableRows(Stream input, byte delimiter, int limit)
{
    private readonly byte[] buffer = new byte[64 << 10];
    private int at, end;
    private long position;

    /// <summary>The number of the row read last, from 1 (the header).</summary>
    public int Number { get; private set; }

    /// <summary>The cells of the next row; null at the end.</summary>
    /// <exception cref="IngestException">The row is longer than the limit: a quote is missing, most likely.</exception>
    public List<TableCell>? Read()
    {
        if (Peek() < 0) return null;
        Number++;
        var cells = new List<TableCell>();
        var size = 0;
        while (true)
        {
            cells.Add(ReadCell(ref size));
            var next = Take();
            if (next == delimiter) continue;
            if (next == '\r' && Peek() == '\n') Take();
            return cells;
        }
    }

    private TableCell ReadCell(ref int size)
    {
        var bytes = new List<byte>();
        var map = new OffsetMapBuilder();
        if (Peek() == '"')
        {
            Take();
            while (true)
            {
                var b = Peek();
                if (b < 0) break;
                if (b == '"')
                {
                    Take();
                    if (Peek() != '"') break;
                }

                Append(Take());
            }
        }

        // Behind a closing quote nothing should come; what does is kept as part of the cell.
        while (Peek() is var c && c >= 0 && c != delimiter && c is not ('\n' or '\r')) Append(Take());
        size += bytes.Count;
        return new TableCell([.. bytes], map.ToMap());

        void Append(int b)
        {
            if (bytes.Count >= limit) throw new IngestException(FailureKind.LineTooLong, $"Row {Number} is longer than {BoundedInput.Size(limit)}, the limit for one document; a closing quote is missing, most likely. The rest of the table was not read.");
            map.Add(bytes.Count, position - 1, 1);
            bytes.Add((byte)b);
        }
    }

    private int Peek()
    {
        if (at == end)
        {
            at = 0;
            end = input.Read(buffer);
            if (end == 0) return -1;
        }

        return buffer[at];
    }

    private int Take()
    {
        var b = Peek();
        if (b < 0) return b;
        at++;
        position++;
        return b;
    }
}
