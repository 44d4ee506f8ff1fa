using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Extractor.Storage;

/// <summary>Builds the lists of numbers and words that are stored as JSON, straight as the bytes to be stored.</summary>
internal sealed class Utf8Json
{
    // What one giant document needed is not kept for all that follow.
    private const int MostKept = 1 << 20;

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(['"', '\\'])]);

    [ThreadStatic]
    private static Utf8Json? ofThread;

    private byte[] bytes = new byte[1 << 12];
    private int length;

    /// <summary>An empty one: the thread's own.</summary>
    public static Utf8Json Start()
    {
        var json = ofThread ??= new Utf8Json();
        json.length = 0;
        return json;
    }

    public Utf8Json Append(char ascii)
    {
        Room(1)[0] = (byte)ascii;
        length++;
        return this;
    }

    public Utf8Json Append(int number)
    {
        Utf8Formatter.TryFormat(number, Room(11), out var written);
        length += written;
        return this;
    }

    public Utf8Json Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        length += utf8.Length;
        return this;
    }

    /// <summary>Appends a string with its quotation marks.</summary>
    public Utf8Json AppendString(string text)
    {
        // Nearly all are plain words.
        if (text.AsSpan().ContainsAnyExcept(Plain)) return Append('"').Append(JsonEncodedText.Encode(text).EncodedUtf8Bytes).Append('"');
        var into = Room(text.Length + 2);
        into[0] = (byte)'"';
        Encoding.ASCII.GetBytes(text, into[1..]);
        into[text.Length + 1] = (byte)'"';
        length += text.Length + 2;
        return this;
    }

    /// <summary>The bytes built.</summary>
    public byte[] ToArray()
    {
        var built = bytes.AsSpan(0, length).ToArray();
        if (bytes.Length > MostKept) bytes = new byte[1 << 12];
        return built;
    }

    private Span<byte> Room(int more)
    {
        if (length + more > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, length + more));
        return bytes.AsSpan(length);
    }
}
