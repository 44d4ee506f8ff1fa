using System.Text;
using System.Text.Unicode;

namespace Extractor.Ingest.Mail;

/// <summary>The header of a message or of one of its parts: fields by name, folded lines joined.</summary>
internal sealed class MailHeader
{
    private const int MaxBytes = 1 << 20;

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The first field of this name; empty when there is none.</summary>
    public string this[string name] => fields.GetValueOrDefault(name, "");

    public bool IsEmpty => fields.Count == 0;

    /// <summary>Reads the header at the beginning of <paramref name="entity"/> and says where the body begins.</summary>
    public static MailHeader Read(ReadOnlySpan<byte> entity, out int bodyStart)
    {
        var header = new MailHeader();
        string? name = null;
        var value = new StringBuilder();
        var at = 0;
        while (at < entity.Length && at < MaxBytes)
        {
            var newline = entity[at..].IndexOf((byte)'\n');
            var end = newline < 0 ? entity.Length : at + newline;
            var line = entity[at..end];
            if (!line.IsEmpty && line[^1] == '\r') line = line[..^1];
            at = newline < 0 ? entity.Length : end + 1;
            if (line.IsEmpty) break;
            var text = Utf8.IsValid(line) ? Encoding.UTF8.GetString(line) : Encoding.Latin1.GetString(line);
            if (text[0] is ' ' or '\t')
            {
                value.Append(' ').Append(text.AsSpan().TrimStart());
                continue;
            }

            header.Add(name, value);
            var colon = text.IndexOf(':');
            name = colon > 0 ? text[..colon].TrimEnd() : null;
            value.Clear().Append(colon > 0 ? text.AsSpan(colon + 1).Trim() : []);
        }

        header.Add(name, value);
        bodyStart = at;
        return header;
    }

    private void Add(string? name, StringBuilder value)
    {
        if (name is not null) fields.TryAdd(name, value.ToString());
    }
}
