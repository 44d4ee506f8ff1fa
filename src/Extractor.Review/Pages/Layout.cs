using Extractor.Review.Html;
using Extractor.Review.Server;

namespace Extractor.Review.Pages;

/// <summary>Which entry of the navigation a page belongs to.</summary>
internal enum Section
{
    Queue,
    Documents,
    Overview,
    Changes,
    None,
}

/// <summary>What surrounds every page: head, navigation, live region, help.</summary>
internal static class Layout
{
    private static readonly (Section Section, string Path, string Label)[] Navigation =
    [
        (Section.Queue, "/", "Queue"),
        (Section.Documents, "/documents", "Documents"),
        (Section.Overview, "/overview", "Overview"),
        (Section.Changes, "/changes", "Changes"),
    ];

    private static readonly (string Keys, string What)[] Keys =
    [
        ("j k", "next and previous fact, row or number"),
        ("Enter", "open the fact, or make a fact of the number"),
        ("a", "accept and move on"),
        ("r", "reject: then a digit for the reason"),
        ("c", "correct slots"),
        ("n", "comment"),
        ("m", "add the fact that was missed, from the words selected"),
        ("u", "undo your last decision, and the one before, ..."),
        ("l", "the article's numbers (ledger)"),
        ("q", "back to the queue"),
        ("/", "search"),
        ("t", "light or dark"),
        ("?", "these keys"),
        ("Esc", "close, or leave a field"),
    ];

    /// <summary>Starts a page; <see cref="End"/> finishes it.</summary>
    public static HtmlWriter Begin(PageContext page, string title, Section section, string? bodyClass = null)
    {
        var html = new HtmlWriter(32 * 1024);
        html.Write($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title} · Extractor</title>");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"{Asset.Icon.Link}\">");
        html.Write($"<link rel=\"stylesheet\" href=\"{Asset.Styles.Link}\"><script src=\"{Asset.Script.Link}\"></script></head>\n");
        html.Write($"<body class=\"{bodyClass}\"><a class=\"skip\" href=\"{Link.Anchor("main")}\">Skip to content</a>");
        html.Write($"<header class=\"top\"><a class=\"brand\" href=\"{Link.Local("/")}\">Extractor</a><nav aria-label=\"Pages\"><ul>");
        foreach (var (entry, path, label) in Navigation)
        {
            var current = entry == section ? HtmlText.Of($" aria-current=\"page\"") : HtmlText.None;
            html.Write($"<li><a href=\"{Link.Local(path)}\"{current}>{label}</a></li>");
        }

        html.Write($"</ul></nav><form class=\"search\" role=\"search\" action=\"{Link.Local("/")}\" method=\"get\">");
        html.Write($"<input type=\"search\" id=\"search\" name=\"text\" value=\"{page.Query("text")}\" aria-label=\"Search the sentences of all facts\" placeholder=\"Search sentences  ( / )\" autocomplete=\"off\"></form>");
        html.Write($"<div class=\"tools\"><span class=\"muted who isolate\" title=\"You decide under this name\">{page.Reviewer}</span>");
        html.Write($"<button type=\"button\" class=\"quiet\" id=\"theme\" aria-label=\"Light or dark\" title=\"Light or dark (t)\">◐</button>");
        html.Write($"<button type=\"button\" class=\"quiet\" id=\"help-button\" aria-label=\"Keys\" title=\"Keys (?)\">?</button></div></header>\n");
        html.Write($"<main id=\"main\" tabindex=\"-1\"><div id=\"status\" role=\"status\" aria-live=\"polite\">");
        if (page.Note is { } note) html.Write($"<p class=\"notice isolate\">{note}</p>");
        html.Write($"</div>\n");
        return html;
    }

    /// <summary>Finishes a page.</summary>
    public static void End(HtmlWriter html, HtmlText afterMain = default)
    {
        html.Write($"</main>{afterMain}\n<dialog id=\"help\" aria-labelledby=\"help-title\"><div class=\"body\"><h2 id=\"help-title\">Keys</h2><dl class=\"keys\">");
        foreach (var (keys, what) in Keys)
        {
            html.Write($"<dt>");
            foreach (var key in keys.Split(' ')) html.Write($"<kbd>{key}</kbd> ");
            html.Write($"</dt><dd>{what}</dd>");
        }

        html.Write($"</dl><form method=\"dialog\" class=\"actions\"><button class=\"primary\">Close</button></form></div></dialog></body></html>\n");
    }
}
