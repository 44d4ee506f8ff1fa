using System.Runtime.CompilerServices;
using System.Text;

namespace Extractor.Review.Html;

/// <summary>Collects a page. Only constants reach it as markup; everything else is escaped on its way in.</summary>
public sealed class HtmlWriter
{
    private static readonly string[] LinkAttributes = ["href=\"", "src=\"", "action=\"", "formaction=\""];

    private readonly StringBuilder output;

    /// <summary>An empty page.</summary>
    public HtmlWriter(int capacity = 4096) => output = new StringBuilder(capacity);

    /// <summary>Number of characters so far.</summary>
    public int Length => output.Length;

    /// <summary>Appends markup with its holes escaped: <c>html.Write($"&lt;td&gt;{region}&lt;/td&gt;")</c>.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] HtmlFragment fragment) => _ = fragment;

    /// <summary>Appends text, escaped.</summary>
    public void Text(string? text) => Text(text.AsSpan());

    /// <summary>Appends text, escaped. A carriage return stays one, so that offsets into the text hold in the browser.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var escape = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                '\r' => "&#13;",
                '\0' => "\uFFFD",
                _ => null,
            };
            if (escape is null) continue;
            output.Append(text[start..i]).Append(escape);
            start = i + 1;
        }

        output.Append(text[start..]);
    }

    /// <summary>What was collected.</summary>
    public HtmlText ToHtml() => new(output.ToString());

    /// <inheritdoc/>
    public override string ToString() => output.ToString();

    internal void Literal(string markup) => output.Append(markup);

    internal void Markup(HtmlText markup) => output.Append(markup.ToString());

    internal void Link(Link link) => Text(link.Target);

    /// <summary>Appends a hole; one where escaping would not be enough is a mistake in the page, not in its data.</summary>
    internal void Hole(string? text)
    {
        if (output.Length > 0 && output[^1] == '=')
            throw new InvalidOperationException("An attribute's value is quoted: write name=\"{hole}\".");
        foreach (var attribute in LinkAttributes)
        {
            if (EndsWith(attribute)) throw new InvalidOperationException($"Only a Link goes into {attribute}...\".");
        }

        Text(text);
    }

    private bool EndsWith(string suffix)
    {
        if (output.Length < suffix.Length) return false;
        for (int i = suffix.Length - 1, at = output.Length - 1; i >= 0; i--, at--)
        {
            if (output[at] != suffix[i]) return false;
        }

        return true;
    }
}
