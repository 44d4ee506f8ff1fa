using System.Collections.Immutable;
using Extractor.Facts;
using Extractor.Review.Html;
using Extractor.Store;

namespace Extractor.Review.Pages;

/// <summary>What a reviewer looks at: the filters of <c>extractor facts</c> with status, flags, rule and order, as they stand in a page's address.</summary>
public sealed record FactFilter
{
    /// <summary>Stands for "the world" or "all goods": facts without partner or category.</summary>
    public const string Nothing = "-";

    public string? Region { get; init; }

    public string? Flow { get; init; }

    public string? Partner { get; init; }

    public string? Category { get; init; }

    /// <summary><c>START/END</c> for exactly this period; <c>YYYY</c> or <c>YYYY-MM</c> for any that shares a month with it.</summary>
    public string? Period { get; init; }

    public string? Doc { get; init; }

    public string? Text { get; init; }

    public ReviewState? Status { get; init; }

    public FactFlags Flags { get; init; }

    public string? Rule { get; init; }

    public string? Measure { get; init; }

    public bool Contradicted { get; init; }

    /// <summary>Only facts that this run found first.</summary>
    public long? Run { get; init; }

    public FactSort Sort { get; init; } = FactSort.Doubt;

    /// <summary>Which fields were filled in and do not make sense, with what was expected.</summary>
    public ImmutableArray<(string Field, string Message)> Errors { get; init; } = [];

    /// <summary>Whether anything but the status and the order restricts.</summary>
    public bool IsNarrowed => this != new FactFilter { Status = Status, Sort = Sort, Errors = Errors };

    /// <summary>Reads the filter from an address or a form.</summary>
    public static FactFilter Read(IEnumerable<KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>> query)
    {
        var filter = new FactFilter();
        var errors = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var (name, values) in query)
        {
            foreach (var value in values)
            {
                if (string.IsNullOrWhiteSpace(value)) continue;
                var text = value.Trim();
                filter = name switch
                {
                    "region" => filter with { Region = text },
                    "flow" => filter with { Flow = text },
                    "partner" => filter with { Partner = text },
                    "category" => filter with { Category = text },
                    "period" => filter with { Period = text },
                    "doc" => filter with { Doc = text },
                    "text" => filter with { Text = text },
                    "status" => filter with { Status = TryStatus(text, out var status) ? status : null },
                    "flag" => filter with { Flags = filter.Flags | (FactLineNames.TryFlag(text, out var flag) ? flag : FactFlags.None) },
                    "rule" => filter with { Rule = text },
                    "measure" => filter with { Measure = text },
                    "contradicted" => filter with { Contradicted = text == "1" },
                    "run" => filter with { Run = long.TryParse(text, out var run) ? run : null },
                    "sort" => filter with { Sort = Enum.TryParse<FactSort>(text, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : FactSort.Doubt },
                    _ => filter,
                };
            }
        }

        if (filter.Flow is { } flow && !FactLineNames.TryFlow(flow, out _)) errors.Add(("flow", "A flow is trade, exports, imports or balance."));
        if (filter.Period is { } period && !TryPeriod(period, out _, out _)) errors.Add(("period", "A period is YYYY, YYYY-MM or YYYY-MM/YYYY-MM."));
        return filter with { Errors = errors.ToImmutable() };
    }

    /// <summary>Reads a filter that a form carries as one query string.</summary>
    public static FactFilter Parse(string? query) => Read(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query ?? ""));

    /// <summary>The word for a state, as on the command line.</summary>
    public static string Word(ReviewState state) => state switch
    {
        ReviewState.Pending => "pending",
        ReviewState.Accepted => "accepted",
        ReviewState.Rejected => "rejected",
        ReviewState.Corrected => "corrected",
        _ => "changed",
    };

    /// <summary>The query that the store answers.</summary>
    public FactQuery ToQuery() => new()
    {
        Region = Region,
        Flow = FactLineNames.TryFlow(Flow, out var flow) ? flow : null,
        Partner = Partner == Nothing ? "" : Partner,
        Category = Category == Nothing ? "" : Category,
        Period = TryPeriod(Period, out var exact, out _) ? exact : null,
        Overlapping = TryPeriod(Period, out _, out var overlapping) ? overlapping : null,
        Doc = Doc,
        Text = Text,
        States = Status is { } status ? [status] : [],
        Flags = Flags,
        Rule = Rule,
        Measure = FactLineNames.TrySlot(Measure, out var measure) ? measure : null,
        Contradicted = Contradicted ? true : null,
        FirstRun = Run,
        Sort = Sort,
    };

    /// <summary>The parts of an address that bring this filter back.</summary>
    public (string Name, string? Value)[] Parameters()
    {
        var parameters = new List<(string, string?)>
        {
            ("text", Text), ("status", Status is { } status ? Word(status) : null), ("region", Region), ("flow", Flow), ("partner", Partner),
            ("category", Category), ("period", Period), ("doc", Doc), ("rule", Rule), ("measure", Measure),
        };
        foreach (var flag in FactLineNames.Of(Flags)) parameters.Add(("flag", flag));
        if (Contradicted) parameters.Add(("contradicted", "1"));
        if (Run is { } run) parameters.Add(("run", run.ToString()));
        if (Sort != FactSort.Doubt) parameters.Add(("sort", Sort.ToString().ToLowerInvariant()));
        return [.. parameters];
    }

    /// <summary>What restricts, in words; empty when nothing does.</summary>
    public string Describe() => string.Join(", ", Parameters().Where(p => p is { Value.Length: > 0, Name: not "sort" }).Select(p => $"{p.Name} {p.Value}"));

    /// <summary>A page of this server under this filter.</summary>
    public Link LinkTo(string path, params ReadOnlySpan<(string Name, string? Value)> more) => Link.Local(path, [.. Parameters(), .. more]);

    /// <summary>The filter as one query string, for forms to carry.</summary>
    public string QueryString()
    {
        var link = LinkTo("/").Target;
        return link.Length > 1 ? link[1..] : "";
    }

    private static bool TryStatus(string text, out ReviewState state)
    {
        foreach (var candidate in Enum.GetValues<ReviewState>())
        {
            state = candidate;
            if (Word(candidate) == text) return true;
        }

        state = default;
        return false;
    }

    private static bool TryPeriod(string? text, out TradePeriod? exact, out TradePeriod? overlapping)
    {
        exact = null;
        overlapping = null;
        if (text is null) return false;
        if (TradePeriod.TryParse(text, out var period)) exact = period;
        else if (TradePeriod.TryParse($"{text}/{text}", out period)) overlapping = period;
        else if (TradePeriod.TryParse($"{text}-01/{text}-12", out period)) overlapping = period;
        return exact is not null || overlapping is not null;
    }
}
