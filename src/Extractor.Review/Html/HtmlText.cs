namespace Extractor.Review.Html;

/// <summary>Markup that is ready to be sent. Made only by <see cref="HtmlWriter"/>, which escapes every hole, so it cannot hold unescaped text.</summary>
public readonly struct HtmlText
{
    private readonly string? markup;

    internal HtmlText(string markup) => this.markup = markup;

    /// <summary>Nothing.</summary>
    public static HtmlText None => default;

    /// <summary>Markup with its holes escaped: <c>HtmlText.Of($"&lt;b&gt;{name}&lt;/b&gt;")</c>.</summary>
    public static HtmlText Of(HtmlFragment fragment) => fragment.ToHtml();

    /// <summary>The text, escaped.</summary>
    public static HtmlText Escaped(string? text)
    {
        var writer = new HtmlWriter();
        writer.Text(text);
        return writer.ToHtml();
    }

    /// <summary>The markup.</summary>
    public override string ToString() => markup ?? "";
}
