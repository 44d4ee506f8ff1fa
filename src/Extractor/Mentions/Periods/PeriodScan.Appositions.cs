namespace Extractor.Mentions.Periods;

/// <content>Periods named twice or only by their length: "of last fiscal year 2023-24", "the seven-month trade balance".</content>
internal readonly partial struct PeriodScan
{
    private static readonly HashSet<string> FlowsOfMonths = new(StringComparer.OrdinalIgnoreCase) { "trade", "exports", "export", "imports", "import", "surplus", "deficit", "shipments", "total" };

    // "the current fiscal year 2024-25", "last fiscal year (FY24)": the same year by its number.
    private int NamedAgain(int last)
    {
        var i = last + 1;
        var isBracketed = tokens.IsSymbol(i, '(');
        if (isBracketed) i++;
        if (Is(i, "fy")) i++;
        var end = YearAt(i) is { } year && (Sign(i + 1, '-', '/') || tokens.IsSymbol(i + 1, '–')) && i + 2 < tokens.Count && tokens[i + 2].Length == 2 && Small(i + 2) == (year + 1) % 100 ? i + 2
            : i > last + 1 && Is(i - 1, "fy") && Small(i) is not null ? i : -1;
        if (end < 0) return last;
        return isBracketed ? tokens.IsSymbol(end + 1, ')') ? end + 1 : last : end;
    }

    // "the seven-month trade balance", "in the nine-month period": the year so far. Three months and twelve may be any.
    private PeriodMention? FirstMonths(int count, int start, int unit, int end)
    {
        if (count is < 2 or 3 or > 11 || unit == start + 1 || start == 0 || !Is(start - 1, "the")) return null;
        var isPeriod = end > unit;
        var next = end + 1;
        if (isPeriod ? Is(next, "ended") || Is(next, "ending") || Is(next, "to") || Is(next, "through") || Is(next, "from") || Is(next, "of") || Is(next, "since") : next >= tokens.Count || !FlowsOfMonths.Contains(tokens.Chars(next).ToString())) return null;
        return Make(start, end, PeriodKind.Months) with { FirstMonth = 1, LastMonth = count };
    }
}
