using System.Collections.Immutable;
using System.Globalization;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Rules.Reading;

/// <content>From a draft to a fact with its slots.</content>
internal sealed partial class FactComposer
{
    private Fact Finish(Draft draft, Sentence sentence)
    {
        var slots = ImmutableArray.CreateBuilder<Slot>();
        var flow = FlowOf(draft.Flow.Value);
        var region = draft.Region.Value.Name;
        Slot(slots, SlotName.Region, region, draft.Region.Span, draft.Region.Origin);
        Slot(slots, SlotName.Period, draft.Period.Value.ToString(), draft.Period.Span, draft.Period.Origin);
        Slot(slots, SlotName.Flow, FlowName(flow), draft.Flow.Span, draft.Flow.Origin);
        if (draft.Partner is { } partner) Slot(slots, SlotName.Partner, partner.Value, partner.Span, partner.Origin);
        if (draft.Category is { } category) Slot(slots, SlotName.Category, category.Value, category.Span, category.Origin);
        foreach (var (measure, (value, span)) in draft.Measures.OrderBy(m => m.Key)) Slot(slots, measure, value.ToString(CultureInfo.InvariantCulture), span, SlotOrigin.Stated);
        if (draft.Unit is { } unit && draft.Readings.Find(r => r.Item.Number!.Unit is not null) is { } withUnit)
            Slot(slots, SlotName.Unit, unit, withUnit.Item.Number!.Span, withUnit.Item.Number.SharesUnit ? SlotOrigin.Carried : SlotOrigin.Stated);
        if (draft.Basis is { } basis) Slot(slots, SlotName.Basis, basis, draft.BasisSpan, draft.BasisSpan is null ? SlotOrigin.Default : SlotOrigin.Stated);
        if (draft.Terms is { } terms) Slot(slots, SlotName.Terms, terms, null, SlotOrigin.Default);
        if (draft.ShareOf is { } shareOf) Slot(slots, SlotName.ShareOf, shareOf, null, SlotOrigin.Document);

        var flags = draft.Subject.Flags;
        if (!draft.Period.Value.YearIsKnown) flags |= FactFlags.YearUnknown;
        if (draft.Period.Origin is SlotOrigin.Carried or SlotOrigin.Default) flags |= FactFlags.PeriodCarried;
        if (draft.Region.Origin != SlotOrigin.Stated && draft.Region.Origin == SlotOrigin.Document) flags |= FactFlags.RegionAssumed;
        if (draft.IsListPaired) flags |= FactFlags.ListPaired;
        if (draft.Approx != Approx.Exact) flags |= FactFlags.Bound;
        if (draft.Modality is Modality.Forecast or Modality.Target) flags |= FactFlags.Forecast;

        var fact = new Fact
        {
            Id = "",
            Doc = document.Name,
            Span = sentence.Span,
            Quote = sentence.Span.Of(document.Text),
            Region = region,
            Period = draft.Period.Value,
            Flow = flow,
            Partner = draft.Partner?.Value,
            Category = draft.Category?.Value,
            Value = draft.Get(SlotName.Value),
            Unit = draft.Unit,
            Growth = draft.Get(SlotName.Growth),
            Basis = draft.Basis,
            Terms = draft.Terms,
            Multiple = draft.Get(SlotName.Multiple),
            Change = draft.Get(SlotName.Change),
            Share = draft.Get(SlotName.Share),
            ShareOf = draft.ShareOf,
            Contribution = draft.Get(SlotName.Contribution),
            ContributionRate = draft.Get(SlotName.ContributionRate),
            GrowthChange = draft.Get(SlotName.GrowthChange),
            GrowthGap = draft.Get(SlotName.GrowthGap),
            ShareChange = draft.Get(SlotName.ShareChange),
            Rank = draft.Get(SlotName.Rank) is { } rank ? (int)rank : null,
            Approx = draft.Approx,
            Modality = draft.Modality,
            Slots = slots.ToImmutable(),
            Rule = draft.Rule.Name,
            Flags = flags,
            Derivation = Derivation(draft),
        };
        fact = fact with { Id = FactIdentity.Of(document.Hash, fact) };
        foreach (var reading in draft.Readings) reading.FactId = fact.Id;
        return fact;
    }

    private ImmutableArray<string> Derivation(Draft draft)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        foreach (var reading in draft.Readings)
            lines.Add($"'{reading.Item.Number!.Span.Of(document.Text)}' is {FactLineNames.Of(Measure(reading.Role))} by rule {reading.Match!.Rule.Name}: {reading.Match.Rule.Explanation}");
        lines.Add($"subject '{Words(draft.Flow.Span)}' ({Origin(draft.Flow.Origin)})");
        lines.Add($"region {draft.Region.Value.Name} from '{Words(draft.Region.Span)}' ({Origin(draft.Region.Origin)})");
        lines.Add($"period {draft.Period.Value} from '{Words(draft.Period.Span)}' ({Origin(draft.Period.Origin)})");
        if (draft.Partner is { } partner) lines.Add($"partner {partner.Value} from '{Words(partner.Span)}' ({Origin(partner.Origin)})");
        if (draft.Category is { } category) lines.Add($"category '{category.Value}' from '{Words(category.Span)}' ({Origin(category.Origin)})");
        return lines.ToImmutable();
    }

    private string Words(TextSpan? span) => span is { } s ? s.Of(document.Text) : "";

    private static string Origin(SlotOrigin origin) => origin switch
    {
        SlotOrigin.Stated => "stated",
        SlotOrigin.Carried => "carried",
        SlotOrigin.Document => "document",
        _ => "default",
    };

    private static string FlowName(Flow flow) => flow switch
    {
        Flow.Trade => "trade",
        Flow.Exports => "exports",
        Flow.Imports => "imports",
        _ => "balance",
    };

    private static void Slot(ImmutableArray<Slot>.Builder slots, SlotName name, string value, TextSpan? span, SlotOrigin origin) => slots.Add(new Slot(name, value, span, origin));
}
