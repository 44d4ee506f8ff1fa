using Extractor.Facts;
using Extractor.Review.Decisions;
using Extractor.Review.Html;
using Extractor.Store;
using Extractor.Text;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Pages;

/// <summary>Turns words that a reviewer selected, or an unresolved number, into a fact.</summary>
internal static class AddPage
{
    public static Task ServeAsync(PageContext page)
    {
        if (page.Number("doc") is not { } id || page.Store.ReadDocument(id) is not { } content)
            return NotFoundPage.ServeAsync(page, "There is no such document.");
        if (!FactForm.TrySpan($"{page.Query("start")}-{page.Query("end")}", content.Document.Text.Length, out var words))
            return NotFoundPage.ServeAsync(page, "Select the words of the missed fact in the article first.");
        var sentence = Sentence(content, words);
        var form = FactForm.Of(Proposal(page.Store.FactsOf(id).Select(stored => stored.Fact), content.Document.Text, sentence, words));
        return ServeAsync(page, content, sentence, form, StatusCodes.Status200OK);
    }

    public static Task ServeAsync(PageContext page, DocumentContent content, TextSpan sentence, FactForm form, int status)
    {
        var text = content.Document.Text;
        var html = Layout.Begin(page, "Add a fact", Section.Documents, "correcting");
        html.Write($"<header><h1>Add a fact</h1><span class=\"muted\">that extraction missed</span></header><div class=\"fact\"><article class=\"card article-card\" aria-label=\"Article\">");
        FactDetailPage.WriteArticleHead(html, content.Row, withLedgerLink: true);
        var marks = new List<ArticleMark>();
        foreach (var name in SlotRules.Order)
        {
            if (form.Span(name) is { } span) marks.Add(new ArticleMark(span, "s-" + FactText.Colour(name), FactText.Label(name)) { Id = "slot-" + FactLineNames.Of(name) });
        }

        FactDetailPage.WriteArticleText(html, content, ArticleView.Window(text, sentence), sentence, marks);
        html.Write($"</article><div class=\"side stack\"><section class=\"card\" aria-labelledby=\"add-title\"><header><h2 id=\"add-title\">The fact</h2></header>");
        html.Write($"<form id=\"slots-form\" class=\"body stack\" method=\"post\" action=\"{Link.Local("/add")}\">{page.TokenField}<input type=\"hidden\" name=\"doc\" value=\"{content.Row.Id}\"><input type=\"hidden\" name=\"span\" value=\"{sentence.ToString()}\">");
        html.Write($"<blockquote class=\"isolate\">{sentence.Of(text)}</blockquote>");
        SlotForm.Write(html, form, text, SlotName.Region);
        html.Write($"<div class=\"form-actions\"><button class=\"primary\">Add fact</button><a class=\"button\" id=\"leave\" href=\"{Link.Local($"/documents/{content.Row.Id}")}\">Cancel</a></div></form></section></div></div>");
        Layout.End(html);
        return page.SendAsync(html, status);
    }

    /// <summary>The sentences that hold the words; the words themselves where the document has no such sentence.</summary>
    internal static TextSpan Sentence(DocumentContent content, TextSpan words)
    {
        TextSpan? found = null;
        foreach (var sentence in content.Sentences)
        {
            if (sentence.Overlaps(words)) found = found is { } so ? so.Union(sentence) : sentence;
            else if (sentence.Start >= words.End) break;
        }

        return found ?? words;
    }

    /// <summary>
    /// Slots to start with: region, period and flow of the nearest fact before (that of the sentence itself first), and the number selected.
    /// A reviewer looks at each; nothing is stored before.
    /// </summary>
    internal static IEnumerable<SlotChange> Proposal(IEnumerable<Fact> facts, string text, TextSpan sentence, TextSpan words)
    {
        Fact? nearest = null;
        foreach (var fact in facts)
        {
            if (nearest is null || fact.Span.Start <= sentence.Start) nearest = fact;
        }

        if (nearest is not null)
        {
            yield return new SlotChange(SlotName.Region, nearest.Region, SpanOf(nearest, SlotName.Region, text));
            yield return new SlotChange(SlotName.Period, nearest.Period.ToString(), SpanOf(nearest, SlotName.Period, text));
            yield return new SlotChange(SlotName.Flow, FactLineNames.Of(nearest.Flow), SpanOf(nearest, SlotName.Flow, text));
        }

        foreach (var change in NumberProposal.Read(text, sentence, words)) yield return change;
    }

    private static TextSpan? SpanOf(Fact fact, SlotName name, string text) =>
        fact.Slots.Where(slot => slot.Name == name && slot.Span is { } span && span.End <= text.Length).Select(slot => slot.Span).FirstOrDefault();
}
