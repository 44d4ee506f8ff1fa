using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Extractor.Review.Html;
using Extractor.Review.Pages;
using Extractor.Store;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Decisions;

/// <summary>Answers the forms that change something. Each appends decisions and moves on to the next page by a redirect.</summary>
internal static class Decide
{
    /// <summary>How many facts one "accept all" decides on at most; the preview says so.</summary>
    public const int MostAtOnce = 5_000;

    private const int LongestReason = 500;
    private const int LongestComment = 4_000;

    /// <summary>Accept, reject, comment or undo, by button or by key.</summary>
    public static Task OneAsync(PageContext page)
    {
        var filter = FactFilter.Parse(page.Field("filter"));
        var kind = page.Field("kind");
        if (kind == "undo") return UndoAsync(page, filter);
        if (page.Field("fact") is not { } id || page.Store.FindFact(id) is not { } stored)
            return NotFoundPage.ServeAsync(page, "There is no such fact (any more); nothing was decided.");

        var reason = page.Field("reason")?.Trim();
        var limit = kind == "comment" ? LongestComment : LongestReason;
        if (reason?.Length > limit) reason = reason[..limit];
        DecisionKind? decision = kind switch
        {
            "accept" => DecisionKind.Accept,
            "reject" => DecisionKind.Reject,
            "comment" when !string.IsNullOrEmpty(reason) => DecisionKind.Comment,
            _ => null,
        };
        if (decision is not { } what)
        {
            page.SeeOther(filter.LinkTo("/fact/" + stored.Fact.Id, ("note", page.Notes.Add(kind == "comment" ? "An empty comment is not kept." : "Nothing was decided."))));
            return Task.CompletedTask;
        }

        try
        {
            page.Store.Decide(new NewDecision
            {
                Kind = what,
                FactId = stored.Fact.Id,
                Reason = string.IsNullOrEmpty(reason) ? null : reason,
                Seen = what == DecisionKind.Comment ? null : Seen(page),
                Reviewer = page.Reviewer,
                At = page.Clock.GetUtcNow(),
            });
        }
        catch (StaleDecisionException)
        {
            return ConflictPage.ServeAsync(page, stored, filter, what, reason);
        }

        var note = page.Notes.Add(what == DecisionKind.Comment ? "Your comment is kept." : $"{Capital(DecisionText.Past(what))}: {FactText.Line(stored.Fact)}. Undo with u.");
        MoveOn(page, stored, filter, note, stay: what == DecisionKind.Comment);
        return Task.CompletedTask;
    }

    /// <summary>Some slots are wrong; the form has the right ones.</summary>
    public static Task CorrectAsync(PageContext page)
    {
        var filter = FactFilter.Parse(page.Field("filter"));
        if (page.Field("fact") is not { } id || page.Store.FindFact(id) is not { } stored)
            return NotFoundPage.ServeAsync(page, "There is no such fact (any more); nothing was corrected.");
        var length = page.Store.FindDocument(stored.DocumentId)?.Length ?? 0;
        var form = FactForm.Read(page.Http.Request.Form, length);
        var changes = form.IsValid ? form.ChangesFrom(stored.Fact) : [];
        if (form.IsValid && changes.IsEmpty) form.Trouble = "Nothing differs from the fact as it is. Press Accept if it is right.";
        else if (form.IsValid && !FactCorrection.TryApply(stored.Fact, changes, out _, out var error)) form.Trouble = error;
        if (!form.IsValid || form.Trouble is not null)
            return FactDetailPage.ServeAsync(page, stored, filter, form, StatusCodes.Status422UnprocessableEntity);

        try
        {
            page.Store.Decide(new NewDecision
            {
                Kind = DecisionKind.Correct,
                FactId = stored.Fact.Id,
                Changes = changes,
                Reason = page.Field("reason")?.Trim() is { Length: > 0 } reason ? reason[..Math.Min(reason.Length, LongestReason)] : null,
                Seen = Seen(page),
                Reviewer = page.Reviewer,
                At = page.Clock.GetUtcNow(),
            });
        }
        catch (StaleDecisionException)
        {
            form.Trouble = "Somebody else has decided on this fact meanwhile: see “Decisions and comments”. Nothing of yours is lost; save again to correct it nevertheless.";
            return FactDetailPage.ServeAsync(page, stored, filter, form, StatusCodes.Status409Conflict);
        }

        var what = string.Join(", ", changes.Select(change => $"{FactText.Label(change.Name)} {change.Value ?? "–"}"));
        MoveOn(page, stored, filter, page.Notes.Add($"Corrected {FactText.What(stored.Fact)}: {what}. Undo with u."), stay: false);
        return Task.CompletedTask;
    }

