using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Cli.Export;

/// <summary>Facts as W3C Web Annotations (JSON-LD): what was read from which characters of which text.</summary>
/// <remarks>
/// The body is the fact line; the target is the document with two selectors, a <c>TextPositionSelector</c> and a
/// <c>TextQuoteSelector</c>, and the SHA-256 of the text that they select from: they hold for that text only, and nothing is
/// ever searched for. Positions count Unicode code points, as the standard has them, not UTF-16 units as fact lines do.
/// </remarks>
internal static class WebAnnotations
{
    private const string Context = "http://www.w3.org/ns/anno.jsonld";
    private const string HashTerm = "sha256";
    private const string HashIri = "urn:extractor:sha256";
    private const int Around = 32;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes one page of annotations and says how many it has.</summary>
    public static int Write(Stream output, IEnumerable<(FactLine Line, SourceDocument Document)> facts)
    {
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteStartArray("@context");
        json.WriteStringValue(Context);
        json.WriteStartObject();
        json.WriteString(HashTerm, HashIri);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("type", "AnnotationPage");
        json.WriteStartArray("items");
        var count = 0;
        var points = default(CodePoints);
        foreach (var (line, document) in facts)
        {
            if (!ReferenceEquals(points?.Document, document)) points = new CodePoints(document);
            WriteAnnotation(json, line, document, points);
            if (++count % 64 == 0) json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        return count;
    }

    /// <summary>The annotations of a page.</summary>
    /// <exception cref="InvalidDataException">It is no page of ours.</exception>
    public static IEnumerable<ReadAnnotation> Read(Stream input)
    {
        using var json = JsonDocument.Parse(input);
        if (!json.RootElement.TryGetProperty("items", out var items)) throw new InvalidDataException("'items' is missing: this is no annotation page.");
        foreach (var item in items.EnumerateArray())
        {
            var target = item.GetProperty("target");
            var selectors = target.GetProperty("selector").EnumerateArray().ToDictionary(s => s.GetProperty("type").GetString()!, StringComparer.Ordinal);
            var (position, quote) = (selectors["TextPositionSelector"], selectors["TextQuoteSelector"]);
            if (!FactLine.TryParse(item.GetProperty("body").GetProperty("value").GetString()!, out var line, out var error)) throw new InvalidDataException(error);
            yield return new ReadAnnotation(
                line,
                target.GetProperty("source").GetString()!,
                target.GetProperty(HashTerm).GetString()!,
                position.GetProperty("start").GetInt32(),
                position.GetProperty("end").GetInt32(),
                quote.GetProperty("exact").GetString()!,
                quote.GetProperty("prefix").GetString()!,
                quote.GetProperty("suffix").GetString()!);
        }
    }

    private static void WriteAnnotation(Utf8JsonWriter json, FactLine line, SourceDocument document, CodePoints points)
    {
        var (fact, text) = (line.Fact, document.Text);
        json.WriteStartObject();
        json.WriteString("id", $"urn:extractor:fact:{fact.Id}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "describing");
        json.WriteStartObject("body");
        json.WriteString("type", "TextualBody");
        json.WriteString("format", "application/json");
        json.WriteString("value", line.ToJson());
        json.WriteEndObject();
        json.WriteStartObject("target");
        json.WriteString("source", document.Metadata.Url ?? $"urn:sha256:{document.Hash}");
        json.WriteString(HashTerm, document.Hash);
        json.WriteStartArray("selector");
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", points.At(fact.Span.Start));
        json.WriteNumber("end", points.At(fact.Span.End));
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("type", "TextQuoteSelector");
        json.WriteString("exact", fact.Span.Of(text));
        json.WriteString("prefix", text[Whole(text, Math.Max(0, fact.Span.Start - Around))..fact.Span.Start]);
        json.WriteString("suffix", text[fact.Span.End..Whole(text, Math.Min(text.Length, fact.Span.End + Around))]);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Not between the halves of a surrogate pair.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;

    /// <summary>One annotation as read.</summary>
    /// <param name="Line">The fact.</param>
    /// <param name="Source">The document's address, or its hash as a URN.</param>
    /// <param name="Hash">SHA-256 of the text.</param>
    /// <param name="Start">First code point.</param>
    /// <param name="End">The code point after the last.</param>
    /// <param name="Exact">The characters selected.</param>
    /// <param name="Prefix">Those before.</param>
    /// <param name="Suffix">Those after.</param>
    internal sealed record ReadAnnotation(FactLine Line, string Source, string Hash, int Start, int End, string Exact, string Prefix, string Suffix)
    {
        /// <summary>Whether the annotation still selects from <paramref name="document"/> what it was made on.</summary>
        public bool Holds(SourceDocument document)
        {
            if (document.Hash != Hash) return false;
            var points = new CodePoints(document);
            return points.At(Line.Fact.Span.Start) == Start && points.At(Line.Fact.Span.End) == End && Line.Fact.Span.Of(document.Text) == Exact;
        }
    }

    /// <summary>Turns UTF-16 offsets, asked for mostly in order, into counts of code points.</summary>
    private sealed class CodePoints(SourceDocument document)
    {
        private int offset;
        private int points;

        public SourceDocument Document { get; } = document;

        public int At(int utf16)
        {
            if (utf16 < offset) (offset, points) = (0, 0);
            var text = Document.Text;
            for (; offset < utf16; offset++)
                if (!(char.IsLowSurrogate(text[offset]) && offset > 0 && char.IsHighSurrogate(text[offset - 1]))) points++;
            return points;
        }
    }
}
