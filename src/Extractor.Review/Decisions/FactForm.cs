using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Store;
using Extractor.Text;
using Microsoft.AspNetCore.Http;

namespace Extractor.Review.Decisions;

/// <summary>The slots of a fact as a reviewer typed them, with the words that state them and what is wrong with them.</summary>
internal sealed class FactForm
{
    private readonly Dictionary<SlotName, string> typed = [];
    private readonly Dictionary<SlotName, string?> values = [];
    private readonly Dictionary<SlotName, TextSpan> spans = [];
    private readonly Dictionary<SlotName, string> errors = [];

    private FactForm()
    {
    }

    /// <summary>Whether all slots can stand.</summary>
    public bool IsValid => errors.Count == 0;

    /// <summary>What is wrong that belongs to no slot.</summary>
    public string? Trouble { get; set; }

    /// <summary>The first slot with a mistake, to put the cursor there.</summary>
    public SlotName? FirstError => SlotRules.Order.Cast<SlotName?>().FirstOrDefault(name => errors.ContainsKey(name!.Value));

    /// <summary>A form that shows a fact as it is.</summary>
    public static FactForm Of(Fact fact)
    {
        var form = new FactForm();
        foreach (var name in SlotRules.Order)
        {
            if (fact.Written(name) is { } value) form.typed[name] = value;
        }

        foreach (var slot in fact.Slots)
        {
            if (slot.Span is { } span) form.spans.TryAdd(slot.Name, span);
        }

        return form;
    }

    /// <summary>A form with some slots filled in.</summary>
    public static FactForm Of(IEnumerable<SlotChange> slots)
    {
        var form = new FactForm();
        foreach (var slot in slots)
        {
            if (slot.Value is { } value) form.typed[slot.Name] = value;
            if (slot.Span is { } span) form.spans[slot.Name] = span;
        }

        return form;
    }

    /// <summary>Reads a form that was sent; spans outside the text of <paramref name="length"/> characters are dropped.</summary>
    public static FactForm Read(IFormCollection fields, int length)
    {
        var form = new FactForm();
        foreach (var name in SlotRules.Order)
        {
            var text = fields["slot." + FactLineNames.Of(name)].ToString();
            form.typed[name] = text;
            var (value, error) = SlotRules.Read(name, text);
            form.values[name] = value;
            if (error is not null) form.errors[name] = error;
            if (TrySpan(fields["span." + FactLineNames.Of(name)].ToString(), length, out var span)) form.spans[name] = span;
        }

        foreach (var (name, message) in SlotRules.Whole(form.values)) form.errors.TryAdd(name, message);
        return form;
    }

    /// <summary>Reads <c>start-end</c>.</summary>
    public static bool TrySpan(string? text, int length, out TextSpan span)
    {
        span = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash <= 0 || !int.TryParse(text.AsSpan(0, dash), out var start) || !int.TryParse(text.AsSpan(dash + 1), out var end)) return false;
        if (start < 0 || end <= start || end > length) return false;
        span = new TextSpan(start, end);
        return true;
    }

    public string? Typed(SlotName name) => typed.TryGetValue(name, out var text) ? text : null;

    public TextSpan? Span(SlotName name) => spans.TryGetValue(name, out var span) ? span : null;

    public string? Error(SlotName name) => errors.TryGetValue(name, out var error) ? error : null;

    /// <summary>The slots whose value differs from <paramref name="fact"/>'s, as changes.</summary>
    public ImmutableArray<SlotChange> ChangesFrom(Fact fact)
    {
        var changes = ImmutableArray.CreateBuilder<SlotChange>();
        foreach (var name in SlotRules.Order)
        {
            var before = SlotRules.Read(name, fact.Written(name)).Value;
            var span = Span(name);
            if (values[name] != before) changes.Add(new SlotChange(name, values[name], span));
            else if (values[name] is not null && span is not null && fact.Slots.Where(s => s.Name == name).Select(s => s.Span).FirstOrDefault() != span)
                changes.Add(new SlotChange(name, values[name], span));
        }

        return changes.ToImmutable();
    }

    /// <summary>All slots that have a value.</summary>
    public ImmutableArray<SlotChange> All() =>
        [.. SlotRules.Order.Where(name => values[name] is not null).Select(name => new SlotChange(name, values[name], Span(name)))];
}
