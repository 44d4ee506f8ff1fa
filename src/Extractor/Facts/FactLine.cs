using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Extractor.Text;

namespace Extractor.Facts;

/// <summary>A fact with what its document says of itself: one line of JSON, the form in which facts leave the program and gold enters it.</summary>
/// <remarks>
/// Fields are those of DESIGN.md. Absent means null; <c>basis</c> and <c>modality</c> are left out where they are <c>yoy</c> and <c>actual</c>.
/// A gold line has only what a person annotates: its fact has an empty <see cref="Fact.Id"/>, <see cref="Fact.Span"/> and <see cref="Fact.Rule"/>.
/// </remarks>
/// <param name="Fact">The fact.</param>
public sealed record FactLine(Fact Fact)
{
    private static readonly JsonWriterOptions OneLine = new()
    {
        // Readable lines: quotes in the text stay "’", Chinese stays Chinese. Control characters are escaped all the same.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = false,
    };

    /// <summary>What is known of the document: its title, address, date of publication and language.</summary>
    public DocumentMetadata Metadata { get; init; } = DocumentMetadata.None;

    /// <summary>The arithmetic checks that the fact took part in, as <c>check:outcome</c>, such as <c>exports+imports=trade:confirmed</c>.</summary>
    public ImmutableArray<string> Checks { get; init; } = [];

    /// <summary>The run that read it.</summary>
    public string? Run { get; init; }

    /// <summary>Reads one line; on failure <paramref name="error"/> says where in the line and what was expected.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out FactLine? line, [NotNullWhen(false)] out string? error) =>
        FactLineParser.TryParse(json, out line, out error);

    /// <summary>Writes the line, with its line end, as UTF-8.</summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using (var json = new Utf8JsonWriter(output, OneLine)) FactLineWriter.Write(json, this);
        output.Write("\n"u8);
    }

    /// <summary>Writes the line as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        ArgumentNullException.ThrowIfNull(json);
        FactLineWriter.Write(json, this);
    }

    /// <summary>The line as text, without its line end.</summary>
    public string ToJson()
    {
        var output = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(output, OneLine)) FactLineWriter.Write(json, this);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
