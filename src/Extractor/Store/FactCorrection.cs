using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Extractor.Facts;
using Extractor.Text;

namespace Extractor.Store;

/// <summary>Facts as reviewers correct and add them; what they type is validated as ANNOTATION.md has it.</summary>
public static class FactCorrection
{
    /// <summary>The rule's name of facts that reviewers added.</summary>
    public const string ReviewerRule = "reviewer";

    /// <summary>Applies <paramref name="changes"/> in order; the id stays. On failure <paramref name="error"/> says which field is wrong and what was expected.</summary>
    public static bool TryApply(
        Fact fact,
        IEnumerable<SlotChange> changes,
        [NotNullWhen(true)] out Fact? corrected,
        [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(fact);
        ArgumentNullException.ThrowIfNull(changes);
        corrected = null;
        error = null;
        var result = fact;
        foreach (var change in changes)
        {
            if (Set(result, change.Name, string.IsNullOrWhiteSpace(change.Value) ? null : change.Value.Trim(), out var problem) is not { } next)
            {
                error = problem ?? "unreadable";
                return false;
            }

            result = next with { Slots = Slots(next, change) };
        }

        if (!HasMeasure(result))
        {
            error = "a fact needs at least one number: value, growth, multiple, change, share, contribution, contributionRate, growthChange, growthGap or shareChange";
            return false;
        }

        if ((result.Value is not null || result.Change is not null) && result.Unit is null)
        {
            error = "unit: expected with value and change, such as USD or tonnes";
            return false;
        }

        corrected = result;
        return true;
    }

    /// <summary>Makes the fact that a reviewer read at <paramref name="span"/>.</summary>
    public static bool TryAdd(
        SourceDocument document,
        TextSpan span,
        IEnumerable<SlotChange> slots,
        [NotNullWhen(true)] out Fact? added,
        [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(slots);
        added = null;
        if (span.IsEmpty || span.End > document.Text.Length)
        {
            error = $"{span} is no stretch of the text of {document.Name}, which has {document.Text.Length} characters";
            return false;
        }

        var given = slots.ToList();
        foreach (var required in (ReadOnlySpan<SlotName>)[SlotName.Region, SlotName.Period, SlotName.Flow])
        {
            if (given.Exists(slot => slot.Name == required && !string.IsNullOrWhiteSpace(slot.Value))) continue;
            error = $"{FactLineNames.Of(required)}: required";
            return false;
        }

        var blank = new Fact
        {
            Id = "",
            Doc = document.Name,
            Span = span,
            Quote = span.Of(document.Text),
            Region = "",
            Period = TradePeriod.WholeYear(null),
            Flow = Flow.Trade,
            Slots = [],
            Rule = ReviewerRule,
        };
        if (!TryApply(blank, given, out var fact, out error)) return false;
        added = fact with { Id = FactIdentity.Of(document.Hash, fact) };
        return true;
    }

    private static bool HasMeasure(Fact fact)
    {
        for (var name = SlotName.Value; name <= SlotName.ShareChange; name++)
            if (fact.Number(name) is not null) return true;
        return false;
    }

    private static ImmutableArray<Slot> Slots(Fact fact, SlotChange change)
    {
        var slots = fact.Slots.IsDefault ? [] : fact.Slots.RemoveAll(slot => slot.Name == change.Name);
        if (fact.Written(change.Name) is not { } value || string.IsNullOrWhiteSpace(change.Value)) return slots;
        return slots.Add(new Slot(change.Name, value, change.Span, change.Span is null ? SlotOrigin.Default : SlotOrigin.Stated));
    }

    private static Fact? Set(Fact fact, SlotName name, string? value, out string? error)
    {
        error = null;
        switch (name)
        {
            case SlotName.Region:
                return value is null ? Fail(name, "a name such as Zhejiang", value, out error) : fact with { Region = value };
            case SlotName.Period:
                return TradePeriod.TryParse(value, out var period)
                    ? fact with { Period = period }
                    : Fail(name, "YYYY-MM/YYYY-MM, days where the text has them, XXXX for an unknown year", value, out error);
            case SlotName.Flow:
                return FactLineNames.TryFlow(value, out var flow)
                    ? fact with { Flow = flow }
                    : Fail(name, "trade, exports, imports or balance", value, out error);
            case SlotName.Partner:
                return value is null || IsPartner(value)
                    ? fact with { Partner = value }
                    : Fail(name, "country codes such as US or groups such as ASEAN, in capitals, joined with +", value, out error);
            case SlotName.Category: return fact with { Category = value };
            case SlotName.Unit: return fact with { Unit = value };
            case SlotName.Basis:
                return value is null or "yoy" or "mom" or "qoq" or "period" || TradePeriod.TryParse(value, out _)
                    ? fact with { Basis = value == "yoy" ? null : value }
                    : Fail(name, "yoy, mom, qoq, period or YYYY-MM/YYYY-MM", value, out error);
            case SlotName.Terms: return fact with { Terms = value };
            case SlotName.ShareOf: return fact with { ShareOf = value };
            case SlotName.Rank:
                if (value is null) return fact with { Rank = null };
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rank) && rank > 0
                    ? fact with { Rank = rank }
                    : Fail(name, "a whole number from 1", value, out error);
            case SlotName.Approx:
                return FactLineNames.TryApprox(value, out var approx) ? fact with { Approx = approx } : Fail(name, ">, < or ~", value, out error);
            case SlotName.Modality:
                return FactLineNames.TryModality(value ?? "actual", out var modality)
                    ? fact with { Modality = modality }
                    : Fail(name, "actual, forecast, target or revised", value, out error);
            default:
                if (value is null) return SetNumber(fact, name, null);
                const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;
                return decimal.TryParse(value, Style, CultureInfo.InvariantCulture, out var number)
                    ? SetNumber(fact, name, number)
                    : Fail(name, "a number such as -5.2", value, out error);
        }
    }

    private static Fact SetNumber(Fact fact, SlotName name, decimal? number) => name switch
    {
        SlotName.Value => fact with { Value = number },
        SlotName.Growth => fact with { Growth = number },
        SlotName.Multiple => fact with { Multiple = number },
        SlotName.Change => fact with { Change = number },
        SlotName.Share => fact with { Share = number },
        SlotName.Contribution => fact with { Contribution = number },
        SlotName.ContributionRate => fact with { ContributionRate = number },
        SlotName.GrowthChange => fact with { GrowthChange = number },
        SlotName.GrowthGap => fact with { GrowthGap = number },
        SlotName.ShareChange => fact with { ShareChange = number },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a measure."),
    };

    private static bool IsPartner(string value)
    {
        foreach (var part in value.Split('+'))
        {
            if (part.Length < 2) return false;
            foreach (var c in part)
                if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c is not ('-' or ' ' or '&')) return false;
        }

        return true;
    }

    private static Fact? Fail(SlotName name, string expected, string? found, out string? error)
    {
        error = $"{FactLineNames.Of(name)}: expected {expected}, found {(found is null ? "nothing" : $"'{found}'")}";
        return null;
    }
}
