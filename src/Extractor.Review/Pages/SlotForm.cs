using Extractor.Facts;
using Extractor.Review.Decisions;
using Extractor.Review.Html;

namespace Extractor.Review.Pages;

/// <summary>The fields in which a reviewer corrects a fact or writes a new one.</summary>
internal static class SlotForm
{
    private static readonly Dictionary<SlotName, string[]> Choices = new()
    {
        [SlotName.Flow] = ["", "trade", "exports", "imports", "balance"],
        [SlotName.Approx] = ["", ">", "<", "~"],
        [SlotName.Modality] = ["actual", "forecast", "target", "revised"],
    };

    public static void Write(HtmlWriter html, FactForm form, string text, SlotName? focus)
    {
        if (form.Trouble is { } trouble) html.Write($"<p class=\"error\" role=\"alert\">{trouble}</p>");
        html.Write($"<div class=\"edit-grid\">");
        foreach (var name in SlotRules.Order) WriteField(html, form, text, name, name == (form.FirstError ?? focus));
        html.Write($"</div><p class=\"muted\">To say where a slot is stated, select the words in the article while its field is active and press <kbd>Ctrl</kbd> <kbd>Enter</kbd>, or the field's “words” button.</p>");
    }

    private static void WriteField(HtmlWriter html, FactForm form, string text, SlotName name, bool hasFocus)
    {
        var field = FactLineNames.Of(name);
        var error = form.Error(name);
        var state = new HtmlWriter(64);
        if (error is not null) state.Write($" aria-invalid=\"true\" aria-describedby=\"error-{field}\"");
        if (hasFocus) state.Write($" autofocus");
        var attributes = state.ToHtml();

        html.Write($"<div class=\"field\"><span class=\"field-head\"><label for=\"slot-{field}-field\"><span class=\"swatch s-{FactText.Colour(name)}\">{FactText.Label(name)}</span></label>");
        html.Write($"<button type=\"button\" class=\"quiet words-button\" data-slot=\"{field}\" title=\"Take the words selected in the article\" aria-label=\"words for {FactText.Label(name)}\">words</button></span>");
        if (Choices.TryGetValue(name, out var choices))
        {
            html.Write($"<select id=\"slot-{field}-field\" name=\"slot.{field}\" data-slot=\"{field}\"{attributes}>");
            foreach (var choice in choices)
            {
                var selected = choice == (form.Typed(name) ?? choices[0]) ? HtmlText.Of($" selected") : HtmlText.None;
                html.Write($"<option value=\"{choice}\"{selected}>{choice}</option>");
            }

            html.Write($"</select>");
        }
        else
        {
            var completes = name is SlotName.Region or SlotName.ShareOf or SlotName.Partner or SlotName.Category or SlotName.Unit or SlotName.Basis or SlotName.Terms or SlotName.Period;
            var list = completes ? HtmlText.Of($" list=\"complete-{field}\" data-complete=\"{field}\"") : HtmlText.None;
            html.Write($"<input type=\"text\" id=\"slot-{field}-field\" name=\"slot.{field}\" data-slot=\"{field}\" value=\"{form.Typed(name)}\" autocomplete=\"off\" spellcheck=\"false\"{list}{attributes}>");
            if (completes) html.Write($"<datalist id=\"complete-{field}\"></datalist>");
        }

        var span = form.Span(name);
        html.Write($"<input type=\"hidden\" name=\"span.{field}\" value=\"{span?.ToString()}\"><span class=\"muted words isolate\" id=\"words-{field}\">{(span is { } s && s.End <= text.Length ? "“" + Short(s.Of(text)) + "”" : "")}</span>");
        if (error is not null) html.Write($"<span class=\"error\" id=\"error-{field}\">{error}</span>");
        html.Write($"</div>");
    }

    private static string Short(string words) => words.Length <= 60 ? words : words[..59] + "…";
}
