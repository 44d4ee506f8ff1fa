using Extractor.Facts;
using Extractor.Review.Html;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>The small labels of facts: state, flags, checks, doubt.</summary>
internal static class Chips
{
    public static HtmlText State(StoredFact fact)
    {
        if (fact.IsAdded && fact.State == ReviewState.Accepted) return HtmlText.Of($"<span class=\"chip added\">added</span>");
        return State(fact.State);
    }

    public static HtmlText State(ReviewState state) => state switch
    {
        ReviewState.Pending => HtmlText.Of($"<span class=\"chip open\">pending</span>"),
        _ => HtmlText.Of($"<span class=\"chip {FactFilter.Word(state)}\">{FactFilter.Word(state)}</span>"),
    };

    public static HtmlText Flags(FactFlags flags)
    {
        var html = new HtmlWriter(128);
        foreach (var name in FactLineNames.Of(flags))
        {
            if (FactLineNames.TryFlag(name, out var flag)) html.Write($"<span class=\"chip flag\">{FactText.Label(flag)}</span> ");
        }

        return html.ToHtml();
    }

    public static HtmlText Checks(StoredFact fact)
    {
        var html = new HtmlWriter(128);
        if (fact.Contradicted > 0) html.Write($"<span class=\"chip contradicted\">{fact.Contradicted} contradicted</span> ");
        if (fact.Confirmed > 0) html.Write($"<span class=\"chip confirmed\">{fact.Confirmed} confirmed</span> ");
        if (fact.IsDuplicate) html.Write($"<span class=\"chip\">copy</span> ");
        return html.ToHtml();
    }

    /// <summary>A bar as long as the doubt. Drawn, since a style attribute would need a weaker content policy.</summary>
    public static HtmlText Doubt(double doubt) => HtmlText.Of(
        $"<svg class=\"doubt\" viewBox=\"0 0 40 7\" role=\"img\" aria-label=\"doubt {doubt * 100:0}%\" preserveAspectRatio=\"none\"><rect class=\"track\" width=\"40\" height=\"7\" rx=\"3\"/><rect class=\"level\" width=\"{Math.Clamp(doubt, 0, 1) * 40:0.#}\" height=\"7\" rx=\"3\"/></svg>");
}
