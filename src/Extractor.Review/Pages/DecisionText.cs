using Extractor.Review.Html;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>A decision in words.</summary>
internal static class DecisionText
{
    public static string Past(DecisionKind kind) => kind switch
    {
        DecisionKind.Accept => "accepted",
        DecisionKind.Reject => "rejected",
        DecisionKind.Correct => "corrected",
        DecisionKind.Add => "added",
        DecisionKind.Comment => "commented",
        _ => "took back a decision",
    };

    /// <summary>The state whose colour a decision has.</summary>
    public static string Class(DecisionKind kind) => kind switch
    {
        DecisionKind.Accept => "accepted",
        DecisionKind.Reject => "rejected",
        DecisionKind.Correct => "corrected",
        DecisionKind.Add => "added",
        _ => "open",
    };

    /// <summary>A list item: who did what, when, and why.</summary>
    public static void Write(HtmlWriter html, Decision decision)
    {
        html.Write($"<li><span class=\"chip {Class(decision.Kind)}\">{Past(decision.Kind)}</span> <strong class=\"isolate\">{decision.Reviewer}</strong> <span class=\"muted\">{decision.At.ToString("yyyy-MM-dd HH:mm")}{(decision.IsUndone ? ", taken back" : "")}</span>");
        foreach (var change in decision.Changes)
            html.Write($"<br><span class=\"muted\">{FactText.Label(change.Name)}</span> <span class=\"isolate\">{change.Value ?? "–"}</span>");
        if (decision.Reason is { } reason) html.Write($"<br><span class=\"isolate\">{reason}</span>");
        html.Write($"</li>");
    }
}
