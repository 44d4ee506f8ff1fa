using Extractor.Lexicons;
using Extractor.Mentions.Numbers;

namespace Extractor.Rules.Reading;

/// <summary>Pairs numbers with the members of a subject's list by position, kind by kind: "A, B and C were 1, 2 and 3 respectively, up 4%, 5% and 6%".</summary>
internal static class ListPairing
{
    /// <summary>Gives each reading the index of its member; -1 where a number is said of all of them together.</summary>
    public static void Pair(List<Item> items, List<NumberReading> readings)
    {
        var bySubject = new Dictionary<Subject, List<NumberReading>>(ReferenceEqualityComparer.Instance);
        foreach (var reading in readings)
        {
            if (reading is not { Match: not null, Class: Facts.NumberClass.Unresolved, Subject: { Aside: null } subject }) continue;
            if (!bySubject.TryGetValue(subject, out var its)) bySubject.Add(subject, its = []);
            its.Add(reading);
        }

        foreach (var (subject, its) in bySubject)
        {
            // Amounts first: what stands in the brackets behind them goes with them.
            foreach (var group in its.GroupBy(r => (r.Item.Number!.Kind, r.Role)).OrderBy(g => g.Key.Kind is NumberKind.Money or NumberKind.Quantity ? 0 : 1)) Pair(items, subject, [.. group], its);
        }
    }

    /// <summary>Index of the amount behind which the number stands in brackets: "$22 billion (up 3%)"; null when it does not.</summary>
    public static int? AmountBefore(List<Item> items, int number)
    {
        var open = number - 1;
        while (open > 0 && open > number - 4 && items[open].Kind == ItemKind.Word) open--;
        return open > 0 && items[open].IsSymbol('(') && items[open - 1] is { Kind: ItemKind.Number, Number.Kind: NumberKind.Money or NumberKind.Quantity } ? open - 1 : null;
    }

    private static void Pair(List<Item> items, Subject subject, List<NumberReading> group, List<NumberReading> all)
    {
        foreach (var reading in group) reading.Member = -1;
        for (var i = 0; i < group.Count;)
        {
            var end = i + 1;
            while (end < group.Count && AreNeighbours(items, group[end - 1].At, group[end].At)) end++;
            Pair(items, subject, group.GetRange(i, end - i), all, group.Count);
            i = end;
        }
    }

    private static void Pair(List<Item> items, Subject subject, List<NumberReading> run, List<NumberReading> all, int groupCount)
    {
        // "Exports and imports amounted to $22 billion (up 3%) and $18 billion (down 2%)"
        if (run.Count == 1 && AmountBefore(items, run[0].At) is { } at && all.Find(r => r.At == at) is { Member: >= 0 } amount)
        {
            (run[0].Subject, run[0].Member) = (amount.Subject, amount.Member);
            return;
        }

        if (subject is { Members: <= 1, Categories: [{ Value: var both } pair] } && run.Count == 2 && both.Split(" and ") is [var former, var latter] && items.Exists(i => i.Word?.Form is "respectively"))
        {
            // "flat and long product exports were 374,359 and 686,373 tonnes, respectively"
            var apart = subject with { Categories = [pair with { Value = former }, pair with { Value = latter }] };
            for (var k = 0; k < 2; k++) (run[k].Subject, run[k].Member) = (apart, k);
            return;
        }

        if (subject is { Members: <= 1, FlowParts.Count: 2 } && run.Count == 2)
        {
            var split = subject with { Flows = subject.FlowParts, FlowParts = [] };
            for (var k = 0; k < 2; k++) (run[k].Subject, run[k].Member) = (split, k);
            return;
        }

        if (subject.Members <= 1 || run.Count == 1 && groupCount != subject.Members) return;
        if (run.Count == subject.Members)
        {
            for (var k = 0; k < run.Count; k++) run[k].Member = k;
            return;
        }

        foreach (var member in run)
        {
            member.Reason = $"{run.Count} numbers for a list of {subject.Members}";
            member.Subject = subject with { IsUnclear = true };
        }
    }

    // Nothing but commas, conjunctions, bounds and brackets between two numbers.
    private static bool AreNeighbours(List<Item> items, int first, int second)
    {
        var depth = 0;
        var steps = 0;
        for (var i = first + 1; i < second; i++)
        {
            if (items[i].IsSymbol('(')) depth++;
            else if (items[i].IsSymbol(')')) depth--;
            else if (depth > 0) continue;
            else if (++steps > 4 || !(items[i].IsSymbol(',') || items[i].IsBound || items[i].Kind == ItemKind.Number && items[i].Number!.IsSecondCurrency || items[i].Kind == ItemKind.Word && (items[i].Word?.Form is "and" or "to" or "by" || items[i].Is(WordClass.Adverb | WordClass.Determiner)))) return false;
        }

        return depth == 0;
    }
}