    /// <summary>A fact that extraction missed.</summary>
    public static Task AddAsync(PageContext page)
    {
        if (!long.TryParse(page.Field("doc"), out var documentId) || page.Store.ReadDocument(documentId) is not { } content)
            return NotFoundPage.ServeAsync(page, "There is no such document (any more); nothing was added.");
        var text = content.Document.Text;
        if (!FactForm.TrySpan(page.Field("span"), text.Length, out var span))
            return NotFoundPage.ServeAsync(page, "The words selected do not stand in the document; nothing was added.");
        var form = FactForm.Read(page.Http.Request.Form, text.Length);
        if (form.IsValid)
        {
            if (!FactCorrection.TryAdd(content.Document, span, form.All(), out var added, out var error)) form.Trouble = error;
            else if (page.Store.FindFact(added.Id) is not null) form.Trouble = "That fact is there already, with this sentence and these slots.";
        }

        if (!form.IsValid || form.Trouble is not null)
            return AddPage.ServeAsync(page, content, span, form, StatusCodes.Status422UnprocessableEntity);

        var decision = page.Store.Decide(new NewDecision
        {
            Kind = DecisionKind.Add,
            DocumentId = documentId,
            Span = span,
            Changes = form.All(),
            Reviewer = page.Reviewer,
            At = page.Clock.GetUtcNow(),
        });
        var note = page.Notes.Add($"Added: {FactText.Line(decision.Fact)}. Undo with u.");
        page.SeeOther(Link.Local($"/documents/{documentId}", ("note", note)));
        return Task.CompletedTask;
    }

    /// <summary>Accepts every pending fact of a filter, provided they are still those of the preview.</summary>
    public static Task AcceptAllAsync(PageContext page)
    {
        var filter = FactFilter.Parse(page.Field("filter"));
        var facts = Pending(page.Store, filter);
        if (page.Field("fingerprint") != Fingerprint(facts))
            return AcceptAllPage.ServeAsync(page, filter, "The facts of this filter have changed since the preview; nothing was accepted. Look again.");
        var at = page.Clock.GetUtcNow();
        try
        {
            page.Store.Decide([.. facts.Select(fact => new NewDecision
            {
                Kind = DecisionKind.Accept,
                FactId = fact.Fact.Id,
                Seen = Seen(page),
                Reviewer = page.Reviewer,
                At = at,
            })]);
        }
        catch (StaleDecisionException)
        {
            return AcceptAllPage.ServeAsync(page, filter, "Somebody else has decided on one of these facts meanwhile; nothing was accepted. Look again.");
        }

        page.SeeOther(filter.LinkTo("/", ("note", page.Notes.Add($"Accepted {facts.Length:#,0} facts. Undo with u takes back all of them."))));
        return Task.CompletedTask;
    }

    /// <summary>The facts that "accept all" would accept.</summary>
    public static ImmutableArray<StoredFact> Pending(IFactStore store, FactFilter filter) =>
        store.Facts((filter with { Status = ReviewState.Pending }).ToQuery() with { Limit = MostAtOnce, WithSlots = false }).Facts;

    /// <summary>Stands for a list of facts.</summary>
    public static string Fingerprint(ImmutableArray<StoredFact> facts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', facts.Select(fact => fact.Fact.Id)))));

    /// <summary>Takes back the reviewer's last decision that stands; one "accept all" is taken back as a whole.</summary>
    private static Task UndoAsync(PageContext page, FactFilter filter)
    {
        var last = page.Store.Decisions(new DecisionQuery { Reviewer = page.Reviewer, OnlyStanding = true, LatestFirst = true, Limit = 1 }).FirstOrDefault();
        if (last is null)
        {
            page.SeeOther(Back(page, filter, page.Field("fact"), page.Notes.Add("There is no decision of yours left to undo.")));
            return Task.CompletedTask;
        }

        var together = page.Store
            .Decisions(new DecisionQuery { Reviewer = page.Reviewer, OnlyStanding = true, LatestFirst = true, Limit = MostAtOnce })
            .TakeWhile(decision => decision.At == last.At && decision.Kind == last.Kind)
            .ToList();
        var at = page.Clock.GetUtcNow();
        page.Store.Decide([.. together.Select(decision => new NewDecision
        {
            Kind = DecisionKind.Undo,
            Undoes = decision.Sequence,
            Reviewer = page.Reviewer,
            At = at,
        })]);
        var was = DecisionText.Past(last.Kind);
        var note = page.Notes.Add(together.Count == 1
            ? $"Undone: {FactText.Line(last.Fact)} is no longer {(last.Kind == DecisionKind.Comment ? "commented on" : was)} by you."
            : $"Undone: {together.Count:#,0} facts are no longer {was} by you.");
        page.SeeOther(last.Kind == DecisionKind.Add || together.Count > 1 ? Back(page, filter, null, note) : Back(page, filter, last.Fact.Id, note));
        return Task.CompletedTask;
    }

    private static Link Back(PageContext page, FactFilter filter, string? factId, string note)
    {
        if (page.Field("from") == "fact" && factId is not null) return filter.LinkTo("/fact/" + Uri.EscapeDataString(factId), ("note", note));
        if (page.Field("from") == "document" && long.TryParse(page.Field("doc"), out var document)) return Link.Local($"/documents/{document}", ("note", note));
        return filter.LinkTo("/", ("cursor", page.Field("cursor")), ("at", factId), ("note", note));
    }

    private static void MoveOn(PageContext page, StoredFact stored, FactFilter filter, string note, bool stay)
    {
        var next = stay ? stored.Fact.Id : page.Field("next");
        if (page.Field("from") == "queue")
            page.SeeOther(filter.LinkTo("/", ("cursor", page.Field("cursor")), ("at", next), ("note", note)));
        else if (next is not null)
            page.SeeOther(filter.LinkTo("/fact/" + Uri.EscapeDataString(next), ("note", note)));
        else
            page.SeeOther(filter.LinkTo("/", ("note", note)));
    }

    private static long? Seen(PageContext page) => long.TryParse(page.Field("seen"), out var seen) ? seen : 0;

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
