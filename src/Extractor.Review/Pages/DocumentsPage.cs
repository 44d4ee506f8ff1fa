using Extractor.Review.Html;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>The articles, with what is left to do in each.</summary>
internal static class DocumentsPage
{
    private const int PageSize = 50;

    public static Task ServeAsync(PageContext page)
    {
        var sort = Enum.TryParse<DocumentSort>(page.Query("sort"), ignoreCase: true, out var s) && Enum.IsDefined(s) ? s : DocumentSort.Unresolved;
        var name = page.Query("name");
        var offset = (int)Math.Clamp(page.Number("offset") ?? 0, 0, int.MaxValue - PageSize);
        var documents = page.Store.Documents(new DocumentQuery { NameContains = name, Sort = sort, Offset = offset, Limit = PageSize });

        var html = Layout.Begin(page, "Documents", Section.Documents);
        html.Write($"<header><h1>Documents</h1><span class=\"muted\">{documents.Total:#,0}</span></header><div class=\"card\"><div class=\"bar\"><form action=\"{Link.Local("/documents")}\" method=\"get\" class=\"no-print\"><div class=\"pager\">");
        html.Write($"<input type=\"text\" name=\"name\" value=\"{name}\" aria-label=\"Part of the name\" placeholder=\"part of the name\"><select name=\"sort\" class=\"submits\" aria-label=\"Order\">");
        foreach (var (value, label) in ((DocumentSort, string)[])
            [
                (DocumentSort.Unresolved, "most unresolved numbers"), (DocumentSort.Pending, "most pending facts"), (DocumentSort.Facts, "most facts"),
                (DocumentSort.Published, "latest published"), (DocumentSort.Name, "name"),
            ])
        {
            var selected = value == sort ? HtmlText.Of($" selected") : HtmlText.None;
            html.Write($"<option value=\"{value.ToString().ToLowerInvariant()}\"{selected}>{label}</option>");
        }

        html.Write($"</select><button>Go</button></div></form><div class=\"pager\">");
        var order = sort.ToString().ToLowerInvariant();
        if (offset > 0) html.Write($"<a class=\"button\" rel=\"prev\" href=\"{Link.Local("/documents", ("name", name), ("sort", order), ("offset", Math.Max(0, offset - PageSize).ToString()))}\">← Previous</a>");
        if (offset + PageSize < documents.Total) html.Write($"<a class=\"button\" rel=\"next\" href=\"{Link.Local("/documents", ("name", name), ("sort", order), ("offset", (offset + PageSize).ToString()))}\">Next →</a>");
        html.Write($"</div></div>");
        if (documents.Documents.IsEmpty) html.Write($"<p class=\"empty\">No documents here.</p>");
        else WriteTable(html, documents);
        html.Write($"</div>");
        Layout.End(html);
        return page.SendAsync(html);
    }

    private static void WriteTable(HtmlWriter html, DocumentPage documents)
    {
        html.Write($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table of documents\"><table class=\"facts\"><thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Published</th><th scope=\"col\" class=\"number\">Facts</th>");
        html.Write($"<th scope=\"col\" class=\"number\">Pending</th><th scope=\"col\" class=\"number\">Numbers</th><th scope=\"col\" class=\"number\">Unresolved</th></tr></thead><tbody>");
        foreach (var row in documents.Documents)
        {
            html.Write($"<tr><th scope=\"row\" class=\"isolate\"><a class=\"open\" href=\"{Link.Local($"/documents/{row.Id}")}\">{row.Metadata.Title ?? row.Name}</a>{(row.Duplicate == DuplicateKind.None ? HtmlText.None : HtmlText.Of($" <span class=\"chip\">copy</span>"))}<br><span class=\"muted\">{row.Name}</span></th>");
            html.Write($"<td class=\"nowrap\">{row.Metadata.Published?.ToString("yyyy-MM-dd")}</td><td class=\"number\"><a href=\"{new FactFilter { Doc = row.Name, Sort = FactSort.Document }.LinkTo("/")}\">{row.FactCount:#,0}</a></td><td class=\"number\">{row.PendingCount:#,0}</td><td class=\"number\">{row.NumberCount:#,0}</td><td class=\"number\">{row.UnresolvedCount:#,0}</td></tr>");
        }

        html.Write($"</tbody></table></div>");
    }
}
