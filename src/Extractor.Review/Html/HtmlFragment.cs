using System.Runtime.CompilerServices;

namespace Extractor.Review.Html;

/// <summary>Takes an interpolated string apart: literals are markup, every hole is text and escaped.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlFragment
{
    private readonly HtmlWriter writer;

    /// <summary>Called by the compiler for <see cref="HtmlText.Of"/>.</summary>
    public HtmlFragment(int literalLength, int formattedCount)
    {
        writer = new HtmlWriter(literalLength + (formattedCount * 16));
    }

    /// <summary>Called by the compiler for <see cref="HtmlWriter.Write(HtmlFragment)"/>.</summary>
    public HtmlFragment(int literalLength, int formattedCount, HtmlWriter writer)
    {
        this.writer = writer;
    }

    /// <summary>Called by the compiler with the constant parts.</summary>
    public void AppendLiteral(string markup) => writer.Literal(markup);

    /// <summary>A hole: escaped.</summary>
    public void AppendFormatted(string? text) => writer.Hole(text);

    /// <summary>A hole: digits need no escape.</summary>
    public void AppendFormatted(long number) => writer.Hole(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A hole with a number format: escaped.</summary>
    public void AppendFormatted(long number, string format) => writer.Hole(number.ToString(format, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A hole with a number format: escaped.</summary>
    public void AppendFormatted(double number, string format) => writer.Hole(number.ToString(format, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A hole: markup made elsewhere by this same way.</summary>
    public void AppendFormatted(HtmlText markup) => writer.Markup(markup);

    /// <summary>A hole: the only thing that may stand in <c>href</c>, <c>src</c> or <c>action</c>.</summary>
    public void AppendFormatted(Link link) => writer.Link(link);

    internal HtmlText ToHtml() => writer.ToHtml();
}
