using Extractor.Review.Html;
using Extractor.Text;

namespace Extractor.Review.Pages;

/// <summary>
/// Writes the text of an article with some of its words marked. The text content of what is written is exactly the window of
/// the text shown, so that offsets counted in the browser are offsets into the document.
/// </summary>
internal static class ArticleView
{
    /// <summary>How much of an article is shown at most: a window around what matters. Articles are far shorter; a 50 MB line is not.</summary>
    public const int WindowLength = 200_000;

    /// <summary>The part of the text that is shown.</summary>
    public static TextSpan Window(string text, TextSpan around)
    {
        if (text.Length <= WindowLength) return new TextSpan(0, text.Length);
        var start = Math.Clamp(around.Start - (WindowLength / 2), 0, text.Length - WindowLength);
        var end = start + WindowLength;
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Writes the window of the text. Where marks overlap, the words have the classes of all and the link and title of the shortest.</summary>
    public static void Write(HtmlWriter html, string text, TextSpan window, TextSpan? sentence, IReadOnlyList<ArticleMark> marks)
    {
        // The window is cut at every edge of a mark; between two edges the set of marks is the same.
        var edges = new SortedSet<int> { window.Start, window.End };
        if (sentence is { } s) AddEdges(s);
        foreach (var mark in marks) AddEdges(mark.Span);
        var ordered = marks.OrderBy(mark => mark.Span.Start).ToList();
        var open = new List<ArticleMark>();
        var named = new HashSet<string>();
        var next = 0;
        int? start = null;
        foreach (var edge in edges)
        {
            if (start is { } from)
            {
                open.RemoveAll(mark => mark.Span.End <= from);
                for (; next < ordered.Count && ordered[next].Span.Start <= from; next++)
                {
                    if (ordered[next].Span.End > from) open.Add(ordered[next]);
                }

                var inSentence = sentence is { } quote && quote.Contains(from);
                var isFirst = inSentence && sentence!.Value.Start == Math.Max(from, window.Start) && named.Add("sentence");
                WritePiece(html, text.AsSpan(from, edge - from), open, inSentence, isFirst, named);
            }

            start = edge;
        }

        void AddEdges(TextSpan span)
        {
            if (span.Start > window.Start && span.Start < window.End) edges.Add(span.Start);
            if (span.End > window.Start && span.End < window.End) edges.Add(span.End);
        }
    }

    private static void WritePiece(HtmlWriter html, ReadOnlySpan<char> words, List<ArticleMark> marks, bool inSentence, bool opensSentence, HashSet<string> named)
    {
        var sentenceClass = inSentence ? "sentence" : "";
        var sentenceId = opensSentence ? HtmlText.Of($" id=\"sentence\" tabindex=\"-1\"") : HtmlText.None;
        if (marks.Count == 0)
        {
            if (inSentence) html.Write($"<span class=\"sentence\"{sentenceId}>");
            html.Text(words);
            if (inSentence) html.Write($"</span>");
            return;
        }

        var inner = marks.MinBy(mark => mark.Span.Length)!;
        var classes = string.Join(' ', marks.OrderByDescending(mark => mark.Span.Length).Select(mark => mark.Class).Distinct().Prepend(sentenceClass).Where(c => c.Length > 0));
        var title = string.Join("; ", marks.Select(mark => mark.Title).Distinct());
        var id = marks.Select(mark => mark.Id).FirstOrDefault(id => id is not null && named.Add(id));
        if (inner.Link is { } link)
            html.Write($"<a href=\"{link}\" class=\"{classes}\" title=\"{title}\"{Id(id)}>");
        else
            html.Write($"<mark class=\"{classes}\" title=\"{title}\"{Id(id)}>");

        // A mark at the start of the sentence carries the sentence's anchor inside.
        if (opensSentence) html.Write($"<span{sentenceId}></span>");
        html.Text(words);
        if (inner.Link is not null) html.Write($"</a>");
        else html.Write($"</mark>");
    }

    private static HtmlText Id(string? id) => id is null ? HtmlText.None : HtmlText.Of($" id=\"{id}\" tabindex=\"-1\"");
}
