using System.Collections.Frozen;
using System.Text;

namespace Extractor.Ingest.Charsets;

/// <summary>How the bytes of a charset make characters.</summary>
internal enum CharsetWidth
{
    /// <summary>One byte, one character.</summary>
    Single,

    /// <summary>ASCII in one byte, the rest in sequences of two to four.</summary>
    Multi,

    /// <summary>Two or four bytes each.</summary>
    Utf16,

    /// <summary>Escape sequences switch what the following bytes mean, ASCII bytes too.</summary>
    Stateful,
}

/// <summary>A character encoding that is read, by its IANA name.</summary>
internal sealed class Charset
{
    private static readonly Dictionary<string, CharsetWidth> Widths = new(StringComparer.Ordinal)
    {
        ["single"] = CharsetWidth.Single,
        ["multi"] = CharsetWidth.Multi,
        ["utf16"] = CharsetWidth.Utf16,
        ["stateful"] = CharsetWidth.Stateful,
    };

    private static readonly FrozenDictionary<string, Charset> ByLabel = Load();

    private readonly int codePage;
    private Encoding? encoding;

    private Charset(string name, int codePage, CharsetWidth width)
    {
        Name = name;
        this.codePage = codePage;
        Width = width;
    }

    public static Charset Utf8 => ByLabel["utf-8"];

    public static Charset Utf16LittleEndian => ByLabel["utf-16le"];

    public static Charset Utf16BigEndian => ByLabel["utf-16be"];

    public static Charset Iso2022Jp => ByLabel["iso-2022-jp"];

    public string Name { get; }

    public CharsetWidth Width { get; }

    /// <summary>The framework's decoder, told to mark what it cannot read by U+FFFD instead of guessing.</summary>
    public Encoding Encoding => encoding ??= (CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\ufffd"))
        ?? Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\ufffd")));

    /// <summary>The charset that a label of the wild stands for; null when it is none that is read.</summary>
    public static Charset? OfLabel(string? label) =>
        label is not null && ByLabel.TryGetValue(label.Trim().Trim('"', '\'', ' ', ';').ToLowerInvariant(), out var charset) ? charset : null;

    private static FrozenDictionary<string, Charset> Load()
    {
        var byLabel = new Dictionary<string, Charset>(StringComparer.Ordinal);
        foreach (var row in CharsetTables.Load("labels.tsv").Rows)
        {
            var width = row.Choice("width", Widths);
            var charset = new Charset(row.Required("name"), int.Parse(row.Required("codepage")), width);
            foreach (var label in row.Required("labels").Split(' ')) byLabel.Add(label, charset);
        }

        return byLabel.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
