using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Extractor.Facts;

namespace Extractor.Cli.Output;

/// <summary>The columns of facts.</summary>
internal static class FactColumns
{
    /// <summary>Every field of the fact line but the slots' spans, for CSV.</summary>
    public static ImmutableArray<Column<FactLine>> All { get; } =
    [
        new("doc", line => line.Fact.Doc),
        .. Enum.GetValues<SlotName>().Select(slot => new Column<FactLine>(FactLineNames.Of(slot), line => Written(line.Fact, slot))),
        new("id", line => line.Fact.Id),
        new("quote", line => line.Fact.Quote),
        new("start", line => (long)line.Fact.Span.Start),
        new("end", line => (long)line.Fact.Span.End),
        new("rule", line => line.Fact.Rule),
        new("flags", line => Joined(FactLineNames.Of(line.Fact.Flags))),
        new("checks", line => Joined(line.Checks)),
        new("url", line => line.Metadata.Url),
        new("title", line => line.Metadata.Title),
        new("published", line => line.Metadata.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        new("language", line => line.Metadata.Language),
        new("run", line => line.Run),
    ];

    /// <summary>What a person needs to see, in one line of a terminal.</summary>
    public static ImmutableArray<Column<FactLine>> Brief { get; } =
    [
        new("id", line => line.Fact.Id),
        new("region", line => line.Fact.Region),
        new("period", line => line.Fact.Period.ToString()),
        new("flow", line => FactLineNames.Of(line.Fact.Flow)),
        new("partner", line => line.Fact.Partner),
        new("category", line => line.Fact.Category),
        new("figures", line => Figures.Of(line.Fact)),
        new("where", line => $"{line.Fact.Doc}:{line.Fact.Span}"),
    ];

    /// <summary>The same with the sentence.</summary>
    public static ImmutableArray<Column<FactLine>> WithQuote { get; } = [.. Brief, new("quote", line => line.Fact.Quote)];

    /// <summary>The header of a file of facts.</summary>
    public static string CsvHeader()
    {
        var line = new StringBuilder();
        CsvLine.Append(line, All.Select(column => column.Name));
        return line.ToString();
    }

    public static void AppendCsv(StringBuilder text, FactLine line) => CsvLine.Append(text, All.Select(column => column.Value(line).Text));

    private static Cell Written(Fact fact, SlotName slot) => slot switch
    {
        // Left out where they are the default, as in the fact line.
        SlotName.Basis => fact.Basis,
        SlotName.Modality => fact.Modality == Modality.Actual ? null : FactLineNames.Of(fact.Modality),
        SlotName.Rank => Cell.Number(fact.Written(slot)),
        _ => fact.Number(slot) is null ? fact.Written(slot) : Cell.Number(fact.Written(slot)),
    };

    private static string? Joined(IEnumerable<string> words) => string.Join(' ', words) is { Length: > 0 } joined ? joined : null;
}
