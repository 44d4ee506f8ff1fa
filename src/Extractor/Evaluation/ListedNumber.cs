using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Extractor.Facts;

namespace Extractor.Evaluation;

/// <summary>A number that a person listed, with its class.</summary>
/// <param name="Doc">The document's name.</param>
/// <param name="Text">The number as it stands, perhaps with words around it.</param>
/// <param name="Start">Where <paramref name="Text"/> starts.</param>
/// <param name="Class">What it is.</param>
/// <param name="Why">The person's note.</param>
public sealed record ListedNumber(string Doc, string Text, int Start, NumberClass Class, string? Why)
{
    /// <summary>The offset that a ledger entry has to cover: that of the first digit, or the start where there is none.</summary>
    public int Digit => Start + Math.Max(0, Text.AsSpan().IndexOfAnyInRange('0', '9'));

    /// <summary>Reads one line of a list of numbers.</summary>
    public static bool TryParse(string json, [NotNullWhen(true)] out ListedNumber? number, [NotNullWhen(false)] out string? error)
    {
        number = null;
        error = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            var line = document.RootElement;
            if (line.ValueKind == JsonValueKind.Object
                && line.TryGetProperty("doc", out var doc) && doc.ValueKind == JsonValueKind.String
                && line.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                && line.TryGetProperty("start", out var start) && start.TryGetInt32(out var at)
                && line.TryGetProperty("class", out var name) && name.ValueKind == JsonValueKind.String
                && FactLineNames.TryNumberClass(name.GetString(), out var numberClass))
            {
                var why = line.TryGetProperty("why", out var note) && note.ValueKind == JsonValueKind.String ? note.GetString() : null;
                number = new ListedNumber(doc.GetString()!, text.GetString()!, at, numberClass, why);
                return true;
            }

            error = "expected doc, text, start and class (fact, date, other)";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            error = "not JSON";
        }

        return false;
    }
}
