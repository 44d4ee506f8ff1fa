using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Extractor.Benchmarks.Scale;

/// <summary>The shared news texts, again and again, as JSON lines.</summary>
/// <remarks>
/// Each repetition has other figures in the same places, so that it is another document to the hash and, as one monthly release
/// after another, no copy to the duplicate finder. Years and single digits stay, and so do the facts' number and kind.
/// </remarks>
internal static class RepeatedPool
{
    private static readonly JsonWriterOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes so many documents to <paramref name="path"/> and says how many bytes that is.</summary>
    public static long Write(string pool, string path, int documents)
    {
        var lines = ReadLines(pool);
        using var output = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        using var json = new Utf8JsonWriter(output, OneLine);
        for (var i = 0; i < documents; i++)
        {
            var repetition = i / lines.Count;
            using var line = JsonDocument.Parse(lines[i % lines.Count]);
            json.WriteStartObject();
            foreach (var field in line.RootElement.EnumerateObject())
            {
                var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : "";
                if (field.NameEquals("id")) json.WriteString("id", $"{repetition:0000}/{text}");
                else if (field.NameEquals("text") || field.NameEquals("html")) json.WriteString(field.Name, Varied(text, repetition));
                else field.WriteTo(json);
            }

            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }

        return output.Length;
    }

    private static List<string> ReadLines(string pool)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(pool), CompressionMode.Decompress), Encoding.UTF8);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line) lines.Add(line);
        return lines;
    }

    private static string Varied(string text, int repetition)
    {
        if (repetition == 0) return text;
        return string.Create(text.Length, (text, repetition), static (into, from) =>
        {
            from.text.CopyTo(into);
            var state = (uint)from.repetition * 2_654_435_761;
            for (var i = 0; i < into.Length;)
            {
                var end = i;
                while (end < into.Length && char.IsAsciiDigit(into[end])) end++;
                if (end - i >= 2 && !IsYear(into[i..end]))
                {
                    foreach (ref var digit in into[i..end])
                    {
                        state = (state * 1_664_525) + 1_013_904_223;
                        digit = (char)('1' + ((state >> 16) % 9));
                    }
                }

                i = end + 1;
            }
        });
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && (digits.StartsWith("19") || digits.StartsWith("20"));
}
