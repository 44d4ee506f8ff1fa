using System.Globalization;
using System.Text.Json;

namespace Extractor.Cli.Output;

/// <summary>One value of a row: text, a number or nothing.</summary>
internal readonly record struct Cell
{
    private Cell(string? text, bool isNumber)
    {
        Text = text;
        IsNumber = isNumber;
    }

    /// <summary>The value as text; null for nothing.</summary>
    public string? Text { get; }

    /// <summary>Whether it is a number, aligned to the right and unquoted in JSON.</summary>
    public bool IsNumber { get; }

    public static implicit operator Cell(string? text) => new(text, false);

    public static implicit operator Cell(long number) => new(number.ToString(CultureInfo.InvariantCulture), true);

    public static implicit operator Cell(long? number) => number is { } present ? present : default(Cell);

    /// <summary>A number with <paramref name="decimals"/> decimals.</summary>
    public static Cell Rounded(double number, int decimals) => new(number.ToString("F" + decimals, CultureInfo.InvariantCulture), true);

    /// <summary>A number that is already written.</summary>
    public static Cell Number(string? written) => new(written, true);

    public void WriteTo(Utf8JsonWriter json, string name)
    {
        if (Text is null) return;
        if (IsNumber)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(Text, skipInputValidation: true);
        }
        else
        {
            json.WriteString(name, Text);
        }
    }
}
