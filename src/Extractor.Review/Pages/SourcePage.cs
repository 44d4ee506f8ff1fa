using System.Text;
using Extractor.Review.Html;

namespace Extractor.Review.Pages;

/// <summary>The page as it was read, shown as text: nothing of it runs.</summary>
internal static class SourcePage
{
    private const int Shown = 1_000_000;

    public static Task ServeAsync(PageContext page)
    {
        if (!long.TryParse(page.Route("id"), out var id) || page.Store.FindDocument(id) is not { } row || page.Store.ReadSource(id) is not { } bytes)
            return NotFoundPage.ServeAsync(page, "No page is stored for this document.");
        var text = Decode(bytes.AsSpan(0, Math.Min(bytes.Length, Shown)), row.Source.Charset);
        var html = Layout.Begin(page, row.Name, Section.Documents);
        html.Write($"<header><h1 class=\"isolate\">{row.Metadata.Title ?? row.Name}</h1><span class=\"muted\">the page as stored, as text</span><a href=\"{Link.Local($"/documents/{id}")}\">article</a></header>");
        if (bytes.Length > Shown) html.Write($"<p class=\"notice\">The first {Shown:#,0} of {bytes.Length:#,0} bytes.</p>");
        html.Write($"<pre class=\"card article tall mono\" tabindex=\"0\" aria-label=\"Source\">\n");
        html.Text(text);
        html.Write($"</pre>");
        Layout.End(html);
        return page.SendAsync(html);
    }

    /// <summary>With the charset that it was read with where this machine knows it; else as UTF-8, wrong bytes shown as such.</summary>
    private static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        try
        {
            return (charset is null ? Encoding.UTF8 : Encoding.GetEncoding(charset)).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(bytes);
        }
    }
}
