using Extractor.Review.Html;

namespace Extractor.Review.Pages;

/// <summary>The reason of a rejection, picked by a digit, and the comment.</summary>
internal static class DecisionDialogs
{
    /// <summary>Why facts are rejected, in the order of their keys.</summary>
    public static string[] Reasons { get; } =
    [
        "not a trade fact", "wrong number", "wrong flow or measure", "wrong region", "wrong period", "wrong partner or category", "said twice", "not in the text",
    ];

    public static void Write(HtmlWriter html, bool withComment)
    {
        html.Write($"<dialog id=\"reject\" aria-labelledby=\"reject-title\"><form method=\"dialog\"><h2 id=\"reject-title\">Reject: why?</h2><div class=\"reasons\">");
        for (var i = 0; i < Reasons.Length; i++)
            html.Write($"<button type=\"button\" class=\"quiet\" data-reason=\"{Reasons[i]}\"><kbd>{i + 1}</kbd> {Reasons[i]}</button>");
        html.Write($"</div><label class=\"field\"><span>another reason</span><input type=\"text\" id=\"reason-text\" maxlength=\"500\" autocomplete=\"off\"></label>");
        html.Write($"<div class=\"actions\"><button type=\"button\" class=\"reject\" id=\"reject-other\">Reject</button><button>Cancel</button></div></form></dialog>");
        if (!withComment) return;
        html.Write($"<dialog id=\"comment\" aria-labelledby=\"comment-title\"><form method=\"dialog\"><h2 id=\"comment-title\">Comment</h2>");
        html.Write($"<label class=\"field\"><span>shown to every reviewer, kept for good</span><textarea id=\"comment-text\" maxlength=\"4000\"></textarea></label>");
        html.Write($"<div class=\"actions\"><button type=\"button\" class=\"primary\" id=\"comment-send\">Comment</button><button>Cancel</button></div></form></dialog>");
    }
}
