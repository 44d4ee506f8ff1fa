using Extractor.Text;

namespace Extractor.Mentions.Numbers;

/// <summary>
/// What numbers take from their neighbours: scale and unit in lists ("1.2, 1.1 and 0.9 trillion yuan"), both ends of ranges,
/// second currencies ("4.68 trillion yuan ($658.63 billion)"), and the country of a bare dollar.
/// </summary>
internal readonly ref struct NumberSharing(NumberTokens text)
{
    private readonly NumberTokens text = text;
    private readonly TokenList tokens = text.Tokens;
    private readonly NumberLexicon lexicon = text.Lexicon;

    private enum Link
    {
        None,
        Comma,
        And,
        To,
        Dash,
        From,
    }

    public void Apply(Span<NumberDraft> drafts)
    {
        ShareBackwards(drafts);
        ShareForwards(drafts);
        MarkSecondCurrencies(drafts);
        SettleNames(drafts);
    }

    private Link LinkBetween(NumberDraft left, NumberDraft right)
    {
        int from = left.OuterLast + 1, to = right.OuterFirst;
        if (from == to) return left.Last == right.First && left.End < right.Start ? Link.Comma : Link.None;
        if (to - from is < 1 or > 2) return Link.None;
        for (var t = from; t <= to; t++)
        {
            if (tokens[t].Gap == TokenGap.Paragraph) return Link.None;
        }

        var comma = tokens.IsSymbol(from, ',');
        if (to - from == 1)
        {
            if (comma) return Link.Comma;
            if (tokens.IsSymbol(from, '-') || tokens.IsSymbol(from, '–') || tokens.IsSymbol(from, '~')) return Link.Dash;
        }

        var word = comma ? from + 1 : from;
        if (word != to - 1) return Link.None;

        // ", or 5%" says the same again.
        if (comma && text.Has(word, NumberCue.Or)) return Link.Comma;
        if (tokens.IsSymbol(word, '&') || text.Has(word, NumberCue.And | NumberCue.Or)) return Link.And;
        if (!comma && text.Has(word, NumberCue.From | NumberCue.Against)) return Link.From;
        return !comma && text.Has(word, NumberCue.To) ? Link.To : Link.None;
    }

    private void ShareBackwards(Span<NumberDraft> drafts)
    {
        for (var i = drafts.Length - 2; i >= 0; i--)
        {
            var left = drafts[i];
            var right = drafts[i + 1];
            var link = LinkBetween(left, right);
            if (link == Link.None) continue;
            if (link is Link.And or Link.To or Link.Dash) right.InList = true;
            var listed = link != Link.Comma || right.InList;
            if (left.IsPlain && !left.UnitBefore && right.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal or NumberKind.Multiple)
                && left.Scale == 1 && !right.UnitBefore && (!left.IsGrouped || right.Scale == 1)
                && (listed || (left.Decimals > 0 && right.Decimals > 0)) && (link != Link.From || left.Decimals > 0)
                && !(left.IsGrouped && right.Kind is NumberKind.Percent or NumberKind.PercentagePoints)
                && (!left.IsSpelled || right.IsSpelled || link == Link.Dash))
            {
                TakeScale(left, right);
                TakeUnit(left, right);
                left.InList = true;
            }
            else if (left.IsPlain && left.Scale == 1 && right is { Kind: NumberKind.Cardinal, Scale: > 1 } && listed && !left.IsGrouped && !left.IsSpelled && !right.IsSpelled && (left.Decimals > 0 || link is Link.Dash or Link.To))
            {
                // 1.2 and 0.9 million people
                TakeScale(left, right);
                left.InList = true;
            }
            else if (left is { Kind: NumberKind.Cardinal, Scale: > 1 } && right is { Kind: NumberKind.Money or NumberKind.Quantity, UnitBefore: false } && (listed || left.Scale == right.Scale))
            {
                // 614.8 billion and 480.1 billion yuan
                TakeUnit(left, right);
                left.InList = true;
            }
            else if (left is { Kind: NumberKind.Money, UnitBefore: true, Scale: 1 } && left.IsGrouped == right.IsGrouped && listed && right.Scale > 1 && right.Mantissa > 0
                && ((right.Kind == NumberKind.Money && (right.Unit == left.Unit || !right.UnitBefore)) || right.Kind == NumberKind.Cardinal)
                && left.Mantissa <= right.Mantissa * 100 && right.Mantissa <= left.Mantissa * 100)
            {
                // $5-10 billion, between $5 and $10 billion
                TakeScale(left, right);
                left.SharesUnit = true;
                left.InList = true;
            }
            else
            {
                left.InList |= left.Kind == right.Kind && link == Link.Comma && right.InList;
                MarkRange(left, right, link, shared: false);
                continue;
            }

            MarkRange(left, right, link, shared: true);
        }
    }

    private static void TakeScale(NumberDraft left, NumberDraft right)
    {
        // Mt are millions of tonnes, basis points hundredths of a point: those factors are shared, too.
        var factor = right.Mantissa != 0 && right.Kind is NumberKind.PercentagePoints or NumberKind.Quantity ? right.Value / right.Mantissa : right.Scale;
        left.MultiplyBy(factor);
        left.SharesUnit = true;
    }

    private static void TakeUnit(NumberDraft left, NumberDraft right)
    {
        left.Kind = right.Kind;
        left.Unit = right.Unit;
        left.AmbiguousUnit = right.AmbiguousUnit;
        left.BareName = right.BareName;
        left.SharesUnit = true;
    }

    private void MarkRange(NumberDraft left, NumberDraft right, Link link, bool shared)
    {
        var range = link switch
        {
            Link.Dash => (shared || left.Kind == right.Kind) && !left.IsLabel && !right.IsLabel && !left.IsDatePart && !left.IsYear,

            // "rose 5% to 7%" and "from 5 to 7%" are a change and a level; "5 to 7%" and "growth of 5% to 7%" are ranges.
            Link.To => shared
                ? !text.Has(left.OuterFirst - 1, NumberCue.From)
                : left.Kind == right.Kind && left.Unit == right.Unit && left.Kind is not (NumberKind.Cardinal or NumberKind.Ordinal) && text.Has(left.OuterFirst - 1, NumberCue.RangeBefore) && !IsChangeAndLevel(left, right),
            Link.And => text.Has(left.OuterFirst - 1, NumberCue.Between) && left.Kind == right.Kind,
            _ => false,
        };
        if (!range) return;
        left.IsRange = true;
        right.IsRange = true;
    }

    // "an increase in exports of $2.3 billion to $57 billion": amounts too far apart for a range.
    private static bool IsChangeAndLevel(NumberDraft left, NumberDraft right) =>
        left.Kind is NumberKind.Money or NumberKind.Quantity && (right.Value <= left.Value || right.Value > left.Value * 4);

    /// <summary>
    /// "$1.2 billion and 900 million", "US$5-10 billion": the currency before the first holds for the rest. "5.2 billion yuan, up from
    /// 4.9 billion" and "222 million dollars in August and 212 million in September": so it does for another level of the sentence.
    /// </summary>
    private void ShareForwards(Span<NumberDraft> drafts)
    {
        for (var i = 1; i < drafts.Length; i++)
        {
            var right = drafts[i];
            if (right is not { Kind: NumberKind.Cardinal, Scale: > 1, IsLabel: false }) continue;
            var left = drafts[i - 1];
            if (left.Kind == NumberKind.Money && (left.UnitBefore || left.Scale > 1) && LinkBetween(left, right) is var link and not Link.None
                && (link is Link.Dash or Link.To || !IsFollowedByNoun(right)))
            {
                TakeUnit(right, left);
                right.UnitBefore = left.UnitBefore;
            }
            else if (text.Has(right.OuterFirst - 1, NumberCue.From | NumberCue.Against | NumberCue.And | NumberCue.To) && !IsFollowedByNoun(right) && LevelBefore(drafts[..i], right) is { } level)
            {
                TakeUnit(right, level);
                right.UnitBefore = level.UnitBefore;
            }
        }
    }

    /// <summary>The amount of money shortly before in the same sentence; percentages may stand between.</summary>
    private NumberDraft? LevelBefore(Span<NumberDraft> before, NumberDraft right)
    {
        for (var i = before.Length - 1; i >= 0 && i >= before.Length - 3; i--)
        {
            var level = before[i];
            if (right.First - level.Last > 12) return null;
            if (level is { Kind: NumberKind.Money, IsSecondCurrency: false, Scale: > 1 })
            {
                for (var t = level.Last + 1; t <= right.First; t++)
                {
                    if (tokens[t].Gap == TokenGap.Paragraph || tokens.IsSymbol(t, '.') || tokens.IsSymbol(t, ';')) return null;
                }

                return level;
            }

            if (level.Kind is not (NumberKind.Percent or NumberKind.PercentagePoints)) return null;
        }

        return null;
    }

    private bool IsFollowedByNoun(NumberDraft draft)
    {
        var next = draft.Last + 1;
        return next < tokens.Count && tokens[next] is { Kind: TokenKind.Word, Gap: not TokenGap.Paragraph }
            && !text.Has(next, NumberCue.FractionFollow | NumberCue.And | NumberCue.Or | NumberCue.Respectively | NumberCue.To | NumberCue.Article | NumberCue.The | NumberCue.Calendar | NumberCue.CalendarAfter);
    }

    private void MarkSecondCurrencies(Span<NumberDraft> drafts)
    {
        var anchor = -1;
        var open = false;
        for (var i = 1; i < drafts.Length; i++)
        {
            var draft = drafts[i];
            var previous = drafts[i - 1];
            var money = draft.Kind == NumberKind.Money;
            if (!money && !(draft is { Kind: NumberKind.Cardinal, Scale: > 1 }))
            {
                open = false;
                continue;
            }

            var from = previous.OuterLast + 1;
            if (open && IsSeparator(from, draft.OuterFirst))
            {
                draft.IsSecondCurrency = money && draft.Unit != drafts[anchor].Unit;
                continue;
            }

            open = false;
            if (previous.Kind != NumberKind.Money || previous.IsSecondCurrency || from > draft.OuterFirst) continue;
            var bracket = tokens.IsSymbol(from, '(') || tokens.IsSymbol(from, '[');
            if (bracket ? !IsEquivalence(from + 1, draft.OuterFirst) : !IsEquivalence(tokens.IsSymbol(from, ',') ? from + 1 : from, draft.OuterFirst) && !IsSlash(from, draft.OuterFirst)) continue;
            if (!bracket && draft.OuterFirst <= from) continue;
            if (money ? draft.Unit == previous.Unit && !draft.AmbiguousUnit : !bracket) continue;
            if (money && draft.Unit == previous.Unit) continue;
            if (!bracket && draft.SharesUnit) continue;
            if (!bracket && IsEmptyLink(from, draft.OuterFirst)) continue;
            draft.IsSecondCurrency = true;
            anchor = i - 1;
            open = bracket;
        }
    }

    private bool IsSlash(int from, int to) => to - from == 1 && tokens.IsSymbol(from, '/');

    private bool IsEmptyLink(int from, int to) => to == from || (to - from == 1 && tokens.IsSymbol(from, ','));

    private bool IsSeparator(int from, int to) => to - from == 1 && (tokens.IsSymbol(from, ';') || tokens.IsSymbol(from, ',') || tokens.IsSymbol(from, '/') || text.Has(from, NumberCue.Or | NumberCue.And));

    /// <summary>Whether nothing but "or", "equivalent to" and the like stands between: "or the equivalent of".</summary>
    private bool IsEquivalence(int from, int to)
    {
        var t = from;
        while (t < to)
        {
            var node = 0;
            var end = -1;
            for (var k = t; k < to; k++)
            {
                node = lexicon.Equivalences.Step(node, text.WordAt(k));
                if (node < 0) break;
                if (lexicon.Equivalences.EntriesAt(node).Length > 0) end = k;
            }

            if (end < 0) return false;
            t = end + 1;
        }

        return true;
    }

    /// <summary>
    /// "dlrs" are Hong Kong's after "H.K. dlrs", and "kroner" Denmark's where "Danish kroner" are named, if the text names no other
    /// dollar or krone. Dollars are America's until another is named.
    /// </summary>
    private void SettleNames(Span<NumberDraft> drafts)
    {
        List<string>? names = null;
        foreach (var draft in drafts)
        {
            if (draft.BareName is not { } name || names?.Contains(name) == true) continue;
            (names ??= []).Add(name);
            SettleName(drafts, name);
        }
    }

    private void SettleName(Span<NumberDraft> drafts, string name)
    {
        string? unit = null;
        var first = 0;
        for (var i = 0; i < drafts.Length; i++)
        {
            var draft = drafts[i];
            if (draft is not { Kind: NumberKind.Money, AmbiguousUnit: false, Unit: { } explicitUnit } || !lexicon.IsCalled(explicitUnit, name)) continue;
            if (unit is null) (unit, first) = (explicitUnit, i);
            else if (unit != explicitUnit) return;
        }

        if (unit is null) return;
        foreach (var draft in name == "dollar" ? drafts[first..] : drafts)
        {
            if (draft is { Kind: NumberKind.Money, IsSecondCurrency: false } && draft.BareName == name) (draft.Unit, draft.AmbiguousUnit) = (unit, false);
        }
    }
}
