using System.Collections.Immutable;
using System.CommandLine;
using Extractor.Facts;
using Extractor.Store;

namespace Extractor.Cli.Commands;

/// <summary>The options that choose among stored facts, the same wherever facts are chosen.</summary>
internal sealed class FactFilters
{
    private readonly Option<string?> region = new("--region") { Description = "Who trades, such as Zhejiang.", HelpName = "NAME" };
    private readonly Option<string?> flow = new("--flow") { Description = "Which direction.", HelpName = "trade|exports|imports|balance" };
    private readonly Option<string?> partner = new("--partner") { Description = "With whom, such as US or ASEAN; 'world' for no partner.", HelpName = "CODE" };
    private readonly Option<TradePeriod?> period = new("--period")
    {
        Description = "Any period that shares a month with this one: 2022, 2022-05 or 2022-01/2022-03.",
        HelpName = "PERIOD",
        CustomParser = result =>
        {
            if (TryPeriod(result.Tokens[0].Value, out var parsed)) return parsed;
            result.AddError($"'{result.Tokens[0].Value}' is no period: expected 2022, 2022-05 or 2022-01/2022-03.");
            return null;
        },
    };

    private readonly Option<string?> category = new("--category") { Description = "What is traded, in the text's own words; 'all' for no category.", HelpName = "WORDS" };
    private readonly Option<string?> doc = new("--doc") { Description = "The document's name; * stands for any characters.", HelpName = "NAME" };
    private readonly Option<string?> text = new("--text") { Description = "Words that the sentence has; \"a phrase\" in double quotes.", HelpName = "WORDS" };
    private readonly Option<string?> status = new("--status") { Description = "How far review has come.", HelpName = "pending|accepted|rejected|corrected|changed" };
    private readonly Option<string?> flag = new("--flag") { Description = "Facts with this flag, such as yearUnknown.", HelpName = "FLAG" };
    private readonly Option<string?> rule = new("--rule") { Description = "The rule that read it; * at the end stands for any characters.", HelpName = "NAME" };

    public FactFilters()
    {
        flow.AcceptOnlyFromAmong("trade", "exports", "imports", "balance");
        status.AcceptOnlyFromAmong([.. Enum.GetNames<ReviewState>().Select(name => name.ToLowerInvariant())]);
        flag.AcceptOnlyFromAmong([.. Enum.GetValues<FactFlags>().SelectMany(FactLineNames.Of)]);
    }

    public IEnumerable<Option> Options => [region, flow, partner, period, category, doc, text, status, flag, rule];

    public FactQuery Query(ParseResult parsed) => new()
    {
        Region = parsed.GetValue(region),
        Flow = FactLineNames.TryFlow(parsed.GetValue(flow), out var direction) ? direction : null,
        Partner = parsed.GetValue(partner) is "world" ? "" : parsed.GetValue(partner),
        Overlapping = parsed.GetValue(period),
        Category = parsed.GetValue(category) is "all" ? "" : parsed.GetValue(category),
        Doc = parsed.GetValue(doc),
        Text = parsed.GetValue(text),
        States = Enum.TryParse<ReviewState>(parsed.GetValue(status), ignoreCase: true, out var state) ? [state] : ImmutableArray<ReviewState>.Empty,
        Flags = FactLineNames.TryFlag(parsed.GetValue(flag), out var set) ? set : FactFlags.None,
        Rule = parsed.GetValue(rule),
    };

    /// <summary>A year, a month, or a period as facts write it.</summary>
    private static bool TryPeriod(string text, out TradePeriod period) =>
        TradePeriod.TryParse(text, out period)
        || (text.Length == 7 && TradePeriod.TryParse($"{text}/{text}", out period))
        || (text.Length == 4 && TradePeriod.TryParse($"{text}-01/{text}-12", out period));
}
